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
_MAIN = frozenset({"main", "ccomp", "parataxis", "absolute"})
_RELATIVE = frozenset({"relcl", "appos", "acl", "purpose"})
# A time with one of these bounds its own clause and tells nothing of the next.
_EDGES = frozenset({"since", "until", "till", "before", "after", "within", "by", "through"})
_PAST = frozenset({"past", "participle", "none"})
# So many sentences back the tale may have been dated.
_BACK = 2
_QUARTER = 92
# So many nouns and names in common, beside the verb, make two clauses tell of one happening.
_SAME_THINGS = 2


def in_sentence(line: Timeline, atom: Atom, said: Predicate, kind: Kind) -> TimeExpression | None:
    """Return the expression of the dated clause that an atom's sentence opens with, where both tell of the same moment.

    A clause that stands behind, or hangs on another, dates what is before it less than every third time; so does a year.
    """
    if atom.role not in _JOINED and not (atom.role == "acl" and said.tense == "participle"):
        return None
    if said.perfect or moment(said) == "ahead":
        return None
    if kind is Kind.STATE and said.tense != "past":
        return None
    now = moment(said)
    found: list[tuple[int, TimeExpression]] = []
    for other in line.atoms.get(atom.sentence, ()):
        if other is atom or other.role not in _MAIN or other.head > atom.head or moment(line.said(other)) != now:
            continue
        own = line.own(other)
        if own is not None and own.time.type in ("DATE", "TIME") and own.time.lead not in _EDGES:
            found.append((abs(other.head - atom.head), own.time))
    time = min(found, key=lambda pair: pair[0])[1] if found else None
    return time if time is not None and time.span is not None and time.span.days <= _QUARTER else None


def joined(line: Timeline, atom: Atom, kind: Kind) -> list[Atom]:
    """Return the other clauses of a past event's sentence that are past events as well."""
    if (
        kind is not Kind.EVENT
        or atom.role not in _JOINED
        or line.said(atom).perfect
        or moment(line.said(atom)) != "past"
    ):
        return []
    others = line.atoms.get(atom.sentence, ())
    return [o for o in others if o is not atom and o.role not in _RELATIVE and moment(line.said(o)) == "past"]


def before(line: Timeline, atom: Atom, said: Predicate, kind: Kind) -> tuple[TimeExpression, int] | None:
    """Return the time of the tale that an atom may go on with, and how many sentences back it was told.

    Happenings one after another, the first of them dated.

    Figures go on with a quarter or month as with a day ("in the third quarter"); happenings with a day only.
    """
    if kind not in (Kind.EVENT, Kind.STATISTIC) or atom.role in _RELATIVE or not _goes_on(said):
        return None
    longest = _QUARTER if kind is Kind.STATISTIC else 1
    for back in range(1, _BACK + 1):
        if not line.atoms.get(atom.sentence - back):
            return None
        for other in reversed(line.atoms[atom.sentence - back]):
            there = line.said(other)
            if other.role in _RELATIVE:
                continue
            if not _goes_on(there):
                return None
            own = line.own(other)
            if own is not None:
                span = own.time.span
                fits = span is not None and span.days <= longest and not own.time.reference
                return (own.time, back) if fits and own.time.lead not in _EDGES else None
    return None


def _goes_on(said: Predicate) -> bool:
    """Tell whether a clause goes on with a tale: in the past, or in the present that tells what happened."""
    return not said.perfect and moment(said) in ("past", "present")


def retold(line: Timeline, atom: Atom, said: Predicate, kind: Kind) -> TimeExpression | None:
    """Return the day of a clause elsewhere that tells of the same happening: the same verb and two of the same nouns or names."""
    if kind is not Kind.EVENT or said.nominal or moment(said) != "past":
        return None
    paragraph = line.parse.sentences[atom.sentence].paragraph
    mine: frozenset[str] | None = None
    for other in line.by_verb.get(said.lemma, ()):
        if other.start == atom.start or moment(line.said(other)) != "past":
            continue
        if line.parse.sentences[other.sentence].paragraph > paragraph:
            break  # what stands in later paragraphs changes nothing
        own = line.own(other)
        if own is None or own.time.span is None or own.time.span.days > 1 or own.time.lead in _EDGES:
            continue
        mine = mine if mine is not None else _things(line, atom)
        if len(mine & _things(line, other)) >= _SAME_THINGS:
            return own.time
    return None


def _things(line: Timeline, atom: Atom) -> frozenset[str]:
    tokens = line.parse.tokens
    return frozenset(tokens[i].lemma.lower() for i in atom.tokens if tokens[i].upos in ("NOUN", "PROPN"))


def moment(said: Predicate) -> str:
    """Name the moment that a predicate speaks of: past (participles too), present or ahead."""
    if said.tense in _PAST:
        return "past"
    return "ahead" if said.tense in ("modal", "infinitive") else said.tense
