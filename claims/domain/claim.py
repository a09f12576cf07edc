"""Claim: one thing put forward that could prove right or wrong, as a sentence that stands alone.

Field names are those of the annotation guide: text, kind, speaker, quoted, polarity, when, deadline, quantities.
"""

import hashlib
from datetime import date
from enum import StrEnum

from pydantic import Field

from claims.domain.article import Span
from claims.domain.base import Model
from claims.domain.quantity import Quantity
from claims.domain.timespan import TimeSpan


class Kind(StrEnum):
    """What sort of thing is put forward."""

    EVENT = "event"
    STATE = "state"
    STATISTIC = "statistic"
    FORECAST = "forecast"
    COMMITMENT = "commitment"


class Polarity(StrEnum):
    """Whether the main predicate is negated by a word."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Hedge(StrEnum):
    """How strongly it is put."""

    ASSERTED = "asserted"
    EXPECTED = "expected"
    POSSIBLE = "possible"
    DENIED = "denied"


class Edit(Model):
    """A change made to a quote so that it stands alone: these code points of the quote, this text in their place."""

    start: int = Field(ge=0)
    end: int
    replacement: str
    reason: str
    certain: bool = True


class Claim(Model):
    """What is put forward, by whom, about when, by which day and how much."""

    id: str = Field(min_length=16, max_length=16)
    text: str = Field(min_length=1)
    kind: Kind
    speaker: str | None = None
    quoted: bool = False
    polarity: Polarity = Polarity.POSITIVE
    hedge: Hedge = Hedge.ASSERTED
    when: TimeSpan | None = None
    deadline: date | None = None
    deadline_rule: str | None = None
    """In words, what the deadline was read from."""
    deadline_vague: bool = False
    """True where the words set a range ("in the coming weeks") and the deadline is its last day."""
    through: bool = False
    """True for what must hold through its deadline ("until", a denied plan), so that it cannot be met before."""
    quantities: tuple[Quantity, ...] = ()
    subject: str | None = None
    measure: str | None = None
    score: float = Field(default=0.0, ge=0, le=1)
    """How much a desk would care to check it."""
    worth: tuple[tuple[str, float], ...] = ()
    """The features that made the score, each with its share."""
    edits: tuple[Edit, ...] = ()
    doubts: tuple[str, ...] = ()
    """What the extraction was not sure of, in words."""


class Sighting(Model):
    """A claim seen at a span of an article: when, by whom, in what words."""

    article: str
    published: date
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    span: Span
    speaker: str | None = None
    quoted: bool = False


ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32: without i, l, o and u, which are taken for other letters."""
ID_LENGTH = 16
SHOWN = 8
"""So many letters of an id are shown; any unique beginning is accepted."""


def claim_id(article: str, start: int, end: int) -> str:
    """Return the id of the claim at these code points of the article with this digest."""
    return id_of(f"{article}:{start}:{end}")


def id_of(seed: str) -> str:
    """Return 16 letters of base 32 of the SHA-256 of a seed."""
    number = int.from_bytes(hashlib.sha256(seed.encode("utf-8", "surrogatepass")).digest()[:10], "big")
    letters = []
    for _ in range(ID_LENGTH):
        number, rest = divmod(number, 32)
        letters.append(ALPHABET[rest])
    return "".join(reversed(letters))
