"""Sense: whether a condition that CEL has taken makes sense for our facts: words, units, ranges, and no overflow.

What is refused here could not be answered alike by SQL, or could never be what its writer meant.
"""

from dataclasses import dataclass, replace

from claims.domain.condition import (
    AllOf,
    Among,
    AnyOf,
    Choice,
    Compare,
    Condition,
    Constant,
    Named,
    Not,
    Sum,
    TextMatch,
    Value,
)
from claims.rules.cel import Fault
from claims.rules.fact import BOUNDS, Fact, Type
from claims.rules.facts import COMPANIONS, FACTS
from claims.rules.nearest import nearest

GREATEST = 2**53
"""Numbers on the way stay under this in both databases and in every language that reads the results."""
_NUMBERS = (Type.COUNT, Type.DAYS, Type.GRADE, Type.PERCENT)


@dataclass(frozen=True, slots=True)
class Sort:
    """What a part of a condition gives: its type, its bounds where it is a number, the fact where it is one."""

    type: Type
    low: int = 0
    high: int = 0
    fact: Fact | None = None
    written: Value | None = None
    """The value, where it is written out."""


def fill(condition: Condition, numbers: dict[str, int]) -> Condition:
    """Return the condition with the rulebook's own numbers written out."""

    def go(part: Condition) -> Condition:
        match part:
            case Named():
                return Constant(numbers[part.name], part.at) if part.name in numbers else part
            case Not():
                return replace(part, part=go(part.part))
            case AllOf() | AnyOf():
                return replace(part, parts=tuple(go(each) for each in part.parts))
            case Compare() | Sum():
                return replace(part, left=go(part.left), right=go(part.right))
            case Among() | TextMatch():
                return replace(part, item=go(part.item))
            case Choice():
                return replace(part, test=go(part.test), then=go(part.then), other=go(part.other))
            case _:
                return part

    return go(condition)


def faults_of(condition: Condition, reviews: bool) -> list[Fault]:
    """Return what is wrong with a condition of a verdict rule, or of a review rule."""
    faults: list[Fault] = []
    _sort(condition, faults, reviews)
    return faults


def _sort(part: Condition, faults: list[Fault], reviews: bool) -> Sort:
    match part:
        case Named():
            return _named(part, faults, reviews)
        case Constant():
            return _constant(part.value)
        case Not():
            _sort(part.part, faults, reviews)
            return Sort(Type.TRUTH)
        case AllOf() | AnyOf():
            for each in part.parts:
                _sort(each, faults, reviews)
            return Sort(Type.TRUTH)
        case Compare():
            left, right = _sort(part.left, faults, reviews), _sort(part.right, faults, reviews)
            _compare(part, left, right, faults)
            return Sort(Type.TRUTH)
        case Among():
            item = _sort(part.item, faults, reviews)
            for value in part.values:
                _compare(Compare("==", part.item, Constant(value), part.at), item, _constant(value), faults)
            return Sort(Type.TRUTH)
        case Sum():
            return _sum(part, _sort(part.left, faults, reviews), _sort(part.right, faults, reviews), faults)
        case Choice():
            _sort(part.test, faults, reviews)
            then, other = _sort(part.then, faults, reviews), _sort(part.other, faults, reviews)
            if (then.type is Type.DAY) != (other.type is Type.DAY):
                faults.append(Fault("one side is a day and the other is not", part.at))
            if Type.WORD in (then.type, other.type):
                faults.append(Fault("compare the word on each side of the choice, not after it", part.at))
            return replace(then, low=min(then.low, other.low), high=max(then.high, other.high), fact=None, written=None)
        case TextMatch():
            if _sort(part.item, faults, reviews).type is not Type.TEXT:
                faults.append(Fault(f"{part.op} is for texts such as speaker; a word is compared with ==", part.at))
            return Sort(Type.TRUTH)


def _named(part: Named, faults: list[Fault], reviews: bool) -> Sort:
    if part.name in COMPANIONS:
        fact, kind = COMPANIONS[part.name], Type.TRUTH
    else:
        fact, kind = FACTS[part.name], FACTS[part.name].type
    if fact.settled and not reviews:
        faults.append(
            Fault(
                f"{part.name} tells of the verdict that stands, and only a review rule can ask that",
                part.at,
            )
        )
    if kind is Type.TRUTH:
        return Sort(Type.TRUTH)
    low, high = BOUNDS.get(kind, (0, 0))
    return Sort(kind, low, high, fact)


def _constant(value: Value) -> Sort:
    if isinstance(value, bool):
        return Sort(Type.TRUTH, written=value)
    if isinstance(value, int):
        return Sort(Type.COUNT, value, value, written=value)
    return Sort(Type.TEXT, written=value)


def _compare(part: Compare, left: Sort, right: Sort, faults: list[Fault]) -> None:
    if left.written is not None and right.written is not None:
        faults.append(Fault("both sides are written out: this asks for no fact", part.at))
        return
    for side, other in ((left, right), (right, left)):
        if side.type is Type.WORD and side.fact is not None:
            _word(part, side.fact, other, faults)
            return
    if Type.TEXT in (left.type, right.type) and part.op not in ("==", "!="):
        faults.append(Fault("texts are compared with == and != only", part.at))
    if Type.TRUTH in (left.type, right.type) and part.op not in ("==", "!="):
        faults.append(Fault("a yes or no is compared with == and != only", part.at))
    if (left.type is Type.DAY) != (right.type is Type.DAY):
        faults.append(Fault("a day is held against another day; ages and distances are facts of their own", part.at))
    for side, other in ((left, right), (right, left)):
        written = other.written
        if side.fact is None or isinstance(written, bool) or not isinstance(written, int) or side.type not in _NUMBERS:
            continue
        if not side.low <= written <= side.high:
            faults.append(Fault(f"{side.fact.name} is from {side.low:,} to {side.high:,}, never {written:,}", part.at))


def _word(part: Compare, fact: Fact, other: Sort, faults: list[Fault]) -> None:
    if part.op not in ("==", "!="):
        faults.append(Fault(f"{fact.name} is a word: it is compared with == and != only", part.at))
    elif not isinstance(other.written, str):
        faults.append(Fault(f"{fact.name} is compared with one of its words, written out", part.at))
    elif other.written not in fact.words:
        hint = nearest(other.written, fact.words) or f"it is one of {', '.join(fact.words)}"
        faults.append(Fault(f'{fact.name} is never "{other.written}" ({hint})', part.at))


def _sum(part: Sum, left: Sort, right: Sort, faults: list[Fault]) -> Sort:
    days = (left.type is Type.DAY, right.type is Type.DAY)
    if left.type is Type.TEXT or right.type is Type.TEXT or Type.WORD in (left.type, right.type):
        faults.append(Fault("texts cannot be put together in a rule", part.at))
        return Sort(Type.TEXT)
    if any(days) and not (part.op == "-" or (part.op == "+" and not all(days))):
        faults.append(Fault("days can be taken from one another, and numbers added to them; no more", part.at))
    if part.op == "-" and days == (False, True):
        faults.append(Fault("a day cannot be taken from a number", part.at))
    if part.op in ("/", "%") and not (isinstance(right.written, int) and right.written != 0):
        faults.append(Fault("a division is by a number that is written out and is not 0", part.at))
        return Sort(Type.COUNT)
    low, high = _bounds(part.op, left, right)
    if max(abs(low), abs(high)) > GREATEST:
        faults.append(Fault("this could grow beyond what both databases can count", part.at))
        return Sort(Type.COUNT)
    return Sort(Type.DAY if any(days) and not all(days) else Type.COUNT, low, high)


def _bounds(op: str, left: Sort, right: Sort) -> tuple[int, int]:
    match op:
        case "+":
            return left.low + right.low, left.high + right.high
        case "-":
            return left.low - right.high, left.high - right.low
        case "*":
            corners = [a * b for a in (left.low, left.high) for b in (right.low, right.high)]
            return min(corners), max(corners)
        case "/":
            reach = max(abs(left.low), abs(left.high))
            return -reach, reach
        case _:
            reach = max(abs(right.low), abs(right.high))
            return -reach, reach
