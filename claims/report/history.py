"""History: what happened, a sentence for each entry, as one would tell it to a colleague."""

from datetime import date
from typing import assert_never

from claims.domain.base import Model
from claims.domain.claim import SHOWN
from claims.domain.events import (
    ArticleFiled,
    ClaimCorrected,
    ClaimDismissed,
    ClaimRecorded,
    ClaimReviewed,
    ClaimSighted,
    ClaimSuperseded,
    CommandUndone,
    DeadlineMoved,
    Entry,
    Event,
    EvidenceAdded,
    EvidenceWithdrawn,
    NoteAdded,
    ReviewReached,
    RulebookAdopted,
    SourceGraded,
    VerdictGiven,
    VerdictLifted,
    VerdictReached,
)
from claims.domain.evidence import Evidence, Stance
from claims.domain.verdict import Review, Verdict


class Line(Model):
    """One entry in words."""

    number: int
    moment: str
    """UTC, to the second."""
    actor: str
    command: str
    what: str
    undone: bool = False


def line(entry: Entry, undone: bool = False) -> Line:
    """Return the entry in words; `undone` marks one that no longer counts."""
    return Line(
        number=entry.number,
        moment=entry.moment.strftime("%Y-%m-%d %H:%M:%S"),
        actor=entry.actor,
        command=entry.command,
        what=told(entry.event),
        undone=undone,
    )


def told(event: Event) -> str:
    """Return an event in words."""
    match event:
        case ArticleFiled():
            return f"filed {event.article.title or event.id[:SHOWN]} with {event.claims} claims"
        case ClaimRecorded():
            return f"recorded: {event.claim.text}"
        case ClaimSighted():
            return f"seen again in {event.sighting.publisher or event.sighting.article[:SHOWN]}"
        case ClaimCorrected():
            changes = (f"{name} is now {_value(getattr(event.after, name))}" for name in event.fields)
            return _with_note(f"corrected: {', '.join(changes)}", event.note)
        case ClaimSuperseded():
            return _with_note(f"superseded by {event.by[:SHOWN]} as of {event.day}", event.note)
        case ClaimDismissed():
            return _with_note("dismissed", event.note)
        case ClaimReviewed():
            return _with_note("reviewed and left as it stands", event.note)
        case DeadlineMoved():
            return _with_note(f"deadline moved to {event.deadline}, as {event.source} said on {event.day}", event.note)
        case EvidenceAdded():
            return shown(event.evidence)
        case EvidenceWithdrawn():
            return _with_note(f"evidence {event.evidence[:SHOWN]} withdrawn", event.note)
        case SourceGraded():
            return f"{event.source} graded {event.grade}"
        case RulebookAdopted():
            return "rulebooks adopted: " + ", ".join(f"{each.name} ({each.digest[:SHOWN]})" for each in event.rulebooks)
        case VerdictReached() | VerdictGiven():
            return _verdict(event.verdict)
        case ReviewReached():
            if event.review is Review.RECHECK:
                return f"to be looked at again as of {event.day}, by rule {event.rule}: {event.reason}"
            return f"no longer to be looked at again as of {event.day}"
        case VerdictLifted():
            return _with_note(f"reopened as of {event.day}", event.note)
        case NoteAdded():
            return f"note: {event.text}"
        case CommandUndone():
            return f"undid command {event.command}"
        case _:
            assert_never(event)


def shown(evidence: Evidence) -> str:
    """Return a piece of evidence in words: stance, whose it is, its days and its grade."""
    stance = "neither supports nor refutes" if evidence.stance is Stance.NEITHER else str(evidence.stance)
    parts = [f"{stance}: {evidence.publisher + ', ' if evidence.publisher else ''}{evidence.source}"]
    if evidence.via:
        parts.append(f"via {evidence.via}")
    if evidence.published:
        parts.append(f"dated {evidence.published}")
    if evidence.happened and evidence.happened != evidence.published:
        parts.append(f"happened {evidence.happened}")
    if evidence.grade:
        parts.append(f"graded {evidence.grade}")
    if evidence.quote:
        parts.append(f"“{evidence.quote}”")
    return _with_note(", ".join(parts), evidence.note)


def _verdict(verdict: Verdict) -> str:
    by = verdict.by if verdict.person else f"rule {verdict.by}"
    rating = f", rated {verdict.rating.word}" if verdict.rating else ""
    code = f" ({verdict.code})" if verdict.code else ""
    return _with_note(f"{verdict.word}{code} as of {verdict.day}, by {by}{rating}", verdict.reason or None)


def _with_note(text: str, note: str | None) -> str:
    return f"{text}: {note}" if note else text


def _value(value: object) -> str:
    if value is None:
        return "not given"
    if isinstance(value, tuple):
        return ", ".join(_value(each) for each in value) or "none"
    return value.isoformat() if isinstance(value, date) else f"“{value}”" if isinstance(value, str) else str(value)
