"""Rules: `resolve`, `explain`, `simulate` and `rules`."""

from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claims.cli import options
from claims.cli.rows import Column, Row
from claims.cli.rows import show as show_rows
from claims.cli.saying import say

if TYPE_CHECKING:
    from claims.rules.explain import Explanation

_CHANGES = (
    Column("claim", "id"),
    Column("before", "before"),
    Column("after", "after"),
    Column("rule", "rule"),
    Column("reason", "reason", wraps=True),
    Column("text", "claim", wraps=True),
)


@click.command(epilog="Example: claims resolve --as-of 2022-01-15 --dry-run")
@click.option("--dry-run", is_flag=True, help="Only say what would change.")
@options.as_of
@options.ledger
@options.actor
@options.shape(*options.ROWS)
def resolve(dry_run: bool, as_of: date | None, db: str | None, actor: str | None, form: str) -> None:
    """Settle claims by the rulebooks, as of a day, and say what changed and why. A second run changes nothing.

    Silence settles nothing: no rule refutes a claim without refuting evidence. A person's verdict stands; where a rule would
    say otherwise, the claim is marked to be looked at again.
    """
    from claims.desk.desk import open_desk
    from claims.desk.settling import resolve as settle

    with open_desk(db, actor) as desk:
        settled = settle(desk, as_of, dry_run=dry_run)
    rows: list[Row] = [
        {"claim": each.claim[:8] if form == "table" else each.claim, "before": each.before, "after": each.after,
         "rule": each.rule, "reason": each.reason, "text": each.text}
        for each in settled.changes
    ]  # fmt: skip
    if settled.adopted:
        click.echo(f"adopted the house rulebooks: {', '.join(settled.adopted)}", err=True)
    if not settled.looked_at:
        click.echo(f"There are no claims on this ledger as of {settled.day}; nothing could be settled.", err=True)
    show_rows(rows, form, _CHANGES, f"Nothing changes as of {settled.day}.")
    done = "would change" if dry_run else "changed"
    click.echo(f"{len(rows)} of {settled.looked_at} claims {done}, as of {settled.day}", err=True)


@click.command(epilog="Example: claims explain 7k2m --as-of 2022-01-15")
@click.argument("claim")
@options.as_of
@options.known
@options.ledger
@options.shape("text", "json")
def explain(claim: str, as_of: date | None, known: datetime | None, db: str | None, form: str) -> None:
    """Say why a claim stands as it does: the rule, its evidence, what each other rule missed, and what would change it."""
    import json

    from claims.desk.desk import open_desk
    from claims.desk.settling import explain as ask
    from claims.rules.explain import lines

    with open_desk(db) as desk:
        explanation = ask(desk, claim, as_of, options.micros(known))
    if form == "json":
        click.echo(json.dumps(_plain(explanation), ensure_ascii=False, indent=1))
        return
    for line in lines(explanation):
        say(line)


def _plain(each: "Explanation") -> Row:
    """Return an explanation as what JSON knows."""
    return {
        "claim": each.claim,
        "day": each.day.isoformat(),
        "verdict": each.word,
        "by": each.by,
        "person": each.person,
        "reason": each.reason,
        "since": each.since.isoformat() if each.since else None,
        "evidence": [
            {**weighed.evidence.model_dump(mode="json"), "counts": weighed.counts, "why": weighed.why}
            for weighed in each.evidence
        ],
        "rules": [asdict(tried) for tried in (*each.verdicts, *each.reviews)],
        "change": each.change.text if each.change else None,
    }


@click.group(epilog="Example: claims rules check desk.yaml")
def rules() -> None:
    """Check, test, show and adopt rulebooks."""


@rules.command(epilog="Example: claims rules show news")
@click.argument("book", required=False)
@options.ledger
def show(book: str | None, db: str | None) -> None:
    """Print a rulebook: a house one by its name, or a file; without a name, those that the ledger judges by."""
    from claims.desk.desk import is_there, open_desk
    from claims.desk.settling import stack
    from claims.rules.rulebook import house

    if book:
        from claims.desk.rulebooks import read

        click.echo(read(book).text, nl=False)
        return
    if is_there(db):
        with open_desk(db) as desk:
            books = stack(desk)
    else:
        books = house()
    for each in books:
        click.echo(
            f"{each.name:<16} {each.digest[:8]}  {len(each.verdicts)} verdict rules, {len(each.reviews)} review rules"
        )


@rules.command(epilog="Example: claims rules adopt desk.yaml promises statistics news")
@click.argument("books", nargs=-1, required=True)
@options.ledger
@options.actor
def adopt(books: tuple[str, ...], db: str | None, actor: str | None) -> None:
    """Judge by these rulebooks from now on, the first that decides winning; house ones by name, others by file."""
    from claims.desk.desk import open_desk
    from claims.desk.rulebooks import adopt as take
    from claims.desk.rulebooks import read

    stack = tuple(read(each) for each in books)
    with open_desk(db, actor) as desk:
        changed = take(desk, stack)
    names = ", ".join(f"{each.name} ({each.digest[:8]})" for each in stack)
    click.echo(f"The ledger judges by: {names}" if changed else f"The ledger judges by these already: {names}")


@rules.command(epilog="Example: claims rules test news --mutate")
@click.argument("books", nargs=-1)
@click.option(
    "--cases", type=click.Path(dir_okay=False, path_type=Path), help="The file of cases. Default: BOOK.cases.yaml."
)
@click.option(
    "--mutate", is_flag=True, help="Also put flaws into the rulebook, one at a time, and see whether a case notices."
)
def test(books: tuple[str, ...], cases: Path | None, mutate: bool) -> None:
    """Run the cases that lie beside rulebooks: house ones by name, others by file; without a name, all of the house's.

    Leaves with exit code 1 where a case fails or a flaw goes unnoticed.
    """
    from claims.desk.rulebooks import try_cases
    from claims.errors import CheckFailed
    from claims.rules.rulebook import STACK

    faults = 0
    for name in books or STACK:
        tested = try_cases(name, cases, flaws=mutate)
        faults += tested.faults
        for outcome in tested.outcomes:
            for difference in outcome.differences:
                click.echo(f"{tested.book.name}: {outcome.case.name}: {difference}")
        for mutant in tested.mutants:
            if not mutant.caught:
                click.echo(f"{tested.book.name}: no case notices this flaw in {mutant.rule}: {mutant.what}")
        passed = sum(outcome.passed for outcome in tested.outcomes)
        flaws = (
            f", {sum(each.caught for each in tested.mutants)} of {len(tested.mutants)} flaws noticed" if mutate else ""
        )
        click.echo(f"{tested.book.name}: {passed} of {len(tested.outcomes)} cases passed{flaws}")
    if faults:
        raise CheckFailed(f"{faults} faults found")
