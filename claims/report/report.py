"""Report: what stands open, due and overdue, what was settled and by whom, and what should be looked at again."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from claims.domain.base import Model
from claims.report.history import Line
from claims.report.record import SpeakerRecord, records
from claims.report.view import ClaimView


class Item(Model):
    """A claim in a report, with what happened to it."""

    claim: ClaimView
    history: tuple[Line, ...]


class Section(Model):
    """A heading and the claims under it, in order."""

    name: str
    title: str
    meaning: str
    items: tuple[Item, ...]


class Report(Model):
    """The state of a ledger on a day."""

    day: date
    known: str
    """The moment up to which entries were read, or "now"."""
    since: date | None
    """The first day of the period in which settled claims are listed; None for all."""
    ledger: str
    rulebooks: tuple[str, ...]
    total: int
    dismissed: int
    articles: int
    statuses: tuple[tuple[str, int], ...]
    kinds: tuple[tuple[str, int], ...]
    reviews: tuple[tuple[str, int], ...]
    sections: tuple[Section, ...]
    speakers: tuple[SpeakerRecord, ...]


STATUSES = ("overdue", "due", "open", "verified", "partly", "conflicting", "unresolvable", "refuted", "superseded")
REVIEWS = ("unreviewed", "reviewed", "recheck")
KINDS = ("commitment", "forecast", "statistic", "event", "state")


def gather(
    items: Iterable[Item],
    day: date,
    *,
    since: date | None = None,
    known: str = "now",
    ledger: str = "",
    rulebooks: tuple[str, ...] = (),
) -> Report:
    """Return the report on a ledger's claims for a day. Dismissed claims are counted once and left out of all else."""
    everything = tuple(items)
    kept = tuple(item for item in everything if item.claim.verdict != "dismissed")
    views = [item.claim for item in kept]
    return Report(
        day=day,
        known=known,
        since=since,
        ledger=ledger,
        rulebooks=rulebooks,
        total=len(kept),
        dismissed=len(everything) - len(kept),
        articles=len({each.article for each in views if each.article}),
        statuses=_counts(STATUSES, (each.status for each in views)),
        kinds=_counts(KINDS, (each.kind for each in views)),
        reviews=_counts(REVIEWS, (each.review for each in views)),
        sections=_sections(kept, since),
        speakers=records(views),
    )


def _counts(order: tuple[str, ...], values: Iterable[str]) -> tuple[tuple[str, int], ...]:
    counted = Counter(values)
    return tuple((name, counted[name]) for name in order)


def _sections(items: tuple[Item, ...], since: date | None) -> tuple[Section, ...]:
    def late(item: Item) -> tuple[date, float, str]:
        return (item.claim.deadline or date.max, -item.claim.score, item.claim.id)

    def worth(item: Item) -> tuple[float, date, str]:
        return (-item.claim.score, item.claim.made, item.claim.id)

    def settled(item: Item) -> tuple[date, str]:
        return (item.claim.decided or item.claim.made, item.claim.id)

    def in_period(item: Item) -> bool:
        return item.claim.verdict != "open" and (
            since is None or (item.claim.decided is not None and item.claim.decided >= since)
        )

    near = ("overdue", "due")
    period = f"since {since}" if since else "so far"
    standing = [item for item in items if item.claim.verdict == "open"]
    dated = [item for item in standing if item.claim.status == "open" and item.claim.deadline]
    undated = [item for item in standing if item.claim.status == "open" and not item.claim.deadline]
    plan = (
        ("overdue", "Overdue", "The deadline has passed and the evidence does not settle it. Silence is not a no.",
         sorted((item for item in standing if item.claim.status == "overdue"), key=late)),
        ("due", "Due", "The deadline is near.",
         sorted((item for item in standing if item.claim.status == "due"), key=late)),
        ("settled", f"Settled {period}", "Each with the rule or person that settled it, and why.",
         sorted((item for item in items if in_period(item)), key=settled)),
        ("recheck", "Also to be looked at again", "A rule asks for another look at these, besides those above.",
         sorted((item for item in items if item.claim.review == "recheck" and item.claim.status not in near), key=late)),
        ("upcoming", "Open, with a deadline", "The deadline is still to come.", sorted(dated, key=late)),
        ("open", "Open, without a deadline", "Most worth checking first.", sorted(undated, key=worth)),
    )  # fmt: skip
    return tuple(
        Section(name=name, title=title, meaning=meaning, items=tuple(rows)) for name, title, meaning, rows in plan
    )
