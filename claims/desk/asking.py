"""Asking: what a list shows, and everything known of a claim."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from claims.desk.desk import Desk

if TYPE_CHECKING:
    from claims.domain.events import Entry
    from claims.domain.filters import Filter
    from claims.report.history import Line
    from claims.report.view import ClaimView
    from claims.store import Listed


def find(desk: Desk, wanted: "Filter", as_of: date | None = None, known: int | None = None) -> "list[Listed]":
    """Return the claims that a filter asks for, as they stand on a day (today), in a desk's order.

    Where it asks for what is to be looked at again, what a review rule asks for on that day is shown, too, though no run of
    the rules has written it down: evidence grows old on a day that is known beforehand, and nothing has to happen on it.
    """
    day = as_of or desk.today
    looks = None
    if "recheck" in wanted.reviews:
        from claims.desk.settling import looks as asked  # the rulebooks are loaded for this alone

        looks = asked(desk, day, known)
    return desk.ledger.find(wanted, day, desk.ledger.due_window(known), known, looks)


Row = dict[str, str | int | float | bool | list[object] | dict[str, object] | None]


def row(each: "Listed") -> Row:
    """Return a listed claim as plain values under the guide's names, days as ISO 8601."""
    return {
        "id": each.id,
        "text": each.text,
        "quote": each.quote or None,
        "kind": each.kind,
        "speaker": each.speaker,
        "quoted": bool(each.quoted),
        "polarity": each.polarity,
        "when": each.when,
        "deadline": _iso(each.deadline),
        "first_deadline": _iso(each.first_deadline) if each.moved else None,
        "quantities": json.loads(each.quantities),
        "status": each.status,
        "verdict": each.verdict,
        "verdict_by": each.verdict_by,
        "schedule": each.schedule,
        "review": each.review,
        "score": each.score,
        "supporting": each.supporting,
        "refuting": each.refuting,
        "subject": each.subject,
        "measure": each.measure,
        "made": each.made.isoformat(),
        "publisher": each.publisher,
        "article": each.article,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


@dataclass(frozen=True, slots=True)
class Shown:
    """A claim with its standing, its history and the words around it in the article."""

    claim: "ClaimView"
    history: "tuple[Line, ...]"
    before: str
    after: str


AROUND = 200
"""So many letters of the article are shown on either side of the quote."""


def show(desk: Desk, beginning: str, as_of: date | None = None, known: int | None = None) -> Shown:
    """Return all that is known of the claim whose id begins so. Raises NotFound."""
    from claims.report.view import view

    day = as_of or desk.today
    dossier = desk.dossier(beginning, day, known)
    claim = view(dossier, day, desk.ledger.due_window(known))
    lines = history(desk, desk.ledger.entries(claim=dossier.id, known=known))
    if claim.article is None or claim.start is None or claim.end is None:
        return Shown(claim, lines, "", "")
    text = desk.ledger.article(claim.article).text
    before = text[max(0, claim.start - AROUND) : claim.start].split("\n")[-1]
    after = text[claim.end : claim.end + AROUND].split("\n")[0]
    return Shown(claim, lines, before, after)


def history(desk: Desk, entries: "Iterator[Entry]") -> "tuple[Line, ...]":
    """Return entries in words, those of undone commands marked."""
    from claims.report.history import line

    undone = {row.id for row in desk.ledger.commands(undone=True) if row.undone}
    return tuple(line(entry, entry.command in undone) for entry in entries)
