"""The audit finds any change made behind the ledger's back, with its place."""

import sqlite3
from pathlib import Path

import pytest

from claims.domain.article import Span
from claims.domain.events import ClaimRecorded, ClaimSighted, write
from claims.errors import Problem
from claims.store import Ledger, open_ledger
from claims.store.chain import Link, digest_of
from tests.store.sample import MOMENT, evidence, filing, given, ids

GUARDS = (
    ("entry_next", "entry_no_update", "entry_no_delete"),
    ("entry_next", "entry_kept", "entry_whole"),
)


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    """A ledger of seven entries."""
    events = filing()
    ledger.append("c1", "ada", MOMENT, events)
    ledger.append("c2", "bea", MOMENT + 1, [evidence(ids(events)[0]), given(ids(events)[0])])
    return ledger


def behind(ledger: Ledger, *statements: str, **parameters: object) -> tuple[Problem, ...]:
    """Do what a person with the file in hand could do: take the guards down, change something, put them up again."""
    lite = ledger.database.kind == "sqlite"
    with ledger.database.transaction():
        if lite:
            guards = [
                str(row[0]) for row in ledger.database.rows("SELECT sql FROM sqlite_master WHERE type = 'trigger'")
            ]
            for name in GUARDS[0]:
                ledger.database.rows(f"DROP TRIGGER {name}")
        else:
            ledger.database.rows("ALTER TABLE entry DISABLE TRIGGER USER")
        for statement in statements:
            ledger.database.rows(statement, **parameters)
        if lite:
            for guard in guards:
                ledger.database.rows(guard)
        else:
            ledger.database.rows("ALTER TABLE entry ENABLE TRIGGER USER")
    return ledger.audit()


def test_a_sound_ledger_has_no_problems(filled: Ledger) -> None:
    assert filled.audit() == ()


def test_each_field_of_an_entry_that_was_changed_is_found_with_its_number(filled: Ledger) -> None:
    was = {name: filled.database.value(f"SELECT {name} FROM entry WHERE number = 3") for name in Link._fields}
    changes = {
        "recorded": was["recorded"] + 1,
        "actor": "eve",
        "command": "c9",
        "type": "NoteAdded",
        "version": 2,
        "event": was["event"].replace("40 percent", "41 percent"),
        "previous": "0" * 64,
        "digest": "f" * 64,
    }
    for name, value in changes.items():
        sql = f"UPDATE entry SET {name} = :value WHERE number = 3"
        problems = behind(filled, sql, value=value)
        assert "entry 3" in str(problems[0]), name
        assert behind(filled, sql, value=was[name]) == ()


def test_a_changed_entry_with_a_digest_to_match_breaks_the_next(filled: Ledger) -> None:
    link = Link._make(filled.database.rows(f"SELECT {', '.join(Link._fields)} FROM entry WHERE number = 3")[0])
    forged = link._replace(actor="eve")
    sql = "UPDATE entry SET actor = 'eve', digest = :digest WHERE number = 3"
    problems = behind(filled, sql, digest=digest_of(*forged[:-1]))
    assert [problem.message for problem in problems] == ["entry 4 (ClaimRecorded) does not follow the one before it"]


@pytest.mark.parametrize(
    ("where", "message"),
    [("= 1", "entry 1 missing"), ("= 4", "entry 4 missing"), ("IN (3, 4)", "entries 3 to 4 missing")],
)
def test_missing_entries_are_named(filled: Ledger, where: str, message: str) -> None:
    problems = behind(filled, f"DELETE FROM entry WHERE number {where}")
    assert problems[0].message == message


def test_a_tail_cut_off_shows_in_the_index_and_in_a_head_kept_elsewhere(filled: Ledger) -> None:
    head = filled.head()
    problems = behind(filled, "DELETE FROM entry WHERE number = 7")
    assert problems[0].message == "the index ends at entry 7, the ledger at 6"
    filled.rebuild()
    assert filled.audit() == ()
    assert filled.head() != head


def test_a_guard_that_is_gone_is_missed(filled: Ledger) -> None:
    guards = GUARDS[0] if filled.database.kind == "sqlite" else GUARDS[1]
    for number, name in enumerate(guards, start=1):
        with filled.database.transaction():
            filled.database.rows(f"DROP TRIGGER {name}" + ("" if filled.database.kind == "sqlite" else " ON entry"))
        problems = filled.audit()
        assert len(problems) == number
        assert any(f"the guard {name} of the ledger is gone" in problem.message for problem in problems)


DRIFT = (
    ("UPDATE claim SET text = 'Another'", "text is 'Another' instead of"),
    ("UPDATE claim SET deadline = deadline + 1", "deadline is"),
    ("UPDATE claim SET score = 0.5", "score is 0.5 instead of 0.0"),
    ("DELETE FROM claim", "it is missing"),
    ("UPDATE evidence SET origin = 'another'", "evidence or sightings"),
    ("DELETE FROM evidence", "evidence or sightings"),
    ("DELETE FROM sighting", "evidence or sightings"),
    ("DELETE FROM entry_claim WHERE number = 6", "has not the claims that entry 6 is about"),
    (
        "INSERT INTO entry_claim (claim, number) VALUES ('0000000000000000', 5)",
        "has not the claims that entry 5 is about",
    ),
    ("UPDATE article SET title = 'Another'", "has another article 1 than the ledger"),
    ("DELETE FROM article", "has another article 1 than the ledger"),
    ("UPDATE command SET undone = (1 = 1) WHERE id = 'c2'", "has another command c2 than the ledger"),
    ("UPDATE meta SET value = '6' WHERE key = 'indexed'", "ends at entry 6, the ledger at 7"),
)


def test_an_index_that_drifted_is_found_and_a_rebuild_mends_it(filled: Ledger) -> None:
    for statement, message in DRIFT:
        with filled.database.transaction():
            filled.database.rows(statement)
        found = [str(problem) for problem in filled.audit()]
        assert any(message in problem for problem in found), (statement, found)
        assert all("claims store rebuild" in problem for problem in found)
        filled.rebuild()
        assert filled.audit() == (), statement


def test_a_claim_that_quotes_what_its_article_has_not(ledger: Ledger) -> None:
    events = filing()
    recorded = next(event for event in events if isinstance(event, ClaimRecorded))
    assert recorded.sighting is not None
    span = recorded.sighting.span
    wrong = recorded.sighting.model_copy(
        update={"span": Span(start=span.start + 1, end=span.end + 1, quote=span.quote)}
    )
    ledger.append("c1", "ada", MOMENT, events)
    ledger.append("c2", "ada", MOMENT, [ClaimSighted(claim=recorded.claim.id, sighting=wrong)])
    lost = recorded.sighting.model_copy(update={"article": "f" * 64})
    ledger.append("c3", "ada", MOMENT, [ClaimSighted(claim=recorded.claim.id, sighting=lost)])
    assert [problem.message for problem in ledger.audit()] == [
        f"entry 6 (ClaimSighted) quotes words that its article has not at {span.start + 1} to {span.end + 1}",
        "entry 7 (ClaimSighted) quotes an article that is not on the ledger (ffffffff)",
    ]


def test_any_byte_of_any_event_changed_in_the_file_is_found(template: Path, tmp_path: Path) -> None:
    place = tmp_path / "bytes.db"
    place.write_bytes(template.read_bytes())
    events = filing()
    with open_ledger(place) as ledger:
        ledger.append("c1", "ada", MOMENT, events)
    whole = place.read_bytes()
    for number, event in enumerate(events, start=1):
        text = write(event).encode()
        at = whole.index(text)
        for offset in range(0, len(text), 23):
            changed = bytearray(whole)
            changed[at + offset] ^= 0x80 if offset % 2 else 1  # with its upper half it is no longer UTF-8
            place.write_bytes(changed)
            with open_ledger(place) as ledger:
                assert any(f"entry {number} " in problem.message for problem in ledger.audit()), offset
    place.write_bytes(whole)
    with sqlite3.connect(place) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
