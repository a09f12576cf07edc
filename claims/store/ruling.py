"""Ruling: what rules say of claims by the hundred thousand, kept in the index without folding the claims anew.

A rule's verdict or review changes a handful of columns, and what it does to them can be told from those columns and the
event alone. Whatever cannot is named, to be folded; a test holds the rows to those of a fold.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Annotated, NamedTuple, TypeGuard

from pydantic import Field, TypeAdapter

from claims.domain.events import Entry, Event, ReviewReached, VerdictReached, write
from claims.domain.hearing import storable
from claims.domain.verdict import Review, Verdict
from claims.store.database import Database

Ruling = VerdictReached | ReviewReached
"""What only a rule writes."""
_RULINGS: TypeAdapter[list[Ruling]] = TypeAdapter(list[Annotated[Ruling, Field(discriminator="type")]])
_PLAIN = re.compile(r"[ -~]*").fullmatch
"""Text that JSON needs no escapes for beyond those that every writer makes alike."""
REPLACED = "\ufffd"
"""What an origin holds where it had to be changed for the database: two that were told apart may then look the same."""


def is_ruling(event: Event) -> TypeGuard[Ruling]:
    """Tell whether an event is a rule's word. A VerdictReached in a person's name is not: it answers flags, too."""
    return isinstance(event, ReviewReached) or (isinstance(event, VerdictReached) and not event.verdict.person)


def written(events: Sequence[Ruling]) -> tuple[list[str], list[Ruling]]:
    """Return the text of each event, as `write` gives it, and what is read back from the texts.

    Raises ValueError where one could not be read back.
    """
    texts = [_written(event) for event in events]
    return texts, _RULINGS.validate_json(f"[{','.join(texts)}]")


def _written(event: Ruling) -> str:
    text = event.model_dump_json(exclude_defaults=True)
    if not _PLAIN(text):
        return write(event)
    return f'{{"type":"{event.type}","version":{event.version},{text[1:]}'


class Standing(NamedTuple):
    """What rules' words change of a claim in the index, in the order of `_READ`; days are ordinals."""

    settled: bool
    word: str
    person: bool | None
    by: str | None
    rulebook: str | None
    day: int | None
    verdict_number: int | None
    review: str
    flag_rule: str | None
    flag_day: int | None
    last_number: int
    latest_day: int
    wish: str | None
    """The rule whose wish for another look stands."""
    sightings_since: int | None
    evidence_since: int | None
    news: bool
    looked: int | None
    sightings: int
    evidence: int


_READ = """SELECT c.id, f.settled, c.word, c.verdict_person, c.verdict_by, c.verdict_rulebook, c.verdict_day,
 c.verdict_number, c.review, c.flag_rule, c.flag_day, c.last_number, c.latest_day, f.flag_rule, f.sightings_since,
 f.evidence_since, f.news, c.looked, c.sightings, c.evidence
 FROM claim c JOIN fact f ON f.claim = c.id WHERE c.id IN :among"""
_CLAIM = (
    *("word", "verdict_person", "verdict_by", "verdict_rulebook", "verdict_day", "verdict_number", "review"),
    *("flag_rule", "flag_day", "last_number", "latest_day"),
)
_FACT = (
    *("word", "verdict_person", "verdict_by", "verdict_day", "flag_rule", "latest_day"),
    *("sightings_since", "evidence_since", "news"),
)


def rule(database: Database, entries: Iterable[Entry]) -> list[str]:
    """Bring claims up by entries that hold rules' words, newer than all that is in the index; inside a transaction.

    Returns the claims that this could not be told for: they have to be folded. A claim that does not stand is left so.
    """
    words: dict[str, list[Entry]] = {}
    for entry in entries:
        if is_ruling(entry.event):
            words.setdefault(entry.event.claim, []).append(entry)
    claims = sorted(words)
    before = {row[0]: Standing._make(row[1:]) for row in database.among(_READ, claims)}
    after = {claim: _ruled(standing, words[claim]) for claim, standing in before.items()}
    changed = [claim for claim, now in after.items() if now.verdict_number != before[claim].verdict_number]
    doubtful = _count(database, changed, after)
    sure = sorted((claim, now) for claim, now in after.items() if claim not in doubtful)
    database.update("claim", _CLAIM, "id", [(*now[1:12], claim) for claim, now in sure])
    database.update(
        "fact",
        _FACT,
        "claim",
        [(*now[1:4], now.day, now.wish, now.latest_day, *now[13:16], claim) for claim, now in sure],
    )
    database.among("UPDATE agenda SET day = 0 WHERE claim IN :among AND day <> 0", [claim for claim, _ in sure])
    return sorted(doubtful)


def _ruled(standing: Standing, entries: list[Entry]) -> Standing:
    """Return a claim's standing after what rules say of it, in order; what came since a verdict is not yet counted."""
    for entry in entries:
        if isinstance(entry.event, VerdictReached):
            standing = _judged(standing, entry.event.verdict, entry.number)
        elif isinstance(entry.event, ReviewReached):
            standing = _flagged(standing, entry.event, entry.number)
    return standing


def _judged(standing: Standing, verdict: Verdict, number: int) -> Standing:
    """A verdict stands where no person's does, and none of a later day; a settled claim keeps its word."""
    day = verdict.day.toordinal()
    latest = max(day, standing.latest_day)
    if standing.person or (standing.day is not None and day < standing.day):
        return standing._replace(last_number=number, latest_day=latest)
    return standing._replace(
        word=standing.word if standing.settled else str(verdict.word),
        person=False,
        by=storable(verdict.by),
        rulebook=storable(verdict.rulebook),
        day=day,
        verdict_number=number,
        last_number=number,
        latest_day=latest,
        news=False,
    )


def _flagged(standing: Standing, event: ReviewReached, number: int) -> Standing:
    """A flag of a later day stays, and the word of an earlier one is no change to the claim."""
    day = event.day.toordinal()
    latest = max(day, standing.latest_day)
    if standing.flag_day is not None and standing.flag_day > day:
        return standing._replace(latest_day=latest)
    wished = event.review is Review.RECHECK
    looked = Review.UNREVIEWED if standing.looked is None else Review.REVIEWED
    name = storable(event.rule)
    return standing._replace(
        review=str(Review.RECHECK if wished else looked),
        flag_rule=name,
        flag_day=day,
        last_number=number,
        latest_day=latest,
        wish=name if wished else None,
    )


def _count(database: Database, changed: list[str], after: dict[str, Standing]) -> set[str]:
    """Count anew what came after the verdicts that now stand; return the claims for which it cannot be told."""
    least = min((after[claim].day or 0 for claim in changed), default=date.max.toordinal())
    seen: dict[str, int] = {}
    sql = "SELECT claim, published FROM sighting WHERE claim IN :among AND published > :least"
    for claim, published in database.among(sql, [each for each in changed if after[each].sightings], least=least):
        seen[claim] = seen.get(claim, 0) + (published > (after[claim].day or 0))
    origins: dict[str, set[str]] = {}
    sql = "SELECT claim, origin, entered FROM evidence WHERE claim IN :among AND entered > :least AND NOT own"
    for claim, origin, entered in database.among(sql, [each for each in changed if after[each].evidence], least=least):
        if entered > (after[claim].day or 0):
            origins.setdefault(claim, set()).add(origin)
    for claim in changed:
        since = len(origins.get(claim, ()))
        after[claim] = after[claim]._replace(sightings_since=seen.get(claim, 0), evidence_since=since)
    return {claim for claim, names in origins.items() if any(REPLACED in name for name in names)}
