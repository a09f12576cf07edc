"""Rulebooks: read from the house's shelf or a file, and adopted by a ledger."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from claims.desk.desk import Desk
from claims.desk.settling import adoption
from claims.errors import BadInput, Misuse, Problem
from claims.intake.decode import decode
from claims.rules.cases import Case, Outcome, load_cases, run
from claims.rules.check import Check, check
from claims.rules.mutate import Mutant, mutate
from claims.rules.rulebook import BOOKS, STACK, Rulebook, house, load
from claims.rules.stack import unfit

MOST_BYTES = 1_000_000
"""A rulebook is for people to read; a larger file is none."""


def read(name: str) -> Rulebook:
    """Return the house rulebook of this name, or the one in a file. Raises BadInput with all that is wrong with it."""
    shelf = {book.name: book for book in house()}
    if name in shelf:
        return shelf[name]
    return load(_written(Path(name), name, f"the house has {', '.join(shelf)}"), name)


def _written(path: Path, name: str, where_else: str) -> str:
    """Return the text of a rulebook or of its cases; of a file that is too large no more is read than shows it."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise BadInput(Problem("is not there", file=name, hint=where_else)) from None
    except (OSError, ValueError) as fault:
        why = fault.strerror if isinstance(fault, OSError) and fault.strerror else "that is no name of a file"
        raise BadInput(Problem(f"cannot be read: {why.lower()}", file=name)) from None
    if len(data) > MOST_BYTES:
        raise BadInput(Problem("is larger than 1 MB; nobody could read such a rulebook, or such cases", file=name))
    text = decode(data, name)
    if isinstance(text, Problem):
        raise BadInput(replace(text, hint="save it as UTF-8") if text.hint else text)
    return text


def adopt(desk: Desk, books: tuple[Rulebook, ...]) -> bool:
    """Let a ledger judge by these rulebooks; tell whether that is new.

    Raises Misuse for one that is named twice, BadInput for rules that refute in silence and for names that two of them share.
    """
    digests = [book.digest for book in books]
    if len(set(digests)) < len(digests):
        raise Misuse("a rulebook is named twice")
    if [book.digest for book in desk.ledger.rulebooks()] == digests:
        return False
    if faults := unfit(books):
        raise BadInput(*faults)
    desk.write([adoption(books)])
    return True


@dataclass(frozen=True, slots=True)
class Tested:
    """How a rulebook's cases came out, and which flaws put into it none of them noticed."""

    book: Rulebook
    outcomes: tuple[Outcome, ...]
    mutants: tuple[Mutant, ...]

    @property
    def faults(self) -> int:
        """How many cases failed and how many flaws went unnoticed."""
        return sum(not each.passed for each in self.outcomes) + sum(not each.caught for each in self.mutants)


def try_cases(name: str, cases: Path | None = None, *, flaws: bool = False) -> Tested:
    """Run the cases beside a rulebook (BOOK.cases.yaml), or those in another file; with `flaws`, try each flaw on them.

    Raises BadInput where either cannot be read, or there are no cases: what was not tested has not passed.
    """
    book = read(name)
    beside = cases or _beside(name)
    if cases is None and not beside.exists():
        raise BadInput(Problem("there are no cases beside it", file=name, hint=f"write them in {beside.name}"))
    place = str(cases) if cases else beside.name
    known = load_cases(_written(beside, place, "--cases names the file"), place)
    return Tested(book, run(known, (book,)), mutate(book, known) if flaws else ())


def _beside(name: str) -> Path:
    path = BOOKS / f"{name}.yaml" if name in STACK else Path(name)
    return path.with_name(f"{path.stem}.cases.yaml")


def checked(names: Sequence[str]) -> Check:
    """Check rulebooks as a stack, their cases helping to show what can be reached. Raises BadInput with all faults."""
    faults: list[Problem] = []
    books: list[Rulebook] = []
    for name in names:
        try:
            books.append(read(name))
        except BadInput as fault:
            faults += fault.problems
    if faults:
        raise BadInput(*faults)
    cases: list[Case] = []
    for name in names:
        if (beside := _beside(name)).exists():
            cases += load_cases(_written(beside, beside.name, ""), beside.name)
    return check(tuple(books), cases)
