"""Decay: how much of the confidence in the newest evidence is left after so many days, and when to look again.

`base * (1 - (t / days) ** (1 / speed))`, cut to whole percents: the polynomial of MISP's decaying models, with `speed`
below 1 (flat first, then a cliff) for facts. It is an overlay: nothing is deleted, and only new evidence winds the clock.
All readers use one table of whole percents for whole days, so that no two can round it apart.
"""

from dataclasses import dataclass
from functools import cache

LONGEST = 36_500
"""Days; no confidence is asked to last longer than a century."""
_EDGE = 1e-9
"""What floating point may be short of a whole number that the formula hits exactly (NIDS after a quarter: 40)."""


@dataclass(frozen=True, slots=True)
class Lifetime:
    """How long what was shown can be relied on: whole days, the shape, the percent at first and the least that will do."""

    days: int
    speed: float
    base: int
    below: int
    """Under this percent the claim should be looked at again."""


@cache
def table(lifetime: Lifetime) -> tuple[int, ...]:
    """Return the whole percent left after 0, 1, 2 ... `days` days; it never rises and ends at 0."""
    return tuple(
        max(0, int(lifetime.base * (1 - (day / lifetime.days) ** (1 / lifetime.speed)) + _EDGE))
        for day in range(lifetime.days + 1)
    )


def percent(lifetime: Lifetime, days: int) -> int:
    """Return the whole percent left after so many days; evidence of days to come has not aged."""
    return table(lifetime)[min(max(days, 0), lifetime.days)]


def lasts(lifetime: Lifetime) -> int:
    """Return after how many days the percent is first under the least that will do; a day past its life where it never is.

    The closed form `days * (1 - below / base) ** speed` is the moment at which it is met exactly, so the first whole day
    after it is the one, but for what floating point puts on the wrong side: the table, which all readers use, decides.
    """
    if lifetime.below <= 0:
        return lifetime.days + 1
    steps = table(lifetime)
    day = min(int(lifetime.days * max(0.0, 1 - lifetime.below / lifetime.base) ** lifetime.speed) + 1, lifetime.days)
    while day > 0 and steps[day - 1] < lifetime.below:
        day -= 1
    while steps[day] >= lifetime.below:
        day += 1
    return day
