"""Context: what a reader may look at besides its own words: the article's day, the days named so far, the tense around."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from claims.extract.time.expression import Tense, TenseHint
from claims.extract.time.lead import lead
from claims.extract.time.reading import Reading
from claims.extract.time.tense import asks, tense, terms
from claims.extract.time.tokens import Tokens

_FINER = {  # which mentions say what "that year", "the month" ... refer to
    "D": "D",
    "W": "W D",
    "WE": "WE W D",
    "M": "M D",
    "Q": "Q",
    "H": "H",
    "S": "S",
    "Y": "Y H Q S M W WE D",
    "10Y": "10Y",
    "100Y": "100Y",
}
_CLOSE = 5  # words before "until" in which "gave" or "has" may stand
_AHEAD = frozenset({"by", "until", "before", "within"})
_MODS = {
    "early": "START",
    "start": "START",
    "turn": "START",
    "late": "END",
    "end": "END",
    "mid": "MID",
    "middle": "MID",
}

Reader = Callable[["Found", "Context"], Reading | None]


@dataclass(frozen=True, slots=True)
class Found:
    """A rule's match over the stretch of signs that begins at token `shift`; its named parts."""

    tokens: Tokens
    match: re.Match[str]
    shift: int
    rule: str

    @property
    def first(self) -> int:
        """The first token."""
        return self.match.start() + self.shift

    @property
    def last(self) -> int:
        """The token after the last."""
        return self.match.end() + self.shift

    def part(self, name: str) -> tuple[int, int] | None:
        """The tokens of a named part, None where the rule has none or it did not match."""
        if (
            name not in self.match.re.groupindex
            or self.match.start(name) < 0
            or self.match.start(name) == self.match.end(name)
        ):
            return None
        return self.span(name)

    def span(self, name: str) -> tuple[int, int]:
        """The tokens of a named part that is known to have matched."""
        first, last = self.match.span(name)
        return first + self.shift, last + self.shift

    def word(self, name: str) -> str:
        """The folded first word of a named part, "" where it did not match."""
        part = self.part(name)
        return "" if part is None else self.tokens.at(part[0])

    def kind(self, name: str) -> str:
        """The class of the first word of a named part, "" where it did not match."""
        part = self.part(name)
        return "" if part is None else self.tokens.sign(part[0])

    def kinds(self, name: str) -> tuple[str, ...]:
        """The classes of all words of a named part."""
        first, last = self.part(name) or (0, 0)
        return tuple(self.tokens.sign(at) for at in range(first, last))

    @property
    def mod(self) -> str | None:
        """START, MID or END by the words before ("early", "the end of"), else None."""
        return next((_MODS[kind] for kind in self.kinds("edge") if kind in _MODS), None)

    @property
    def before(self) -> str:
        """The folded word before the match."""
        return self.tokens.at(self.first - 1)

    @property
    def after(self) -> str:
        """The folded word after the match."""
        return self.tokens.at(self.last)


@dataclass(slots=True)
class Context:
    """One pass over one text. `fiscal` is the month in which fiscal years begin; `whole` reads some tokens as one expression.

    `outer` is the first token of the match whose part is being read: its lead and tense are those of the part.
    """

    tokens: Tokens
    anchor: date
    fiscal: int
    hints: tuple[TenseHint, ...]
    whole: Callable[[int, int, "Context"], Reading | None]
    seen: list[tuple[str, date]] = field(default_factory=list)
    outer: int | None = None

    def tense(self, found: Found) -> Tense | None:
        """The tense that governs a match; "by", "until" and "before" speak of what is to come where no verb says otherwise."""
        first = found.first if self.outer is None else self.outer
        if lead(self.tokens, first, found.last) == "since":
            return "past"
        known = tense(self.tokens, first, found.last, self.hints)
        if known == "future" or (before := lead(self.tokens, first, found.last)) not in _AHEAD:
            return known
        if known == "past" and before in ("by", "before") and asks(self.tokens, first):
            return "future"  # "ordered them to leave by Friday"
        close = self.tokens.words[max(0, first - _CLOSE) : first]
        return "future" if known is None or (before == "until" and not terms().isdisjoint(close)) else known

    def inner(self, found: Found, name: str) -> Reading | None:
        """The reading of a named part by itself, None where it is none."""
        part = found.part(name)
        if part is None:
            return None
        before, self.outer = self.outer, found.first if self.outer is None else self.outer
        try:
            return self.whole(part[0], part[1], self)
        finally:
            self.outer = before

    def note(self, reading: Reading) -> None:
        """Remember a reading that later words may refer back to."""
        if reading.mentions and reading.span is not None and reading.grain is not None:
            self.seen.append((reading.grain, reading.span.first))

    def mentioned(self, grain: str) -> date | None:
        """The first day of the period last mentioned that tells the grain; None where there is none."""
        return self.latest(_FINER.get(grain, grain).split())

    def latest(self, grains: list[str]) -> date | None:
        """The first day of the period last mentioned of any of these grains; None where there is none."""
        return next((day for grain, day in reversed(self.seen) if grain in grains), None)

    def latest_grain(self, grains: list[str]) -> tuple[str, date] | None:
        """As `latest`, with the grain."""
        return next(((grain, day) for grain, day in reversed(self.seen) if grain in grains), None)

    def recall(self, grain: str) -> date:
        """As `mentioned`, else the article's day."""
        return self.mentioned(grain) or self.anchor
