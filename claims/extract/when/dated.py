"""Dated: the time that a claim is about, and the last day on which it can still come true."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from claims.domain.timespan import TimeSpan


@dataclass(frozen=True, slots=True)
class Dated:
    """When a claim is about and by which day it falls due, with where that was read."""

    when: TimeSpan | None = None
    deadline: date | None = None
    """For forecasts and commitments; None where open-ended."""
    rule: str | None = None
    """In words, what the time was read from."""
    marked: bool = False
    """True where the words set a range and the deadline is a convention."""
    through: bool = False
    """True where it must hold through the deadline ("until Friday", a denied plan) and cannot be met before."""
    source: Literal["own", "sentence", "article"] | None = None
    """Its own words, another clause of its sentence, or an occasion told of elsewhere in the article."""
    start: int | None = None
    end: int | None = None
    """Code points of the expression in the article."""


UNDATED = Dated()
