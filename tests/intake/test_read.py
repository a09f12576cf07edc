"""Reading files: what is taken as it is, and what is refused in a line."""

import json
from datetime import date
from pathlib import Path

import pytest

from claims.errors import BadInput, Problem
from claims.intake.card import Card, read_card
from claims.intake.decode import MOST_BYTES, decode
from claims.intake.read import Text, article_of, find, read_file

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "a.txt: is empty"),
        (b"\xef\xbb\xbf \r\n", "a.txt: is empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a.txt: is a binary file, not text"),
        (b"ok\0ok", "a.txt: is a binary file, not text"),
        (
            b"caf\xe9",
            "a.txt: is not UTF-8 text (byte 4) (save it as UTF-8, or name its encoding, as in --encoding cp1252)",
        ),
        (b"x" * (MOST_BYTES + 1), "a.txt: is larger than 5 MB, too large for one article (split it into its articles)"),
    ],
)
def test_what_is_no_text_is_refused_in_a_line(data: bytes, said: str) -> None:
    assert str(decode(data, "a.txt")) == said


def test_the_text_is_kept_as_it_is() -> None:
    text = "\ufeffOne.\r\nTwo \N{GRINNING FACE}.\r"
    assert decode(text.encode(), "a.txt") == text
    assert decode("Drei Bücher.".encode("utf-16"), "a.txt") == "Drei Bücher."
    assert decode(b"caf\xe9", "a.txt", "cp1252") == "café"
    assert "there is no encoding named 'klingon'" in str(decode(b"x", "a.txt", "klingon"))


def test_the_card_beside_a_text_is_read_and_what_is_given_by_hand_outranks_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The mill closed.")
    card = {"published": "2024-03-01", "publisher": "The Harbour Post", "claims": [], "title": None}
    (tmp_path / "a.json").write_text(json.dumps(card))
    read = read_file(tmp_path / "a.txt")
    assert isinstance(read, Text)
    article = article_of(read, Card(published=date(2024, 3, 2)), TODAY)
    assert not isinstance(article, Problem)
    assert (article.published, article.publisher, article.title) == (date(2024, 3, 2), "The Harbour Post", None)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"published": "soon"}', "a.json: published is 'soon', which is no day (write it as 2020-09-02)"),
        ('{"published": ', "a.json:1:15: is not valid JSON"),
        ("[]", "a.json: is not a JSON object with the article's day and publisher"),
        ('{"publisher": 7}', "a.json: publisher is 7, which is no text"),
    ],
)
def test_a_bad_card_is_refused_in_a_line(text: str, said: str) -> None:
    assert str(read_card(text, "a.json")) == said


def test_a_day_is_needed_and_must_not_lie_ahead() -> None:
    text = Text("a.txt", "The mill closed.", Card())
    assert "has no day of publication" in str(article_of(text, Card(), TODAY))
    assert "still to come" in str(article_of(text, Card(published=date(2026, 11, 25)), TODAY))
    assert not isinstance(article_of(text, Card(published=date(2026, 11, 24)), TODAY), Problem)


def test_a_folder_gives_its_texts_in_order_and_an_empty_one_is_refused(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.md"):
        (tmp_path / name).write_text("x")
    assert [path.name for path in find([tmp_path])] == ["a.txt", "b.txt"]
    (tmp_path / "empty").mkdir()
    with pytest.raises(BadInput, match=r"has no \.txt files in it"):
        list(find([tmp_path / "empty"]))
    assert str(read_file(tmp_path / "none.txt")).endswith("none.txt: is not there (check the name)")
