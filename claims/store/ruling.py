"""Ruling: what rules say of claims by the hundred thousand, kept in the index without folding the claims anew.

A rule's verdict or review changes a handful of columns of one row, and what it does to them can be told from that row and
the event alone; one statement does it for all claims of which the same is said. Whatever cannot be told so is named, to be
folded; a test holds the rows to those of a fold.
"""

from collections.abc import Iterable
from datetime import date
from itertools import chain
from typing import TypeGuard, TypeVar

from claims.domain.events import Event, ReviewReached, VerdictReached, read, write
from claims.domain.hearing import storable
from claims.domain.verdict import Review, Verdict, Word
from claims.store.database import Database

Ruling = VerdictReached | ReviewReached
"""What only a rule writes."""
K = TypeVar("K")
_DEL = "\x7f"
"""Of what is ASCII the one sign that not every writer of JSON escapes alike."""


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
    text = head + text[1:] if text.isascii() and _DEL not in text else write(event)
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


_NOT_PLAIN = """SELECT claim, latest_day <= :day AND heard_day <= :day FROM fact WHERE claim IN :among
 AND (latest_day > :day OR heard_day > :day OR settled OR COALESCE(verdict_person, FALSE))"""
_JUDGED = """UPDATE fact SET word = :word, verdict_person = FALSE, verdict_by = :by, verdict_day = :day, latest_day = :day,
 sightings_since = 0, evidence_since = 0 WHERE claim IN :among"""
_FLAGGED = "UPDATE fact SET flag_rule = :rule, latest_day = :day WHERE claim IN :among"
_DUE = "UPDATE agenda SET day = 0 WHERE claim IN :among AND day <> 0"


def rule(database: Database, said: Iterable[Ruling]) -> list[str]:
    """Bring claims up by what rules say of them, newer than all in the index, in order; inside a transaction.

    Returns the claims that this could not be told for: they have to be folded. It can where nothing on a claim is later
    than the day that the rules speak for, so that their word takes the place of any earlier one's and nothing has come
    since; for a verdict, where the claim is not settled otherwise and no person gave a verdict on it. A claim that does not
    stand is not made to stand by a rule.
    """
    # Of what is said twice of a claim for a day, the later counts.
    verdicts: dict[str, Verdict] = {}
    flags: dict[str, ReviewReached] = {}
    days: dict[str, date] = {}
    left: set[str] = set()
    for event in said:
        claim = event.claim
        if isinstance(event, VerdictReached):
            verdicts[claim] = event.verdict
            day = event.verdict.day
        else:
            flags[claim] = event
            day = event.day
        if days.setdefault(claim, day) != day:
            left.add(claim)
    for day, claims in _grouped((day, claim) for claim, day in days.items()):
        found = database.among(_NOT_PLAIN, claims, day=day.toordinal())
        left.update(claim for claim, timely in found if not timely or claim in verdicts)
    judged = (((v.word, v.by, v.day), claim) for claim, v in verdicts.items() if claim not in left)
    for (word, by, day), claims in _grouped(judged):
        database.among(_JUDGED, claims, word=str(word), by=storable(by), day=day.toordinal())
    wishes = (((_wish(flag), flag.day), claim) for claim, flag in flags.items() if claim not in left)
    for (wish, day), claims in _grouped(wishes):
        database.among(_FLAGGED, claims, rule=wish, day=day.toordinal())
    database.among(_DUE, [claim for claim in days if claim not in left])
    return sorted(left)


def _wish(flag: ReviewReached) -> str | None:
    return storable(flag.rule) if flag.review is Review.RECHECK else None


def _grouped(pairs: Iterable[tuple[K, str]]) -> Iterable[tuple[K, list[str]]]:
    """Put the claims together of which the same is to be written: one statement then changes them all."""
    groups: dict[K, list[str]] = {}
    for key, claim in pairs:
        if key in groups:
            groups[key].append(claim)
        else:
            groups[key] = [claim]
    return groups.items()
