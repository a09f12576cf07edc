"""Tables: the ledger's one table that is the truth, and those of the index, which can be dropped and rebuilt.

They say what the columns are; `upgrades/` makes them, and a test holds the two to each other. The columns of an index
table are those of its row in row.py, in the same order (a test holds them equal, too).
"""

from sqlalchemy import BigInteger, Column, Index, Integer, Text
from sqlmodel import Field, SQLModel

WORDS = Text().with_variant(Text(collation="C"), "postgresql")
"""Text that is compared by code point in both databases."""
COUNTER = BigInteger().with_variant(Integer(), "sqlite")
"""A 64-bit number; SQLite calls every one INTEGER, and a key must be called so."""
BY_KEY = {"sqlite_with_rowid": False}
"""A table of short rows that lie in the order of their key: SQLite finds and changes them in one step, not in two."""


def _words(name: str, *, key: bool = False, null: bool = False, index: bool = False) -> Column[str]:
    return Column(name, WORDS, primary_key=key, nullable=null, index=index)


def _big(name: str, *, null: bool = False, index: bool = False) -> Column[int]:
    return Column(name, BigInteger, nullable=null, index=index)


class EntryTable(SQLModel, table=True):
    """The ledger: append-only, each row chained to the one before it. Triggers refuse anything but the next entry."""

    __tablename__ = "entry"

    number: int = Field(sa_column=Column("number", COUNTER, primary_key=True, autoincrement=False))
    recorded: int = Field(sa_column=Column("recorded", BigInteger, nullable=False))
    actor: str = Field(sa_column=_words("actor"))
    command: str = Field(sa_column=_words("command"))
    type: str = Field(sa_column=_words("type", index=True))
    version: int = Field(sa_column=Column("version", Integer, nullable=False))
    event: str = Field(sa_column=_words("event"))
    previous: str = Field(sa_column=_words("previous"))
    digest: str = Field(sa_column=_words("digest"))


class EntryClaimTable(SQLModel, table=True):
    """Which claims an entry is about."""

    __tablename__ = "entry_claim"

    claim: str = Field(sa_column=_words("claim", key=True))
    number: int = Field(sa_column=Column("number", COUNTER, primary_key=True, autoincrement=False, index=True))


class ClaimTable(SQLModel, table=True):
    """One row for each claim that stands, with what it says; row.Row says what each column means."""

    __tablename__ = "claim"

    id: str = Field(sa_column=_words("id", key=True))
    text: str = Field(sa_column=_words("text"))
    quote: str = Field(sa_column=_words("quote"))
    folded: str = Field(sa_column=_words("folded"))
    kind: str = Field(sa_column=_words("kind"))
    polarity: str = Field(sa_column=_words("polarity"))
    hedge: str = Field(sa_column=_words("hedge"))
    speaker: str | None = Field(sa_column=_words("speaker", null=True))
    speaker_folded: str | None = Field(sa_column=_words("speaker_folded", null=True))
    quoted: bool
    publisher: str | None = Field(sa_column=_words("publisher", null=True))
    publisher_folded: str | None = Field(sa_column=_words("publisher_folded", null=True))
    article: str | None = Field(sa_column=_words("article", null=True, index=True))
    start: int | None
    made: int
    entered: int
    when_text: str | None = Field(sa_column=_words("when_text", null=True))
    when_first: int | None
    when_last: int | None
    deadline: int | None
    first_deadline: int | None
    deadline_vague: bool
    moved: int
    through: bool
    quantities: str = Field(sa_column=_words("quantities"))
    subject: str | None = Field(sa_column=_words("subject", null=True))
    measure: str | None = Field(sa_column=_words("measure", null=True))
    score: float
    first_number: int = Field(sa_column=Column("first_number", BigInteger, nullable=False))


class FactTable(SQLModel, table=True):
    """What rules ask of each claim that stands, its verdict with it; fact_row.FactRow says what each column means.

    It is all that a rule's word changes, and it lies in the order of the claims' ids, in which they are judged. Numbers are
    64 bits wide, so that what a rule adds up does not run over on PostgreSQL.
    """

    __tablename__ = "fact"
    __table_args__ = BY_KEY

    claim: str = Field(sa_column=_words("claim", key=True))
    latest_day: int = Field(sa_column=_big("latest_day", index=True))
    settled: bool
    kind: str = Field(sa_column=_words("kind"))
    supporting: int = Field(sa_column=_big("supporting"))
    refuting: int = Field(sa_column=_big("refuting"))
    deadline: int | None = Field(sa_column=_big("deadline", null=True))
    first_deadline: int | None = Field(sa_column=_big("first_deadline", null=True))
    first_support: int | None = Field(sa_column=_big("first_support", null=True))
    through: bool
    newest_shown: int | None = Field(sa_column=_big("newest_shown", null=True))
    newest_evidence: int | None = Field(sa_column=_big("newest_evidence", null=True))
    best_grade_supporting: int | None = Field(sa_column=_big("best_grade_supporting", null=True))
    sound_supporting_in_time: int = Field(sa_column=_big("sound_supporting_in_time"))
    sound_supporting: int = Field(sa_column=_big("sound_supporting"))
    sound_refuting: int = Field(sa_column=_big("sound_refuting"))
    partial: int = Field(sa_column=_big("partial"))
    reporting: int = Field(sa_column=_big("reporting"))
    made: int = Field(sa_column=_big("made"))
    word: str = Field(sa_column=_words("word"))
    verdict_person: bool | None
    verdict_by: str | None = Field(sa_column=_words("verdict_by", null=True))
    news: bool
    flag_rule: str | None = Field(sa_column=_words("flag_rule", null=True))
    answered_rule: str | None = Field(sa_column=_words("answered_rule", null=True))
    looked: int | None = Field(sa_column=_big("looked", null=True))
    polarity: str = Field(sa_column=_words("polarity"))
    hedge: str = Field(sa_column=_words("hedge"))
    quoted: bool
    speaker: str | None = Field(sa_column=_words("speaker", null=True))
    subject: str | None = Field(sa_column=_words("subject", null=True))
    measure: str | None = Field(sa_column=_words("measure", null=True))
    quantities: int = Field(sa_column=_big("quantities"))
    sightings: int = Field(sa_column=_big("sightings"))
    deadline_precision: str | None = Field(sa_column=_words("deadline_precision", null=True))
    moved: int = Field(sa_column=_big("moved"))
    supporting_in_time: int = Field(sa_column=_big("supporting_in_time"))
    supporting_late: int = Field(sa_column=_big("supporting_late"))
    refuting_in_time: int = Field(sa_column=_big("refuting_in_time"))
    refuting_late: int = Field(sa_column=_big("refuting_late"))
    all_supporting: int = Field(sa_column=_big("all_supporting"))
    all_refuting: int = Field(sa_column=_big("all_refuting"))
    own_word: int = Field(sa_column=_big("own_word"))
    worst_grade_supporting: int | None = Field(sa_column=_big("worst_grade_supporting", null=True))
    best_grade_refuting: int | None = Field(sa_column=_big("best_grade_refuting", null=True))
    worst_grade_refuting: int | None = Field(sa_column=_big("worst_grade_refuting", null=True))
    best_information_supporting: int | None = Field(sa_column=_big("best_information_supporting", null=True))
    best_information_refuting: int | None = Field(sa_column=_big("best_information_refuting", null=True))
    first_refute: int | None = Field(sa_column=_big("first_refute", null=True))
    newest_supporting: int | None = Field(sa_column=_big("newest_supporting", null=True))
    newest_refuting: int | None = Field(sa_column=_big("newest_refuting", null=True))
    topic: str | None = Field(sa_column=_words("topic", null=True, index=True))
    supersedes: int = Field(sa_column=_big("supersedes"))
    superseded: bool
    verdict_day: int | None = Field(sa_column=_big("verdict_day", null=True))
    sightings_since: int | None = Field(sa_column=_big("sightings_since", null=True))
    evidence_since: int | None = Field(sa_column=_big("evidence_since", null=True))
    heard_day: int = Field(sa_column=_big("heard_day"))


class ConflictTable(SQLModel, table=True):
    """Pairs of claims of one topic that cannot both hold, each pair from both sides."""

    __tablename__ = "conflict"

    claim: str = Field(sa_column=_words("claim", key=True))
    other: str = Field(sa_column=_words("other", key=True))
    topic: str = Field(sa_column=_words("topic", index=True))


class AgendaTable(SQLModel, table=True):
    """The day on which rules have to look at a claim again; 0 for at once. No part of what a rebuild is compared with."""

    __tablename__ = "agenda"
    __table_args__ = BY_KEY

    claim: str = Field(sa_column=_words("claim", key=True))
    day: int = Field(sa_column=Column("day", Integer, nullable=False, index=True))


class EvidenceTable(SQLModel, table=True):
    """The evidence that stands; row.EvidenceRow says what each column means."""

    __tablename__ = "evidence"
    __table_args__ = BY_KEY

    claim: str = Field(sa_column=_words("claim", key=True))
    position: int = Field(sa_column=Column("position", Integer, primary_key=True, autoincrement=False))
    id: str = Field(sa_column=_words("id", index=True))
    stance: str = Field(sa_column=_words("stance"))
    origin: str = Field(sa_column=_words("origin"))
    own: bool
    source: str = Field(sa_column=_words("source"))
    publisher: str | None = Field(sa_column=_words("publisher", null=True))
    grade: str | None = Field(sa_column=_words("grade", null=True))
    day: int
    dated: int | None
    published: int | None
    happened: int | None
    entered: int


class SightingTable(SQLModel, table=True):
    """Where claims were seen; row.SightingRow says what each column means."""

    __tablename__ = "sighting"
    __table_args__ = BY_KEY

    claim: str = Field(sa_column=_words("claim", key=True))
    position: int = Field(sa_column=Column("position", Integer, primary_key=True, autoincrement=False))
    article: str = Field(sa_column=_words("article", index=True))
    published: int
    publisher: str | None = Field(sa_column=_words("publisher", null=True))
    speaker: str | None = Field(sa_column=_words("speaker", null=True))
    start: int
    end_: int


class ArticleTable(SQLModel, table=True):
    """The filed articles; row.ArticleRow says what each column means."""

    __tablename__ = "article"

    number: int = Field(sa_column=Column("number", COUNTER, primary_key=True, autoincrement=False))
    id: str = Field(sa_column=_words("id", index=True))
    command: str = Field(sa_column=_words("command"))
    title: str | None = Field(sa_column=_words("title", null=True))
    publisher: str | None = Field(sa_column=_words("publisher", null=True))
    published: int
    url: str | None = Field(sa_column=_words("url", null=True, index=True))
    claims: int
    stands: bool


class CommandTable(SQLModel, table=True):
    """The commands; row.CommandRow says what each column means."""

    __tablename__ = "command"
    __table_args__ = (Index("ix_command_actor_last", "actor", "last"),)

    id: str = Field(sa_column=_words("id", key=True))
    actor: str = Field(sa_column=_words("actor"))
    recorded: int = Field(sa_column=Column("recorded", BigInteger, nullable=False))
    first: int = Field(sa_column=Column("first", BigInteger, nullable=False))
    last: int = Field(sa_column=Column("last", BigInteger, nullable=False))
    entries: int
    undoes: str | None = Field(sa_column=_words("undoes", null=True, index=True))
    undone: bool


class MetaTable(SQLModel, table=True):
    """What the index knows of itself: `indexed` is the last entry it holds."""

    __tablename__ = "meta"

    key: str = Field(sa_column=_words("key", key=True))
    value: str = Field(sa_column=_words("value"))
