"""Quick: what a rule said of many claims is put into their rows as it stands; nothing is folded for it.

A run of the rules over a whole ledger writes a verdict for most of its claims, and to fold each of them again would take far
longer than to write it. Only the plain case is taken: a claim with nothing on it from a later day than the verdict's. A test
holds the index equal to its rebuild after every story, and `audit` after every ledger.
"""

from typing import NamedTuple

from claims.domain.events import Entry, ReviewReached, VerdictReached
from claims.domain.hearing import storable
from claims.domain.verdict import Review
from claims.store.database import Database

_STANDS = """SELECT c.id, c.word, c.verdict_person, c.verdict_day, c.latest_day, c.looked, c.flag_day, f.settled
 FROM claim c JOIN fact f ON f.claim = c.id WHERE c.id IN :among"""
_LATER = "SELECT DISTINCT claim FROM evidence WHERE entered > :day AND claim IN :among"
_VERDICT_OF_CLAIM = """UPDATE claim SET word = :word, verdict_person = :person, verdict_by = :by, verdict_rulebook = :rulebook,
 verdict_day = :day, verdict_number = :number, last_number = :number, latest_day = :latest WHERE id = :claim"""
_VERDICT_OF_FACT = """UPDATE fact SET word = :word, verdict_person = :person, verdict_by = :by, verdict_day = :day,
 sightings_since = 0, evidence_since = 0, latest_day = :latest WHERE claim = :claim"""
_REVIEW_OF_CLAIM = """UPDATE claim SET review = :review, flag_rule = :rule, flag_day = :day, last_number = :number,
 latest_day = :latest WHERE id = :claim"""
_REVIEW_OF_FACT = "UPDATE fact SET flag_rule = :asked, latest_day = :latest WHERE claim = :claim"


class _Stood(NamedTuple):
    """How a claim stood before."""

    claim: str
    word: str
    verdict_person: bool | None
    verdict_day: int | None
    latest_day: int
    looked: int | None
    flag_day: int | None
    settled: bool


def quickly(database: Database, entries: tuple[Entry, ...]) -> frozenset[str]:
    """Bring the rows of claims up by what rules said of them, and return those claims; the others have to be folded.

    None where the command did anything else, or was for several days: then all are folded.
    """
    said: list[tuple[int, VerdictReached | ReviewReached]] = []
    for entry in entries:
        if not isinstance(entry.event, VerdictReached | ReviewReached):
            return frozenset()
        said.append((entry.number, entry.event))
    days = {_day(event) for _, event in said}
    kinds = [(event.claim, event.type) for _, event in said]
    if len(days) > 1 or len(set(kinds)) < len(kinds):
        return frozenset()
    day = days.pop()
    claims = list(dict.fromkeys(claim for claim, _ in kinds))
    later = {str(row[0]) for row in database.among(_LATER, claims, day=day)}
    stood = {str(row[0]): _Stood._make(row) for row in database.among(_STANDS, claims)}
    plain = {claim: one for claim, one in stood.items() if claim not in later and _plain(one, day)}
    _verdicts(database, [(n, event) for n, event in said if isinstance(event, VerdictReached) and event.claim in plain])
    _reviews(
        database, [(n, event) for n, event in said if isinstance(event, ReviewReached) and event.claim in plain], plain
    )
    database.change("UPDATE agenda SET day = 0 WHERE claim = :claim", ({"claim": claim} for claim in plain))
    return frozenset(plain)


def _day(event: VerdictReached | ReviewReached) -> int:
    return (event.verdict.day if isinstance(event, VerdictReached) else event.day).toordinal()


def _plain(stood: _Stood, day: int) -> bool:
    """Tell whether what a rule says for a day simply takes its place."""
    after = (stood.latest_day, stood.verdict_day or 0, stood.flag_day or 0)
    return not stood.settled and not stood.verdict_person and max(after) <= day


def _verdicts(database: Database, said: list[tuple[int, VerdictReached]]) -> None:
    rows: list[dict[str, object]] = [
        {
            "claim": event.claim,
            "word": str(event.verdict.word),
            "person": event.verdict.person,
            "by": storable(event.verdict.by),
            "rulebook": storable(event.verdict.rulebook),
            "day": event.verdict.day.toordinal(),
            "latest": event.verdict.day.toordinal(),
            "number": number,
        }
        for number, event in said
    ]
    database.change(_VERDICT_OF_CLAIM, rows)
    database.change(_VERDICT_OF_FACT, rows)


def _reviews(database: Database, said: list[tuple[int, ReviewReached]], stood: dict[str, _Stood]) -> None:
    rows: list[dict[str, object]] = []
    for number, event in said:
        asked = event.review is Review.RECHECK
        rest = Review.UNREVIEWED if stood[event.claim].looked is None else Review.REVIEWED
        rows.append(
            {
                "claim": event.claim,
                "review": str(Review.RECHECK if asked else rest),
                "rule": storable(event.rule),
                "asked": storable(event.rule) if asked else None,
                "day": event.day.toordinal(),
                "latest": event.day.toordinal(),
                "number": number,
            }
        )
    database.change(_REVIEW_OF_CLAIM, rows)
    database.change(_REVIEW_OF_FACT, rows)
