"""Readers of ranges: "2014 to 2016", "1914–18", "May to July", "2-4 September", "Monday to Friday"."""

from claims.extract.time import calendar
from claims.extract.time.context import Context, Found
from claims.extract.time.dates import nearest_year, year_of
from claims.extract.time.reading import Reading, at, between

_ORDINARY = frozenset({"between", "both"})  # "and" joins the ends of a range only after these


def _joined(found: Found) -> bool:
    """Whether the word between the ends makes a range here."""
    first, last = found.span("a")[1], found.span("b")[0]
    return "and" not in [found.tokens.at(at) for at in range(first, last)] or found.before in _ORDINARY


def _range(found: Found, first: Reading | None, last: Reading | None, *, apart: bool) -> Reading | None:
    """The two ends as one interval; `apart` where each end stands as an expression of its own."""
    if first is None or last is None or first.span is None or last.span is None:
        return None
    ends = ((*found.span("a"), first), (found.span("b")[0], found.last, last)) if apart else ()
    return between(first.span, last.span, ends=ends)


def years(found: Found, _context: Context) -> Reading | None:
    """Two years; of a second one in two digits the century is the first one's."""
    first, second = int(found.word("a")), found.word("b")
    short = len(second) == 2
    if not _joined(found) or (not short and len(second) != 4) or not second.isdecimal():
        return None
    last = first // 100 * 100 + int(second) if short else int(second)
    if short and last < first:
        last += 100
    if not first < last <= 2200 or last - first > 300:
        return None
    return _range(found, at(calendar.make(first, 1, 1), "Y"), at(calendar.make(last, 1, 1), "Y"), apart=not short)


def months(found: Found, context: Context) -> Reading | None:
    """Two months, the second the first such month after the first; a year at the end is that of the second."""
    tokens, anchor = found.tokens, context.anchor
    if not _joined(found):
        return None
    one, two = (tokens.lexicon.number[found.word(name)] for name in ("a", "b"))
    year = year_of(found, "year", context) if found.kind("year") == "year" else None
    named = [tokens.at(at) for at in range(found.first, found.last) if tokens.sign(at) == "year"]
    if named:
        year = int(named[-1]) - (two < one if len(named) == 1 else int(named[-1]) != int(named[0]))
    if len(named) == 2:
        first, last = calendar.make(int(named[0]), one, 1), calendar.make(int(named[1]), two, 1)
    else:
        begin = year if year is not None else nearest_year(anchor, one, context.tense(found))[0]
        first, last = calendar.make(begin, one, 1), calendar.make(begin + (two < one), two, 1)
    return _range(found, at(first, "M"), at(last, "M"), apart=True)


def days(found: Found, context: Context) -> Reading | None:
    """Two days of one month."""
    if not _joined(found):
        return None
    one, two = (int(found.word(name).rstrip("stndrh")) for name in ("a", "b"))
    month = found.tokens.lexicon.number[found.word("month")]
    year = year_of(found, "year", context)
    if year is None:
        year = nearest_year(context.anchor, month, context.tense(found))[0]
    first, last = calendar.make(year, month, one), calendar.make(year, month, two)
    return _range(found, at(first, "D"), at(last, "D"), apart=False)


def dates(found: Found, context: Context) -> Reading | None:
    """Two full days, the second not before the first; weekdays the coming ones, but in the past tense the last."""
    if not _joined(found):
        return None
    first, last = context.inner(found, "a"), context.inner(found, "b")
    if first is None or last is None or first.span is None or last.span is None:
        return None
    one, two = first.span.first, last.span.first
    if found.kind("a").startswith("weekday"):
        begin = one if context.tense(found) == "past" else calendar.weekday_from(context.anchor, one.isoweekday(), 1)
        end = None if begin is None else calendar.weekday_from(begin, two.isoweekday(), 1)
        return _range(found, at(begin, "D"), at(end, "D"), apart=True)
    if two < one:  # "Dec. 30 to Jan. 3, 2021": the year is the second one's
        first = at(calendar.plus_months(one, -12), "D")
    return _range(found, first, last, apart=True)
