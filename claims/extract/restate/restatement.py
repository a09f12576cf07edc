"""Restatement: a claim as a sentence that stands alone, and every change that makes it differ from the article's words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claims.domain.claim import Edit


@dataclass(frozen=True, slots=True)
class Restatement:
    """The sentence, the edits that make it of the quote, and what could not be made to stand alone."""

    text: str
    edits: tuple[Edit, ...]
    """In text order, none over another; they count code points of the quote."""
    unresolved: tuple[str, ...]
    """Words left as they are because what they refer to is not certain."""


def applied(quote: str, edits: Iterable[Edit]) -> str:
    """Return a quote with its edits made. Raises ValueError where two overlap or one reaches outside the quote."""
    parts, done = [], 0
    for edit in edits:
        if edit.start < done or edit.end < edit.start or edit.end > len(quote):
            raise ValueError(f"the edit at {edit.start}:{edit.end} overlaps another or leaves the quote")
        parts += [quote[done : edit.start], edit.replacement]
        done = edit.end
    return "".join([*parts, quote[done:]])


def ordered(edits: Sequence[Edit]) -> list[Edit]:
    """Return edits in text order without those that overlap an earlier one of the sequence, and insertions at one place joined."""
    kept: list[Edit] = []
    for edit in edits:
        clash = next((k for k in kept if edit.start < k.end and k.start < edit.end), None)
        if clash is None and not any(
            edit.start == k.start and (edit.end == edit.start) == (k.end == k.start) for k in kept
        ):
            kept.append(edit)
    return sorted(kept, key=lambda edit: (edit.start, edit.end))


def finished(quote: str, edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """Return edits with those added that give the sentence its capital letter and its full stop."""
    edits = _unled(quote, list(ordered(edits)))
    text = applied(quote, edits)
    lead = len(text) - len(text.lstrip())
    first = text[lead : lead + 1]
    if first and first.islower() and first.upper() != first and len(first.upper()) == 1 and not _camel(text[lead:]):
        edits = _capital(quote, edits)
    end = applied(quote, edits).rstrip()
    if end and end[-1] not in ".!?…" and not end.endswith(('."', ".”", "!”", "?”", '!"', '?"')):
        edits = _closed(quote, edits)
    return tuple(edits)


def _unled(quote: str, edits: list[Edit]) -> list[Edit]:
    """Let edits that cut a quote's beginning take the blanks behind them too."""
    at = 0
    for number, edit in enumerate(edits):
        if edit.start > at or edit.replacement.strip():
            return edits
        at = edit.end
        reach = edits[number + 1].start if number + 1 < len(edits) else len(quote)
        while at < reach and quote[at].isspace():
            at += 1
        edits[number] = edit.model_copy(update={"end": at})
    return edits


def _camel(text: str) -> bool:
    """Tell whether a text begins with a name written small on purpose: "iPhone", "eBay"."""
    word = text.split(maxsplit=1)[0]
    return len(word) > 2 and any(letter.isupper() for letter in word[1:3])


def _capital(quote: str, edits: list[Edit]) -> list[Edit]:
    at = 0
    for number, edit in enumerate(edits):
        if edit.start > at:
            break
        at = edit.end
        if edit.replacement.strip():
            word = edit.replacement
            lead = len(word) - len(word.lstrip())
            edits[number] = edit.model_copy(update={"replacement": word[:lead] + word[lead].upper() + word[lead + 1 :]})
            return edits
    while at < len(quote) and quote[at].isspace():
        at += 1
    capital = Edit(
        start=at, end=at + 1, replacement=quote[at].upper(), reason="a sentence begins with a capital letter"
    )
    place = next((n for n, edit in enumerate(edits) if edit.start > at), len(edits))
    return [*edits[:place], capital, *edits[place:]]


def _closed(quote: str, edits: list[Edit]) -> list[Edit]:
    stop = "a sentence ends with a full stop"
    if edits and edits[-1].end == len(quote):
        last = edits[-1]
        return [*edits[:-1], last.model_copy(update={"replacement": last.replacement.rstrip(" ,;:–—-") + "."})]
    bare = len(quote.rstrip(" ,;:–—-\t\r\n"))
    if edits:
        bare = max(bare, edits[-1].end)
    return [*edits, Edit(start=bare, end=len(quote), replacement=".", reason=stop)]
