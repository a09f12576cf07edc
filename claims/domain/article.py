"""Article: a published text, with publisher and day; Span: a stretch of its text with the words themselves."""

import hashlib
from datetime import date

from pydantic import Field, model_validator

from claims.domain.base import Model


class Span(Model):
    """A stretch of a text by position and by words (W3C Web Annotation: TextPositionSelector and TextQuoteSelector).

    `start` is the first code point, `end` is one past the last, `quote` is text[start:end].
    """

    start: int = Field(ge=0)
    end: int
    quote: str = Field(min_length=1)

    @model_validator(mode="after")
    def _length_fits(self) -> "Span":
        if self.end - self.start != len(self.quote):
            raise ValueError(f"the quote has {len(self.quote)} characters, the span {self.end - self.start}")
        return self

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Span":
        """Cut the span from its text."""
        return cls(start=start, end=end, quote=text[start:end])

    def stands_in(self, text: str) -> bool:
        """Tell whether the text has these words at this place."""
        return text[self.start : self.end] == self.quote


class Article(Model):
    """A published text as it was read: decoded, with its byte order mark and line ends kept."""

    text: str = Field(min_length=1)
    published: date
    publisher: str | None = None
    title: str | None = None
    url: str | None = None

    @property
    def id(self) -> str:
        """The digest of its text: the same words are the same article."""
        return article_id(self.text)


def article_id(text: str) -> str:
    """Return the SHA-256 of the text in UTF-8, as hex; lone surrogates are kept apart, not refused."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
