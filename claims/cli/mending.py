"""Mending: `new`, `edit` and `move`."""

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from claims.cli import options
from claims.cli.saying import say

if TYPE_CHECKING:
    from claims.desk.mending import Change
    from claims.domain.dossier import Dossier

_KINDS = ("event", "state", "statistic", "forecast", "commitment")


class DayOrNone(options.Day):
    """A day, or `none` to say that there is none."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the day, or the word none."""
        return "none" if str(value).strip().lower() == "none" else super().convert(value, param, ctx)


def _attributes(function: Any) -> Any:
    for option in (
        click.option(
            "--quantity", "quantities", multiple=True, metavar="TEXT", help="How much, as in 'almost 44 percent'."
        ),
        click.option("--deadline", type=DayOrNone(), help="The last day on which it can still come true."),
        click.option(
            "--when", metavar="TIME", help="The time it is about: 2020-09-02, 2020-06, 2017 or two days with /."
        ),
        click.option("--kind", type=click.Choice(_KINDS), help="What sort of claim it is."),
        click.option("--speaker", metavar="NAME", help="Who says it."),
    ):
        function = option(function)
    return function


@click.command(
    epilog="Example: claims new 'The bridge will open by 1 June 2027.' --speaker 'Marta Olsen' --kind commitment"
)
@click.argument("text")
@_attributes
@click.option("--made", type=options.DAY, help="The day it was put forward. Default: today.")
@options.ledger
@options.actor
def new(text: str, made: date | None, db: str | None, actor: str | None, **said: Any) -> None:
    """Put a claim on the ledger in your own words; what no option says is read from them."""
    from claims.desk import mending
    from claims.desk.desk import open_desk

    with open_desk(db, actor, create=True) as desk:
        after = mending.new(desk, text, _change(said), made)
    _tell(after)


@click.command(
    epilog="Example: claims edit 7k2m --speaker 'Marta Olsen' --note 'the article names her, not the council'"
)
@click.argument("claim")
@_attributes
@click.option("--text", help="The claim as a sentence that stands alone.")
@click.option("--note", help="Why.")
@options.ledger
@options.actor
def edit(claim: str, note: str | None, db: str | None, actor: str | None, **said: Any) -> None:
    """Mend what was extracted wrongly; the old values stay on the ledger. The word none empties a field."""
    from claims.desk import mending
    from claims.desk.desk import open_desk

    if not any(said.values()):
        raise click.UsageError("Say what to mend: --speaker, --kind, --when, --deadline, --quantity or --text.")
    with open_desk(db, actor) as desk:
        after = mending.mend(desk, claim, _change(said), note)
    _tell(after)


@click.command(epilog="Example: claims move 7k2m 2025-03-31 --source https://example.org/delay --dated 2024-11-02")
@click.argument("claim")
@click.argument("deadline", type=options.DAY)
@click.option("--source", required=True, metavar="LINK", help="Who moved it.")
@click.option("--dated", type=options.DAY, help="The day it was announced. Default: today.")
@click.option("--note", help="A note.")
@options.ledger
@options.actor
def move(
    claim: str, deadline: date, source: str, dated: date | None, note: str | None, db: str | None, actor: str | None
) -> None:
    """Move a deadline, as announced by a source. The first stays visible: what is kept after it is kept late."""
    from claims.desk import mending
    from claims.desk.desk import open_desk

    with open_desk(db, actor) as desk:
        after = mending.move(desk, claim, deadline, source, dated, note)
    _tell(after)


def _change(said: dict[str, Any]) -> "Change":
    from claims.desk.mending import Change
    from claims.domain.claim import Kind

    kind = said.get("kind")
    return Change(**{**said, "kind": Kind(kind) if kind else None})


def _tell(after: "Dossier") -> None:
    claim = after.claim
    parts = [
        claim.kind,
        f"by {claim.deadline}" if claim.deadline else None,
        f"when {claim.when}" if claim.when else None,
    ]
    said = claim.speaker or "nobody named"
    say(f"{claim.id[:8]}  {claim.text}")
    say(f"          {said}; {', '.join(part for part in parts if part)}")
