"""Undoing: a command taken back, or brought back; nothing is erased."""

from dataclasses import dataclass
from itertools import takewhile

from claims.desk.desk import Desk
from claims.domain.events import CommandUndone, Entry, ReviewReached, RulebookAdopted, VerdictReached
from claims.errors import Misuse, NotFound
from claims.report.history import Line, line
from claims.store.row import CommandRow


@dataclass(frozen=True, slots=True)
class Undo:
    """What an undo takes back, in words."""

    command: str
    redo: bool
    lines: tuple[Line, ...]
    entries: int


SHOWN = 12
"""So many of a command's entries are told; the rest are counted."""


def plan(desk: Desk, command: str | None = None, *, redo: bool = False) -> Undo:
    """Return what would be undone: the actor's own last command, or the one named; with `redo`, their last undo.

    Raises NotFound where there is nothing to undo, Misuse where it is another's or later entries rest on it.
    """
    row = _named(desk, command) if command else _last(desk, redo=redo)
    resting = () if row.undoes is not None else desk.ledger.resting_on(row.id) or _judged_by(desk, row)
    if resting:
        told = line(resting[0])
        more = f" and {len(resting) - 1} more" if len(resting) > 1 else ""
        raise Misuse(
            f"command {row.id} cannot be undone, since later entries rest on it: entry {told.number} by {told.actor} "
            f"({told.what[:60]}){more}; undo command {told.command} first"
        )
    lines = tuple(line(entry) for _, entry in zip(range(SHOWN), desk.ledger.entries(command=row.id), strict=False))
    return Undo(row.id, row.undoes is not None, lines, row.entries)


def _judged_by(desk: Desk, row: CommandRow) -> tuple[Entry, ...]:
    """Return the first word of rules, by a later command that counts, that rests on the rulebooks this command adopted.

    What was judged after another adoption rests on that one.
    """
    if not isinstance(next(desk.ledger.entries(command=row.id)).event, RulebookAdopted):
        return ()
    found: tuple[Entry, ...] = ()
    for later in tuple(takewhile(lambda each: each.first > row.first, desk.ledger.commands())):
        # A command that adopts rulebooks, or writes what rules say, begins with that.
        entry = next(desk.ledger.entries(command=later.id))
        match entry.event:
            case RulebookAdopted():
                found = ()
            case VerdictReached() | ReviewReached():
                found = (entry,)
            case _:
                pass
    return found


def carry_out(desk: Desk, undo: Undo) -> str:
    """Write the undo; return the id of the command that did it."""
    event = CommandUndone(command=undo.command, claims=desk.ledger.touched(undo.command))
    return desk.write([event])[0].command


def _last(desk: Desk, *, redo: bool) -> CommandRow:
    row = next((each for each in desk.ledger.commands(desk.actor) if (each.undoes is not None) is redo), None)
    if row is None:
        raise NotFound(f"{desk.actor} has no {'undo' if redo else 'command'} on this ledger that could be undone")
    return row


def _named(desk: Desk, command: str) -> CommandRow:
    fitting = [row for row in desk.ledger.commands(undone=True) if row.id.startswith(command)]
    if len(fitting) != 1:
        raise NotFound(f"{len(fitting) or 'no'} commands on this ledger begin with {command!r}; see: claims log")
    (row,) = fitting
    if row.undone:
        raise Misuse(f"command {row.id} is undone already; bring it back with: claims undo --redo")
    if row.actor != desk.actor:
        raise Misuse(f"command {row.id} is {row.actor}'s; only they can undo it (or you, with --as {row.actor})")
    return row
