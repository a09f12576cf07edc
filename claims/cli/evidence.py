"""Evidence: `evidence add`, `evidence withdraw` and `evidence grade`."""

from typing import Any

import click

from claims.cli import options
from claims.cli.saying import say


@click.group(epilog="Example: claims evidence add 7k2m --stance supports --source https://example.org/report")
def evidence() -> None:
    """Add or withdraw evidence; grade a source."""


@evidence.command(
    epilog="Example: claims evidence add 7k2m --stance refutes --source 'Audit Office, report 12' --dated 2024-05-02"
)
@click.argument("claim")
@click.option(
    "--stance",
    type=click.Choice(("supports", "refutes", "partly", "neither")),
    required=True,
    help="What it says of the claim.",
)
@options.source
@options.ledger
@options.actor
def add(claim: str, stance: str, **said: Any) -> None:
    """Add evidence on a claim, without a verdict; the rules weigh it at the next `claims resolve`."""
    from claims.cli.marking import given
    from claims.desk.desk import open_desk
    from claims.desk.weighing import add as add_evidence
    from claims.domain.evidence import Stance
    from claims.report.history import shown

    about = given(said, said["note"])
    if about is None:
        raise click.UsageError("--source is empty.")
    with open_desk(said["db"], said["actor"]) as desk:
        event = add_evidence(desk, claim, Stance(stance), about)
    say(f"{event.claim[:8]} has evidence {event.evidence.id[:8]}, {shown(event.evidence)}")
    click.echo(
        f"counted as one source with all that comes from {event.evidence.origin!r} ({event.evidence.origin_rule})"
    )


@evidence.command(epilog="Example: claims evidence withdraw 7k2m 4hx0 --note 'the paper retracted it'")
@click.argument("claim")
@click.argument("piece")
@click.option("--note", help="Why.")
@options.ledger
@options.actor
def withdraw(claim: str, piece: str, note: str | None, db: str | None, actor: str | None) -> None:
    """Withdraw a piece of evidence; it stays on the ledger but no longer counts. `claims show` names the pieces."""
    from claims.desk.desk import open_desk
    from claims.desk.weighing import withdraw as withdraw_evidence

    with open_desk(db, actor) as desk:
        event = withdraw_evidence(desk, claim, piece, note)
    click.echo(f"{event.claim[:8]} no longer has evidence {event.evidence[:8]}")


@evidence.command(epilog="Example: claims evidence grade 'The Harbour Post' B")
@click.argument("source")
@click.argument("code")
@options.ledger
@options.actor
def grade(source: str, code: str, db: str | None, actor: str | None) -> None:
    """Grade a source or publisher by the Admiralty code, A (reliable) to E (unreliable), F unknown.

    Its evidence without a grade of its own takes this one.
    """
    from claims.desk.desk import open_desk
    from claims.desk.weighing import grade as grade_source

    with open_desk(db, actor) as desk:
        event = grade_source(desk, source, code)
    click.echo(f"{event.source} is graded {event.grade}; {len(event.claims)} claims have evidence from it")
