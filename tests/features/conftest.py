"""The steps that all features share: reading articles, listing, marking, settling, and what a person then sees."""

import gc
import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pytest_bdd import given, parsers, then, when

from claims.cli.main import main
from claims.desk.desk import open_desk
from claims.domain.events import ClaimSighted
from tests.features.newsroom import ARTICLES, Newsroom


@pytest.fixture
def newsroom(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Newsroom]:
    """A desk with no ledger yet, and Mira at it.

    After every scenario that made a ledger the audit, which compares the index with one made anew, has to find nothing.
    """
    monkeypatch.setenv("CLAIMS_DB", str(tmp_path / "desk.db"))
    monkeypatch.setenv("CLAIMS_ACTOR", "mira")
    monkeypatch.chdir(tmp_path)
    newsroom = Newsroom(tmp_path, capsys)
    yield newsroom
    if newsroom.db.exists() and not newsroom.spoilt:
        assert newsroom.run("log", "--db", str(newsroom.db)) == 0, newsroom.err
        if "Nothing has happened" not in newsroom.out:
            assert newsroom.run("audit", "--db", str(newsroom.db)) == 0, newsroom.out + newsroom.err


@pytest.fixture(scope="session")
def filed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Ledgers that hold one article each, made once: reading an article takes a second, copying a ledger none."""
    made: dict[str, bytes] = {}
    folder = tmp_path_factory.mktemp("filed")
    for path in sorted([*(ARTICLES / "harbour").glob("*.txt"), *(ARTICLES / "sco-moscow").glob("*.txt")]):
        place = folder / f"{path.stem}.db"
        assert main(["add", str(path), "--db", str(place), "--as", "mira"]) == 0
        assert (
            not place.with_name(place.name + "-wal").exists() or not place.with_name(place.name + "-wal").stat().st_size
        )
        made[path.stem] = place.read_bytes()
    return made


@given(parsers.parse('the desk has read the article "{name}"'))
def has_read(newsroom: Newsroom, filed: dict[str, bytes], name: str) -> None:
    newsroom.db.write_bytes(filed[name])


@given("an empty ledger")
def empty_ledger(newsroom: Newsroom) -> None:
    assert newsroom.run("store", "init") == 0


@given(parsers.parse("a file {name} that says:"))
def a_file(newsroom: Newsroom, name: str, docstring: str) -> None:
    (newsroom.folder / name).write_text(docstring, encoding="utf-8")


@given(parsers.parse('the claim about "{words}"'))
@when(parsers.parse('the claim about "{words}" is looked at'))
def the_claim(newsroom: Newsroom, words: str) -> None:
    newsroom.about(words)


@given(parsers.parse('{who} runs "{command}"'))
@when(parsers.parse('{who} runs "{command}"'))
def runs(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, who: str, command: str) -> None:
    monkeypatch.setenv("CLAIMS_ACTOR", who.lower())
    newsroom.line(command.replace("\\'", "'"))


@given(parsers.parse('evidence that {stance} it from "{source}", dated {dated}, of what happened on {happened}'))
@when(parsers.parse('evidence that {stance} it from "{source}", dated {dated}, of what happened on {happened}'))
def evidence_happened(newsroom: Newsroom, stance: str, source: str, dated: str, happened: str) -> None:
    _evidence(newsroom, stance, source, "--dated", dated, "--happened", happened)


@given(parsers.parse('evidence that {stance} it from "{source}", dated {dated}'))
@when(parsers.parse('evidence that {stance} it from "{source}", dated {dated}'))
def evidence_dated(newsroom: Newsroom, stance: str, source: str, dated: str) -> None:
    _evidence(newsroom, stance, source, "--dated", dated)


def _evidence(newsroom: Newsroom, stance: str, source: str, *more: str) -> None:
    words = ("evidence", "add", newsroom.claim, "--stance", stance, "--source", source, *more)
    assert newsroom.run(*words) == 0, newsroom.err


@given(parsers.parse("the rules have settled the ledger as of {day}"))
@when(parsers.parse("the rules settle the ledger as of {day}"))
def settle(newsroom: Newsroom, day: str) -> None:
    assert newsroom.run("resolve", "--as-of", day) == 0, newsroom.err


@then("it works")
def it_works(newsroom: Newsroom) -> None:
    assert newsroom.code == 0, newsroom.err


@then(parsers.parse("it leaves with exit code {code:d}"))
def exit_code(newsroom: Newsroom, code: int) -> None:
    assert newsroom.code == code, newsroom.out + newsroom.err


@then(parsers.parse('the error says "{words}"'))
def error_says(newsroom: Newsroom, words: str) -> None:
    assert words in newsroom.err, newsroom.err
    assert "Traceback" not in newsroom.err


@then("the error is one line")
def one_line(newsroom: Newsroom) -> None:
    assert len(newsroom.err.strip().splitlines()) == 1, newsroom.err


@then(parsers.parse('the answer has "{words}"'))
def answer_has(newsroom: Newsroom, words: str) -> None:
    assert words in newsroom.out, newsroom.out


@then(parsers.parse('the answer does not have "{words}"'))
def answer_lacks(newsroom: Newsroom, words: str) -> None:
    assert words not in newsroom.out, newsroom.out


@then(parsers.parse('as of {day} the claim about "{words}" is {status}'))
def status_as_of(newsroom: Newsroom, day: str, words: str, status: str) -> None:
    assert newsroom.about(words, "--as-of", day)["status"] == status


@then(parsers.parse('the claim about "{words}" has {field} "{value}"'))
def has_field(newsroom: Newsroom, words: str, field: str, value: str) -> None:
    found: Any = newsroom.about(words)[field.replace(" ", "_")]
    assert ("none" if found is None else str(found)) == value


@then(parsers.parse('the claim has {field} "{value}"'))
def spoken_of_has_field(newsroom: Newsroom, field: str, value: str) -> None:
    (row,) = [
        each for each in newsroom.rows("--status", "all", "--status", "dismissed") if each["id"] == newsroom.claim
    ]
    found: Any = row[field.replace(" ", "_")]
    assert ("none" if found is None else str(found)) == value


@then(parsers.parse("the open list shows {count:d} claims"))
def open_count(newsroom: Newsroom, count: int) -> None:
    assert len(newsroom.rows()) == count


@then(parsers.parse('the open list does not show "{words}"'))
def open_lacks(newsroom: Newsroom, words: str) -> None:
    assert not [row for row in newsroom.rows() if words in row["text"]]


@then("the ledger is sound")
def ledger_sound(newsroom: Newsroom) -> None:
    """Nothing was changed behind the ledger's back, and the index is what a rebuild makes."""
    assert newsroom.run("audit") == 0, newsroom.out + newsroom.err


@then(parsers.re(r'the answer matches "(?P<pattern>.*)"'))
def answer_matches(newsroom: Newsroom, pattern: str) -> None:
    assert re.search(pattern, newsroom.out), newsroom.out


@then(parsers.parse('the file {name} has "{words}"'))
def file_has(newsroom: Newsroom, name: str, words: str) -> None:
    assert words in (newsroom.folder / name).read_text(encoding="utf-8")


@then(parsers.parse('the file {name} does not have "{words}"'))
def file_lacks(newsroom: Newsroom, name: str, words: str) -> None:
    assert words not in (newsroom.folder / name).read_text(encoding="utf-8")


@when("Mira withdraws the evidence")
def withdraws(newsroom: Newsroom) -> None:
    assert newsroom.run("show", newsroom.claim, "--format", "json") == 0
    (piece,) = json.loads(newsroom.out)["claim"]["evidence"]
    assert newsroom.run("evidence", "withdraw", newsroom.claim, piece["id"]) == 0, newsroom.err


@then(parsers.parse('as of {day} the list of what is to be looked at again has "{words}"'))
def recheck_has(newsroom: Newsroom, day: str, words: str) -> None:
    assert [row for row in newsroom.rows("--recheck", "--as-of", day) if words in (row["quote"] or "")]


@then(parsers.parse('as of {day} the list of what is to be looked at again does not have "{words}"'))
def recheck_lacks(newsroom: Newsroom, day: str, words: str) -> None:
    assert not [row for row in newsroom.rows("--recheck", "--as-of", day) if words in (row["quote"] or "")]


@given(parsers.parse('the claim is seen again in "{publisher}" on {day}'))
def seen_again(newsroom: Newsroom, publisher: str, day: str) -> None:
    """Write a sighting of the very claim, as a matcher would on finding it in another paper."""
    with open_desk(str(newsroom.db)) as desk:
        first = desk.dossier(newsroom.claim, date.max).sightings[0]
        again = first.model_copy(update={"published": date.fromisoformat(day), "publisher": publisher})
        desk.write([ClaimSighted(claim=newsroom.claim, sighting=again)])


@given("the ledger is read-only")
def read_only(newsroom: Newsroom) -> None:
    newsroom.db.chmod(0o444)


@given("the ledger was made by a newer version")
def newer(newsroom: Newsroom) -> None:
    newsroom.spoilt = True
    with closing(sqlite3.connect(newsroom.db)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")


@given(parsers.parse("someone changed a word in entry {number:d} behind the ledger's back"))
def tampered(newsroom: Newsroom, number: int) -> None:
    newsroom.spoilt = True
    with closing(sqlite3.connect(newsroom.db)) as connection, connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f'DROP TRIGGER "{name}"')
        changed = connection.execute("UPDATE entry SET event = replace(event, 'a', 'e') WHERE number = ?", (number,))
        assert changed.rowcount == 1


@given(parsers.parse("a file of {size:d} MB named {name}"))
def large_file(newsroom: Newsroom, size: int, name: str) -> None:
    with (newsroom.folder / name).open("wb") as handle:
        handle.truncate(size * 1_000_000)


@then("nothing is said beside the answer")
def nothing_beside(newsroom: Newsroom) -> None:
    gc.collect()
    _, err = newsroom.capture.readouterr()
    assert newsroom.err + err == ""


@given(parsers.parse("a file {name} that is no UTF-8"))
def no_utf8(newsroom: Newsroom, name: str) -> None:
    (newsroom.folder / name).write_bytes("cases:\n  - case: café\n".encode("latin-1"))
