"""English: is a text in it? Refused in one line where it is not, let through where there is too little to tell."""

import re
from functools import cache

from claims.errors import BadInput
from claims.extract.words import words

# As much as is looked at, in code points: a language shows early, and a long text should cost no more than a short one.
_SAMPLE = 20_000
# In English news one word in five is on the list; in the nearest other tongues (Dutch, German) fewer than one in twenty.
_ENOUGH = 0.08
# Below this many words of letters the identifier guesses ("Hello." is Breton to it); such a text is let through.
_TOO_FEW = 8
# Log-probability by which another language must beat English, per word: names and figures alone sway it by less.
_MARGIN = 2.0

_WORD = re.compile(r"[^\W\d_]+")


def other_language(text: str) -> str | None:
    """Return the name of a text's language where that is not English, else None; None also where too little is there to tell."""
    found = _WORD.findall(text[:_SAMPLE])
    known = _english()
    if len(found) < _TOO_FEW or sum(word.lower() in known for word in found) >= _ENOUGH * len(found):
        return None
    from py3langid import langid  # half a second to import, and seldom needed

    scores = dict(langid.rank(text[:_SAMPLE]))
    best = max(scores, key=lambda code: (scores[code], code))
    if best == "en" or scores[best] - scores["en"] < _MARGIN * len(found):
        return None
    return str(words("languages")["names"].get(best, f"a language with the code {best}"))


def require_english(text: str) -> None:
    """Raise BadInput where a text is in another language than English."""
    if (name := other_language(text)) is not None:
        raise BadInput(
            f"this text is in {name}; claims are found in English only (switch the language check off to insist)"
        )


@cache
def _english() -> frozenset[str]:
    return frozenset(words("languages")["english"])
