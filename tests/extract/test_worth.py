"""Worth: claims of our own in, an order and its reasons out."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extract.language import parse
from claims.extract.quantity import find
from claims.extract.words import words
from claims.extract.worth import Worth, explain, features_of, worth


def of(quote: str, kind: str, has_deadline: bool = False) -> Worth:
    tokens = parse(quote).tokens
    quantities = [found.quantity for found in find(quote, tokens)]
    return worth(features_of(quote=quote, kind=kind, quantities=quantities, has_deadline=has_deadline, tokens=tokens))


ORDER = [
    ("The government cut the budget by $4 billion and sacked 12,000 workers", "statistic"),
    ("Police arrested 40 protesters outside the parliament", "event"),
    ("The council closed the school", "event"),
    ("The garden has a pond", "state"),
    ("I feel so happy and we love this beautiful garden", "state"),
]


@pytest.mark.parametrize(("more", "less"), list(pairwise(ORDER)))
def test_a_desk_cares_more_for_the_first(more: tuple[str, str], less: tuple[str, str]) -> None:
    assert of(*more).score > of(*less).score


def test_a_promise_with_a_day_is_worth_more_than_one_without() -> None:
    promise = "The ministry will open the hospital"
    assert of(promise, "commitment", has_deadline=True).score > of(promise, "commitment").score


def test_it_says_what_made_the_score() -> None:
    result = of("The council closed 14 schools", "event")
    names = [name for name, _ in result.features]
    assert {"a number", "a public matter"} <= set(names)
    assert explain(result).startswith(f"{result.score:.3f}: a public matter +")
    total = sum(part for _, part in result.features)
    assert 1 / (1 + math.exp(-total)) == pytest.approx(result.score, abs=0.002)


def test_every_weight_names_a_feature() -> None:
    quote = "I said the bank in Paris never raised more than $5,000 and 3 loans, Anna Brandt hopes"
    tokens = parse(quote).tokens
    names = {"any claim"}
    for kind in ("event", "state", "statistic", "forecast", "commitment"):
        for text in (quote, "it fell"):
            quantities = [found.quantity for found in find(text)]
            more = features_of(
                quote=text,
                kind=kind,
                quantities=quantities,
                has_deadline=True,
                speaker="x",
                negative=True,
                tokens=tokens if text == quote else (),
            )
            names |= {name for name, _ in more}
    assert set(words("worth")["weights"]) <= names | {"a named person or body", "a named place", "I or we"}


@given(st.text(), st.sampled_from(("event", "state", "statistic", "forecast", "commitment")), st.booleans())
def test_a_score_lies_between_nought_and_one(quote: str, kind: str, due: bool) -> None:
    features = features_of(quote=quote, kind=kind, has_deadline=due)
    assert all(0 < value <= 1 for _, value in features)
    result = worth(features)
    assert 0 <= result.score <= 1
    assert result == worth(features)
