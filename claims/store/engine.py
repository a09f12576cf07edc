"""Opening: from a place to a Database whose schema this version reads, or one clear line on why not.

Reads write nothing: a file that may be written is opened so that SQLite clears its own `-wal` and `-shm` away, and
one that may not is opened read-only, and as immutable where there is no `-wal` (SQLite would want to make one).
"""

import os
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from claims.errors import StoreError
from claims.store.database import BUSY_SECONDS, Database, Lite, said
from claims.store.place import Place

if TYPE_CHECKING:
    from sqlalchemy import Engine

APPLICATION = 0x436C6D73
"""SQLite's application_id of a ledger: "Clms" in ASCII."""
REVISIONS = ("0001",)
"""The schemas that this version knows, oldest first; it reads and writes the last."""


def open_database(place: Place, *, create: bool = False) -> Database:
    """Open a ledger's database; with `create`, make it where there is none.

    Raises StoreError, in one line, where there is none, or it is not ours, damaged, locked, or of another version.
    """
    database, here = _reached(place, create=create)
    try:
        if here:
            check(database)
        elif create:
            make(place, database)
        else:
            raise StoreError(f"{place} holds no ledger yet; make one there with: claims store init")
    except BaseException:
        database.close()
        raise
    return database


def upgrade_database(place: Place) -> tuple[str, str]:
    """Bring a ledger up to this version's schema, its index made anew; return the version it had and the one it has.

    No entry is touched. Raises StoreError where there is no ledger, or one of a newer version.
    """
    database, here = _reached(place, create=False)
    try:
        version = str(database.value("SELECT version_num FROM alembic_version")) if here else ""
        if version not in REVISIONS:
            open_database(place).close()  # says why not
        make(place, database)
        if version != REVISIONS[-1]:
            from claims.store.index import rebuild

            rebuild(database)
    finally:
        database.close()
    return version, REVISIONS[-1]


def check(database: Database) -> None:
    """Refuse a ledger of another version, by one SELECT. Raises StoreError."""
    version = database.value("SELECT version_num FROM alembic_version")
    if version == REVISIONS[-1]:
        return
    if version in REVISIONS:
        raise StoreError(f"{database.name} is of an older version; bring it up to date with: claims store upgrade")
    raise StoreError(f"{database.name} is of a newer version (schema {version}); update claims to read it")


def make(place: Place, database: Database) -> None:
    """Make the tables, or bring them up to this version, whole or not at all. Raises StoreError where it cannot."""
    from claims.store.upgrades import upgrade  # Alembic and SQLModel take half a second

    if not database.writable:
        raise StoreError(f"{place} is read-only; make the file and its folder writable to change the ledger")
    upgrade(alchemy(place, database, write=True), database.name)


def _reached(place: Place, *, create: bool) -> tuple[Database, bool]:
    """Connect, and tell whether there is a ledger of ours, of whatever version."""
    if place.url is not None:
        from claims.store.postgres import Post  # wanted only by who has a server

        post = Post(place.url, str(place))
        return post, bool(post.value("SELECT to_regclass('alembic_version') IS NOT NULL"))
    if place.path is not None and not place.path.exists():
        if not create:
            raise StoreError(f"there is no ledger at {place}; make one with: claims store init")
        place.path.parent.mkdir(parents=True, exist_ok=True)
    lite = Lite(_connect(place), str(place), writable=place.path is None or _writable(place.path))
    try:
        return lite, _is_ours(lite)
    except BaseException:
        lite.close()
        raise


def _connect(place: Place) -> sqlite3.Connection:
    """Open the file as gently as its permissions ask; in memory where the place has no file."""
    path = place.path
    with said(str(place)):
        if path is None:
            connection = sqlite3.connect(":memory:", isolation_level=None)
        else:
            if path.is_dir():
                raise StoreError(f"{place} is a folder; name a file in it")
            address = "file:" + quote(str(path.absolute()))
            if _writable(path):
                address += "?mode=rwc"
            elif Path(f"{path}-wal").exists():
                address += "?mode=ro"
            else:
                address += "?mode=ro&immutable=1"
            connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=BUSY_SECONDS)
        connection.execute("PRAGMA query_only = ON")
    return connection


def _writable(path: Path) -> bool:
    """Whether a file, or a folder for a file that is yet to be, may be written; its mode counts for root, too."""
    if not path.exists():
        return True
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK) and bool(path.stat().st_mode & 0o222)


def _is_ours(database: Database) -> bool:
    """True for a ledger, False for an empty database. Raises StoreError for anything else."""
    if database.value("PRAGMA application_id") == APPLICATION:
        return True
    if database.value("SELECT count(*) FROM sqlite_master"):
        raise StoreError(f"{database.name} is not a ledger of claims; name another place with --db")
    return False


def alchemy(place: Place, database: Database, *, write: bool = False) -> "Engine":
    """Return SQLAlchemy's engine for the same database, for what is composed as expressions and for upgrades.

    Errors do not print parameters. With `write`, transactions on SQLite take the write lock when they begin. In memory
    the engine shares the one connection.
    """
    from sqlalchemy import create_engine, event
    from sqlalchemy.pool import NullPool, StaticPool

    if place.url is not None:
        url = place.url.replace("postgresql://", "postgresql+psycopg://", 1)
        return create_engine(url, hide_parameters=True, poolclass=NullPool)
    if place.path is None and isinstance(database, Lite):
        shared = database.connection
        engine = create_engine("sqlite://", creator=lambda: shared, poolclass=StaticPool, hide_parameters=True)
    else:
        engine = create_engine("sqlite://", creator=lambda: _connect(place), poolclass=NullPool, hide_parameters=True)

    @event.listens_for(engine, "begin")
    def _begin(connection: object) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")  # type: ignore[attr-defined]  # the driver leaves transactions to us

    return engine
