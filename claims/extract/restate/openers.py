"""Openers: words at a claim's head that only tie it to what went before: "that", "so", "though", "then"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.domain.claim import Edit
from claims.extract.words import words

if TYPE_CHECKING:
    from claims.extract.atoms import Atom
    from claims.extract.parse import Parse

_TIES = frozenset(words("restate")["ties"])
# What such a word may rule instead of tying a clause.
_AFTER = frozenset({"ADV", "ADJ", "SCONJ", "PUNCT"})
_PARTS = frozenset({"ADV", "SCONJ", "CCONJ", "ADP"})


def openers(parse: Parse, atom: Atom) -> list[Edit]:
    """Return the edits that leave out such words, with a comma behind them, in code points of the article."""
    tokens = parse.tokens
    first = tokens[atom.tokens[0]]
    if first.start != atom.start or first.lower not in _TIES or first.upos not in _PARTS or first.i + 2 >= len(tokens):
        return []
    after = tokens[first.i + 1]
    if first.dep not in ("mark", "cc", "advmod", "fixed") or (after.upos in _AFTER and after.text != ","):
        return []  # "so many", "then-mayor", "though small"
    end = tokens[first.i + 2].start if after.text == "," else after.start
    return [Edit(start=first.start, end=end, replacement="", reason="a word that only ties it to what went before")]
