"""The index equals its rebuild, whatever happened, and each of its rows the fold of the claim's entries."""

import sqlite3
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.domain.claim import Claim, Kind
from claims.domain.dossier import Dossier
from claims.domain.events import (
    ClaimCorrected,
    ClaimDismissed,
    ClaimReviewed,
    ClaimSighted,
    ClaimSuperseded,
    CommandUndone,
    DeadlineMoved,
    Event,
    EvidenceWithdrawn,
    NoteAdded,
    ReviewReached,
    SourceGraded,
    VerdictLifted,
)
from claims.domain.evidence import Stance
from claims.domain.filters import Filter
from claims.domain.standing import DUE_WINDOW, schedule_of, status_of
from claims.domain.verdict import Review, Word
from claims.store import Ledger, open_ledger
from claims.store import find as finding
from claims.store.database import Lite
from claims.store.index import TABLES
from claims.store.place import Place
from tests.store import sample
from tests.store.conftest import Maker

DAYS = st.dates(date(2024, 3, 1), date(2025, 2, 1))
MAYBE_DAY = st.none() | DAYS
TEXTS = (sample.TEXT, "The ferry sank. " + sample.TEXT)
CLAIMS = [claim for text in TEXTS for claim in sample.ids(sample.filing(text))]
ONE = st.sampled_from(CLAIMS)
ACTORS = st.sampled_from(["ada", "bea"])


def corrected(claim: str, fields: dict[str, object]) -> ClaimCorrected:
    after = Claim.model_validate({"id": claim, "text": "Another wording", "kind": Kind.STATE} | fields)
    return ClaimCorrected(claim=claim, fields=("text", *fields), after=after)


def sighted(claim: str, day: date) -> ClaimSighted:
    filed = sample.article(TEXTS[1], day)
    sighting = sample.claim(filed, "The board met").sighting
    assert sighting is not None
    return ClaimSighted(claim=claim, sighting=sighting)


EVENTS: st.SearchStrategy[Event] = st.one_of(
    st.builds(
        sample.evidence,
        ONE,
        st.sampled_from(["e1", "e2", "e3"]),
        st.sampled_from(Stance),
        published=MAYBE_DAY,
        happened=MAYBE_DAY,
        entered=DAYS,
        origin=st.sampled_from(["example gazette", "a wire", "ada quill", "lowen courier"]),
        grade=st.sampled_from([None, "A1", "E", "F6"]),
    ),
    st.builds(EvidenceWithdrawn, claim=ONE, evidence=st.sampled_from(["e1", "e2"])),
    st.builds(
        SourceGraded,
        source=st.just("Example Gazette"),
        grade=st.just("B2"),
        claims=st.lists(ONE, unique=True).map(tuple),
    ),
    st.builds(sample.given, ONE, st.sampled_from([Word.VERIFIED, Word.REFUTED, Word.OPEN]), DAYS),
    st.builds(sample.reached, ONE, st.sampled_from([Word.VERIFIED, Word.CONFLICTING, Word.OPEN]), DAYS),
    st.builds(
        ReviewReached,
        claim=ONE,
        review=st.sampled_from(Review),
        day=DAYS,
        rule=st.just("old"),
        reason=st.just("it is old"),
        rulebook=st.just("f" * 64),
    ),
    st.builds(VerdictLifted, claim=ONE, day=DAYS),
    st.builds(ClaimDismissed, claim=ONE),
    st.builds(ClaimReviewed, claim=ONE, day=DAYS),
    st.builds(NoteAdded, claim=ONE, text=st.just("look again")),
    st.builds(DeadlineMoved, claim=ONE, deadline=DAYS, day=DAYS, source=st.just("the board")),
    st.tuples(ONE, ONE, DAYS)
    .filter(lambda drawn: drawn[0] != drawn[1])
    .map(lambda drawn: ClaimSuperseded(claim=drawn[0], by=drawn[1], day=drawn[2])),
    st.builds(
        corrected,
        ONE,
        st.fixed_dictionaries({}, optional={"speaker": st.sampled_from(["Bo Lint", None]), "deadline": MAYBE_DAY}),
    ),
    st.builds(sighted, ONE, DAYS),
)
UNDO = st.tuples(st.just("undo"), st.integers(0, 5))
COMMANDS = st.lists(st.one_of(st.lists(EVENTS, min_size=1, max_size=3), UNDO), max_size=12)


EMPTY = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)


def in_memory() -> Ledger:
    """An empty ledger in memory, copied from one that the upgrades made: they would take most of a test's time."""
    if not EMPTY.execute("PRAGMA application_id").fetchone()[0]:
        with open_ledger(":memory:", create=True) as made:
            assert isinstance(made.database, Lite)
            made.database.connection.backup(EMPTY)
    connection = sqlite3.connect(":memory:", isolation_level=None)
    EMPTY.backup(connection)
    return Ledger(Place(), Lite(connection, ":memory:", writable=True))


def play(ledger: Ledger, commands: list[list[Event] | tuple[str, int]]) -> None:
    """Two articles, then the commands; an undo takes back the nth newest of the commands, undos among them."""
    for number, text in enumerate(TEXTS):
        ledger.append(f"article-{number}", "ada", sample.MOMENT + number, sample.filing(text))
    for number, command in enumerate(commands):
        moment = sample.MOMENT + 10 + number * 86_400_000_000
        if isinstance(command, list):
            ledger.append(f"command-{number}", "ada", moment, command)
        else:
            rows = list(ledger.commands())
            last = rows[min(command[1], len(rows) - 1)] if rows else None
            if last is not None:
                event = CommandUndone(command=last.id, claims=ledger.touched(last.id))
                ledger.append(f"command-{number}", "ada", moment, [event])


def contents(ledger: Ledger) -> dict[str, list[tuple[object, ...]]]:
    return {table: sorted(ledger.database.rows(f"SELECT * FROM {table}"), key=repr) for table in TABLES}


def listed(dossier: Dossier, today: date) -> tuple[object, ...]:
    schedule = schedule_of(dossier, today)
    return (
        dossier.id,
        dossier.claim.text,
        dossier.claim.speaker,
        dossier.claim.deadline,
        dossier.first_deadline,
        str(dossier.word),
        str(dossier.review),
        str(schedule),
        status_of(dossier.word, schedule),
    )


def found(ledger: Ledger, wanted: Filter, today: date, known: int | None = None) -> Iterator[tuple[object, ...]]:
    for row in ledger.find(wanted, today, known=known):
        yield (
            row.id,
            row.text,
            row.speaker,
            row.deadline,
            row.first_deadline,
            row.verdict,
            row.review,
            row.schedule,
            row.status,
        )


def check(ledger: Ledger, days: list[date]) -> None:
    """The index equals its rebuild; what is found on a day is what the dossiers of that day say."""
    assert ledger.audit() == ()
    before = contents(ledger)
    ledger.rebuild()
    assert contents(ledger) == before
    everything = Filter(statuses=())
    moments = [None, sample.MOMENT + 1, sample.MOMENT + 10 + 3 * 86_400_000_000]
    for today in days:
        for known in moments:
            dossiers = list(ledger.dossiers(as_of=today, known=known))
            assert sorted(found(ledger, everything, today, known), key=repr) == sorted(
                (listed(dossier, today) for dossier in dossiers), key=repr
            )
            rows = ledger.find(everything, today, known=known)
            assert rows == sorted(rows, key=finding._place)


@given(commands=COMMANDS, days=st.lists(DAYS, min_size=1, max_size=2))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_happens_on_sqlite(commands: list[list[Event] | tuple[str, int]], days: list[date]) -> None:
    with in_memory() as ledger:
        play(ledger, commands)
        check(ledger, days)


@given(commands=COMMANDS, days=st.lists(DAYS, min_size=1, max_size=2))
@settings(
    max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
def test_whatever_happens_on_both(make: Maker, commands: list[list[Event] | tuple[str, int]], days: list[date]) -> None:
    with open_ledger(make()) as ledger:
        play(ledger, commands)
        check(ledger, days)


@given(commands=COMMANDS)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_undo_and_redo_restore_the_fold(commands: list[list[Event] | tuple[str, int]]) -> None:
    with in_memory() as ledger:
        play(ledger, commands)
        state = list(ledger.dossiers())
        ledger.append("last", "ada", sample.MOMENT * 2, [sample.given(CLAIMS[0]), sample.evidence(CLAIMS[1], "new")])
        after = list(ledger.dossiers())
        claims = ledger.touched("last")
        ledger.append("undo", "ada", sample.MOMENT * 2, [CommandUndone(command="last", claims=claims)])
        assert list(ledger.dossiers()) == state
        ledger.append("redo", "ada", sample.MOMENT * 2, [CommandUndone(command="undo", claims=claims)])
        assert list(ledger.dossiers()) == after


def test_a_window_is_the_domain_s() -> None:
    assert finding.DUE_WINDOW == DUE_WINDOW


def test_an_article_of_many_claims_lands_fast_enough(template: Path, tmp_path: Path) -> None:
    import time

    place = tmp_path / "many.db"
    place.write_bytes(template.read_bytes())
    text = " ".join(f"Berth {n} of the harbour is closed." for n in range(2000))
    filed = sample.article(text)
    events = [sample.claim(filed, f"Berth {n} of the harbour is closed.") for n in range(2000)]
    with open_ledger(place) as ledger:
        begun = time.process_time()
        ledger.append("c1", "ada", sample.MOMENT, events)
        assert time.process_time() - begun < 5  # a tenth of that on the machine this was written on
        assert len(ledger.find(Filter(), date(2024, 3, 5) + timedelta(days=1))) == 2000
