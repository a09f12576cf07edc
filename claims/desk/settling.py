"""Settling: the rulebooks of a ledger over its claims, as of a day; what changed, and why."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice

from claims.desk.desk import Desk, new_command
from claims.domain.dossier import Dossier
from claims.domain.events import AdoptedRulebook, Event, ReviewReached, RulebookAdopted, VerdictReached
from claims.domain.verdict import Review
from claims.rules.explain import Explanation
from claims.rules.explain import explain as explain_dossier
from claims.rules.judge import judge
from claims.rules.plan import ask_again, plan
from claims.rules.resolve import changes
from claims.rules.rulebook import Rulebook, house, load
from claims.store.find import Looks
from claims.store.judging import differing, keep_agenda, later

BATCH = 2_000
"""So many claims are folded at a time, so that memory stays bounded by what changes."""


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
    claims: int
    """How many claims stand on the ledger."""
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

    One statement over the index says which claims stand otherwise than the rules say; those are folded and judged again,
    and what that finds is written. A ledger that has adopted no rulebook adopts the house's with its first run.
    """
    day = as_of or desk.today
    books = stack(desk)
    before, _ = desk.ledger.head()
    told: list[Change] = []
    events = _events(desk, books, day, told)
    first = next(events, None)
    command, adopting = new_command(), not desk.ledger.rulebooks()
    if dry_run:
        deque(events, maxlen=0)
    elif first is not None:
        head = (adoption(books), first) if adopting else (first,)
        desk.ledger.append_all(command, desk.actor, desk.moment(), chain(head, events))
    if not dry_run and desk.ledger.writable:
        keep_agenda(desk.ledger.database, plan(books), day.toordinal(), before, command)
    written = first is not None and not dry_run
    return Settled(
        day,
        desk.ledger.count(day),
        tuple(told),
        command if written else None,
        tuple(book.name for book in books) if written and adopting else (),
    )


def _events(desk: Desk, books: tuple[Rulebook, ...], day: date, told: list[Change]) -> Iterator[Event]:
    """Yield what is to be written of the claims that the index names; `told` takes in what each changes."""
    named = (each.claim for each in differing(desk.ledger.database, plan(books), day.toordinal()))
    again = ask_again(books)
    # All are named before any is read: a cursor that is still open would hold up other readers of one connection.
    claims = iter(sorted(set(named)))
    while batch := list(islice(claims, BATCH)):
        for dossier in desk.ledger.dossiers(batch, day):
            for event in changes(dossier, judge(dossier, books, day), day, again):
                told.append(_told(dossier, event))
                yield event


def _told(dossier: Dossier, event: Event) -> Change:
    text = dossier.claim.text
    if isinstance(event, VerdictReached):
        verdict = event.verdict
        return Change(dossier.id, text, str(dossier.word), str(verdict.word), verdict.by, verdict.reason)
    if isinstance(event, ReviewReached):
        return Change(dossier.id, text, str(dossier.review), str(event.review), event.rule, event.reason)
    raise TypeError(f"a rule cannot bring about a {event.type}")


def looks(desk: Desk, day: date, known: int | None = None) -> Looks:
    """Return what the rulebooks want looked at again on a day; nothing is written.

    The index is asked for most claims; those that it does not hold as they stood on that day are folded and judged here.
    """
    books = stack(desk, known)
    again = ask_again(books)
    ids = None if known is not None else later(desk.ledger.database, day.toordinal())
    asked = (
        dossier.id
        for dossier in desk.ledger.dossiers(ids, day, known)
        if any(
            isinstance(event, ReviewReached) and event.review is Review.RECHECK
            for event in changes(dossier, judge(dossier, books, day), day, again)
        )
    )
    return Looks(plan(books), frozenset(asked))


def adoption(books: tuple[Rulebook, ...]) -> RulebookAdopted:
    """Return the event that makes a ledger judge by these rulebooks, in this order."""
    adopted = tuple(AdoptedRulebook(name=book.name, digest=book.digest, text=book.text) for book in books)
    return RulebookAdopted(rulebooks=adopted, window=books[0].settings.due)


def explain(desk: Desk, beginning: str, as_of: date | None = None, known: int | None = None) -> Explanation:
    """Return why the claim whose id begins so stands as it does on a day (today). Raises NotFound."""
    day = as_of or desk.today
    return explain_dossier(desk.dossier(beginning, day, known), stack(desk, known), day)
