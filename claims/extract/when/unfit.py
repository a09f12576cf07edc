"""Unfit: times that stand in a clause and cannot be when it holds: its verb, or the words around the time, speak against it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claims.domain.claim import Kind
from claims.extract.words import lists

if TYPE_CHECKING:
    from datetime import date

    from claims.extract.parse import Parse
    from claims.extract.predicate import Predicate
    from claims.extract.time import TimeExpression
    from claims.extract.when.own import Placed

_TODAY = frozenset({"today", "tonight", "nowadays", "these days"})
_NORMS = lists("when")["norms"]
_TERMS = frozenset({"by", "within", "before", "until", "till"})
_BOUNDS = frozenset({"from", "until", "till"})
_COMPARES = frozenset({"from", "than"})
# A quarter of a year: in the present tense longer times of the past may still tell a figure ("is worth 5 crowns, 2009").
_QUARTER = 92
# A century or more is no time that a desk could settle a claim by.
_CENTURY = 36_000


def is_unfit(parse: Parse, each: Placed, said: Predicate, published: date) -> bool:
    """Tell whether a time cannot date a predicate, wherever in the clause it stands."""
    time, span = each.time, each.time.span
    if time.type == "SET" or time.reference or (span is None and time.deadline is None):
        return True
    if span is None:
        return False
    if span.days > _CENTURY:
        return True
    present = said.tense == "present" and not said.perfect and not said.progressive
    if time.text.lower() in _TODAY and present:
        return True  # "drops to half today" is how things stand nowadays
    if _is_bare(time) and time.lead in _BOUNDS:
        return True  # "is open until 10 p.m.", "worked from six to midnight"
    past = span.last < published
    old = past and span.days <= _QUARTER and time.lead not in ("since", "from") and not _turns(time)
    if present and old and not was(parse, said):
        return True  # "a law passed last July makes it a crime"
    if said.modal in ("will", "shall") and not said.perfect and past and not _turns(time):
        return True  # "will cut jobs after a loss last year"
    return past and _compares(parse, each) and not said.perfect


def was(parse: Parse, said: Predicate) -> bool:
    """Tell whether a present tense speaks of the past: "is thought to have caught the virus in December"."""
    after = parse.tokens[said.head + 1 : said.head + 4]
    return any(a.lower == "to" and b.lower == "have" for a, b in pairwise(after))


def is_of_norm(said: Predicate, kind: Kind, time: TimeExpression) -> bool:
    """Tell whether a time is the term that a rule sets, which is no time of the rule: "must be paid within 28 days"."""
    if kind is not Kind.STATE or time.lead not in _TERMS:
        return False
    return said.modal in _NORMS or said.lemma in _NORMS or any(w in _NORMS for w in said.auxiliaries)


def _is_bare(time: TimeExpression) -> bool:
    """Tell whether a time of day stands without its day."""
    return "day last mentioned" in time.rule or time.rule.startswith("the day: the one")


def _turns(time: TimeExpression) -> bool:
    """Tell whether the words leave open which of several such days is meant, so that the verb may turn it: "on Friday"."""
    return time.rule.startswith(("bare weekday", "a month without", "a quarter without", "a day without"))


def _compares(parse: Parse, each: Placed) -> bool:
    """Tell whether a time is what something is compared with or comes from: "up from 2008", "than in May"."""
    tokens = parse.tokens
    before = tokens[each.first - 1].lower if each.first else ""
    two_before = tokens[each.first - 2].lower if each.first > 1 else ""
    if each.time.parts or " to " in each.time.text or two_before == "as":
        return False
    if before in _COMPARES or (before == "the" and two_before in _COMPARES):
        return True
    return before in ("in", "on", "at", "of") and two_before == "than"
