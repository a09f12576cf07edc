"""An article in, drafts out: the claims that a text puts forward, each bound to its words."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claims.extract.draft import Draft
    from claims.extract.pipeline import extract

__all__ = ["Draft", "extract"]


def __getattr__(name: str) -> object:
    """Import the pipeline when it is first asked for, so that one part can be used without loading the others."""
    if name == "Draft":
        from claims.extract.draft import Draft

        return Draft
    if name == "extract":
        from claims.extract.pipeline import extract

        return extract
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
