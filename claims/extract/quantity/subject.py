"""Subject: the plural noun that a bare number belongs to by its place in the clause ("the number of thefts fell to 212")."""

import re

from claims.extract.quantity.context import Context
from claims.extract.quantity.nouns import plural_tag, read_phrase
from claims.extract.quantity.plural import is_plural, plural

_REACH = 30
"""So many tokens back a subject is looked for."""
_COUNTED = re.compile(
    r"\b(?:number|total|tally|count|toll) of (?:(?:the|all|new|reported|confirmed|recorded|registered) )*(?=[a-z])"
)


def noun_before(context: Context, place: int) -> str | None:
    """Return the plural noun whose number follows it: "brings orders to 57", "the number of deaths at 40"."""
    last = context.token_before(place)
    if last is None or last.lower not in ("to", "at", "of") or last.i == 0:
        return None
    noun = context.tokens[last.i - 1]
    if (
        noun.upos != "NOUN"
        or not is_plural(noun.lower)
        or (noun.i > 0 and context.tokens[noun.i - 1].upos == "AUX")  # "has risen to 317": a participle misread
        or not plural_tag(noun)
        or "\n" in context.text[noun.start : place]
    ):
        return None
    if last.lower == "of" and not re.search(r"\b(?:total|number|sum) of (?:\w+ )?$", context.before(noun.start, 40)):
        return None
    return noun.lower


def subject(context: Context, place: int) -> str | None:
    """Return the plural head of the subject of the sentence, else None."""
    index = context.first_at(place)
    for token in reversed(context.tokens[max(0, index - _REACH) : index]):
        if token.text in ".!?":
            break
        if token.dep.startswith("nsubj") and token.upos == "NOUN":
            return token.lower if is_plural(token.lower) else plural(token.lower)
    return None


def risen(context: Context, place: int) -> str | None:
    """Return what "the number of" counts in the sentence, or its plural subject: "the number of thefts fell to 212"."""
    before = context.sentence_before(place)
    named = _COUNTED.search(before)
    if named is not None:
        return read_phrase(context, place - len(before) + named.end(), 2).noun
    index = context.first_at(place)
    for token in reversed(context.tokens[max(0, index - _REACH) : index]):
        if token.text in ".!?":
            break
        if token.dep.startswith("nsubj"):
            return token.lower if token.upos == "NOUN" and is_plural(token.lower) and plural_tag(token) else None
    return None


def whole(context: Context, place: int) -> str | None:
    """Return the nearest plural noun before a place: what "300 of them" are counted from."""
    index = context.first_at(place)
    for token in reversed(context.tokens[max(0, index - 40) : index]):
        if context.text[token.start : place].count("\n"):
            break
        if token.upos == "NOUN" and plural_tag(token) and is_plural(token.lower):
            return token.lower
    return None
