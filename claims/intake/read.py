"""Read: files, folders and standard input to articles; what cannot be read becomes a Problem, and the rest goes on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from claims.domain.article import Article
from claims.errors import BadInput, Problem
from claims.intake.card import Card, fault_of, read_card
from claims.intake.decode import MOST_BYTES, decode

SUFFIX = ".txt"
"""What a folder is searched for."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text that was read but has no day yet: where it came from, its words, and what was said beside it."""

    name: str
    text: str
    card: Card


def find(places: Iterable[Path]) -> Iterator[Path]:
    """Yield each file named, and for each folder the texts in it and below it, in order of name.

    Raises BadInput for a folder without a text.
    """
    for place in places:
        if not place.is_dir():
            yield place
            continue
        texts = sorted(path for path in place.rglob(f"*{SUFFIX}") if path.is_file())
        if not texts:
            raise BadInput(Problem(f"has no {SUFFIX} files in it", file=str(place)))
        yield from texts


def read_file(path: Path, encoding: str | None = None) -> Text | Problem:
    """Return the text of a file with the card in NAME.json beside it, or what is wrong with either."""
    name = str(path)
    try:
        with path.open("rb") as handle:
            text = decode(handle.read(MOST_BYTES + 1), name, encoding)
    except FileNotFoundError:
        return Problem("is not there", file=name, hint="check the name")
    except IsADirectoryError:
        return Problem("is a folder", file=name)
    except OSError as fault:
        return Problem(f"cannot be read: {fault.strerror or fault}", file=name)
    if isinstance(text, Problem):
        return text
    beside = path.with_suffix(".json")
    if beside == path or not beside.is_file():
        return Text(name, text, Card())
    try:
        card = read_card(beside.read_text(encoding="utf-8-sig"), str(beside))
    except (OSError, UnicodeDecodeError):
        return Problem("cannot be read as UTF-8 text", file=str(beside))
    return card if isinstance(card, Problem) else Text(name, text, card)


def read_bytes(data: bytes, name: str, encoding: str | None = None) -> Text | Problem:
    """Return the text of bytes that were handed over, such as standard input."""
    text = decode(data, name, encoding)
    return text if isinstance(text, Problem) else Text(name, text, Card())


def article_of(text: Text, given: Card, today: date) -> Article | Problem:
    """Return the article, what was given by hand outranking what stands beside it; a Problem without a likely day."""
    card = given.over(text.card)
    if card.published is None:
        return Problem("has no day of publication", file=text.name, hint="give it with --published 2020-09-02")
    if fault := fault_of(card.published, today, text.name):
        return fault
    return Article(text=text.text, published=card.published, publisher=card.publisher, title=card.title, url=card.url)
