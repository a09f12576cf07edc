"""Stack: what keeps rulebooks from judging together: rules that refute in silence, and names that two of them share."""

from claims.errors import Problem
from claims.rules.rulebook import Rulebook
from claims.rules.silence import silent


def unfit(stack: tuple[Rulebook, ...]) -> tuple[Problem, ...]:
    """Return why a stack of rulebooks cannot be adopted, each fault with its place; none where it can."""
    return (*(fault for book in stack for fault in silent(book)), *shared(stack))


def shared(stack: tuple[Rulebook, ...]) -> tuple[Problem, ...]:
    """Return each name that a book or a rule shares with one before it.

    A verdict that stands is known by its rule's name, so two rules of one name would pass for each other: what one of them
    said would go on to stand, with its reason, where only the other holds.
    """
    faults: list[Problem] = []
    books: set[str] = set()
    rules: dict[str, str] = {}
    for book in stack:
        if book.name in books and book.rules:
            faults.append(
                book.rules[0].mark.problem(f"there are two rulebooks called {book.name}", "name one otherwise")
            )
        books.add(book.name)
        for rule in book.rules:
            if rule.name in rules:
                message = (
                    f"{rules[rule.name]} has a rule {rule.name}, too, and verdicts are told apart by the rule's name"
                )
                faults.append(rule.mark.problem(message, "name one of them otherwise"))
        rules |= {rule.name: book.name for rule in book.rules}
    return tuple(faults)
