"""Events: the things that can happen to a ledger, in the past tense; Entry: an event with when, by whom and its number.

An event is written as JSON and never rewritten. When one changes shape its `version` goes up, and `read` lifts old ones.
"""

import json
from datetime import UTC, date, datetime
from typing import Annotated, Any, Literal, assert_never

from pydantic import Field, TypeAdapter

from claims.domain.article import Article
from claims.domain.base import Model
from claims.domain.claim import Claim, Sighting
from claims.domain.evidence import Evidence, Grade
from claims.domain.verdict import Review, Verdict


class ArticleFiled(Model):
    """An article came on the ledger."""

    type: Literal["ArticleFiled"] = "ArticleFiled"
    version: Literal[1] = 1
    id: str
    article: Article
    claims: int = 0
    """How many claims were found in it."""
    extractor: str = ""
    """What found them: the extractor and the language model, with their versions."""


class ClaimRecorded(Model):
    """A claim came on the ledger: out of an article, or written by a person (then without a sighting)."""

    type: Literal["ClaimRecorded"] = "ClaimRecorded"
    version: Literal[1] = 1
    claim: Claim
    made: date
    """The day it was put forward: the article's, or the one given."""
    sighting: Sighting | None = None


class ClaimSighted(Model):
    """A known claim was seen in another place. It supports, refutes and refreshes nothing."""

    type: Literal["ClaimSighted"] = "ClaimSighted"
    version: Literal[1] = 1
    claim: str
    sighting: Sighting


class ClaimCorrected(Model):
    """Some fields of a claim were mended; the old values stay on the ledger."""

    type: Literal["ClaimCorrected"] = "ClaimCorrected"
    version: Literal[1] = 1
    claim: str
    fields: tuple[str, ...]
    after: Claim
    """The claim after the change; only the named fields of it count."""
    note: str | None = None


class ClaimSuperseded(Model):
    """A later claim took a claim's place, from a day on."""

    type: Literal["ClaimSuperseded"] = "ClaimSuperseded"
    version: Literal[1] = 1
    claim: str
    by: str
    day: date
    note: str | None = None


class ClaimDismissed(Model):
    """A person decided that this is no claim, or not one to keep: it is judged and counted no more."""

    type: Literal["ClaimDismissed"] = "ClaimDismissed"
    version: Literal[1] = 1
    claim: str
    note: str | None = None


class ClaimReviewed(Model):
    """A person looked at a claim and left it as it stands."""

    type: Literal["ClaimReviewed"] = "ClaimReviewed"
    version: Literal[1] = 1
    claim: str
    day: date
    note: str | None = None


class DeadlineMoved(Model):
    """The day by which a claim was to come true was moved, as announced on a day by a source. The first stays visible."""

    type: Literal["DeadlineMoved"] = "DeadlineMoved"
    version: Literal[1] = 1
    claim: str
    deadline: date
    day: date
    source: str
    note: str | None = None


class EvidenceAdded(Model):
    """Evidence on a claim came on the ledger."""

    type: Literal["EvidenceAdded"] = "EvidenceAdded"
    version: Literal[1] = 1
    claim: str
    evidence: Evidence


class EvidenceWithdrawn(Model):
    """A piece of evidence no longer counts; it stays on the ledger."""

    type: Literal["EvidenceWithdrawn"] = "EvidenceWithdrawn"
    version: Literal[1] = 1
    claim: str
    evidence: str
    note: str | None = None


class SourceGraded(Model):
    """A source's or publisher's word was graded; evidence from it without a grade of its own takes this one."""

    type: Literal["SourceGraded"] = "SourceGraded"
    version: Literal[1] = 1
    source: str
    grade: Grade
    claims: tuple[str, ...] = ()
    """The claims that have evidence from it."""


class AdoptedRulebook(Model):
    """A rulebook as it was adopted: its name, digest and whole text."""

    name: str
    digest: str
    text: str


class RulebookAdopted(Model):
    """The ledger judges by this stack of rulebooks from now on, the first of them first."""

    type: Literal["RulebookAdopted"] = "RulebookAdopted"
    version: Literal[1] = 1
    rulebooks: tuple[AdoptedRulebook, ...]
    window: int = 14
    """Days before a deadline in which a claim is due, by the first of them; here so that a list need not read rulebooks."""


class VerdictReached(Model):
    """A rule settled a claim, or set it open again."""

    type: Literal["VerdictReached"] = "VerdictReached"
    version: Literal[1] = 1
    claim: str
    verdict: Verdict


class ReviewReached(Model):
    """A rule asks for another look at a claim, or no longer does."""

    type: Literal["ReviewReached"] = "ReviewReached"
    version: Literal[1] = 1
    claim: str
    review: Review
    day: date
    rule: str
    reason: str
    rulebook: str


class VerdictGiven(Model):
    """A person settled a claim."""

    type: Literal["VerdictGiven"] = "VerdictGiven"
    version: Literal[1] = 1
    claim: str
    verdict: Verdict


class VerdictLifted(Model):
    """A person lifted what stood from a day on: a verdict, a dismissal or a supersession. The rules have the claim again."""

    type: Literal["VerdictLifted"] = "VerdictLifted"
    version: Literal[1] = 1
    claim: str
    day: date
    note: str | None = None


class NoteAdded(Model):
    """A person wrote a note on a claim."""

    type: Literal["NoteAdded"] = "NoteAdded"
    version: Literal[1] = 1
    claim: str
    text: str


class CommandUndone(Model):
    """All entries of a command no longer count; they stay on the ledger. Undoing this brings them back."""

    type: Literal["CommandUndone"] = "CommandUndone"
    version: Literal[1] = 1
    command: str
    claims: tuple[str, ...] = ()
    """The claims that the command touched."""


Event = (
    ArticleFiled
    | ClaimRecorded
    | ClaimSighted
    | ClaimCorrected
    | ClaimSuperseded
    | ClaimDismissed
    | ClaimReviewed
    | DeadlineMoved
    | EvidenceAdded
    | EvidenceWithdrawn
    | SourceGraded
    | RulebookAdopted
    | VerdictReached
    | ReviewReached
    | VerdictGiven
    | VerdictLifted
    | NoteAdded
    | CommandUndone
)
_BY_TYPE: Any = Annotated[Event, Field(discriminator="type")]
_EVENTS: TypeAdapter[Event] = TypeAdapter(_BY_TYPE)


class Entry(Model):
    """One line of the ledger."""

    number: int = Field(ge=1)
    recorded: int
    """UTC, microseconds since 1970."""
    actor: str
    command: str
    """The id of the command that wrote it."""
    event: Annotated[Event, Field(discriminator="type")]

    @property
    def moment(self) -> datetime:
        """The moment it was recorded, in UTC."""
        return datetime.fromtimestamp(self.recorded // 1_000_000, UTC).replace(microsecond=self.recorded % 1_000_000)

    @property
    def day(self) -> date:
        """The day it was recorded, in UTC."""
        return self.moment.date()


def write(event: Event) -> str:
    """Return the event as the JSON text that is hashed and kept: one line, fields that hold their default left out."""
    kept = event.model_dump(mode="json", exclude_defaults=True)
    return json.dumps({"type": event.type, "version": event.version} | kept, ensure_ascii=True, separators=(",", ":"))


def read(text: str) -> Event:
    """Return the event that a JSON text holds. Raises ValueError where it holds none that this version knows."""
    raw: dict[str, Any] = json.loads(text)
    return _EVENTS.validate_python(raw, strict=False)


def claims_of(event: Event) -> tuple[str, ...]:
    """Return the ids of the claims that an event is about; none for articles and rulebooks."""
    match event:
        case ClaimRecorded():
            return (event.claim.id,)
        case ArticleFiled() | RulebookAdopted():
            return ()
        case SourceGraded() | CommandUndone():
            return event.claims
        case ClaimSuperseded():
            return (event.claim, event.by)
        case _:
            return (event.claim,)


def counts_from(event: Event) -> date | None:
    """Return the day from which an event counts in a fold; None for what mends the record itself and counts for all."""
    match event:
        case ClaimRecorded():
            return event.made
        case ClaimSighted():
            return event.sighting.published
        case EvidenceAdded():
            return event.evidence.day
        case VerdictReached() | VerdictGiven():
            return event.verdict.day
        case ClaimSuperseded() | ClaimReviewed() | DeadlineMoved() | ReviewReached() | VerdictLifted():
            return event.day
        case (
            ArticleFiled()
            | ClaimCorrected()
            | ClaimDismissed()
            | EvidenceWithdrawn()
            | SourceGraded()
            | RulebookAdopted()
            | NoteAdded()
            | CommandUndone()
        ):
            return None
        case _:
            assert_never(event)
