"""Opening a ledger, or one clear line on why not."""

import sqlite3
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from claims.domain.filters import Filter
from claims.errors import Misuse, StoreError
from claims.store import open_ledger
from claims.store.place import Place
from tests.store.sample import MOMENT, filing

TODAY = date(2024, 7, 10)


def inside(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def refusal(place: Path | str, *, create: bool = False) -> str:
    with pytest.raises(StoreError) as caught:
        open_ledger(place, create=create)
    line = str(caught.value)
    assert "\n" not in line
    assert str(place) in line
    return line


def test_a_ledger_is_made_where_there_is_none_in_folders_that_are_not_there(tmp_path: Path) -> None:
    place = tmp_path / "a" / "b" / "claims #1 50%.db"
    with open_ledger(place, create=True) as ledger:
        ledger.append("c1", "ada", MOMENT, filing())
    with open_ledger(str(place)) as ledger:
        assert len(ledger.find(Filter(), TODAY)) == 4
        assert ledger.audit() == ()


def test_in_memory(tmp_path: Path) -> None:
    with open_ledger(":memory:", create=True) as ledger:
        ledger.append("c1", "ada", MOMENT, filing())
        assert ledger.audit() == ()
        with ledger.alchemy().connect() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM claim").scalar() == 4


def test_sqlalchemy_reads_the_same(place: str) -> None:
    with open_ledger(place) as ledger:
        ledger.append("c1", "ada", MOMENT, filing())
        with ledger.alchemy().connect() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM entry").scalar() == 5


def test_no_ledger_there(tmp_path: Path) -> None:
    assert "there is no ledger" in refusal(tmp_path / "none.db")
    assert "claims store init" in refusal(tmp_path / "none.db")
    assert inside(tmp_path) == []


def test_a_folder(tmp_path: Path) -> None:
    assert "is a folder" in refusal(tmp_path)


def test_an_empty_file_holds_no_ledger_and_can_become_one(tmp_path: Path) -> None:
    place = tmp_path / "empty.db"
    place.touch()
    assert "holds no ledger yet" in refusal(place)
    open_ledger(place, create=True).close()
    open_ledger(place).close()


@pytest.mark.parametrize(
    "content", [b"Ada Quill said so.\n" * 90, bytes(range(256)) * 40, b"SQLite format 3\0" + b"x" * 4080]
)
def test_a_file_that_is_no_database(tmp_path: Path, content: bytes) -> None:
    place = tmp_path / "notes.txt"
    place.write_bytes(content)
    for create in (False, True):
        assert "ledger" in refusal(place, create=create) or "damaged" in refusal(place, create=create)
        assert place.read_bytes() == content


def test_a_database_of_another_program(tmp_path: Path) -> None:
    place = tmp_path / "other.db"
    with sqlite3.connect(place) as other:
        other.execute("CREATE TABLE claim (id)")
    other.close()
    before = place.read_bytes()
    for create in (False, True):
        assert "is not a ledger of claims" in refusal(place, create=create)
    assert place.read_bytes() == before


@pytest.mark.postgres
def test_a_database_of_another_program_on_postgresql(server: str) -> None:
    from tests.store.conftest import _admin, _named

    place = _named(server, "claims_other")
    _admin(server, "DROP DATABASE IF EXISTS claims_other", "CREATE DATABASE claims_other")
    with pytest.raises(StoreError, match="holds no ledger yet"):
        open_ledger(place)
    _admin(place, "CREATE TABLE entry (id int)")
    with pytest.raises(StoreError, match="cannot be made or upgraded"):
        open_ledger(place, create=True)


def test_a_server_that_is_not_there() -> None:
    with pytest.raises(StoreError, match=r"postgresql://ada@127\.0\.0\.1:9/x cannot be reached") as caught:
        open_ledger("postgresql://ada:secret@127.0.0.1:9/x")
    assert "secret" not in str(caught.value)


def test_another_kind_of_database() -> None:
    with pytest.raises(Misuse, match="mysql:// is neither"):
        open_ledger("mysql://localhost/x")


def _version(place: str, version: str) -> None:
    with open_ledger(place) as ledger, ledger.database.transaction():
        ledger.database.rows("UPDATE alembic_version SET version_num = :version", version=version)


def test_a_newer_version(place: str) -> None:
    _version(place, "9999")
    for create in (False, True):
        with pytest.raises(StoreError, match=r"is of a newer version \(schema 9999\); update claims"):
            open_ledger(place, create=create)


def test_an_older_version(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from claims.store import engine

    monkeypatch.setattr(engine, "REVISIONS", ("0001", "0002"))
    with pytest.raises(StoreError, match="is of an older version; bring it up to date with: claims store upgrade"):
        open_ledger(place)


def test_a_read_only_ledger_is_read_and_not_written(template: Path, tmp_path: Path) -> None:
    place = tmp_path / "kept.db"
    place.write_bytes(template.read_bytes())
    with open_ledger(place) as ledger:
        ledger.append("c1", "ada", MOMENT, filing())
    place.chmod(0o444)
    before = place.read_bytes(), place.stat().st_mtime_ns
    with open_ledger(place) as ledger:
        assert len(ledger.find(Filter(), TODAY)) == 4
        assert ledger.audit() == ()
        assert inside(tmp_path) == ["kept.db"]
        with pytest.raises(StoreError, match="is read-only; make the file and its folder writable"):
            ledger.append("c2", "ada", MOMENT, filing())
        with pytest.raises(StoreError, match="is read-only"):
            ledger.rebuild()
    assert (place.read_bytes(), place.stat().st_mtime_ns) == before
    assert inside(tmp_path) == ["kept.db"]


def test_reading_leaves_the_folder_as_it_was(template: Path, tmp_path: Path) -> None:
    place = tmp_path / "read.db"
    place.write_bytes(template.read_bytes())
    with open_ledger(place) as ledger:
        ledger.append("c1", "ada", MOMENT, filing())
    before = place.read_bytes(), place.stat().st_mtime_ns
    with open_ledger(place) as ledger:
        ledger.find(Filter(), date(2024, 1, 1))
        ledger.find(Filter(), TODAY, known=MOMENT)
        list(ledger.dossiers())
        list(ledger.entries())
        ledger.audit()
    assert (place.read_bytes(), place.stat().st_mtime_ns) == before
    assert inside(tmp_path) == ["read.db"]


def test_a_locked_ledger_is_read_and_says_that_it_is_locked(
    template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from claims.store import engine

    place = tmp_path / "locked.db"
    place.write_bytes(template.read_bytes())
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.1)
    holder = sqlite3.connect(place, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with open_ledger(place) as ledger:
        assert ledger.find(Filter(), TODAY) == []
        with pytest.raises(StoreError, match="is locked by another program; try again"):
            ledger.append("c1", "ada", MOMENT, filing())
    holder.execute("ROLLBACK")
    holder.close()


def test_a_damaged_ledger_says_so(template: Path, tmp_path: Path) -> None:
    place = tmp_path / "torn.db"
    place.write_bytes(template.read_bytes())
    with open_ledger(place) as ledger:
        ledger.append("c1", "ada", MOMENT, filing("x" * 50000 + filing()[0].article.text))  # type: ignore[union-attr]
    whole = place.read_bytes()
    place.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(StoreError, match="is damaged"), open_ledger(place) as ledger:
        list(ledger.entries())


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (":memory:", Place()),
        ("sqlite://", Place()),
        ("sqlite:///x.db", Place(path=Path("x.db"))),
        ("sqlite:////var/x.db", Place(path=Path("/var/x.db"))),
        ("a b/x.db", Place(path=Path("a b/x.db"))),
        ("postgres://h/x", Place(url="postgresql://h/x")),
        ("postgresql+psycopg://h/x", Place(url="postgresql://h/x")),
    ],
)
def test_places(text: str, place: Place) -> None:
    assert Place.of(text) == place


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("postgresql://ada:pw@h:5/x", "postgresql://ada@h:5/x"),
        ("postgresql://h/x?password=pw&user=ada", "postgresql://h/x?user=ada"),
        ("postgresql://h/x?user=ada&password=pw", "postgresql://h/x?user=ada"),
    ],
)
def test_a_password_is_never_shown(url: str, shown: str) -> None:
    assert str(Place.of(url)) == shown


def test_a_list_is_read_without_the_heavy_libraries(template: Path) -> None:
    code = (
        "import sys; from datetime import date; from claims.store import open_ledger; from claims.domain.filters import parse;"
        f"open_ledger({str(template)!r}).find(parse('status:overdue quay'), date(2024, 7, 10));"
        "print(*[name for name in ('sqlalchemy', 'sqlmodel', 'alembic', 'pydantic', 'spacy', 'psycopg') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == []
