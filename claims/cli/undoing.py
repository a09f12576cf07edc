"""Undoing: `undo`."""

import sys

import click

from claims.cli import options
from claims.cli.saying import say


@click.command(epilog="Example: claims undo")
@click.argument("command", required=False)
@click.option("--redo", is_flag=True, help="Take back your last undo.")
@click.option("--dry-run", is_flag=True, help="Only say what would be undone.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@options.ledger
@options.actor
def undo(command: str | None, redo: bool, dry_run: bool, yes: bool, db: str | None, actor: str | None) -> None:
    """Undo your last command, or the one that COMMAND names; nothing is erased, and an undo can be undone.

    A command on whose entries later ones rest is not undone; the message names them.
    """
    from claims.desk import undoing
    from claims.desk.desk import open_desk

    with open_desk(db, actor) as desk:
        plan = undoing.plan(desk, command, redo=redo)
        click.echo(f"{'Bringing back what' if plan.redo else 'Undoing what'} command {plan.command} did:")
        for line in plan.lines:
            say(f"  {line.what}")
        if plan.entries > len(plan.lines):
            click.echo(f"  and {plan.entries - len(plan.lines)} more entries")
        if dry_run:
            click.echo("Nothing was changed.")
            return
        if not yes and sys.stdin.isatty() and not click.confirm("Go on", default=True):
            click.echo("Nothing was changed.")
            return
        done = undoing.carry_out(desk, plan)
    click.echo(f"Done, as command {done}.")
