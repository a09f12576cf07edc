"""Change: the smallest change that would alter what the rules say of a claim, among those that evidence or time can make.

Each step is made on the dossier itself, so that only what can come about is looked at, and all facts move together.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations_with_replacement

from claims.domain.dossier import Dossier
from claims.domain.evidence import Evidence, Stance
from claims.domain.verdict import Word
from claims.rules import wording
from claims.rules.horizon import coming
from claims.rules.judge import judge
from claims.rules.rulebook import Rulebook

_STANCES = {
    Stance.SUPPORTS: "supporting it",
    Stance.REFUTES: "refuting it",
    Stance.PARTLY: "showing that a part of it holds",
    Stance.NEITHER: "reporting on it without settling it",
}


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that could come about."""

    text: str
    stance: Stance | None = None
    happened: date | None = None
    withdrawn: str | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """The steps, one or two, and what the rules would then say."""

    steps: tuple[Step, ...]
    word: Word
    rule: str
    text: str
    """The whole in a sentence."""


def smallest(dossier: Dossier, stack: tuple[Rulebook, ...], today: date) -> Change | None:
    """Return the smallest change that would alter the verdict that the rules reach: one step, else two, else None.

    Evidence comes before time: what a desk can find out is worth more to it than what it can only wait for.
    """
    stands = judge(dossier, stack, today).verdict
    before = (stands.word, stands.rule) if stands else (Word.OPEN, "")
    steps = tuple(_steps(dossier, stack, today))
    for size in (1, 2):
        for chosen in combinations_with_replacement(steps, size):
            if sum(step.day is not None for step in chosen) > 1 or _twice(chosen):
                continue
            day = next((step.day for step in chosen if step.day), today)
            reached = judge(_after(dossier, chosen, today), stack, day).verdict
            after = (reached.word, reached.rule) if reached else (Word.OPEN, "")
            if after[0] != before[0]:
                return Change(chosen, after[0], after[1], _sentence(chosen, after))
    return None


def _twice(chosen: tuple[Step, ...]) -> bool:
    return len(chosen) == 2 and chosen[0] == chosen[1] and chosen[0].withdrawn is not None


def _steps(dossier: Dossier, stack: tuple[Rulebook, ...], today: date) -> Iterator[Step]:
    deadline = dossier.first_deadline
    for stance, words in _STANCES.items():
        if deadline is not None and deadline < today:
            text = f"one more independent source {words}, for a day up to {wording.day(deadline)}"
            yield Step(text, stance, happened=deadline)
            yield Step(f"one more independent source {words}, for a day after the deadline", stance, happened=today)
        else:
            yield Step(f"one more independent source {words}", stance, happened=today)
    for each in dossier.evidence:
        yield Step(f"without the evidence from {each.publisher or each.source}", withdrawn=each.id)
    for day in coming(dossier, stack, today):
        yield Step(f"on {wording.day(day)}, when nothing else has come", day=day)


def _after(dossier: Dossier, steps: tuple[Step, ...], today: date) -> Dossier:
    evidence = dossier.evidence
    for number, step in enumerate(steps):
        if step.withdrawn is not None:
            evidence = tuple(each for each in evidence if each.id != step.withdrawn)
        elif step.stance is not None:
            name = f"another source, number {number + 1}"
            more = Evidence(
                id=f"what-if-{number}",
                stance=step.stance,
                source=name,
                origin=name,
                published=max(today, step.happened or today),
                happened=step.happened,
                entered=today,
            )
            evidence = (*evidence, more)
    return dossier.model_copy(update={"evidence": evidence})


def _sentence(steps: tuple[Step, ...], after: tuple[Word, str]) -> str:
    if len(steps) == 2 and steps[0] == steps[1]:
        how = steps[0].text.replace("one more independent source", "two more independent sources")
    else:
        how = " and ".join(step.text for step in steps)
    by = f" (rule {after[1]})" if after[1] else ""
    return f"{how}: it would be {after[0]}{by}."
