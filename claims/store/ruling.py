"""Ruling: what rules say of claims by the hundred thousand, kept in the index without folding the claims anew.

A rule's verdict or review changes a handful of columns, and what it does to them can be told from those columns and the
event alone. Whatever cannot is named, to be folded; a test holds the rows to those of a fold.
"""

import re
from collections.abc import Iterable
from datetime import date
from itertools import chain
from typing import TypeGuard

from claims.domain.events import Event, ReviewReached, VerdictReached, read, write
from claims.domain.hearing import storable
from claims.domain.verdict import Review, Verdict, Word
from claims.store.database import Database

Ruling = VerdictReached | ReviewReached
"""What only a rule writes."""
_PLAIN = re.compile(r"[ -~]*").fullmatch
"""Text that JSON needs no escapes for beyond those that every writer makes alike."""


def is_ruling(event: Event) -> TypeGuard[Ruling]:
    """Tell whether an event is a rule's word. A VerdictReached in a person's name is not: it answers flags, too."""
    return isinstance(event, ReviewReached) or (isinstance(event, VerdictReached) and not event.verdict.person)


def written(event: Ruling) -> str:
    """Return the text of an event, as `write` gives it. Raises ValueError where it could not be read back.

    An event whose every field is of the very type it is declared with was valid when it was made and is frozen since, so
    that it is read back from its text; a test holds that. Any other is read back here, which takes thrice as long.
    """
    text = event.model_dump_json(exclude_defaults=True)
    head = f'{{"type":"{event.type}","version":{event.version},'
    text = head + text[1:] if _PLAIN(text) else write(event)
    sure = _is_whole(event.verdict) if isinstance(event, VerdictReached) else _is_flag(event)
    if not (sure and type(event.claim) is str) and read(text) != event:
        raise ValueError(f"this {event.type} is not what would be read back of it")
    return text


def _is_whole(verdict: Verdict) -> bool:
    return (
        type(verdict) is Verdict
        and type(verdict.word) is Word
        and type(verdict.day) is date
        and type(verdict.person) is bool
        and type(verdict.by) is type(verdict.reason) is str
        and (verdict.rulebook is None or type(verdict.rulebook) is str)
        and type(verdict.evidence) is tuple
        and type(verdict.facts) is tuple
        and {str}.issuperset(map(type, verdict.evidence))
        and {tuple}.issuperset(map(type, verdict.facts))
        and {2}.issuperset(map(len, verdict.facts))
        and {str}.issuperset(map(type, chain.from_iterable(verdict.facts)))
        and verdict.code is None
        and verdict.rating is None
        and verdict.number == 0
    )


def _is_flag(event: ReviewReached) -> bool:
    return (
        type(event.review) is Review
        and type(event.day) is date
        and type(event.rule) is type(event.reason) is type(event.rulebook) is str
    )


_PLAIN_CLAIMS = """SELECT f.claim, f.settled OR COALESCE(f.verdict_person, FALSE) FROM fact f
 WHERE f.claim IN :among AND f.latest_day <= :day
 AND NOT EXISTS (SELECT 1 FROM sighting s WHERE s.claim = f.claim AND s.published > :day)
 AND NOT EXISTS (SELECT 1 FROM evidence e WHERE e.claim = f.claim AND e.entered > :day)"""
_LOOKED = "SELECT claim FROM fact WHERE claim IN :among AND looked IS NOT NULL"
_JUDGED_CLAIM = (
    *("word", "verdict_person", "verdict_by", "verdict_rulebook", "verdict_day", "verdict_number", "last_number"),
    "latest_day",
)
_JUDGED_FACT = (
    "word",
    "verdict_person",
    "verdict_by",
    "verdict_day",
    "latest_day",
    "sightings_since",
    "evidence_since",
)
_FLAGGED_CLAIM = ("review", "flag_rule", "flag_day", "last_number", "latest_day")
_FLAGGED_FACT = ("flag_rule", "latest_day")


def rule(database: Database, said: Iterable[tuple[int, Ruling]]) -> list[str]:
    """Bring claims up by what rules say of them (entry, event), newer than all in the index; inside a transaction.

    Returns the claims that this could not be told for: they have to be folded. It can where nothing on a claim is later
    than the day that the rules speak for, so that their word takes the place of any earlier one's and nothing has come
    since; for a verdict, where the claim is not settled otherwise and no person gave a verdict on it.
    """
    # Of what is said twice of a claim for a day, the later counts.
    verdicts: dict[str, tuple[int, VerdictReached]] = {}
    flags: dict[str, tuple[int, ReviewReached]] = {}
    days: dict[str, int] = {}
    left: set[str] = set()
    for number, event in said:
        claim = event.claim
        if isinstance(event, VerdictReached):
            day = event.verdict.day.toordinal()
            verdicts[claim] = number, event
        else:
            day = event.day.toordinal()
            flags[claim] = number, event
        if days.setdefault(claim, day) != day:
            left.add(claim)
    by_day: dict[int, list[str]] = {}
    for claim, day in days.items():
        by_day.setdefault(day, []).append(claim)
    plain: set[str] = set()
    for day, claims in by_day.items():
        found = database.among(_PLAIN_CLAIMS, claims, day=day)
        plain.update(claim for claim, decided in found if not (decided and claim in verdicts))
    plain -= left
    _judge(database, [(n, event) for n, event in verdicts.values() if event.claim in plain])
    # After the verdicts: the later of the two is the claim's last entry.
    _flag(
        database,
        [(max(n, verdicts.get(claim, (0,))[0]), event) for claim, (n, event) in flags.items() if claim in plain],
    )
    database.among("UPDATE agenda SET day = 0 WHERE claim IN :among AND day <> 0", [*plain])
    return sorted(days.keys() - plain)


def _judge(database: Database, said: list[tuple[int, VerdictReached]]) -> None:
    claims, facts = [], []
    for number, event in said:
        verdict = event.verdict
        word, by, day = str(verdict.word), storable(verdict.by), verdict.day.toordinal()
        claims.append((word, False, by, storable(verdict.rulebook), day, number, number, day, event.claim))
        facts.append((word, False, by, day, day, 0, 0, event.claim))
    database.update("claim", _JUDGED_CLAIM, "id", claims)
    database.update("fact", _JUDGED_FACT, "claim", facts)


def _flag(database: Database, said: list[tuple[int, ReviewReached]]) -> None:
    looked = {claim for (claim,) in database.among(_LOOKED, [event.claim for _, event in said])}
    claims, facts = [], []
    for number, event in said:
        rest = Review.REVIEWED if event.claim in looked else Review.UNREVIEWED
        wished = event.review is Review.RECHECK
        rule, day = storable(event.rule), event.day.toordinal()
        claims.append((str(event.review if wished else rest), rule, day, number, day, event.claim))
        facts.append((rule if wished else None, day, event.claim))
    database.update("claim", _FLAGGED_CLAIM, "id", claims)
    database.update("fact", _FLAGGED_FACT, "claim", facts)
