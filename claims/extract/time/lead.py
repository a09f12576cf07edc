"""Lead: the word or phrase before a time that says how it counts: by, until, before, since, within ..."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from claims.extract.time.tokens import Tokens
from claims.extract.words import words

_LONGEST = 5  # words in the longest lead


@cache
def _known() -> tuple[Mapping[str, str], frozenset[str], tuple[str, ...]]:
    """The leads with what each is shown as, the fillers that may follow one, the phrases that do a lead's work after a time."""
    listed: Mapping[str, Any] = words("time_leads")
    leads = {phrase: name for name, phrases in listed["leads"].items() for phrase in phrases}
    return leads, frozenset(listed["fillers"]), tuple(listed["trailers"])


def lead(tokens: Tokens, first: int, last: int) -> str | None:
    """How the tokens first to last count by the words before them ("by", "until", "since" …), None where nothing says it."""
    leads, fillers, trailers = _known()
    after = " ".join(tokens.words[last : last + 3])
    if any(after.startswith(trailer) for trailer in trailers):
        return "by"
    end = first
    for _ in range(3):
        for length in range(_LONGEST, 0, -1):
            if end - length >= 0 and (name := leads.get(" ".join(tokens.words[end - length : end]))) is not None:
                return name
        if end and tokens.words[end - 1] in fillers:
            end -= 1
        else:
            return None
    return None
