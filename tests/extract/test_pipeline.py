"""The whole of extraction: laws that hold for any article."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.domain.article import Article, Span
from claims.domain.claim import Kind
from claims.extract import Draft, extract
from claims.extract.language import parse
from claims.extract.pipeline import drafts

DAY = date(2021, 3, 4)
BODY = [
    "The council of Harnwick voted on Monday to close three of its five pools.",
    "“We have no money left,” said the mayor, Ida Krol. She said the pools cost 400,000 pounds a year "
    "and would be sold by the end of 2022.",
    "Residents, who collected 9,000 signatures, plan to protest on Friday.",
    "The pools, built in 1964, were visited by 80,000 people last year, according to the council.",
    "The union of lifeguards said 40 jobs would be lost. It has asked for talks with the council before May.",
    "Nobody from the sports club was told of the vote. It meets every week.",
]
PIECES = st.sampled_from(
    [
        *BODY,
        "\n",
        "\n\n",
        "\r\n",
        " ",
        "\ufeff",
        "👩‍🚀 ",
        "e\u0301",
        "“",
        "”",
        '"',
        "said",
        " 12%",
        "של",
        "(",
        ").",
        "\u200b",
        "£3bn ",
        "- ",
    ]
)


def article(text: str) -> Article:
    """An article of our day."""
    return Article(text=text, published=DAY)


def test_every_draft_is_bound_to_its_words() -> None:
    text = "\ufeff" + "\r\n\r\n".join(BODY)
    found = extract(article(text))
    assert len(found) >= 8
    for draft in found:
        assert text[draft.span.start : draft.span.end] == draft.quote
        assert draft.quote.strip() == draft.quote
        assert 0 <= draft.score <= 1


def test_a_quote_that_is_not_in_the_text_is_refused() -> None:
    draft = Draft(span=Span(start=0, end=4, quote="pool"), text="x", kind=Kind.EVENT)
    with pytest.raises(ValueError, match="not 'pool'"):
        draft.bound_to("The pool")


@settings(max_examples=25, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=12).map("".join))
def test_offsets_are_exact_on_any_text(text: str) -> None:
    for draft in extract(article(text), check_language=False):
        assert text[draft.span.start : draft.span.end] == draft.quote
        assert draft.speaker_span is None or draft.speaker_span.stands_in(text)


def test_the_same_article_gives_the_same_drafts() -> None:
    text = "\n\n".join(BODY)
    assert repr(extract(article(text))) == repr(extract(article(text)))


@pytest.mark.parametrize("cut", [1, 3, 5])
def test_half_an_article_gives_the_first_half_of_its_claims(cut: int) -> None:
    whole, half = "\n\n".join(BODY), "\n\n".join(BODY[:cut])
    expected = [draft for draft in extract(article(whole)) if draft.span.end <= len(half)]
    found = extract(article(half))
    assert [draft.span for draft in found] == [draft.span for draft in expected]
    assert [draft.kind for draft in found] == [draft.kind for draft in expected]


def test_a_parse_can_be_given() -> None:
    text = "\n\n".join(BODY)
    assert drafts(article(text), parse(text)) == extract(article(text))


def test_the_main_attributes() -> None:
    found = {draft.quote: draft for draft in extract(article("\n\n".join(BODY)))}
    said = found["We have no money left"]
    assert (said.speaker, said.quoted, said.polarity.value) == ("Ida Krol", True, "negative")
    sold = next(draft for quote, draft in found.items() if "would be sold" in quote)
    assert sold.deadline == date(2022, 12, 31)
    cost = next(draft for quote, draft in found.items() if "400,000" in quote)
    assert [(q.value, q.unit) for q in cost.quantities] == [(400000, "GBP")]
    assert cost.speaker == "Ida Krol"
