"""Database: an open connection that takes one spelling of SQL; SQLite here, PostgreSQL in postgres.py.

Statements are written once, for both, with parameters as `:name`. All strings are compared by code point (COLLATE "C"
on PostgreSQL, BINARY on SQLite), days are ordinals and moments are integer microseconds, so that both answer alike.
"""

import json
import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any

from claims.errors import StoreError

BUSY_SECONDS = 20
"""How long a writer waits for another one: longer than any one article takes to land."""

CACHE_KIB = 65_536
"""What a writer may hold of a file, in KiB: with SQLite's usual 2 MB, a long command writes the same pages over and over."""

Values = tuple[Any, ...]
"""A row as the driver gives it."""


class Database(ABC):
    """A connection to one ledger's database; reads see what is committed, writes happen inside `transaction`."""

    kind: str
    name: str
    """The place in words, for messages."""
    writable: bool

    @abstractmethod
    def rows(self, sql: str, **parameters: object) -> list[Values]:
        """Return all rows of a statement."""

    @abstractmethod
    def stream(self, sql: str, **parameters: object) -> Iterator[Values]:
        """Yield the rows of a statement one by one, in bounded memory."""

    @abstractmethod
    def insert(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """Insert rows into the columns of a table."""

    @abstractmethod
    def update(self, table: str, columns: Sequence[str], key: str, rows: Iterable[Sequence[object]]) -> None:
        """Set columns of a table's rows; each row gives their values, and last its key's."""

    @abstractmethod
    def transaction(self) -> AbstractContextManager[None]:
        """Hold the ledger for writing: commits at the end, or takes all back where it is left by an error."""

    def as_it_is(self) -> AbstractContextManager[None]:
        """Read text even where it is not what the database should have taken; a server sees to that itself."""
        return nullcontext()

    @abstractmethod
    def close(self) -> None:
        """Close the connection."""

    def value(self, sql: str, **parameters: object) -> Any:
        """Return the first value of the first row, None where there is none."""
        found = self.rows(sql, **parameters)
        return found[0][0] if found else None

    @abstractmethod
    def among(self, sql: str, wanted: Sequence[str], **parameters: object) -> list[Values]:
        """Return the rows of a statement in which `IN :among` stands for being one of these texts; none for no texts."""


CHUNK = 500
"""Parameters in one statement; SQLite of old took 999."""


class Lite(Database):
    """SQLite."""

    kind = "sqlite"

    def __init__(self, connection: sqlite3.Connection, name: str, *, writable: bool) -> None:
        self.connection, self.name, self.writable = connection, name, writable

    def rows(self, sql: str, **parameters: object) -> list[Values]:
        """Return all rows of a statement."""
        with said(self.name):
            return self.connection.execute(sql, parameters).fetchall()

    def stream(self, sql: str, **parameters: object) -> Iterator[Values]:
        """Yield the rows of a statement one by one."""
        with said(self.name):
            # No `yield from`: it would close the cursor of a reader that stopped early, on a ledger that may be closed by then.
            for row in self.connection.execute(sql, parameters):  # noqa: UP028
                yield row

    def among(self, sql: str, wanted: Sequence[str], **parameters: object) -> list[Values]:
        """Return the rows of a statement in which `IN :among` stands for being one of these texts.

        They go in as one JSON array: to bind hundreds of parameters by name takes SQLite longer than to find the rows.
        """
        found: list[Values] = []
        texts = [each for each in wanted if "\0" not in each]
        if texts:
            listed = sql.replace(":among", "(SELECT value FROM json_each(:among))")
            found += self.rows(listed, among=json.dumps(texts), **parameters)
        # JSON in SQLite ends a text at its first NUL.
        for text in {*wanted} - {*texts}:
            found += self.rows(sql.replace(":among", "(:among)"), among=text, **parameters)
        return found

    def insert(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """Insert rows into the columns of a table."""
        marks = ", ".join("?" * len(columns))
        with said(self.name):
            self.connection.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)  # noqa: S608

    def update(self, table: str, columns: Sequence[str], key: str, rows: Iterable[Sequence[object]]) -> None:
        """Set columns of a table's rows, found by their key."""
        marks = ", ".join(f"{column} = ?" for column in columns)
        with said(self.name):
            self.connection.executemany(f"UPDATE {table} SET {marks} WHERE {key} = ?", rows)  # noqa: S608

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Hold the ledger for writing; a reader's connection is turned into a writer's for as long as this lasts."""
        if not self.writable:
            raise StoreError(f"{self.name} is read-only; make the file and its folder writable to change the ledger")
        with said(self.name):
            self.connection.execute("PRAGMA query_only = OFF")
            self.connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
            try:
                self.connection.execute("BEGIN IMMEDIATE")
                yield
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise
            finally:
                self.connection.execute("PRAGMA query_only = ON")

    @contextmanager
    def as_it_is(self) -> Iterator[None]:
        """Read text that is no longer UTF-8, too: it was changed behind our back, and the audit is to say where."""
        self.connection.text_factory = lambda octets: octets.decode("utf-8", "surrogateescape")
        try:
            yield
        finally:
            self.connection.text_factory = str

    def close(self) -> None:
        """Close the connection."""
        self.connection.close()


@contextmanager
def said(name: str) -> Iterator[None]:
    """Turn SQLite's errors into one clear line each."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise StoreError(_line(error, name)) from error


def _line(error: sqlite3.DatabaseError, name: str) -> str:
    code = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
    match code:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return f"{name} is locked by another program; try again when that has finished"
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return f"{name} is read-only; make the file and its folder writable to change the ledger"
        case sqlite3.SQLITE_CANTOPEN:
            return f"{name} cannot be opened; check that the folder is there and may be read"
        case sqlite3.SQLITE_NOTADB:
            return f"{name} is not a ledger of claims; name another place with --db"
        case sqlite3.SQLITE_CORRUPT:
            return f"{name} is damaged ({error}); restore it from a copy"
        case sqlite3.SQLITE_FULL | sqlite3.SQLITE_IOERR:
            return f"{name} cannot be written ({error}); check the disk"
        case _:
            return f"{name}: {error}"
