"""Sentences: where paragraphs and sentences begin and end in a news text, found by rule before anything is parsed.

Everything here works on code points of the text as it is; nothing is changed or normalised.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from claims.extract.words import lists

# Line ends as in str.splitlines, without the file and group separators that only data files hold.
_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
# Blank to a reader: white space, byte order marks, and the joiners of no width.
_BLANK = "\\s\ufeff\u200b\u2060"
_EDGES = re.compile(f"^[{_BLANK}]*|[{_BLANK}]*$")
# Hard-wrapped text: lines of this many characters that go on in the next.
_WRAPPED = range(50, 101)

_CLOSING = "\"'”’»)\\]"
_OPENING = "\"'“‘«(\\["
# A candidate: closing mark, whatever closes with it, then white space or the opening of a new sentence without any.
_STOP = re.compile(rf"(?<![.!?…。])([.!?…。]{{1,12}})([{_CLOSING}]{{0,4}})([{_BLANK}]+)")
_BEFORE = re.compile(r"[^\s\"'“‘«(\[—–]{1,30}\Z")
_AFTER = re.compile(rf"[{_OPENING}]{{0,3}}[{_BLANK}]*([^\s\"'“‘«(\[”’»)\].,;:!?]{{0,30}})")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_BULLET = re.compile(r"(?:[-–—*•‣◦▪·]|\(?(?:\d{1,2}|[a-z])[.)])\s+")
_ENUMERATOR = re.compile(r"\(?(?:\d{1,3}|[ivx]{1,4}|[a-z])\Z", re.IGNORECASE)

Bounds = tuple[int, int]
"""Start, and one past the end, in code points of the whole text."""


def paragraphs(text: str) -> list[Bounds]:
    """Return the paragraphs of a text, without the blanks around them.

    Each line is one, but for the lines of a block that was wrapped at a column: those are joined.
    """
    found: list[Bounds] = []
    for block in _blocks(text):
        if _is_wrapped(text, block):
            found.append((block[0][0], block[-1][1]))
        else:
            found.extend(block)
    return found


def sentences(text: str, start: int, end: int) -> list[Bounds]:
    """Return the sentences of the paragraph text[start:end], in order, without the blanks between them."""
    cuts = [start]
    bullet = _BULLET.match(text, start, end)
    position = bullet.end() if bullet else start
    stops = _STOP.finditer(text, position, end)
    cuts.extend(stop.end() for stop in stops if stop.end() < end and _ends(text, position, stop, end))
    cuts.append(end)
    return [bounds for left, right in pairwise(cuts) if (bounds := _trimmed(text, left, right)) is not None]


def _trimmed(text: str, start: int, end: int) -> Bounds | None:
    """The bounds without blanks at either side, or None where nothing else is there."""
    while start < end and _is_blank(text[start]):
        start += 1
    while start < end and _is_blank(text[end - 1]):
        end -= 1
    return (start, end) if start < end else None


def _is_blank(character: str) -> bool:
    return character.isspace() or character in "\ufeff\u200b\u2060"


def _blocks(text: str) -> Iterator[list[Bounds]]:
    """Yield runs of lines with no blank line between them."""
    block: list[Bounds] = []
    last = 0
    for line in _LINE.finditer(text):
        bounds = _trimmed(text, line.start(), line.end())
        gap = text[last : line.start()].replace("\r\n", "\n")
        if block and (bounds is None or len(gap) > 1):
            yield block
            block = []
        if bounds is not None:
            block.append(bounds)
        last = line.end()
    if block:
        yield block


def _is_wrapped(text: str, block: list[Bounds]) -> bool:
    """Tell whether a block's lines were broken at a column: of such a length all but the last, and one goes on in lower case."""
    if len(block) < 2 or any(end - start not in _WRAPPED for start, end in block[:-1]):
        return False
    return any(text[start].islower() and text[before - 1] not in ".!?:" for (_, before), (start, _) in pairwise(block))


@cache
def _words(name: str) -> frozenset[str]:
    return lists("abbreviations")[name]


def _ends(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    """Tell whether a mark ends its sentence; `start` is the paragraph's first character and `end` one past its last."""
    marks, closing = stop[1], stop[2]
    after = _AFTER.match(text, stop.end(), end)
    word = after[1] if after else ""
    opens_quote = text[stop.end()] in '"“‘«'
    if word[:1].islower() and not (opens_quote and not closing):
        return False
    if marks != ".":
        # After an ellipsis a sentence may go on, and does unless a capital or a quotation follows.
        return not (marks.startswith((".", "…")) and not closing and not word[:1].isupper() and not opens_quote)
    before = _BEFORE.search(text, max(start, stop.start() - 31), stop.start())
    return closing != "" or not _is_abbreviation(before[0] if before else "", word, start, stop.start())


def _is_abbreviation(before: str, after: str, start: int, stop: int) -> bool:
    """Tell whether the stop after the word `before` belongs to that word and ends nothing, given the word that follows."""
    low, following = before.lower(), after.lower()
    opens = following in _words("openers") and after[:1].isupper()
    if (low in _words("titles") and before[:1].isupper() and not before[1:].isupper()) or before in _words("small"):
        return True
    if low in _words("numbered") and after[:1].isdigit():
        return True
    if low in _words("months") | _words("weekdays") | _words("states"):
        # "Sept. 3" and "Wash. Senator"; "until Mar. He" breaks. In small letters they are plain words ("the sun. Then").
        return before[:1].isupper() and not opens and low not in {"may", "sun", "sat"}
    if low in _words("closers"):
        return not opens
    if _INITIALS.fullmatch(before) and before[-1].isupper():
        # One capital is an initial ("J. Smith", "Plan B. The" breaks); several are an abbreviation ("U.S. The" breaks too).
        return not opens
    return _ENUMERATOR.fullmatch(before) is not None and stop - len(before) <= start + 1
