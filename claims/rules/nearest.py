"""Nearest: the known name that a misspelt one was meant to be."""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return "did you mean X" for the closest of the known names, None where none is close."""
    names = tuple(known)
    folded = name.casefold().replace("-", "_").replace(" ", "_")
    by_fold = {each.casefold().replace("-", "_"): each for each in names}
    found = get_close_matches(folded, by_fold, n=1, cutoff=0.6)
    return f"did you mean {by_fold[found[0]]}?" if found else None
