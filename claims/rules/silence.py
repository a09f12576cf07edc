"""Silence: the rules that could refute a claim although nothing that counts refutes it; none of them is taken."""

from collections.abc import Mapping
from types import MappingProxyType

from claims.domain.condition import Value
from claims.domain.verdict import Word
from claims.errors import Problem
from claims.rules.domains import possible
from claims.rules.facts import FACTS
from claims.rules.rulebook import Rule, Rulebook

REFUTING = (
    "refuting",
    "sound_refuting",
    "refuting_in_time",
    "refuting_late",
    "best_grade_refuting",
    "worst_grade_refuting",
    "best_information_refuting",
    "first_refute",
    "days_since_refuting",
)
"""The facts that tell of refuting evidence that counts. `all_refuting` is none: it takes in the claim's own word."""
UNREFUTED: Mapping[str, Value | None] = MappingProxyType(
    {name: None if FACTS[name].optional else 0 for name in REFUTING}
)
"""What they are where there is none: the counts 0, all else unknown."""


def refutes_in_silence(rule: Rule) -> bool:
    """Tell whether a rule gives `refuted` and no proof says that it needs refuting evidence; what is not decided is none."""
    return not rule.review and rule.then == Word.REFUTED and possible(rule.condition, (), UNREFUTED) is not False


def silent(book: Rulebook) -> tuple[Problem, ...]:
    """Return the rules of a book that refute in silence, each as a fault with its place and what to add."""
    return tuple(
        rule.mark.problem(
            f"{rule.name} refutes, and nothing shows that it needs refuting evidence",
            "add refuting >= 1 && to its condition, and brackets where it has ||",
        )
        for rule in book.verdicts
        if refutes_in_silence(rule)
    )
