"""Forms that can be nothing but a verb are read as verbs, whatever the tagger takes them for."""

import pytest

from claims.extract.language import parse
from claims.extract.mend.forms import with_verbs
from claims.extract.parse import Parse, Token, children_of


def _parse(*rows: tuple[str, str, str, int]) -> Parse:
    """A parse of these words: text, part of speech, relation, head."""
    text, tokens = "", []
    for i, (word, upos, dep, head) in enumerate(rows):
        text += " " if text else ""
        tokens.append(Token(i, len(text), len(text) + len(word), word, word, upos, "NNS", "", dep, head, "", False))
        text += word
    return Parse(text=text, tokens=tuple(tokens), sentences=(), children=children_of(tokens))


def test_a_string_of_nouns_becomes_a_clause() -> None:
    read = with_verbs(
        _parse(("The", "DET", "det", 2), ("pact", "NOUN", "compound", 2), ("comprises", "NOUN", "nsubj", 5),
               ("eight", "NUM", "nummod", 5), ("member", "NOUN", "compound", 5), ("states", "VERB", "root", 5))
    )  # fmt: skip
    assert [(token.upos, token.dep, token.head) for token in read.tokens] == [
        ("DET", "det", 1), ("NOUN", "nsubj", 2), ("VERB", "root", 2),
        ("NUM", "nummod", 5), ("NOUN", "compound", 5), ("NOUN", "obj", 2),
    ]  # fmt: skip
    assert read.children[2] == (1, 5)


def test_what_is_a_verb_already_is_left_alone() -> None:
    right = _parse(("Pacts", "NOUN", "nsubj", 1), ("comprises", "VERB", "root", 1))
    assert with_verbs(right) is right


@pytest.mark.parametrize(
    ("sentence", "verb", "subject"),
    [
        ("The council consists of nine elected members.", "consists", "council"),
        ("The Northern Pact comprises eight member states.", "comprises", "Pact"),
        ("The mill employs 400 people.", "employs", "mill"),
        ("The bridge cost 48 million euros and is 1.2 kilometres long.", "cost", "bridge"),
        ("The museum owns 300 paintings by local painters.", "owns", "museum"),
    ],
)
def test_clauses_of_such_verbs(sentence: str, verb: str, subject: str) -> None:
    read = parse(sentence)
    found = next(token for token in read.tokens if token.text == verb)
    assert found.upos == "VERB"
    assert subject in [token.text for token in read.dependents(found.i, "nsubj")]
