"""Mending: what was extracted wrongly is corrected, a deadline is moved, a claim is put down in one's own words."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from claims.desk.desk import Desk
from claims.desk.filing import claim_of
from claims.domain.article import Article
from claims.domain.claim import Claim, Kind, id_of
from claims.domain.dossier import Dossier
from claims.domain.events import ClaimCorrected, ClaimRecorded, DeadlineMoved
from claims.domain.quantity import Quantity
from claims.domain.timespan import TimeSpan
from claims.errors import BadInput, Misuse

Clear = Literal["none"]
"""The word that empties a field."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a claim should say; None leaves a field as it is, `none` empties it."""

    text: str | None = None
    kind: Kind | None = None
    speaker: str | None = None
    when: str | None = None
    deadline: date | Clear | None = None
    quantities: tuple[str, ...] = ()


def mend(desk: Desk, beginning: str, change: Change, note: str | None) -> Dossier:
    """Correct a claim; the old values stay on the ledger. Raises NotFound, BadInput, Misuse where nothing changes."""
    dossier = desk.dossier(beginning, date.max)
    fields = _fields(change)
    claim = dossier.claim
    changed = {name: value for name, value in fields.items() if getattr(claim, name) != value}
    if not changed:
        raise Misuse(f"claim {claim.id[:8]} says that already; nothing was changed")
    if "deadline" in changed:
        changed |= {"deadline_rule": f"set by {desk.actor}" if changed["deadline"] else None, "deadline_vague": False}
    if "text" in changed:
        changed["edits"] = ()
    after = claim.model_copy(update=changed)
    desk.write([ClaimCorrected(claim=claim.id, fields=tuple(changed), after=after, note=note)])
    return desk.dossier(claim.id, max(desk.today, dossier.made))


def move(desk: Desk, beginning: str, deadline: date, source: str, day: date | None, note: str | None) -> Dossier:
    """Move a claim's deadline, as announced on a day (today) by a source. Raises NotFound and Misuse."""
    dossier = desk.dossier(beginning, date.max)
    if dossier.claim.deadline is None:
        raise Misuse(f"claim {dossier.id[:8]} has no deadline to move; set one with: claims edit --deadline")
    if dossier.claim.deadline == deadline:
        raise Misuse(f"claim {dossier.id[:8]} has this deadline already; nothing was changed")
    announced = day or desk.today
    if announced > desk.today + timedelta(days=1):
        raise BadInput(f"--dated {announced} is still to come")
    desk.write([DeadlineMoved(claim=dossier.id, deadline=deadline, day=announced, source=source, note=note)])
    return desk.dossier(dossier.id, max(desk.today, dossier.made))


def new(desk: Desk, text: str, change: Change, made: date | None) -> Dossier:
    """Put a claim on the ledger in a person's own words; what is not given is read from them. Raises BadInput."""
    words = " ".join(text.split())
    if not words:
        raise BadInput("the claim has no words")
    day = made or desk.today
    if day > desk.today + timedelta(days=1):
        raise BadInput(f"--made {day} is still to come")
    identity = id_of(f"new:{words}:{desk.actor}:{desk.moment()}")
    claim = _read(words, day, identity)
    fields = {name: value for name, value in _fields(change).items() if name != "text"}
    if "deadline" in fields:
        fields["deadline_rule"] = f"set by {desk.actor}" if fields["deadline"] else None
    claim = claim.model_copy(update=fields)
    desk.write([ClaimRecorded(claim=claim, made=day)])
    return desk.dossier(identity, max(desk.today, day))


def _read(words: str, day: date, identity: str) -> Claim:
    """Return the claim that extraction makes of a person's sentence; a bare one where it makes none."""
    from claims.extract.pipeline import extract

    drafts = extract(Article(text=words, published=day), check_language=False)
    if not drafts:
        return Claim(id=identity, text=words, kind=Kind.STATE)
    widest = max(drafts, key=lambda draft: draft.span.end - draft.span.start)
    claim = claim_of(widest, identity)
    return claim.model_copy(update={"text": words, "edits": (), "speaker": None, "quoted": False})


def _fields(change: Change) -> dict[str, object]:
    """Return the fields of a claim that a change sets. Raises BadInput for a time or quantity that is none."""
    fields: dict[str, object] = {}
    if change.text is not None:
        if not change.text.strip():
            raise BadInput("the claim's text cannot be empty; to take it off the lists use: claims dismiss")
        fields["text"] = " ".join(change.text.split())
    if change.kind is not None:
        fields["kind"] = change.kind
    if change.speaker is not None:
        fields["speaker"] = None if _empties(change.speaker) else change.speaker.strip()
    if change.when is not None:
        fields["when"] = None if _empties(change.when) else _time(change.when)
    if change.deadline is not None:
        fields["deadline"] = None if change.deadline == "none" else change.deadline
    if change.quantities:
        fields["quantities"] = () if _empties(change.quantities[0]) else tuple(map(_quantity, change.quantities))
    return fields


def _empties(text: str) -> bool:
    return text.strip().lower() in ("none", "")


def _time(text: str) -> TimeSpan:
    try:
        return TimeSpan.parse(text.strip())
    except ValueError as fault:
        raise BadInput(f"--when: {fault}") from None


def _quantity(text: str) -> Quantity:
    from claims.extract.quantity import find

    found = find(text)
    if len(found) != 1:
        raise BadInput(f"--quantity {text!r} is not one quantity; write it as in an article: 'almost 44 percent'")
    return found[0].quantity
