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
            "c.yaml:2:5: the case cannot be built: kind Input should be 'event', 'state', 'statistic', 'forecast' or",
        ),
        (
            "cases:\n  - case: x\n    claim: {kind: event}\n    evidence: [{suports: y}]\n    on: 2022-01-15\n    verdict: none\n",
            "c.yaml:4:17: evidence has no suports (did you mean supports?)",
        ),
        (
            "cases:\n  - case: x\n    claim: {kind: event, made: 2023-01-01}\n    on: 2022-01-15\n    verdict: none\n",
            "c.yaml:2:5: on 2022-01-15 the claim was not yet made",
        ),
    ],
)
def test_a_wrong_case_is_refused_with_its_place(text, problem):
    assert problems(text)[0].startswith(problem)
