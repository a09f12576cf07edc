"""Definites: "the company" said as the body's name, "the festival" as the festival that the article named in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.domain.claim import Edit
from claims.extract.mentions.fuller import is_bare
from claims.extract.words import words

if TYPE_CHECKING:
    from claims.extract.atoms import Atom
    from claims.extract.mentions import Mentions
    from claims.extract.parse import Parse

_BODIES = frozenset(words("restate")["bodies"])
_LONGEST = 60


def definites(parse: Parse, atom: Atom, names: Mentions, skip: frozenset[int]) -> list[Edit]:
    """Return the edits that put names for an atom's bare definite nouns, in code points of the article; each noun once."""
    edits: list[Edit] = []
    told: set[str] = set()
    quote = parse.text[atom.start : atom.end].casefold()
    for i in atom.tokens:
        token = parse.tokens[i]
        if i in skip or token.lower in told or (first := is_bare(parse, i)) is None:
            continue
        if any(k in skip for k in range(first, i)) or parse.tokens[first].start < atom.start:
            continue
        body = token.lower in _BODIES and parse.tokens[first].lower == "the"
        said = names.definite(i) if body else None
        if said is None:
            said = names.fuller(i)
        if said is None or len(said) > _LONGEST or said.casefold() in quote or said in told:
            continue
        told |= {token.lower, said}
        edits.append(
            Edit(
                start=parse.tokens[first].start, end=token.end, replacement=said, reason=f"which {token.lower} is meant"
            )
        )
    return edits
