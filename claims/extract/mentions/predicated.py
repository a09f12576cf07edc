"""Predicated: what the sentence says of "it", and so what sort of thing "it" can stand for, or that it stands for none told."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claims.extract.mentions.lexicon import bodies, body_words, institutions, places
from claims.extract.words import words

if TYPE_CHECKING:
    from claims.extract.parse import Parse, Token

_PARTS = frozenset("all both half many more most much none part parts rest some third quarter".split())


@dataclass(frozen=True, slots=True)
class Predicated:
    """What a clause lets its "it" be."""

    open: bool = False
    """True where "it" is the weather, an event or nothing at all, and no noun is put for it."""
    noun: str | None = None
    """The lemma that "it" is said to be ("it is one of the oldest parks": park), or None."""

    one_of: bool = False
    """True where "it" is told to be one of several."""

    def fits(self, sort: str, subject: bool) -> bool:
        """Tell whether a candidate (body, place, thing or name; a subject or not) can be what `noun` says that "it" is."""
        if self.noun is None:
            return True
        if sort == "body":
            return self.noun in _told("body")
        if sort == "place":
            return self.noun in _told("place")
        return subject and not (self.one_of and sort == "thing")


@cache
def _told(sort: str) -> frozenset[str]:
    """Nouns that can say what a body or a place is."""
    own = frozenset(words("restate")["roles"][sort])
    return own | places() | bodies() | ((institutions() | body_words()) if sort == "body" else frozenset())


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(words("restate")[key])


def predicated(parse: Parse, token: Token) -> Predicated:
    """Return what is said of the "it" or "its" at a token.

    Open are "it could take a month to clear it", "it was chaos", "it is warm", "it rained", "anything like it", "half of it", and
    "it was his first goal", where what had happened is meant.
    """
    tokens = parse.tokens
    above = tokens[token.head]
    case = next((t.lower for t in parse.dependents(token.i, "case")), "")
    if case == "like" or (case == "of" and above.lower in _PARTS):
        return Predicated(open=True)
    if not token.dep.startswith("nsubj") or above.i < token.i:
        return Predicated()
    if above.lemma.lower() in _listed("weather"):
        return Predicated(open=True)
    if above.lemma == "take" and any(t.lemma in _listed("durations") for t in parse.dependents(above.i, "obj", "obl")):
        return Predicated(
            open=any(t.lower == "to" for k in parse.dependents(above.i) for t in parse.dependents(k.i, "mark"))
        )
    if above.lower == "#" or above.text.startswith("#"):
        return Predicated(open=True)  # a rank: of what cannot be told
    if above.upos not in ("NOUN", "PROPN", "NUM") or not any(parse.dependents(above.i, "cop")):
        return Predicated()
    noun = above
    if noun.lower in ("one", "part", "some") or noun.upos == "NUM":
        noun = next((t for t in parse.dependents(above.i, "nmod") if t.upos in ("NOUN", "PROPN")), above)
    lemma = noun.lemma.lower()
    return Predicated(open=lemma in _listed("happenings"), noun=lemma, one_of=noun is not above)
