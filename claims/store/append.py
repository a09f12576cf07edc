"""Appending: events to entries, chained and indexed in one transaction; and what an undo has to know."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice
from typing import cast

from claims.domain.events import CommandUndone, Entry, Event, read, write
from claims.store.chain import GENESIS, Link, forge
from claims.store.database import Database
from claims.store.folding import ENTRY, entry_of, storable
from claims.store.index import extend, extend_by_rulings
from claims.store.ruling import Ruling, is_ruling, written

BATCH = 1_000
"""So many of rules' words are held at a time, some 3 MB; an article's events, or an undo's, land together."""
Landed = tuple[list[Link], Sequence[Event]]
"""A batch of entries as they stand in their table, each with its event."""


def append(database: Database, command: str, actor: str, recorded: int, events: Sequence[Event]) -> tuple[Entry, ...]:
    """Append the events of a command and bring the index up, in one transaction; see Ledger.append."""
    return tuple(
        entry
        for links, given in _landed(database, command, actor, recorded, events)
        for entry in _entries(links, given)
    )


def append_all(database: Database, command: str, actor: str, recorded: int, events: Iterable[Event]) -> int:
    """Append the events of a command without holding them; return how many there were. See Ledger.append_all."""
    return sum(len(links) for links, _ in _landed(database, command, actor, recorded, events))


def _landed(database: Database, command: str, actor: str, recorded: int, events: Iterable[Event]) -> Iterator[Landed]:
    """Append events and yield them batch by batch; all of them land, or none, when the last was drawn."""
    if isinstance(events, Sequence) and not events:
        return
    actor, command = storable(actor) or "", storable(command) or ""
    if not (actor and command):
        raise ValueError("an entry needs an actor and a command")
    with database.transaction():
        number, digest = head(database)
        for batch, rulings in _batches(events):
            # What could not be read again must never land, since nothing that landed can be mended.
            texts = [written(event) for event in rulings] if rulings else [write(event) for event in batch]
            again: Sequence[Event] = rulings if rulings else [read(text) for text in texts]
            _refuse_partial_undo(database, batch)
            kinds = ((event.type, event.version, text) for event, text in zip(batch, texts, strict=True))
            links = forge(number + 1, digest, recorded, actor, command, kinds)
            database.insert("entry", Link._fields, links)
            if rulings:
                extend_by_rulings(database, links, rulings)
            else:
                extend(database, _entries(links, again))
            number, digest = links[-1].number, links[-1].digest
            yield links, again


def _entries(links: list[Link], events: Sequence[Event]) -> tuple[Entry, ...]:
    return tuple(
        Entry.model_construct(
            number=link.number, recorded=link.recorded, actor=link.actor, command=link.command, event=event
        )
        for link, event in zip(links, events, strict=True)
    )


def _refuse_partial_undo(database: Database, events: Iterable[Event]) -> None:
    for event in events:
        if isinstance(event, CommandUndone) and (missed := set(touched(database, event.command)) - {*event.claims}):
            raise ValueError(f"the undo of {event.command} does not name the claims {sorted(missed)}")


def _batches(events: Iterable[Event]) -> Iterator[tuple[Sequence[Event], list[Ruling]]]:
    """Part events, in order, into stretches of rules' words, none too long, and of all others; (all, rules' words)."""
    for ruling, stretch in groupby(events, is_ruling):
        if not ruling:
            yield list(stretch), []
            continue
        rulings = cast("Iterator[Ruling]", stretch)
        while batch := list(islice(rulings, BATCH)):
            yield batch, batch


def head(database: Database) -> tuple[int, str]:
    """Return the number and digest of the last entry; 0 and GENESIS where there is none."""
    rows = database.rows("SELECT number, digest FROM entry ORDER BY number DESC LIMIT 1")
    return (int(rows[0][0]), str(rows[0][1])) if rows else (0, GENESIS)


_OF_COMMAND = """SELECT number FROM entry WHERE command = :command
 AND number BETWEEN (SELECT first FROM command WHERE id = :command)
             AND (SELECT last FROM command WHERE id = :command)"""


def touched(database: Database, command: str) -> tuple[str, ...]:
    """Return the claims that a command's entries are about, by id."""
    sql = f"SELECT DISTINCT claim FROM entry_claim WHERE number IN ({_OF_COMMAND}) ORDER BY claim"  # noqa: S608
    return tuple(str(row[0]) for row in database.rows(sql, command=command))


def resting_on(database: Database, command: str) -> tuple[Entry, ...]:
    """Return later entries, of other commands that count, on the claims that a command touched, by number."""
    columns = ", ".join("e." + column for column in ENTRY.split(", "))
    sql = f"""SELECT DISTINCT {columns} FROM entry_claim ec JOIN entry e ON e.number = ec.number
     JOIN command c ON c.id = e.command
     WHERE ec.claim IN (SELECT claim FROM entry_claim WHERE number IN ({_OF_COMMAND}))
       AND e.number > (SELECT first FROM command WHERE id = :command)
       AND e.command <> :command AND NOT c.undone AND e.type <> 'CommandUndone'
     ORDER BY e.number"""  # noqa: S608
    return tuple(entry_of(values) for values in database.rows(sql, command=command))
