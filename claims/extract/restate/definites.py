"""Definites: "the company" said as the body's name, "the festival" as the festival that the article named in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.domain.claim import Edit
from claims.extract.words import words

if TYPE_CHECKING:
    from claims.extract.atoms import Atom
    from claims.extract.mentions import Mentions
    from claims.extract.parse import Parse, Token

_BODIES = frozenset(words("restate")["bodies"])
# So far back a bare noun may point, in tokens; farther, too much has come between.
_BACK = 400
# The names looked at for "the company", the last ones before it.
_NAMES = 30
# The body that "the company" stands for is named so many times as often as any other.
_LEAD = 2
_LEFT = frozenset({"compound", "amod", "nmod:poss", "flat"})
_LONGEST = 60


def definites(parse: Parse, atom: Atom, names: Mentions, skip: frozenset[int]) -> list[Edit]:
    """Return the edits that put names for an atom's bare definite nouns, in code points of the article; each noun once."""
    edits: list[Edit] = []
    told: set[str] = set()
    for i in atom.tokens:
        token = parse.tokens[i]
        article = parse.tokens[i - 1] if i else token
        if i in skip or i - 1 in skip or token.upos != "NOUN" or article.lower != "the" or article.start < atom.start:
            continue
        if token.xpos != "NN" or token.lower in told or not _is_bare(parse, token):
            continue
        said = _body(names, token) if token.lower in _BODIES else _fuller(parse, token)
        if said is None or len(said) > _LONGEST or said.casefold() in parse.text[atom.start : atom.end].casefold():
            continue
        told.add(token.lower)
        edits.append(Edit(start=article.start, end=token.end, replacement=said, reason=f"which {token.lower} is meant"))
    return edits


def _is_bare(parse: Parse, token: Token) -> bool:
    """Tell whether a noun has an article and nothing else that says which is meant."""
    for child in parse.dependents(token.i):
        if child.dep.startswith(("nmod", "amod", "compound", "acl", "nummod", "appos", "flat")):
            return False
    return not token.dep.startswith(("compound", "flat", "appos"))


def _body(names: Mentions, token: Token) -> str | None:
    """Return the body that an article is about so far, where one is named far more than any other."""
    counts: dict[str, int] = {}
    seen = 0
    for i in range(token.i - 1, max(-1, token.i - _BACK), -1):
        name = names.name_at(i)
        if name is None or name.first != i:
            continue
        seen += 1
        if seen > _NAMES:
            break
        if names.kind_of(i) == "ORG" and (full := names.full_name_of(i)):
            counts[full] = counts.get(full, 0) + 1
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _LEAD * ranked[1][1]):
        return None
    return ranked[0][0]


def _fuller(parse: Parse, token: Token) -> str | None:
    """Return the phrase with the same noun and a name in front of it, where the article has one such and no other."""
    tokens = parse.tokens
    found: dict[str, str] = {}
    for i in range(token.i - 1, max(-1, token.i - _BACK), -1):
        other = tokens[i]
        if other.lower != token.lower or other.i == token.i:
            continue
        left = [t for t in parse.dependents(i) if t.i < i and t.dep in _LEFT]
        first = min((t.i for t in left), default=i)
        if not any(t.upos == "PROPN" for t in tokens[first:i]) or i - first > 6:
            continue
        if any(t.xpos == "PRP$" for t in tokens[first:i]):
            continue  # "its Ekfors mill" says as little as "the mill" whose it is
        while first > 0 and tokens[first - 1].upos == "PROPN":
            first -= 1
        phrase = " ".join(parse.text[tokens[first].start : other.end].split())
        found.setdefault(phrase.casefold(), phrase)
    if not found:
        return None
    longest = max(found, key=lambda key: (len(key), key))
    words_of = set(longest.split())
    if any(not set(key.split()) <= words_of for key in found):
        return None
    phrase = found[longest]
    return (
        phrase
        if phrase.casefold().startswith(("the ", "a ")) or "'s " in phrase or "’s " in phrase
        else f"the {phrase}"
    )
