"""What can go wrong, each mistake a class that composes its own sentence and carries its exit code.

    ClaimsError                     1
    ├── CheckFailed                 1   a check found something
    ├── Misuse                      2   the words of the call do not go together
    ├── NotFound                    3   no such thing, or more than one
    ├── BadInput                    4   someone's data has faults; carries its Problems
    └── StoreError                  5   the ledger cannot be opened, needs an upgrade, or changed under us

A fault in someone's data is a Problem: a value with its place, collected so that all are shown at once.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault in someone's data: where it is, what it is, and what to do about it where that is known."""

    message: str
    file: str | None = None
    line: int | None = None
    column: int | None = None
    hint: str | None = None

    def __str__(self) -> str:
        """Give `file:line:column: message (hint)`, leaving out what is not known."""
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)
        text = f"{place}: {self.message}" if place else self.message
        return f"{text} ({self.hint})" if self.hint else text


class ClaimsError(Exception):
    """The root: one line for the reader, and the exit code of the command that met it."""

    exit_code = 1


class CheckFailed(ClaimsError):
    """A check ran and found something: failing cases, a broken ledger, a list that should be empty."""

    exit_code = 1


class Misuse(ClaimsError):
    """The call's words cannot be carried out together."""

    exit_code = 2


class NotFound(ClaimsError):
    """There is no such thing, or the name given fits more than one."""

    exit_code = 3


class BadInput(ClaimsError):
    """Somebody's data cannot be taken; `problems` says all that is wrong with it."""

    exit_code = 4

    def __init__(self, *problems: Problem | str) -> None:
        """Take the problems, or plain sentences for those without a place."""
        self.problems = tuple(Problem(each) if isinstance(each, str) else each for each in problems)
        super().__init__("\n".join(str(each) for each in self.problems))


class StoreError(ClaimsError):
    """The ledger cannot be opened, is of another version, is locked or read-only, or changed under us."""

    exit_code = 5
