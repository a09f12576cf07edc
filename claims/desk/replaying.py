"""Replaying: what rulebooks would have said of each claim on past days, alone or one stack against another."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from datetime import date

from claims.desk.desk import Desk
from claims.domain.dossier import Dossier, fold
from claims.domain.events import Entry, counts_from
from claims.errors import Misuse
from claims.rules.rulebook import Rulebook
from claims.rules.simulate import Disagreement, Turn, compare, each_day, simulate

MOST_DAYS = 3_660
"""Ten years: a longer stretch is more likely a slip in a year than a wish."""


def replay(desk: Desk, first: date, last: date, books: tuple[Rulebook, ...]) -> Iterator[Turn]:
    """Yield on which day each claim would have changed, and why. Raises Misuse for days out of order."""
    days = _days(first, last)
    for claim, by_day in _by_day(desk):
        yield from simulate(claim, by_day, days, books)


def differences(
    desk: Desk, first: date, last: date, one: tuple[Rulebook, ...], other: tuple[Rulebook, ...]
) -> Iterator[Disagreement]:
    """Yield the stretches of days on which two stacks of rulebooks say different things of a claim. Raises Misuse."""
    days = _days(first, last)
    for claim, by_day in _by_day(desk):
        yield from compare(claim, by_day, days, one, other)


def _days(first: date, last: date) -> tuple[date, ...]:
    if last < first:
        raise Misuse(f"--to {last} lies before --from {first}")
    if (last - first).days > MOST_DAYS:
        raise Misuse(f"from {first} to {last} is more than ten years; take a shorter stretch")
    return each_day(first, last)


def _by_day(desk: Desk) -> Iterator[tuple[str, Callable[[date], Dossier | None]]]:
    """Yield each claim with the dossier it had on any day; its entries are read once."""
    for claim in desk.ledger.claims():
        entries = tuple(desk.ledger.entries(claim=claim))
        yield claim, _folds(entries, desk.ledger.rivals(claim))


def _folds(entries: tuple[Entry, ...], rivals: tuple[tuple[str, date], ...]) -> Callable[[date], Dossier | None]:
    """Return the fold of a claim's entries by day, made once for each stretch of days on which nothing new counts.

    A claim that cannot hold beside it counts from the day it was put forward, as it does where the rules settle the ledger.
    """
    begun = {day for _, day in rivals}
    turns = sorted(begun | {day for entry in entries if (day := counts_from(entry.event)) is not None})
    made: dict[int, Dossier | None] = {}

    def on(day: date) -> Dossier | None:
        stretch = bisect_right(turns, day)
        if stretch not in made:
            found = fold(entries, day)
            others = tuple(other for other, made_on in rivals if made_on <= day)
            made[stretch] = found.model_copy(update={"conflicts": others}) if found and others else found
        return made[stretch]

    return on
