"""Check: which rules of a stack can never decide, which verdicts no rule can give, and what keeps it from being adopted.

A rule is proved unreachable where no values of its facts make it hold while every rule before it does not: words take each
of their words, numbers each of the stretches between the limits that stand in the conditions, and any fact that may be
unknown may be. What holds between facts (an undated claim is never overdue) is used where it is known to hold. What the
proof cannot settle within its bounds is "not decided", never "fine".
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from claims.domain.verdict import Word
from claims.errors import Problem
from claims.rules.cases import Case
from claims.rules.domains import possible
from claims.rules.judge import judge
from claims.rules.rulebook import GIVEN, Rule, Rulebook, stacked
from claims.rules.stack import unfit


class Reach(StrEnum):
    """Whether a rule can decide."""

    REACHED = "reached"
    """A case shows it."""
    NEVER = "never"
    """It is proved that it cannot."""
    UNDECIDED = "not decided"
    """Nothing was found either way."""


@dataclass(frozen=True, slots=True)
class Checked:
    """One rule, whether it can decide, and how that is known."""

    book: str
    rule: Rule
    reach: Reach
    why: str


@dataclass(frozen=True, slots=True)
class Check:
    """What was found of a stack of rulebooks."""

    rules: tuple[Checked, ...]
    unreachable_verdicts: tuple[str, ...]
    """The verdicts that no rule of the stack gives; superseded and dismissed are people's and not among them."""
    unfit: tuple[Problem, ...] = ()
    """What keeps the stack from being adopted: rules that refute in silence, names that stand twice."""

    @property
    def faults(self) -> tuple[Checked, ...]:
        """The rules that can never decide."""
        return tuple(each for each in self.rules if each.reach is Reach.NEVER)


def check(stack: tuple[Rulebook, ...], cases: Iterable[Case] = ()) -> Check:
    """Return for each rule of a stack whether it can decide, by its cases or by proof."""
    shown = _shown(stack, cases)
    rules = []
    for review in (False, True):
        before: list[tuple[Rulebook, Rule]] = []
        for book, rule in stacked(stack, review):
            rules.append(_checked(book, rule, before, shown))
            before.append((book, rule))
    given = {each.rule.then for each in rules if not each.rule.review and each.reach is not Reach.NEVER}
    missing = tuple(word for word in GIVEN if word not in given and word != Word.OPEN)
    return Check(tuple(rules), missing, unfit(stack))


def _checked(book: Rulebook, rule: Rule, before: list[tuple[Rulebook, Rule]], shown: dict[int, str]) -> Checked:
    if id(rule) in shown:
        return Checked(book.name, rule, Reach.REACHED, f"case “{shown[id(rule)]}”")
    alone = possible(rule.condition, ())
    if alone is False:
        return Checked(book.name, rule, Reach.NEVER, "its condition cannot hold")
    found = possible(rule.condition, tuple(each.condition for other, each in before if _comparable(book, other, each)))
    if found is False:
        return Checked(book.name, rule, Reach.NEVER, "a rule before it always decides first")
    why = "no case reaches it, and no proof says that none can"
    return Checked(book.name, rule, Reach.UNDECIDED, why)


def _comparable(book: Rulebook, other: Rulebook, rule: Rule) -> bool:
    """Tell whether a rule of another rulebook means by its facts what this rulebook means by them."""
    one, two = book.settings, other.settings
    same = (one.due, one.lifetimes, one.sources) == (two.due, two.lifetimes, two.sources)
    return same or not set(rule.facts) & {"schedule", "confidence", "days_until_recheck"}


def problems(checked: Check) -> tuple[Problem, ...]:
    """Return the rules that can never decide, each as a fault with its place."""
    return tuple(each.rule.mark.problem(f"{each.rule.name} can never decide: {each.why}") for each in checked.faults)


def _shown(stack: tuple[Rulebook, ...], cases: Iterable[Case]) -> dict[int, str]:
    """Return the rules that decide in some case, each with the first such case."""
    shown: dict[int, str] = {}
    for case in cases:
        for trial in judge(case.dossier, stack, case.on).trace:
            if trial.held:
                shown.setdefault(id(trial.rule), case.name)
    return shown


def lines(checked: Check) -> list[str]:
    """Return what was found as plain lines: what keeps a ledger from adopting them, rules not shown, verdicts none gives."""
    found = [str(each) for each in checked.unfit]
    found += [
        f"{each.rule.mark.file}:{each.rule.mark.line}:{each.rule.mark.column}: {each.rule.name}: {each.reach}, {each.why}"
        for each in checked.rules
        if each.reach is not Reach.REACHED
    ]
    if checked.unreachable_verdicts:
        found.append(f"No rule gives {', '.join(checked.unreachable_verdicts)}: only a person can.")
    return found
