"""The schema: what the upgrades make is what the tables say, and every ledger there ever was can be read."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from claims.domain.filters import Filter
from claims.domain.verdict import Word
from claims.errors import StoreError
from claims.store import Ledger, open_ledger, upgrade_ledger
from claims.store.engine import REVISIONS, make
from claims.store.find import VIEW
from claims.store.index import TABLES
from claims.store.place import Place
from tests.conftest import ROOT
from tests.store.sample import MOMENT, filing, ids
from tests.store.test_entry_guards import refuses_all

LEDGERS = sorted((ROOT / "fixtures" / "ledgers").glob("*.db"))


def test_the_upgrades_make_what_the_tables_say(ledger: Ledger) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext
    from sqlmodel import SQLModel

    import claims.store.tables  # noqa: F401  # fills the metadata

    with ledger.alchemy().connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, SQLModel.metadata) == []


def test_each_row_has_the_columns_of_its_table() -> None:
    from sqlmodel import SQLModel

    import claims.store.tables  # noqa: F401
    from claims.store.chain import Link
    from claims.store.fact_row import FactRow
    from claims.store.row import ArticleRow, CommandRow, EvidenceRow, Row, SightingRow

    rows = {
        "entry": Link,
        "claim": Row,
        "fact": FactRow,
        "evidence": EvidenceRow,
        "sighting": SightingRow,
        "article": ArticleRow,
        "command": CommandRow,
    }
    for table, row in rows.items():
        assert tuple(SQLModel.metadata.tables[table].columns.keys()) == row._fields, table
    assert {*TABLES, "entry"} <= set(SQLModel.metadata.tables)


def test_a_list_is_read_from_a_view_of_its_columns(ledger: Ledger) -> None:
    with ledger.alchemy().connect() as connection:
        assert tuple(connection.exec_driver_sql("SELECT * FROM listed").keys()) == VIEW


def test_the_newest_revision_is_alembic_s_head() -> None:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", "claims.store:upgrades")
    scripts = ScriptDirectory.from_config(config)
    assert scripts.get_heads() == [REVISIONS[-1]]
    assert tuple(script.revision for script in scripts.walk_revisions())[::-1] == REVISIONS


def test_text_is_compared_by_code_point_on_both(ledger: Ledger) -> None:
    with ledger.database.transaction():
        ledger.database.insert("meta", ("key", "value"), [(word, "") for word in ("b", "B", "a", "é", "_", "Z")])
    assert [row[0] for row in ledger.database.rows("SELECT key FROM meta ORDER BY key")] == [
        "B",
        "Z",
        "_",
        "a",
        "b",
        "é",
    ]


def test_an_upgrade_with_nothing_to_do_changes_nothing(place: str) -> None:
    with open_ledger(place) as ledger:
        ledger.append("c1", "ada", MOMENT, filing())
        before = ledger.head()
    assert upgrade_ledger(place) == (REVISIONS[-1], REVISIONS[-1])
    with open_ledger(place) as ledger:
        assert ledger.head() == before
        assert ledger.audit() == ()


def test_an_upgrade_of_what_cannot_be_upgraded_says_why(place: str, tmp_path: Path) -> None:
    with open_ledger(place) as ledger, ledger.database.transaction():
        ledger.database.rows("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError, match="is of a newer version"):
        upgrade_ledger(place)
    with pytest.raises(StoreError, match="there is no ledger"):
        upgrade_ledger(tmp_path / "none.db")
    (tmp_path / "empty.db").touch()
    with pytest.raises(StoreError, match="holds no ledger yet"):
        upgrade_ledger(tmp_path / "empty.db")


def test_there_is_a_ledger_of_each_version() -> None:
    assert [path.stem for path in LEDGERS] == list(REVISIONS)


@pytest.mark.parametrize("kept", LEDGERS, ids=lambda path: path.stem)
def test_a_ledger_of_each_version_is_read_and_guarded_after_its_upgrade(kept: Path, tmp_path: Path) -> None:
    place = Path(shutil.copy(kept, tmp_path))
    if kept.stem == REVISIONS[-1]:
        with open_ledger(place) as ledger:
            make(Place.of(place), ledger.database)
    quay, cranes, board, _ = ids(filing())
    with open_ledger(place) as ledger:
        assert ledger.head()[0] == 11
        assert ledger.audit() == ()
        folds = {dossier.id: dossier for dossier in ledger.dossiers()}
        assert [folds[claim].word for claim in (quay, cranes, board)] == [Word.OPEN, Word.VERIFIED, Word.OPEN]
        assert [row.schedule for row in ledger.find(Filter(), date(2024, 7, 10))] == ["upcoming", "met", "undated"]
        refuses_all(ledger)
