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
    """Join the kinds of stretches; each group is tried only where its first letter fits, which saves most of the time."""
    with_digit = "|".join((*_dates(), *_clocks(), *_codes()))
    with_month = "|".join(_months())
    with_word = "|".join(_past())
    idioms = f"(?i:{either(lexicon('quantity_names').words('idioms'))})\\b"
    return re.compile(
        rf"\b(?:(?=\d)(?:{with_digit})|(?=[A-Z])(?:{with_month})|(?=[\dA-Za-z])(?:{with_word})|(?=[a-zA-Z])(?:{idioms}))"
        rf"|['’]\d(?:0s|\d)\b|\[{_number()}\] {_spans()} ago|\+\d[\d ()-]{{7,18}}\d\b|\(\d{{3}}\) ?\d{{3}}-\d{{4}}\b"
    )


_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:,? (?:of )?(?:1[0-9]|20)\d\d)?"


@cache
def _number() -> str:
    return rf"(?i:{either(lexicon('quantity').numbers('numbers'))}|\d{{1,4}})"


@cache
def _spans() -> str:
    durations = lexicon("quantity_units").table("durations")
    return f"(?i:{either([*durations, *durations.values()])})"


@cache
def _month() -> str:
    months = lexicon("quantity_names").words("months")
    return rf"{either([*(month.capitalize() for month in months), *(month.upper() for month in months)])}\.?"


def _months() -> tuple[str, ...]:
    """Months with a day or a year behind them, quarters and fiscal years: "May 5, 2020", "Q3", "FY 2010"."""
    return (
        rf"{_month()} {_DAY}(?: ?[-–] ?{_DAY}| (?:and|or|to) {_DAY}\b(?! [a-z])|, {_DAY} and {_DAY})?{_YEAR}(?![\w%])(?!,\d{{3}})",
        rf"{_month()},? (?:of )?(?:1[0-9]|20)\d\d\b",
        r"(?:FY|Q|H|CY) ?\d{1,4}\b",
    )


def _dates() -> tuple[str, ...]:
    """Days before a month, dates in figures, decades, pairs of years: "12 August", "2020-09-04", "the 1990s", "2008-09"."""
    return (
        rf"(?:{_DAY}(?:, | ?[-–] ?| and | or | to )){{0,3}}{_DAY}(?: of)?[ -]{_month()}{_YEAR}(?!\w)",
        r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[.-]\d{1,6}){0,4}\b",
        r"(?:1\d|20)\d\ds\b|[1-9]0s\b",
        r"(?:1[5-9]|20)\d\d ?[-–/] ?(?:(?:1[5-9]|20)\d\d|\d\d)\b(?!,\d)",
    )


def _clocks() -> tuple[str, ...]:
    """Clock times: "15:30", "9 a.m.", "9-11 GMT"."""
    hour = r"(?:[01]?\d|2[0-4])(?:[:.][0-5]\d){0,2}"
    sign = r"(?:[ap]\.m\b|[ap]m\b|[AP]M\b|[AP]\.M\b|hrs\b|GMT\b|UTC\b|BST\b|E[SD]T\b|CES?T\b|IST\b)"
    return (rf"(?:{hour} ?(?:-|–|to|and) ?)?{hour} ?{sign}", r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?\b")


def _codes() -> tuple[str, ...]:
    """Telephone numbers, addresses, fractions that are names, sizes, ordinals: "9/11", "10 Downing Street", "4x4", "21st"."""
    streets = either(lexicon("quantity_names").words("streets"))
    return (
        r"\d{3}-\d{3}-\d{4}\b",
        rf"\d{{1,5}}[a-z]? (?:[A-Z][\w’']{{1,20}} ){{1,3}}{streets}\b",
        r"\d{1,4}/\d{1,4}(?:/\d{1,4})?\b(?<![1-9]/[2-9])|[1-9]/(?:11|7)\b",
        r"\d{1,4}[xX×]\d{1,4}\b|\d{3,4}[pi]\b|[2-6][GDgd]\b|[48][kK]\b|\d{1,3}(?:st|nd|rd|th)\b",
    )


def _past() -> tuple[str, ...]:
    """Times told from now, and the hour in words: "15 years ago", "the past 30 days", "half past nine", "ten o'clock"."""
    number, spans = _number(), _spans()
    about = r"(?:(?:about|almost|nearly|over|roughly|around|some|more than) )?"
    counted = rf"(?:{number}(?:[ -]{number}|\.\d{{1,2}})?|couple of|few)(?: or (?:so|more))?"
    many = r"(?: (?:of a|million|billion|hundred|thousand|more|and a half|or so|or more)|(?<=half) an?)?"
    pair = rf"(?:{number}|(?i:half|an?))(?:(?: and a |-and-a-)half)?(?: to | or |[ –-])?(?:{number})?"
    return (
        rf"(?i:(?<!to )(?<!will )(?<!would )(?<!could )last|past|previous|preceding) {about}{counted}[ -]{spans}\b",
        rf"{pair}{many}[ -]{spans}['’]?(?: or so| or more)? (?i:ago|back)\b(?! (?:to|in|at)\b)",
        rf"(?i:half past|quarter (?:past|to)) {number}\b(?! [a-z]+s\b)",
        rf"{number} past {number}\b(?! \w+s\b)",
        rf"{number} [oO]['’][cC]lock\b",
    )
