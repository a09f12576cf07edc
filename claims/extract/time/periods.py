"""Readers of parts of a year: quarters, halves, seasons, the nth week of a month, year-ends and holidays."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from claims.domain.timespan import TimeSpan
from claims.extract.time import calendar
from claims.extract.time.context import Context, Found
from claims.extract.time.dates import fiscal_span, year_of
from claims.extract.time.days import in_name
from claims.extract.time.numbers import ordinal
from claims.extract.time.reading import Reading, at
from claims.extract.words import words

_MENTIONED = ("D", "W", "WE", "M", "Q", "H", "S", "Y")  # "the following spring" comes after the last of these
_LATELY = 75  # days: "last summer" is not one that ended less long ago than this
_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def quarter(found: Found, context: Context) -> Reading | None:
    """The third quarter (of a year): without a year the latest begun, in a clause about the future the next to end."""
    return _part_of_year(found, context, "Q", 4)


def half(found: Found, context: Context) -> Reading | None:
    """The first half (of a year), H2 2021: without a year the latest begun, in a clause about the future the next to end."""
    return _part_of_year(found, context, "H", 2)


def _part_of_year(found: Found, context: Context, grain: str, count: int) -> Reading | None:
    nth = found.part("nth")
    rank = ordinal(found.tokens, *nth) if nth else None
    whole = found.part("whole")
    if rank == -1:
        rank = count if whole else None
    if rank is None or not 1 <= rank <= count:
        return None
    months = 12 // count
    year = year_of(found, "whole", context)
    if whole and year is None:
        return None
    if year is None and found.before == "s" and context.seen and context.seen[-1][0] == "Y":
        year = context.seen[-1][1].year  # "last year's third quarter"
    fiscal = (
        "fiscal" in {found.tokens.sign(at) for at in range(found.first, found.last)} or found.kind("whole") == "codefy"
    )
    if year is not None:
        reading = at(
            calendar.make(year, rank * months, 1),
            grain,
            mod=found.mod,
            rule=f"a {'quarter' if count == 4 else 'half'} of a named year",
        )
    else:
        if grain == "H" and (found.after in ("of", "in") or found.kind("nth") == "latest" or not _business(found)):
            return None
        reading = _latest_begun(found, context, rank * months - months + 1, grain)
    if reading is None or not fiscal or context.fiscal == 1 or reading.span is None:
        return reading
    span = fiscal_span(reading.span.first.year, context.fiscal)
    first = None if span is None else calendar.plus_months(span.first, (rank - 1) * months)
    last = None if first is None else calendar.plus_days(calendar.plus_months(first, months) or first, -1)
    if first is None or last is None:
        return None
    return Reading("DATE", f"FY{reading.value}", TimeSpan.of(first, last), grain, found.mod, "a part of a fiscal year")


def _business(found: Found) -> bool:
    """Whether "the first half" is no half of a match: a hyphen or a code, or no word of sport close by."""
    close = {found.tokens.at(at) for at in range(found.first - 12, found.last + 12)}
    return not close & {
        "game",
        "match",
        "goal",
        "goals",
        "scored",
        "team",
        "coach",
        "minute",
        "minutes",
        "kick",
        "striker",
        "touchdown",
    }


def _latest_begun(found: Found, context: Context, month: int, grain: str) -> Reading | None:
    anchor = context.anchor
    begun = calendar.make(anchor.year if month <= anchor.month else anchor.year - 1, month, 1)
    span = None if begun is None else calendar.period(begun, grain)
    name = "quarter" if grain == "Q" else "half"
    if context.tense(found) == "future" and span is not None and span.last < anchor:
        return at(
            calendar.make(span.first.year + 1, month, 1),
            grain,
            mod=found.mod,
            rule=f"a {name} in a clause about the future: the next",
        )
    return at(begun, grain, mod=found.mod, rule=f"a {name} without a year: the latest begun")


def season(found: Found, context: Context) -> Reading | None:
    """A season of the northern half of the globe; winter belongs to the year in which it begins."""
    month = _SEASON_MONTH[found.tokens.lexicon.code[found.word("season")]]
    anchor, rel = context.anchor, found.kind("rel")
    if found.part("year"):
        year = year_of(found, "year", context)
        return (
            None
            if year is None
            else at(calendar.make(year, month, 1), "S", mod=found.mod, rule="a season of a named year")
        )
    spans = [
        span
        for n in (-2, -1, 0, 1, 2)
        if (day := calendar.make(anchor.year + n, month, 1)) and (span := calendar.period(day, "S"))
    ]
    if rel in ("following", "previous") and (known := context.latest_grain(list(_MENTIONED))) is not None:
        day = known[1].replace(month=12, day=31) if known[0] == "Y" and rel == "following" else known[1]
        return _season_beside(day, month, 1 if rel == "following" else -1, found.mod)
    if rel in ("last", "past", "previous"):
        old = [span for span in spans if (anchor - span.last).days > (_LATELY if rel == "last" else 0)]
        return at(old[-1].first, "S", mod=found.mod, rule="last season: the latest well over") if old else None
    if rel in ("next", "following"):
        ahead = [span for span in spans if span.first > anchor and (span.first.year > anchor.year or month == 12)]
        return at(ahead[0].first, "S", mod=found.mod, rule="next season: that of the next year") if ahead else None
    if rel in ("this", "coming", "current"):
        same = (
            [span for span in spans if span.last >= anchor]
            if rel == "coming" or month == 12
            else [s for s in spans if s.first.year == anchor.year]
        )
        return at(same[0].first, "S", mod=found.mod, rule="this season: that of this year") if same else None
    tense = context.tense(found)
    if tense == "past":
        spans = [span for span in spans if span.first <= anchor] or spans
    elif tense == "future":
        spans = [span for span in spans if span.last >= anchor] or spans
    nearest = min(spans, key=lambda span: abs((span.first - anchor).days + 45))
    return at(nearest.first, "S", mod=found.mod, rule="a season without a year: the nearest that fits the tense")


def _season_beside(day: date, month: int, step: int, mod: str | None) -> Reading | None:
    """The first such season that begins after a day, or the last one over before it."""
    spans = [
        span
        for n in (-2, -1, 0, 1, 2)
        if (first := calendar.make(day.year + n, month, 1)) and (span := calendar.period(first, "S"))
    ]
    fitting = [span for span in spans if (span.first > day if step > 0 else span.last < day)]
    chosen = (fitting[0] if step > 0 else fitting[-1]) if fitting else None
    side = "after" if step > 0 else "before"
    return None if chosen is None else at(chosen.first, "S", mod=mod, rule=f"the season {side} the time last mentioned")


def within(found: Found, context: Context) -> Reading | None:
    """The last week of March, the first Monday in May, the second day of the year."""
    nth, whole = found.part("nth"), context.inner(found, "whole")
    rank = ordinal(found.tokens, *nth) if nth else None
    if rank is None or whole is None or whole.span is None:
        return None
    span, word = whole.span, found.word("unit")
    weekday = found.tokens.lexicon.number.get(word)
    grain = "WE" if found.kind("unit") == "weekend" else found.tokens.lexicon.code.get(word, "D")
    if weekday is not None or grain == "WE":
        month = span.first if rank > 0 else span.last
        day = calendar.nth_weekday(month.year, month.month, weekday or 6, rank)
    elif rank > 0:
        begin = (
            calendar.plus_days(span.first, 3) if grain == "W" else span.first
        )  # a week belongs where most of it lies
        day = None if begin is None else calendar.plus(begin, rank - 1, grain)
    else:
        day = calendar.plus_days(span.last, -6) if grain == "W" else span.last
    if day is None or not span.contains(day) or grain not in ("D", "W", "WE", "M"):
        return None
    return at(day, grain)


def weekof(found: Found, context: Context) -> Reading | None:
    """The week of March 5."""
    day = context.inner(found, "day")
    if found.tokens.lexicon.code.get(found.word("unit")) != "W" or day is None or day.span is None:
        return None
    return at(day.span.first, "W")


def yearend(found: Found, context: Context) -> Reading | None:
    """year-end, month-end, midyear, end-2021."""
    mark = found.word("mark")
    year = year_of(found, "whole", context)
    grain = found.tokens.lexicon.code.get(mark, "Y")
    if found.kind("mark") == "unit" and grain not in ("Y", "M"):
        return None
    rel = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}.get(found.kind("rel"), 0)
    day = calendar.make(year, 1, 1) if year is not None else calendar.plus(context.anchor, rel, grain)
    return at(day, grain, mod="MID" if found.kind("mark") == "halfly" else "END")


@cache
def _holidays() -> Mapping[str, Mapping[str, Any]]:
    found: Mapping[str, Mapping[str, Any]] = words("time")["holidays"]
    return found


def holiday(found: Found, context: Context) -> Reading | None:
    """A holiday by its name: that of its year, else the nearest that fits the tense."""
    first, last = found.span("day")
    text = found.tokens.text[found.tokens.starts[first] : found.tokens.ends[last - 1]].lower().replace("’", "'")
    named = _holidays().get(" ".join(text.split()))
    year = year_of(found, "year", context)
    if named is None or in_name(found, found.last):
        return None  # "the Victory Day Parade" is not the day
    if year is not None:
        return at(_holiday(named, year), "D", mod=found.mod)
    anchor = context.anchor
    days = [day for n in (-1, 0, 1) if (day := _holiday(named, anchor.year + n)) is not None]
    rel, tense = found.kind("rel"), context.tense(found)
    if rel == "last" or (not rel and tense == "past"):
        days = [day for day in days if day < anchor or (day == anchor and not rel)] or days
        return at(days[-1], "D", mod=found.mod, rule="a holiday: the last")
    if rel in ("next", "coming") or (not rel and tense == "future"):
        days = [day for day in days if day > anchor or (day == anchor and not rel)] or days
        return at(days[0], "D", mod=found.mod, rule="a holiday: the next")
    if rel in ("this", "current"):
        return at(_holiday(named, anchor.year), "D", mod=found.mod, rule="a holiday of this year")
    nearest = min(days, key=lambda day: abs((day - anchor).days))
    return at(nearest, "D", mod=found.mod, rule="a holiday: the nearest")


def _holiday(named: Mapping[str, Any], year: int) -> date | None:
    if not date.min.year < year < date.max.year:
        return None
    if "day" in named:
        return date(*named["day"])
    if "date" in named:
        return calendar.make(year, *named["date"])
    if "easter" in named:
        return calendar.plus_days(calendar.easter(year), named["easter"])
    nth, weekday, month = named["nth"]
    day = calendar.nth_weekday(year, month, weekday, nth)
    return None if day is None else calendar.plus_days(day, named.get("add", 0))
