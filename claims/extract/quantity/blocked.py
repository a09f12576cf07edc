"""Blocked: the stretches of a text in which no number is a quantity: dates, clock times, codes, idioms."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from claims.extract.quantity.lexicon import either, lexicon

Stretch = tuple[int, int]


WINDOW = 44
"""How far around a number, in code points, what it is part of is looked for: the longest date is shorter."""


def blocked(text: str, numbers: Iterable[Stretch]) -> list[Stretch]:
    """Return the stretches that hold no quantity, in order, around these places of numbers (code points)."""
    found: list[Stretch] = []
    for low, high in _windows(text, numbers):
        found.extend(match.span() for match in _pattern().finditer(text, low, high))
    return found


def _windows(text: str, numbers: Iterable[Stretch]) -> Iterator[Stretch]:
    """Yield the surroundings of the numbers, those that touch joined, none beginning inside a word."""
    low = high = 0
    for start, end in numbers:
        if high and start - WINDOW <= high:
            high = end + WINDOW
            continue
        if high:
            yield low, high
        low, high = max(text.rfind(" ", 0, max(0, start - WINDOW)), start - 2 * WINDOW, 0), end + WINDOW
    if high:
        yield low, high


@cache
def _pattern() -> re.Pattern[str]:
    names, words, units = lexicon("quantity_names"), lexicon("quantity"), lexicon("quantity_units")
    month = f"(?:{either(word.capitalize() for word in names.words('months'))}|{either(word.upper() for word in names.words('months'))})\\.?"
    day = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
    clock = r"(?:[01]?\d|2[0-4])(?:[:.][0-5]\d){0,2}"
    number = rf"(?i:{either(words.numbers('numbers'))}|\d{{1,4}})"
    spans = f"(?i:{either([*units.table('durations'), *units.table('durations').values()])})"
    alternatives = (
        rf"\b{month} {day}(?: ?[-–] ?{day}| (?:and|or|to) {day}\b(?! [a-z])|, {day} and {day})?(?:,? (?:of )?(?:1[0-9]|20)\d\d)?(?![\w%])(?!,\d{{3}})",
        rf"\b(?:{day}(?:, | ?[-–] ?| and | or | to )){{0,3}}{day}(?: of)?[ -]{month}(?:,? (?:1[0-9]|20)\d\d)?(?!\w)",
        rf"\b{month},? (?:of )?(?:1[0-9]|20)\d\d\b",
        r"\b\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[.-]\d{1,6}){0,4}\b",
        rf"\b(?:{clock} ?(?:-|–|to|and) ?)?{clock} ?(?:[ap]\.m\b|[ap]m\b|[AP]M\b|[AP]\.M\b|o['’]clock|hrs\b|GMT\b|UTC\b|BST\b|E[SD]T\b|CES?T\b|IST\b)",
        r"\b(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?\b",
        rf"\b{number} [oO]['’][cC]lock\b",
        rf"\b(?i:half past|quarter (?:past|to)) {number}\b(?! [a-z]+s\b)",
        rf"\b{number} (?:minutes? )?past {number}\b(?! \w+s\b)",
        r"\b(?:1\d|20)\d\ds\b|\b[1-9]0s\b|['’]\d0s\b|['’]\d\d\b",
        r"\b(?:1[5-9]|20)\d\d ?[-–/] ?(?:(?:1[5-9]|20)\d\d|\d\d)\b(?!,\d)",
        r"\b(?:FY|Q|H|CY) ?\d{1,4}\b",
        r"\+\d[\d ()-]{7,18}\d\b|\(\d{3}\) ?\d{3}-\d{4}\b|\b\d{3}-\d{3}-\d{4}\b",
        rf"\b\d{{1,5}}[a-z]? (?:[A-Z][\w’']{{1,20}} ){{1,3}}{either(names.words('streets'))}\b",
        rf"\b(?i:last|past|previous|preceding) (?:(?:about|almost|nearly|over|roughly|around|some|more than) )?(?:{number}(?:[ -]{number}|\.\d{{1,2}})?|couple of|few)(?: or (?:so|more))?[ -]{spans}\b",
        rf"\b(?:{number}|(?i:half|an?))(?:(?: and a |-and-a-)half)?(?: to | or |[ -–]){{0,1}}(?:{number})?(?: (?:of a|an?|million|billion|hundred|thousand|more|and a half|or so|or more))?[ -]{spans}['’]?(?: or so| or more)? (?i:ago|back)\b(?! (?:to|in|at)\b)",
        rf"\[(?:{number})\] {spans} ago",
        r"\b\d{1,4}/\d{1,4}(?:/\d{1,4})?\b(?<![1-9]/[2-9])",
        r"\b[1-9]/(?:11|7)\b",
        rf"\b(?i:{either(names.words('idioms'))})\b",
        r"\b\d{1,4}[xX×]\d{1,4}\b|\b\d{3,4}[pi]\b|\b[2-6][GDgd]\b|\b[48][kK]\b|\b\d{1,3}(?:st|nd|rd|th)\b",
    )
    return re.compile("(?:" + "|".join(f"(?:{each})" for each in alternatives) + ")")
