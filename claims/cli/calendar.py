"""Calendar: `calendar`."""

from datetime import date, datetime, timedelta

import click

from claims.cli import options
from claims.cli.rows import Column, Row, show

_COLUMNS = (
    Column("day", "day"),
    Column("what", "what"),
    Column("id", "id"),
    Column("text", "claim", wraps=True),
    Column("why", "why", wraps=True),
)
AHEAD = timedelta(days=365)


@click.command(epilog="Example: claims calendar --until 2021-12-31 --format ical > claims.ics")
@click.option("--until", type=options.DAY, help="The last day shown. Default: a year ahead.")
@options.as_of
@options.known
@options.ledger
@options.shape(*options.ROWS, "ical")
def calendar(until: date | None, as_of: date | None, known: datetime | None, db: str | None, form: str) -> None:
    """Show the days to come: deadlines of open claims, and when the rules will ask for another look.

    Nothing is written. The days hold as long as no evidence comes and no deadline is moved. The form ical is read by every
    calendar program; a newer file takes the place of an older one there.
    """
    from claims.desk.desk import open_desk
    from claims.desk.planning import calendar as plan
    from claims.report.calendar import icalendar

    first = as_of or options.today()
    last = until or first + AHEAD
    if last < first:
        raise click.UsageError("--until lies before the first day shown.")
    with open_desk(db) as desk:
        found = plan(desk, last, as_of, options.micros(known))
        moment = desk.clock()
    if form == "ical":
        click.echo(icalendar(found, moment), nl=False)
        return
    rows: list[Row] = [
        {"day": each.day.isoformat(), "what": each.what, "id": each.claim, "text": each.text, "why": each.why,
         "speaker": each.speaker, "url": each.url}
        for each in found
    ]  # fmt: skip
    if form == "table":
        rows = [{**each, "id": str(each["id"])[:8]} for each in rows]
    show(rows, form, _COLUMNS, f"Nothing falls due or asks for a look until {last}.")
