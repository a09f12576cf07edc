"""Persons: numbers that can only count people, though no noun says so ("17 were killed", "a crew of 12")."""

import re
from dataclasses import replace
from functools import cache

from claims.extract.quantity.context import Context
from claims.extract.quantity.lexicon import either, lexicon
from claims.extract.quantity.reading import Reading


def is_person(noun: str) -> bool:
    """Tell a noun in the plural that names people, by its ending or its first mention in the list."""
    words, last = lexicon("quantity"), noun.rpartition(" ")[2]
    if last in words.word_set("not_persons"):
        return False
    return last in words.word_set("people_of_age") or last.endswith(words.words("person_endings"))


def of_people(reading: Reading) -> Reading:
    """Return the reading in people."""
    return replace(reading, unit=replace(reading.unit, unit="people", rule="a word that counts people"))


def counts_people(context: Context, reading: Reading, before: str) -> bool:
    """Tell whether only people can be meant: "a crew of 12", "injuring 30", "17 were killed"; before: words in lower case."""
    return _people().search(before) is not None or _behind().match(context.after(reading.end, 48)) is not None


def surely_people(context: Context, reading: Reading, before: str) -> bool:
    """Tell what counts people even where another noun was counted right before: not "missing", which ships are too."""
    after = context.after(reading.end, 48)
    match = _behind().match(after)
    if match is not None and match["state"] in lexicon("quantity").word_set("people_or_things"):
        return False
    return match is not None or _people().search(before) is not None


@cache
def _behind() -> re.Pattern[str]:
    """What only people do or suffer, right behind a number: " were killed", " have died", " in hospital"."""
    words = lexicon("quantity")
    be = rf"(?:{either(words.words('people_verbs_between'))} )*(?:[a-z]+ly )?"
    return re.compile(
        rf"(?: others| more)? (?:of those |{be})(?P<state>{either(words.words('people_states'))})\b"
        r"| of the (?:dead|injured|wounded)\b"
    )


@cache
def _people() -> re.Pattern[str]:
    words = lexicon("quantity")
    openers = either(lexicon("quantity_context").words("number_openers"))
    groups = either(words.words("people_groups"))
    nouns, verbs = either(words.words("people_nouns")), either(words.words("people_verbs"))
    return re.compile(
        rf"\b(?:{nouns}(?: [a-z]+){{0,4}} (?:of|at|to|reached)|{groups} of|{verbs}) (?:{openers} ){{0,3}}\Z",
        re.IGNORECASE,
    )
