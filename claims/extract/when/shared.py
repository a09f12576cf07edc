"""Shared: a time that a clause has from a clause beside it, in its sentence or the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.domain.claim import Kind

if TYPE_CHECKING:
    from claims.extract.atoms import Atom
    from claims.extract.predicate import Predicate
    from claims.extract.time import TimeExpression
    from claims.extract.when.timeline import Timeline

# Clauses that happen with the one they hang on: "and injured two", "killing the driver", "after it left the road".
_JOINED = frozenset({"conj", "parataxis", "advcl", "absolute", "main", "ccomp"})
_RELATIVE = frozenset({"relcl", "appos", "acl", "purpose"})
# A time with one of these bounds its own clause and tells nothing of the next.
_EDGES = frozenset({"since", "until", "till", "before", "after", "within", "by", "through"})
_PAST = frozenset({"past", "participle", "none"})
# So many sentences back the tale may have been dated.
_BACK = 2


def in_sentence(line: Timeline, atom: Atom, said: Predicate, kind: Kind) -> TimeExpression | None:
    """Return the expression of the one dated clause of an atom's sentence, where both tell of the same moment."""
    if atom.role not in _JOINED or said.perfect:
        return None
    if kind is Kind.STATE and said.tense != "past":
        return None
    moment = _moment(said)
    found: list[tuple[int, TimeExpression]] = []
    for other in line.atoms.get(atom.sentence, ()):
        if other is atom or other.role in _RELATIVE or _moment(line.said(other)) != moment:
            continue
        own = line.own(other)
        if own is not None and own.time.type in ("DATE", "TIME") and own.time.lead not in _EDGES:
            found.append((abs(other.head - atom.head), own.time))
    if not found:
        return None
    if len({time.guide for _, time in found}) > 1 and moment == "ahead":
        return None
    return min(found, key=lambda pair: pair[0])[1]


def from_before(line: Timeline, atom: Atom, said: Predicate, kind: Kind) -> TimeExpression | None:
    """Return the day of the tale that an atom goes on with: past events one after another, the first of them dated."""
    if kind not in (Kind.EVENT, Kind.STATISTIC) or atom.role in _RELATIVE or _moment(said) != "past" or said.perfect:
        return None
    for back in range(1, _BACK + 1):
        others = line.atoms.get(atom.sentence - back, ())
        for other in reversed(others):
            there = line.said(other)
            if other.role in _RELATIVE:
                continue
            if _moment(there) != "past" or there.perfect:
                return None
            own = line.own(other)
            if own is not None:
                span = own.time.span
                return own.time if span is not None and span.days == 1 and not own.time.reference else None
        if not others:
            return None
    return None


def _moment(said: Predicate) -> str:
    if said.tense in _PAST:
        return "past"
    return "ahead" if said.tense in ("modal", "infinitive") else said.tense
