"""Listing: `list`, `show` and `log`."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import click

from claims.cli import options
from claims.cli.rows import Column, Row
from claims.cli.rows import show as show_rows
from claims.cli.saying import say

if TYPE_CHECKING:
    from claims.desk.asking import Shown
    from claims.domain.filters import Filter

_CLAIMS = (
    Column("id", "id"),
    Column("status", "status"),
    Column("deadline", "by"),
    Column("kind", "kind"),
    Column("speaker", "speaker", wraps=True),
    Column("text", "claim", wraps=True),
)
_LINES = (
    Column("number", "entry", right=True),
    Column("moment", "moment (UTC)"),
    Column("actor", "by"),
    Column("command", "command"),
    Column("what", "what", wraps=True),
)


@click.command("list", epilog="Example: claims list --kind commitment --due-before 2022-01-01")
@click.argument("words", nargs=-1)
@click.option("--status", multiple=True, help="open (the default), due, overdue, verified, refuted ... or all.")
@click.option("--kind", multiple=True, help="event, state, statistic, forecast or commitment.")
@click.option("--due-before", type=options.DAY, help="The deadline lies before this day.")
@click.option("--speaker", help="Part of the speaker's name.")
@click.option("--recheck", is_flag=True, help="Only what should be looked at again.")
@click.option("--fail", is_flag=True, help="Leave with exit code 1 where the list is not empty.")
@options.as_of
@options.known
@options.ledger
@options.shape(*options.ROWS)
def list_claims(
    words: tuple[str, ...],
    status: tuple[str, ...],
    kind: tuple[str, ...],
    due_before: date | None,
    speaker: str | None,
    recheck: bool,
    fail: bool,
    as_of: date | None,
    known: datetime | None,
    db: str | None,
    form: str,
) -> int:
    """List claims that stand open, longest overdue first, then due, upcoming, and undated by worth.

    WORDS are searched for in text, quote and speaker; they may also be filters, as in: status:all kind:forecast
    due:<2021-01-01 speaker:"Rajnath Singh".
    """
    from claims.desk.asking import find, row
    from claims.desk.desk import open_desk
    from claims.domain.filters import Filter
    from claims.errors import CheckFailed

    wanted = _filter(words, status, kind, due_before, speaker, recheck)
    with open_desk(db) as desk:
        rows: list[Row] = [row(each) for each in find(desk, wanted, as_of, options.micros(known))]
        if fail and not rows and not find(desk, Filter(statuses=("all",)), as_of, options.micros(known)):
            raise CheckFailed("there are no claims on this ledger for that day; there was nothing to check")
    if form == "table":
        rows = [{**each, "id": str(each["id"])[:8]} for each in rows]
    show_rows(rows, form, _CLAIMS, "No claims fit.")
    return int(fail and bool(rows))


def _filter(
    words: tuple[str, ...],
    status: tuple[str, ...],
    kind: tuple[str, ...],
    due_before: date | None,
    speaker: str | None,
    recheck: bool,
) -> "Filter":
    from claims.domain.filters import Filter, checked, parse

    given = {"statuses": tuple(map(str.lower, status)), "kinds": tuple(map(str.lower, kind))}
    checked(**given)
    wanted = Filter(statuses=given["statuses"] or ("open",), kinds=given["kinds"], speaker=speaker)
    if due_before is not None:
        wanted = replace(wanted, due_until=due_before - timedelta(days=1))
    if recheck:
        # What is settled may have grown old, too.
        wanted = replace(wanted, reviews=("recheck",), statuses=given["statuses"] or ("all",))
    line = " ".join(f'"{word}"' if " " in word and ":" not in word else word for word in words)
    return parse(line, wanted) if line else wanted


@click.command(epilog="Example: claims show 7k2m")
@click.argument("claim")
@options.as_of
@options.known
@options.ledger
@options.shape("text", "json")
def show(claim: str, as_of: date | None, known: datetime | None, db: str | None, form: str) -> None:
    """Show all that is known of a claim: its words, its standing, its evidence and its history.

    CLAIM is the beginning of its id, as long as it is the only one that begins so.
    """
    from claims.desk.asking import show as ask
    from claims.desk.desk import open_desk

    with open_desk(db) as desk:
        shown = ask(desk, claim, as_of, options.micros(known))
    if form == "json":
        history = ", ".join(line.model_dump_json() for line in shown.history)
        click.echo(f'{{"claim": {shown.claim.model_dump_json()}, "history": [{history}]}}')
        return
    for line in _told(shown):
        say(line)


def _told(shown: "Shown") -> list[str]:
    """Return a claim with all about it, line by line."""
    from claims.domain.quantity import display
    from claims.report.history import shown as evidence_in_words
    from claims.report.phrases import falls_due, says, stands

    claim = shown.claim
    named = [
        ("status", stands(claim)),
        ("by", falls_due(claim)),
        ("when", claim.when),
        ("kind", f"{claim.kind}, {claim.polarity}, {claim.hedge}"),
        ("how much", "; ".join(display(each) for each in claim.quantities)),
        ("said by", says(claim)),
        ("review", f"{claim.review}: {claim.recheck}" if claim.recheck else claim.review),
        ("worth", f"{claim.score:.2f}"),
        ("address", claim.url),
        ("in doubt", "; ".join(claim.doubts)),
    ]
    lines = [claim.text, f"id        {claim.id}"] + [f"{name:<9} {value}" for name, value in named if value]
    if claim.quote:
        lines += ["", "In the article:", f"  {shown.before}[{claim.quote}]{shown.after}"]
    lines += ["", "Evidence:"] + [f"  {each.id[:8]}  {evidence_in_words(each)}" for each in claim.evidence]
    if not claim.evidence:
        lines.append("  none")
    lines += ["", "History:"]
    return lines + [
        f"  {line.moment}  {line.actor}: {line.what}{' (undone)' if line.undone else ''}" for line in shown.history
    ]


@click.command(epilog="Example: claims log 7k2m")
@click.argument("claim", required=False)
@click.option("--last", type=click.IntRange(1), help="Only so many entries, the newest.")
@options.known
@options.ledger
@options.shape(*options.ROWS)
def log(claim: str | None, last: int | None, known: datetime | None, db: str | None, form: str) -> None:
    """Tell what happened, entry by entry: to a claim, or on the whole ledger."""
    from itertools import islice

    from claims.desk.asking import history
    from claims.desk.desk import open_desk

    with open_desk(db) as desk:
        whole = desk.ledger.claim_named(claim) if claim else None
        entries = desk.ledger.entries(claim=whole, known=options.micros(known), newest=last is not None)
        lines = history(desk, islice(entries, last))
    if last is not None:
        lines = lines[::-1]
    rows: list[Row] = [line.model_dump() for line in lines]
    if form == "table":
        rows = [{**row, "what": f"{row['what']}{' (undone)' if row['undone'] else ''}"} for row in rows]
    show_rows(rows, form, _LINES, "Nothing has happened on this ledger.")
