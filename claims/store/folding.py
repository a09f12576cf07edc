"""Folding: from entries to dossiers, and from a dossier to what the index keeps of it."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from claims.domain.dossier import Dossier, fold, standing
from claims.domain.events import (
    ClaimRecorded,
    Entry,
    counts_from,
    read,
)
from claims.domain.evidence import Evidence
from claims.domain.standing import own_voices
from claims.errors import StoreError
from claims.store.database import Values
from claims.store.fact_row import FactRow, fact_row
from claims.store.row import EvidenceRow, Row, SightingRow

ALL = date.max
"""As of this day a fold leaves nothing out."""
ENTRY = "number, recorded, actor, command, event"
"""The columns that `entry_of` reads."""


def entry_of(values: Values) -> Entry:
    """Return the entry that the columns in ENTRY hold. Raises StoreError where its event is none that we know."""
    number, recorded, actor, command, event = values
    try:
        return Entry.model_construct(number=number, recorded=recorded, actor=actor, command=command, event=read(event))
    except ValueError as error:
        raise StoreError(f"entry {number} holds an event that this version cannot read; run claims audit") from error


class Folded:
    """What the index keeps of one claim."""

    __slots__ = ("evidence", "facts", "row", "sightings")

    def __init__(self, row: Row, facts: FactRow, evidence: list[EvidenceRow], sightings: list[SightingRow]) -> None:
        self.row, self.facts, self.evidence, self.sightings = row, facts, evidence, sightings


def folded(entries: list[Entry], as_of: date = ALL) -> Folded | None:
    """Fold a claim's entries for the index; None where it does not stand."""
    dossier = fold(entries, as_of)
    if dossier is None:
        return None
    kept = standing(entries)
    latest = max(day for day in (counts_from(entry.event) for entry in kept) if day is not None)
    own = own_voices(dossier)
    evidence = [_evidence(dossier.id, n, each, own) for n, each in enumerate(dossier.evidence)]
    sightings = [
        SightingRow(
            claim=dossier.id,
            position=n,
            article=each.article,
            published=each.published.toordinal(),
            publisher=storable(each.publisher),
            speaker=storable(each.speaker),
            start=each.span.start,
            end_=each.span.end,
        )
        for n, each in enumerate(dossier.sightings)
    ]
    first = next(entry.number for entry in kept if isinstance(entry.event, ClaimRecorded))
    return Folded(_row(dossier, first), fact_row(dossier, latest), evidence, sightings)


def by_claim(rows: Iterable[Values]) -> Iterator[tuple[str, list[Entry]]]:
    """Group rows of (claim, *ENTRY), ordered by claim, into each claim's entries."""
    for claim, group in groupby(rows, key=lambda values: values[0]):
        yield str(claim), [entry_of(values[1:]) for values in group]


def storable(text: str | None) -> str | None:
    """Return a text that both databases take: without NUL and lone surrogates, each replaced by U+FFFD."""
    if text is None or text.isascii():
        return text if text is None or "\0" not in text else text.replace("\0", "\ufffd")
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\0", "\ufffd")


def _ordinal(day: date | None) -> int | None:
    return None if day is None else day.toordinal()


def _evidence(claim: str, position: int, evidence: Evidence, own: frozenset[str]) -> EvidenceRow:
    voices = {evidence.origin, evidence.source.casefold(), (evidence.publisher or "").casefold()}
    return EvidenceRow(
        claim=claim,
        position=position,
        id=storable(evidence.id) or "",
        stance=str(evidence.stance),
        origin=storable(evidence.origin) or "",
        own=bool(voices & own),
        source=storable(evidence.source) or "",
        publisher=storable(evidence.publisher),
        grade=evidence.grade,
        day=evidence.day.toordinal(),
        dated=_ordinal(evidence.dated),
        published=_ordinal(evidence.published),
        happened=_ordinal(evidence.happened),
        entered=evidence.entered.toordinal(),
    )


def _row(dossier: Dossier, first: int) -> Row:
    claim = dossier.claim
    seen = dossier.sightings[0] if dossier.sightings else None
    quote = seen.span.quote if seen else ""
    publisher = seen.publisher if seen else None
    when = claim.when
    return Row(
        id=claim.id,
        text=storable(claim.text) or "",
        quote=storable(quote) or "",
        folded=storable("\n".join((claim.text, quote, claim.speaker or "")).casefold()) or "",
        kind=str(claim.kind),
        polarity=str(claim.polarity),
        hedge=str(claim.hedge),
        speaker=storable(claim.speaker),
        speaker_folded=storable(claim.speaker.casefold()) if claim.speaker else None,
        quoted=claim.quoted,
        publisher=storable(publisher),
        publisher_folded=storable(publisher.casefold()) if publisher else None,
        article=seen.article if seen else None,
        start=seen.span.start if seen else None,
        made=dossier.made.toordinal(),
        entered=dossier.entered.toordinal(),
        when_text=str(when) if when else None,
        when_first=_ordinal(when.first) if when else None,
        when_last=_ordinal(when.last) if when else None,
        deadline=_ordinal(claim.deadline),
        first_deadline=_ordinal(dossier.first_deadline),
        deadline_vague=claim.deadline_vague,
        moved=len(dossier.moves),
        through=claim.through,
        quantities=json.dumps([quantity.model_dump() for quantity in claim.quantities]) if claim.quantities else "[]",
        subject=storable(claim.subject),
        measure=storable(claim.measure),
        score=claim.score,
        first_number=first,
    )
