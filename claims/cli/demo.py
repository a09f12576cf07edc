"""Demo: `demo`, the main job on a real article, from file to report."""

import os
from pathlib import Path

import click

from claims.cli import options

ARTICLE = Path(__file__).parents[2] / "fixtures" / "articles" / "sco-moscow" / "sco-moscow.txt"
"""It comes with a checkout only: the text is not ours to put in a package."""
DAYS = ("2020-09-05", "2021-06-01", "2022-01-15")
GAZETTE = "Example Gazette (invented)"
WORDS = "first batch"


@click.command(epilog="Example: claims demo demo")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default="demo")
@click.option(
    "--article",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=ARTICLE if ARTICLE.exists() else None,
    help="The text to read. Default: the article in the checkout's fixtures.",
)
@click.option("--published", type=options.DAY, help="The day it was published; else from NAME.json beside it.")
def demo(folder: Path, article: Path | None, published: object) -> None:
    """Run the main job on a real article, in a folder of its own: read, list, add evidence, settle, explain, report."""
    from claims.errors import Misuse

    if article is None:
        raise Misuse("the demonstration's article comes with a checkout of the project; name another with --article")
    ledger, page = folder / "claims.db", folder / "report.html"
    if ledger.exists():
        _remove(ledger)
    folder.mkdir(parents=True, exist_ok=True)
    day = ["--published", str(published)] if published else []
    _step("Read an article", "add", os.path.relpath(article), *day, db=ledger)
    _step("Its claims, as of the next day", "list", "--as-of", "2020-09-03", db=ledger)
    claim = _claim(ledger)
    _step("Time passes: what falls due, is marked for another look", "resolve", "--as-of", DAYS[0], db=ledger)
    if claim:
        source = ["--stance", "supports", "--source", GAZETTE, "--dated", "2021-12-22", "--happened", "2021-12-21"]
        _step("Evidence comes in", "evidence", "add", claim, *source, db=ledger)
    _step("Nine months on, the evidence is not yet out", "resolve", "--as-of", DAYS[1], db=ledger)
    _step("After the deadline", "resolve", "--as-of", DAYS[2], db=ledger)
    if claim:
        _step("Why", "explain", claim, "--as-of", DAYS[2], db=ledger)
    _step("What stands open", "list", "--as-of", DAYS[2], "--due-before", "2022-01-01", db=ledger)
    _step("Nothing was changed behind the ledger's back", "audit", db=ledger)
    _step("A report", "report", "--as-of", DAYS[2], "--format", "html", "--output", str(page), db=ledger)
    click.echo(f"\nThe ledger: {ledger}\nThe report: {page}")


def _claim(ledger: Path) -> str | None:
    """Return the id of the claim that the demonstration follows: the one about a delivery with a day to be kept."""
    from claims.desk.asking import find
    from claims.desk.desk import open_desk
    from claims.domain.filters import Filter

    with open_desk(str(ledger)) as desk:
        found = [each for each in find(desk, Filter(words=(WORDS,))) if each.deadline]
    return found[0].id[:8] if found else None


def _step(title: str, *words: str, db: Path) -> None:
    """Show a command as it would be typed, and run it. Errors end the demonstration."""
    import shlex

    from claims.cli.main import claims

    click.echo(f"\n{title}" if "NO_COLOR" in os.environ else click.style(f"\n{title}", bold=True))
    click.echo(f"$ claims {shlex.join(words)}")
    claims.main(args=[*words, "--db", str(db)], standalone_mode=False)


def _remove(ledger: Path) -> None:
    """Remove the ledger of an earlier demonstration."""
    for suffix in ("", "-wal", "-shm"):
        ledger.with_name(ledger.name + suffix).unlink(missing_ok=True)
