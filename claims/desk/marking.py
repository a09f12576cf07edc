"""Marking: a person's verdict on a claim, given or lifted."""

from collections.abc import Sequence
from datetime import date

from claims.desk.desk import Desk
from claims.desk.weighing import Given, evidence_of
from claims.domain.dossier import Dossier
from claims.domain.events import (
    ClaimDismissed,
    ClaimReviewed,
    ClaimSuperseded,
    Event,
    NoteAdded,
    VerdictGiven,
    VerdictLifted,
)
from claims.domain.evidence import Stance
from claims.domain.verdict import Rating, Unresolvable, Verdict, Word
from claims.errors import Misuse

STANCES = {Word.VERIFIED: Stance.SUPPORTS, Word.REFUTED: Stance.REFUTES, Word.PARTLY: Stance.PARTLY}
"""What evidence that comes with a verdict says, where it is clear from the verdict."""


def give(
    desk: Desk,
    beginning: str,
    word: Word,
    *,
    given: Given | None = None,
    stance: Stance | None = None,
    note: str | None = None,
    rating: Rating | None = None,
    code: Unresolvable | None = None,
    as_of: date | None = None,
) -> Dossier:
    """Give a claim a verdict, with its evidence where there is any, as one command; return the dossier after it.

    Raises NotFound, and Misuse for an `unresolvable` without its reason or a reason with another word.
    """
    if (word is Word.UNRESOLVABLE) != (code is not None):
        raise Misuse(
            "unresolvable needs its reason: --because with one of " + ", ".join(f"'{each}'" for each in Unresolvable)
            if code is None
            else "--because goes with unresolvable only"
        )
    dossier, day = desk.dossier(beginning, date.max), as_of or desk.today
    events: list[Event] = []
    if given is not None:
        events.append(evidence_of(desk, dossier, stance or STANCES.get(word, Stance.NEITHER), given))
    # All that lay on the table: what comes later, on the same day even, is news that asks for another look.
    used = tuple(each.id for each in dossier.evidence)
    used += tuple(event.evidence.id for event in events if event.type == "EvidenceAdded")
    verdict = Verdict(
        word=word, day=day, by=desk.actor, person=True, reason=note or "", evidence=used, code=code, rating=rating
    )
    events.append(VerdictGiven(claim=dossier.id, verdict=verdict))
    return _written(desk, dossier, events, day)


def dismiss(desk: Desk, beginning: str, note: str | None) -> Dossier:
    """Take a claim off the lists. Raises NotFound, and Misuse where it is off already."""
    dossier = desk.dossier(beginning, date.max)
    if dossier.dismissed is not None:
        raise Misuse(f"claim {dossier.id[:8]} is dismissed already; nothing was changed")
    return _written(desk, dossier, [ClaimDismissed(claim=dossier.id, note=note)], desk.today)


def supersede(desk: Desk, beginning: str, by: str, note: str | None, as_of: date | None = None) -> Dossier:
    """Let a later claim take a claim's place. Raises NotFound, and Misuse where they are one."""
    dossier, other = desk.dossier(beginning, date.max), desk.dossier(by, date.max)
    if dossier.id == other.id:
        raise Misuse("a claim cannot supersede itself")
    day = as_of or desk.today
    return _written(desk, dossier, [ClaimSuperseded(claim=dossier.id, by=other.id, day=day, note=note)], day)


def review(desk: Desk, beginning: str, note: str | None, as_of: date | None = None) -> Dossier:
    """Say that a person looked at a claim and left it as it stands."""
    dossier, day = desk.dossier(beginning, date.max), as_of or desk.today
    return _written(desk, dossier, [ClaimReviewed(claim=dossier.id, day=day, note=note)], day)


def remark(desk: Desk, beginning: str, text: str) -> Dossier:
    """Write a note on a claim."""
    dossier = desk.dossier(beginning, date.max)
    return _written(desk, dossier, [NoteAdded(claim=dossier.id, text=text)], desk.today)


def reopen(desk: Desk, beginning: str, note: str | None, as_of: date | None = None) -> Dossier:
    """Lift what stands on a claim, so that the rules have it again. Raises Misuse where nothing does."""
    dossier, day = desk.dossier(beginning, date.max), as_of or desk.today
    if dossier.word is Word.OPEN:
        raise Misuse(f"claim {dossier.id[:8]} is open already; nothing was changed")
    return _written(desk, dossier, [VerdictLifted(claim=dossier.id, day=day, note=note)], day)


def _written(desk: Desk, dossier: Dossier, events: Sequence[Event], day: date) -> Dossier:
    desk.write(events)
    after = desk.ledger.dossier(dossier.id, max(day, desk.today))
    return after if after is not None else dossier
