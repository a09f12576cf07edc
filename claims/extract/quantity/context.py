"""Context: the words around a place in a text, and the tokens where the language model has read them."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from claims.extract.parse import Token

REACH = 80
"""How far, in code points, the words before and after a number are looked at."""
_LINE = re.compile(r"[^\n]*\Z")
_SENTENCE = re.compile(r"[.!?][\"”’']?\s+(?=[A-Z\"“‘'])|\n")


@dataclass(frozen=True, slots=True)
class Context:
    """A text and, where they are at hand, its tokens in order with offsets into it."""

    text: str
    tokens: Sequence[Token] = ()
    starts: Sequence[int] = field(default=(), repr=False)

    def before(self, place: int, reach: int = REACH) -> str:
        """Return the words of the same line before a place."""
        stretch = self.text[max(0, place - reach) : place]
        return stretch[stretch.rfind("\n") + 1 :]

    def after(self, place: int, reach: int = REACH) -> str:
        """Return the words of the same line from a place on."""
        stretch = self.text[place : place + reach]
        line = stretch.find("\n")
        return stretch if line < 0 else stretch[:line]

    def sentence_before(self, place: int, reach: int = 300) -> str:
        """Return what stands before a place in its sentence."""
        stretch = self.before(place, reach)
        ends = [match.end() for match in _SENTENCE.finditer(stretch)]
        return stretch[ends[-1] :] if ends else stretch

    def sentence_after(self, place: int, reach: int = 300) -> str:
        """Return what stands from a place on in its sentence."""
        stretch = self.after(place, reach)
        match = _SENTENCE.search(stretch)
        return stretch if match is None else stretch[: match.start()]

    def first_at(self, place: int) -> int:
        """Return the index of the first token that starts at a place or behind it; the count of tokens at the end."""
        return bisect_left(self.starts, place)

    def token_at(self, place: int) -> Token | None:
        """Return the token that covers a place."""
        index = bisect_left(self.starts, place + 1) - 1
        if 0 <= index < len(self.tokens) and self.tokens[index].start <= place < self.tokens[index].end:
            return self.tokens[index]
        return None

    def token_before(self, place: int) -> Token | None:
        """Return the last token that ends at a place or before it."""
        index = self.first_at(place) - 1
        while index >= 0 and self.tokens[index].end > place:
            index -= 1
        return self.tokens[index] if index >= 0 else None


def context_of(text: str, tokens: Sequence[Token] | None) -> Context:
    """Return the context of a text; tokens in order, their offsets into the text."""
    return Context(text, tokens or (), tuple(token.start for token in tokens or ()))
