"""View: a dossier on a day, as the facts are read from it; what several facts need is worked out once."""

from datetime import date
from functools import cached_property

from claims.domain.condition import Value
from claims.domain.dossier import Dossier
from claims.domain.evidence import Evidence, Stance
from claims.domain.hearing import Hearing, clock
from claims.domain.standing import schedule_of
from claims.domain.verdict import Schedule, Word
from claims.rules.decay import Lifetime
from claims.rules.settings import Settings


class View(Hearing):
    """A dossier, the day the answer is for, and a rulebook's settings."""

    def __init__(self, dossier: Dossier, today: date, settings: Settings) -> None:
        """Take them; nothing but the parting of the evidence is worked out before it is asked for."""
        super().__init__(dossier)
        self.today, self.settings = today, settings
        self.word: Word | None = None
        """The verdict that a rule has just reached; None where it has not, or where it stood before."""
        self.memo: dict[str, Value | None] = {}
        """The facts that were read already; those that tell of the verdict are not kept."""

    @cached_property
    def schedule(self) -> Schedule:
        """Where the claim stands against its deadline."""
        return schedule_of(self.dossier, self.today, self.settings.due)

    def ago(self, day: date | None) -> int | None:
        """Return how many days ago a day was, 0 for one to come; None for none."""
        return None if day is None else max((self.today - day).days, 0)

    def clocks(self) -> list[tuple[date, Lifetime]]:
        """Return for each piece of evidence that counts and shows something: the day its clock began, and its lifetime."""
        return [
            (clock(each), self.settings.lifetime(self.dossier.claim.kind, each.origin))
            for each in self.counting
            if each.stance is not Stance.NEITHER
        ]

    def used(self, word: Word) -> tuple[Evidence, ...]:
        """Return the evidence that a verdict rests on: what supports it if verified, what refutes it if refuted, else all."""
        sides = {Word.VERIFIED: Stance.SUPPORTS, Word.REFUTED: Stance.REFUTES}
        return self.heard(sides[word]) if word in sides else self.counting
