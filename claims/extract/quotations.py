"""Quotation marks: which stretches of a text stand in them, in any of the common styles, and however badly closed.

Straight, curly, British single and angle marks are told from apostrophes and primes. A quotation never runs over a
paragraph's end, but one left open there and opened again at the next paragraph's start goes on (`continues`).
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.extract.parse import Parse

_MARK = re.compile("[\"“”„«»‹›‘’'\u201b`]|''")
_SINGLE = "‘’'‛‹›`"
_OPENS = "“„«‘‹‛`"
_CLOSES = "”»›"
_BEFORE_OPEN = "([{—–-/:;,\"“‘«„'"
# Words that begin with an apostrophe: "the '90s", "'em".
_ELIDED = re.compile(r"(?:\d0s|em|til|tis|twas|cause|bout|round|n)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch in quotation marks: `start` and `end` inside them, `outer_start` and `outer_end` with them (code points)."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    closed: bool
    continues: bool
    """True where it takes up a quotation that the paragraph before left open."""


def quotations(text: str, paragraphs: Sequence[tuple[int, int]]) -> tuple[Quotation, ...]:
    """Return the outermost quotations of a text, in order; `paragraphs` are its (start, end) in code points."""
    found: list[Quotation] = []
    left_open = False
    for start, end in paragraphs:
        here = list(_of_paragraph(text, start, end, left_open))
        left_open = bool(here) and not here[-1].closed
        found.extend(here)
    return tuple(found)


def _of_paragraph(text: str, start: int, end: int, left_open: bool) -> Iterator[Quotation]:
    """Yield one paragraph's outermost quotations."""
    marks = [(m.start(), m.end(), m.group()) for m in _MARK.finditer(text, start, end)]
    if not marks:
        return
    closers = [at for at, _, mark in marks if mark in "’'" and _may_close(text, at, end)]
    opened: tuple[int, int, str] | None = None
    inner = ""
    fresh = True
    done = False
    for at, after, mark in marks:
        single = mark in _SINGLE
        first_double, fresh = fresh and not single, fresh and single
        if opened is None:
            if _may_open(text, at, after, mark, start, end) and (not single or _closes_later(closers, at)):
                opened, inner = (at, after, mark), ""
            elif (
                first_double
                and not done
                and _may_close(text, at, end)
                and (left_open or (at > start and (text[at - 1] in ",.?!" or text[at + 1 : at + 2] in (",", "."))))
            ):
                # A close without its opening: the words before it in the paragraph.
                yield Quotation(start, at, start, after, True, left_open)
            continue
        outer = opened[2]
        if (outer in _SINGLE) != single:
            inner = "" if inner == mark else inner
            continue
        if not _pair(outer, mark):
            continue
        if single and not _is_close_of_single(text, at, end, closers):
            continue
        if not single and mark == '"' and _opens_again(text, at, after, start, end):
            # A second opening where a close was due: the first was never closed. It ends here.
            yield Quotation(opened[1], at, opened[0], at, True, left_open and opened[0] == start)
            opened = (at, after, mark)
            continue
        yield Quotation(opened[1], at, opened[0], after, True, left_open and opened[0] == start)
        opened, done = None, True
    if opened is not None:
        yield Quotation(opened[1], end, opened[0], end, False, left_open and opened[0] == start)


def _pair(opening: str, mark: str) -> bool:
    """Tell whether a mark can close a quotation opened by another of its weight."""
    if opening in "«»":
        return mark in "»«"
    if opening in "‹›":
        return mark in "›‹"
    if opening in '“„"':
        return mark in "”\"“''" if opening == "„" else mark in ("”", '"', "''")
    return mark in "’'"


def _may_open(text: str, at: int, after: int, mark: str, start: int, end: int) -> bool:
    if after >= end or mark in _CLOSES or (mark == "''" and at == start):
        return False
    before = text[at - 1] if at > start else " "
    if mark in "“„«‹":
        return True
    if not (before.isspace() or before in _BEFORE_OPEN):
        # A straight mark glued to a word on its left and to one on its right: `said,"We`.
        return mark == '"' and before in ",:.;" and text[after].isalnum()
    if mark == "”":
        return False
    if text[after].isspace():
        return False
    if mark in "’'‘`" and (
        mark != "‘" and (_ELIDED.match(text, after) or not (text[after].isalnum() or text[after] in '[(“"….'))
    ):
        return False
    return mark != "’"


def _may_close(text: str, at: int, end: int) -> bool:
    if at == 0 or text[at - 1].isspace():
        return False
    after = text[at + 1] if at + 1 < end else " "
    return not after.isalnum()


def _opens_again(text: str, at: int, after: int, start: int, end: int) -> bool:
    """Tell whether a straight mark inside a quotation can only be an opening: blank before it, a word after it."""
    if at == start or after >= end:
        return False
    return text[at - 1].isspace() and (text[after].isalnum() or text[after] in "[(.…")


def _closes_later(closers: Sequence[int], at: int) -> bool:
    return bisect_right(closers, at) < len(closers)


def _is_close_of_single(text: str, at: int, end: int, closers: Sequence[int]) -> bool:
    """Tell a closing single mark from an apostrophe: "the workers' union" goes on where a better close follows."""
    place = bisect_right(closers, at)
    if place == 0 or closers[place - 1] != at:
        return False
    if text[at - 1] not in "sS" or not text[at + 1 : at + 3].strip()[:1].isalpha():
        return True
    following = closers[place] if place < len(closers) else None
    if following is None:
        return True
    between = text[at + 1 : min(following, end)]
    return "‘" in between or " '" in between


def quotations_of(parse: Parse) -> tuple[Quotation, ...]:
    """Return the outermost quotations of a parsed text, paragraph by paragraph."""
    bounds: dict[int, tuple[int, int]] = {}
    for sentence in parse.sentences:
        start, end = parse.tokens[sentence.first].start, parse.tokens[sentence.stop - 1].end
        bounds[sentence.paragraph] = (bounds.get(sentence.paragraph, (start, end))[0], end)
    return quotations(parse.text, list(bounds.values()))
