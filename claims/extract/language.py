"""Language: the one module that knows spaCy; it reads a text with a trained pipeline and gives a Parse of plain values."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, cast

from claims.errors import Misuse
from claims.extract.mend import mended
from claims.extract.parse import Parse, Sentence, Token, children_of
from claims.extract.sentences import Bounds, paragraphs, sentences

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from thinc.types import Ints2d

# Documents read together; results do not depend on it, speed hardly does above 32.
_BATCH = 64
# One paragraph is one document, but for long ones: the parser slows down with length, so they are cut between sentences.
_LONGEST = 1_500
_BEGINS = 3  # spaCy's number for the first token of a name

# What is no sentence to anybody (a table, a dump of figures) is cut here, so that time stays linear in the text's length.
_LONGEST_SENTENCE = 4_000
# Blank to a reader. The tokenizer makes tokens of blanks that stand together, and the parser stumbles over those.
_RUN = re.compile("[\\s\ufeff\u200b\u2060]+")
# Half of a character, left by a broken file: no encoding has it, and the tokenizer refuses it.
_SURROGATE = re.compile("[\ud800-\udfff]")

OWN = Path(__file__).parent / "model" / "pipeline"
"""The pipeline that is shipped in the package."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of text to be read as one document: its sentences, and the number of its paragraph."""

    sentences: tuple[Bounds, ...]
    paragraph: int

    @property
    def start(self) -> int:
        return self.sentences[0][0]

    @property
    def end(self) -> int:
        return self.sentences[-1][1]


def parse(text: str, pipeline: str | Path | None = None) -> Parse:
    """Read a text: its words, their tags and arcs, its sentences and paragraphs; offsets are code points of `text`.

    `pipeline` names another spaCy pipeline (an installed package or a folder) with Universal Dependencies labels.
    Raises Misuse where that cannot be loaded or has other labels.
    """
    nlp = load(str(pipeline or OWN))
    tokens: list[Token] = []
    bounds: list[Sentence] = []
    words: _Words | None = None
    for doc, (piece, places) in nlp.pipe(_documents(nlp, text, _pieces(text)), as_tuples=True, batch_size=_BATCH):
        words = words or _Words(doc)
        _take(doc, piece, places, words, tokens, bounds, text)
    read = Parse(text=text, tokens=tuple(tokens), sentences=tuple(bounds), children=children_of(tokens))
    return mended(read)


@cache
def load(name: str) -> Language:
    """Load a pipeline by its package's name or its folder, once; raise Misuse where that fails or it has no UD labels."""
    import spacy

    try:
        nlp = spacy.load(name, exclude=["senter"])
    except (OSError, ValueError, ImportError) as error:
        raise Misuse(
            f"cannot load the language pipeline {name!r}; give an installed spaCy package or the folder of one"
        ) from error
    missing = {"parser"} - set(nlp.pipe_names)
    labels = set(nlp.get_pipe("parser").labels) if not missing else set()  # type: ignore[attr-defined]
    if missing or not {"obj", "nsubj:pass", "obl"} <= labels:
        raise Misuse(
            f"the language pipeline {name!r} has no parser with Universal Dependencies labels; name one that has"
        )
    return nlp


def _pieces(text: str) -> Iterator[_Piece]:
    """Yield what is read as one document each: paragraphs, the long ones cut between sentences."""
    for number, (start, end) in enumerate(paragraphs(text)):
        taken: list[Bounds] = []
        for bounds in chain.from_iterable(_cut(text, *each) for each in sentences(text, start, end)):
            if taken and bounds[1] - taken[0][0] > _LONGEST:
                yield _Piece(tuple(taken), number)
                taken = []
            taken.append(bounds)
        if taken:
            yield _Piece(tuple(taken), number)


def _cut(text: str, start: int, end: int) -> Iterator[Bounds]:
    """Yield a sentence, or the pieces of one that is too long to be any, cut at a blank where there is one."""
    while end - start > _LONGEST_SENTENCE:
        blank = text.rfind(" ", start + _LONGEST_SENTENCE // 2, start + _LONGEST_SENTENCE)
        stop = blank + 1 if blank >= 0 else start + _LONGEST_SENTENCE
        yield start, stop
        start = stop
    yield start, end


def _shown(text: str, piece: _Piece) -> tuple[str, list[int] | None]:
    """The text of a piece with each run of blanks as one space, and each code point's place in the whole (None: as it stands)."""
    raw = _SURROGATE.sub("\ufffd", text[piece.start : piece.end])
    shown = _RUN.sub(" ", raw)
    if len(shown) == len(raw):
        return shown, None
    places: list[int] = []
    last = 0
    for run in _RUN.finditer(raw):
        places.extend(range(piece.start + last, piece.start + run.start() + 1))
        last = run.end()
    places.extend(range(piece.start + last, piece.end))
    return shown, places


def _documents(
    nlp: Language, text: str, pieces: Iterable[_Piece]
) -> Iterator[tuple[Doc, tuple[_Piece, list[int] | None]]]:
    """Yield a tokenized document for each piece, its sentences' beginnings set, with what leads back to the text."""
    import numpy
    from spacy.attrs import IDX, SENT_START

    for piece in pieces:
        shown, places = _shown(text, piece)
        doc = nlp.make_doc(shown)
        marks = numpy.full((len(doc), 1), -1, dtype="int64")
        starts = iter([*(start for start, _ in piece.sentences), piece.end])
        following = next(starts)
        for i, at in enumerate(doc.to_array([IDX]).tolist()):
            at = piece.start + at if places is None else places[at]
            if at >= following:
                marks[i, 0] = 1
                while at >= following:
                    following = next(starts)
        yield doc.from_array([SENT_START], cast("Ints2d", marks.astype("uint64"))), (piece, places)


class _Words:
    """What a pipeline's numbers stand for, looked up once each."""

    def __init__(self, doc: Doc) -> None:
        self._strings = doc.vocab.strings
        self._known: dict[int, str] = {0: ""}

    def __getitem__(self, key: int) -> str:
        """The string of a number, the empty one for 0."""
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = sys.intern(self._strings[key])
        return known


def _take(
    doc: Doc,
    piece: _Piece,
    places: list[int] | None,
    words: _Words,
    tokens: list[Token],
    bounds: list[Sentence],
    text: str,
) -> None:
    """Append a document's tokens and sentences, numbered on from those already there."""
    import numpy
    from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, IDX, LEMMA, LENGTH, MORPH, POS, SENT_START, TAG

    rows = doc.to_array([IDX, LENGTH, LEMMA, POS, TAG, MORPH, DEP, ENT_TYPE, ENT_IOB, SENT_START]).tolist()
    heads = doc.to_array([HEAD]).astype(numpy.int64).ravel().tolist()
    base = first = len(tokens)
    for i, (idx, length, lemma, pos, tag, morph, dep, ent, iob, begins) in enumerate(rows):
        if begins == 1 and i:
            bounds.append(Sentence(first, base + i, piece.paragraph))
            first = base + i
        start = piece.start + idx if places is None else places[idx]
        end = start + length if places is None else places[idx + length - 1] + 1
        tokens.append(
            Token(
                base + i, start, end, text[start:end], words[lemma], words[pos], words[tag], words[morph], words[dep],
                base + i + heads[i], words[ent], iob == _BEGINS,
            )
        )  # fmt: skip
    if len(tokens) > first:
        bounds.append(Sentence(first, len(tokens), piece.paragraph))
