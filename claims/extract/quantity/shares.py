"""Shares: "half of", "a third", "two-thirds", "one in three", read as percent, to two places."""

import re
from dataclasses import dataclass
from functools import cache

from claims.extract.quantity.context import Context
from claims.extract.quantity.lexicon import either, lexicon


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
    small = either(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"])
    more = either([*words.numbers("numbers"), "hundred"])
    denominators = either(word for word in words.numbers("denominators") if word not in ("half", "halves"))
    return re.compile(
        rf"(?<![\w-])(?=[aefhnost\d])(?:(?P<of>(?P<n>{small}|[1-9]\d?)(?:[ ](?:in|out[ ]of|of(?=[ ]every))[ ](?:every[ ])?|-in-)(?P<m>{more}|a[ ]hundred|[1-9]\d{{0,2}})(?![\w%,.:-]*\d)(?![\w%]))"
        rf"|(?P<part>(?P<top>an?|one|two|three|four|five|six|seven|eight|nine)[ -](?P<bottom>{denominators}))(?![\w-])"
        rf"|(?P<half>(?:(?:a|one)[ -])?half)(?![\w-]))",
        re.IGNORECASE,
    )


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
    if _NUMBER_NEXT.match(after) or re.match(
        r" (?:an?|past|time|hour|hours|year|mile|day|of (?:an? )?(?:the )?(?:\d{4}|year|season))\b(?! third)", after
    ):
        return None
    if re.search(
        r"(?:\bfirst|\bsecond|\bopening|\bother|\bbetter|\blatter|\bthis|\btop|\bbottom|\blast|\band an?|\band|\d)[ -]$",
        before,
        re.IGNORECASE,
    ):
        return None
    if not (
        re.match(r" (?:of|the|its|his|her|their|our|all|that|those|these|as)\b", after)
        or re.search(
            r"\b(?:by|than|nearly|almost|about|around|roughly|over|under|to|in|least|only|just|some|up|down|fell|approximately) (?:an? )?$",
            before,
            re.IGNORECASE,
        )
        or re.match(
            r" (?:were|are|was|is|said|say|have|had|live|think|believe|support|would|will|came|come|went|do|did|those|own)\b",
            after,
        )
    ):
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
    if (
        _NUMBER_NEXT.match(after)
        or re.match(
            r"(?: of)? an? (?:million|billion|hundred|thousand|trillion|century|mile|second|dozen|point)",
            after,
            re.IGNORECASE,
        )
        or re.match(r" of a[n]?\b", after)
    ):
        return None
    if article and not _is_share(context, match, before, after):
        return None
    if (
        word.startswith("quarter")
        and not article
        and re.match(r" (?:in a row|running|of (?:\d{4}|growth|this|last|the year))|[ -](?:final|back|century)", after)
    ):
        return None
    return Share(match.start(), match.end(), round(100 * top / denominators[word], 2), "a fraction")


def _is_share(context: Context, match: re.Match[str], before: str, after: str) -> bool:
    """Tell "a third of them", "by a third" from "a third man", "in a quarter"."""
    if re.match(r" of (?:the year|\d{4})\b", after):
        return False
    if re.match(r" of\b", after):
        return True
    if re.match(r"-", after) or re.search(r"\b(?:for|per|every|and) $", before):
        return False
    bounded = re.search(
        r"\b(?:by|than|nearly|almost|about|around|roughly|over|under|least|up|down|some|only|just|to|approximately) (?:almost |nearly |about |over |more than )?$",
        before,
        re.IGNORECASE,
    )
    following = context.token_at(match.end() + 1) if after.startswith(" ") else None
    if following is not None and following.upos in ("NOUN", "ADJ", "PROPN", "NUM"):
        return bool(bounded) and following.lower in ("more", "less", "fewer", "higher", "lower", "larger")
    return bool(bounded) or bool(re.match(r" (?:were|are|was|is|said|say|have|had|more|less|live|support)\b", after))
