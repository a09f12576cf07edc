"""Language: any text in, a Parse with exact offsets out; other tongues and other pipelines refused in a line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.errors import BadInput, Misuse
from claims.extract.english import other_language, require_english
from claims.extract.language import parse

ALPHABET = st.sampled_from(
    [
        *"abc ABC.,!?“”'\"\n\r\t-",
        "\ufeff",
        "\u200b",
        "é",
        "e\u0301",
        "👩‍🚀",
        "עִבְ",
        "中",
        "\x85",
        "\u2028",
        "\x00",
        "\ud800",
    ]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(ALPHABET, max_size=60).map("".join))
def test_offsets_are_exact(text: str) -> None:
    read = parse(text)
    last = 0
    for number, token in enumerate(read.tokens):
        assert token.i == number
        assert text[token.start : token.end] == token.text
        assert last <= token.start < token.end
        assert token.text.strip(" \n\r\t\ufeff\u200b") != ""
        assert 0 <= token.head < len(read.tokens)
        last = token.end
    assert [n for s in read.sentences for n in range(s.first, s.stop)] == list(range(len(read.tokens)))


def test_sentences_hold_their_own_arcs() -> None:
    read = parse("Mr. Lind left the U.S. The ship sailed at noon.\n\nNobody waved.")
    assert [read.tokens[s.first].text for s in read.sentences] == ["Mr.", "The", "Nobody"]
    assert [s.paragraph for s in read.sentences] == [0, 0, 1]
    for sentence in read.sentences:
        assert all(sentence.first <= token.head < sentence.stop for token in read.of(sentence))
        assert sum(token.is_head for token in read.of(sentence)) == 1


def test_blanks_do_not_change_the_reading() -> None:
    plain = parse("The ferry sank on Monday. Nobody was hurt.")
    spaced = parse("\ufeffThe  ferry\tsank on\u00a0Monday.   Nobody was  hurt. \r\n")
    assert [t.text for t in plain.tokens] == [t.text for t in spaced.tokens]
    assert [(t.dep, t.upos, t.lemma) for t in plain.tokens] == [(t.dep, t.upos, t.lemma) for t in spaced.tokens]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Der Minister sagte am Montag, dass er morgen nach Berlin kommt und mit der Kanzlerin reden will.", "German"),
        ("Le ministre a déclaré lundi que le gouvernement ne changerait pas la loi avant la fin de l'année.", "French"),
        (
            "El presidente dijo el lunes que el gobierno no va a cambiar la ley antes de fin de año en Madrid.",
            "Spanish",
        ),
    ],
)
def test_other_languages_are_named_and_refused(text: str, name: str) -> None:
    assert other_language(text) == name
    with pytest.raises(BadInput, match=name):
        require_english(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hello.",
        "NASA 2020",
        "Police arrested two men near Oslo harbour late Tuesday night.",
        "Modi lauds Sitharaman",
    ],
)
def test_english_and_short_texts_pass(text: str) -> None:
    assert other_language(text) is None


def test_a_pipeline_that_is_not_there_is_refused_in_a_line() -> None:
    with pytest.raises(Misuse, match="no-such-pipeline"):
        parse("The ferry sank.", "no-such-pipeline")
