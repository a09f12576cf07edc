"""Condition: what a rule asks of a claim, as a frozen tree that has been checked; whatever reads it needs no parser.

The tree is three-valued. A fact that is not known makes what asks for it unknown, and `all_of` and `any_of` absorb that
as SQL and CEL do: false and unknown is false, true or unknown is true.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal as OneWordOf
from typing import assert_never

Value = bool | int | str
"""What a fact can be: a truth, a whole number (days and percents too), or a word."""
Comparison = OneWordOf["==", "!=", "<", "<=", ">", ">="]
Operator = OneWordOf["+", "-", "*", "/", "%"]
Match = OneWordOf["startsWith", "endsWith", "contains"]


@dataclass(frozen=True, slots=True)
class Named:
    """A fact, by its name."""

    name: str
    at: int = field(default=0, compare=False)
    """Where it stands in the condition's text, in code points."""


@dataclass(frozen=True, slots=True)
class Constant:
    """A value written out."""

    value: Value
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Not:
    """What holds where its part does not."""

    part: "Condition"
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class AllOf:
    """What holds where every part does."""

    parts: tuple["Condition", ...]
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class AnyOf:
    """What holds where some part does."""

    parts: tuple["Condition", ...]
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Compare:
    """Two values held against each other."""

    op: Comparison
    left: "Condition"
    right: "Condition"
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Among:
    """Whether a value is one of those written out."""

    item: "Condition"
    values: tuple[Value, ...]
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Sum:
    """Arithmetic on whole numbers; division cuts towards zero, and the remainder has the sign of the left side."""

    op: Operator
    left: "Condition"
    right: "Condition"
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Choice:
    """One value where a test holds, another where it does not."""

    test: "Condition"
    then: "Condition"
    other: "Condition"
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class TextMatch:
    """Whether a text begins with, ends with or holds another that is written out; letters count as they stand."""

    op: Match
    item: "Condition"
    text: str
    at: int = field(default=0, compare=False)


Condition = Named | Constant | Not | AllOf | AnyOf | Compare | Among | Sum | Choice | TextMatch

COMPARE: Mapping[str, Callable[[Value, Value], bool]] = {
    "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    "<": lambda a, b: a < b,  # type: ignore[operator]
    "<=": lambda a, b: a <= b,  # type: ignore[operator]
    ">": lambda a, b: a > b,  # type: ignore[operator]
    ">=": lambda a, b: a >= b,  # type: ignore[operator]
}


def evaluate(condition: Condition, facts: Mapping[str, Value]) -> Value | None:
    """Return the condition's value over these facts; None where a fact that it rests on is unknown.

    The third reader of the tree, beside CEL and SQL, for what those cannot do: a condition's parts, what-if searches.
    """
    match condition:
        case Named():
            return facts.get(condition.name)
        case Constant():
            return condition.value
        case Not():
            value = evaluate(condition.part, facts)
            return None if value is None else not value
        case AllOf():
            return _absorb((evaluate(part, facts) for part in condition.parts), False)
        case AnyOf():
            return _absorb((evaluate(part, facts) for part in condition.parts), True)
        case Compare():
            left, right = evaluate(condition.left, facts), evaluate(condition.right, facts)
            return None if left is None or right is None else COMPARE[condition.op](left, right)
        case Among():
            item = evaluate(condition.item, facts)
            return None if item is None else item in condition.values
        case Sum():
            left, right = evaluate(condition.left, facts), evaluate(condition.right, facts)
            return None if left is None or right is None else arithmetic(condition.op, int(left), int(right))
        case Choice():
            test = evaluate(condition.test, facts)
            return None if test is None else evaluate(condition.then if test else condition.other, facts)
        case TextMatch():
            text = evaluate(condition.item, facts)
            return None if text is None else text_match(condition.op, str(text), condition.text)
        case _:
            assert_never(condition)


def _absorb(values: Iterator[Value | None], strong: bool) -> bool | None:
    unknown = False
    for value in values:
        if value is strong:
            return strong
        unknown = unknown or value is None
    return None if unknown else not strong


def arithmetic(op: Operator, left: int, right: int) -> int | None:
    """Return the sum; None for a division by zero."""
    match op:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case _:
            if right == 0:
                return None
            quotient = abs(left) // abs(right) * (1 if (left < 0) == (right < 0) else -1)
            return quotient if op == "/" else left - right * quotient


def text_match(op: Match, text: str, part: str) -> bool:
    """Return whether the text begins with, ends with or holds the part."""
    match op:
        case "startsWith":
            return text.startswith(part)
        case "endsWith":
            return text.endswith(part)
        case "contains":
            return part in text


def children(condition: Condition) -> tuple[Condition, ...]:
    """Return the parts right below the top of a condition, from left to right."""
    match condition:
        case Named() | Constant():
            return ()
        case Not():
            return (condition.part,)
        case AllOf() | AnyOf():
            return condition.parts
        case Compare() | Sum():
            return (condition.left, condition.right)
        case Among() | TextMatch():
            return (condition.item,)
        case Choice():
            return (condition.test, condition.then, condition.other)
        case _:
            assert_never(condition)


def walk(condition: Condition) -> Iterator[Condition]:
    """Yield the condition and all its parts, each before its own parts."""
    yield condition
    for child in children(condition):
        yield from walk(child)


def names(condition: Condition) -> tuple[str, ...]:
    """Return the facts that a condition asks for, each once, in the order in which they stand."""
    return tuple(dict.fromkeys(part.name for part in walk(condition) if isinstance(part, Named)))


def write(condition: Condition) -> str:
    """Return the condition as CEL that reads back as the same tree."""
    match condition:
        case Named():
            return condition.name
        case Constant():
            return _literal(condition.value)
        case Not():
            return f"!{_inner(condition.part)}"
        case AllOf():
            return " && ".join(_inner(part) for part in condition.parts) or "true"
        case AnyOf():
            return " || ".join(_inner(part) for part in condition.parts) or "false"
        case Compare() | Sum():
            return f"{_inner(condition.left)} {condition.op} {_inner(condition.right)}"
        case Among():
            return f"{_inner(condition.item)} in [{', '.join(_literal(value) for value in condition.values)}]"
        case Choice():
            return f"{_inner(condition.test)} ? {_inner(condition.then)} : {_inner(condition.other)}"
        case TextMatch():
            return f"{_inner(condition.item)}.{condition.op}({_literal(condition.text)})"
        case _:
            assert_never(condition)


def _inner(condition: Condition) -> str:
    text = write(condition)
    plain = isinstance(condition, Named | Constant | Not | TextMatch)
    return text if plain and not text.startswith("-") else f"({text})"


def _literal(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    escaped = "".join(_ESCAPES.get(c, c) if c.isprintable() or c in _ESCAPES else f"\\U{ord(c):08x}" for c in value)
    return f'"{escaped}"'


_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
