"""Rules: `resolve`, `explain`, `simulate` and `rules`."""

from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claims.cli import options
from claims.cli.rows import Column, Row
from claims.cli.rows import show as show_rows
from claims.cli.saying import counted, say

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
    say otherwise, the claim is marked to be looked at again. Leaves with exit code 1 where there are no claims to settle.
    """
    from claims.desk.desk import open_desk
    from claims.desk.offering import offer
    from claims.desk.settling import resolve as settle
    from claims.errors import CheckFailed

    with open_desk(db, actor) as desk:
        settled = settle(desk, as_of, dry_run=dry_run)
        offered = offer(desk)
    rows: list[Row] = [
        {"claim": each.claim[:8] if form == "table" else each.claim, "before": each.before, "after": each.after,
         "rule": each.rule, "reason": each.reason, "text": each.text}
        for each in settled.changes
    ]  # fmt: skip
    if settled.adopted:
        click.echo(f"adopted the house rulebooks: {', '.join(settled.adopted)}", err=True)
    if offered:
        click.echo(offered, err=True)
    if not settled.claims:
        if form != "table":
            show_rows(rows, form, _CHANGES, "")
        raise CheckFailed(f"there are no claims on this ledger as of {settled.day}; nothing could be settled")
    show_rows(rows, form, _CHANGES, f"Nothing changes as of {settled.day}.")
    done = "would change" if dry_run else "changed"
    click.echo(f"{len(rows)} of {counted(settled.claims, 'claim')} {done}, as of {settled.day}", err=True)


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


@click.command(epilog="Example: claims simulate --from 2021-12-01 --to 2022-01-31 --rulebook desk.yaml")
@click.option("--from", "first", type=options.DAY, required=True, help="The first day.")
@click.option("--to", "last", type=options.DAY, required=True, help="The last day.")
@click.option(
    "--rulebook", "books", multiple=True, metavar="BOOK", help="Instead of the ledger's: a file, or a house book."
)
@click.option("--compare", is_flag=True, help="Show where these rulebooks and the ledger's say different things.")
@options.ledger
def simulate(first: date, last: date, books: tuple[str, ...], compare: bool, db: str | None) -> None:
    """Replay the rules over past days: on which day each claim would have changed, and why. Nothing is written.

    With --rulebook other rulebooks are tried; with --compare their answers stand against those of the ledger's own.
    """
    from claims.desk import replaying
    from claims.desk.desk import open_desk
    from claims.desk.rulebooks import read
    from claims.desk.settling import stack
    from claims.errors import CheckFailed, Misuse
    from claims.rules.simulate import difference_lines, lines

    if compare and not books:
        raise Misuse("--compare needs the rulebooks to compare with: --rulebook BOOK")
    with open_desk(db) as desk:
        own, others = stack(desk), tuple(read(each) for each in books)
        if compare:
            told = difference_lines(replaying.differences(desk, first, last, own, others))
            empty = "The two say the same on every day."
        else:
            told = lines(replaying.replay(desk, first, last, others or own))
            empty = "Nothing would have changed on these days."
        claims = desk.ledger.count(last)
    if not claims:
        raise CheckFailed(f"there are no claims on this ledger as of {last}; nothing could be replayed")
    for line in told or [empty]:
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
    """Print a rulebook, or which ones are in force.

    A house one by its name, or a file; without a name, a line for each rulebook that the ledger judges by, and whether the
    house has a newer version of one of them.
    """
    from claims.desk.desk import is_there, open_desk
    from claims.desk.settling import stack
    from claims.rules.rulebook import house

    if book:
        from claims.desk.rulebooks import read

        click.echo(read(book).text, nl=False)
        return
    offered = None
    if is_there(db):
        from claims.desk.offering import offer

        with open_desk(db) as desk:
            books, offered = stack(desk), offer(desk)
    else:
        books = house()
    for each in books:
        has = f"{counted(len(each.verdicts), 'verdict rule')}, {counted(len(each.reviews), 'review rule')}"
        click.echo(f"{each.name:<16} {each.digest[:8]}  {has}")
    if offered:
        click.echo(offered)


@rules.command(epilog="Example: claims rules adopt desk.yaml promises statistics news")
@click.argument("books", nargs=-1, required=True)
@options.ledger
@options.actor
def adopt(books: tuple[str, ...], db: str | None, actor: str | None) -> None:
    """Judge by these rulebooks from now on.

    In this order, the first rule that decides winning; house rulebooks and those that the ledger has adopted by name, others
    by file. One is refused that could refute a claim without refuting evidence, and two in which rules have the same name.
    """
    from claims.desk.desk import is_there, open_desk
    from claims.desk.offering import chosen
    from claims.desk.rulebooks import adopt as take
    from claims.desk.rulebooks import read

    # A ledger that is not there yet is made for sound rulebooks only.
    fresh = None if is_there(db) else tuple(read(each) for each in books)
    with open_desk(db, actor) as desk:
        stack = fresh or tuple(chosen(desk, each) for each in books)
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
    """Run the cases that lie beside rulebooks.

    House rulebooks by name, others by file; without a name, all of the house's. Leaves with exit code 1 where a case fails or
    a flaw goes unnoticed.
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
            f", {sum(each.caught for each in tested.mutants)} of {counted(len(tested.mutants), 'flaw')} noticed"
            if mutate
            else ""
        )
        click.echo(f"{tested.book.name}: {passed} of {counted(len(tested.outcomes), 'case')} passed{flaws}")
    if faults:
        raise CheckFailed(f"{counted(faults, 'fault')} found")


@rules.command(epilog="Example: claims rules check desk.yaml")
@click.argument("books", nargs=-1)
def check(books: tuple[str, ...]) -> None:
    """Find faults in rulebooks, with their places.

    Taken in this order as a stack: also the rules that can never decide, the verdicts that none gives, and what keeps a ledger
    from adopting them: rules that could refute a claim without refuting evidence, and names that two of them share. Whether a
    rule can be reached is proved where that can be; else it says `not decided`, never that all is fine. Leaves with exit code
    4 where a rulebook has faults, 1 where a rule can never decide or the rulebooks cannot be adopted.
    """
    from claims.desk.rulebooks import checked
    from claims.errors import CheckFailed
    from claims.rules.check import lines
    from claims.rules.rulebook import STACK

    found = checked(books or STACK)
    for line in lines(found):
        click.echo(line)
    wrong = []
    if found.faults:
        wrong.append(f"{counted(len(found.faults), 'rule')} can never decide")
    if found.unfit:
        wrong.append(f"{counted(len(found.unfit), 'fault')} for which no ledger adopts this")
    if wrong:
        raise CheckFailed("; ".join(wrong))
    click.echo(f"{', '.join(books or STACK)}: {counted(len(found.rules), 'rule')} checked")


@rules.command(epilog="Example: claims rules facts --format markdown")
@options.shape("table", "markdown", "json")
def facts(form: str) -> None:
    """List the facts that a rule may ask for.

    Each with its type, its unit where it has one, and what it tells.
    """
    from claims.rules.reference import page
    from claims.rules.reference import rows as listed

    if form == "markdown":
        click.echo(page(), nl=False)
        return
    columns = (Column("name", "fact"), Column("type", "type"), Column("meaning", "what it tells", wraps=True))
    rows: list[Row] = [{"name": name, "type": type_, "meaning": meaning} for name, type_, meaning in listed()]
    show_rows(rows, form, columns, "There are no facts.")
