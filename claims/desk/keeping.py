"""Keeping: a ledger of an older version is brought up to this one."""

from claims.desk.desk import usual_place


def upgrade(place: str | None) -> str:
    """Bring the ledger at a place up to this version; return in words what was done. No entry is changed.

    Raises StoreError where it cannot be written, or is of a newer version.
    """
    from claims.store import upgrade_ledger

    where = place or usual_place()
    had, has = upgrade_ledger(where)
    return f"{where} is of this version already" if had == has else f"{where} was brought from version {had} to {has}"
