"""Plural: a noun's plural, by the rules of English spelling and a list of exceptions."""

import re
from functools import cache

from claims.extract.quantity.lexicon import lexicon


@cache
def irregular() -> dict[str, str]:
    """Return the nouns whose plural no rule gives."""
    return lexicon("quantity_units").table("irregular_plurals")


def plural(noun: str) -> str:
    """Return the plural of a lower-case singular noun ("party" → "parties"); an invariant noun stays."""
    words = lexicon("quantity_units")
    if noun in irregular():
        return irregular()[noun]
    if noun in words.word_set("invariant") or noun.endswith(words.words("invariant_endings")):
        return noun
    for ending in ("woman", "man"):
        if noun.endswith(ending) and noun not in ("human", "german", "roman", "ottoman", "talisman"):
            return noun[: -len("man")] + "men"
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    return noun + "s"


def is_plural(noun: str) -> bool:
    """Tell from its spelling whether a lower-case noun is a plural."""
    words = lexicon("quantity_units")
    if (
        noun in words.word_set("invariant")
        or noun in irregular().values()
        or noun.endswith(words.words("invariant_endings"))
    ):
        return True
    return len(noun) > 3 and noun.endswith("s") and not noun.endswith(("ss", "us", "is", "'s", "’s"))
