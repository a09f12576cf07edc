"""Rulebooks: read from the house's shelf or a file, and adopted by a ledger."""

from pathlib import Path

from claims.desk.desk import Desk
from claims.desk.settling import adoption
from claims.errors import BadInput, Misuse, Problem
from claims.intake.decode import decode
from claims.rules.rulebook import Rulebook, house, load

MOST_BYTES = 1_000_000
"""A rulebook is for people to read; a larger file is none."""


def read(name: str) -> Rulebook:
    """Return the house rulebook of this name, or the one in a file. Raises BadInput with all that is wrong with it."""
    shelf = {book.name: book for book in house()}
    if name in shelf:
        return shelf[name]
    path = Path(name)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise BadInput(Problem("is not there", file=name, hint=f"the house has {', '.join(shelf)}")) from None
    except OSError as fault:
        raise BadInput(Problem(f"cannot be read: {fault.strerror}", file=name)) from None
    if len(data) > MOST_BYTES:
        raise BadInput(Problem("is larger than 1 MB, too large for a rulebook", file=name))
    text = decode(data, name)
    if isinstance(text, Problem):
        raise BadInput(text)
    return load(text, name)


def adopt(desk: Desk, books: tuple[Rulebook, ...]) -> bool:
    """Let a ledger judge by these rulebooks; tell whether that is new. Raises Misuse for one that is named twice."""
    digests = [book.digest for book in books]
    if len(set(digests)) < len(digests):
        raise Misuse("a rulebook is named twice")
    if [book.digest for book in desk.ledger.rulebooks()] == digests:
        return False
    desk.write([adoption(books)])
    return True
