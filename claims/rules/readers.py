"""Readers: how the facts that take more than a look at one field are read from a view."""

from collections.abc import Callable, Iterable
from datetime import date

from claims.domain.condition import Value
from claims.domain.evidence import Evidence, Stance
from claims.domain.standing import happened
from claims.domain.verdict import Review
from claims.rules.decay import lasts, percent
from claims.rules.view import View, clock

Reader = Callable[[View], Value | None]
"""A view in, the fact's value out; None where the dossier does not tell."""
PRECISIONS = ("day", "month", "quarter", "year", "span", "vague")
_LENGTHS = ((1, "day"), (31, "month"), (92, "quarter"))


def storable(text: str | None) -> str | None:
    """Return a text as the index can keep it, so that both evaluators see the same."""
    if text is None or (text.isascii() and "\0" not in text):
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\0", "\ufffd")


def precision(view: View) -> str | None:
    """Return how exactly the deadline was worded."""
    claim = view.dossier.claim
    if claim.deadline is None:
        return None
    if claim.deadline_vague:
        return "vague"
    if claim.when is None or view.dossier.moves or claim.when.last != claim.deadline or claim.when.first is None:
        return "day"
    length = (claim.deadline - claim.when.first).days + 1
    whole_year = claim.when.first.month == claim.when.first.day == 1 and length in (365, 366)
    return "year" if whole_year else next((word for most, word in _LENGTHS if length <= most), "span")


def _grades(evidence: Iterable[Evidence], part: int) -> list[int]:
    """Return the grades that can be judged, as 1 to 5: of the source (part 0) or of the information (part 1)."""
    letters = "ABCDE" if part == 0 else "12345"
    known = (each.grade[part : part + 1] for each in evidence if each.grade is not None)
    return [letters.index(letter) + 1 for letter in known if letter and letter in letters]


def best(stance: Stance, part: int = 0) -> Reader:
    """Read the best grade on a side: of the source (part 0) or of the information (part 1)."""
    return lambda view: min(_grades(view.heard(stance), part), default=None)


def worst(stance: Stance, part: int = 0) -> Reader:
    """Read the worst grade on a side."""
    return lambda view: max(_grades(view.heard(stance), part), default=None)


def newest(stance: Stance | None) -> Reader:
    """Read how many days old the newest evidence is, on a side or at all."""

    def read(view: View) -> int | None:
        evidence = view.counting if stance is None else view.heard(stance)
        return view.since(max((clock(each) for each in evidence), default=None))

    return read


def first_of(stance: Stance) -> Reader:
    """Read the first day of what a side reports."""

    def read(view: View) -> int | None:
        day = happened(view.heard(stance))
        return None if day is None else day.toordinal()

    return read


def ordinal(day: date | None) -> int | None:
    """Return a day as its ordinal."""
    return None if day is None else day.toordinal()


def origins(stance: Stance, sound: bool = False, in_time: bool | None = None) -> Reader:
    """Read how many independent sources stand on a side."""
    return lambda view: view.origins(stance, sound, in_time)


def all_of(stance: Stance) -> Reader:
    """Read how many pieces of evidence stand on a side, whoever they are from."""
    return lambda view: sum(each.stance is stance for each in view.dossier.evidence)


def confidence(view: View) -> int | None:
    """Return the whole percent that is left of the confidence in what was shown last."""
    return max((percent(life, (view.today - day).days) for day, life in view.clocks()), default=None)


def to_recheck(view: View) -> int | None:
    """Return the days until that falls under the least that will do."""
    left = [day.toordinal() + lasts(life) - view.today.toordinal() for day, life in view.clocks()]
    return max(max(left), 0) if left else None


def late(view: View) -> int | None:
    """Return the days from the first deadline to the first supporting event."""
    first, promised = happened(view.heard(Stance.SUPPORTS)), view.dossier.first_deadline
    return None if first is None or promised is None else max((first - promised).days, 0)


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
    day = verdict_day(view)
    return None if day is None else sum(each.published > day for each in view.dossier.sightings)


def evidence_since(view: View) -> int | None:
    """Count the independent sources that came on the ledger after that day."""
    day = verdict_day(view)
    return None if day is None else len({each.origin for each in view.counting if each.entered > day})


def people(view: View) -> str:
    """Return whether a person has looked."""
    return str(Review.UNREVIEWED if view.dossier.looked is None else Review.REVIEWED)
