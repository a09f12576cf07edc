"""Quantity: a number that a claim puts forward, with its unit and how exactly it is put; and whether two agree."""

import math
from enum import StrEnum
from typing import Literal

from pydantic import field_validator

from claims.domain.base import Model
from claims.domain.units import conversion, is_physical

Qualifier = Literal["approx", "<", "<=", ">", ">="]

ROUNDING = 0.015
"""Two plain numbers that differ by more than this share of the larger are not one number rounded: 700 and 716 are
two reports, 700 and 698 one (and 44 and 43.6)."""
LARGEST = 10**24
"""No article counts further, and every number up to here can be turned into a float and back into words."""
APPROX_LEAST = 0.05
"""How far "about" reaches at least, as a share of the value: "about 550" still covers 530."""
APPROX_MOST = 0.10
"""How far "about" reaches at most, however round the number: "about 1,000" covers 900 to 1,100, never 500."""
COUNTED_BELOW = 20
"""Whole numbers of things below this are counted, not rounded: five is not "fewer than five"."""


class Quantity(Model):
    """A number, its unit, and its qualifier.

    value is finite; whole numbers are ints whatever they are made from. unit is `percent`, an ISO 4217 code, or a
    lower-case plural ("member nations"); None where the article names none. qualifier None is a plain number.
    """

    value: int | float
    unit: str | None = None
    qualifier: Qualifier | None = None

    @field_validator("value")
    @classmethod
    def _whole_as_int(cls, value: float) -> int | float:
        if not abs(value) <= LARGEST:
            raise ValueError("a quantity is a finite number of at most 24 digits")
        return int(value) if isinstance(value, float) and value.is_integer() else value


class Agreement(StrEnum):
    """How two quantities stand to one another."""

    EQUAL = "equal"
    """The same number (after conversion), unit and qualifier."""
    COMPATIBLE = "compatible"
    """Both can hold: one rounds the other, or lies within its bound or its "about"."""
    CONFLICTING = "conflicting"
    """No number satisfies both."""
    NOT_COMPARABLE = "not comparable"
    """Their units differ and cannot be converted."""


def compare(a: Quantity, b: Quantity) -> Agreement:
    """Tell whether two quantities can both hold. Symmetric; a quantity equals itself.

    A bound is taken at its word: "over 700" and 5,000 can both hold. Physical units are converted, currencies never,
    and a number without a unit compares only with another without one.
    """
    scale_a, scale_b = _Scale(), _Scale()
    if not same_unit(a.unit, b.unit):
        factors = None if a.unit is None or b.unit is None else conversion(a.unit, b.unit)
        if factors is None:
            return Agreement.NOT_COMPARABLE
        scale_a, scale_b = _Scale(*factors[0]), _Scale(*factors[1])
    elif a.qualifier is None and b.qualifier is None:
        return _compare_plain(float(a.value), float(b.value))
    value_a, value_b = scale_a(float(a.value)), scale_b(float(b.value))
    if a.qualifier == b.qualifier and math.isclose(value_a, value_b, rel_tol=1e-9):
        return Agreement.EQUAL
    return Agreement.COMPATIBLE if _overlap(_reach(a, scale_a), _reach(b, scale_b)) else Agreement.CONFLICTING


def same_unit(a: str | None, b: str | None) -> bool:
    """Tell whether two units count the same thing: "Member nations" and "nations" do, "percent" and None do not."""
    if a is None or b is None:
        return a is b
    left, right = _unit_words(a), _unit_words(b)
    shorter = min(len(left), len(right))
    return shorter > 0 and left[-shorter:] == right[-shorter:]


def display(quantity: Quantity) -> str:
    """Return the quantity in plain words: "less than 44 percent", "at least $1.5 billion", "1 shell"."""
    return _WORDS[quantity.qualifier] + _amount(quantity)


class _Scale:
    """A straight line: from a unit to the one that both are compared in."""

    __slots__ = ("factor", "offset")

    def __init__(self, factor: float = 1.0, offset: float = 0.0) -> None:
        self.factor, self.offset = factor, offset

    def __call__(self, value: float) -> float:
        return value * self.factor + self.offset


class _Reach:
    """The true values that a quantity may stand for."""

    __slots__ = ("high", "high_open", "low", "low_open")

    def __init__(self, low: float, high: float, low_open: bool = False, high_open: bool = False) -> None:
        self.low, self.high, self.low_open, self.high_open = low, high, low_open, high_open


def _compare_plain(a: float, b: float) -> Agreement:
    if a == b:
        return Agreement.EQUAL
    step_a, step_b = _step(a), _step(b)
    difference = abs(a - b)
    rounded = step_a != step_b and difference <= max(step_a, step_b) / 2
    close = difference <= ROUNDING * max(abs(a), abs(b))
    return Agreement.COMPATIBLE if rounded and close else Agreement.CONFLICTING


def _reach(quantity: Quantity, scale: _Scale) -> _Reach:
    value = float(quantity.value)
    match quantity.qualifier:
        case ">" | ">=":
            return _Reach(scale(value), math.inf, low_open=quantity.qualifier == ">")
        case "<" | "<=":
            return _Reach(-math.inf, scale(value), high_open=quantity.qualifier == "<")
        case "approx":
            slack = min(max(_step(value) / 2, APPROX_LEAST * abs(value)), APPROX_MOST * abs(value))
        case None:
            slack = 0.0 if _is_counted(quantity) else min(_step(value) / 2, ROUNDING * abs(value))
    return _Reach(scale(value - slack), scale(value + slack))


def _overlap(a: _Reach, b: _Reach) -> bool:
    low, high = max(a.low, b.low), min(a.high, b.high)
    if low != high:
        return low < high
    shut_low = any(each.low == low and each.low_open for each in (a, b))
    shut_high = any(each.high == high and each.high_open for each in (a, b))
    return not (shut_low or shut_high)


def _is_counted(quantity: Quantity) -> bool:
    unit = quantity.unit
    if not isinstance(quantity.value, int) or abs(quantity.value) >= COUNTED_BELOW:
        return False
    return not (unit is not None and (unit == "percent" or _is_currency(unit) or is_physical(unit)))


def _step(value: float) -> float:
    """Return the place value of the last digit that is written: 1 for 44, 0.1 for 43.6, 100,000 for 1,500,000."""
    if value == 0:
        return 1.0
    digits, _, exponent = f"{abs(value):.12e}".partition("e")
    written = digits.rstrip("0").rstrip(".")
    return float(10.0 ** (int(exponent) - (len(written) - 2 if "." in written else 0)))


def _unit_words(unit: str) -> list[str]:
    words = unit.casefold().split()
    if words:
        last = words[-1]
        words[-1] = {"person": "people", "persons": "people", "%": "percent"}.get(last, last)
        if len(last) > 3 and last.endswith("s") and not last.endswith("ss"):
            words[-1] = words[-1].removesuffix("s")
    return words


def _is_currency(unit: str) -> bool:
    return len(unit) == 3 and unit.isascii() and unit.isupper()


_WORDS: dict[str | None, str] = {
    None: "", "approx": "about ", "<": "less than ", "<=": "at most ", ">": "more than ", ">=": "at least ",
}  # fmt: skip
_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹"}
_LARGE = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_SINGULAR = {"people": "person", "children": "child", "men": "man", "women": "woman", "feet": "foot", "lives": "life"}


def _amount(quantity: Quantity) -> str:
    number, unit = _number(quantity.value), quantity.unit
    if unit is None:
        return number
    if unit == "fold":
        return f"{number}-fold"
    if _is_currency(unit):
        sign, size = _SIGNS.get(unit, unit + " "), number.removeprefix("-")
        return ("-" if size != number else "") + sign + size
    return f"{number} {_singular(unit) if quantity.value == 1 else unit}"


def _number(value: float) -> str:
    for size, word in _LARGE:
        if abs(value) >= size:
            short = f"{value / size:.3f}".rstrip("0").rstrip(".")
            if math.isclose(float(short) * size, value, rel_tol=1e-12):
                return f"{short} {word}"
            break
    return f"{value:,}"


def _singular(unit: str) -> str:
    head, _, last = unit.rpartition(" ")
    if last in _SINGULAR:
        last = _SINGULAR[last]
    elif last.endswith("ies") and len(last) > 4:
        last = last[:-3] + "y"
    elif last.endswith(("sses", "xes", "ches", "shes")):
        last = last[:-2]
    elif last.endswith("s") and not last.endswith("ss") and len(last) > 3:
        last = last[:-1]
    return f"{head} {last}".strip()
