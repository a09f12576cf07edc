"""Whether two claims about one thing can both hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.domain.conflict import Put, in_conflict, topic
from tests.rules.samples import claim


def put(number: int, kind: str = "statistic", **fields: object) -> Put:
    return Put.of(claim(number, kind=kind, deadline=None, **fields))


def percent(value: float, qualifier: str | None = None) -> list[dict[str, object]]:
    return [{"value": value, "unit": "percent", "qualifier": qualifier}]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({"quantities": percent(44)}, {"quantities": percent(60)}, True),
        ({"quantities": percent(44)}, {"quantities": percent(43.6)}, False),
        ({"quantities": percent(44, "<")}, {"quantities": percent(60)}, True),
        ({"quantities": percent(44, ">")}, {"quantities": percent(60)}, False),
        ({"quantities": percent(44)}, {"quantities": [{"value": 60, "unit": "ferries"}]}, False),
        ({"quantities": percent(44)}, {}, False),
        ({}, {}, False),
        ({"quantities": percent(44), "when": "2019"}, {"quantities": percent(60), "when": "2020"}, False),
        ({"quantities": percent(44), "when": "2020"}, {"quantities": percent(60), "when": "2020-06"}, True),
        ({"polarity": "negative"}, {}, True),
        ({"polarity": "negative", "quantities": percent(44)}, {"quantities": percent(44)}, True),
        ({"polarity": "negative", "quantities": percent(44)}, {"quantities": percent(60)}, False),
        ({"kind": "event", "when": "2020-06-01"}, {"kind": "event", "when": "2020-06-09"}, True),
        ({"kind": "event", "when": "2020-06-01"}, {"kind": "event", "when": "2020-06"}, False),
        ({"kind": "event", "when": "2020-06-01"}, {"kind": "state", "when": "2020-06-09"}, False),
    ],
)
def test_two_claims_of_one_topic(one, other, expected):
    assert in_conflict(put(1, **one), put(2, **other)) is expected
    assert in_conflict(put(2, **other), put(1, **one)) is expected


def test_a_claim_is_never_in_conflict_with_itself():
    assert not in_conflict(put(1, quantities=percent(44)), put(1, quantities=percent(60)))


def test_what_a_claim_is_about_in_one_key():
    assert topic(claim(subject="The  Ferry", measure="Share of Traffic")) == "the ferry\nshare of traffic"
    assert topic(claim(subject="The Ferry")) is None
    assert topic(claim(subject="a b", measure="c")) != topic(claim(subject="a", measure="b c"))


@given(st.floats(-100, 100), st.floats(-100, 100), st.sampled_from([None, "<", ">", "approx"]))
def test_it_is_the_same_from_both_sides(one, other, qualifier):
    first, second = put(1, quantities=percent(one, qualifier)), put(2, quantities=percent(other))
    assert in_conflict(first, second) == in_conflict(second, first)
