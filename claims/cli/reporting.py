"""Reporting: `report`."""

from datetime import date, datetime
from pathlib import Path

import click

from claims.cli import options
from claims.cli.saying import visible

FORMATS = ("text", "markdown", "html", "json")


@click.command(
    epilog="Example: claims report --as-of 2021-12-31 --since 2021-12-01 --format html --output december.html"
)
@click.option("--since", type=options.DAY, help="List claims settled on or after this day. Default: all.")
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
@options.as_of
@options.known
@options.ledger
@options.shape(*FORMATS)
def report(
    since: date | None, output: Path | None, as_of: date | None, known: datetime | None, db: str | None, form: str
) -> None:
    """Write a status report: what is open, due and overdue, what was settled and by whom, and who said what.

    The HTML form is a single file that can be mailed. With --as-of it is the report for that day, with --known the one that
    could have been written at that moment.
    """
    from claims.desk.desk import open_desk
    from claims.desk.reporting import report as gather
    from claims.report.render import render

    if since and since > (as_of or options.today()):
        raise click.UsageError("--since lies after the day of the report.")
    with open_desk(db) as desk:
        made = gather(desk, as_of, options.micros(known), since, known.isoformat(" ", "minutes") if known else "now")
    text = render(made, form)
    if output is None:
        click.echo(text if form in ("html", "json") else visible(text), nl=False)
        return
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as fault:
        raise click.UsageError(f"{output} cannot be written: {fault.strerror}") from None
    click.echo(f"{output}: {made.total} claims as of {made.day}", err=True)
