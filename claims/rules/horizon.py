"""Horizon: the days to come on which the rules could say something else of a claim, nothing having happened.

Every fact that moves with the day alone begins at a day on the dossier, and a condition holds it against numbers that are
written out; so the days on which its answer can turn are known in closed form. What is put together in another way (a sum
of days, one fact against another) is looked at every day.
"""

from collections.abc import Iterator
from datetime import date

from claims.domain.condition import Among, Choice, Compare, Condition, Constant, Named, Sum, children, names
from claims.domain.dossier import Dossier
from claims.domain.evidence import Stance
from claims.rules.decay import lasts, table
from claims.rules.facts import FACTS
from claims.rules.readers import verdict_day
from claims.rules.rulebook import Rulebook
from claims.rules.view import View

FAR = date.max.toordinal()


def next_day(dossier: Dossier, stack: tuple[Rulebook, ...], today: date) -> date | None:
    """Return the first day after `today` on which the rules could say something else; None where time changes nothing.

    Between the two no rule can: this is what lets a second run leave the claim alone.
    """
    return min(coming(dossier, stack, today), default=None)


def coming(dossier: Dossier, stack: tuple[Rulebook, ...], today: date) -> tuple[date, ...]:
    """Return the days after `today` on which some condition could turn, in order."""
    now = today.toordinal()
    days: set[int] = set()
    for book in stack:
        view = View(dossier, today, book.settings)
        for rule in book.rules:
            days.update(_turns(rule.condition, view))
    return tuple(date.fromordinal(day) for day in sorted(days) if now < day <= FAR)


def _turns(part: Condition, view: View) -> Iterator[int]:
    """Yield the ordinals of the days on which a condition's parts can turn."""
    moving = [name for name in names(part) if name in FACTS and FACTS[name].moves]
    if not moving:
        return
    if isinstance(part, Compare | Among):
        fact, values = _plain(part)
        if fact is not None:
            for value in values:
                yield from _days(fact, value, view)
            return
    if isinstance(part, Compare | Among | Sum | Choice):
        yield view.today.toordinal() + 1
        return
    for child in children(part):
        yield from _turns(child, view)


def _plain(part: Compare | Among) -> tuple[str | None, tuple[object, ...]]:
    """Return a comparison's fact and the values written out; no fact where it is put together in another way."""
    if isinstance(part, Among):
        return (part.item.name, part.values) if isinstance(part.item, Named) else (None, ())
    for one, other in ((part.left, part.right), (part.right, part.left)):
        if isinstance(one, Named) and isinstance(other, Constant):
            return one.name, (other.value,)
    return None, ()


def _days(fact: str, value: object, view: View) -> Iterator[int]:
    dossier = view.dossier
    deadline = dossier.claim.deadline
    if fact == "schedule":
        if deadline is not None:
            yield deadline.toordinal() - view.settings.due
            yield deadline.toordinal() + 1
        return
    if not isinstance(value, int):
        return
    if fact == "days_to_deadline":
        if deadline is not None:
            yield from (deadline.toordinal() - value, deadline.toordinal() - value + 1)
    elif fact == "days_until_recheck":
        for day, life in view.clocks():
            last = day.toordinal() + lasts(life)
            yield from (last - value, last - value + 1)
    elif fact == "confidence":
        for day, life in view.clocks():
            steps = table(life)
            for level in (value, value - 1):
                yield day.toordinal() + next((t for t, left in enumerate(steps) if left <= level), life.days)
    elif (begin := _begin(fact, view)) is not None:
        yield from (begin + value, begin + value + 1)


def _begin(fact: str, view: View) -> int | None:
    """Return the day from which a fact of the form "days since" counts."""
    dossier = view.dossier
    if fact == "age":
        return dossier.made.toordinal()
    if fact == "days_overdue":
        return dossier.claim.deadline.toordinal() if dossier.claim.deadline else None
    if fact == "days_since_verdict":
        day = verdict_day(view)
        return day.toordinal() if day else None
    stance = {"days_since_supporting": Stance.SUPPORTS, "days_since_refuting": Stance.REFUTES}.get(fact)
    newest = view.newest(*([stance] if stance else Stance))
    return newest.toordinal() if newest else None
