"""Turns: the first day to come on which the answer of a rule can turn, nothing having happened, as an expression.

rules/horizon.py says the same of one dossier. Each fact that moves with the day begins at a column, and a condition holds it
against numbers written out, so the days are known; what is put together in another way is looked at every day.
"""

from collections.abc import Iterator

from claims.domain.condition import Among, Choice, Compare, Condition, Constant, Named, Sum, children, names
from claims.domain.plan import Clock, PlannedRule, Terms
from claims.store.compile import Expr, number
from claims.store.facts import SINCE, Facts, by_origin, recheck_day

Key = tuple[str, object, int, Terms | None]
DAILY: Key = ("daily", None, 0, None)
"""Where some part has to be looked at every day."""
MOVING = frozenset(SINCE) | {"schedule", "days_to_deadline", "confidence", "days_until_recheck", "days_since_verdict"}
"""The facts that change with the day alone; a test holds them to those of rules/facts.py."""


def next_day(table: Expr, rules: tuple[PlannedRule, ...], today: int, ask_again: int, dialect: str, never: int) -> Expr:
    """Return the ordinal of the next day on which some rule's answer can turn, `never` where none can."""
    import sqlalchemy as sa

    found: dict[Key, Expr] = {}
    for rule in rules:
        facts = Facts(table, today, rule.terms, dialect)
        for key, day in _turns(rule.condition, facts):
            found.setdefault(key, day)
    if DAILY in found:
        return number(today + 1)
    answered = sa.case((table.c.answered_rule.is_not(None), table.c.looked + number(ask_again)))
    days = [sa.case((day > number(today), day), else_=number(never)) for day in (*found.values(), answered)]
    if len(days) == 1:
        return days[0]
    return sa.func.least(*days) if dialect == "postgresql" else sa.func.min(*days)


def _turns(part: Condition, facts: Facts) -> Iterator[tuple[Key, Expr]]:
    """Yield (a key that is the same for the same day, the day)."""
    if not any(name in MOVING for name in names(part)):
        return
    if isinstance(part, Compare | Among | Sum | Choice):
        plain = _plain(part) if isinstance(part, Compare | Among) else None
        if plain is None or (plain[0] == "confidence" and facts.terms.sources):
            yield DAILY, number(facts.today + 1)
            return
        name, values = plain
        terms = facts.terms if name in ("schedule", "confidence", "days_until_recheck") else None
        for value in values:
            for shift, day in enumerate(_days(name, value, facts)):
                yield (name, None if name == "schedule" else value, shift, terms), day
        return
    for child in children(part):
        yield from _turns(child, facts)


def _plain(part: Compare | Among) -> tuple[str, tuple[object, ...]] | None:
    if isinstance(part, Among):
        return (part.item.name, part.values) if isinstance(part.item, Named) else None
    for one, other in ((part.left, part.right), (part.right, part.left)):
        if isinstance(one, Named) and isinstance(other, Constant):
            return one.name, (other.value,)
    return None


def _days(name: str, value: object, facts: Facts) -> list[Expr]:
    c = facts.columns
    if name == "schedule":
        return [c.deadline - number(facts.terms.due), c.deadline + number(1)]
    if isinstance(value, bool) or not isinstance(value, int):
        return []
    if name == "days_to_deadline":
        return [c.deadline - number(value), c.deadline - number(value - 1)]
    if name == "days_until_recheck":
        due = recheck_day(facts)
        return [due - number(value), due - number(value - 1)]
    if name == "confidence":
        return [_reached(facts, value), _reached(facts, value - 1)]
    begin = c.verdict_day if name == "days_since_verdict" else c[SINCE[name]]
    return [begin + number(value), begin + number(value + 1)]


def _reached(facts: Facts, level: int) -> Expr:
    """Return the day from which no more than so many percent are left."""
    return by_origin(facts, lambda clock, began: began + number(_reaches(clock, level)))


def _reaches(clock: Clock, level: int) -> int:
    """Return after how many days no more than so many percent are left."""
    return next((day for day, percent in enumerate(clock.percents) if percent <= level), len(clock.percents))
