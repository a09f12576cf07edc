"""Contractions: "hadn't" said as "had not", "they're" as "they are"; "it's" stays, for it may be "is" or "has"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.domain.claim import Edit
from claims.extract.words import words

if TYPE_CHECKING:
    from claims.extract.atoms import Atom
    from claims.extract.parse import Parse

_WHOLE: dict[str, str] = dict(words("restate")["contractions"])
_REASON = "a word written out"


def contractions(parse: Parse, atom: Atom) -> list[Edit]:
    """Return the edits that write an atom's contractions out, in code points of the article; those inside quotation marks too."""
    edits = []
    tokens = parse.tokens
    for i in range(atom.tokens[0], atom.tokens[-1] + 1):
        token = tokens[i]
        said = _WHOLE.get(token.lower.replace("’", "'"))
        if said is None or i == 0 or tokens[i - 1].end != token.start or tokens[i - 1].start < atom.start:
            continue
        start, glue = token.start, " "
        if said == "not" and tokens[i - 1].lower in ("ca", "wo", "sha"):
            start, glue = tokens[i - 1].start, ""
            said = {"ca": "cannot", "wo": "will not", "sha": "shall not"}[tokens[i - 1].lower]
        edits.append(Edit(start=start, end=token.end, replacement=glue + said, reason=_REASON))
    return edits
