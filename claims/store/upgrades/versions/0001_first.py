"""The first schema: the ledger with the triggers that guard it, and its index.

Revision 0001, after none.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

WORDS = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
BIG = sa.BigInteger()
COUNTER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

NEXT = "the ledger is append-only: an entry takes the next number and names the digest of the one before"
KEPT = "the ledger is append-only: entries are never changed or removed"
# Constants of ours go into these statements: a trigger takes no parameters.
SQLITE = (
    f"""CREATE TRIGGER entry_next BEFORE INSERT ON entry
        WHEN COALESCE((SELECT NEW.number <> number + 1 OR NEW.previous <> digest FROM entry ORDER BY number DESC LIMIT 1),
                      NEW.number <> 1)
        BEGIN SELECT RAISE(ABORT, '{NEXT}'); END""",  # noqa: S608
    f"CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, '{KEPT}'); END",
    f"CREATE TRIGGER entry_no_delete BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, '{KEPT}'); END",
)
POSTGRESQL = (
    f"""CREATE FUNCTION claims_entry_next() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF NEW.number <> (SELECT COALESCE(MAX(number), 0) + 1 FROM entry)
           OR NEW.previous <> COALESCE((SELECT digest FROM entry WHERE number = NEW.number - 1), NEW.previous) THEN
            RAISE EXCEPTION '{NEXT}';
        END IF;
        RETURN NEW;
    END $$""",  # noqa: S608
    f"""CREATE FUNCTION claims_entry_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        RAISE EXCEPTION '{KEPT}';
    END $$""",
    "CREATE TRIGGER entry_next BEFORE INSERT ON entry FOR EACH ROW EXECUTE FUNCTION claims_entry_next()",
    "CREATE TRIGGER entry_kept BEFORE UPDATE OR DELETE ON entry FOR EACH ROW EXECUTE FUNCTION claims_entry_kept()",
    "CREATE TRIGGER entry_whole BEFORE TRUNCATE ON entry FOR EACH STATEMENT EXECUTE FUNCTION claims_entry_kept()",
)
BY_KEY = {"sqlite_with_rowid": False}
LISTED = """CREATE VIEW listed AS SELECT
    c.id, c.text, c.quote, c.folded, c.kind, c.polarity, c.speaker, c.speaker_folded, c.quoted, c.publisher,
    c.publisher_folded, c.article, c.made, c.when_text, c.deadline, c.first_deadline, c.moved, c.through, c.quantities,
    c.subject, c.measure, c.score, c.first_number, f.word, f.verdict_by, f.verdict_person, f.supporting, f.refuting,
    f.first_support, f.latest_day, CASE WHEN f.flag_rule IS NOT NULL THEN 'recheck'
     WHEN f.looked IS NULL THEN 'unreviewed' ELSE 'reviewed' END AS review
    FROM claim c JOIN fact f ON f.claim = c.id"""


def words(name: str, *, key: bool = False, null: bool = False) -> sa.Column[str]:
    """A column of text, compared by code point."""
    return sa.Column(name, WORDS, primary_key=key, nullable=null)


def number(name: str, *, null: bool = False, big: bool = False) -> sa.Column[int]:
    """A column of whole numbers: a count, a day's ordinal, or (big) an entry's number or a moment."""
    return sa.Column(name, BIG if big else sa.Integer(), nullable=null)


def key(name: str, *, big: bool = False) -> sa.Column[int]:
    """A whole number that is (part of) the key and given by us."""
    return sa.Column(name, COUNTER if big else sa.Integer(), primary_key=True, autoincrement=False)


def truth(name: str, *, null: bool = False) -> sa.Column[bool]:
    """A column of yes and no."""
    return sa.Column(name, sa.Boolean(), nullable=null)


def upgrade() -> None:
    """Bring the schema up; nothing ever brings it down."""
    op.create_table(
        "entry",
        key("number", big=True),
        number("recorded", big=True),
        words("actor"),
        words("command"),
        words("type"),
        number("version"),
        words("event"),
        words("previous"),
        words("digest"),
    )
    # No UNIQUE but the number: REPLACE would drop the older of two equal rows before any trigger could refuse it.
    op.create_index("ix_entry_type", "entry", ["type"])
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)
    op.create_table("entry_claim", words("claim", key=True), key("number", big=True))
    op.create_index("ix_entry_claim_number", "entry_claim", ["number"])
    _claims()
    _facts()
    op.execute(LISTED)
    _around()


def _claims() -> None:
    op.create_table(
        "claim",
        words("id", key=True),
        words("text"),
        words("quote"),
        words("folded"),
        words("kind"),
        words("polarity"),
        words("hedge"),
        words("speaker", null=True),
        words("speaker_folded", null=True),
        truth("quoted"),
        words("publisher", null=True),
        words("publisher_folded", null=True),
        words("article", null=True),
        number("start", null=True),
        number("made"),
        number("entered"),
        words("when_text", null=True),
        number("when_first", null=True),
        number("when_last", null=True),
        number("deadline", null=True),
        number("first_deadline", null=True),
        truth("deadline_vague"),
        number("moved"),
        truth("through"),
        words("quantities"),
        words("subject", null=True),
        words("measure", null=True),
        sa.Column("score", sa.Float(), nullable=False),
        number("first_number", big=True),
    )
    op.create_index("ix_claim_article", "claim", ["article"])


def _facts() -> None:
    op.create_table(
        "fact",
        words("claim", key=True),
        number("latest_day", big=True),
        truth("settled"),
        words("kind"),
        number("supporting", big=True),
        number("refuting", big=True),
        number("deadline", null=True, big=True),
        number("first_deadline", null=True, big=True),
        number("first_support", null=True, big=True),
        truth("through"),
        number("newest_shown", null=True, big=True),
        number("newest_evidence", null=True, big=True),
        number("best_grade_supporting", null=True, big=True),
        number("sound_supporting_in_time", big=True),
        number("sound_supporting", big=True),
        number("sound_refuting", big=True),
        number("partial", big=True),
        number("reporting", big=True),
        number("made", big=True),
        words("word"),
        truth("verdict_person", null=True),
        words("verdict_by", null=True),
        truth("news"),
        words("flag_rule", null=True),
        words("answered_rule", null=True),
        number("looked", null=True, big=True),
        words("polarity"),
        words("hedge"),
        truth("quoted"),
        words("speaker", null=True),
        words("subject", null=True),
        words("measure", null=True),
        number("quantities", big=True),
        number("sightings", big=True),
        words("deadline_precision", null=True),
        number("moved", big=True),
        number("supporting_in_time", big=True),
        number("supporting_late", big=True),
        number("refuting_in_time", big=True),
        number("refuting_late", big=True),
        number("all_supporting", big=True),
        number("all_refuting", big=True),
        number("own_word", big=True),
        number("worst_grade_supporting", null=True, big=True),
        number("best_grade_refuting", null=True, big=True),
        number("worst_grade_refuting", null=True, big=True),
        number("best_information_supporting", null=True, big=True),
        number("best_information_refuting", null=True, big=True),
        number("first_refute", null=True, big=True),
        number("newest_supporting", null=True, big=True),
        number("newest_refuting", null=True, big=True),
        words("topic", null=True),
        number("supersedes", big=True),
        truth("superseded"),
        number("verdict_day", null=True, big=True),
        number("sightings_since", null=True, big=True),
        number("evidence_since", null=True, big=True),
        number("heard_day", big=True),
        **BY_KEY,
    )
    op.create_index("ix_fact_latest_day", "fact", ["latest_day"])
    op.create_index("ix_fact_topic", "fact", ["topic"])
    op.create_table("conflict", words("claim", key=True), words("other", key=True), words("topic"))
    op.create_index("ix_conflict_topic", "conflict", ["topic"])
    op.create_table("agenda", words("claim", key=True), number("day"), **BY_KEY)
    op.create_index("ix_agenda_day", "agenda", ["day"])


def _around() -> None:
    op.create_table(
        "evidence",
        words("claim", key=True),
        key("position"),
        words("id"),
        words("stance"),
        words("origin"),
        truth("own"),
        words("source"),
        words("publisher", null=True),
        words("grade", null=True),
        number("day"),
        number("dated", null=True),
        number("published", null=True),
        number("happened", null=True),
        number("entered"),
        **BY_KEY,
    )
    op.create_index("ix_evidence_id", "evidence", ["id"])
    op.create_table(
        "sighting",
        words("claim", key=True),
        key("position"),
        words("article"),
        number("published"),
        words("publisher", null=True),
        words("speaker", null=True),
        number("start"),
        number("end_"),
        **BY_KEY,
    )
    op.create_index("ix_sighting_article", "sighting", ["article"])
    op.create_table(
        "article",
        key("number", big=True),
        words("id"),
        words("command"),
        words("title", null=True),
        words("publisher", null=True),
        number("published"),
        words("url", null=True),
        number("claims"),
        truth("stands"),
    )
    op.create_index("ix_article_id", "article", ["id"])
    op.create_index("ix_article_url", "article", ["url"])
    op.create_table(
        "command",
        words("id", key=True),
        words("actor"),
        number("recorded", big=True),
        number("first", big=True),
        number("last", big=True),
        number("entries"),
        words("undoes", null=True),
        truth("undone"),
    )
    op.create_index("ix_command_undoes", "command", ["undoes"])
    op.create_index("ix_command_actor_last", "command", ["actor", "last"])
    op.create_table("meta", words("key", key=True), words("value"))
