"""Sentences of our own in, quantities out."""

from functools import cache
from pathlib import Path

import pytest
import yaml

from claims.extract.language import parse
from claims.extract.quantity import FoundQuantity, describe, find, within

CASES: list[dict[str, object]] = yaml.safe_load((Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8"))
TEXTS = [str(case["text"]) for case in CASES]
EXPECTED = {str(case["text"]): [str(each) for each in case["quantities"]] for case in CASES}  # type: ignore[attr-defined]
QUALIFIERS = ("approx", "<", "<=", ">", ">=")


@cache
def found(text: str) -> tuple[FoundQuantity, ...]:
    return find(text, parse(text).tokens)


def shown(each: FoundQuantity) -> str:
    quantity = each.quantity
    return " ".join(str(part) for part in (quantity.qualifier, quantity.value, quantity.unit) if part is not None)


def number(shown: str) -> tuple[str, ...]:
    """Qualifier and value alone: what no tag of the language model may change."""
    parts = shown.split()
    return tuple(parts[:2]) if parts[0] in QUALIFIERS else (parts[0],)


@pytest.mark.parametrize("text", TEXTS)
def test_numbers_and_qualifiers(text: str) -> None:
    assert [number(shown(each)) for each in found(text)] == [number(each) for each in EXPECTED[text]]


def test_there_are_enough_sentences() -> None:
    assert len(set(TEXTS)) >= 250


def test_units_of_all_but_a_few() -> None:
    # Counted nouns rest on the tags of the language model, which may err in a sentence here and there.
    got = {text: [shown(each) for each in found(text)] for text in TEXTS}
    wrong = {text: got[text] for text in TEXTS if got[text] != EXPECTED[text]}
    assert len(wrong) <= 0.03 * len(TEXTS), wrong


def test_without_tokens_nearly_the_same_numbers() -> None:
    got = {text: [number(shown(each)) for each in find(text)] for text in TEXTS}
    wrong = {text: got[text] for text in TEXTS if got[text] != [number(each) for each in EXPECTED[text]]}
    assert len(wrong) <= 0.05 * len(TEXTS), wrong


def test_within_takes_those_that_begin_inside() -> None:
    text = "About 700 refugees landed on Monday and 200 more on Tuesday."
    quantities = find(text)
    assert [each.quantity.value for each in within(quantities, 0, 30)] == [700]
    assert [each.quantity.value for each in within(quantities, 30, len(text))] == [200]
    assert within(quantities, 12, 30) == ()


def test_describe_is_one_line() -> None:
    text = "The vote cost almost $1.5 billion."
    assert [describe(each) for each in find(text)] == [
        "21-33  '$1.5 billion': less than $1.5 billion (money, by a currency sign)"
    ]
