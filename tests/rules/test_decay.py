"""The vectors of MISP's decaying models, the closed form against the table, and the shape of both."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.rules.decay import Lifetime, lasts, percent, table

NIDS = Lifetime(120, 2.0, 80, 30)
PHISHING = Lifetime(3, 2.3, 80, 30)
FACT = Lifetime(365, 0.3, 80, 30)


@pytest.mark.parametrize(("share", "left"), [(0, 80), (0.1, 54), (0.25, 40), (0.5, 23), (0.75, 10), (1, 0)])
def test_a_fast_start_as_for_addresses_of_attackers(share, left):
    assert percent(NIDS, round(120 * share)) == left


@pytest.mark.parametrize(("share", "left"), [(0.25, 79), (0.5, 72), (1, 0)])
def test_flat_first_and_then_a_cliff_as_for_facts(share, left):
    assert percent(FACT, round(365 * share)) == left


def test_the_crossing_days():
    # 46.875, 1.0178 and 316.9 days exactly: the first whole day after them.
    assert lasts(NIDS) == 47
    assert lasts(PHISHING) == 2
    assert lasts(FACT) == 317


def test_evidence_of_days_to_come_has_not_aged_and_old_evidence_stays_at_nothing():
    assert percent(FACT, -5) == 80
    assert percent(FACT, 100_000) == 0


LIFETIMES = st.integers(1, 100).flatmap(
    lambda base: st.builds(
        Lifetime,
        days=st.integers(1, 2000),
        speed=st.sampled_from([0.05, 0.3, 0.5, 1.0, 2.0, 2.3, 20.0]),
        base=st.just(base),
        below=st.integers(1, base),
    )
)


@given(LIFETIMES)
def test_it_never_rises_and_ends_at_nothing(lifetime):
    steps = table(lifetime)
    assert len(steps) == lifetime.days + 1
    assert steps[0] == lifetime.base
    assert steps[-1] == 0
    assert all(one >= two for one, two in itertools.pairwise(steps))


@given(LIFETIMES)
def test_the_closed_form_is_the_first_day_under_the_least_that_will_do(lifetime):
    day = lasts(lifetime)
    assert percent(lifetime, day) < lifetime.below
    assert percent(lifetime, day - 1) >= lifetime.below
