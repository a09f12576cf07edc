"""Deadline: the last day that a time expression sets, by the word before it, by early, mid and late in it, and by the tense."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from claims.domain.timespan import TimeSpan
from claims.extract.time import calendar
from claims.extract.time.context import Context
from claims.extract.time.reading import Reading
from claims.extract.time.tense import asks
from claims.extract.time.tokens import Tokens
from claims.extract.words import words

_FIRSTS = frozenset({"first", "only", "most", "least", "best", "worst", "second", "third", "last", "once", "twice"})
_BINDING = frozenset({"by", "until"})
_OPEN = frozenset({"since", "after", "than"})
_AHEAD = frozenset({"next", "coming", "following"})
_JUST = 2  # days; news tells of a statement on the day or the day after
_DAYS_OF_MONTH = {"START": 10, "MID": 20}
_THIRDS = {
    "START": 1,
    "MID": 2,
}  # the guide: early in a year ends with April, mid with August, as thirds of it do; so for other spans
_LONG = 300  # days; parts of a year end with a month, parts of a decade with a year
_BEGINNINGS = frozenset({"start", "beginning", "outset", "dawn", "turn"})


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline: `marked` where it is our convention; the `span` that a length of time has here; the `rule` that made it."""

    day: date | None = None
    marked: bool = False
    span: TimeSpan | None = None
    rule: str | None = None


@cache
def _known() -> tuple[frozenset[str], Mapping[str, int], int]:
    """The names of stays, the reach of a vague length by its grain, and how many "a few" are."""
    listed: Mapping[str, Any] = words("time_leads")
    return frozenset(listed["stays"]), listed["reach"], listed["few"]


def due(
    tokens: Tokens, first: int, last: int, reading: Reading, before: str | None, context: Context, tense: str | None
) -> Due:
    """The deadline of a reading whose tokens are first to last and whose lead is `before`."""
    if reading.type == "SET" or (reading.reference and reading.length is None):
        return Due()
    if reading.length is not None:
        return _after_length(tokens, first, last, reading, before, context, tense)
    if reading.span is None or before in _OPEN:
        return Due()
    edge = _edge(reading.span, reading.mod, reading.grain)
    if before == "before":
        day = edge if reading.mod == "END" else calendar.plus_days(_begin(reading.span, reading.mod, reading.grain), -1)
        return Due(day, rule="before: the day before it begins" if reading.mod != "END" else None)
    if before in _BINDING:
        if _BEGINNINGS & set(tokens.words[first:last]) and before == "by":
            return Due(reading.span.first, rule="by the start of it: its first day")
        return Due(edge)
    if edge < context.anchor or (tense == "past" and reading.span.first <= context.anchor):
        return Due()
    return Due(edge)


def _edge(span: TimeSpan, mod: str | None, grain: str | None) -> date:
    """The last day of a span, or of its early or middle part."""
    if mod not in ("START", "MID") or span.first == span.last:
        return span.last
    if grain == "M":
        return span.first.replace(day=_DAYS_OF_MONTH[mod])
    if span.days < _LONG:
        return calendar.plus_days(span.first, -(-span.days * _THIRDS[mod] // 3) - 1) or span.last
    months = ((span.last.year - span.first.year) * 12 + span.last.month - span.first.month + 1) * _THIRDS[mod] // 3
    end = calendar.plus_months(span.first, months if span.days < 2 * _LONG else (months + 6) // 12 * 12)
    return (None if end is None else calendar.plus_days(end, -1)) or span.last


def _begin(span: TimeSpan, mod: str | None, grain: str | None) -> date:
    """The first day of a span, or of the middle of a year or month."""
    if mod == "MID" and grain == "M":
        return span.first.replace(day=_DAYS_OF_MONTH["START"] + 1)
    if mod == "MID" and grain == "Y":
        return calendar.plus_months(span.first, 4) or span.first
    return span.first


def _after_length(
    tokens: Tokens, first: int, last: int, reading: Reading, before: str | None, context: Context, tense: str | None
) -> Due:
    """The deadline of a length of time: counted from the article's day, or from the day that its sentence names."""
    number, grain = reading.length or (None, "D")
    kinds = {tokens.sign(at) for at in range(first, last)}
    stay = _stay(tokens, last, number, grain, context)
    if stay is not None:
        return stay
    if kinds & {"past", "last", "previous", "recent"} or tokens.sign(last) in ("ago", "earlier") or reading.reference:
        return Due()
    if tokens.at(last) in ("of", "after", "from"):
        return Due()  # "within 60 days of signing" counts from a day that nobody knows
    ahead = bool(kinds & _AHEAD) or "following" in kinds
    if not (
        before == "within"
        or ahead
        or (before == "in" and tense != "past" and "ordinal" not in kinds and not _record(tokens, first))
    ):
        return Due()
    if ahead and before in _OPEN:
        return Due()
    if before == "within" and tense == "past" and not asks(tokens, first):
        return Due()  # "replied within four minutes" looks back
    start = _stated(tokens, first, grain, context) if before == "within" else context.anchor
    _, reach, few = _known()
    if number is None:
        days = reach.get(grain, 0) if "few" not in kinds else None
        day = calendar.plus_days(start, days) if days is not None else calendar.plus(start, few, grain)
        return Due(day, marked=True, rule="a vague length ahead: our convention for how far it reaches")
    day = calendar.plus(start, number, grain)
    span = TimeSpan.of(start, day) if day is not None and before == "within" and day >= start else None
    return Due(day, span=span, rule="so long from the day of the statement")


def _record(tokens: Tokens, first: int) -> bool:
    """Whether "in" looks back over a length of time: "the first rise in two years", "the worst in a decade"."""
    close = tokens.words[max(0, first - 6) : first]
    return any(word in _FIRSTS or (len(word) > 4 and word.endswith("est")) for word in close)


def _stated(tokens: Tokens, first: int, grain: str, context: Context) -> date:
    """The day of the statement: one named earlier in the sentence, for hours also one just named before; else the article's."""
    known = context.mentioned("D")
    if grain.startswith("T") and known is not None and 0 <= (context.anchor - known).days <= _JUST:
        return known
    for at in range(first - 1, max(-1, first - 40), -1):
        if tokens.sign(at) in ("stop", "para") or (tokens.sign(at) == "dot" and tokens.capital(at + 1)):
            break
        if tokens.sign(at) in ("weekday", "yesterday"):
            return known if known is not None and known <= context.anchor else context.anchor
    return context.anchor


def _stay(tokens: Tokens, last: int, number: float | None, grain: str, context: Context) -> Due | None:
    """This three-day visit: so many days from the day last mentioned, where that is close, else from the article's."""
    stays = _known()[0]
    if (
        grain not in ("D", "W", "TH")
        or number is None
        or not 1 <= number <= 60
        or tokens.at(last) not in stays
        or tokens.sign(last - 2) != "hyphen"
    ):
        return None
    known = context.mentioned("D")
    start = known if known is not None and abs((known - context.anchor).days) <= 7 + number else context.anchor
    end = calendar.plus_days(calendar.plus(start, number, grain) or start, -1 if grain != "TH" else 0)
    if end is None or end < start:
        return None
    return Due(end, span=TimeSpan.of(start, end), rule="a stay of so many days, counted from its first")
