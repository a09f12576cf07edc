"""Auditing: walks the chain from the first entry, holds stored words to their articles and the index to its rebuild.

What it cannot find is a ledger rewritten whole, every digest made anew; that shows where a head (number and digest) was
kept elsewhere.
"""

from collections.abc import Iterable, Iterator
from itertools import islice, zip_longest

from claims.domain.article import article_id
from claims.domain.events import ArticleFiled, ClaimRecorded, ClaimSighted, Event, read
from claims.errors import Problem, StoreError
from claims.store.chain import GENESIS, Link, digest_of
from claims.store.database import CHUNK, Database
from claims.store.fact_row import FactRow
from claims.store.folding import Folded
from claims.store.index import around, indexed, pairs, refolded
from claims.store.row import ArticleRow, CommandRow, EvidenceRow, Row, SightingRow

REBUILD = "claims store rebuild makes the index anew"
KEPT = 16
"""So many texts are held in memory."""
RESTORE = "restore the ledger from a copy, and ask who had access to it"


def audit(database: Database) -> list[Problem]:
    """Return all faults found, by entry; the index is looked at only where the ledger itself is sound."""
    with database.as_it_is():
        problems = [*_chain(database), *_guards(database), *_file(database)]
    if problems:
        return problems
    return list(drift(database))


def _chain(database: Database) -> Iterator[Problem]:
    """Yield what is wrong with the entries, one after the other: numbers, chain, digests, events, quotes."""
    expected, previous, texts = 1, GENESIS, _Texts(database)
    for link in _links(database):
        if isinstance(link, Problem):
            yield link
            return
        if link.number != expected:
            missing = f"entry {expected}" if link.number == expected + 1 else f"entries {expected} to {link.number - 1}"
            yield Problem(f"{missing} missing", file=database.name, hint=RESTORE)
        elif link.previous != previous:
            yield _at(database, link, "does not follow the one before it", RESTORE)
        if digest_of(*link[:-1]) != link.digest:
            yield _at(database, link, "was changed: its digest is not that of its fields", RESTORE)
        else:
            yield from (_at(database, link, message, RESTORE) for message in _event(texts, link))
        expected, previous = link.number + 1, link.digest


def _links(database: Database) -> Iterator[Link | Problem]:
    """Yield the entries as they stand in the table, and where one cannot be read a problem in its place, as the last."""
    number = 0
    try:
        for values in database.stream(f"SELECT {', '.join(Link._fields)} FROM entry ORDER BY number"):  # noqa: S608
            link = Link._make(values)
            yield link
            number = link.number
    except StoreError as error:
        yield Problem(f"entry {number + 1} or one after it cannot be read: {error}", hint=RESTORE)


def _at(database: Database, link: Link, message: str, hint: str) -> Problem:
    return Problem(f"entry {link.number} ({link.type}) {message}", file=database.name, hint=hint)


class _Texts:
    """The texts of the articles last met: an article's claims stand right behind it."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.kept: dict[str, str | None] = {}

    def keep(self, article: str, text: str | None) -> None:
        """Keep a text, and let go of the oldest."""
        self.kept[article] = text
        if len(self.kept) > KEPT:
            del self.kept[next(iter(self.kept))]

    def of(self, article: str) -> str | None:
        """Return an article's text as the ledger has it, None where it has not."""
        if article not in self.kept:
            sql = "SELECT event FROM entry WHERE number = (SELECT MIN(number) FROM article WHERE id = :id)"
            text = self.database.value(sql, id=article)
            try:
                event = read(text) if text is not None else None
            except ValueError:  # said of the entry that holds it
                event = None
            self.keep(article, event.article.text if isinstance(event, ArticleFiled) else None)
        return self.kept[article]


def _event(texts: _Texts, link: Link) -> Iterator[str]:
    """Yield what is wrong with the event inside an entry."""
    try:
        event = read(link.event)
    except ValueError:
        yield "holds an event that this version cannot read"
        return
    if (event.type, event.version) != (link.type, link.version):
        yield f"holds a {event.type} of version {event.version}, and says otherwise"
    yield from _words(texts, event)


def _words(texts: _Texts, event: Event) -> Iterator[str]:
    if isinstance(event, ArticleFiled):
        texts.keep(event.id, event.article.text)
        if article_id(event.article.text) != event.id:
            yield "names an article by another text's digest"
        return
    sighting = event.sighting if isinstance(event, ClaimRecorded | ClaimSighted) else None
    if sighting is None:
        return
    text = texts.of(sighting.article)
    if text is None:
        yield f"quotes an article that is not on the ledger ({sighting.article[:8]})"
    elif not sighting.span.stands_in(text):
        yield f"quotes words that its article has not at {sighting.span.start} to {sighting.span.end}"


def _guards(database: Database) -> Iterator[Problem]:
    """Yield the triggers that are gone: without them anybody could change an entry unseen until the next audit."""
    sql = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'entry'"
    wanted = {"entry_next", "entry_no_update", "entry_no_delete"}
    if database.kind == "postgresql":
        sql = "SELECT tgname FROM pg_trigger WHERE tgrelid = 'entry'::regclass AND tgenabled <> 'D'"
        wanted = {"entry_next", "entry_kept", "entry_whole"}
    for name in sorted(wanted - {str(row[0]) for row in database.rows(sql)}):
        yield Problem(f"the guard {name} of the ledger is gone", file=database.name, hint=RESTORE)


def _file(database: Database) -> Iterator[Problem]:
    """Yield what SQLite finds wrong with the file itself; a PostgreSQL server looks after its own."""
    if database.kind == "sqlite":
        try:
            found = [str(row[0]) for row in database.rows("PRAGMA integrity_check(5)")]
        except StoreError as error:
            found = [str(error)]
        for message in found:
            if message != "ok":
                yield Problem(f"the file is damaged: {message}", file=database.name, hint=RESTORE)


def drift(database: Database) -> Iterator[Problem]:
    """Yield where the index is not what a rebuild would make."""
    last = int(database.value("SELECT COALESCE(MAX(number), 0) FROM entry"))
    if indexed(database) != last:
        yield _index(database, f"ends at entry {indexed(database)}, the ledger at {last}")
    stored = database.stream("SELECT claim, number FROM entry_claim ORDER BY number, claim")
    for got, wanted in zip_longest(stored, _sorted_pairs(database)):
        if got != wanted:
            entry = min(each[1] for each in (got, wanted) if each)
            yield _index(database, f"has not the claims that entry {entry} is about")
            break
    commands, articles = around(database)
    yield from _rows(database, "command", CommandRow._fields, "id", commands)
    yield from _rows(database, "article", ArticleRow._fields, "number", articles)
    yield from _claims(database, refolded(database))


def _sorted_pairs(database: Database) -> Iterator[tuple[str, int]]:
    same: list[tuple[str, int]] = []
    for claim, number in pairs(database):
        if same and same[0][1] != number:
            yield from sorted(same)
            same = []
        same.append((claim, number))
    yield from sorted(same)


def _rows(
    database: Database, table: str, columns: tuple[str, ...], key: str, wanted: Iterable[tuple[object, ...]]
) -> Iterator[Problem]:
    place = columns.index(key)
    stored = {row[place]: row for row in database.stream(f"SELECT {', '.join(columns)} FROM {table}")}  # noqa: S608
    for row in wanted:
        if stored.pop(row[place], None) != row:
            yield _index(database, f"has another {table} {row[place]} than the ledger")
    for extra in stored:
        yield _index(database, f"has a {table} {extra} that the ledger has not")


def _claims(database: Database, wanted: Iterator[Folded]) -> Iterator[Problem]:
    """Compare the claims, with their evidence and sightings, in chunks."""
    seen = evidence = sightings = 0
    while chunk := list(islice(wanted, CHUNK)):
        ids = [each.row.id for each in chunk]
        rows: dict[str, list[tuple[object, ...]]] = {}
        for table, columns, key in (
            ("claim", Row._fields, "id"),
            ("fact", FactRow._fields, "claim"),
            ("evidence", EvidenceRow._fields, "position"),
            ("sighting", SightingRow._fields, "position"),
        ):
            owner = "id" if table == "claim" else "claim"
            sql = f"SELECT {', '.join(columns)} FROM {table} WHERE {owner} IN :among ORDER BY {key}"  # noqa: S608
            for row in database.among(sql, ids):
                rows.setdefault(str(row[0]), []).append(row)
        for each in chunk:
            if rows.get(each.row.id) != [each.row, each.facts, *each.evidence, *each.sightings]:
                yield _index(database, f"has another claim {each.row.id} than the ledger{_difference(each, rows)}")
            seen, evidence, sightings = seen + 1, evidence + len(each.evidence), sightings + len(each.sightings)
    for table, count in (("claim", seen), ("fact", seen), ("evidence", evidence), ("sighting", sightings)):
        stored = int(database.value(f"SELECT count(*) FROM {table}"))  # noqa: S608
        if stored != count:
            yield _index(database, f"has {stored} rows of {table}, the ledger {count}")


def _difference(wanted: Folded, stored: dict[str, list[tuple[object, ...]]]) -> str:
    """Name the first column that differs."""
    rows = stored.get(wanted.row.id)
    if not rows or len(rows[0]) != len(Row._fields):
        return ": it is missing"
    kept: list[tuple[tuple[str, ...], tuple[object, ...]]] = [
        (Row._fields, wanted.row),
        (FactRow._fields, wanted.facts),
    ]
    for (names, row), found in zip(kept, rows, strict=False):
        if len(found) != len(row):
            return ": its facts are missing"
        for name, ours, theirs in zip(names, row, found, strict=True):
            if ours != theirs:
                return f": {name} is {theirs!r} instead of {ours!r}"
    return " in its evidence or sightings"


def _index(database: Database, message: str) -> Problem:
    return Problem(f"the index {message}", file=database.name, hint=REBUILD)
