"""Ledger: what happened, in order; it appends, and gives back entries, dossiers and articles."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from claims.errors import NotFound, StoreError
from claims.store import engine, find
from claims.store.database import CHUNK, Database
from claims.store.place import Place
from claims.store.row import ArticleRow, CommandRow, Listed

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from claims.domain.article import Article
    from claims.domain.dossier import Dossier
    from claims.domain.events import AdoptedRulebook, Entry, Event
    from claims.domain.filters import Filter
    from claims.errors import Problem

LAST_MOMENT = 2**62
"""Later than anything recorded."""


def open_ledger(place: Place | Path | str, *, create: bool = False) -> "Ledger":
    """Open the ledger at a path, `:memory:` or a postgresql:// address; with `create`, make it where there is none.

    Raises StoreError, in one line, where it cannot be read.
    """
    where = place if isinstance(place, Place) else Place.of(place)
    return Ledger(where, engine.open_database(where, create=create))


def upgrade_ledger(place: Place | Path | str) -> tuple[str, str]:
    """Bring a ledger of an older version up to this one, no entry changed; return the schemas it had and has.

    Raises StoreError where there is none, or it is of a newer version.
    """
    return engine.upgrade_database(place if isinstance(place, Place) else Place.of(place))


class Ledger:
    """An open ledger. Reads write nothing and see the newest state; moments are UTC microseconds since 1970.

    `known` leaves out everything recorded after a moment, in every question that takes it; None leaves out nothing.
    """

    def __init__(self, place: Place, database: Database) -> None:
        self.place, self.database = place, database

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close it."""
        self.database.close()

    def alchemy(self) -> "Engine":
        """Return SQLAlchemy's engine for reading the same database."""
        return engine.alchemy(self.place, self.database)

    # What happens

    def append(self, command: str, actor: str, recorded: int, events: Sequence["Event"]) -> tuple["Entry", ...]:
        """Append events of a command, and bring the index up, in one transaction; return them as entries.

        Waits for another writer. Raises StoreError where the ledger cannot be written, and ValueError for an event
        that could not be read back, or an undo that leaves out a claim its command touched; then nothing is written.
        """
        from claims.store.append import append

        return append(self.database, command, actor, recorded, events)

    def append_all(self, command: str, actor: str, recorded: int, events: Iterable["Event"]) -> int:
        """Append events as `append` does, and return how many there were; rules' words are not held in memory.

        Events may be an iterator; it is drawn from inside the transaction, and may itself read the ledger as long as each
        reading is over before the next event is given.
        """
        from claims.store.append import append_all

        return append_all(self.database, command, actor, recorded, events)

    # What happened

    def entries(
        self,
        *,
        claim: str | None = None,
        command: str | None = None,
        first: int = 1,
        last: int | None = None,
        known: int | None = None,
        newest: bool = False,
    ) -> Iterator["Entry"]:
        """Yield entries by number: of a claim (by its whole id), of a command, of a stretch of numbers; else all."""
        from claims.store.folding import ENTRY, entry_of

        where, parameters = ["number >= :first"], {"first": first}
        limits: dict[str, str | int | None] = {"claim": claim, "command": command, "last": last, "known": known}
        conditions = {
            "claim": "number IN (SELECT number FROM entry_claim WHERE claim = :claim)",
            "command": "command = :command AND number BETWEEN (SELECT first FROM command WHERE id = :command)"
            " AND (SELECT last FROM command WHERE id = :command)",
            "last": "number <= :last",
            "known": "recorded <= :known",
        }
        given = {name: value for name, value in limits.items() if value is not None}
        where += [conditions[name] for name in given]
        order = "ORDER BY number DESC" if newest else "ORDER BY number"
        sql = f"SELECT {ENTRY} FROM entry WHERE {' AND '.join(where)} {order}"  # noqa: S608
        return map(entry_of, self.database.stream(sql, **parameters, **given))

    def commands(self, actor: str | None = None, *, undone: bool = False) -> Iterator[CommandRow]:
        """Yield the commands, of an actor or of all, newest first; with `undone`, those that no longer count too."""
        where = ["1 = 1", *(["actor = :actor"] if actor is not None else []), *([] if undone else ["NOT undone"])]
        columns = ", ".join(CommandRow._fields)
        sql = f"SELECT {columns} FROM command WHERE {' AND '.join(where)} ORDER BY last DESC"  # noqa: S608
        parameters = {} if actor is None else {"actor": actor}
        return map(CommandRow._make, self.database.stream(sql, **parameters))

    def last_command(self, actor: str) -> CommandRow | None:
        """Return an actor's own last command that counts; None where there is none."""
        return next(iter(self.commands(actor)), None)

    def touched(self, command: str) -> tuple[str, ...]:
        """Return the ids of the claims that a command's entries are about: what its undo has to name."""
        from claims.store.append import touched

        return touched(self.database, command)

    def resting_on(self, command: str) -> tuple["Entry", ...]:
        """Return later entries, of other commands that count, on the claims that a command touched, by number."""
        from claims.store.append import resting_on

        return resting_on(self.database, command)

    # What is known

    def find(
        self,
        wanted: "Filter",
        today: date,
        window: int = find.DUE_WINDOW,
        known: int | None = None,
        looks: find.Looks | None = None,
    ) -> list[Listed]:
        """Return the claims that a filter asks for as they stand on a day, longest overdue first; window in days."""
        return find.find(self.database, wanted, today, window, known, looks)

    def claim_named(self, beginning: str) -> str:
        """Return the id of the one claim that begins so. Raises NotFound where none does, or several do."""
        return find.claim_named(self.database, beginning)

    def article_named(self, beginning: str) -> str:
        """Return the id of the one article that begins so. Raises NotFound where none does, or several do."""
        return find.article_named(self.database, beginning)

    def dossier(self, claim: str, as_of: date = date.max, known: int | None = None) -> "Dossier | None":
        """Return the dossier of a claim (by its whole id) for a day; None where it does not stand on it."""
        return next(self.dossiers([claim], as_of, known), None)

    def dossiers(
        self, ids: Iterable[str] | None = None, as_of: date = date.max, known: int | None = None
    ) -> Iterator["Dossier"]:
        """Yield the dossiers of these claims in the order given, or of all by id; those that do not stand left out.

        Each holds the claims that it cannot stand beside, but for what was known at a moment, when they are not looked for.
        """
        found = self._dossiers(ids, as_of, known)
        if known is not None or self.database.value("SELECT 1 FROM conflict LIMIT 1") is None:
            yield from found
            return
        from claims.store.conflicts import conflicts_of

        while chunk := list(islice(found, CHUNK)):
            others = conflicts_of(self.database, [each.id for each in chunk], as_of.toordinal())
            for each in chunk:
                yield each.model_copy(update={"conflicts": others[each.id]}) if each.id in others else each

    def rivals(self, claim: str) -> tuple[tuple[str, date], ...]:
        """Return the claims that cannot hold beside one (by its whole id), each with the day it was put forward."""
        from claims.store.conflicts import rivals_of

        return rivals_of(self.database, claim)

    def _dossiers(self, ids: Iterable[str] | None, as_of: date, known: int | None) -> Iterator["Dossier"]:
        from claims.domain.dossier import fold
        from claims.store.folding import by_claim
        from claims.store.index import IN_ORDER, OF_CLAIMS

        moment: dict[str, object] = {} if known is None else {"known": known}
        until = "" if known is None else "AND e.recorded <= :known"
        if ids is None:
            rows = self.database.stream(f"{OF_CLAIMS} WHERE 1 = 1 {until} {IN_ORDER}", **moment)
            yield from (each for _, entries in by_claim(rows) if (each := fold(entries, as_of)) is not None)
            return
        wanted = list(ids)
        for start in range(0, len(wanted), CHUNK):
            part = wanted[start : start + CHUNK]
            found = self.database.among(f"{OF_CLAIMS} WHERE ec.claim IN :among {until} {IN_ORDER}", part, **moment)
            folds = {claim: fold(entries, as_of) for claim, entries in by_claim(found)}
            yield from (each for claim in part if (each := folds.get(claim)) is not None)

    def claims(self) -> list[str]:
        """Return the ids of all claims that stand, dismissed ones included, in order."""
        return [str(row[0]) for row in self.database.rows("SELECT id FROM claim ORDER BY id")]

    def count(self, as_of: date = date.max) -> int:
        """Return how many claims stand and were put forward by a day."""
        return int(self.database.value("SELECT count(*) FROM claim WHERE made <= :day", day=as_of.toordinal()))

    @property
    def writable(self) -> bool:
        """Whether the ledger can be written to."""
        return self.database.writable

    def articles(self) -> list[ArticleRow]:
        """Return the articles on the ledger, in the order they were filed."""
        sql = f"SELECT {', '.join(ArticleRow._fields)} FROM article WHERE stands ORDER BY number"  # noqa: S608
        first: dict[str, ArticleRow] = {}
        for row in map(ArticleRow._make, self.database.rows(sql)):
            first.setdefault(row.id, row)
        return list(first.values())

    def articles_at(self, url: str) -> list[ArticleRow]:
        """Return the articles that were read from an address; one whose text changed is there more than once."""
        return [row for row in self.articles() if row.url == url]

    def has_article(self, article: str) -> bool:
        """Tell whether an article with this id is on the ledger and counts."""
        return self.database.value("SELECT 1 FROM article WHERE id = :id AND stands", id=article) is not None

    def article(self, article: str) -> "Article":
        """Return an article with its text, by its whole id. Raises NotFound where it is not on the ledger."""
        from claims.domain.events import ArticleFiled

        number = self.database.value("SELECT MIN(number) FROM article WHERE id = :id AND stands", id=article)
        if number is None:
            raise NotFound(f"no article on this ledger has the id {article}; `claims articles` shows them")
        event = next(self.entries(first=number, last=number)).event
        if not isinstance(event, ArticleFiled):
            raise StoreError(f"{self.place}: the index is not the ledger's; make it anew with: claims store rebuild")
        return event.article

    def rulebooks(self, known: int | None = None) -> tuple["AdoptedRulebook", ...]:
        """Return the rulebooks that the ledger judges by, the first of them first; none where none was adopted."""
        from claims.domain.events import RulebookAdopted
        from claims.store.folding import ENTRY, entry_of
        from claims.store.index import undone_commands

        sql = f"SELECT {ENTRY} FROM entry WHERE type = 'RulebookAdopted' ORDER BY number DESC"  # noqa: S608
        undone = undone_commands(self.database, known)
        for entry in map(entry_of, self.database.rows(sql)):
            late = known is not None and entry.recorded > known
            if isinstance(entry.event, RulebookAdopted) and entry.command not in undone and not late:
                return entry.event.rulebooks
        return ()

    def due_window(self, known: int | None = None) -> int:
        """Return how many days before its deadline a claim is due, by the rulebooks that the ledger judges by."""
        sql = """SELECT e.event FROM entry e JOIN command c ON c.id = e.command
         WHERE e.type = 'RulebookAdopted' AND NOT c.undone AND e.recorded <= :known ORDER BY e.number DESC LIMIT 1"""
        text = self.database.value(sql, known=LAST_MOMENT if known is None else known)
        window = json.loads(text).get("window") if text else None
        return window if isinstance(window, int) else find.DUE_WINDOW

    # Whether it is sound

    def head(self) -> tuple[int, str]:
        """Return the number and digest of the last entry: kept elsewhere, they show that nothing before was changed."""
        from claims.store.append import head

        return head(self.database)

    def audit(self) -> tuple["Problem", ...]:
        """Return all that is wrong with the chain, the stored words and the index; none where the ledger is sound."""
        from claims.store.audit import audit

        return tuple(audit(self.database))

    def rebuild(self) -> int:
        """Make the index anew from the entries; return how many claims stand."""
        from claims.store.index import rebuild

        return rebuild(self.database)
