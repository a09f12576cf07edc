"""Verdict, Review and Schedule: the three axes of a claim's standing, all derived, never stored as the truth."""

from datetime import date
from enum import StrEnum

from claims.domain.base import Model


class Word(StrEnum):
    """What the evidence says of a claim, or what people decided of the record."""

    OPEN = "open"
    VERIFIED = "verified"
    REFUTED = "refuted"
    PARTLY = "partly"
    CONFLICTING = "conflicting"
    UNRESOLVABLE = "unresolvable"
    SUPERSEDED = "superseded"
    DISMISSED = "dismissed"


class Unresolvable(StrEnum):
    """Why a claim cannot be settled: the world is unclear (ambiguous), or the claim itself is unsound (annulled)."""

    CONFLICTING_REPORTS = "ambiguous: conflicting reports"
    NO_REPORTS = "ambiguous: no reports"
    SOURCE_GONE = "ambiguous: source gone"
    UNDERSPECIFIED = "annulled: underspecified"
    SUBVERTED = "annulled: subverted assumption"
    ONE_SIDED = "annulled: one-sided"


class Schedule(StrEnum):
    """Where a claim stands against its deadline."""

    UNDATED = "undated"
    UPCOMING = "upcoming"
    DUE = "due"
    OVERDUE = "overdue"
    MET = "met"
    MET_LATE = "met-late"
    MISSED = "missed"


class Review(StrEnum):
    """Whether a person has looked, and whether someone should look again."""

    UNREVIEWED = "unreviewed"
    REVIEWED = "reviewed"
    RECHECK = "recheck"


class Rating(Model):
    """A desk's own word on its own scale ("mostly true" of "Truth-O-Meter"), exported as given."""

    word: str
    scale: str | None = None


class Verdict(Model):
    """A verdict as it was reached by a rule or given by a person, for a day."""

    word: Word
    day: date
    """The day the answer is for."""
    by: str
    """The rule's name, or the person."""
    person: bool
    reason: str
    rulebook: str | None = None
    """The digest of the rulebook, for a rule's verdict."""
    evidence: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    """The facts the rule saw, each with its value as text."""
    code: Unresolvable | None = None
    rating: Rating | None = None
    number: int = 0
    """The entry that holds it."""
