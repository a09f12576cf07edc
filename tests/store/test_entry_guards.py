"""Nobody changes, removes, overwrites or slips in an entry, by whatever statement the database knows."""

import pytest

from claims.errors import StoreError
from claims.store import Ledger, open_ledger
from claims.store.chain import Link
from claims.store.engine import make as upgrade
from tests.store.sample import MOMENT, filing

COLUMNS = ", ".join(Link._fields)
CHANGES = (
    "UPDATE entry SET actor = 'eve'",
    "UPDATE entry SET number = number + 100",
    "DELETE FROM entry WHERE number = 5",
    "DELETE FROM entry",
    f"INSERT INTO entry ({COLUMNS}) SELECT {COLUMNS} FROM entry WHERE number = 2",
    "INSERT INTO entry SELECT 99, recorded, 'eve', command, type, version, event, digest, digest FROM entry WHERE number = 5",
    "INSERT INTO entry SELECT 0, recorded, 'eve', command, type, version, event, previous, digest FROM entry WHERE number = 1",
    "INSERT INTO entry SELECT 6, recorded, 'eve', command, type, version, event, previous, digest FROM entry WHERE number = 5",
)
SQLITE = (
    f"REPLACE INTO entry ({COLUMNS}) SELECT 2, recorded, 'eve', command, type, version, event, previous, digest"
    " FROM entry WHERE number = 2",
    "INSERT OR REPLACE INTO entry SELECT * FROM entry WHERE number = 3",
    "INSERT OR IGNORE INTO entry SELECT 9, recorded, 'eve', command, type, version, event, digest, digest FROM entry",
    "UPDATE OR REPLACE entry SET number = 2 WHERE number = 3",
    "INSERT INTO entry SELECT * FROM entry WHERE number = 3 ON CONFLICT (number) DO UPDATE SET actor = 'eve'",
    "INSERT INTO entry (number, recorded, actor, command, type, version, event, previous, digest)"
    " SELECT NULL, recorded, 'eve', command, type, version, event, digest, digest FROM entry WHERE number = 5",
)
POSTGRESQL = (
    "TRUNCATE entry",
    "TRUNCATE entry CASCADE",
    "INSERT INTO entry SELECT * FROM entry WHERE number = 3 ON CONFLICT (number) DO UPDATE SET actor = 'eve'",
)


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    """A ledger of five entries."""
    ledger.append("c1", "ada", MOMENT, filing())
    return ledger


def refuses_all(ledger: Ledger) -> None:
    before = list(ledger.entries())
    own = SQLITE if ledger.database.kind == "sqlite" else POSTGRESQL
    for statement in (*CHANGES, *own):
        with pytest.raises(StoreError), ledger.database.transaction():
            ledger.database.rows(statement)
        assert list(ledger.entries()) == before, statement
    assert ledger.audit() == ()


def test_every_change_is_refused_and_changes_nothing(filled: Ledger) -> None:
    refuses_all(filled)


def test_the_refusal_says_what_the_ledger_is(filled: Ledger) -> None:
    said = "the ledger is append-only: entries are never changed or removed"
    with pytest.raises(StoreError, match=said), filled.database.transaction():
        filled.database.rows("UPDATE entry SET actor = 'eve'")


def test_the_guards_stand_after_an_upgrade_that_has_nothing_to_do(filled: Ledger) -> None:
    upgrade(filled.place, filled.database)
    refuses_all(filled)


def test_a_reading_connection_cannot_write_anything(filled: Ledger) -> None:
    if filled.database.kind == "sqlite":
        with pytest.raises(StoreError, match="read-only"):
            filled.database.rows("DELETE FROM claim")


def test_an_append_that_fails_leaves_nothing_behind(place: str) -> None:
    with open_ledger(place) as ledger:
        ledger.append("c1", "ada", MOMENT, filing())
        with ledger.database.transaction():
            ledger.database.rows("UPDATE meta SET value = '4' WHERE key = 'indexed'")
        before = ledger.head()
        with pytest.raises(StoreError, match="index is behind the ledger; bring it up with: claims store rebuild"):
            ledger.append("c2", "ada", MOMENT, filing())
        assert ledger.head() == before
        assert ledger.rebuild() == 4
        assert ledger.append("c2", "ada", MOMENT, filing())
        assert ledger.audit() == ()
