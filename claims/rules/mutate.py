"""Mutate: rulebooks with one flaw each, to see whether the cases notice; a flaw that none notices is a missing case.

A flaw is an operator turned, a part left out, a word taken from a list, or a whole rule missing. One that changes nothing,
whatever the claim, shows a part that says nothing: take it out.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from claims.domain.condition import (
    AllOf,
    Among,
    AnyOf,
    Choice,
    Compare,
    Comparison,
    Condition,
    Not,
    Operator,
    Sum,
    write,
)
from claims.rules.cases import Case, fails
from claims.rules.cel import compile_condition
from claims.rules.facts import TYPES
from claims.rules.rulebook import Rule, Rulebook, facts_asked

_TURNED: dict[Comparison, tuple[Comparison, ...]] = {
    "==": ("!=",),
    "!=": ("==",),
    "<": ("<=", ">="),
    "<=": ("<", ">"),
    ">": (">=", "<="),
    ">=": (">", "<"),
}
_SWAPPED: dict[Operator, Operator] = {"+": "-", "-": "+", "*": "+", "/": "*", "%": "/"}


@dataclass(frozen=True, slots=True)
class Mutant:
    """A rulebook with one flaw: the rule, what was done to it, and whether a case noticed."""

    rule: str
    what: str
    caught: bool


def mutate(book: Rulebook, cases: Iterable[Case]) -> tuple[Mutant, ...]:
    """Try every flaw of a rulebook on its cases; those with `caught` False are what the cases miss."""
    known = tuple(cases)
    found = []
    for rule in book.rules:
        for what, flawed in _flawed(rule):
            stack = (_with(book, rule, flawed),)
            found.append(Mutant(rule.name, what, fails(known, stack)))
    return tuple(found)


def _flawed(rule: Rule) -> Iterator[tuple[str, Rule | None]]:
    yield "the rule left out", None
    for condition in dict.fromkeys(mutants(rule.condition)):
        text = write(condition)
        program = compile_condition(text, TYPES)
        facts = facts_asked(condition, rule.because)
        yield text, replace(rule, condition=condition, program=program, when=text, facts=facts)


def _with(book: Rulebook, rule: Rule, flawed: Rule | None) -> Rulebook:
    def put(rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
        return tuple(each for old in rules if (each := flawed if old is rule else old) is not None)

    return replace(book, verdicts=put(book.verdicts), reviews=put(book.reviews))


def mutants(condition: Condition) -> Iterator[Condition]:
    """Yield the condition with one flaw each: an operator turned, or a part left out, at any depth."""
    match condition:
        case AllOf() | AnyOf():
            other = AnyOf if isinstance(condition, AllOf) else AllOf
            yield other(condition.parts, condition.at)
            for place, part in enumerate(condition.parts):
                rest = condition.parts[:place] + condition.parts[place + 1 :]
                yield rest[0] if len(rest) == 1 else replace(condition, parts=rest)
                for flawed in mutants(part):
                    yield replace(condition, parts=(*condition.parts[:place], flawed, *condition.parts[place + 1 :]))
        case Not():
            yield condition.part
            for flawed in mutants(condition.part):
                yield replace(condition, part=flawed)
        case Compare():
            for op in _TURNED[condition.op]:
                yield replace(condition, op=op)
            for flawed in mutants(condition.left):
                yield replace(condition, left=flawed)
            for flawed in mutants(condition.right):
                yield replace(condition, right=flawed)
        case Among():
            yield Not(condition, condition.at)
            for place in range(len(condition.values)):
                values = condition.values[:place] + condition.values[place + 1 :]
                if values:
                    yield replace(condition, values=values)
        case Sum():
            yield replace(condition, op=_SWAPPED[condition.op])
            yield condition.left
            yield condition.right
        case Choice():
            yield replace(condition, then=condition.other, other=condition.then)
        case _:
            return
