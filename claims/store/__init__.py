"""The ledger and its index, in SQLite or PostgreSQL: the only place that knows SQL.

    with open_ledger("claims.db", create=True) as ledger:
        ledger.append(command, actor, recorded, events)
        for row in ledger.find(Filter(), today):
            ...

Importing this costs next to nothing: the tables (SQLModel), the upgrades (Alembic) and the domain's values are loaded
by the call that needs them. Reading is plain statements over the database's own driver, which is why `claims list` is
back before SQLModel would be imported; `benchmarks/startup.py` measures that.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claims.store.ledger import Ledger, open_ledger, upgrade_ledger
    from claims.store.row import Listed

__all__ = ["Ledger", "Listed", "open_ledger", "upgrade_ledger"]


def __getattr__(name: str) -> object:
    if name in ("Ledger", "open_ledger", "upgrade_ledger"):
        from claims.store import ledger

        return getattr(ledger, name)
    if name == "Listed":
        from claims.store.row import Listed

        return Listed
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
