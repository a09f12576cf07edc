"""Definites: "the company" said as the body's name, "the festival" as the festival that the article named in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.domain.claim import Edit
from claims.extract.mentions.fuller import is_bare
from claims.extract.mentions.lexicon import titles
from claims.extract.words import words

if TYPE_CHECKING:
    from claims.extract.atoms import Atom
    from claims.extract.mentions import Mentions
    from claims.extract.parse import Parse

_BODIES = frozenset(words("restate")["bodies"])
# Towns are too many in one article for "the town's" to be the last one named.
_LANDS = frozenset({"country", "nation", "kingdom", "republic"})
_LONGEST = 60


def definites(parse: Parse, atom: Atom, names: Mentions, skip: frozenset[int]) -> list[Edit]:
    """Return the edits that put names for an atom's bare definite nouns, in code points of the article; each noun once."""
    edits: list[Edit] = []
    told: set[str] = set()
    quote = parse.text[atom.start : atom.end].casefold()
    for i in atom.tokens:
        token = parse.tokens[i]
        if i in skip or token.lower in told:
            continue
        if (owner := _owner(parse, names, i)) is not None and parse.tokens[i - 1].start >= atom.start:
            if owner.casefold() not in quote and i - 1 not in skip:
                told.add(token.lower)
                start, reason = parse.tokens[i - 1].start, f"which {token.lower} is meant"
                edits.append(Edit(start=start, end=token.end, replacement=owner, reason=reason))
            continue
        if (first := is_bare(parse, i)) is None:
            continue
        if any(k in skip for k in range(first, i)) or parse.tokens[first].start < atom.start:
            continue
        body = token.lower in _BODIES and parse.tokens[first].lower == "the"
        said = names.definite(i) if body else None
        said = names.with_the(said) if said is not None else None
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


def _owner(parse: Parse, names: Mentions, i: int) -> str | None:
    """Return the name for "the country" in "the country's army"."""
    tokens = parse.tokens
    if tokens[i].lemma.lower() not in _LANDS or i == 0 or i + 1 >= len(tokens):
        return None
    if tokens[i + 1].text not in ("'s", "’s") or tokens[i - 1].lower != "the":
        return None
    named = names.definite(i)
    places = names.namings(named) if named is not None else []
    if named is None or not places or any(word in titles() for word in named.casefold().split()):
        return None
    return names.with_the(named) if names.kind_of(places[0].first) == "LOC" else None
