"""Which evidence counts, and where a claim is against its deadline."""

from datetime import date

import pytest

from claims.domain.article import Span
from claims.domain.claim import Claim, Kind, Sighting
from claims.domain.dossier import Dossier
from claims.domain.evidence import Evidence, Stance
from claims.domain.standing import counted, happened, own_voices, schedule_of, status_of
from claims.domain.verdict import Schedule, Word

MADE = date(2024, 3, 5)
BY = date(2024, 6, 30)
BEFORE, ON, AFTER = date(2024, 6, 29), BY, date(2024, 7, 1)
CLAIM = Claim(id="0" * 16, text="The quay opens by June.", kind=Kind.COMMITMENT, speaker="Ada Quill", deadline=BY)
SEEN = Sighting(
    article="f" * 64,
    published=MADE,
    publisher="Lowen Courier",
    url="https://lowen.example/quay",
    span=Span(start=0, end=4, quote="quay"),
)


def evidence(name: str, stance: Stance = Stance.SUPPORTS, origin: str = "", **given: object) -> Evidence:
    fields = {
        "id": name,
        "stance": stance,
        "source": f"https://{name}.example",
        "origin": origin or name,
        "entered": AFTER,
    }
    return Evidence.model_validate(fields | given)


def dossier(*shown: Evidence, claim: Claim = CLAIM, **given: object) -> Dossier:
    made = Dossier(claim=claim, recorded=claim, made=MADE, entered=MADE, sightings=(SEEN,), evidence=shown)
    return made.model_copy(update=given)


def test_the_claim_s_own_voices_never_count() -> None:
    own = (
        evidence("a", origin="ada quill"),
        evidence("b", publisher="LOWEN Courier"),
        evidence("c", source="HTTPS://lowen.example/quay"),
    )
    assert counted(dossier(*own), Stance.SUPPORTS) == ()
    assert own_voices(dossier()) == {"ada quill", "lowen courier", "https://lowen.example/quay", "f" * 64}


def test_one_origin_counts_once_with_the_first_day_it_reports() -> None:
    late = evidence("late", origin="a wire", published=AFTER)
    early = evidence("early", origin="a wire", published=BEFORE)
    other = evidence("other", published=ON)
    refuting = evidence("no", Stance.REFUTES)
    made = dossier(late, early, other, refuting)
    assert counted(made, Stance.SUPPORTS) == (early, other)
    assert counted(made, Stance.REFUTES) == (refuting,)
    assert happened(counted(made, Stance.SUPPORTS)) == BEFORE
    assert happened(counted(made, Stance.REFUTES)) is None


YES_IN_TIME = evidence("yes", happened=ON, published=date(2024, 9, 1))
YES_LATE = evidence("yes", happened=AFTER)
YES_UNDATED = evidence("yes")
NO = evidence("no", Stance.REFUTES, published=BEFORE)
OTHER = evidence("other", Stance.NEITHER, published=BEFORE)


@pytest.mark.parametrize(
    ("shown", "today", "expected"),
    [
        ((), date(2024, 6, 15), Schedule.UPCOMING),
        ((), date(2024, 6, 16), Schedule.DUE),
        ((), ON, Schedule.DUE),
        ((), AFTER, Schedule.OVERDUE),
        ((OTHER,), AFTER, Schedule.OVERDUE),
        ((YES_IN_TIME,), date(2024, 4, 1), Schedule.MET),
        ((YES_IN_TIME,), AFTER, Schedule.MET),
        ((YES_LATE,), AFTER, Schedule.MET_LATE),
        ((YES_LATE, evidence("too", happened=ON)), AFTER, Schedule.MET),
        ((YES_UNDATED,), AFTER, Schedule.OVERDUE),
        ((NO,), AFTER, Schedule.MISSED),
        ((NO,), ON, Schedule.DUE),
        ((NO, YES_IN_TIME), AFTER, Schedule.OVERDUE),
        ((NO, YES_LATE), AFTER, Schedule.OVERDUE),
    ],
)
def test_schedules(shown: tuple[Evidence, ...], today: date, expected: Schedule) -> None:
    assert schedule_of(dossier(*shown), today) is expected


def test_what_has_no_deadline_is_undated() -> None:
    undated = CLAIM.model_copy(update={"deadline": None})
    assert schedule_of(dossier(YES_IN_TIME, NO, claim=undated), AFTER) is Schedule.UNDATED


def test_what_must_hold_through_its_day_is_not_met_before() -> None:
    through = CLAIM.model_copy(update={"through": True})
    made = dossier(evidence("yes", happened=date(2024, 5, 1)), claim=through)
    assert schedule_of(made, date(2024, 5, 2)) is Schedule.UPCOMING
    assert schedule_of(made, ON) is Schedule.DUE
    assert schedule_of(made, AFTER) is Schedule.MET


def test_the_window_is_a_number_of_days() -> None:
    assert schedule_of(dossier(), date(2024, 6, 29), window=0) is Schedule.UPCOMING
    assert schedule_of(dossier(), ON, window=0) is Schedule.DUE
    assert schedule_of(dossier(), date(2024, 5, 31), window=30) is Schedule.DUE


def test_a_status_is_the_verdict_once_there_is_one() -> None:
    assert status_of(Word.VERIFIED, Schedule.OVERDUE) == "verified"
    assert status_of(Word.OPEN, Schedule.OVERDUE) == "overdue"
    assert status_of(Word.OPEN, Schedule.DUE) == "due"
    for schedule in (Schedule.UNDATED, Schedule.UPCOMING, Schedule.MET, Schedule.MET_LATE, Schedule.MISSED):
        assert status_of(Word.OPEN, schedule) == "open"
