"""TimeSpan: a closed interval of calendar days.

It is made from its two days, or read from the text that newsrooms and standards write: ISO 8601 days, months, years, weeks and
intervals; quarters, halves, seasons, decades and centuries in the forms of ISO-TimeML's TIMEX3 and of EDTF (ISO 8601-2).
"""

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import total_ordering
from typing import Any, Self

from pydantic import ModelWrapValidatorHandler, model_serializer, model_validator

from claims.domain.base import Model

_MONTHS = {"Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12)}
# Meteorological seasons of the northern half of the globe, as news in English means them; winter runs into the next year.
_SEASONS = {
    "SP": (3, 5),
    "SU": (6, 8),
    "FA": (9, 11),
    "WI": (12, 14),
    "21": (3, 5),
    "22": (6, 8),
    "23": (9, 11),
    "24": (12, 14),
}
_PARTS = _MONTHS | _SEASONS

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_WEEK = re.compile(r"(\d{4})-W(\d{2})(-WE|-[1-7])?", re.ASCII)
_PART = re.compile(r"(\d{4})-([QH][1-4]|SP|SU|FA|WI|2[1-4])", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_YEAR = re.compile(r"(\d{4})", re.ASCII)
_DECADE = re.compile(r"(\d{3})X?", re.ASCII)
_CENTURY = re.compile(r"(\d{2})(?:XX)?", re.ASCII)


def _fault(text: str) -> ValueError:
    return ValueError(
        f"{text!r} is no day, month, year or interval; write 2020-09-02, 2020-06, 2017 or 2021-01-01/2021-12-31"
    )


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    """The first day of one month and the last of another, months counted from January of the year (14: February of the next)."""
    begin = date(year, first, 1)
    year, last = year + (last - 1) // 12, (last - 1) % 12 + 1
    if year > date.max.year:
        return begin, date.max
    return begin, date(year, last, monthrange(year, last)[1])


def _simple(text: str) -> tuple[date, date]:
    """The two days of a text without a slash; raises ValueError where it is none or where no such day exists."""
    if match := _DAY.fullmatch(text):
        day = date(int(match[1]), int(match[2]), int(match[3]))
        return day, day
    if match := _WEEK.fullmatch(text):
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        if match[3] is None:
            return monday, monday + timedelta(days=min(6, (date.max - monday).days))
        if match[3] == "-WE":
            return monday + timedelta(days=5), monday + timedelta(days=6)
        day = monday + timedelta(days=int(match[3][1]) - 1)
        return day, day
    if match := _PART.fullmatch(text):
        if match[2] not in _PARTS:
            raise _fault(text)
        return _months(int(match[1]), *_PARTS[match[2]])
    if match := _MONTH.fullmatch(text):
        return _months(int(match[1]), int(match[2]), int(match[2]))
    if match := _YEAR.fullmatch(text):
        return _months(int(match[1]), 1, 12)
    if match := _DECADE.fullmatch(text):
        return _years(int(match[1]) * 10, 10)
    if match := _CENTURY.fullmatch(text):
        return _years(int(match[1]) * 100, 100)
    raise _fault(text)


def _years(first: int, count: int) -> tuple[date, date]:
    """So many years from the first; year 0, which the calendar has not, begins with year 1."""
    return date(max(first, 1), 1, 1), date(first + count - 1, 12, 31)


@total_ordering
class TimeSpan(Model):
    """A closed interval of days: `first` to `last`, both within it.

    Two spans are equal where they hold the same days, however they were written. They are ordered by first day, then by last.
    In JSON a span is its text.
    """

    first: date
    last: date

    @model_validator(mode="wrap")
    @classmethod
    def _read(cls, value: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        if isinstance(value, str):
            first, last = _bounds(value)
            value = {"first": first, "last": last}
        span = handler(value)
        if span.last < span.first:
            raise ValueError(f"a time span cannot end ({span.last}) before it begins ({span.first})")
        return span

    @model_serializer
    def _write(self) -> str:
        return str(self)

    @classmethod
    def parse(cls, text: str) -> Self:
        """The span that a text means.

        Reads a day "2020-09-02", month "2020-06", year "2017", ISO week "2020-W35" (Monday to Sunday), weekend "2020-W35-WE",
        quarter "2020-Q3", half "2020-H1", season "2020-SU" or EDTF "2020-22", decade "198X" or "198", century "19XX" or "19",
        and an interval of two of them, "2021-01/2021-03". Raises ValueError with a plain sentence where it is none of these.
        """
        first, last = _bounds(text)
        return cls(first=first, last=last)

    @classmethod
    def of(cls, first: date, last: date | None = None) -> Self:
        """The span from one day to another, or the one day alone. Raises ValueError where it would end before it begins."""
        return cls(first=first, last=first if last is None else last)

    def contains(self, day: date) -> bool:
        """Whether the day lies within the span, its two ends included."""
        return self.first <= day <= self.last

    def before(self, other: Self) -> bool:
        """Whether the whole span lies before the whole of the other."""
        return self.last < other.first

    def overlaps(self, other: Self) -> bool:
        """Whether the two share a day."""
        return self.first <= other.last and other.first <= self.last

    def cover(self, other: Self) -> Self:
        """The shortest span that holds both."""
        return type(self)(first=min(self.first, other.first), last=max(self.last, other.last))

    @property
    def days(self) -> int:
        """How many days it holds; one at least."""
        return (self.last - self.first).days + 1

    def __str__(self) -> str:
        """The shortest of "2020-09-02", "2020-06", "2020" and "2020-08-24/2020-08-30" that means these days."""
        first, last = self.first, self.last
        if first == last:
            return first.isoformat()
        if first.day == 1 and first.year == last.year and last.day == monthrange(last.year, last.month)[1]:
            if first.month == last.month:
                return first.isoformat()[:7]
            if first.month == 1 and last.month == 12:
                return first.isoformat()[:4]
        return f"{first.isoformat()}/{last.isoformat()}"

    def __repr__(self) -> str:
        return f"TimeSpan({str(self)!r})"

    def __hash__(self) -> int:
        return hash((self.first, self.last))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, TimeSpan):
            return NotImplemented
        return (self.first, self.last) == (other.first, other.last)

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, TimeSpan):
            return NotImplemented
        return (self.first, self.last) < (other.first, other.last)


def _bounds(text: str) -> tuple[date, date]:
    """The two days of any text that `TimeSpan.parse` reads."""
    begin, slash, end = text.strip().partition("/")
    try:
        if not slash:
            return _simple(begin)
        first, last = _simple(begin)[0], _simple(end)[1]
    except (ValueError, OverflowError):
        raise _fault(text) from None
    if last < first:
        raise ValueError(f"{text!r} ends before it begins; write the earlier day first")
    return first, last
