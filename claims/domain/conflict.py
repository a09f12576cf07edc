"""Conflict: whether two claims about one thing can both hold."""

from typing import NamedTuple

from claims.domain.claim import Claim, Kind, Polarity
from claims.domain.quantity import Agreement, Quantity, compare


class Put(NamedTuple):
    """What a claim puts forward, as far as it takes to tell whether another can hold beside it. Days are ordinals."""

    id: str
    kind: Kind
    polarity: Polarity
    first: int | None
    """The first day it is about; None where it names none."""
    last: int | None
    quantities: tuple[Quantity, ...]

    @classmethod
    def of(cls, claim: Claim) -> "Put":
        """Take it from a claim."""
        first, last = (claim.when.first.toordinal(), claim.when.last.toordinal()) if claim.when else (None, None)
        return cls(claim.id, claim.kind, claim.polarity, first, last, claim.quantities)


def topic(claim: Claim) -> str | None:
    """Return what a claim is about, as one key: subject and measure, case-folded; None where either is not told."""
    if not (claim.subject and claim.measure):
        return None
    return "\n".join(" ".join(part.casefold().split()) for part in (claim.subject, claim.measure))


def in_conflict(one: Put, other: Put) -> bool:
    """Tell whether two claims of one topic cannot both hold. Symmetric.

    They cannot where all their comparable quantities contradict each other, where the one denies what the other says with
    the same numbers, or, for events without numbers, where their days lie apart. Claims about different times are no
    contradiction otherwise: what is measured anew may be another number.
    """
    if one.id == other.id:
        return False
    if _apart(one, other):
        events = one.kind is other.kind is Kind.EVENT
        return events and one.polarity is other.polarity and not one.quantities and not other.quantities
    agreements = [compare(a, b) for a in one.quantities for b in other.quantities]
    met = [each for each in agreements if each is not Agreement.NOT_COMPARABLE]
    if one.polarity is not other.polarity:
        return all(each is Agreement.EQUAL for each in met) and bool(met or not (one.quantities or other.quantities))
    return bool(met) and all(each is Agreement.CONFLICTING for each in met)


def _apart(one: Put, other: Put) -> bool:
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return False
    return one.last < other.first or other.last < one.first
