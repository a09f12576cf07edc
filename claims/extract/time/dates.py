"""Readers of dates, months and years that name themselves: "2 Sept. 2020", "June", "2017", "the 1980s", "fiscal 2021"."""

from datetime import date

from claims.domain.timespan import TimeSpan
from claims.extract.time import calendar
from claims.extract.time.context import Context, Found
from claims.extract.time.lead import lead
from claims.extract.time.numbers import ordinal
from claims.extract.time.reading import Reading, at

# Months: where the nearer year lies further than this on the wrong side of the clause's tense, the tense decides. A clause
# about the future is seldom wrong about that; one in the past tense often holds a month to come ("he said that May ...").
_BEHIND, _AHEAD = 2, 3
_MENTIONED = ("D", "W", "WE", "M", "Q", "H", "S", "Y")  # "the following July" comes after the last of these


def iso(found: Found, _context: Context) -> Reading | None:
    """2020-09-02, with a time of day or without."""
    text = found.tokens.at(found.first).upper().replace(" ", "T")
    try:
        day = date.fromisoformat(text[:10])
    except ValueError:
        return None
    if "T" not in text:
        return at(day, "D")
    return Reading("TIME", text, TimeSpan.of(day), "D")


def slash(found: Found, context: Context) -> Reading | None:
    """7/8/07, 02.09.2020: day first or month first by what the calendar allows, else the reading nearer to the article's day."""
    parts = [int(part) for part in found.tokens.at(found.first).replace(".", "/").split("/")]
    if parts[0] > 31:
        return at(calendar.make(*parts), "D", rule="a date in figures, year first")
    year = two_digits(parts[2], context.anchor) if parts[2] < 100 else parts[2]
    if parts[2] > 99 and not 1500 <= year <= 2100:
        return None
    american, british = calendar.make(year, parts[0], parts[1]), calendar.make(year, parts[1], parts[0])
    if american is None or british is None:
        which = "month first" if american else "day first"
        return at(american or british, "D", rule=f"a date in figures, {which}: it can be no other")
    nearer = min((american, british), key=lambda day: abs((day - context.anchor).days))
    which = "month" if nearer == american else "day"
    return at(
        nearer, "D", rule=f"a date in figures that could be read two ways: {which} first, nearer to the article's day"
    )


def two_digits(short: int, anchor: date) -> int:
    """The year that two digits mean: in the century that puts it no more than ten years after the article."""
    century = anchor.year // 100 * 100
    return century + short if century + short <= anchor.year + 10 else century + short - 100


def year_of(found: Found, name: str, context: Context) -> int | None:
    """The year that a named part tells, in figures or as "last year"; None where it tells none."""
    part = found.part(name)
    if part is None:
        return None
    if found.kind(name) == "year" and part[1] - part[0] == 1:
        return int(found.word(name))
    if found.kind(name) == "shortyear":
        return two_digits(int(found.word(name)[1:]), context.anchor)
    inner = context.inner(found, name)
    return inner.span.last.year if inner is not None and inner.span is not None and inner.grain == "Y" else None


def _month_of(found: Found, name: str) -> int:
    """The month within a named part, 0 where it has none."""
    first, last = found.part(name) or (0, 0)
    lexicon = found.tokens.lexicon
    return next(
        (lexicon.number[found.tokens.at(i)] for i in range(first, last) if found.tokens.sign(i).startswith("month")), 0
    )


def dated(found: Found, context: Context) -> Reading | None:
    """A day by month and number; without a year the nearest, or the one that its weekday fits."""
    tokens = found.tokens
    month, number, year, weekday, rel = 0, 0, 0, 0, None
    for index in range(found.first, found.last):
        kind, word = tokens.sign(index), tokens.at(index)
        if kind.startswith("month"):
            month = tokens.lexicon.number[word]
        elif kind in ("weekday", "weekdayabbr"):
            weekday = tokens.lexicon.number[word]
        elif kind in ("day", "nth") and not number:
            number = int(word.rstrip("stndrh"))
        elif kind in ("ordinal", "second", "tens") and found.part("day"):
            number += tokens.lexicon.number[word]
        elif kind == "year":
            year = int(word)
        elif kind in ("last", "this", "next", "previous", "following", "that", "same", "current"):
            rel = context.whole(index, found.last, context)
            break
    if found.part("nth"):
        number = ordinal(tokens, *found.span("nth")) or 0
        days = [
            calendar.make(day.year, day.month, number)
            for n in (0, 1, -1)
            if (day := calendar.plus_months(context.anchor, n))
        ]
        return next((at(day, "D") for day in days if day is not None and day.isoweekday() == weekday), None)
    if rel is not None and (rel.span is None or rel.grain != "Y"):
        return None
    if rel is not None and rel.span is not None:
        year = rel.span.first.year
    if year:
        return at(calendar.make(year, month, number), "D", rule="a full date")
    return _nearest_day(found, context, month, number, weekday)


def _nearest_day(found: Found, context: Context, month: int, number: int, weekday: int) -> Reading | None:
    anchor = context.anchor
    days = [
        day
        for n in (0, -1, 1, -2, 2, -3, 3, 4, -4)
        if (day := calendar.make(anchor.year + n, month, number)) is not None
    ]
    days.sort(key=lambda day: abs((day - anchor).days))
    if not days:
        return None
    if weekday and days[0].isoweekday() != weekday:
        fitting = [day for day in days[:3] if day.isoweekday() == weekday]
        if fitting:
            return at(fitting[0], "D", rule="a day without a year: the nearest that falls on its weekday")
    rule = "a day without a year: the nearest"
    tense = context.tense(found)
    if tense == "future" and (anchor - days[0]).days > _BEHIND * 30:
        days = [day for day in days if day >= anchor] or days
        rule = "a day without a year, in a clause about the future: the next"
    elif tense == "past" and (days[0] - anchor).days > _AHEAD * 30:
        days = [day for day in days if day <= anchor] or days
        rule = "a day without a year, in the past tense: the last"
    return at(days[0], "D", rule=rule)


def month(found: Found, context: Context) -> Reading | None:
    """A month with its year, or the nearest such month; "last", "this" and "next" before it decide."""
    number, anchor, rel = _month_of(found, "month"), context.anchor, found.kind("rel")
    if found.part("year"):
        year = year_of(found, "year", context)
        return None if year is None else at(calendar.make(year, number, 1), "M", mod=found.mod)
    year, rule = nearest_year(anchor, number, context.tense(found))
    if (
        not rel
        and (year, number) > (anchor.year, anchor.month)
        and lead(found.tokens, found.first, found.last) == "since"
    ):
        year, rule = year - 1, "since a month: the last such"
    if rel in ("last", "past"):
        year, rule = anchor.year - (number >= anchor.month), "the last such month before this one"
    elif rel in ("next", "coming"):
        year, rule = anchor.year + (number <= anchor.month), "the next such month after this one"
    elif rel in ("this", "current"):
        year, rule = anchor.year, "that month of this year"
    elif rel in ("following", "previous") and (known := context.latest_grain(list(_MENTIONED))) is not None:
        step = 1 if rel == "following" else -1
        beside = known[0] == "Y" or (number - known[1].month) * step <= 0
        year = known[1].year + (step if beside else 0)
        rule = f"the first such month {'after' if step > 0 else 'before'} the time last mentioned"
    elif rel and rel not in ("that", "same", "previous", "following"):
        return None
    return at(calendar.make(year, number, 1), "M", mod=found.mod, rule=rule)


def nearest_year(anchor: date, month: int, tense: str | None) -> tuple[int, str]:
    """The year of a bare month, and the rule: the nearest, of two as near the past one; a clear tense moves it when it is far."""
    ahead = (month - anchor.month) % 12
    behind = ahead - 12 if ahead else 0
    steps, rule = (ahead, "the nearest") if ahead < -behind else (behind, "the nearest")
    if tense == "future" and steps < -_BEHIND:
        steps, rule = ahead, "the next, in a clause about the future"
    elif tense == "past" and steps > _AHEAD:
        steps, rule = behind, "the last, in the past tense"
    return (anchor.year * 12 + anchor.month - 1 + steps) // 12, f"a month without a year: {rule}"


def year(found: Found, context: Context) -> Reading | None:
    """A year in four figures, or in two after an apostrophe."""
    number = year_of(found, "year", context)
    return None if number is None else at(calendar.make(number, 1, 1), "Y", mod=found.mod)


def spoken(found: Found, _context: Context) -> Reading | None:
    """A year in words: "nineteen ninety-six", "twenty twenty-one", "two thousand and eight"."""
    numbers = [
        found.tokens.lexicon.number[found.tokens.at(i)]
        for i in range(*found.span("year"))
        if found.tokens.sign(i) in ("ones", "tens", "thousand")
    ]
    if numbers[:2] == [2, 1000]:
        number = 2000 + sum(numbers[2:])
    elif numbers[0] in (18, 19, 20) and numbers[1] >= 10:
        number = numbers[0] * 100 + sum(numbers[1:])
    else:
        return None
    if found.tokens.sign(found.last) in (
        "units",
        "unit",
        "percent",
        "hundred",
        "thousand",
        "other",
    ) and found.before not in ("in", "by", "since", "until", "of"):
        return None
    return at(calendar.make(number, 1, 1), "Y", mod=found.mod)


def fiscal(found: Found, context: Context) -> Reading | None:
    """A fiscal year, named for the year in which it ends; it begins in the month that the caller says, January by default."""
    current = context.anchor.year + (context.fiscal > 1 and context.anchor.month >= context.fiscal)
    year = year_of(found, "year", context) if found.kind("year") != "codefy" else None
    if found.kind("year") == "codefy":
        digits = found.word("year")[2:]
        year = int(digits) if len(digits) == 4 else two_digits(int(digits), context.anchor)
    elif (
        year is not None
        and found.tokens.sign(found.last - 1) in ("day", "fiscal", "unit")
        and "hyphen" in [found.tokens.sign(i) for i in range(found.first, found.last)]
    ):
        year += 1  # "2019-20" is the year that ends in 2020
    elif year is None:
        rel = found.kind("rel")
        year = current + {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}.get(rel, 0)
    span = fiscal_span(year, context.fiscal)
    return None if span is None else Reading("DATE", f"FY{year:04}", span, "Y", found.mod)


def fiscal_span(year: int, begins: int) -> TimeSpan | None:
    """The days of a fiscal year that begins in a month (1 to 12)."""
    first = calendar.make(year if begins == 1 else year - 1, begins, 1)
    after = None if first is None else calendar.plus_days(calendar.plus_months(first, 11) or first, 0)
    month = None if after is None else calendar.period(after, "M")
    return None if first is None or month is None else TimeSpan.of(first, month.last)


def decade(found: Found, context: Context) -> Reading | None:
    """The 1980s, the '80s, the eighties: of two digits the decade last past."""
    word = found.word("decade")
    if word in found.tokens.lexicon.number:
        number = found.tokens.lexicon.number[word]
    else:
        number = int("".join(letter for letter in word if letter.isdigit()))
    if number < 100:
        number += 1900 if number + 2000 > context.anchor.year else 2000
    return at(calendar.make(number, 1, 1), "10Y", mod=found.mod)


def century(found: Found, _context: Context) -> Reading | None:
    """The 19th century: the years 1800 to 1899, value 18."""
    if found.tokens.lexicon.code.get(found.word("unit")) != "100Y":
        return None
    number = ordinal(found.tokens, *found.span("nth"))
    if number is None or not 1 < number < 30:
        return None
    return at(calendar.make((number - 1) * 100, 1, 1), "100Y", mod=found.mod)
