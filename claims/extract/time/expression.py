"""TimeExpression: a stretch of text that names a time, and all that it is taken to mean."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from claims.domain.timespan import TimeSpan

Tense = Literal["past", "present", "future"]


@dataclass(frozen=True, slots=True)
class TenseHint:
    """What a parser knows of the tense of a stretch of text, `start` to `end` in code points; it outranks our own guess."""

    start: int
    end: int
    tense: Tense


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression of an article.

    `start` and `end` count code points of the text, `text` is what stands between them. `type` and `value` are those of TIMEX3
    (ISO-TimeML, ISO 24617-1), `mod` its modifier. `span` is the closed interval of days that is meant, None where there is none
    (a duration, "recently"). `deadline` is the last day that the expression sets; it is `marked` where the words are vague ("in
    the coming weeks") and the day is our convention. `guide` is the time as the annotation guide writes it: a day, month, year or
    two full dates. `rule` says in words how it was read. `lead` is the word before it that sets how it counts ("by", "since").
    `reference` holds for the present, past and future in general. `parts` are the two ends of a range that TIMEX3 counts as two.
    """

    start: int
    end: int
    text: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    mod: str | None
    span: TimeSpan | None
    deadline: date | None
    marked: bool
    guide: str | None
    rule: str
    lead: str | None = None
    reference: bool = False
    parts: tuple["TimeExpression", ...] = ()
