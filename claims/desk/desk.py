"""Desk: an open ledger with the person at it and the clock on the wall; the other functions of this package take one."""

import getpass
import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from claims.store import open_ledger
from claims.store.place import Place

if TYPE_CHECKING:
    from claims.domain.dossier import Dossier
    from claims.domain.events import Entry, Event
    from claims.store import Ledger

_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Desk:
    """Who works on which ledger, and what time it is."""

    ledger: "Ledger"
    actor: str
    clock: Callable[[], datetime] = _now

    @property
    def today(self) -> date:
        """The calendar day in UTC."""
        return self.clock().astimezone(UTC).date()

    def moment(self) -> int:
        """Return the time as the ledger records it: microseconds since 1970, UTC."""
        since = self.clock() - datetime(1970, 1, 1, tzinfo=UTC)
        return since.days * 86_400_000_000 + since.seconds * 1_000_000 + since.microseconds

    def write(self, events: "Sequence[Event]", command: str | None = None) -> "tuple[Entry, ...]":
        """Append events as one command, or as part of one that is under way; return their entries."""
        return self.ledger.append(command or new_command(), self.actor, self.moment(), events)

    def dossier(self, beginning: str, as_of: date | None = None, known: int | None = None) -> "Dossier":
        """Return the dossier of the claim whose id begins so, for a day (today).

        Raises NotFound where there is none, more than one, or none that stands on that day.
        """
        from claims.errors import NotFound

        claim, day = self.ledger.claim_named(beginning), as_of or self.today
        found = self.ledger.dossier(claim, day, known)
        if found is None:
            raise NotFound(f"claim {claim[:8]} was not on the ledger as of {day}")
        return found


def new_command() -> str:
    """Return an id for a command: ten random letters, told apart at a glance and hardly ever twice."""
    return "".join(secrets.choice(_LETTERS) for _ in range(10))


def login() -> str:
    """Return the login name, `someone` where the system has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "someone"


def usual_place() -> Path:
    """Return where a user's ledger is kept on this platform."""
    from platformdirs import user_data_path

    return user_data_path("claims", appauthor=False) / "claims.db"


def is_there(place: str | None) -> bool:
    """Tell whether there may be a ledger at a place: for a file, whether it exists; a database server is asked later."""
    where = Place.of(place or usual_place())
    return where.path is None or where.path.exists()


@contextmanager
def open_desk(place: str | None, actor: str | None = None, *, create: bool = False) -> Iterator[Desk]:
    """Open the ledger at a place (None: the usual one) for an actor (None: the login name); with `create`, make it.

    Raises StoreError where it cannot be opened.
    """
    where: str | Path = place or usual_place()
    if create and isinstance(where, Path):
        where.parent.mkdir(parents=True, exist_ok=True)
    with open_ledger(where, create=create) as ledger:
        yield Desk(ledger, actor or login())
