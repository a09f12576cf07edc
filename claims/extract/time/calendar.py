"""The calendar: periods of days by their grain, and steps from one to the next. Nothing here leaves the years 1 to 9999.

A grain is the size of a period: D day, W week (Monday first), WE weekend, M month, Q quarter, H half-year, S season, Y year,
10Y decade, 100Y century, 1000Y millennium.
"""

from calendar import monthrange
from datetime import date, timedelta

from claims.domain.timespan import TimeSpan

_MONTHS = {"M": 1, "Q": 3, "H": 6, "Y": 12}
_YEARS = {"Y": 1, "10Y": 10, "100Y": 100, "1000Y": 1000}
_DAYS = {"D": 1, "W": 7, "2W": 14, "WE": 7}
_SEASON_OF = ("WI", "WI", "SP", "SP", "SP", "SU", "SU", "SU", "FA", "FA", "FA", "WI")


def plus_days(day: date, days: float) -> date | None:
    """The day so many days on (back where negative), None outside the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def plus_months(day: date, months: int) -> date | None:
    """The same day of the month so many months on, or that month's last day; None outside the calendar."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def plus(day: date, count: float, grain: str) -> date | None:
    """The day so many periods on, None outside the calendar. Hours and less count as the days they fill, rounded up."""
    if abs(count) > 1e7:
        return None
    if grain in _DAYS:
        return plus_days(day, round(count * _DAYS[grain]))
    if grain in _MONTHS or grain in _YEARS:
        months = count * (_MONTHS[grain] if grain in _MONTHS else 12 * _YEARS[grain])
        end = plus_months(day, int(months))
        return None if end is None else plus_days(end, round((months - int(months)) * 30))
    hours = count * {"TH": 1.0, "TM": 1 / 60, "TS": 1 / 3600}.get(grain, 0.0)
    return plus_days(day, -(-hours // 24) if hours > 0 else hours // 24 if hours < 0 else 0)


def make(year: int, month: int, day: int) -> date | None:
    """The day, None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def period(day: date, grain: str) -> TimeSpan | None:
    """The period of a grain that holds the day, None where the grain is none or part of the period lies outside the calendar."""
    if grain == "D":
        return TimeSpan.of(day)
    if grain in ("W", "WE"):
        monday = plus_days(day, -day.weekday())
        last = None if monday is None else plus_days(monday, 6)
        if monday is None or last is None:
            return None
        return TimeSpan.of(monday if grain == "W" else last - timedelta(days=1), last)
    if grain == "S":
        first = plus_months(day.replace(day=1), -(day.month % 3))
        last = None if first is None else plus_months(first, 3)
        return None if first is None or last is None else TimeSpan.of(first, last - timedelta(days=1))
    if grain in _MONTHS:
        size = _MONTHS[grain]
        month = (day.month - 1) // size * size + 1
        return TimeSpan.of(
            date(day.year, month, 1), date(day.year, month + size - 1, monthrange(day.year, month + size - 1)[1])
        )
    if grain in _YEARS:
        size = _YEARS[grain]
        year = day.year // size * size
        return TimeSpan.of(date(max(1, year), 1, 1), date(year + size - 1, 12, 31))
    return None


def value(day: date, grain: str) -> str:
    """The period of a grain that holds the day, as TIMEX3 writes it: 2020-09-02, 2020-W36-WE, 2020-09, 2020-Q3, 2020-SU, 202."""
    if grain in ("W", "WE"):
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}" + ("-WE" if grain == "WE" else "")
    if grain == "S":
        year = day.year - 1 if day.month < 3 else day.year
        return f"{year:04}-{_SEASON_OF[day.month - 1]}"
    if grain == "Q":
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    if grain == "H":
        return f"{day.year:04}-H{1 if day.month < 7 else 2}"
    return day.isoformat()[: {"D": 10, "M": 7, "Y": 4, "10Y": 3, "100Y": 2, "1000Y": 1}[grain]]


def weekday_from(day: date, weekday: int, step: int) -> date | None:
    """The weekday (1 Monday to 7 Sunday) on the day itself or the nearest after it (step 1) or before it (step -1)."""
    distance = (weekday - day.isoweekday()) % 7
    return plus_days(day, distance if step > 0 or distance == 0 else distance - 7)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The nth weekday of a month (-1: the last), None where the month has none."""
    if nth > 0:
        first = weekday_from(date(year, month, 1), weekday, 1)
        found = None if first is None else plus_days(first, 7 * (nth - 1))
    else:
        found = weekday_from(date(year, month, monthrange(year, month)[1]), weekday, -1)
    return found if found is not None and found.month == month else None


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous computus, Meeus 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)
