"""Quantities: what they are made of, when two agree, how they read."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from claims.domain.quantity import Agreement, Qualifier, Quantity, compare, display, same_unit
from claims.domain.units import conversion, is_physical


def q(words: str) -> Quantity:
    """Read "<= 48 hours"."""
    parts = words.split()
    qualifier = parts.pop(0) if parts[0] in ("approx", "<", "<=", ">", ">=") else None
    return Quantity(value=float(parts[0]), unit=" ".join(parts[1:]) or None, qualifier=qualifier)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("44 percent", "44 percent", "equal"),
        ("< 44 percent", "43.6 percent", "compatible"),
        ("44 percent", "43.6 percent", "compatible"),
        ("44 percent", "45 percent", "conflicting"),
        (">= 900", "950", "compatible"),
        (">= 900", "850", "conflicting"),
        ("> 900", "< 900", "conflicting"),
        (">= 900", "<= 900", "compatible"),
        ("< 5 people", "5 people", "conflicting"),
        ("700 people", "698 people", "compatible"),
        ("700 people", "716 people", "conflicting"),
        ("1500000 USD", "1496000 USD", "compatible"),
        ("approx 1000 people", "1080 people", "compatible"),
        ("approx 1000 people", "1400 people", "conflicting"),
        ("approx 500 miles", "800 km", "compatible"),
        ("5 miles", "8 km", "compatible"),
        ("5 miles", "9 km", "conflicting"),
        ("37 degrees celsius", "98.6 °F", "equal"),
        ("2 decades", "20 years", "equal"),
        ("1 tonnes", "1000 kg", "equal"),
        ("1 USD", "1 EUR", "not comparable"),
        ("3 points", "3 meters", "not comparable"),
        ("3 percent", "3", "not comparable"),
        ("3 percent", "3 percentage points", "not comparable"),
        ("8 member nations", "8 nations", "equal"),
        ("8 persons", "8 people", "equal"),
        ("5 tons", "5 kg", "not comparable"),
    ],
)
def test_two_quantities_agree_or_not(a: str, b: str, expected: str) -> None:
    assert compare(q(a), q(b)) == expected == compare(q(b), q(a))


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        ("< 44 percent", "less than 44 percent"),
        (">= 1500000000 USD", "at least $1.5 billion"),
        ("1 shells", "1 shell"),
        ("1 member countries", "1 member country"),
        ("1 people", "1 person"),
        ("18 fold", "18-fold"),
        ("approx 6000000 visitors", "about 6 million visitors"),
        ("1234567 people", "1,234,567 people"),
        ("<= 48 hours", "at most 48 hours"),
        ("-5.5 EUR", "-€5.5"),
        ("250 CHF", "CHF 250"),
        ("> 12", "more than 12"),
    ],
)
def test_in_plain_words(words: str, plain: str) -> None:
    assert display(q(words)) == plain


def test_whole_numbers_are_ints() -> None:
    assert Quantity(value=2.0).model_dump_json() == '{"value":2,"unit":null,"qualifier":null}'
    assert Quantity(value=2.5, unit="percent", qualifier="approx").model_dump() == {
        "value": 2.5,
        "unit": "percent",
        "qualifier": "approx",
    }


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, 1e30])
def test_no_number_is_refused(value: float) -> None:
    with pytest.raises(ValidationError, match="finite number"):
        Quantity(value=value)


def test_a_quantity_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        Quantity(value=1).value = 2  # type: ignore[misc]


def test_only_listed_units_are_physical() -> None:
    assert all(map(is_physical, ("Square  Kilometres", "km/h", "°C")))
    assert not any(map(is_physical, ("points", "tons", "people")))
    assert conversion("km", "people") is None
    assert conversion("km", "kg") is None


def test_units_by_their_head() -> None:
    assert same_unit("Asylum seekers", "seekers")
    assert same_unit(None, None)
    assert not same_unit("member states", "member nations")
    assert not same_unit(None, "people")


units = st.sampled_from(
    [
        None,
        "percent",
        "USD",
        "EUR",
        "people",
        "member nations",
        "nations",
        "km",
        "miles",
        "kg",
        "hours",
        "degrees celsius",
        "°f",
        "years",
    ]
)
qualifiers: st.SearchStrategy[Qualifier | None] = st.sampled_from([None, "approx", "<", "<=", ">", ">="])
values = st.one_of(st.integers(-(10**15), 10**15), st.floats(-1e12, 1e12), st.integers(0, 100))
quantities = st.builds(Quantity, value=values, unit=units, qualifier=qualifiers)


@given(quantities, quantities)
def test_compare_is_symmetric(a: Quantity, b: Quantity) -> None:
    assert compare(a, b) == compare(b, a)


@given(quantities)
def test_compare_is_reflexive(a: Quantity) -> None:
    assert compare(a, a) is Agreement.EQUAL


@given(quantities)
def test_every_quantity_has_words_and_json(a: Quantity) -> None:
    assert display(a)
    assert Quantity.model_validate_json(a.model_dump_json()) == a
