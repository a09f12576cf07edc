"""Context: what a claim that names nothing is about, in brackets at its end: "Turnout was 61% (Santa Marta)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extract.restate.dates import MONTHS

if TYPE_CHECKING:
    from claims.extract.atoms import Atom
    from claims.extract.mentions import Mentions
    from claims.extract.parse import Parse

_NAME = re.compile(r"(?<!^)\b[A-Z][\w'’]*")
_CALENDAR = frozenset(MONTHS) | frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday I".split())
# Longer claims tell by themselves what they are about, in words.
_LONGEST = 16


def context(parse: Parse, atom: Atom, names: Mentions, said: str) -> str:
    """Return the article's topic for a claim that stands alone as `said` and names nobody and nothing; else the empty string.

    Only where the topic is also what was named last before the claim.
    """
    if len(said.split()) > _LONGEST or any(m.group() not in _CALENDAR for m in _NAME.finditer(said.strip())):
        return ""
    if any(parse.tokens[i].upos == "PROPN" and parse.tokens[i].text not in _CALENDAR for i in atom.tokens):
        return ""
    found = names.topic_at(atom.tokens[0])
    return found if found and found.casefold() not in said.casefold() else ""
