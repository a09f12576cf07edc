"""Joins the sentences of a treebank to paragraphs of running text, as a reader meets them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from training.trees import Sentence

TRAINING_SENTENCES = 3
"""Sentences in a training text: the parser's oracle is quadratic in length, three train twice as fast as twelve."""
TEST_SENTENCES = 12
"""Sentences in a text to be tested: about the longest paragraph of a news article."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text and its sentences, each with the offset in code points where it starts."""

    text: str
    sentences: tuple[tuple[int, Sentence], ...]


def join_paragraphs(sentences: Iterable[Sentence], most: int) -> Iterator[Paragraph]:
    """Paragraphs of at most `most` sentences; none reaches over the end of a paragraph or document."""
    held: list[Sentence] = []
    for sentence in sentences:
        if held and (sentence.opens_paragraph or sentence.document != held[0].document or len(held) >= most):
            yield _join(held)
            held = []
        held.append(sentence)
    if held:
        yield _join(held)


def _join(sentences: list[Sentence]) -> Paragraph:
    text = ""
    placed: list[tuple[int, Sentence]] = []
    for sentence in sentences:
        placed.append((len(text), sentence))
        text += sentence.text + " " * sentence.spaced
    return Paragraph(text.rstrip(" "), tuple(placed))
