"""Fact: a named thing that a rule may ask of a dossier: its type, its bounds, its sentence, and how it is read."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from claims.domain.condition import Value
from claims.rules.view import View


class Type(StrEnum):
    """What a fact is, which says how it may be used and how it is shown."""

    WORD = "word"
    """One of a few words."""
    TEXT = "text"
    """Any text."""
    COUNT = "count"
    DAYS = "days"
    """A number of days."""
    DAY = "day"
    """A calendar day; held against other days only."""
    GRADE = "grade"
    """1 for A, or 1, the best, to 5 for E, or 5; what cannot be judged (F, 6, none given) is unknown."""
    PERCENT = "percent"
    TRUTH = "yes or no"
    NAMES = "names"
    """For the wording of reasons only."""


BOUNDS = {
    Type.COUNT: (0, 1_000_000_000),
    Type.DAYS: (0, 4_000_000),
    Type.DAY: (1, 3_652_059),
    Type.GRADE: (1, 5),
    Type.PERCENT: (0, 100),
}
"""The least and the greatest that a fact of the type can be."""
CEL_TYPES = {Type.WORD: "string", Type.TEXT: "string", Type.TRUTH: "bool"} | dict.fromkeys(BOUNDS, "int")


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact. `read` gives None where the dossier does not tell; that it can, `optional` says."""

    name: str
    type: Type
    sentence: str
    read: Callable[[View], Value | None]
    words: tuple[str, ...] = ()
    """All it can be, for a word."""
    optional: bool = False
    moves: bool = False
    """Whether it changes with the day alone."""
    settled: bool = False
    """Whether it tells of the verdict, so that only review rules may ask it."""

    @property
    def unit(self) -> str | None:
        """What it is counted in."""
        return {Type.DAYS: "days", Type.PERCENT: "percent", Type.DAY: "calendar day"}.get(self.type)

    @property
    def companion(self) -> str:
        """The name of the fact that tells whether this one is known."""
        return f"has_{self.name}"
