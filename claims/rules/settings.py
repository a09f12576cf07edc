"""Settings: what stands in a rulebook's header, so that its digest covers it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from claims.domain.claim import Kind
from claims.domain.standing import DUE_WINDOW
from claims.rules.decay import Lifetime

LIFETIMES: Mapping[str, Lifetime] = MappingProxyType(
    {
        # A count or a rate is renewed about once a year; what has happened stays so, and is looked at after decades.
        "statistic": Lifetime(365, 0.3, 80, 30),
        "state": Lifetime(730, 0.3, 80, 30),
        "forecast": Lifetime(365, 0.3, 80, 30),
        "commitment": Lifetime(365, 0.3, 80, 30),
        "event": Lifetime(7300, 0.3, 80, 30),
    }
)
ASK_AGAIN = 180
"""Days after which a rule may ask again for the look that a person has taken, nothing new having come."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The zone of its days, the due window, lifetimes by kind and by source, and the numbers its conditions name."""

    zone: str = "UTC"
    due: int = DUE_WINDOW
    ask_again: int = ASK_AGAIN
    lifetimes: Mapping[str, Lifetime] = field(default_factory=lambda: LIFETIMES)
    sources: Mapping[str, Lifetime] = field(default_factory=lambda: MappingProxyType({}))
    """By origin (a house, a publisher or a site, case-folded); before the kind's."""
    numbers: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))

    def lifetime(self, kind: Kind | str, origin: str = "") -> Lifetime:
        """Return the lifetime of what an origin shows of a claim of this kind."""
        return self.sources.get(origin) or self.lifetimes.get(str(kind)) or LIFETIMES[str(kind)]
