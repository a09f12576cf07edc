"""Blocked: the stretches of a text in which no number is a quantity: dates, clock times, codes, idioms."""

import re
from functools import cache

from claims.extract.quantity.lexicon import either, lexicon

Stretch = tuple[int, int]


def blocked(text: str) -> list[Stretch]:
    """Return the stretches of a text that hold no quantity, in order, as (start, end) in code points."""
    return [match.span() for match in _pattern().finditer(text)]


@cache
def _pattern() -> re.Pattern[str]:
    names, words, units = lexicon("quantity_names"), lexicon("quantity"), lexicon("quantity_units")
    month = f"(?:{either(word.capitalize() for word in names.words('months'))}|{either(word.upper() for word in names.words('months'))})\\.?"
    day = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
    clock = r"(?:[01]?\d|2[0-4])(?:[:.][0-5]\d){0,2}"
    number = rf"(?:{either(words.numbers('numbers'))}|\d{{1,4}})"
    spans = either([*units.table("durations"), *units.table("durations").values()])
    alternatives = (
        rf"\b{month} {day}(?: ?[-–] ?{day}| (?:and|or|to) {day}\b(?! [a-z])|, {day} and {day})?(?:,? (?:of )?(?:1[0-9]|20)\d\d)?(?![\w%])(?!,\d{{3}})",
        rf"\b(?:{day}(?:, | ?[-–] ?| and | or | to )){{0,3}}{day}(?: of)?[ -]{month}(?:,? (?:1[0-9]|20)\d\d)?(?!\w)",
        rf"\b{month},? (?:of )?(?:1[0-9]|20)\d\d\b",
        r"\b\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[.-]\d{1,6}){0,4}\b",
        rf"\b(?:{clock} ?(?:-|–|to|and) ?)?{clock} ?(?:[ap]\.m\b|[ap]m\b|[AP]M\b|[AP]\.M\b|o['’]clock|hrs\b|GMT\b|UTC\b|BST\b|E[SD]T\b|CES?T\b|IST\b)",
        r"\b(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?\b",
        rf"\b{number} o['’]clock\b",
        rf"\b(?:half|quarter) (?:past|to|after) {number}\b",
        rf"\b{number} (?:minutes? )?past {number}\b(?! \w+s\b)",
        r"\b(?:1\d|20)\d\ds\b|\b[1-9]0s\b|['’]\d0s\b|['’]\d\d\b",
        r"\b(?:1[5-9]|20)\d\d ?[-–/] ?(?:(?:1[5-9]|20)\d\d|\d\d)\b(?!,\d)",
        r"\b(?:FY|Q|H|CY) ?\d{1,4}\b",
        r"https?://\S{1,400}|\bwww\.\S{1,400}",
        r"\+\d[\d ()-]{7,18}\d\b|\(\d{3}\) ?\d{3}-\d{4}\b|\b\d{3}-\d{3}-\d{4}\b",
        rf"\b\d{{1,5}}[a-z]? (?:[A-Z][\w’']{{1,20}} ){{1,3}}{either(names.words('streets'))}\b",
        rf"\b(?:last|past|previous|preceding) (?:(?:about|almost|nearly|over|roughly|around|some|more than) )?(?:{number}(?:[ -]{number}|\.\d{{1,2}})?|couple of|few)(?: or (?:so|more))?[ -]{spans}\b",
        rf"\b(?:{number}|half|an?)(?:(?: and a |-and-a-)half)?(?: to | or |[ -–]){{0,1}}(?:{number})?(?: (?:of a|an?|million|billion|hundred|thousand|more|and a half|or so|or more))?[ -]{spans}['’]?(?: or so| or more)? (?:ago|back)\b(?! (?:to|in|at)\b)",
        rf"\[(?:{number})\] {spans} ago",
        r"\b\d{1,4}/\d{1,4}(?:/\d{1,4})?\b(?<![1-9]/[2-9])",
        r"\b[1-9]/(?:11|7)\b",
        rf"\b{either(names.words('idioms'))}\b",
        r"\b\d{1,4}[xX×]\d{1,4}\b|\b\d{3,4}[pi]\b|\b[2-6][GDgd]\b|\b[48][kK]\b|\b\d{1,3}(?:st|nd|rd|th)\b",
    )
    return re.compile("|".join(f"(?:{each})" for each in alternatives))
