"""Own: which time expression dates a clause itself, and not a condition, a relative clause or a thing that it names."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.extract.when.unfit import is_unfit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from claims.extract.atoms import Atom
    from claims.extract.parse import Parse, Token
    from claims.extract.predicate import Predicate
    from claims.extract.time import TimeExpression

_CLAUSES = frozenset({"acl:relcl", "acl", "advcl", "advcl:relcl", "parataxis", "appos"})
_DEEP = 12
# A time in front of a quote and outside it is its own only within so many characters: "On Friday, the ...".
_NEAR = 40
# One behind it only where no more than a preposition parts them.
_BEHIND = 8
_CONDITIONS = frozenset({"if", "unless", "provided", "once", "whenever"})
# Costs that order the expressions of one clause; a step of the parse counts one.
_FAR, _UNTIED, _IN_SUBJECT, _LENGTH = 3, 6, 4, 10


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


def own_time(
    parse: Parse, atom: Atom, said: Predicate, placed: Sequence[Placed], published: date, others: Sequence[Atom] = ()
) -> Placed | None:
    """Return the expression that dates an atom's clause, or None; `placed` are those of its sentence, `others` its other atoms."""
    best, least = None, 99
    owned = frozenset(atom.tokens)
    for each in placed:
        if is_unfit(parse, each, said, published):
            continue
        free = not any(o.start <= each.time.start and each.time.end <= o.end for o in (atom, *others))
        cost = _cost(parse, atom, said, each, owned)
        if cost is None and free and _right_behind(atom, each, said):
            cost = _FAR + _UNTIED
        if cost is None:
            continue
        if each.time.type == "DURATION" and parse.tokens[parse.tokens[each.head].head].upos == "NOUN":
            cost += _LENGTH  # "a three-day visit": how long the thing is
        if cost < least:
            best, least = each, cost
    return best


def _infinitive(parse: Parse, node: Token) -> bool:
    """Tell whether a clause is an infinitive, whose time is that of the whole: "has a plan to close it by May"."""
    return (
        node.dep in ("acl", "advcl")
        and node.xpos == "VB"
        and any(t.lower == "to" for t in parse.dependents(node.i, "mark"))
    )


def _cost(parse: Parse, atom: Atom, said: Predicate, each: Placed, owned: frozenset[int]) -> int | None:
    """Return how far a time expression stands from the predicate, or None where it dates something else."""
    tokens = parse.tokens
    inside = atom.start <= each.time.start and each.time.end <= atom.end
    mine = each.head in owned or each.first in owned
    if inside and not mine:
        return None  # in a clause nested inside, an atom of its own
    node, steps, cost = tokens[each.head], 0, 0
    while node.i != said.head:
        if node.dep in _CLAUSES and not _infinitive(parse, node) and node.i != atom.head:
            return _after_all(parse, said, each, atom) if inside else None
        if node.dep.startswith(("nsubj", "csubj")) and steps:
            if node.i not in owned:
                return None
            if _prepositional(parse, each) and not _beside_name(parse, each, said):
                return None  # "the flood of last week has ..."
            cost += _IN_SUBJECT
        if node.head == node.i or steps >= _DEEP:
            return _UNTIED + abs(each.head - said.head) // 4 if inside else None
        node = tokens[node.head]
        steps += 1
    if not inside and (steps > 1 or not _in_front(atom, each)):
        return None
    return cost + steps


def _right_behind(atom: Atom, each: Placed, said: Predicate) -> bool:
    """Tell whether a day to come stands right behind a quote of what is to come, and in no other.

    "predicted that growth would return by 2022" leaves the year to "predicted", which looks back.
    """
    return said.tense == "modal" and each.time.deadline is not None and 0 <= each.time.start - atom.end < _BEHIND


def _in_front(atom: Atom, each: Placed) -> bool:
    """Tell whether an expression outside the quote stands right in front of it."""
    return each.time.end <= atom.start and atom.start - each.time.end < _NEAR


def _prepositional(parse: Parse, each: Placed) -> bool:
    """Tell whether a noun's time comes with a preposition or after it: "of last week", "the boat rescued on Friday"."""
    tokens = parse.tokens
    if any(t.i < each.first for t in parse.dependents(each.head, "case") if t.lower not in ("'s", "’s")):
        return True
    owner = tokens[each.head].head
    return owner < each.first


def _beside_name(parse: Parse, each: Placed, said: Predicate) -> bool:
    """Tell whether a day stands between a name and its verb: "Ms Holm on Wednesday arrived"; names have no days."""
    return (
        parse.tokens[parse.tokens[each.head].head].upos == "PROPN"
        and each.first < said.head
        and each.time.lead in ("on", None)
    )


def _after_all(parse: Parse, said: Predicate, each: Placed, atom: Atom) -> int | None:
    """Own a time that the parse hangs in a lower clause, where no word of a clause stands between it and the predicate.

    "opened the fair that he founded on Monday" leaves Monday to "founded"; "sold the car he made on Monday" is a matter of
    the last word: a time at the end of the claim is the claim's.
    """
    tokens = parse.tokens
    low, high = min(said.head, each.first) + 1, max(said.head, each.first)
    for i in range(low, high):
        word = tokens[i]
        if word.lower in _CONDITIONS or word.xpos in ("WDT", "WP", "WRB", "WP$"):
            return None
        if word.dep == "mark" and word.upos == "SCONJ":
            return None
    verbs = [i for i in range(low, high) if tokens[i].xpos in ("VBD", "VBN", "VBZ", "VBP", "VBG")]
    if verbs and not (each.time.end == atom.end and tokens[verbs[-1]].dep == "acl:relcl"):
        return None
    return _FAR + _UNTIED


def nearest_verb(parse: Parse, each: Placed, over: int | None = None) -> int | None:
    """Return the verb that a time expression hangs on, through nouns and no clause; None where it reaches none.

    With `over`, a verb above by infinitives alone is reached too: "meet to find ways to end it on Friday" is when they meet.
    """
    node, steps = parse.tokens[each.head], 0
    while node.head != node.i and steps < _DEEP:
        barred = steps and (node.dep in _CLAUSES or node.dep.startswith(("nsubj", "csubj")))
        if barred and (over is None or node.xpos != "VB" or node.dep not in ("acl", "advcl")):
            return None
        node = parse.tokens[node.head]
        if node.upos in ("VERB", "AUX") and (over is None or node.i == over or node.xpos != "VB"):
            return node.i
        steps += 1
    return None
