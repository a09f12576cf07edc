"""Shares: "half of", "a third", "two-thirds", "one in three", read as percent, to two places."""

import re
from dataclasses import dataclass
from functools import cache

from claims.extract.quantity.context import Context
from claims.extract.quantity.lexicon import begins_with, either, ends_with, lexicon


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole: its place in code points and its percentage."""

    start: int
    end: int
    percent: float
    rule: str


def shares(context: Context) -> list[Share]:
    """Return the shares of a text in order. A quarter of the year, the second half and half an hour are none."""
    found: list[Share] = []
    for match in _pattern().finditer(context.text):
        share = _one_in(match) if match["of"] else _half(context, match) if match["half"] else _fraction(context, match)
        if share is not None:
            found.append(share)
    return found


@cache
def _pattern() -> re.Pattern[str]:
    words = lexicon("quantity")
    tens = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    more = either([*words.numbers("numbers"), "hundred"])
    denominators = either(word for word in words.numbers("denominators") if word not in ("half", "halves"))
    part = rf"(?P<n>{either(tens)}|[1-9]\d?)(?: (?:in|out of|of(?= every)) (?:every )?|-in-)"
    whole = rf"(?P<m>{more}|a hundred|[1-9]\d{{0,2}})(?![\w%,.:-]*\d)(?![\w%])"
    fraction = rf"(?P<top>an?|{either(tens)})[ -](?P<bottom>{denominators})(?![\w-])"
    half = r"(?P<half>(?:(?:a|one)[ -])?half)(?![\w-])"
    return re.compile(rf"(?<![\w-])(?=[aefhnost\d])(?:(?P<of>{part}{whole})|{fraction}|{half})", re.IGNORECASE)


_NUMBER_NEXT = re.compile(
    r"[ -](?:an?[ -])?(?:hundred|thousand|million|billion|trillion|lakh|crore|dozen)", re.IGNORECASE
)


def _one_in(match: re.Match[str]) -> Share | None:
    numbers = lexicon("quantity").numbers("numbers")
    top, bottom = (
        float(word) if word.isdigit() else numbers.get(word.lower().removeprefix("a ").strip(), 100)
        for word in (match["n"], match["m"])
    )
    if not 0 < top < bottom or _follows_time(match):
        return None
    return Share(match.start(), match.end(), round(100 * top / bottom, 2), "one in so many")


def _follows_time(match: re.Match[str]) -> bool:
    units = lexicon("quantity_units")
    following = re.match(r"[ -]([a-z]+)", match.string[match.end() : match.end() + 24])
    word = following[1] if following else ""
    return word in units.table("durations") or word in units.table("durations").values() or word in ("am", "pm")


def _half(context: Context, match: re.Match[str]) -> Share | None:
    before, after = context.before(match.start(), 40), context.after(match.end(), 40)
    if _NUMBER_NEXT.match(after) or begins_with("half_no_share").match(after) or ends_with("half_named").search(before):
        return None
    whole = begins_with("half_whole").match(after) or begins_with("share_behind").match(after)
    if not (whole or ends_with("share_before").search(before)):
        return None
    return Share(match.start(), match.end(), 50, "a half")


def _fraction(context: Context, match: re.Match[str]) -> Share | None:
    before, after = context.before(match.start(), 40), context.after(match.end(), 40)
    numbers, denominators = lexicon("quantity").numbers("numbers"), lexicon("quantity").numbers("denominators")
    article = match["top"].lower() in ("a", "an")
    top = 1.0 if article else numbers[match["top"].lower()]
    word = match["bottom"].lower()
    if (top == 1) == word.endswith("s") or top >= denominators[word]:
        return None
    if _NUMBER_NEXT.match(after) or begins_with("fraction_no_share").match(after) or re.match(r" of \d{4}\b", after):
        return None
    if article and not _is_share(context, match, before, after):
        return None
    if word.startswith("quarter") and not article and begins_with("quarter_no_share").match(after):
        return None
    return Share(match.start(), match.end(), round(100 * top / denominators[word], 2), "a fraction")


def _is_share(context: Context, match: re.Match[str], before: str, after: str) -> bool:
    """Tell "a third of them", "by a third" from "a third man", "in a quarter"."""
    if after.startswith(" of "):
        return True
    if after.startswith("-") or ends_with("no_share_before").search(before):
        return False
    bounded = ends_with("share_third_before").search(before) is not None
    following = context.token_at(match.end() + 1) if after.startswith(" ") else None
    if following is not None and following.upos in ("NOUN", "ADJ", "PROPN", "NUM"):
        return begins_with("third_compared").match(after) is not None
    return bounded or begins_with("share_behind").match(after) is not None
