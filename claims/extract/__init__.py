"""An article in, drafts out: the claims that a text puts forward, each bound to its words."""

from claims.extract.draft import Draft
from claims.extract.pipeline import extract

__all__ = ["Draft", "extract"]
