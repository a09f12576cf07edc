"""Hearing: a claim's evidence as rules weigh it: what counts, from how many origins, how graded, how old."""

from collections.abc import Iterable
from datetime import date

from claims.domain.dossier import Dossier
from claims.domain.evidence import Evidence, Stance
from claims.domain.standing import own_voices
from claims.domain.verdict import Verdict

POOR = "E"
"""The letter of a source that is known to be unreliable: its word alone settles nothing."""
PRECISIONS = ("day", "month", "quarter", "year", "span", "vague")
"""How exactly a deadline can be worded."""
_LENGTHS = ((1, "day"), (31, "month"), (92, "quarter"))


class Hearing:
    """The evidence of a dossier, parted into what counts and what is the claim's own word."""

    __slots__ = ("counting", "dossier", "owned")

    def __init__(self, dossier: Dossier) -> None:
        """Part the evidence."""
        self.dossier = dossier
        counting: list[Evidence] = []
        owned: list[Evidence] = []
        own = own_voices(dossier) if dossier.evidence else frozenset()
        for each in dossier.evidence:
            voices = {each.origin, each.source.casefold(), (each.publisher or "").casefold()}
            (owned if voices & own else counting).append(each)
        self.counting, self.owned = tuple(counting), tuple(owned)

    def heard(self, stance: Stance) -> tuple[Evidence, ...]:
        """Return all evidence of a stance that counts, several of one origin included."""
        return tuple(each for each in self.counting if each.stance is stance)

    def origins(self, stance: Stance, sound: bool = False, in_time: bool | None = None) -> int:
        """Count distinct origins.

        `sound` leaves out what is graded E; `in_time` leaves out what is not dated by the first deadline (True), or not
        after it (False).
        """
        return len({each.origin for each in self.heard(stance) if self._passes(each, sound, in_time)})

    def _passes(self, evidence: Evidence, sound: bool, in_time: bool | None) -> bool:
        if sound and (evidence.grade or "F")[0] == POOR:
            return False
        if in_time is None:
            return True
        deadline = self.dossier.first_deadline
        return deadline is not None and evidence.dated is not None and (evidence.dated <= deadline) is in_time

    def best(self, stance: Stance, part: int = 0) -> int | None:
        """Return the best grade on a side, 1 for A (or 1) to 5 for E (or 5): the source's (part 0) or the information's."""
        return min(_grades(self.heard(stance), part), default=None)

    def worst(self, stance: Stance, part: int = 0) -> int | None:
        """Return the worst grade on a side."""
        return max(_grades(self.heard(stance), part), default=None)

    def newest(self, *stances: Stance) -> date | None:
        """Return the day from which the newest evidence of these stances grows old."""
        return max((clock(each) for each in self.counting if each.stance in stances), default=None)

    def since(self, day: date | None) -> int | None:
        """Count the independent sources that came on the ledger after a day; None for no day."""
        return None if day is None else len({each.origin for each in self.counting if each.entered > day})

    def after(self, verdict: Verdict) -> tuple[Evidence, ...]:
        """Return the evidence that came after a person's verdict; on its very day its own list tells, where it has one."""
        return tuple(
            each
            for each in self.counting
            if each.id not in verdict.evidence
            and (each.entered > verdict.day or (bool(verdict.evidence) and each.entered == verdict.day))
        )


def clock(evidence: Evidence) -> date:
    """Return the day from which what it shows grows old: its own, else that of what it reports, else its entry."""
    return evidence.published or evidence.happened or evidence.entered


def precision(dossier: Dossier) -> str | None:
    """Return how exactly the deadline was worded: a day, the end of a longer span, or a vague one; None without one."""
    claim = dossier.claim
    if claim.deadline is None:
        return None
    if claim.deadline_vague:
        return "vague"
    if claim.when is None or dossier.moves or claim.when.last != claim.deadline:
        return "day"
    first, length = claim.when.first, (claim.deadline - claim.when.first).days + 1
    if first.month == first.day == 1 and length in (365, 366):
        return "year"
    return next((word for most, word in _LENGTHS if length <= most), "span")


def storable(text: str | None) -> str | None:
    """Return a text that every database takes: without NUL and lone surrogates, each replaced by U+FFFD."""
    if text is None or text.isascii():
        return text if text is None or "\0" not in text else text.replace("\0", "\ufffd")
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\0", "\ufffd")


def _grades(evidence: Iterable[Evidence], part: int) -> list[int]:
    """Return the grades that can be judged, as 1 to 5; F and 6 mean that they cannot."""
    letters = "ABCDE" if part == 0 else "12345"
    known = (each.grade[part : part + 1] for each in evidence if each.grade is not None)
    return [letters.index(letter) + 1 for letter in known if letter and letter in letters]
