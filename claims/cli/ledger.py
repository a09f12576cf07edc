"""Ledger: `audit` and `store`."""

import click

from claims.cli import options


@click.command(epilog="Example: claims audit")
@options.ledger
def audit(db: str | None) -> None:
    """Check that nothing on the ledger was changed behind its back, and that the index says what the ledger says.

    Prints the number and digest of the last entry; kept elsewhere, they show later that nothing before them was changed.
    """
    from claims.desk.desk import open_desk
    from claims.errors import CheckFailed

    with open_desk(db) as desk:
        problems = desk.ledger.audit()
        number, digest = desk.ledger.head()
        place = desk.ledger.place
    for problem in problems:
        click.echo(str(problem))
    if problems:
        raise CheckFailed(f"{place}: {len(problems)} faults found in {number} entries")
    if number == 0:
        raise CheckFailed(f"{place}: the ledger is empty; there was nothing to check")
    click.echo(f"{number} entries, nothing changed; the last is {digest}")


@click.group(epilog="Example: claims store init --db desk.db")
def store() -> None:
    """Make, upgrade or rebuild a ledger."""


@store.command(epilog="Example: claims store init --db postgresql://localhost/desk")
@options.ledger
def init(db: str | None) -> None:
    """Make a ledger. `claims add` makes one by itself where there is none."""
    from claims.desk.desk import open_desk

    with open_desk(db, create=True) as desk:
        click.echo(f"The ledger is {desk.ledger.place}")


@store.command(epilog="Example: claims store upgrade")
@options.ledger
def upgrade(db: str | None) -> None:
    """Bring a ledger made by an older version up to this one. No entry is changed."""
    from claims.desk.keeping import upgrade as bring_up

    click.echo(bring_up(db))


@store.command(epilog="Example: claims store rebuild")
@options.ledger
def rebuild(db: str | None) -> None:
    """Make the index anew from the entries."""
    from claims.desk.desk import open_desk

    with open_desk(db) as desk:
        count = desk.ledger.rebuild()
        click.echo(f"The index was made anew: {count} claims")
