"""When: the time that a claim is about, and the deadline of a forecast or commitment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.domain.claim import Kind
from claims.domain.timespan import TimeSpan
from claims.extract.when.dated import UNDATED, Dated
from claims.extract.when.occasions import Occasion, link
from claims.extract.when.timeline import Timeline, timeline

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from claims.extract.atoms import Atom
    from claims.extract.parse import Parse
    from claims.extract.predicate import Predicate
    from claims.extract.time import TimeExpression

__all__ = ["UNDATED", "Dated", "Timeline", "timeline", "when"]

_AHEAD = (Kind.FORECAST, Kind.COMMITMENT)
_THROUGH = frozenset({"until", "till", "through"})
# Roles of clauses that happen with the clause they hang on: "killing the driver", "and injured two".
_JOINED = frozenset({"conj", "parataxis", "advcl", "absolute", "main", "ccomp"})
_SHARED_TENSES = frozenset({"past", "participle"})


def when(
    parse: Parse,
    atom: Atom,
    times: Sequence[TimeExpression],
    kind: Kind,
    published: date,
    *,
    line: Timeline | None = None,
    negative: bool = False,
) -> Dated:
    """Tell the time that an atom's claim is about and, for a forecast or commitment, its deadline.

    Its own expression first; else one that its sentence shares with it; else an occasion that it names and the article dates.
    `line` is the article's timeline where it was read already (else `times` is read for the one atom). `negative` for a claim with negative
    polarity: a denied plan must hold through its day.
    """
    line = line or timeline(parse, (atom,), times, published)
    said = line.said(atom)
    own = line.own(atom)
    if own is not None:
        return _from_expression(own.time, kind, published, negative, "own")
    shared = _shared(line, atom, said, kind)
    occasion = link(line.occasions, parse, atom, said, kind)
    if occasion is not None and (kind in _AHEAD or shared is None):
        return _from_occasion(occasion, kind, published, negative)
    if shared is not None:
        return _from_expression(shared, kind, published, negative, "sentence")
    return UNDATED


def _from_expression(time: TimeExpression, kind: Kind, published: date, negative: bool, source: str) -> Dated:
    span = TimeSpan.parse(time.guide) if time.guide else None
    deadline, through = None, False
    if kind in _AHEAD and time.lead != "since":
        deadline = time.deadline or (span.last if span is not None else None)
        if deadline is not None and deadline < published:
            deadline = None  # said and done: nothing is left to come true
        through = deadline is not None and (time.lead in _THROUGH or (negative and kind is Kind.COMMITMENT))
    if span is None and deadline is None:
        return UNDATED
    place = "sentence" if source == "sentence" else "own"
    rule = time.rule if place == "own" else f"shared with another clause of the sentence: {time.rule}"
    return Dated(
        span, deadline, rule, time.marked, through, "sentence" if source == "sentence" else "own", time.start, time.end
    )


def _from_occasion(occasion: Occasion, kind: Kind, published: date, negative: bool) -> Dated:
    deadline = occasion.span.last if kind in _AHEAD and occasion.span.last >= published else None
    return Dated(
        occasion.span, deadline, f"the day of “{occasion.words}” elsewhere in the article", False,
        negative and deadline is not None, "article", occasion.start, occasion.end,
    )  # fmt: skip


def _shared(line: Timeline, atom: Atom, said: Predicate, kind: Kind) -> TimeExpression | None:
    """Return the expression of the clause that this one is joined to, where both tell of the same moment."""
    if atom.role not in _JOINED or kind in (Kind.STATE, Kind.STATISTIC) or said.perfect:
        return None
    tokens = line.parse.tokens
    node, steps = tokens[said.head], 0
    others = {other.head: other for other in line.atoms.get(atom.sentence, ()) if other is not atom}
    candidates = []
    while node.head != node.i and steps < 4:
        if node.dep in ("acl:relcl", "appos", "acl"):
            break
        node = tokens[node.head]
        if node.i in others:
            candidates.append(others[node.i])
            break
        steps += 1
    candidates += [other for other in others.values() if other.role in _JOINED and _child(line, other, said.head)]
    for other in candidates:
        there = line.said(other)
        if _moment(there) != _moment(said):
            continue
        found = line.own(other)
        if (
            found is not None
            and found.time.span is not None
            and found.time.lead != "since"
            and not found.time.reference
        ):
            return found.time
    return None


def _child(line: Timeline, other: Atom, head: int) -> bool:
    """Tell whether another clause hangs on this one as its conjunct or as what happened then."""
    tokens = line.parse.tokens
    return tokens[other.head].head == head and tokens[other.head].dep in ("conj", "advcl")


def _moment(said: Predicate) -> str:
    return "past" if said.tense in _SHARED_TENSES else "ahead" if said.tense in ("modal", "infinitive") else said.tense
