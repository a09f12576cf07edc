"""Conflict: whether two claims about one thing can both hold."""

from collections.abc import Iterable

from claims.domain.claim import Claim, Kind
from claims.domain.quantity import Agreement, compare


def in_conflict(one: Claim, other: Claim) -> bool:
    """Tell whether two claims of the same subject and measure, about the same time, cannot both hold. Symmetric.

    They cannot where comparable quantities contradict each other, where the one denies what the other says in the same
    words and numbers, or, for an event put to a day, where the days lie apart. Claims without a subject and a measure are
    never compared: too little is known.
    """
    if one.id == other.id or not _same_thing(one, other):
        return False
    apart = one.when is not None and other.when is not None and not one.when.overlaps(other.when)
    if apart:
        once = one.kind is other.kind is Kind.EVENT
        return once and one.polarity is other.polarity and not one.quantities and not other.quantities
    agreements = [compare(a, b) for a in one.quantities for b in other.quantities]
    met = [each for each in agreements if each is not Agreement.NOT_COMPARABLE]
    if one.polarity is not other.polarity:
        return all(each is Agreement.EQUAL for each in met) and bool(met or not (one.quantities or other.quantities))
    return bool(met) and all(each is Agreement.CONFLICTING for each in met)


def conflicts(claim: Claim, others: Iterable[Claim]) -> tuple[str, ...]:
    """Return the ids of the claims that cannot hold beside one, in order."""
    return tuple(sorted({other.id for other in others if in_conflict(claim, other)}))


def _same_thing(one: Claim, other: Claim) -> bool:
    if not (one.subject and one.measure and other.subject and other.measure):
        return False
    return _key(one) == _key(other)


def _key(claim: Claim) -> tuple[str, str]:
    return " ".join((claim.subject or "").casefold().split()), " ".join((claim.measure or "").casefold().split())
