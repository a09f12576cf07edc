"""Occasions: meetings, visits and the like that an article dates, so that what names one of them elsewhere takes its day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.domain.timespan import TimeSpan

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from claims.domain.claim import Kind
    from claims.extract.atoms import Atom
    from claims.extract.mentions import Mentions
    from claims.extract.parse import Parse
    from claims.extract.predicate import Predicate
    from claims.extract.when.own import Placed


@dataclass(frozen=True, slots=True)
class Occasion:
    """An occasion that the article dates: its family, the names with it, its days, and the words that tell of it."""

    family: str
    names: frozenset[str]
    span: TimeSpan
    words: str
    start: int
    end: int


def occasions(
    parse: Parse, placed: Mapping[int, Sequence[Placed]], published: date, names: Mentions | None
) -> tuple[Occasion, ...]:
    """Find the occasions that an article dates."""
    return ()


def link(found: Sequence[Occasion], parse: Parse, atom: Atom, said: Predicate, kind: Kind) -> Occasion | None:
    """Return the occasion that an atom names, or None."""
    return None
