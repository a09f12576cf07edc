"""FoundQuantity: a quantity and where in the text it stands."""

from dataclasses import dataclass

from claims.domain.quantity import Quantity, display


@dataclass(frozen=True, slots=True)
class FoundQuantity:
    """A quantity found in a text.

    start, end: code points of the number with its unit (text[start:end] == text), without the words of its bound.
    kind: percent, money, measure, duration, age, fold, times, points or count. rule: which reading found it.
    """

    start: int
    end: int
    text: str
    quantity: Quantity
    kind: str
    rule: str


def describe(found: FoundQuantity) -> str:
    """Return one line: the place, the words, and what was read."""
    return f"{found.start}-{found.end}  {found.text!r}: {display(found.quantity)} ({found.kind}, by {found.rule})"
