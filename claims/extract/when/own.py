"""Own: which time expression dates a clause itself, and not a condition, a relative clause or a thing that it names."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extract.atoms import Atom
    from claims.extract.parse import Parse, Sentence
    from claims.extract.predicate import Predicate
    from claims.extract.time import TimeExpression

_CLAUSES = frozenset({"acl:relcl", "acl", "advcl", "advcl:relcl", "parataxis", "appos"})
_DEEP = 12
_CONDITIONS = frozenset({"if", "unless", "provided", "once", "whenever"})
# Costs that order the expressions of one clause; a step of the parse counts one.
_FAR, _UNTIED, _IN_SUBJECT = 3, 6, 4


@dataclass(frozen=True, slots=True)
class Placed:
    """A time expression and its tokens: first, one past the last, and the one that hangs on the rest of the sentence."""

    time: TimeExpression
    first: int
    stop: int
    head: int


def place(parse: Parse, times: Sequence[TimeExpression]) -> list[Placed]:
    """Find the tokens of each time expression; those without a token are left out."""
    tokens = parse.tokens
    starts = [t.start for t in tokens]
    placed = []
    for time in times:
        first = bisect_left(starts, time.start)
        if first and tokens[first - 1].end > time.start:
            first -= 1
        stop = max(first + 1, bisect_left(starts, time.end))
        if first < len(tokens):
            stop = min(stop, len(tokens))
            head = next(
                (i for i in range(first, stop) if not first <= tokens[i].head < stop or tokens[i].head == i), first
            )
            placed.append(Placed(time, first, stop, head))
    return placed


def own_time(parse: Parse, atom: Atom, said: Predicate, placed: Sequence[Placed], sentence: Sentence) -> Placed | None:
    """Return the expression that dates an atom's clause, or None; `placed` are those of its sentence."""
    best, least = None, 99
    owned = frozenset(atom.tokens)
    for each in placed:
        if each.time.type not in ("DATE", "TIME") and each.time.deadline is None and each.time.span is None:
            continue
        if each.time.type == "SET":
            continue
        cost = _cost(parse, atom, said, each, owned)
        if cost is None:
            continue
        if each.time.reference or each.time.span is None:
            cost += 20
        if cost < least:
            best, least = each, cost
    return best


def _cost(parse: Parse, atom: Atom, said: Predicate, each: Placed, owned: frozenset[int]) -> int | None:
    """Return how far a time expression stands from the predicate, or None where it dates something else."""
    tokens = parse.tokens
    inside = atom.start <= each.time.start and each.time.end <= atom.end
    mine = each.head in owned or each.first in owned
    if inside and not mine:
        return None  # in a clause nested inside, an atom of its own
    node, steps, cost = tokens[each.head], 0, 0
    while node.i != said.head:
        if node.dep in _CLAUSES and not (node.dep == "acl" and node.xpos == "TO"):
            if node.i != atom.head:
                return _after_all(parse, atom, said, each) if inside else None
        if node.dep.startswith(("nsubj", "csubj")) and steps:
            if node.i not in owned:
                return None
            if _prepositional(parse, each):
                return None  # "the flood of last week has ..."
            cost += _IN_SUBJECT
        if node.head == node.i or steps >= _DEEP:
            return _UNTIED + abs(each.head - said.head) // 4 if inside else None
        node = tokens[node.head]
        steps += 1
    if not inside and (steps > 1 or not _own_clause(parse, atom, said, each)):
        return None
    return cost + steps


def _own_clause(parse: Parse, atom: Atom, said: Predicate, each: Placed) -> bool:
    """Tell whether an expression outside the quote hangs on the predicate and stands in front of it in its sentence."""
    return each.time.end <= atom.start and atom.start - each.time.end < 40


def _prepositional(parse: Parse, each: Placed) -> bool:
    """Tell whether a noun's time comes with a preposition or after it: "of last week", "the boat rescued on Friday"."""
    tokens = parse.tokens
    if any(t.i < each.first for t in parse.dependents(each.head, "case") if t.lower not in ("'s", "’s")):
        return True
    owner = tokens[each.head].head
    return owner < each.first


def _after_all(parse: Parse, atom: Atom, said: Predicate, each: Placed) -> int | None:
    """Own a time that the parse hangs in a lower clause where only the end of the quote and no mark of a clause divides it.

    "represented the firm at the fair that opened on Monday" keeps Monday for "opened"; a participle of the atom itself does not.
    """
    tokens = parse.tokens
    for i in range(min(said.head, each.first), max(said.head, each.first)):
        if (
            tokens[i].lower in _CONDITIONS
            or tokens[i].xpos in ("WDT", "WP", "WRB", "WP$")
            or (tokens[i].dep == "mark"
            and tokens[i].upos == "SCONJ")
        ):
            return None
    between = range(said.head + 1, each.first)
    if any(tokens[i].xpos in ("VBD", "VBN", "VBZ", "VBP", "VBG") for i in between):
        return None
    return _FAR + _UNTIED
