"""A desk over a ledger in memory, with a clock that the test winds."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from claims.desk.desk import Desk
from claims.store import open_ledger


@dataclass
class Clock:
    """Stands at noon of a day until it is wound; each look at it takes a second."""

    now: datetime = datetime(2024, 3, 5, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    def wind(self, days: int) -> None:
        self.now += timedelta(days=days)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(clock: Clock) -> Iterator[Desk]:
    with open_ledger(":memory:", create=True) as ledger:
        yield Desk(ledger, "mira", clock)
