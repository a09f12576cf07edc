"""Articles: `add`, `extract` and `articles`."""

import os
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from claims.cli import options
from claims.cli.rows import Column, Row, show

if TYPE_CHECKING:
    from claims.desk.filing import Filed
    from claims.desk.finders import Finder
    from claims.errors import Problem
    from claims.intake.card import Card

PLACES = click.Path(path_type=Path, allow_dash=True)
ONLY = ("time", "quantities", "attribution")
_ARTICLES = (
    Column("id", "id"),
    Column("published", "published"),
    Column("claims", "claims", right=True),
    Column("publisher", "publisher"),
    Column("title", "title", wraps=True),
)
_DRAFTS = (
    Column("kind", "kind"),
    Column("speaker", "speaker"),
    Column("deadline", "by"),
    Column("score", "worth", right=True),
    Column("text", "claim", wraps=True),
)
_PARTS = (
    Column("start", "from", right=True),
    Column("end", "to", right=True),
    Column("words", "words", wraps=True),
    Column("reading", "reading", wraps=True),
)


@click.command(epilog="Example: claims add article.txt --published 2020-09-02 --publisher 'The Harbour Post'")
@click.argument("places", nargs=-1, required=True, type=PLACES)
@options.publication
@options.extraction
@options.ledger
@options.actor
def add(places: tuple[Path, ...], db: str | None, actor: str | None, **said: Any) -> None:
    """Read articles and put their claims on the ledger, each as an unreviewed claim.

    PLACES are text files, folders of them, or - for standard input. What NAME.json beside NAME.txt says of the day, the
    publisher, the title and the address is taken where no option says otherwise.

    An article is on the ledger wholly or not at all. One that is there already is left alone, so the same command can be
    given again. Where some of several files are bad, the others land, the bad are listed, and the exit code is 4.
    """
    from claims.desk.adding import add as add_articles
    from claims.desk.adding import articles as read
    from claims.desk.adding import places as files_in
    from claims.desk.desk import Desk, is_there, open_desk
    from claims.errors import Problem

    files = files_in(places)
    card = _card(files, said)
    finder = _finder(said)
    problems: list[Problem] = []
    opened: list[Desk] = []
    with ExitStack() as stack:

        def desk() -> Desk:
            if not opened:
                opened.append(stack.enter_context(open_desk(db, actor, create=True)))
            return opened[0]

        bar = stack.enter_context(_progress(len(files)))
        for name, became in add_articles(
            desk,
            read(files, card, options.today(), said["encoding"], _stdin),
            finder,
            there=is_there(db),
        ):
            bar.update(1)
            if isinstance(became, Problem):
                problems.append(became)
            else:
                _tell(name, became)
        if opened:
            click.echo(f"on the ledger {opened[0].ledger.place}", err=True)
    _refuse(problems, len(files))


@click.command(epilog="Example: claims extract article.txt --published 2020-09-02 --format json")
@click.argument("places", nargs=-1, required=True, type=PLACES)
@options.publication
@options.extraction
@click.option("--only", type=click.Choice(ONLY), help="Show one part of the work: times, quantities or who says what.")
@click.option("--beside", is_flag=True, help="Show what our own pipeline finds beside what a language model proposes.")
@options.shape(*options.ROWS)
def extract(places: tuple[Path, ...], only: str | None, beside: bool, form: str, **said: Any) -> None:
    """Show the claims of articles, without a ledger; nothing is written."""
    from claims.desk.adding import articles as read
    from claims.desk.adding import places as files_in
    from claims.desk.trying import drafts, parts, side_by_side
    from claims.errors import BadInput, Problem

    files = files_in(places)
    card = _card(files, said)
    problems: list[Problem] = []
    rows: list[Row] = []
    for name, article in read(files, card, options.today(), said["encoding"], _stdin):
        if isinstance(article, Problem):
            problems.append(article)
            continue
        try:
            if only:
                found = parts(article, only, said["model"])
            elif beside:
                found = side_by_side(article, _finder({**said, "extractor": "offline", "model": None}), _finder(said))
            else:
                found = drafts(article, _finder(said))
        except BadInput as fault:
            problems += [Problem(each.message, file=each.file or name, hint=each.hint) for each in fault.problems]
            continue
        rows += [{"file": name, **each} for each in found] if len(files) > 1 else found
    columns = _PARTS if only else _DRAFTS
    if beside:
        columns = (Column("found_by", "found by"), *columns)
    if len(files) > 1:
        columns = (Column("file", "file"), *columns)
    if rows or not problems:
        show(rows, form, columns, "No claims were found in this text.")
    _refuse(problems, len(files))


@click.command(epilog="Example: claims articles --format csv")
@options.ledger
@options.shape(*options.ROWS)
def articles(db: str | None, form: str) -> None:
    """List the articles on the ledger, in the order they were filed."""
    from claims.desk.desk import open_desk

    with open_desk(db) as desk:
        rows: list[Row] = [
            {
                "id": row.id[:8] if form == "table" else row.id,
                "published": date.fromordinal(row.published).isoformat(),
                "claims": row.claims,
                "publisher": row.publisher,
                "title": row.title,
                "url": row.url,
            }
            for row in desk.ledger.articles()
        ]
    show(rows, form, _ARTICLES, "There are no articles on this ledger; add one with: claims add")


def _stdin() -> bytes:
    """Return standard input, or so much of it as shows that it is too large."""
    from claims.intake.decode import MOST_BYTES

    return sys.stdin.buffer.read(MOST_BYTES + 1)


def _card(files: Sequence[Path], said: dict[str, Any]) -> "Card":
    """Return what the options say of the articles, asking for the day where one can be asked.

    Raises Misuse where the options cannot hold for so many files, or where there is no day and nobody to ask.
    """
    from claims.errors import Misuse
    from claims.intake.card import Card
    from claims.intake.read import Text, read_file

    card = Card(**{name: said[name] for name in ("published", "publisher", "title", "url")})
    if len(files) > 1 and (card.title or card.url):
        raise Misuse("--title and --url belong to one article; for several, write them in NAME.json beside each")
    if len(files) != 1 or card.published is not None:
        return card
    text = None if str(files[0]) == "-" else read_file(files[0], said["encoding"])
    if text is not None and (not isinstance(text, Text) or text.card.published is not None):
        return card
    if not sys.stdin.isatty() or text is None:
        raise Misuse(f"{files[0]}: has no day of publication; give it with --published 2020-09-02")
    day = click.prompt("On which day was it published", type=options.DAY, err=True)
    return card.model_copy(update={"published": day})


def _finder(said: dict[str, Any]) -> "Finder":
    """Return what finds the claims, as the options and the environment say."""
    from claims.desk.finders import llm, offline
    from claims.errors import Misuse

    check = said["lang_check"] == "on"
    if said["extractor"] == "offline":
        return offline(said["model"], check_language=check)
    if not said["model"]:
        raise Misuse("--extractor llm needs the model's name: --model NAME")
    url = os.environ.get("CLAIMS_LLM_URL", "http://localhost:11434/v1")
    return llm(url, said["model"], os.environ.get("CLAIMS_LLM_KEY", ""), check_language=check)


def _progress(count: int) -> Any:
    """Return a bar on stderr where there is a terminal and something to wait for; else one that shows nothing."""
    hidden = count < 2 or not sys.stderr.isatty()
    return click.progressbar(length=count, label="Reading", file=sys.stderr, hidden=hidden)


def _tell(name: str, filed: "Filed") -> None:
    claims = "1 claim" if filed.claims == 1 else f"{filed.claims} claims"
    if filed.known:
        click.echo(f"{name}: on the ledger already as article {filed.id[:8]}; nothing was added")
        return
    click.echo(f"{name}: {claims}, article {filed.id[:8]}")
    if filed.earlier:
        click.echo(
            f"{name}: the text at this address has changed since article {filed.earlier[:8]} was filed", err=True
        )
    for quote in filed.refused:
        click.echo(f"{name}: refused, since the article does not have these words: {quote}", err=True)
    if filed.spent:
        click.echo(f"{name}: {filed.spent}", err=True)


def _refuse(problems: "Sequence[Problem]", count: int) -> None:
    """Raise BadInput where there are problems, saying how many files they were."""
    from claims.errors import BadInput, Problem

    if problems and count > 1:
        bad = len({each.file for each in problems})
        raise BadInput(*problems, Problem(f"{bad} of {count} files could not be taken; the others are done"))
    if problems:
        raise BadInput(*problems)
