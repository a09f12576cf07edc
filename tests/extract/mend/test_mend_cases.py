"""Sentences of our own in, the arcs and tags that they must have out."""

from pathlib import Path

import pytest
import yaml

from claims.extract.language import parse
from claims.extract.parse import Parse

CASES = yaml.safe_load((Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8"))


def _has(read: Parse, arc: str) -> bool:
    """Tell whether a parse has an arc "word/TAG label governor"; the tag, coarse or fine, may be left out."""
    word, label, governor = arc.split()
    text, _, tag = word.partition("/")
    return any(
        t.text == text and t.dep == label and read.tokens[t.head].text == governor and tag in ("", t.upos, t.xpos)
        for t in read.tokens
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_arcs(case: dict[str, object]) -> None:
    read = parse(str(case["text"]))
    arcs = case["arcs"]
    assert isinstance(arcs, list)
    assert [arc for arc in arcs if not _has(read, arc)] == []


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("Farmers blocked the road to Oakham.", "Farmers", "farmer"),
        ("The barge sank on Friday.", "sank", "sink"),
        ("Thousands of people fled to the hills.", "fled", "flee"),
        ("The company blamed wheat prices.", "blamed", "blame"),
        ("No model predicts that the lake will recover this decade.", "predicts", "predict"),
    ],
)
def test_lemmas(text: str, word: str, lemma: str) -> None:
    assert next(t.lemma for t in parse(text).tokens if t.text == word) == lemma
