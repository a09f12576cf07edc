"""Cases: claims with their evidence, a day, and the verdict expected; they lie beside a rulebook and hold it to its word.

```yaml
cases:
  - case: kept on the very last day
    claim: {kind: commitment, deadline: 2021-12-31}
    evidence:
      - {supports: Example Gazette, happened: 2021-12-31, dated: 2022-01-03, grade: B}
    on: 2022-01-15
    verdict: verified by promise-kept
    review: none
    because: 31 December 2021
```

`verdict` and `review` are "WORD by RULE", or "none" where no rule is to hold; one of them has to be there. `because` is a
part of the reason. Each case goes the way of a real claim: its events are folded as of its day.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from claims.domain.conflict import Put, in_conflict, topic
from claims.domain.dossier import Dossier, fold
from claims.domain.events import Entry
from claims.domain.verdict import Review
from claims.errors import BadInput, Problem
from claims.rules.case_events import events_of, others_of
from claims.rules.case_fields import LISTS, check
from claims.rules.document import Mapping, Mark, Node, Scalar, parse
from claims.rules.fields import Faults, mapping, sequence, text
from claims.rules.judge import Judgement, judge
from claims.rules.nearest import nearest
from claims.rules.rulebook import GIVEN, Rulebook

_CASE = ("case", "claim", *LISTS, "looked", "on", "verdict", "review", "because")
_EXPECTED = {"verdict": GIVEN, "review": (str(Review.RECHECK),)}
"""The words that a case can expect."""


@dataclass(frozen=True, slots=True)
class Case:
    """One case: the dossier on its day, and what is expected; None where the case says nothing of it."""

    name: str
    dossier: Dossier
    on: date
    verdict: str | None
    review: str | None
    because: str | None
    mark: Mark


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a case came out: every difference in a sentence, none where all is as expected."""

    case: Case
    judgement: Judgement
    differences: tuple[str, ...]

    @property
    def passed(self) -> bool:
        """Whether all came out as expected."""
        return not self.differences


def load_cases(text_: str, name: str) -> tuple[Case, ...]:
    """Read cases from YAML. Raises BadInput with all Problems; a file without a case is one, so that none passes empty."""
    faults = Faults()
    top = mapping(parse(text_, name), "a file of cases", ("cases",), faults)
    cases = []
    for node in sequence(top.get("cases") if top else None, "cases", faults):
        case = _case(node, faults)
        if case is not None:
            cases.append(case)
    if not faults and not cases:
        raise BadInput(Problem("there are no cases in this file", name, 1, 1))
    if faults:
        raise BadInput(*faults.in_order())
    return tuple(cases)


def run(cases: Iterable[Case], stack: tuple[Rulebook, ...]) -> tuple[Outcome, ...]:
    """Judge each case by a stack of rulebooks and compare."""
    outcomes = []
    for case in cases:
        judgement = judge(case.dossier, stack, case.on)
        outcomes.append(Outcome(case, judgement, tuple(_differences(case, judgement))))
    return tuple(outcomes)


def fails(cases: Iterable[Case], stack: tuple[Rulebook, ...]) -> bool:
    """Tell whether some case fails; the first that does ends the run."""
    return any(_differences(case, judge(case.dossier, stack, case.on)) for case in cases)


def _differences(case: Case, judgement: Judgement) -> list[str]:
    verdict, review = judgement.verdict, judgement.review
    said = f"{verdict.word} by {verdict.rule}" if verdict else "none"
    asked = f"{review.review} by {review.rule}" if review else "none"
    found = []
    if case.verdict is not None and case.verdict != said:
        found.append(f"the verdict is {said}, not {case.verdict}")
    if case.review is not None and case.review != asked:
        found.append(f"the review is {asked}, not {case.review}")
    reason = verdict.reason if verdict else review.reason if review else ""
    if case.because is not None and case.because not in reason:
        found.append(f"the reason is “{reason}”, without “{case.because}”")
    return found


def _case(node: Node, faults: Faults) -> Case | None:
    body = mapping(node, "a case", _CASE, faults)
    if body is None:
        return None
    before = len(faults)
    name, on = text(body, "case", faults), text(body, "on", faults)
    day = _day(on, faults)
    check(body, faults)
    expected = {key: text(body, key, faults, required=False) for key in ("verdict", "review", "because")}
    if expected["verdict"] is None and expected["review"] is None:
        faults.add(body.mark, "a case says which verdict or review it expects")
    for key, given in _EXPECTED.items():
        _expects(expected[key], key, given, faults)
    claim = body.get("claim")
    if len(faults) > before or name is None or day is None or not isinstance(claim, Mapping):
        return None
    dossier = _folded(body, claim, day, faults)
    if dossier is None:
        return None
    words = {key: node.text if node else None for key, node in expected.items()}
    return Case(name.text, dossier, day, words["verdict"], words["review"], words["because"], body.mark)


def _expects(said: Scalar | None, key: str, words: tuple[str, ...], faults: Faults) -> None:
    if said is None or said.text == "none":
        return
    word, by, rule = said.text.partition(" by ")
    if not by or not rule.strip():
        faults.add(said.mark, f"{key} is none, or a word by a rule", f"as in {words[0]} by some-rule")
    elif word not in words:
        faults.add(said.mark, f"no rule gives the {key} {word}", nearest(word, words) or f"one of {', '.join(words)}")


def _folded(body: Mapping, claim: Mapping, day: date, faults: Faults) -> Dossier | None:
    try:
        entries = [
            Entry(number=number, recorded=_moment(on), actor="case", command=f"c{number}", event=event)
            for number, (on, event) in enumerate(events_of(body, claim), 1)
        ]
        others = tuple(others_of(body, day))
    except ValueError as error:
        faults.add(body.mark, f"the case cannot be built: {_first(error)}")
        return None
    dossier = fold(entries, day)
    if dossier is None:
        faults.add(body.mark, f"on {day} the claim was not yet made")
        return None
    about, put = topic(dossier.claim), Put.of(dossier.claim)
    rivals = [each.id for each in others if about and topic(each) == about and in_conflict(put, Put.of(each))]
    return dossier.model_copy(update={"conflicts": tuple(sorted(rivals))})


def _first(error: ValueError) -> str:
    """Return the line of an error that says what is wrong (pydantic's second and third)."""
    parts = [line.strip() for line in str(error).splitlines() if line.strip()]
    return " ".join(parts[1:3]) if len(parts) > 2 else parts[0]


def _moment(day: date) -> int:
    return (day - date(1970, 1, 1)).days * 86_400_000_000


def _day(node: Scalar | None, faults: Faults) -> date | None:
    if node is None:
        return None
    try:
        return date.fromisoformat(node.text)
    except ValueError:
        faults.add(node.mark, f"{node.text} is no day", "write 2022-01-15")
        return None
