"""No rule that is taken refutes without refuting evidence, and the house's all pass."""

import pytest
from hypothesis import given, settings

from claims.domain.condition import AllOf, Compare, Condition, Constant, Named, evaluate
from claims.domain.evidence import Stance
from claims.domain.hearing import Hearing
from claims.rules.domains import possible
from claims.rules.facts import facts_of
from claims.rules.rulebook import house, load
from claims.rules.settings import Settings
from claims.rules.silence import UNREFUTED, refutes_in_silence, silent
from claims.rules.stack import unfit
from tests.rules.draw import TODAY, conditions, dossiers
from tests.rules.samples import dossier, evidence

NEEDED: Condition = Compare(">=", Named("refuting"), Constant(1))


def rule(when: str, then: str = "refuted"):
    (found,) = load(
        f"rulebook: x\nverdicts:\n  - rule: r\n    when: >-\n      {when}\n    then: {then}\n    because: so", "x.yaml"
    ).verdicts
    return found


PROVED = [
    "refuting >= 1",
    "refuting != 0",
    "!(refuting == 0)",
    "refuting >= 1 && supporting + refuting > 3",
    "sound_refuting > 0 || refuting_late > 0",
    'schedule == "missed" && age + 1 > 3',
    "days_since_refuting >= 0",
    "has_best_grade_refuting ? age > 5 : days_since_refuting > 2",
    "age > 3 && age < 4",
]
NOT_PROVED = [
    "age > 5",
    "all_refuting >= 1",
    'schedule == "overdue" && supporting == 0',
    "refuting >= 1 || age > 5",
    "supporting < refuting",
    "conflicting_claims > 0",
    "!has_first_refute",
]


@pytest.mark.parametrize("when", PROVED)
def test_a_rule_that_needs_refuting_evidence_is_taken(when):
    assert not refutes_in_silence(rule(when))


@pytest.mark.parametrize("when", NOT_PROVED)
def test_a_rule_that_does_not_is_not(when):
    assert refutes_in_silence(rule(when))


def test_what_is_not_decided_is_not_taken_until_the_fact_is_added():
    assert refutes_in_silence(rule('speaker.contains("x") && days_overdue > days_to_deadline'))
    assert not refutes_in_silence(rule('refuting >= 1 && speaker.contains("x") && days_overdue > days_to_deadline'))


def test_only_refuted_needs_it():
    assert not refutes_in_silence(rule("age > 5", "partly"))


def test_the_house_passes():
    assert unfit(house()) == ()
    assert any(each.then == "refuted" for book in house() for each in book.verdicts)
    assert all(silent(book) == () for book in house())


def test_the_claims_own_word_refutes_nothing():
    own = dossier(None, evidence("refutes", "Marta Olsen", origin="marta olsen"))
    own = own.model_copy(update={"claim": own.claim.model_copy(update={"speaker": "Marta Olsen"})})
    facts = facts_of(own, TODAY, Settings())
    assert facts["all_refuting"] == 1
    assert {name: facts.get(name) for name in UNREFUTED} == dict(UNREFUTED)


@settings(max_examples=200)
@given(condition=conditions(False), known=dossiers())
def test_what_is_proved_never_holds_without_refuting_evidence(condition, known):
    unheard = known.model_copy(
        update={"evidence": tuple(each for each in known.evidence if each.stance is not Stance.REFUTES)}
    )
    assert not Hearing(unheard).heard(Stance.REFUTES)
    facts = facts_of(unheard, TODAY, Settings())
    assert {name: facts.get(name) for name in UNREFUTED} == dict(UNREFUTED)
    if possible(condition, (), UNREFUTED) is False:
        assert evaluate(condition, facts) is not True
    assert possible(AllOf((NEEDED, condition)), (), UNREFUTED) is False
