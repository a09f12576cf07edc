"""Draft: what extraction found in an article, bound to its words, before it is anybody's claim."""

from dataclasses import dataclass
from datetime import date
from typing import Self

from claims.domain.article import Span
from claims.domain.claim import Edit, Hedge, Kind, Polarity
from claims.domain.quantity import Quantity
from claims.domain.timespan import TimeSpan


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One thing that an article puts forward, with everything needed to settle it later. Fields as in Claim.

    `span` is where it stands; `speaker_span` is where its speaker is named. `edits` count code points of the quote.
    """

    span: Span
    text: str
    kind: Kind
    polarity: Polarity = Polarity.POSITIVE
    hedge: Hedge = Hedge.ASSERTED
    speaker: str | None = None
    speaker_span: Span | None = None
    quoted: bool = False
    when: TimeSpan | None = None
    deadline: date | None = None
    deadline_rule: str | None = None
    deadline_vague: bool = False
    through: bool = False
    quantities: tuple[Quantity, ...] = ()
    subject: str | None = None
    measure: str | None = None
    score: float = 0.0
    worth: tuple[tuple[str, float], ...] = ()
    edits: tuple[Edit, ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def quote(self) -> str:
        """The words of the article that carry it."""
        return self.span.quote

    def bound_to(self, text: str) -> Self:
        """Return the draft itself where the text has its words at their place; raise ValueError where it has others."""
        for span in (self.span, self.speaker_span):
            if span is not None and not span.stands_in(text):
                found = text[span.start : span.end]
                raise ValueError(f"the article has {found!r} at {span.start}:{span.end}, not {span.quote!r}")
        return self
