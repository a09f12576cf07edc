"""Standing: which evidence counts for a claim, and where the claim is against its deadline on a day."""

from collections.abc import Iterable
from datetime import date, timedelta

from claims.domain.dossier import Dossier
from claims.domain.evidence import Evidence, Stance
from claims.domain.verdict import Schedule, Word

DUE_WINDOW = 14
"""Days before a deadline in which a claim is due, where the rulebook says nothing else."""


def own_voices(dossier: Dossier) -> frozenset[str]:
    """Return the case-folded names and links that never count as evidence: the claim's speaker, publishers, articles."""
    voices = {dossier.claim.speaker, dossier.recorded.speaker}
    for sighting in dossier.sightings[:1]:
        voices |= {sighting.publisher, sighting.url, sighting.article, sighting.title}
    return frozenset(voice.casefold() for voice in voices if voice)


def counted(dossier: Dossier, stance: Stance) -> tuple[Evidence, ...]:
    """Return the evidence of this stance that counts, the first of each distinct origin, by day."""
    own = own_voices(dossier)
    first: dict[str, Evidence] = {}
    for evidence in sorted(dossier.evidence, key=lambda each: (each.dated is None, each.dated or each.day, each.id)):
        voices = {evidence.origin, evidence.source.casefold(), (evidence.publisher or "").casefold()}
        if evidence.stance is stance and not voices & own:
            first.setdefault(evidence.origin, evidence)
    return tuple(first.values())


def happened(evidence: Iterable[Evidence]) -> date | None:
    """Return the first day of what the evidence reports, of the dated ones; None where none is dated."""
    return min((each.dated for each in evidence if each.dated is not None), default=None)


def schedule_of(dossier: Dossier, today: date, window: int = DUE_WINDOW) -> Schedule:
    """Return where the claim stands against its deadline on a day; `window` days before it, it is due.

    met: supported in time and not refuted; what must hold through its day is not met before it. met-late: the first support
    happened after it. missed: past, refuted, unsupported. overdue: past and anything else. Silence is never missed.
    """
    deadline = dossier.claim.deadline
    if deadline is None:
        return Schedule.UNDATED
    promised = dossier.first_deadline or deadline
    supporting, refuting = counted(dossier, Stance.SUPPORTS), counted(dossier, Stance.REFUTES)
    first = happened(supporting)
    if first is not None and not refuting:
        if first > promised:
            return Schedule.MET_LATE
        if not dossier.claim.through or today > deadline:
            return Schedule.MET
    if today <= deadline:
        return Schedule.DUE if deadline - today <= timedelta(days=window) else Schedule.UPCOMING
    if refuting and not supporting:
        return Schedule.MISSED
    return Schedule.OVERDUE


def status_of(word: Word, schedule: Schedule) -> str:
    """Return the one word for a claim: its verdict once there is one, else overdue or due, else open."""
    if word is not Word.OPEN:
        return str(word)
    return str(schedule) if schedule in (Schedule.OVERDUE, Schedule.DUE) else "open"
