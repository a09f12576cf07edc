"""Reporting: all dossiers of a ledger, as of a day, to a Report."""

from datetime import date

from claims.desk.asking import history
from claims.desk.desk import Desk
from claims.domain.claim import SHOWN
from claims.report.report import Item, Report, gather
from claims.report.view import view


def report(
    desk: Desk, as_of: date | None = None, known: int | None = None, since: date | None = None, shown: str = "now"
) -> Report:
    """Return the status report for a day (today); `since` starts the period in which settled claims are listed."""
    day = as_of or desk.today
    window = desk.ledger.due_window(known)
    items = [
        Item(
            claim=view(dossier, day, window),
            history=history(desk, desk.ledger.entries(claim=dossier.id, known=known)),
        )
        for dossier in desk.ledger.dossiers(None, day, known)
    ]
    books = tuple(f"{book.name} ({book.digest[:SHOWN]})" for book in desk.ledger.rulebooks(known))
    return gather(items, day, since=since, known=shown, ledger=str(desk.ledger.place), rulebooks=books)
