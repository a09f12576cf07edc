"""Readers: how the facts that take more than a look at one field are read from a view."""

from collections.abc import Callable
from datetime import date

from claims.domain.condition import Value
from claims.domain.evidence import Stance
from claims.domain.hearing import PRECISIONS, precision, storable
from claims.domain.standing import happened
from claims.domain.verdict import Review
from claims.rules.decay import lasts, percent
from claims.rules.view import View

Reader = Callable[[View], Value | None]
"""A view in, the fact's value out; None where the dossier does not tell."""


def origins(stance: Stance, sound: bool = False, in_time: bool | None = None) -> Reader:
    """Read how many independent sources stand on a side."""
    return lambda view: view.origins(stance, sound, in_time)


def all_of(stance: Stance) -> Reader:
    """Read how many pieces of evidence stand on a side, whoever they are from."""
    return lambda view: sum(each.stance is stance for each in view.dossier.evidence)


def best(stance: Stance, part: int = 0) -> Reader:
    """Read the best grade on a side: of the source (part 0) or of the information (part 1)."""
    return lambda view: view.best(stance, part)


def worst(stance: Stance, part: int = 0) -> Reader:
    """Read the worst grade on a side."""
    return lambda view: view.worst(stance, part)


def newest(*stances: Stance) -> Reader:
    """Read how many days old the newest evidence of some stances is."""
    return lambda view: view.ago(view.newest(*stances))


def first_of(stance: Stance) -> Reader:
    """Read the first day of what a side reports."""
    return lambda view: ordinal(happened(view.heard(stance)))


def ordinal(day: date | None) -> int | None:
    """Return a day as its ordinal."""
    return None if day is None else day.toordinal()


def left(view: View) -> int | None:
    """Return the days until the deadline."""
    day = view.dossier.claim.deadline
    return None if day is None else max((day - view.today).days, 0)


def late(view: View) -> int | None:
    """Return the days from the first deadline to the first supporting event."""
    first, promised = happened(view.heard(Stance.SUPPORTS)), view.dossier.first_deadline
    return None if first is None or promised is None else max((first - promised).days, 0)


def confidence(view: View) -> int | None:
    """Return the whole percent that is left of the confidence in what was shown last."""
    return max((percent(life, (view.today - day).days) for day, life in view.clocks()), default=None)


def to_recheck(view: View) -> int | None:
    """Return the days until that falls under the least that will do."""
    days = [day.toordinal() + lasts(life) - view.today.toordinal() for day, life in view.clocks()]
    return max(*days, 0) if days else None


def word(view: View) -> str:
    """Return the verdict that stands, or that a rule has just reached."""
    return str(view.word or view.dossier.word)


def given_by(view: View) -> str:
    """Return who gave it."""
    verdict = view.dossier.verdict
    if view.word is not None:
        return "rule"
    return "nobody" if verdict is None else "person" if verdict.person else "rule"


def verdict_day(view: View) -> date | None:
    """Return its day."""
    if view.word is not None:
        return view.today
    return view.dossier.verdict.day if view.dossier.verdict else None


def sightings_since(view: View) -> int | None:
    """Count the places in which it was seen after that day."""
    if view.word is not None:
        return 0
    day = verdict_day(view)
    return None if day is None else sum(each.published > day for each in view.dossier.sightings)


def evidence_since(view: View) -> int | None:
    """Count the independent sources that came on the ledger after that day; a verdict just reached has seen all."""
    return 0 if view.word is not None else view.since(verdict_day(view))


def people(view: View) -> str:
    """Return whether a person has looked."""
    return str(Review.UNREVIEWED if view.dossier.looked is None else Review.REVIEWED)


__all__ = [
    "PRECISIONS",
    "Reader",
    "all_of",
    "best",
    "confidence",
    "evidence_since",
    "first_of",
    "given_by",
    "late",
    "left",
    "newest",
    "ordinal",
    "origins",
    "people",
    "precision",
    "sightings_since",
    "storable",
    "to_recheck",
    "verdict_day",
    "word",
    "worst",
]
