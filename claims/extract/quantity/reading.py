"""Reading: a number with its unit, on the way to a quantity; each step gives a new one."""

from dataclasses import dataclass

from claims.domain.quantity import Qualifier
from claims.extract.quantity.measure import Unit
from claims.extract.quantity.numerals import Numeral


@dataclass(frozen=True, slots=True)
class Reading:
    """A number, what it is a number of, and its qualifier.

    value: in the unit. more: the article counts on without naming the noun again ("200 more"). settled: the qualifier
    is fixed by a range and no word beside the number may change it.
    """

    numeral: Numeral
    value: float
    unit: Unit
    qualifier: Qualifier | None = None
    more: bool = False
    settled: bool = False

    @property
    def end(self) -> int:
        """Where number and unit end."""
        return max(self.numeral.end, self.unit.end)
