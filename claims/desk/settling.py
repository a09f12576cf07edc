"""Settling: the rulebooks of a ledger over its claims, as of a day; what changed, and why."""

from dataclasses import dataclass
from datetime import date

from claims.desk.desk import Desk, new_command
from claims.domain.dossier import Dossier
from claims.domain.events import AdoptedRulebook, Event, ReviewReached, RulebookAdopted, VerdictReached
from claims.rules.explain import Explanation
from claims.rules.explain import explain as explain_dossier
from claims.rules.judge import judge
from claims.rules.resolve import changes
from claims.rules.rulebook import Rulebook, house, load

BATCH = 2_000
"""So many claims are read at a time, so that memory stays bounded."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a run changes of one claim."""

    claim: str
    text: str
    before: str
    after: str
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Settled:
    """What a run did, or would do."""

    day: date
    looked_at: int
    changes: tuple[Change, ...]
    command: str | None
    """None where nothing was written."""
    adopted: tuple[str, ...] = ()
    """The house rulebooks that the ledger adopted with this run, having had none."""


def stack(desk: Desk, known: int | None = None) -> tuple[Rulebook, ...]:
    """Return the rulebooks that the ledger judges by; the house's where it has adopted none."""
    adopted = desk.ledger.rulebooks(known)
    return tuple(load(book.text, book.name) for book in adopted) if adopted else house()


def resolve(desk: Desk, as_of: date | None = None, *, dry_run: bool = False) -> Settled:
    """Settle all claims by the rulebooks, as of a day (today), as one command. A second run writes nothing.

    A ledger that has adopted no rulebook adopts the house's with its first run.
    """
    day = as_of or desk.today
    books = stack(desk)
    events: list[Event] = []
    if not desk.ledger.rulebooks():
        events.append(adoption(books))
    found, looked_at = _changes(desk, books, day)
    events += [event for event, _ in found]
    command = None
    if not dry_run and found:
        command = new_command()
        desk.write(events, command)
    adopted = tuple(book.name for book in books) if command and isinstance(events[0], RulebookAdopted) else ()
    return Settled(day, looked_at, tuple(change for _, change in found), command, adopted)


def _changes(desk: Desk, books: tuple[Rulebook, ...], day: date) -> tuple[list[tuple[Event, Change]], int]:
    found: list[tuple[Event, Change]] = []
    looked_at = 0
    for dossier in desk.ledger.dossiers(None, day):
        looked_at += 1
        found += [(event, _told(dossier, event)) for event in changes(dossier, judge(dossier, books, day), day)]
    return found, looked_at


def _told(dossier: Dossier, event: Event) -> Change:
    text = dossier.claim.text
    if isinstance(event, VerdictReached):
        verdict = event.verdict
        return Change(dossier.id, text, str(dossier.word), str(verdict.word), verdict.by, verdict.reason)
    if isinstance(event, ReviewReached):
        return Change(dossier.id, text, str(dossier.review), str(event.review), event.rule, event.reason)
    raise TypeError(f"a rule cannot bring about a {event.type}")


def adoption(books: tuple[Rulebook, ...]) -> RulebookAdopted:
    """Return the event that makes a ledger judge by these rulebooks, in this order."""
    adopted = tuple(AdoptedRulebook(name=book.name, digest=book.digest, text=book.text) for book in books)
    return RulebookAdopted(rulebooks=adopted, window=books[0].settings.due)


def explain(desk: Desk, beginning: str, as_of: date | None = None, known: int | None = None) -> Explanation:
    """Return why the claim whose id begins so stands as it does on a day (today). Raises NotFound."""
    day = as_of or desk.today
    return explain_dossier(desk.dossier(beginning, day, known), stack(desk, known), day)
