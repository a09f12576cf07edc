"""Planning: the days to come on which somebody should look at a claim, told in closed form from the rules."""

from collections.abc import Iterator
from datetime import date

from claims.desk.desk import Desk
from claims.desk.settling import stack
from claims.domain.dossier import Dossier
from claims.domain.events import ReviewReached
from claims.domain.verdict import Review, Word
from claims.report.calendar import Appointment
from claims.rules.horizon import next_day
from claims.rules.judge import judge
from claims.rules.plan import ask_again
from claims.rules.resolve import changes
from claims.rules.rulebook import Rulebook

_DEADLINE = "The last day on which it can come true."


def calendar(desk: Desk, until: date, as_of: date | None = None, known: int | None = None) -> tuple[Appointment, ...]:
    """Return the appointments from a day (today) until another, both included, in order; nothing is written.

    They hold if nothing happens: the deadline of each claim that stands open, and the first day on which a rule asks for
    another look at a claim. What is asked for already stands on the first day.
    """
    day = as_of or desk.today
    books = stack(desk, known)
    again = ask_again(books)
    found = (
        each
        for dossier in desk.ledger.dossiers(None, day, known)
        for each in _appointments(dossier, books, again, day, until)
    )
    return tuple(sorted(found, key=lambda each: (each.day, each.what, each.claim)))


def _appointments(
    dossier: Dossier, books: tuple[Rulebook, ...], again: int, day: date, until: date
) -> Iterator[Appointment]:
    if dossier.dismissed is not None or dossier.superseded_by is not None:
        return
    deadline = dossier.claim.deadline
    if deadline is not None and day <= deadline <= until and dossier.word is Word.OPEN:
        yield _appointment(dossier, deadline, "deadline", _DEADLINE)
    if dossier.flag is not None and dossier.review is Review.RECHECK:
        yield _appointment(dossier, day, "look again", dossier.flag.reason)
        return
    turn: date | None = day
    while turn is not None and turn <= until:
        for event in changes(dossier, judge(dossier, books, turn), turn, again):
            if isinstance(event, ReviewReached) and event.review is Review.RECHECK:
                yield _appointment(dossier, turn, "look again", event.reason)
                return
        turn = next_day(dossier, books, turn)


def _appointment(dossier: Dossier, day: date, what: str, why: str) -> Appointment:
    seen = dossier.sightings[0] if dossier.sightings else None
    return Appointment(
        day=day,
        what=what,
        claim=dossier.id,
        text=dossier.claim.text,
        speaker=dossier.claim.speaker,
        why=why,
        url=seen.url if seen else None,
    )
