"""Reading: what a stretch of text is taken to mean, before its lead word and deadline are known."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from claims.domain.timespan import TimeSpan
from claims.extract.time import calendar

_HALVES = {"Y": ("6", "M"), "TH": ("30", "TM"), "D": ("12", "TH"), "10Y": ("5", "Y"), "100Y": ("50", "Y")}
Type = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class Reading:
    """A TIMEX3 `type` and `value` with its `span` of days. `grain` is that of the calendar module, None where there is no period.

    `length` is a count and the grain it counts, for durations; `rule` overrides the name of the rule; `ends` are the token ranges
    and readings of the two ends of a range; `mentions` says whether later words may refer back to it.
    """

    type: Type
    value: str
    span: TimeSpan | None = None
    grain: str | None = None
    mod: str | None = None
    rule: str | None = None
    reference: bool = False
    length: tuple[float | None, str] | None = None
    future: bool = False
    mentions: bool = True
    ends: tuple[tuple[int, int, "Reading"], ...] = ()

    def named(self, rule: str) -> "Reading":
        """The same, by another rule."""
        return replace(self, rule=rule)


def at(day: date | None, grain: str, *, mod: str | None = None, rule: str | None = None) -> Reading | None:
    """The period of a grain that holds the day; None where there is none in the calendar."""
    span = None if day is None else calendar.period(day, grain)
    if day is None or span is None:
        return None
    return Reading("DATE", calendar.value(day, grain), span, grain, mod, rule)


def between(
    first: TimeSpan, last: TimeSpan, rule: str | None = None, *, ends: tuple[tuple[int, int, Reading], ...] = ()
) -> Reading | None:
    """The interval from the first day of one span to the last of another, None where that is no interval."""
    if last.last < first.first:
        return None
    span = TimeSpan.of(first.first, last.last)
    return Reading("DATE", f"{span.first}/{span.last}", span, "D", rule=rule, ends=ends, mentions=False)


def reference(value: Literal["PRESENT_REF", "PAST_REF", "FUTURE_REF"], rule: str | None = None) -> Reading:
    """The present, the past or the future in general."""
    return Reading("DATE", value, rule=rule, reference=True, mentions=False)


def duration(number: float | None, code: str, shown: str, *, mod: str | None = None) -> Reading:
    """So many units, PT before hours and less. `code` is the unit's (D, TH, 10Y), `shown` the number as TIMEX3 writes it."""
    text = code
    if number == 0.5 and code in _HALVES:
        shown, text = _HALVES[code]
    elif code[0].isdigit():
        times, unit = code[:-1], code[-1]
        if number is not None:
            text, shown = unit, f"{number * int(times):.4f}".rstrip("0").rstrip(".")
        else:
            text = {"10": "DE", "100": "CE", "1000": "ML", "2": "W"}[times]
    value = f"PT{shown}{text[1:]}" if text.startswith("T") else f"P{shown}{text}"
    return Reading("DURATION", value, mod=mod, length=(number, code), mentions=False)
