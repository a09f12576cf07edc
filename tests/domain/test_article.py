"""An article is its text, to the letter; a span is its place and its words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from claims.domain.article import Article, Span, article_id

WORDS = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=60)


def test_the_same_words_are_the_same_article() -> None:
    one = Article(text="The quay opens.", published=date(2024, 3, 5), publisher="Lowen Courier")
    two = Article(text="The quay opens.", published=date(2025, 1, 1), url="https://lowen.example")
    assert one.id == two.id == article_id("The quay opens.")
    assert one.id != article_id("The quay opens. ")
    assert one.id != article_id("\ufeffThe quay opens.")
    assert len(one.id) == 64


def test_an_article_has_words() -> None:
    with pytest.raises(ValidationError):
        Article(text="", published=date(2024, 3, 5))


@given(WORDS, st.data())
def test_a_span_counts_code_points_and_holds_its_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = Span.of(text, start, end)
    assert span.quote == text[start:end]
    assert span.stands_in(text)
    assert Span.model_validate_json(span.model_dump_json()) == span


def test_a_span_elsewhere_or_of_other_words_does_not_stand() -> None:
    text = "🚢 The quay opens, the quay shuts."
    span = Span.of(text, 2, 10)
    assert span.quote == "The quay"
    assert not span.stands_in(text[1:])
    assert not span.stands_in("")
    assert not span.stands_in(text.replace("The", "the"))


@pytest.mark.parametrize(("start", "end", "quote"), [(0, 3, "ab"), (0, 0, ""), (-1, 1, "ab"), (5, 3, "ab")])
def test_a_span_that_does_not_fit_its_words_is_refused(start: int, end: int, quote: str) -> None:
    with pytest.raises(ValidationError):
        Span(start=start, end=end, quote=quote)
