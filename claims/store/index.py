"""Index: the tables that lists and rules query, kept up by every append and equal to what a rebuild would make."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from claims.domain.events import ArticleFiled, CommandUndone, Entry, claims_of
from claims.errors import StoreError
from claims.store.chain import Link
from claims.store.conflicts import all_topics, refresh, topics_of
from claims.store.database import CHUNK, Database
from claims.store.fact_row import FactRow
from claims.store.folding import ENTRY, Folded, by_claim, entry_of, folded, storable
from claims.store.row import ArticleRow, CommandRow, EvidenceRow, Row, SightingRow
from claims.store.ruling import Ruling, rule

TABLES = ("entry_claim", "claim", "fact", "conflict", "evidence", "sighting", "article", "command", "meta")
"""All that can be dropped and rebuilt; beside them the agenda, which says what rules have to look at, and when."""
OF_CLAIM = (("evidence", "claim"), ("sighting", "claim"))
"""The tables of many rows a claim, each with its column for the claim."""
_ENTRY_OF_CLAIM = "ec.claim, " + ", ".join("e." + column for column in ENTRY.split(", "))
OF_CLAIMS = f"SELECT {_ENTRY_OF_CLAIM} FROM entry_claim ec JOIN entry e ON e.number = ec.number"  # noqa: S608
"""The entries of claims: (claim, *ENTRY); to be narrowed, and ordered by claim and number."""
IN_ORDER = "ORDER BY ec.claim, ec.number"
T = TypeVar("T")


def extend(database: Database, entries: Sequence[Entry]) -> None:
    """Bring the index up by entries that were just appended, all of one command, inside the append's transaction.

    Raises StoreError where the index was behind the ledger before them.
    """
    first, last = entries[0].number, entries[-1].number
    _refuse_gap(database, first)
    touched: dict[str, list[Entry]] = {}
    for entry in entries:
        for claim in dict.fromkeys(claims_of(entry.event)):
            touched.setdefault(claim, []).append(entry)
    database.insert("entry_claim", ("claim", "number"), [(c, e.number) for c, own in touched.items() for e in own])
    undoes = next((entry.event.command for entry in entries if isinstance(entry.event, CommandUndone)), None)
    row = entries[0]
    _commands(
        database,
        CommandRow(row.command, row.actor, row.recorded, first, last, len(entries), undoes, False),
    )
    database.insert("article", ArticleRow._fields, articles_of(entries))
    if any(isinstance(entry.event, CommandUndone) for entry in entries):
        _mask(database)
    known = _known(database, list(touched), first)
    topics = topics_of(database, sorted(known))
    fresh = (own for claim, own in touched.items() if claim not in known)
    _write(database, (each for own in fresh if (each := folded(own)) is not None))
    _refold(database, sorted(known))
    refresh(database, topics | topics_of(database, sorted(touched)))
    _note_indexed(database, last)


def extend_by_rulings(database: Database, links: Sequence[Link], events: Sequence[Ruling]) -> None:
    """Bring the index up as `extend` does, by entries that all hold rules' words.

    Claims are folded only where what becomes of them cannot be told from those words and the index.
    """
    first, last = links[0], links[-1]
    _refuse_gap(database, first.number)
    ties = [(event.claim, link.number) for link, event in zip(links, events, strict=True)]
    database.insert("entry_claim", ("claim", "number"), ties)
    command = CommandRow(first.command, first.actor, first.recorded, first.number, last.number, len(links), None, False)
    _commands(database, command)
    _refold(database, rule(database, events))
    _note_indexed(database, last.number)


def rebuild(database: Database) -> int:
    """Drop what the index holds and make it anew from the entries, in one transaction; return how many claims stand."""
    with database.transaction():
        for table in (*TABLES, "agenda"):
            database.rows(f"DELETE FROM {table}")  # noqa: S608
        database.insert("entry_claim", ("claim", "number"), pairs(database))
        commands, articles = around(database)
        database.insert("command", CommandRow._fields, commands)
        database.insert("article", ArticleRow._fields, articles)
        _write(database, refolded(database))
        refresh(database, all_topics(database))
        _note_indexed(database, int(database.value("SELECT COALESCE(MAX(number), 0) FROM entry")))
        return int(database.value("SELECT count(*) FROM claim"))


def indexed(database: Database) -> int:
    """Return the number of the last entry that the index holds."""
    return int(database.value("SELECT value FROM meta WHERE key = 'indexed'") or 0)


def pairs(database: Database) -> Iterator[tuple[str, int]]:
    """Yield (claim, number) for every entry and each claim it is about, by number, as the ledger itself says."""
    for values in database.stream(f"SELECT {ENTRY} FROM entry ORDER BY number"):  # noqa: S608
        entry = entry_of(values)
        for claim in dict.fromkeys(claims_of(entry.event)):
            yield claim, entry.number


def refolded(database: Database) -> Iterator[Folded]:
    """Yield what the index has to keep of each claim, folded from the ledger, by claim."""
    for _, entries in by_claim(database.stream(f"{OF_CLAIMS} {IN_ORDER}")):
        if (each := folded(entries)) is not None:
            yield each


def around(database: Database) -> tuple[list[CommandRow], list[ArticleRow]]:
    """Return the commands and articles as the ledger itself says, with what was undone marked."""
    commands: dict[str, CommandRow] = {}
    sql = "SELECT command, actor, recorded, number FROM entry ORDER BY number"
    for command, actor, recorded, number in database.stream(sql):
        row = commands.get(command) or CommandRow(command, actor, recorded, number, number, 0, None, False)
        commands[command] = row._replace(last=number, entries=row.entries + 1)
    sql = f"SELECT {ENTRY} FROM entry WHERE type IN ('ArticleFiled', 'CommandUndone') ORDER BY number"  # noqa: S608
    articles: list[ArticleRow] = []
    for entry in map(entry_of, database.stream(sql)):
        articles += articles_of((entry,))
        if isinstance(entry.event, CommandUndone) and commands[entry.command].undoes is None:
            commands[entry.command] = commands[entry.command]._replace(undoes=entry.event.command)
    undone = undone_commands(database)
    return (
        [row._replace(undone=row.id in undone) for row in commands.values()],
        [row._replace(stands=row.command not in undone) for row in articles],
    )


def articles_of(entries: Iterable[Entry]) -> list[ArticleRow]:
    """Return the rows of the articles that these entries filed."""
    return [
        ArticleRow(
            number=entry.number,
            id=entry.event.id,
            command=entry.command,
            title=storable(entry.event.article.title),
            publisher=storable(entry.event.article.publisher),
            published=entry.event.article.published.toordinal(),
            url=storable(entry.event.article.url),
            claims=entry.event.claims,
            stands=True,
        )
        for entry in entries
        if isinstance(entry.event, ArticleFiled)
    ]


def undone_commands(database: Database, known: int | None = None) -> frozenset[str]:
    """Return the commands that are undone, an undo that was itself undone not counting; as known at a moment."""
    sql = f"SELECT {ENTRY} FROM entry WHERE type = 'CommandUndone'"  # noqa: S608
    if known is not None:
        sql += " AND recorded <= :known"
    undone: set[str] = set()
    parameters = {} if known is None else {"known": known}
    for entry in map(entry_of, database.rows(f"{sql} ORDER BY number DESC", **parameters)):
        if isinstance(entry.event, CommandUndone) and entry.command not in undone:
            undone.add(entry.event.command)
    return frozenset(undone)


def _refuse_gap(database: Database, first: int) -> None:
    if indexed(database) != first - 1:
        raise StoreError(f"{database.name}: the index is behind the ledger; bring it up with: claims store rebuild")


def _commands(database: Database, row: CommandRow) -> None:
    """Note a command, or more entries of one that is under way."""
    found = database.rows("SELECT undone FROM command WHERE id = :id", id=row.id)
    if not found:
        database.insert("command", CommandRow._fields, [row])
    elif found[0][0]:
        raise StoreError("this command was undone while it ran; give it again")
    else:
        sql = """UPDATE command SET last = :last, entries = entries + :more, undoes = COALESCE(undoes, :undoes)
         WHERE id = :id"""
        database.rows(sql, last=row.last, more=row.entries, undoes=row.undoes, id=row.id)


def _mask(database: Database) -> None:
    """Mark what is undone now, and unmark what is no longer."""
    undone = undone_commands(database)
    marked = {str(row[0]) for row in database.rows("SELECT id FROM command WHERE undone")}
    for changed, yes in ((undone - marked, True), (marked - undone, False)):
        database.among("UPDATE command SET undone = :yes WHERE id IN :among", sorted(changed), yes=yes)
        database.among("UPDATE article SET stands = :yes WHERE command IN :among", sorted(changed), yes=not yes)


def _known(database: Database, claims: list[str], first: int) -> frozenset[str]:
    """Return those of the claims that the ledger knew before an entry."""
    sql = "SELECT DISTINCT claim FROM entry_claim WHERE claim IN :among AND number < :first"
    return frozenset(str(row[0]) for row in database.among(sql, claims, first=first))


def _write(database: Database, claims: Iterable[Folded]) -> None:
    for chunk in _chunks(claims):
        database.insert("claim", Row._fields, [each.row for each in chunk])
        database.insert("fact", FactRow._fields, [each.facts for each in chunk])
        database.insert("agenda", ("claim", "day"), [(each.row.id, 0) for each in chunk])
        database.insert("evidence", EvidenceRow._fields, [row for each in chunk for row in each.evidence])
        database.insert("sighting", SightingRow._fields, [row for each in chunk for row in each.sightings])


def _refold(database: Database, claims: Iterable[str]) -> None:
    """Make what the index holds of claims anew from their entries."""
    for chunk in _chunks(claims):
        for table, key in (("claim", "id"), ("fact", "claim"), ("agenda", "claim"), *OF_CLAIM):
            database.among(f"DELETE FROM {table} WHERE {key} IN :among", chunk)  # noqa: S608
        again = by_claim(database.among(f"{OF_CLAIMS} WHERE ec.claim IN :among {IN_ORDER}", chunk))
        _write(database, [each for _, own in again if (each := folded(own)) is not None])


def _note_indexed(database: Database, number: int) -> None:
    database.rows("DELETE FROM meta WHERE key = 'indexed'")
    database.insert("meta", ("key", "value"), [("indexed", str(number))])


def _chunks(items: Iterable[T]) -> Iterator[list[T]]:
    iterator = iter(items)
    while chunk := list(islice(iterator, CHUNK)):
        yield chunk
