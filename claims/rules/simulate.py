"""Simulate: what a stack of rulebooks would have said of each claim on every day from one to another, and why.

Nothing is read but dossiers, each folded for a day by whoever calls; nothing is written.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from claims.domain.dossier import Dossier
from claims.domain.verdict import Word
from claims.rules.horizon import coming
from claims.rules.judge import Judgement, judge
from claims.rules.rulebook import Rulebook

ByDay = Callable[[date], Dossier | None]
"""A claim's dossier as it stood on a day; None where it did not stand yet."""


@dataclass(frozen=True, slots=True)
class Said:
    """What rules say of a claim: the verdict and its rule, and the rule that asks for another look, each "" for none."""

    word: Word
    rule: str
    review: str
    reason: str

    @property
    def key(self) -> tuple[Word, str, str]:
        """What makes it another answer; the wording of a reason does not."""
        return self.word, self.rule, self.review


@dataclass(frozen=True, slots=True)
class Turn:
    """A day on which what the rules say of a claim changed."""

    claim: str
    day: date
    before: Said
    after: Said


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A stretch of days, both included, on which two stacks of rulebooks say different things of a claim."""

    claim: str
    first: date
    last: date
    one: Said
    other: Said


SILENT = Said(Word.OPEN, "", "", "")
"""What rules say where none holds."""


def simulate(claim: str, by_day: ByDay, days: Iterable[date], stack: tuple[Rulebook, ...]) -> Iterator[Turn]:
    """Yield each day on which the answer changed, the first day counted against silence."""
    before = SILENT
    for day, said in answers(by_day, days, stack):
        if said.key != before.key:
            yield Turn(claim, day, before, said)
        before = said


def compare(
    claim: str, by_day: ByDay, days: Iterable[date], one: tuple[Rulebook, ...], other: tuple[Rulebook, ...]
) -> Iterator[Disagreement]:
    """Yield the stretches of days on which two stacks say different things of a claim.

    Two rules of different names that give the same verdict and ask for the same look do not differ.
    """
    known = tuple(days)
    open_: Disagreement | None = None
    pairs = zip(answers(by_day, known, one), answers(by_day, known, other), strict=True)
    for (day, first), (_, second) in pairs:
        differ = (first.word, bool(first.review)) != (second.word, bool(second.review))
        same = open_ is not None and (open_.one.key, open_.other.key) == (first.key, second.key)
        if open_ is not None and not (differ and same):
            yield open_
            open_ = None
        if differ:
            start = open_.first if open_ is not None else day
            open_ = Disagreement(claim, start, day, first, second)
    if open_ is not None:
        yield open_


def answers(by_day: ByDay, days: Iterable[date], stack: tuple[Rulebook, ...]) -> Iterator[tuple[date, Said]]:
    """Yield what a stack says on each day, in order; days before the claim stood say nothing.

    A claim is judged again only where its dossier changed or a day came on which some rule could turn.
    """
    last: Dossier | None = None
    said, until = SILENT, date.min
    for day in days:
        dossier = by_day(day)
        if dossier is None:
            last, said = None, SILENT
        elif dossier != last or day >= until:
            said = _said(dossier, judge(dossier, stack, day))
            last, until = dossier, min(coming(dossier, stack, day), default=date.max)
        yield day, said


def each_day(first: date, last: date) -> tuple[date, ...]:
    """Return the days from one to another, both included; none where the first is later."""
    return tuple(first + timedelta(number) for number in range((last - first).days + 1))


def _said(dossier: Dossier, judgement: Judgement) -> Said:
    if dossier.dismissed is not None or dossier.superseded_by is not None:
        return Said(dossier.word, "", "", "")
    verdict, review = judgement.verdict, judgement.review
    reason = verdict.reason if verdict else review.reason if review else ""
    return Said(
        verdict.word if verdict else Word.OPEN,
        verdict.rule if verdict else "",
        review.rule if review else "",
        reason,
    )


def lines(turns: Iterable[Turn]) -> list[str]:
    """Return turns as plain lines: the day, the claim, from what to what, and why."""
    return [
        f"{turn.day}  {turn.claim[:8]}  {_short(turn.before)} → {_short(turn.after)}"
        + (f"  {turn.after.reason}" if turn.after.reason else "")
        for turn in turns
    ]


def difference_lines(found: Iterable[Disagreement]) -> list[str]:
    """Return disagreements between a ledger's rulebooks and others as plain lines: which says what, and when."""
    return [
        f"{each.first} to {each.last}  {each.claim[:8]}  the ledger's rulebooks: {_short(each.one)}; these: {_short(each.other)}"
        for each in found
    ]


def _short(said: Said) -> str:
    word = f"{said.word} ({said.rule})" if said.rule else str(said.word)
    return f"{word}, recheck ({said.review})" if said.review else word
