"""Place: where a ledger is, as a user names it: a file, or the address of a PostgreSQL database."""

import re
from dataclasses import dataclass
from pathlib import Path

from claims.errors import Misuse

MEMORY = ":memory:"


@dataclass(frozen=True, slots=True)
class Place:
    """A file (or `:memory:`, gone when it is closed), or the URL of a PostgreSQL database."""

    path: Path | None = None
    """None in memory and for a URL."""
    url: str | None = None
    """As libpq reads it: postgresql://user@host/name."""

    @classmethod
    def of(cls, text: str | Path) -> "Place":
        """Read a place: a path, `:memory:`, `sqlite:///path`, `postgresql://…` or `postgresql+psycopg://…`.

        Raises Misuse for the URL of any other database.
        """
        if isinstance(text, Path):
            return cls(path=text.expanduser())
        scheme, separator, rest = text.partition("://")
        if text in ("", MEMORY) or (separator and scheme == "sqlite" and rest in ("", "/", "/" + MEMORY)):
            return cls()
        if not separator:
            return cls(path=Path(text).expanduser())
        if scheme in ("postgresql", "postgres", "postgresql+psycopg"):
            return cls(url=f"postgresql://{rest}")
        if scheme == "sqlite" and rest.startswith("/"):
            return cls(path=Path(rest[1:]).expanduser())
        raise Misuse(f"a ledger is a file or a postgresql:// address, and {scheme}:// is neither")

    def __str__(self) -> str:
        """The path, or the URL without its password."""
        if self.url is not None:
            url = re.sub(r"(?<=//)([^/@:]*):[^/@]*@", r"\1@", self.url)
            return re.sub(r"(?i)([?&])password=[^&]*&?", r"\1", url).rstrip("?&")
        return MEMORY if self.path is None else str(self.path)
