"""Dates: a relative date said so that it holds on any day: "on Friday" as "on 4 September 2020"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from claims.domain.timespan import TimeSpan
from claims.extract.words import words

if TYPE_CHECKING:
    from claims.extract.time import TimeExpression

MONTHS = "January February March April May June July August September October November December".split()
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_AMERICAN = re.compile(r"\b[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}\b")
_DAY = re.compile(r"day\b|yesterday|tonight|tomorrow|last night|\b[A-Z][a-z]{2,8}\.? \d", re.IGNORECASE)
_PART = re.compile(r"\b(night|morning|afternoon|evening|noon|midnight)\b", re.IGNORECASE)
_EDGE = re.compile(
    r"^((?:the )?(?:very )?(?:end|beginning|start|middle|close) of|early(?: in)?|late(?: in)?|mid-?)\s*", re.IGNORECASE
)
_PREPOSITIONS = frozenset(words("restate")["prepositions"])


def day(value: date) -> str:
    """Return a day as "4 September 2020"."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def spoken(span: TimeSpan) -> tuple[str, str]:
    """Return the preposition and the words for a span: ("on", "4 September 2020"), ("in", "June 2020")."""
    first, last = span.first, span.last
    if first == last:
        return "on", day(first)
    text = str(span)
    if len(text) == 4:
        return "in", text
    if len(text) == 7:
        return "in", f"{MONTHS[first.month - 1]} {first.year}"
    if first.weekday() == 5 and last - first == timedelta(days=1):
        return "on", f"the weekend of {_between(first, last, 'and')}"
    if first.weekday() == 0 and last - first == timedelta(days=6):
        return "in", f"the week of {_between(first, last, 'to')}"
    if (first.day, first.month, last.day, last.month) == (1, 1, 31, 12):
        return "from", f"{first.year} to {last.year}"
    return "from", _between(first, last, "to")


def _between(first: date, last: date, word: str) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} {word} {day(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} {word} {day(last)}"
    return f"{day(first)} {word} {day(last)}"


def absolute(time: TimeExpression, before: str, after: str = "") -> str | None:
    """Return what to put for a time expression, or None where it already stands alone or cannot be said so.

    `before` is the word in front of it, lower case: a preposition there is kept, else one is added; `after` is the word
    behind it: "this year's theme" takes none.
    """
    if time.guide is None or time.type not in ("DATE", "TIME") or time.reference:
        return None
    if _YEAR.search(time.text) and not _AMERICAN.search(time.text):
        return None
    if time.type == "TIME" and not _DAY.search(time.text):
        return None  # a clock time alone
    span = TimeSpan.parse(time.guide)
    edge = _EDGE.match(time.text)
    if edge and span.days > 1:
        whole = time.text.rstrip().lower().endswith("year") and span.first.year == span.last.year
        return edge.group(0) + (str(span.first.year) if whole else spoken(span)[1])
    preposition, said = spoken(span)
    if time.span is not None and time.span.days > 1 and preposition == "from":
        return None  # quarters, seasons and the like are clearer in their own words
    part = _PART.search(time.text)
    if part and span.days == 1:
        said = f"the {part.group(1).lower()} of {said}"
    if before in _PREPOSITIONS:
        if before in ("in", "at", "on", "over", "during") and preposition != before and span.days != 1:
            return said
        return said
    if before == "than" or after in ("'s", "’s"):
        return said
    if before in ("'s", "’s", "the", "a", "an", "this", "that"):
        return said
    return f"{preposition} {said}"
