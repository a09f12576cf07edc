"""Rules whose fault is rare: parses written by hand in, the mended arcs out."""

import pytest

from claims.extract.mend import mended
from claims.extract.parse import Parse, Sentence, Token, children_of

COARSE = {"NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "VBD": "VERB", "VBN": "VERB", "VBG": "VERB", "VBZ": "VERB"}
COARSE |= {"VB": "VERB", "PRP": "PRON", "EX": "PRON", "DT": "DET", "IN": "ADP", "JJ": "ADJ", "RB": "ADV", "CC": "CCONJ"}


def _parse(rows: str) -> Parse:
    """A parse of "word tag label head" in lines or parted by bars; the head is a word's number from 0."""
    text, tokens = "", []
    for i, row in enumerate(rows.split(" | ")):
        word, tag, label, head = row.split()
        text += " " if text else ""
        lemma = "be" if word in ("is", "are", "was") else word.lower()
        tokens.append(
            Token(
                i,
                len(text),
                len(text) + len(word),
                word,
                lemma,
                COARSE.get(tag, "PUNCT"),
                tag,
                "",
                label,
                int(head),
                "",
                False,
            )
        )
        text += word
    return Parse(text, tuple(tokens), (Sentence(0, len(tokens), 0),), children_of(tokens))


@pytest.mark.parametrize(
    ("rows", "arcs"),
    [
        (
            "She PRP nsubj 1 | won VBD ROOT 1 | it PRP obj 1 | , , punct 1 | with IN case 6 | the DT det 6 "
            "| cup NN obl 1 | going VBG acl 6",
            {"cup": ("nsubj", "going"), "with": ("mark", "going"), "going": ("advcl", "won")},
        ),
        (
            "There EX expl 1 | are VBZ ROOT 1 | no DT det 3 | plans NNS obj 5 | to TO mark 5 | close VB advcl 1",
            {"plans": ("nsubj", "are")},
        ),
        (
            "It PRP nsubj 1 | sank VBD ROOT 1 | after IN case 4 | a DT det 4 | wave NN nsubj 5 | broke VBD csubj 1 "
            "| doors NNS obj 5",
            {"broke": ("advcl", "sank"), "after": ("mark", "broke")},
        ),
        (
            "Built VBN ROOT 0 | early RB advmod 0 | the DT det 3 | mill NN nsubj 5 | is VBZ cop 5 | old JJ ccomp 0",
            {"old": ("ROOT", "old"), "Built": ("advcl", "old")},
        ),
        (
            "They PRP nsubj 1 | rebuilt VBD ROOT 1 | it PRP obj 1 | entirely RB advmod 7 | when IN mark 7 | a DT det 6 "
            "| fire NN nsubj 7 | struck VBD advcl 1",
            {"entirely": ("advmod", "rebuilt")},
        ),
        (
            "It PRP nsubj 1 | sold VBD ROOT 1 | land NN obj 1 | and CC cc 5 | workers NNS nsubj 5 | left VBD conj 1 "
            "| early RB advmod 1",
            {"early": ("advmod", "left")},
        ),
        (
            "It PRP nsubj 1 | held VBD ROOT 1 | grain NN obj 1 | in IN case 4 | stock NN obl 1 | and CC cc 6 | sold VBD conj 4",
            {"sold": ("conj", "held")},
        ),
        (
            "They PRP nsubj 2 | fell VBD advmod 2 | ill JJ ROOT 2",
            {"fell": ("cop", "ill")},
        ),
    ],
)
def test_hand_made(rows: str, arcs: dict[str, tuple[str, str]]) -> None:
    read = mended(_parse(rows))
    found = {t.text: (t.dep, read.tokens[t.head].text) for t in read.tokens}
    assert {word: found[word] for word in arcs} == arcs


def test_what_is_right_is_left_alone() -> None:
    right = _parse("The DT det 1 | mill NN nsubj 3 | is VBZ cop 3 | old JJ ROOT 3")
    assert mended(right) is right
