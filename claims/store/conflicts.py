"""Conflicts: which claims of one topic cannot both hold, kept beside the index and brought up with it.

The pairs of a topic depend on its claims alone, not on the order in which they came, so that a rebuild finds the same.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations

from claims.domain.claim import Kind, Polarity
from claims.domain.conflict import Put, in_conflict
from claims.domain.quantity import Quantity
from claims.store.database import Database

MOST = 200
"""Claims of one topic that are compared, each with each; a topic of more is too common a word to mean one thing."""
_PUT = """SELECT f.topic, c.id, c.kind, c.polarity, c.when_first, c.when_last, c.quantities FROM fact f
 JOIN claim c ON c.id = f.claim WHERE f.topic IN :among ORDER BY f.topic, c.id"""


def topics_of(database: Database, claims: list[str]) -> set[str]:
    """Return the topics of claims, as the index has them."""
    sql = "SELECT DISTINCT topic FROM fact WHERE topic IS NOT NULL AND claim IN :among"
    return {str(row[0]) for row in database.among(sql, claims)}


def refresh(database: Database, topics: Iterable[str]) -> None:
    """Find the pairs of these topics anew; whoever is in one, or was, goes on the agenda of the rules."""
    wanted = sorted(topics)
    if not wanted:
        return
    touched = {str(row[0]) for row in database.among("SELECT claim FROM conflict WHERE topic IN :among", wanted)}
    if touched:
        database.among("DELETE FROM conflict WHERE topic IN :among", wanted)
    groups: dict[str, list[Put]] = {}
    for topic, identity, kind, polarity, first, last, quantities in database.among(_PUT, wanted):
        numbers = tuple(Quantity.model_validate(each) for each in json.loads(quantities))
        put = Put(str(identity), Kind(kind), Polarity(polarity), first, last, numbers)
        groups.setdefault(str(topic), []).append(put)
    pairs = [pair for topic, group in groups.items() for pair in _pairs(topic, group)]
    if pairs:
        database.insert("conflict", ("topic", "claim", "other"), pairs)
    touched |= {claim for _, claim, _ in pairs}
    database.among("UPDATE agenda SET day = 0 WHERE claim IN :among", sorted(touched))


def all_topics(database: Database) -> Iterator[str]:
    """Yield the topics that more than one claim has."""
    sql = "SELECT topic FROM fact WHERE topic IS NOT NULL GROUP BY topic HAVING count(*) > 1"
    return (str(row[0]) for row in database.rows(sql))


def rivals_of(database: Database, claim: str) -> tuple[tuple[str, date], ...]:
    """Return the claims that cannot hold beside one and are not set aside, each with the day it was put forward; by id."""
    sql = """SELECT c.other, f.made FROM conflict c JOIN fact f ON f.claim = c.other
     WHERE c.claim = :claim AND NOT f.settled ORDER BY c.other"""
    return tuple((str(other), date.fromordinal(made)) for other, made in database.rows(sql, claim=claim))


def conflicts_of(database: Database, claims: list[str], day: int) -> dict[str, tuple[str, ...]]:
    """Return for each claim those that cannot hold beside it, of those put forward by a day that are not set aside."""
    sql = """SELECT c.claim, c.other FROM conflict c JOIN fact f ON f.claim = c.other
     WHERE f.made <= :day AND NOT f.settled AND c.claim IN :among ORDER BY c.claim, c.other"""
    found: dict[str, list[str]] = {}
    for claim, other in database.among(sql, claims, day=day):
        found.setdefault(str(claim), []).append(str(other))
    return {claim: tuple(others) for claim, others in found.items()}


def _pairs(topic: str, group: list[Put]) -> Iterator[tuple[str, str, str]]:
    if len(group) > MOST:
        return
    for one, other in combinations(group, 2):
        if in_conflict(one, other):
            yield topic, one.id, other.id
            yield topic, other.id, one.id
