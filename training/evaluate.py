"""Scores a pipeline on raw text: python -m training.evaluate PIPELINE TREEBANKS [--split dev].

In the manner of the CoNLL 2018 shared task (https://universaldependencies.org/conll18/evaluation.html): words of the
treebank and tokens of the pipeline are matched by their place in the text, so that wrong tokens cost in every row.
LAS leaves subtypes aside. Names count only with both borders and the label right.
"""

import argparse
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from training.convert import NamesIn
from training.gum_names import derive_names
from training.names import LABELS
from training.paragraphs import TEST_SENTENCES, Paragraph, join_paragraphs
from training.treebanks import Treebanks
from training.trees import Sentence, Word

Place = tuple[int, int]
"""Start and end in code points."""

LAYERS = ("tokens", "UPOS", "XPOS", "features", "lemmas", "UAS", "LAS")


@dataclass(slots=True)
class Tally:
    """What was there, what was found and what of it was right, by row of the table."""

    gold: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)

    def f1(self, *rows: str) -> float:
        """F1 in per cent over the rows taken together; 0 where there is nothing to find and nothing was found."""
        gold, found, right = (sum(counter[row] for row in rows) for counter in (self.gold, self.found, self.right))
        return 200 * right / (gold + found) if gold + found else 0.0


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a treebank to be tested on."""

    title: str
    sentences: tuple[Sentence, ...]
    names_in: NamesIn


def parts(treebanks: Treebanks, split: str) -> Iterator[Part]:
    """The parts of a split, dev or test. PUD is test only; each of its sentences stands alone."""
    yield Part(f"EWT {split}", tuple(treebanks.web(split)), treebanks.web_names(split).names_in)
    yield Part(f"GUM {split}", tuple(treebanks.gum(split)), derive_names)
    if split == "test":
        names = treebanks.pud_names()
        yield Part("PUD", tuple(treebanks.pud()), names.names_in)
        yield Part("PUD news", tuple(treebanks.pud("n")), names.names_in)


def score(nlp: Language, part: Part) -> tuple[Tally, float]:
    """The tally over a part and the words a second of processor time."""
    most = 1 if part.title.startswith("PUD") else TEST_SENTENCES
    paragraphs = list(join_paragraphs(part.sentences, most))
    start = time.process_time()
    docs = list(nlp.pipe((paragraph.text for paragraph in paragraphs), batch_size=64))
    seconds = time.process_time() - start
    tally = Tally()
    for doc, paragraph in zip(docs, paragraphs, strict=True):
        _count_words(tally, doc, paragraph)
        _count_sentences(tally, doc, paragraph)
        _count_names(tally, doc, paragraph, part.names_in)
    return tally, tally.gold["tokens"] / seconds


def _count_words(tally: Tally, doc: Doc, paragraph: Paragraph) -> None:
    gold: dict[Place, tuple[Word, Place | None]] = {}
    for offset, sentence in paragraph.sentences:
        places = {word.number: (word.start + offset, word.end + offset) for word in sentence.words}
        for word in sentence.words:
            gold[places[word.number]] = (word, places.get(word.head))
    for layer in LAYERS:
        tally.gold[layer] += len(gold)
    for token in doc:
        if token.is_space:
            continue
        for layer in LAYERS:
            tally.found[layer] += 1
        place = (token.idx, token.idx + len(token))
        if place not in gold:
            continue
        word, head = gold[place]
        relation = "root" if token.dep_ == "ROOT" else token.dep_
        found_head = None if token.head.i == token.i else (token.head.idx, token.head.idx + len(token.head))
        tally.right["tokens"] += 1
        tally.right["UPOS"] += token.pos_ == word.upos
        tally.right["XPOS"] += token.tag_ == word.xpos
        tally.right["features"] += str(token.morph) == word.feats
        tally.right["lemmas"] += word.lemma in ("_", token.lemma_)
        tally.right["UAS"] += found_head == head
        tally.right["LAS"] += found_head == head and relation.split(":")[0] == word.relation.split(":")[0]


def _count_sentences(tally: Tally, doc: Doc, paragraph: Paragraph) -> None:
    gold = {(s.words[0].start + offset, s.words[-1].end + offset) for offset, s in paragraph.sentences}
    found = {(s.start_char, s.end_char) for s in doc.sents} if doc.has_annotation("SENT_START") else set()
    _compare(tally, "sentences", gold, found)


def _count_names(tally: Tally, doc: Doc, paragraph: Paragraph, names_in: NamesIn) -> None:
    gold: set[tuple[int, int, str]] = set()
    for offset, sentence in paragraph.sentences:
        names = names_in(sentence)
        if names is None:
            return
        gold |= {(name.start + offset, name.end + offset, name.label) for name in names}
    found = {(name.start_char, name.end_char, name.label_) for name in doc.ents}
    for label in LABELS:
        ours, theirs = ({name for name in names if name[2] == label} for names in (gold, found))
        _compare(tally, label, ours, theirs)
    _compare(tally, "borders", {name[:2] for name in gold}, {name[:2] for name in found})


def _compare(tally: Tally, row: str, gold: AbstractSet[object], found: AbstractSet[object]) -> None:
    tally.gold[row] += len(gold)
    tally.found[row] += len(found)
    tally.right[row] += len(gold & found)


def table(results: Iterable[tuple[str, Tally, float]]) -> str:
    """A Markdown table, a row for each part."""
    titles = ("part", "words", *LAYERS, "sentences", "names", *LABELS, "borders only", "words/s")
    rows: list[Sequence[str]] = [titles, ["---", *["---:"] * (len(titles) - 1)]]
    for title, tally, speed in results:
        figures = [*(tally.f1(row) for row in (*LAYERS, "sentences")), tally.f1(*LABELS)]
        figures += [tally.f1(row) for row in (*LABELS, "borders")]
        rows.append([title, f"{tally.gold['tokens']:,}", *(f"{figure:.1f}" for figure in figures), f"{speed:,.0f}"])
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def main() -> None:
    """Reads the command line and prints the table."""
    parser = argparse.ArgumentParser(description="Scores a pipeline on raw text of the treebanks.")
    parser.add_argument("pipeline", type=Path)
    parser.add_argument("treebanks", type=Path)
    parser.add_argument("--split", choices=("dev", "test"), default="test", help="choose by dev, report test")
    options = parser.parse_args()
    nlp = spacy.load(options.pipeline)
    print(table((part.title, *score(nlp, part)) for part in parts(Treebanks(options.treebanks), options.split)))


if __name__ == "__main__":
    main()
