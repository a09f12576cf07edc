"""Dossier: everything known of a claim for a day; the fold of its entries, and nothing else."""

from collections.abc import Iterable
from datetime import date
from typing import assert_never

from claims.domain.base import Model
from claims.domain.claim import Claim, Sighting
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
from claims.domain.evidence import Evidence
from claims.domain.independence import collapsed
from claims.domain.verdict import Review, Verdict, Word


class Move(Model):
    """A deadline that was moved: to which day, announced when and by whom."""

    deadline: date
    day: date
    source: str
    note: str | None = None


class Note(Model):
    """A person's note."""

    text: str
    actor: str
    day: date


class Flag(Model):
    """A rule's wish for another look."""

    review: Review
    day: date
    rule: str
    reason: str
    rulebook: str
    number: int


class Dossier(Model):
    """A claim with its sightings, evidence, moved deadlines, verdicts and notes, as they stand for a day."""

    claim: Claim
    """With all corrections, and with the deadline that stands."""
    recorded: Claim
    """As it first came on the ledger."""
    made: date
    """The day it was put forward."""
    entered: date
    """The day it came on the ledger."""
    sightings: tuple[Sighting, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    withdrawn: tuple[Evidence, ...] = ()
    moves: tuple[Move, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    """All that stand or stood for the day, in order; lifted ones left out."""
    notes: tuple[Note, ...] = ()
    flag: Flag | None = None
    """What a rule last said of another look, unless a person has looked since."""
    answered: Flag | None = None
    """The wish for another look that a person answered, nothing new having come since."""
    looked: date | None = None
    """The last day on which a person acted on it."""
    conflicts: tuple[str, ...] = ()
    """The claims that cannot hold beside it, where the caller has looked for them."""
    superseded_by: str | None = None
    supersedes: tuple[str, ...] = ()
    dismissed: str | None = None
    """Why it was dismissed; empty where no reason was given, None where it was not."""
    last: int = 0
    """The number of its last entry."""

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.claim.id

    @property
    def first_deadline(self) -> date | None:
        """The deadline before anybody moved it."""
        return self.claim.deadline if not self.moves else self.original_deadline

    original_deadline: date | None = None

    @property
    def verdict(self) -> Verdict | None:
        """The verdict that stands: a person's outranks a rule's, then the greatest (day, number)."""
        ranked = sorted(self.verdicts, key=lambda v: (v.person, v.day, v.number))
        return ranked[-1] if ranked else None

    @property
    def word(self) -> Word:
        """The verdict in a word."""
        if self.dismissed is not None:
            return Word.DISMISSED
        if self.superseded_by is not None:
            return Word.SUPERSEDED
        return self.verdict.word if self.verdict else Word.OPEN

    @property
    def review(self) -> Review:
        """Whether a person has looked, and whether someone should look again."""
        if self.flag is not None and self.flag.review is Review.RECHECK:
            return Review.RECHECK
        return Review.UNREVIEWED if self.looked is None else Review.REVIEWED


def standing(entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries that count: those of undone commands masked, an undo that was itself undone not counting."""
    kept = sorted(entries, key=lambda entry: entry.number)
    undone: set[str] = set()
    for entry in reversed(kept):
        if isinstance(entry.event, CommandUndone) and entry.command not in undone:
            undone.add(entry.event.command)
    return [entry for entry in kept if entry.command not in undone and not isinstance(entry.event, CommandUndone)]


def fold(entries: Iterable[Entry], as_of: date) -> Dossier | None:
    """Fold one claim's entries into its dossier for a day; None where the claim does not stand, or not yet on that day.

    Entries may come in any order and may hold those of other claims that share an event. Articles published and evidence
    dated after the day are left out, whenever they were entered; so are verdicts for later days. Corrections, withdrawals
    and dismissals mend the record itself and count for every day.
    """
    dossier: Dossier | None = None
    for entry in standing(entries):
        if isinstance(entry.event, ClaimRecorded):
            if dossier is None and entry.event.made <= as_of:
                dossier = _record(entry.event, entry)
        elif dossier is not None:
            changed = _apply(dossier, entry.event, entry, as_of)
            dossier = changed.model_copy(update={"last": entry.number}) if changed is not dossier else dossier
    return dossier


def _record(event: ClaimRecorded, entry: Entry) -> Dossier:
    return Dossier(
        claim=event.claim,
        recorded=event.claim,
        made=event.made,
        entered=entry.day,
        sightings=(event.sighting,) if event.sighting else (),
        looked=None if event.sighting else entry.day,
        last=entry.number,
    )


def _apply(dossier: Dossier, event: Event, entry: Entry, as_of: date) -> Dossier:
    """Return the dossier after one more event; the same object where the event says nothing for the day."""
    match event:
        case ClaimRecorded() | ArticleFiled() | RulebookAdopted() | CommandUndone():
            return dossier
        case ClaimSighted():
            if event.sighting.published > as_of:
                return dossier
            return dossier.model_copy(update={"sightings": (*dossier.sightings, event.sighting)})
        case ClaimCorrected():
            return _correct(dossier, event, entry)
        case ClaimSuperseded():
            if event.day > as_of:
                return dossier
            if event.claim == dossier.id:
                return _looked(dossier, event.day, superseded_by=event.by)
            return dossier.model_copy(update={"supersedes": (*dossier.supersedes, event.claim)})
        case ClaimDismissed():
            return _looked(dossier, entry.day, dismissed=event.note or "")
        case ClaimReviewed():
            return _looked(dossier, event.day) if event.day <= as_of else dossier
        case DeadlineMoved():
            return _move(dossier, event) if event.day <= as_of else dossier
        case EvidenceAdded():
            if event.evidence.day > as_of:
                return dossier
            return _looked(dossier, entry.day, news=True, evidence=collapsed((*dossier.evidence, event.evidence)))
        case EvidenceWithdrawn():
            gone = tuple(each for each in dossier.evidence if each.id == event.evidence)
            left = tuple(each for each in dossier.evidence if each.id != event.evidence)
            return _looked(dossier, entry.day, news=True, evidence=left, withdrawn=(*dossier.withdrawn, *gone))
        case SourceGraded():
            return _grade(dossier, event)
        case VerdictReached() | VerdictGiven():
            if event.verdict.day > as_of:
                return dossier
            verdict = event.verdict.model_copy(update={"number": entry.number})
            changed = dossier.model_copy(update={"verdicts": (*dossier.verdicts, verdict)})
            return _looked(changed, verdict.day) if verdict.person else changed
        case ReviewReached():
            if event.day > as_of or (dossier.flag is not None and dossier.flag.day > event.day):
                return dossier
            flag = Flag(
                review=event.review,
                day=event.day,
                rule=event.rule,
                reason=event.reason,
                rulebook=event.rulebook,
                number=entry.number,
            )
            return dossier.model_copy(update={"flag": flag})
        case VerdictLifted():
            if event.day > as_of:
                return dossier
            kept = tuple(v for v in dossier.verdicts if v.day > event.day)
            return _looked(dossier, event.day, verdicts=kept, superseded_by=None, dismissed=None)
        case NoteAdded():
            note = Note(text=event.text, actor=entry.actor, day=entry.day)
            return _looked(dossier, entry.day, notes=(*dossier.notes, note))
        case _:
            assert_never(event)


def _looked(dossier: Dossier, day: date, *, news: bool = False, **update: object) -> Dossier:
    """A person acted: the claim counts as looked at, and a rule's wish for another look is answered.

    Where the act brings news of the claim (evidence, a correction, a moved deadline), a rule may wish for a look at once.
    """
    latest = day if dossier.looked is None else max(day, dossier.looked)
    wished = dossier.flag is not None and dossier.flag.review is Review.RECHECK
    answered = None if news else dossier.flag if wished else dossier.answered
    return dossier.model_copy(update={**update, "looked": latest, "flag": None, "answered": answered})


def _correct(dossier: Dossier, event: ClaimCorrected, entry: Entry) -> Dossier:
    fields = {name: getattr(event.after, name) for name in event.fields}
    update: dict[str, object] = {}
    if "deadline" in fields and dossier.moves:
        # What was mended is the day first given; the moved one stands beside it.
        update["original_deadline"] = fields.pop("deadline")
    update["claim"] = dossier.claim.model_copy(update=fields)
    return _looked(dossier, entry.day, news=True, **update)


def _move(dossier: Dossier, event: DeadlineMoved) -> Dossier:
    first = dossier.original_deadline if dossier.moves else dossier.claim.deadline
    move = Move(deadline=event.deadline, day=event.day, source=event.source, note=event.note)
    moves = tuple(sorted((*dossier.moves, move), key=lambda each: each.day))
    claim = dossier.claim.model_copy(update={"deadline": moves[-1].deadline})
    return _looked(dossier, event.day, news=True, claim=claim, moves=moves, original_deadline=first)


def _grade(dossier: Dossier, event: SourceGraded) -> Dossier:
    named = event.source.casefold()
    evidence = tuple(
        each.model_copy(update={"grade": event.grade})
        if each.grade is None and named in (each.source.casefold(), (each.publisher or "").casefold())
        else each
        for each in dossier.evidence
    )
    return dossier.model_copy(update={"evidence": evidence}) if evidence != dossier.evidence else dossier
