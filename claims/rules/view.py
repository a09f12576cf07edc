"""View: a dossier on a day, as the facts are read from it; what several facts need is worked out once."""

from datetime import date
from functools import cached_property

from claims.domain.condition import Value
from claims.domain.dossier import Dossier
from claims.domain.evidence import Evidence, Stance
from claims.domain.standing import own_voices, schedule_of
from claims.domain.verdict import Schedule, Word
from claims.rules.decay import Lifetime
from claims.rules.settings import Settings

POOR = "E"
"""The letter of a source that is known to be unreliable: its word alone settles nothing."""


class View:
    """A dossier, the day the answer is for, and a rulebook's settings."""

    def __init__(self, dossier: Dossier, today: date, settings: Settings) -> None:
        """Take them; nothing is worked out before it is asked for."""
        self.dossier, self.today, self.settings = dossier, today, settings
        self.word: Word | None = None
        """The verdict that a rule has just reached; None where it has not, or where it stood before."""
        self.memo: dict[str, Value | None] = {}
        """The facts that were read already; those that tell of the verdict are not kept."""

    @cached_property
    def _heard(self) -> tuple[tuple[Evidence, ...], tuple[Evidence, ...]]:
        own = own_voices(self.dossier)
        others: list[Evidence] = []
        owned: list[Evidence] = []
        for each in self.dossier.evidence:
            voices = {each.origin, each.source.casefold(), (each.publisher or "").casefold()}
            (owned if voices & own else others).append(each)
        return tuple(others), tuple(owned)

    def heard(self, stance: Stance) -> tuple[Evidence, ...]:
        """Return all evidence of a stance that counts, several of one origin included."""
        return tuple(each for each in self._heard[0] if each.stance is stance)

    @property
    def counting(self) -> tuple[Evidence, ...]:
        """All evidence that counts, whatever it shows."""
        return self._heard[0]

    @property
    def owned(self) -> tuple[Evidence, ...]:
        """The evidence that is the word of the claim's own speaker, publisher or article, and does not count."""
        return self._heard[1]

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

    @cached_property
    def schedule(self) -> Schedule:
        """Where the claim stands against its deadline."""
        return schedule_of(self.dossier, self.today, self.settings.due)

    def since(self, day: date | None) -> int | None:
        """Return how many days ago a day was, 0 for one to come; None for none."""
        return None if day is None else max((self.today - day).days, 0)

    def clocks(self) -> list[tuple[date, Lifetime]]:
        """Return for each piece of evidence that counts for or against: the day its clock began, and its lifetime."""
        return [
            (clock(each), self.settings.lifetime(self.dossier.claim.kind, *names(each)))
            for each in self.counting
            if each.stance is not Stance.NEITHER
        ]


def clock(evidence: Evidence) -> date:
    """Return the day from which what it shows grows old: its own, else that of what it reports, else its entry."""
    return evidence.published or evidence.happened or evidence.entered


def names(evidence: Evidence) -> tuple[str, ...]:
    """Return the case-folded names under which a source may have a lifetime of its own."""
    return (evidence.source.casefold(), (evidence.publisher or "").casefold(), evidence.origin)
