"""Domains: whether any values of the facts make one condition hold while others do not."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from claims.domain.condition import (
    COMPARE,
    AllOf,
    Among,
    AnyOf,
    Compare,
    Condition,
    Constant,
    Named,
    Not,
    Sum,
    TextMatch,
    Value,
    evaluate,
    names,
    walk,
)
from claims.rules.fact import BOUNDS, Fact, Type
from claims.rules.facts import COMPANIONS, FACTS

MOST_STEPS = 40_000
"""Partial assignments tried before the question is given up; a second or two."""


class _Open:
    """Stands for a fact that has no value yet."""


OPEN = _Open()
Partial = Value | None | _Open
"""A value; None for unknown; OPEN for not yet settled."""


class _GaveUp(Exception):
    """More would have to be tried than is worth it."""


NOTHING: Mapping[str, Value | None] = MappingProxyType({})


def possible(
    holds: Condition, fails: tuple[Condition, ...], given: Mapping[str, Value | None] = NOTHING
) -> bool | None:
    """Tell whether some values make a condition true while none of the others is; `given` are facts that stand fast.

    False is a proof that there are none; None where it was not settled: more than 40,000 steps, arithmetic that the
    stretches between limits do not decide, texts put to more than equality, or values found that need not go together.
    """
    asked = tuple(dict.fromkeys(name for each in (holds, *fails) for name in names(each)))
    facts = tuple(dict.fromkeys(COMPANIONS[name].name if name in COMPANIONS else name for name in asked))
    domains = {name: _domain(FACTS[name], (holds, *fails)) for name in facts if name not in given}
    # The facts of the condition itself first: they rule out most. What has no domain stays open.
    free = tuple(name for name, domain in domains.items() if domain is not None)
    search = _Search(holds, fails, {name: domain for name, domain in domains.items() if domain is not None})
    try:
        return None if search.found(dict(given), free) else False
    except _GaveUp:
        return None


class _Search:
    """A search through partial assignments, cut off where they already decide."""

    def __init__(
        self, holds: Condition, fails: tuple[Condition, ...], domains: dict[str, tuple[Value | None, ...]]
    ) -> None:
        self.holds, self.fails, self.domains = holds, fails, domains
        self.steps = 0

    def found(self, values: dict[str, Value | None], left: tuple[str, ...]) -> bool:
        """Tell whether, for all that is known, the assignment can be completed so that the condition holds and no other does."""
        self.steps += 1
        if self.steps > MOST_STEPS:
            raise _GaveUp
        known = _known(values)
        if not _related(known):
            return False
        held = partial(self.holds, known)
        if held is not True and not isinstance(held, _Open):
            return False
        if any(partial(each, known) is True for each in self.fails):
            return False
        if not left:
            return True
        name = left[0]
        return any(self.found({**values, name: value}, left[1:]) for value in self.domains[name])


COMPANIONS_OF = {fact.name: name for name, fact in COMPANIONS.items()}


def _known(values: Mapping[str, Value | None]) -> dict[str, Value | None]:
    """Return values with the facts that tell which of them are known."""
    return {
        **values,
        **{COMPANIONS_OF[name]: value is not None for name, value in values.items() if name in COMPANIONS_OF},
    }


def partial(condition: Condition, values: dict[str, Value | None]) -> Partial:
    """Return a condition's value over a partial assignment; OPEN where it depends on what is not yet assigned."""
    match condition:
        case Named():
            return values.get(condition.name, OPEN) if condition.name in values else OPEN
        case AllOf() | AnyOf():
            strong = isinstance(condition, AnyOf)
            parts = [partial(part, values) for part in condition.parts]
            if any(part is strong for part in parts):
                return strong
            if any(isinstance(part, _Open) for part in parts):
                return OPEN
            return None if any(part is None for part in parts) else not strong
        case Not():
            part = partial(condition.part, values)
            return part if part is None or isinstance(part, _Open) else not part
        case Compare():
            left, right = partial(condition.left, values), partial(condition.right, values)
            if left is None or right is None:
                return None
            if isinstance(left, _Open) or isinstance(right, _Open):
                return OPEN
            return COMPARE[condition.op](left, right)
        case _:
            if any(name not in values for name in names(condition)):
                return OPEN
            return evaluate(condition, {name: value for name, value in values.items() if value is not None})


def _domain(fact: Fact, conditions: tuple[Condition, ...]) -> tuple[Value | None, ...] | None:
    """Return the values that stand for all that a fact can be, as these conditions see it; None where none do."""
    unknown: tuple[Value | None, ...] = (None,) if fact.optional else ()
    if fact.type is Type.WORD:
        return (*fact.words, *unknown)
    if fact.type is Type.TRUTH:
        return (True, False, *unknown)
    limits = set()
    for condition in conditions:
        for part in walk(condition):
            written = list(_held_against(part, fact.name))
            if written is None or (_worked(part, fact.name)):
                return None
            limits.update(written)
    if fact.type is Type.TEXT:
        return (*sorted(limits, key=str), "any other text", *unknown)
    if fact.type not in BOUNDS:
        return None
    low, high = BOUNDS[fact.type]
    points = {low, high} | {int(limit) + step for limit in limits for step in (-1, 0, 1)}
    return (*sorted(point for point in points if low <= point <= high), *unknown)


def _held_against(part: Condition, name: str) -> Iterator[Value]:
    """Yield the values that a part holds a fact against."""
    if isinstance(part, Compare):
        for one, other in ((part.left, part.right), (part.right, part.left)):
            if isinstance(one, Named) and one.name == name and isinstance(other, Constant):
                yield other.value
    elif isinstance(part, Among) and isinstance(part.item, Named) and part.item.name == name:
        yield from part.values


def _worked(part: Condition, name: str) -> bool:
    """Tell whether a part uses a fact in a way that the stretches between limits do not decide."""
    if isinstance(part, Sum | TextMatch):
        return name in names(part)
    if isinstance(part, Compare):
        return name in names(part) and not any(isinstance(side, Constant) for side in (part.left, part.right))
    return False


def _related(values: dict[str, Value | None]) -> bool:
    """Tell whether values can go together, by what is known of the facts; what is not assigned rules nothing out."""
    schedule, deadline = values.get("schedule", OPEN), values.get("has_deadline", OPEN)
    supporting, refuting = values.get("supporting", OPEN), values.get("refuting", OPEN)
    undated = schedule == "undated"
    if not isinstance(schedule, _Open):
        if isinstance(deadline, bool) and deadline is undated:
            return False
        if (
            schedule in ("met", "met-late", "missed")
            and isinstance(refuting, int)
            and (refuting > 0) is not (schedule == "missed")
        ):
            return False
        if (
            schedule in ("met", "met-late", "missed")
            and isinstance(supporting, int)
            and (supporting > 0) is (schedule == "missed")
        ):
            return False
        if schedule == "overdue" and supporting == 0 and isinstance(refuting, int) and refuting > 0:
            return False
    for part, whole in _PARTS:
        less, more = values.get(part), values.get(whole)
        if isinstance(less, int) and isinstance(more, int) and less > more:
            return False
    return True


_PARTS = (
    ("sound_supporting", "supporting"),
    ("sound_refuting", "refuting"),
    ("supporting_in_time", "supporting"),
    ("supporting_late", "supporting"),
    ("sound_supporting_in_time", "sound_supporting"),
    ("sound_supporting_in_time", "supporting_in_time"),
    ("sound_supporting_in_time", "supporting"),
    ("refuting_in_time", "refuting"),
    ("refuting_late", "refuting"),
    ("supporting", "all_supporting"),
    ("refuting", "all_refuting"),
)
"""Counts that are a part of another count."""
