"""PostgreSQL as a Database, by psycopg; loaded only for a postgresql:// address."""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from itertools import count, islice
from typing import Any

import psycopg
from psycopg import errors

from claims.errors import StoreError
from claims.store.database import BUSY_SECONDS, CHUNK, Database, Values

_STREAMS = count(1)
"""Several cursors of a connection may be open at once, each by a name of its own."""
_NAMED = re.compile(r"(?<![:\w]):([a-z]\w*)")


@cache
def _spelt(sql: str) -> Any:
    """Turn `:name` into psycopg's `%(name)s`; Any for the reason that `_plain` gives."""
    return _NAMED.sub(r"%(\1)s", sql.replace("%", "%%"))


def _plain(sql: str) -> Any:
    """Hand on a statement of ours: psycopg's types take none that was put together, even from our own column names."""
    return sql


class Post(Database):
    """PostgreSQL. The connection commits by itself, so that each read sees the newest state."""

    kind = "postgresql"

    def __init__(self, url: str, name: str) -> None:
        self.name, self.writable = name, True
        with self._said():
            self.connection: psycopg.Connection[Values] = psycopg.connect(url, autocommit=True, connect_timeout=10)

    def rows(self, sql: str, **parameters: object) -> list[Values]:
        """Return all rows of a statement; none where it gives none."""
        with self._said():
            cursor = self.connection.execute(_spelt(sql), parameters)
            return cursor.fetchall() if cursor.description else []

    def stream(self, sql: str, **parameters: object) -> Iterator[Values]:
        """Yield the rows of a statement one by one, from a cursor that the server keeps."""
        with self._said(), self.connection.cursor(name=f"claims_{next(_STREAMS)}", withhold=True) as cursor:
            cursor.itersize = 2000
            cursor.execute(_spelt(sql), parameters)
            yield from cursor

    def among(self, sql: str, wanted: Sequence[str], **parameters: object) -> list[Values]:
        """Return the rows of a statement in which `IN :among` stands for being one of these texts; they go in as an array."""
        return self.rows(sql.replace("IN :among", "= ANY(:among)"), among=list(wanted), **parameters) if wanted else []

    def insert(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """Insert rows into the columns of a table."""
        marks = ", ".join(["%s"] * len(columns))
        self._many(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)  # noqa: S608

    def update(self, table: str, columns: Sequence[str], key: str, rows: Iterable[Sequence[object]]) -> None:
        """Set columns of a table's rows, found by their key."""
        marks = ", ".join(f"{column} = %s" for column in columns)
        self._many(f"UPDATE {table} SET {marks} WHERE {key} = %s", rows)  # noqa: S608

    def _many(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        # The rows may be read over this very connection, which can do but one thing at a time.
        remaining = iter(rows)
        while chunk := list(islice(remaining, CHUNK)):
            with self._said(), self.connection.cursor() as cursor:
                cursor.executemany(_plain(sql), chunk)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Hold the ledger for writing: others read on, but wait to write."""
        with self._said(), self.connection.transaction():
            self.connection.execute(_plain(f"SET LOCAL lock_timeout = '{BUSY_SECONDS}s'"))
            self.connection.execute("LOCK TABLE entry IN SHARE ROW EXCLUSIVE MODE")
            yield

    def close(self) -> None:
        """Close the connection."""
        self.connection.close()

    @contextmanager
    def _said(self) -> Iterator[None]:
        """Turn psycopg's errors into one clear line each."""
        try:
            yield
        except psycopg.Error as error:
            raise StoreError(_line(error, self.name)) from error


def _line(error: psycopg.Error, name: str) -> str:
    first = (str(error).strip().splitlines() or ["no reason given"])[0]
    match error:
        case errors.LockNotAvailable():
            return f"{name} is locked by another program; try again when that has finished"
        case errors.UndefinedTable():
            return f"{name} is not a ledger of claims; make one there with: claims store init"
        case errors.ReadOnlySqlTransaction() | errors.InsufficientPrivilege():
            return f"{name} may not be written by this user ({first})"
        case errors.OperationalError() if error.sqlstate is None:
            return f"{name} cannot be reached ({first})"
        case _:
            return f"{name}: {first}"
