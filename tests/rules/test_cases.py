import pytest

from claims.errors import BadInput
from claims.rules.cases import load_cases, run
from claims.rules.rulebook import named


def problems(text: str) -> list[str]:
    with pytest.raises(BadInput) as caught:
        load_cases(text, "c.yaml")
    return [str(each) for each in caught.value.problems]


def test_a_failing_case_says_what_came_instead():
    text = """cases:
  - case: a hopeful one
    claim: {kind: commitment, deadline: 2021-12-31}
    on: 2022-01-15
    verdict: verified by promise-kept
    because: kept
"""
    (outcome,) = run(load_cases(text, "c.yaml"), (named("promises"),))
    assert not outcome.passed
    assert outcome.differences == (
        "the verdict is none, not verified by promise-kept",
        "the reason is “”, without “kept”",
    )


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("cases: []\n", "c.yaml:1:1: there are no cases in this file"),
        ("cases:\n  - case: x\n    on: 2022-01-15\n    verdict: none\n", "c.yaml:2:5: claim is missing"),
        (
            "cases:\n  - case: x\n    claim: {kind: event}\n    on: soon\n    verdict: none\n",
            "c.yaml:4:9: soon is no day (write 2022-01-15)",
        ),
        (
            "cases:\n  - case: x\n    claim: {kind: event}\n    on: 2022-01-15\n",
            "c.yaml:2:5: a case says which verdict or review it expects",
        ),
        (
            "cases:\n  - case: x\n    claim: {kind: evnt}\n    on: 2022-01-15\n    verdict: none\n",
            "c.yaml:3:19: kind: it cannot be evnt (did you mean event?)",
        ),
        (
            "cases:\n  - case: x\n    claim: {kind: event}\n    evidence: [{suports: y}]\n    on: 2022-01-15\n    verdict: none\n",
            "c.yaml:4:17: evidence has nothing called suports (did you mean supports?)",
        ),
        (
            "cases:\n  - case: x\n    claim: {kind: event, made: 2023-01-01}\n    on: 2022-01-15\n    verdict: none\n",
            "c.yaml:2:5: on 2022-01-15 the claim was not yet made",
        ),
    ],
)
def test_a_wrong_case_is_refused_with_its_place(text, problem):
    assert problems(text)[0].startswith(problem)


WRONG = [
    ("claim: {kind: event, deadline: soon}", "3:36: deadline: soon is no day (write 2022-01-15)"),
    ("claim: {kind: event, quantity: nan}", "3:36: quantity: nan is no number"),
    ("claim: {kind: event, quoted: perhaps}", "3:34: quoted: perhaps is neither true nor false"),
    ("claim: {kind: event, speaker: [a, b]}", "3:35: speaker is one value, not a list"),
    ("claim: {kind: event, text: ''}", "3:32: text: it is empty"),
    ("claim: {kind: event, when: whenever}", "3:32: when: whenever is no time"),
    ("claim: 5", "3:12: a claim is written as names with values"),
    ("evidence: [{supports: A, grade: Z}]", "3:37: grade: Z is no grade (A to F, then 1 to 6, as in B2)"),
    ("evidence: [{dated: 2020-01-01}]", "3:16: evidence says what a source shows (one of supports, refutes,"),
    ("evidence: [{supports: A, refutes: B}]", "3:16: evidence shows one thing only"),
    ("evidence: 5", "3:15: evidence is a list: each item begins with a dash"),
    ("moved: [{to: 2021-01-01}]", "3:13: on is missing"),
    ("moved: [{to: 2021-01-01, on: 2020-12-01, frm: x}]", "3:46: moved has nothing called frm (it has to, on, by)"),
    ("given: [{word: fine}]", "3:20: word: it cannot be fine (one of open, verified,"),
    ("seen: [{publisher: A}]", "3:12: on is missing"),
    ("looked: yes", "3:13: looked: yes is no day"),
    ("review: recheck", "3:13: review is none, or a word by a rule (as in recheck by some-rule)"),
    ("review: rechek by x", "3:13: no rule gives the review rechek (did you mean recheck?)"),
]


@pytest.mark.parametrize(("part", "problem"), WRONG, ids=[part for part, _ in WRONG])
def test_a_wrong_part_of_a_case_is_refused_where_it_is_wrong(part, problem):
    rest = "" if part.startswith("claim") else "    claim: {kind: event}\n"
    text = f"cases:\n  - case: x\n    {part}\n{rest}    on: 2022-01-15\n    verdict: none\n"
    assert problems(text)[0].startswith(f"c.yaml:{problem}")


def test_other_claims_beside_it_are_in_conflict_where_both_cannot_hold():
    text = """cases:
  - case: two populations
    claim: {kind: statistic, subject: Westmouth, measure: population, quantity: 412000, unit: people}
    beside:
      - {kind: statistic, subject: westmouth, measure: population, quantity: 398000, unit: people}
      - {kind: statistic, subject: Westmouth, measure: population, quantity: 412000, unit: people}
      - {kind: statistic, subject: Eastmouth, measure: population, quantity: 398000, unit: people}
      - {kind: statistic, subject: Westmouth, measure: population, quantity: 1, unit: people, made: 2024-01-01}
    on: 2022-01-15
    verdict: none
"""
    (case,) = load_cases(text, "c.yaml")
    assert len(case.dossier.conflicts) == 1
