"""View: one claim as a reader of a list or report sees it, all text and days, nothing left to work out."""

from datetime import date

from claims.domain.base import Model
from claims.domain.dossier import Dossier
from claims.domain.evidence import Evidence
from claims.domain.quantity import Quantity
from claims.domain.standing import schedule_of, status_of
from claims.domain.verdict import Verdict


class ClaimView(Model):
    """A claim with its standing on a day."""

    id: str
    text: str
    quote: str | None
    kind: str
    speaker: str | None
    quoted: bool
    polarity: str
    hedge: str
    when: str | None
    deadline: date | None
    first_deadline: date | None
    """The day before anybody moved it; None where it was never moved."""
    quantities: tuple[Quantity, ...]
    status: str
    verdict: str
    schedule: str
    review: str
    score: float
    decided_by: str | None
    """The rule or person whose verdict stands."""
    by_person: bool
    reason: str | None
    decided: date | None
    rating: str | None
    recheck: str | None
    """Why someone should look again."""
    made: date
    publisher: str | None
    title: str | None
    url: str | None
    article: str | None
    start: int | None
    end: int | None
    evidence: tuple[Evidence, ...]
    notes: tuple[str, ...]
    doubts: tuple[str, ...]


def view(dossier: Dossier, day: date, window: int) -> ClaimView:
    """Return the claim as it stands on a day; `window` days before its deadline it is due."""
    claim, verdict = dossier.claim, dossier.verdict
    schedule = schedule_of(dossier, day, window)
    seen = dossier.sightings[0] if dossier.sightings else None
    return ClaimView(
        id=claim.id,
        text=claim.text,
        quote=seen.span.quote if seen else None,
        kind=claim.kind,
        speaker=claim.speaker,
        quoted=claim.quoted,
        polarity=claim.polarity,
        hedge=claim.hedge,
        when=str(claim.when) if claim.when else None,
        deadline=claim.deadline,
        first_deadline=dossier.original_deadline if dossier.moves else None,
        quantities=claim.quantities,
        status=status_of(dossier.word, schedule),
        verdict=dossier.word,
        schedule=schedule,
        review=dossier.review,
        score=claim.score,
        decided_by=verdict.by if verdict else None,
        by_person=verdict.person if verdict else False,
        reason=_reason(dossier, verdict),
        decided=verdict.day if verdict else None,
        rating=_rating(verdict),
        recheck=dossier.flag.reason if dossier.flag and dossier.review == "recheck" else None,
        made=dossier.made,
        publisher=seen.publisher if seen else None,
        title=seen.title if seen else None,
        url=seen.url if seen else None,
        article=seen.article if seen else None,
        start=seen.span.start if seen else None,
        end=seen.span.end if seen else None,
        evidence=dossier.evidence,
        notes=tuple(note.text for note in dossier.notes),
        doubts=claim.doubts,
    )


def _reason(dossier: Dossier, verdict: Verdict | None) -> str | None:
    if dossier.dismissed is not None:
        return dossier.dismissed or None
    if dossier.superseded_by is not None:
        return f"superseded by {dossier.superseded_by[:8]}"
    if verdict is None:
        return None
    return f"{verdict.code}: {verdict.reason}" if verdict.code and verdict.reason else verdict.code or verdict.reason


def _rating(verdict: Verdict | None) -> str | None:
    if verdict is None or verdict.rating is None:
        return None
    return f"{verdict.rating.word} ({verdict.rating.scale})" if verdict.rating.scale else verdict.rating.word
