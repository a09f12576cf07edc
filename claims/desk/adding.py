"""Adding: texts from files, folders and standard input onto the ledger; the good land, the bad become Problems."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from claims.desk.desk import Desk, new_command
from claims.desk.filing import Filed, file
from claims.desk.finders import Finder
from claims.domain.article import Article
from claims.errors import BadInput, Problem
from claims.intake.card import Card
from claims.intake.read import Text, article_of, find, read_bytes, read_file

STDIN = Path("-")


def places(given: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files that places name, those in folders among them, each once. Raises BadInput for an empty folder."""
    return tuple(dict.fromkeys(find(given)))


def articles(
    files: Iterable[Path], given: Card, today: date, encoding: str | None, stdin: Callable[[], bytes]
) -> Iterator[tuple[str, Article | Problem]]:
    """Yield each file's name with its article, or with what is wrong with it; one is read at a time."""
    for path in files:
        text = read_bytes(stdin(), "standard input", encoding) if path == STDIN else read_file(path, encoding)
        if isinstance(text, Text):
            yield text.name, article_of(text, given, today)
        else:
            yield str(path), text


def add(
    desk: Callable[[], Desk], read: Iterable[tuple[str, Article | Problem]], finder: Finder, *, there: bool
) -> Iterator[tuple[str, Filed | Problem]]:
    """File each article, as one command that commits after each; yield what became of it, or what is wrong with it.

    Where the ledger is not `there` yet, the desk is asked for only when an article's claims have been found, so that bad
    input makes no ledger. Raises what the finder raises, but for BadInput, which becomes a Problem.
    """
    command = new_command()
    for name, article in read:
        if isinstance(article, Problem):
            yield name, article
            continue
        try:
            found = None if there else finder.find(article)
            yield name, file(desk(), article, finder, command, found)
            there = True
        except BadInput as fault:
            for problem in fault.problems:
                yield name, problem if problem.file else Problem(problem.message, file=name, hint=problem.hint)
