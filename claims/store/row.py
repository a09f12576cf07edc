"""Rows: what the index keeps of a claim, as the columns of its tables in order; and a claim as a list shows it.

What rules ask of a claim, and all that their words change, stands in fact_row.py.

Days are ordinals (day 1 is 0001-01-01), None where there is none. Names ending in `_folded` are case-folded, so that
both databases search and order alike. Nothing here but plain values: a list is read without the domain's classes.
"""

from datetime import date
from typing import NamedTuple


class Row(NamedTuple):
    """What a claim says, as the index keeps it: its dossier folded with everything on the ledger, whatever its day."""

    id: str
    text: str
    quote: str
    """The article's words; empty for a claim that a person wrote."""
    folded: str
    """Text, quote and speaker, case-folded, for searching."""
    kind: str
    polarity: str
    hedge: str
    speaker: str | None
    speaker_folded: str | None
    quoted: bool
    publisher: str | None
    publisher_folded: str | None
    article: str | None
    start: int | None
    made: int
    entered: int
    when_text: str | None
    when_first: int | None
    when_last: int | None
    deadline: int | None
    first_deadline: int | None
    """Before anybody moved it."""
    deadline_vague: bool
    moved: int
    """How often the deadline was moved."""
    through: bool
    quantities: str
    """JSON, in the guide's shape."""
    subject: str | None
    measure: str | None
    score: float
    first_number: int
    """Its first entry."""


class EvidenceRow(NamedTuple):
    """A piece of evidence that was not withdrawn."""

    claim: str
    position: int
    id: str
    stance: str
    origin: str
    own: bool
    """Whether it is the claim's own speaker, publisher or article, whose word never counts."""
    source: str
    publisher: str | None
    grade: str | None
    day: int
    """From when it counts."""
    dated: int | None
    """The day of what it reports."""
    published: int | None
    happened: int | None
    entered: int


class SightingRow(NamedTuple):
    """A claim seen at a span of an article."""

    claim: str
    position: int
    article: str
    published: int
    publisher: str | None
    speaker: str | None
    start: int
    end_: int


class ArticleRow(NamedTuple):
    """A filed article; one row for each ArticleFiled entry, also of commands that were undone."""

    number: int
    id: str
    command: str
    title: str | None
    publisher: str | None
    published: int
    url: str | None
    claims: int
    stands: bool


class CommandRow(NamedTuple):
    """A command: who gave it, which entries it wrote, what it undid and whether it was undone."""

    id: str
    actor: str
    recorded: int
    """Microseconds since 1970, of its first entry."""
    first: int
    last: int
    entries: int
    undoes: str | None
    undone: bool


class Listed(NamedTuple):
    """A claim as a list shows it, for a day; what ends in `_mark` and `_ordinal` is the database's, see the properties."""

    id: str
    text: str
    quote: str
    kind: str
    polarity: str
    speaker: str | None
    quoted_mark: bool | int
    publisher: str | None
    article: str | None
    made_ordinal: int
    when: str | None
    deadline_ordinal: int | None
    first_deadline_ordinal: int | None
    moved: int
    quantities: str
    """JSON: an array of {value, unit, qualifier}."""
    subject: str | None
    measure: str | None
    score: float
    verdict: str
    verdict_by: str | None
    person_mark: bool | int | None
    review: str
    supporting: int
    refuting: int
    number: int
    """Its first entry."""
    schedule: str
    status: str
    """The verdict once there is one, else overdue or due, else open."""

    @property
    def quoted(self) -> bool:
        """Whether its words stand in quotation marks."""
        return bool(self.quoted_mark)

    @property
    def verdict_person(self) -> bool | None:
        """Whether a person gave the verdict; None where there is none."""
        return None if self.person_mark is None else bool(self.person_mark)

    @property
    def made(self) -> date:
        """The day it was put forward."""
        return date.fromordinal(self.made_ordinal)

    @property
    def deadline(self) -> date | None:
        """The day by which it has to have come true."""
        return date.fromordinal(self.deadline_ordinal) if self.deadline_ordinal else None

    @property
    def first_deadline(self) -> date | None:
        """The deadline before anybody moved it."""
        return date.fromordinal(self.first_deadline_ordinal) if self.first_deadline_ordinal else None
