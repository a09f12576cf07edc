"""Plan: from a stack of rulebooks to the plan that the store turns into one statement."""

import hashlib

from claims.domain.claim import Kind
from claims.domain.plan import Clock, Plan, PlannedRule, Terms
from claims.rules.decay import Lifetime, lasts, table
from claims.rules.rulebook import Rulebook, stacked
from claims.rules.settings import ASK_AGAIN, Settings


def plan(stack: tuple[Rulebook, ...]) -> Plan:
    """Return the plan of a stack of rulebooks."""
    terms = {id(book): _terms(book.settings) for book in stack}

    def planned(review: bool) -> tuple[PlannedRule, ...]:
        return tuple(
            PlannedRule(rule.name, rule.condition, rule.then, terms[id(book)]) for book, rule in stacked(stack, review)
        )

    key = hashlib.sha256(" ".join(book.digest for book in stack).encode()).hexdigest()
    return Plan(key, planned(False), planned(True), ask_again(stack))


def ask_again(stack: tuple[Rulebook, ...]) -> int:
    """Return how long a person's look lasts, by the first rulebook of a stack."""
    return stack[0].settings.ask_again if stack else ASK_AGAIN


def _terms(settings: Settings) -> Terms:
    kinds = tuple((str(kind), _clock(settings.lifetime(kind))) for kind in Kind)
    return Terms(settings.due, kinds, tuple((name, _clock(life)) for name, life in settings.sources.items()))


def _clock(lifetime: Lifetime) -> Clock:
    return Clock(table(lifetime), lasts(lifetime))
