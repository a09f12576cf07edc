"""Weighing: evidence onto a claim and off it, and the grade of a source."""

from dataclasses import dataclass
from datetime import date, timedelta

from claims.desk.desk import Desk, new_command
from claims.domain.claim import id_of
from claims.domain.dossier import Dossier
from claims.domain.events import EvidenceAdded, EvidenceWithdrawn, SourceGraded
from claims.domain.evidence import Evidence, Grade, Stance
from claims.domain.independence import Origin, origin
from claims.domain.standing import own_voices
from claims.errors import BadInput, Misuse, NotFound
from claims.rules.copies import near_copy
from claims.rules.families import house_families


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a person says of a piece of evidence."""

    source: str
    publisher: str | None = None
    via: str | None = None
    quote: str | None = None
    dated: date | None = None
    happened: date | None = None
    grade: str | None = None
    note: str | None = None


def evidence_of(desk: Desk, dossier: Dossier, stance: Stance, given: Given) -> EvidenceAdded:
    """Return the event that adds this evidence to a claim, its origin worked out.

    Raises BadInput for a day to come or a grade that is none, Misuse where the claim has it already.
    """
    today = desk.today
    for name, day in (("--dated", given.dated), ("--happened", given.happened)):
        if day is not None and day > today + timedelta(days=1):
            raise BadInput(f"{name} {day} is still to come; evidence is of what has happened")
    seed = "|".join((dossier.id, stance, given.source, given.publisher or "", given.via or "", given.quote or ""))
    identity = id_of(seed)
    if any(each.id == identity for each in dossier.evidence):
        raise Misuse(f"claim {dossier.id[:8]} has this evidence already; nothing was added")
    whose = _origin(dossier, given)
    return EvidenceAdded(
        claim=dossier.id,
        evidence=Evidence(
            id=identity,
            stance=stance,
            source=given.source,
            publisher=given.publisher,
            via=given.via,
            origin=whose.name,
            origin_rule=whose.rule,
            quote=given.quote,
            published=given.dated,
            happened=given.happened,
            entered=today,
            grade=grade_of(given.grade) if given.grade else None,
            note=given.note,
        ),
    )


def _origin(dossier: Dossier, given: Given) -> Origin:
    """Return whose word this is in the end: a wire's, a family's, another evidence's of which it is a copy, or its own."""
    return origin(
        given.source,
        publisher=given.publisher,
        via=given.via,
        quote=given.quote,
        families=house_families(),
        others=dossier.evidence,
        own=own_voices(dossier),
        same=near_copy,
    )


def add(desk: Desk, beginning: str, stance: Stance, given: Given) -> EvidenceAdded:
    """Add evidence to a claim, as a command of its own. Raises as `evidence_of`, and NotFound."""
    event = evidence_of(desk, desk.dossier(beginning, date.max), stance, given)
    desk.write([event])
    return event


def whose_own(desk: Desk, added: EvidenceAdded) -> str | None:
    """Return why evidence that was added never counts: whose word it is, of those the claim comes from; None where it may."""
    dossier, evidence = desk.dossier(added.claim, date.max), added.evidence
    voices = {evidence.origin, evidence.source.casefold(), (evidence.publisher or "").casefold()} & own_voices(dossier)
    if not voices:
        return None
    voice = evidence.origin if evidence.origin in voices else min(voices)
    speakers = {(each.speaker or "").casefold() for each in (dossier.claim, dossier.recorded)}
    publishers = {(each.publisher or "").casefold() for each in dossier.sightings[:1]}
    part = "speaker" if voice in speakers else "publisher" if voice in publishers else "article"
    return f"{voice!r} is the claim's own {part}"


def withdraw(desk: Desk, beginning: str, evidence: str, note: str | None) -> EvidenceWithdrawn:
    """Withdraw a piece of a claim's evidence, named by the beginning of its id. Raises NotFound."""
    dossier = desk.dossier(beginning, date.max)
    fitting = [each for each in dossier.evidence if each.id.startswith(evidence.strip().lower())]
    if len(fitting) != 1:
        has = ", ".join(each.id[:8] for each in dossier.evidence) or "none"
        raise NotFound(f"claim {dossier.id[:8]} has {len(fitting)} pieces of evidence {evidence!r}; it has: {has}")
    event = EvidenceWithdrawn(claim=dossier.id, evidence=fitting[0].id, note=note)
    desk.write([event])
    return event


def grade(desk: Desk, source: str, code: str) -> SourceGraded:
    """Grade a source or publisher; its evidence without a grade of its own takes this one."""
    named = source.casefold()
    touched = tuple(
        dossier.id
        for dossier in desk.ledger.dossiers()
        if any(named in (each.source.casefold(), (each.publisher or "").casefold()) for each in dossier.evidence)
    )
    event = SourceGraded(source=source, grade=grade_of(code), claims=touched)
    desk.write([event], new_command())
    return event


def grade_of(code: str) -> Grade:
    """Return an Admiralty code in capitals. Raises BadInput where it is none."""
    wanted = code.strip().upper()
    if len(wanted) in (1, 2) and wanted[0] in "ABCDEF" and wanted[1:] in ("", *"123456"):
        return wanted
    raise BadInput(f"{code!r} is no grade; write a letter from A to F and a number from 1 to 6, as in B2")
