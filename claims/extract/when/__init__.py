"""When: the time that a claim is about, and the deadline of a forecast or commitment."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from claims.domain.claim import Kind
from claims.domain.timespan import TimeSpan
from claims.extract.when.carried import goes_on, of_story
from claims.extract.when.dated import UNDATED, Dated
from claims.extract.when.link import linked
from claims.extract.when.shared import in_sentence, joined, retold
from claims.extract.when.timeline import Timeline, timeline
from claims.extract.when.unfit import is_of_norm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extract.atoms import Atom
    from claims.extract.parse import Parse
    from claims.extract.predicate import Predicate
    from claims.extract.time import TimeExpression
    from claims.extract.when.occasions import Mention
    from claims.extract.when.own import Placed

__all__ = ["UNDATED", "Dated", "Timeline", "timeline", "when"]

_AHEAD = (Kind.FORECAST, Kind.COMMITMENT)
_WEEKDAY = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:night|morning|afternoon|evening))?", re.IGNORECASE
)
_YEARLY = re.compile(
    r"(?:the )?(?:(?:first|second|third|fourth|final) quarter"
    r"|january|february|march|april|may|june|july|august|september|october|november|december)",
    re.IGNORECASE,
)
_PARTS = {"START": (4, 30), "MID": (8, 31)}
_UNTIL = frozenset({"until", "till"})
_THROUGH = frozenset({"until", "till", "through"})


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
    `line` is the article's timeline where it was read already (else `times` is read for the one atom). `negative` for a claim
    with negative polarity: a denied plan must hold through its day.
    """
    line = line or timeline(parse, (atom,), times, published)
    said = line.said(atom)
    own = line.own(atom)
    if own is not None:
        if is_of_norm(said, kind, own.time):
            return UNDATED
        return _from_expression(
            turned(own.time, kind, said, published, _in_complement(parse, said, own)), kind, published, negative
        )
    shared = in_sentence(line, atom, said, kind)
    found = linked(parse, atom, said, kind, line.occasions, published)
    if found is not None and (kind in _AHEAD or shared is None):
        return _from_occasion(parse, found[1], kind, published, negative)
    because = "shared with another clause of the sentence"
    if shared is None:
        shared, because = retold(line, atom, said, kind), "told of elsewhere with its day"
    if shared is None:
        shared, because = goes_on(line, atom, said, kind), "it goes on with what was dated before"
    if shared is not None:
        return _from_expression(turned(shared, kind, said, published), kind, published, negative, because)
    beside = _beside(line, atom, kind, published)
    if beside is not None:
        return _from_occasion(parse, beside, kind, published, negative)
    tale = of_story(line, atom, said) if kind not in _AHEAD else None
    return _from_story(tale) if tale is not None else UNDATED


def _from_story(time: TimeExpression) -> Dated:
    """Date a claim by the day of the story."""
    rule = f"the day that the article opens with ({time.text})"
    return Dated(time.span, None, rule, time.marked, False, "article", time.start, time.end)


def _beside(line: Timeline, atom: Atom, kind: Kind, published: date) -> Mention | None:
    """Return the dated mention of an occasion that a clause beside a past event speaks of."""
    for other in joined(line, atom, kind):
        found = linked(line.parse, other, line.said(other), kind, line.occasions, published)
        if found is not None:
            return found[1]
    return None


def _in_complement(parse: Parse, said: Predicate, own: Placed) -> bool:
    """Tell whether a time stands after an infinitive that the predicate takes: "agreed to meet on Friday"."""
    return any(parse.tokens[i].lower == "to" and parse.tokens[i].xpos == "TO" for i in range(said.head + 1, own.first))


def turned(
    time: TimeExpression, kind: Kind, said: Predicate, published: date, complement: bool = False
) -> TimeExpression:
    """Return a bare weekday turned to the side of the publication day that its verb speaks of.

    The tagger guesses from the words around; the clause's own tense outranks that.
    """
    if kind in _AHEAD and time.span is not None and time.span.last < published and _YEARLY.fullmatch(time.text):
        return _next_year(time, said, published)
    if time.span is None or not _WEEKDAY.fullmatch(time.text) or time.span.days > 1:
        return time
    # "has put off the vote until Friday": what still holds ends on a day to come.
    until = time.lead in _UNTIL and said.tense == "present" and time.span.last < published
    coming = said.tense in ("modal", "infinitive", "present") and not said.perfect
    ahead = until or (kind in _AHEAD and (complement or coming))
    back = not until and kind not in _AHEAD and (said.tense == "past" or said.perfect)
    shift = 7 if ahead and time.span.last < published else -7 if back and time.span.first > published else 0
    if not shift:
        return time
    span = TimeSpan.of(time.span.first + timedelta(days=shift))
    deadline = None if time.deadline is None else time.deadline + timedelta(days=shift)
    tense = "what is to come" if shift > 0 else "what was"
    return replace(time, span=span, deadline=deadline, guide=str(span), rule=f"{time.rule}; the verb speaks of {tense}")


def _next_year(time: TimeExpression, said: Predicate, published: date) -> TimeExpression:
    """Return a month or quarter without a year, which the words around put in the past, in the coming year."""
    if time.span is None or said.tense == "past" or said.perfect or time.lead in ("since", "from"):
        return time
    if published.year > date.max.year - 2:
        return time  # the calendar ends
    first, last = time.span.first, time.span.last
    years = next((n for n in (1, 2) if last.year + n >= published.year and _later(last, n) >= published), None)
    if years is None:
        return time
    span = TimeSpan(first=_later(first, years), last=_later(last, years))
    return replace(
        time, span=span, deadline=span.last, guide=str(span), rule=f"{time.rule}; the verb speaks of what is to come"
    )


def _later(day: date, years: int) -> date:
    """Return a first or last day of a month so many years on; by way of the day after, as February may end a day later."""
    return (day + timedelta(days=1)).replace(year=(day + timedelta(days=1)).year + years) - timedelta(days=1)


def _part_of_year(time: TimeExpression, span: TimeSpan | None) -> date | None:
    """Return the last day of the part of a year that is meant: early ends with April, mid with August."""
    if span is None or len(str(span)) != 4 or time.mod not in _PARTS:
        return None
    return span.last.replace(month=_PARTS[time.mod][0], day=_PARTS[time.mod][1])


def _from_expression(time: TimeExpression, kind: Kind, published: date, negative: bool, because: str = "") -> Dated:
    """Date a claim by an expression: its own, or one elsewhere `because` of what is said in words."""
    span = TimeSpan.parse(time.guide) if time.guide else None
    deadline, through = None, False
    if kind in _AHEAD and time.lead != "since":
        deadline = time.deadline or _part_of_year(time, span) or (span.last if span is not None else None)
        if deadline is not None and deadline < published:
            deadline = None  # said and done: nothing is left to come true
        through = deadline is not None and (time.lead in _THROUGH or (negative and kind is Kind.COMMITMENT))
    if span is None and deadline is None:
        return UNDATED
    rule = f"{because} ({time.text}): {time.rule}" if because else time.rule
    return Dated(span, deadline, rule, time.marked, through, "sentence" if because else "own", time.start, time.end)


def _from_occasion(parse: Parse, mention: Mention, kind: Kind, published: date, negative: bool) -> Dated:
    span, by = mention.span, mention.dated_by
    if span is None or by is None:
        return UNDATED
    deadline = span.last if kind in _AHEAD and span.last >= published else None
    token = parse.tokens[mention.at]
    through = negative and deadline is not None
    rule = f"the day of the {token.lemma} told of elsewhere ({by.time.text})"
    return Dated(span, deadline, rule, by.time.marked, through, "article", by.time.start, by.time.end)
