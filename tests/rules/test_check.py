"""Rules that can never decide are proved so; what cannot be proved is not called fine."""

import pytest

from claims.rules.cases import load_cases
from claims.rules.check import Reach, check, lines, problems
from claims.rules.rulebook import BOOKS, STACK, Rulebook, house, load


def book(*rules: tuple[str, str], header: str = "") -> Rulebook:
    text = "".join(
        f"  - rule: r{n}\n    when: >-\n      {when}\n    then: {then}\n    because: x\n"
        for n, (when, then) in enumerate(rules)
    )
    return load(f"rulebook: x\n{header}verdicts:\n{text}", "x.yaml")


NEVER = [
    ("age > 3 && age < 4", "its condition cannot hold"),
    ('schedule == "undated" && has_deadline', "its condition cannot hold"),
    ('schedule == "met" && refuting > 0', "its condition cannot hold"),
    ("supporting == 0 && sound_supporting > 0", "its condition cannot hold"),
    ("has_confidence && !has_confidence", "its condition cannot hold"),
    ("has_confidence == false && confidence > 50", "its condition cannot hold"),
    ('kind == "event" && supporting > 5', "a rule before it always decides first"),
    ("supporting >= 2", "a rule before it always decides first"),
]


@pytest.mark.parametrize(("when", "why"), NEVER, ids=[when for when, _ in NEVER])
def test_what_can_never_decide_is_proved(when, why):
    found = check((book(('kind == "event" || supporting >= 1', "verified"), (when, "refuted")),))
    assert (found.rules[1].reach, found.rules[1].why) == (Reach.NEVER, why)
    assert "refuted" in found.unreachable_verdicts


UNDECIDED = [
    "supporting == 0",
    "age + 1 > 3",
    'speaker.contains("x")',
    "days_overdue > days_to_deadline",
    "refuting > 3",
]


@pytest.mark.parametrize("when", UNDECIDED)
def test_what_is_not_proved_is_not_decided(when):
    found = check((book((when, "verified")),))
    assert found.rules[0].reach is Reach.UNDECIDED
    assert lines(found)[0].startswith("x.yaml:3:11: r0: not decided")


def test_every_house_rule_is_reached_by_a_case():
    cases = [c for name in STACK for c in load_cases((BOOKS / f"{name}.cases.yaml").read_text(encoding="utf-8"), name)]
    found = check(house(), cases)
    assert [each.rule.name for each in found.rules if each.reach is not Reach.REACHED] == []
    # Superseded and dismissed are people's; unresolvable is left to them by the house, too.
    assert found.unreachable_verdicts == ("unresolvable",)
    assert problems(found) == ()


def test_a_rule_that_never_decides_is_a_problem_with_its_place():
    (problem,) = problems(check((book(("supporting > 0", "verified"), ("supporting > 1", "partly")),)))
    assert str(problem) == "x.yaml:8:11: r1 can never decide: a rule before it always decides first"


def test_the_same_word_of_another_rulebook_may_mean_another_thing():
    one = book(('schedule == "due"', "verified"), header="settings: {due: 3}\n")
    two = book(('schedule == "due"', "partly"), header="settings: {due: 30}\n")
    assert check((one, two)).rules[1].reach is Reach.UNDECIDED
    assert check((one, one)).rules[1].reach is Reach.NEVER
