"""Offering: the rulebooks that a ledger can take: the house's newer ones, which are never taken by themselves."""

from pathlib import Path

from claims.desk.desk import Desk
from claims.desk.rulebooks import read
from claims.rules.rulebook import STACK, Rulebook, house, load


def chosen(desk: Desk, name: str) -> Rulebook:
    """Return the rulebook that a name means to a ledger: the house's, one that it has adopted, or the one in a file.

    A file wins over an adopted rulebook of that name. Raises BadInput as `read` does.
    """
    if name not in STACK and not Path(name).exists():
        for book in desk.ledger.rulebooks():
            if book.name == name:
                return load(book.text, book.name)
    return read(name)


def offer(desk: Desk) -> str | None:
    """Return a line that offers what the house has anew of the rulebooks in force, with the command; None for nothing new."""
    adopted = desk.ledger.rulebooks()
    shelf = {book.name: book.digest for book in house()}
    newer = [book.name for book in adopted if shelf.get(book.name, book.digest) != book.digest]
    if not newer:
        return None
    names = f"{', '.join(newer[:-1])} and {newer[-1]}" if newer[1:] else newer[0]
    command = " ".join(("claims rules adopt", *(book.name for book in adopted)))
    return f"The house has a newer version of {names} than this ledger judges by; to adopt it: {command}"
