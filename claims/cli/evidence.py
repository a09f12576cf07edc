"""Evidence: `evidence add`, `evidence withdraw` and `evidence grade`."""

from typing import Any

import click

from claims.cli import options
from claims.cli.saying import counted, say


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
    """Add evidence on a claim, without a verdict.

    The rules weigh it at the next `claims resolve`. What comes from the claim's own speaker, publisher or article is kept and
    never counts.
    """
    from claims.cli.marking import given
    from claims.desk.desk import open_desk
    from claims.desk.weighing import add as add_evidence
    from claims.desk.weighing import whose_own
    from claims.domain.evidence import Stance
    from claims.report.history import shown

    about = given(said, said["note"])
    if about is None:
        raise click.UsageError("--source is empty.")
    with open_desk(said["db"], said["actor"]) as desk:
        event = add_evidence(desk, claim, Stance(stance), about)
        own = whose_own(desk, event)
    say(f"{event.claim[:8]} has evidence {event.evidence.id[:8]}, {shown(event.evidence)}")
    if own:
        say(f"does not count: {own}; a claim is settled by others than those it comes from")
        return
    say(f"counted as one source with all that comes from {event.evidence.origin!r} ({event.evidence.origin_rule})")


@evidence.command(epilog="Example: claims evidence withdraw 7k2m 4hx0 --note 'the paper retracted it'")
@click.argument("claim")
@click.argument("piece")
@click.option("--note", help="Why.")
@options.ledger
@options.actor
def withdraw(claim: str, piece: str, note: str | None, db: str | None, actor: str | None) -> None:
    """Withdraw a piece of evidence.

    It stays on the ledger but no longer counts. `claims show` names the pieces.
    """
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
    """Grade a source or publisher, from A to F.

    By the Admiralty code: A (reliable) to E (unreliable), F unknown; after it, where you like, the information's, 1 to 6.
    Its evidence without a grade of its own takes this one.
    """
    from claims.desk.desk import open_desk
    from claims.desk.weighing import grade as grade_source

    with open_desk(db, actor) as desk:
        event = grade_source(desk, source, code)
    has = "has" if len(event.claims) == 1 else "have"
    say(f"{event.source} is graded {event.grade}; {counted(len(event.claims), 'claim')} {has} evidence from it")
