"""Plan: a stack of rulebooks as what a database needs of it: conditions as trees, words, and the days in their settings."""

from dataclasses import dataclass

from claims.domain.condition import Condition

NO_RULE = "no-rule"
"""What a verdict is set open by where the rule that gave it no longer holds and no other does."""
NEWS = "evidence-since"
"""What asks for another look where evidence came after a person's verdict."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A lifetime: the whole percent left after 0, 1, 2 ... days, and the days after which another look is due."""

    percents: tuple[int, ...]
    lasts: int


@dataclass(frozen=True, slots=True)
class Terms:
    """What a rulebook's header says about days."""

    due: int
    kinds: tuple[tuple[str, Clock], ...]
    """A lifetime for every kind of claim."""
    sources: tuple[tuple[str, Clock], ...] = ()
    """By origin; before the kind's."""


@dataclass(frozen=True, slots=True)
class PlannedRule:
    """A rule: its name, its condition with all numbers written out, and what follows."""

    name: str
    condition: Condition
    then: str
    terms: Terms


@dataclass(frozen=True, slots=True)
class Plan:
    """The rules of a stack in the order in which they are tried; `key` differs where anything in the stack does."""

    key: str
    verdicts: tuple[PlannedRule, ...]
    reviews: tuple[PlannedRule, ...]
    ask_again: int
    """Days after a person's look before the same wish for another is made again: the first rulebook's."""
