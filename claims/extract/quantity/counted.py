"""Counted: the noun that a number counts, in the lower-case plural with its noun modifiers."""

import re
from functools import cache

from claims.extract.quantity.context import Context
from claims.extract.quantity.lexicon import lexicon
from claims.extract.quantity.nouns import Counted, plural_tag, read_phrase
from claims.extract.quantity.plural import is_plural, plural

_WORD = re.compile(r"[ \u00a0-]([A-Za-z][\w’'-]*)")
_HYPHEN = re.compile(r"[-‐‑–]([a-z]+)\b")
_RANGE = re.compile(r" ?[-–—‑−] ?[\d$€£]")
_HYPHENED = re.compile(r"[ -](?:plus|odd|strong|or so|or more|or fewer|or less)\b| ?\+")


def counted(context: Context, end: int, value: float = 2) -> Counted:
    """Return the noun counted by the number that ends at a place: read from the tokens, else from the words alone."""
    if _RANGE.match(context.text, end):
        return Counted(None, end)
    if (behind := _HYPHENED.match(context.text, end)) is not None:
        end = behind.end()
        if "strong" in behind[0]:
            return Counted(None, end)  # "a 10,000-strong crowd" names no noun that could be counted
    if _HYPHEN.match(context.text, end):
        return _compound(context, end)
    return read_phrase(context, end, value) if context.tokens else _from_words(context, end)


def _compound(context: Context, end: int) -> Counted:
    """Read "six-member", "three-nation": the noun behind the hyphen alone."""
    match = _HYPHEN.match(context.text, end)
    word = match[1] if match is not None else ""
    if match is None or word in lexicon("quantity").word_set("no_compound"):
        return Counted(None, end)
    token = context.token_at(match.start(1))
    if token is not None and (token.end != match.end() or token.upos not in ("NOUN", "ADJ", "PROPN")):
        return Counted(None, end)
    return Counted(word if is_plural(word) and (token is None or plural_tag(token)) else plural(word), match.end())


def _from_words(context: Context, end: int) -> Counted:
    """Without tokens: the first plural among the next four words before a word that ends a phrase."""
    place, more = end, False
    for _ in range(4):
        match = _WORD.match(context.text, place)
        if match is None:
            break
        word = match[1].lower()
        if word in ("more", "others"):
            more = True
        elif word in _stop():
            break
        elif is_plural(word) and match[1][0].islower():
            return Counted(word, match.end())
        place = match.end()
    return Counted(None, end, more)


@cache
def _stop() -> frozenset[str]:
    return lexicon("quantity").word_set("phrase_stop")
