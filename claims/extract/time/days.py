"""Readers of days that name themselves by weekday, part of day or clock: "Friday", "last night", "9 a.m. EST Tuesday"."""

import re
from datetime import date

from claims.domain.timespan import TimeSpan
from claims.extract.time import calendar
from claims.extract.time.context import Context, Found
from claims.extract.time.reading import Reading, at

_CLOCK = re.compile(r"([0-9]{1,2})(?:[:.]?([0-9]{2}))?(?::([0-9]{2}))?")
_UNIVERSAL = frozenset({"utc", "gmt"})
_GOES_ON = frozenset({"and", "but", "in", "at", "with", "by", "for", "from", "as", "on", "to"})
_TITLES = frozenset(
    {"black", "bloody", "super", "holy", "ruby", "freaky"}
)  # "Black Monday" is a day of history, not of this week


def named(found: Found, context: Context) -> Reading | None:
    """today, tonight, yesterday, tomorrow, with a part of the day or without."""
    word = found.kind("day")
    if found.tokens.capital(found.last - 1) and in_name(found, found.first - 1):
        return None
    day = calendar.plus_days(context.anchor, {"yesterday": -1, "tomorrow": 1}.get(word, 0))
    reading = at(
        day,
        "D",
        mod=found.mod,
        rule="the article's day" if word in ("today", "tonight") else "a day from the article's",
    )
    part = "NI" if word == "tonight" else found.tokens.lexicon.code.get(found.word("part"))
    return _part(reading, part) if part else reading


def in_name(found: Found, at: int) -> bool:
    """Whether the token beside a match is a capitalised word of no class: with it the match is a name ("USA Today")."""
    return found.tokens.sign(at) in ("other", "times") and found.tokens.capital(at)


def _part(reading: Reading | None, part: str) -> Reading | None:
    """A part of a day: value 2020-09-02TMO, the span the day's."""
    if reading is None or reading.span is None or reading.grain != "D":
        return None
    return Reading("TIME", f"{reading.value[:10]}T{part}", reading.span, "D", reading.mod, reading.rule)


def beyond(found: Found, context: Context) -> Reading | None:
    """The day before yesterday, the day after tomorrow."""
    return at(calendar.plus_days(context.anchor, -2 if found.kind("side") == "before" else 2), "D")


def weekday(found: Found, context: Context) -> Reading | None:
    """A weekday: bare by the tense around it, else as "last", "this" and "next" say."""
    number = found.tokens.lexicon.number[found.word("day")]
    if found.before in _TITLES and found.tokens.capital(found.first - 1):
        return None
    if "the" in (found.before, found.tokens.at(found.first)) and not found.part("rel") and in_name(found, found.last):
        return None  # "the Sunday Times"
    day, rule = _weekday_day(found, context, number)
    reading = at(day, "D", mod=found.mod, rule=rule)
    part = found.tokens.lexicon.code.get(found.word("part"))
    return _part(reading, part) if part else reading


def _weekday_day(found: Found, context: Context, number: int) -> tuple[date | None, str]:
    anchor, rel = context.anchor, found.kind("rel")
    monday = calendar.plus_days(anchor, -anchor.weekday())
    if rel == "last":
        return calendar.weekday_from(
            calendar.plus_days(anchor, -1) or anchor, number, -1
        ), "last weekday: the latest before the article's day"
    if rel == "next":
        if found.before == "the" or found.tokens.at(found.first) == "the":
            return calendar.weekday_from(
                calendar.plus_days(context.recall("D"), 1) or anchor, number, 1
            ), "the next weekday after the day last mentioned"
        return None if monday is None else calendar.plus_days(monday, 6 + number), "next weekday: that of the next week"
    if rel in ("following", "coming"):
        base = context.recall("D") if rel == "following" else anchor
        return calendar.weekday_from(calendar.plus_days(base, 1) or anchor, number, 1), "the first such weekday after"
    if rel in ("previous", "past"):
        base = context.recall("D") if rel == "previous" else anchor
        return calendar.weekday_from(calendar.plus_days(base, -1) or anchor, number, -1), "the last such weekday before"
    tense = context.tense(found)
    if rel == "this":
        step = -1 if tense == "past" else 1
        return calendar.weekday_from(anchor, number, step), "this weekday: the nearest on the side of the tense"
    if rel in ("that", "same"):
        return calendar.weekday_from(context.recall("D"), number, -1), "that weekday"
    if tense == "future":
        return calendar.weekday_from(anchor, number, 1), "bare weekday, future: the coming such day"
    return calendar.weekday_from(anchor, number, -1), "bare weekday, past: the last such day"


def weekdayof(found: Found, context: Context) -> Reading | None:
    """Monday of last week, last week Monday, a week from Friday, Friday week."""
    number = found.tokens.lexicon.number[found.word("day")]
    if found.part("week"):
        week = context.inner(found, "week")
        if week is None or week.span is None or week.grain != "W":
            return None
        return at(calendar.plus_days(week.span.first, number - 1), "D")
    if found.tokens.lexicon.code.get(found.word("unit")) != "W":
        return None
    coming = calendar.weekday_from(context.anchor, number, 1)
    return at(None if coming is None else calendar.plus_days(coming, 7), "D", rule="a week from the coming such day")


def daypart(found: Found, context: Context) -> Reading | None:
    """Friday morning, this morning, last night, the afternoon: with no day of its own, of the day last mentioned."""
    part, rel = found.tokens.lexicon.code[found.word("part")], found.kind("rel")
    if found.part("day"):
        return _part(context.inner(found, "day"), part)
    if rel == "this":
        return _part(at(context.anchor, "D", mod=found.mod, rule="a part of the article's day"), part)
    if rel == "last":
        return _part(
            at(calendar.plus_days(context.anchor, -1), "D", rule="a part of the day before the article's"), part
        )
    if found.tokens.capital(found.last - 1) and found.tokens.at(found.first - 1) not in ("", ".", "”", "“", '"'):
        return None
    if part == "NI" and not rel and found.tokens.at(found.first) != "the" and found.before != "at":
        return None
    if found.part("side"):
        rel = "previous" if found.kind("side") == "before" else "next"
        if found.after.isalnum() and found.after not in _GOES_ON:
            return None  # "the night before the vote"
    step = {"next": 1, "following": 1, "previous": -1}.get(rel, 0)
    day = calendar.plus_days(context.recall("D"), step)
    return _part(at(day, "D", mod=found.mod, rule="a part of the day last mentioned"), part)


def clocked(found: Found, context: Context) -> Reading | None:
    """A time of day, with its day or with the day last mentioned; a zone other than UTC is left out of the value, as in TIMEX3."""
    first, last = found.span("clock")
    shown = _shown(found, first, last)
    if shown is None:
        return None
    day = context.inner(found, "day") if found.part("day") else at(context.recall("D"), "D")
    if day is None or day.span is None or day.grain != "D":
        return None
    zone = "Z" if _UNIVERSAL & {found.tokens.at(at) for at in range(first, last)} else ""
    rule = "a time of day, on its day" if found.part("day") else "a time of day, on the day last mentioned"
    return Reading("TIME", f"{day.span.first.isoformat()}T{shown}{zone}", TimeSpan.of(day.span.first), "D", None, rule)


def _shown(found: Found, first: int, last: int) -> str | None:
    """The clock as TIMEX3 writes it, 17:30; None where no clock shows it."""
    tokens = found.tokens
    kind, word = tokens.sign(first), tokens.at(first)
    if kind in ("noon", "midnight"):
        return "12:00" if kind == "noon" else "24:00"
    if kind == "ones":
        hour, minute, second = tokens.lexicon.number[word], "00", None
    else:
        if kind in ("number", "year") and len(word) != 4:
            return None
        match = _CLOCK.match(word)
        if match is None:
            return None
        hour, minute, second = int(match[1]), match[2] or "00", match[3]
    part = {tokens.lexicon.code.get(tokens.at(at)) for at in range(first, last)}
    if kind == "meridiem":
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if "p" in word else 0)
    elif part & {"AF", "EV", "NI"} and hour < 12:
        hour += 12
    if hour > 24 or int(minute) > 59:
        return None
    return f"{hour:02}:{minute}" + (f":{second}" if second else "")


def weekend(found: Found, context: Context) -> Reading | None:
    """A weekend, Saturday and Sunday: by "last" and "next", else by the tense and by how far the week has gone."""
    anchor, rel = context.anchor, found.kind("rel")
    tense = context.tense(found)
    step, rule = 0, "this weekend: that of the article's week"
    if rel in ("last", "past", "previous"):
        step, rule = -1, "last weekend: that of the week before"
    elif rel in ("next", "following"):
        step, rule = 1, "next weekend: that of the next week"
    elif rel in ("that", "same"):
        return at(context.recall("WE"), "WE", rule="that weekend: the one last mentioned")
    elif anchor.weekday() < 5 and (
        tense == "past" or (rel not in ("this", "coming", "current") and tense is None and anchor.weekday() < 3)
    ):
        step, rule = -1, "the weekend, past: the last one"
    if (
        found.tokens.at(found.first) == "weekend"
        and not found.part("rel")
        and found.before not in ("last", "by", "on", "over", "mid")
    ):
        return None
    return at(calendar.plus_days(anchor, 7 * step), "WE", mod=found.mod, rule=rule)
