"""Names: numbers that are part of a name or a label, told by the words next to them."""

import re
from collections.abc import Iterable
from functools import cache

from claims.extract.quantity.context import Context
from claims.extract.quantity.counted import counted
from claims.extract.quantity.lexicon import begins_with, either, lexicon
from claims.extract.quantity.measure import Unit
from claims.extract.quantity.numerals import Numeral
from claims.extract.quantity.ones import points
from claims.extract.quantity.years import is_year

_PART = re.compile(r" of (?:the|its|their|his|her|our|them|those|these|all|some|about|\d)\b")
_WORD_BEFORE = re.compile(r"(?P<word>[^\W\d_][\w’'&.-]{0,30})[ \u00a0]\Z")


def is_no_quantity(context: Context, numeral: Numeral, unit: Unit | None, models: frozenset[str]) -> bool:
    """Tell whether a number is part of a name, a label, a year or an idiom.

    unit: what was read beside the number, if anything. models: the numbers known as names, of `model_numbers`.
    """
    if unit is not None and unit.kind in ("money", "percent"):
        return False
    if not numeral.digits:
        return points(context, numeral, unit) or _is_capital_name(context, numeral)
    if unit is None and numeral.plain and context.text[numeral.start : numeral.end] in models:
        return not _counts_part(context, numeral)
    if _is_glued(context, numeral, unit) or _is_label(context, numeral, unit):
        return True
    return unit is None and (is_year(context, numeral) or _is_named(context, numeral))


def model_numbers(context: Context, numerals: Iterable[Numeral]) -> frozenset[str]:
    """Return the bare numbers that stand for a name all through the text.

    They are those that everybody knows, and those that the text writes behind a name once ("Boeing 777", later "the
    777"); below one hundred only where they do stand behind it.
    """
    found = set(lexicon("quantity_names").words("models"))
    for numeral in numerals:
        if numeral.plain and numeral.value >= 100 and _is_behind_name(context, numeral):
            found.add(context.text[numeral.start : numeral.end])
    return frozenset(found)


def _counts_part(context: Context, numeral: Numeral) -> bool:
    """Tell "380 of their 2,100 posts", which counts, from the number of an aircraft or a helpline."""
    part = _PART.match(context.after(numeral.end, 24)) is not None
    return part and not re.search(r"(?:\b(?:the|an?)|['’]s|[A-Z][\w-]*) \Z", context.before(numeral.start, 24))


def _is_behind_name(context: Context, numeral: Numeral) -> bool:
    match = _WORD_BEFORE.search(context.before(numeral.start, 40))
    token = context.token_at(numeral.start - 2)
    if match is None or token is None or not match["word"][0].isupper() or match["word"].lower() in _set("openers"):
        return False
    return token.upos == "PROPN" and token.ent != "LOC" and match["word"].lower() not in _names("weekdays")


def _is_glued(context: Context, numeral: Numeral, unit: Unit | None) -> bool:
    """Tell digits that hang on letters, a hash, a slash: "S-400", "G20", "#3", "4chan", "75th"."""
    text, start, end = context.text, numeral.start, numeral.end
    word = context.before(start, 200).rpartition(" ")[2]
    if "://" in word or word.startswith("www."):
        return True
    last, last_but_one = text[start - 1 : start], text[start - 2 : start - 1] if start > 1 else ""
    if last.isalpha() or (last and last in "#@_/\\§№&=*"):
        return True
    if last and last in "-‑–./:'’" and last_but_one.isalpha():
        # A dash between a small word and a number sets off an aside; anything else makes a name.
        return last != "–" or not word[:-1].islower()
    if unit is not None:
        return False
    following = text[end : end + 3]
    if following[:1].isalpha() or (following and following[0] in "_@/\\"):
        return not numeral.letter
    return following[:1] == "-" and following[1:2].isupper() and not following[2:3].islower()


def _is_label(context: Context, numeral: Numeral, unit: Unit | None) -> bool:
    """Tell a number behind "Article", "phase", "No.": a label, unless a counted noun follows a word that may be no label."""
    match = _label().search(context.before(numeral.start, 60))
    if match is None or (not numeral.plain and "." not in context.text[numeral.start : numeral.end]):
        return False
    word = match["word"]
    if word.lower() in lexicon("quantity_names").table("quantity_after"):
        return False
    if word.lower() in _names("designators_if_bare") and not word[0].isupper():
        noun = counted(context, numeral.end, numeral.value)
        return unit is None and noun.noun is None and not noun.more
    return unit is None or unit.kind != "age"


@cache
def _label() -> re.Pattern[str]:
    words = either(lexicon("quantity_names").words("designators"))
    # "posts 542 and 543": the first number of a pair may stand between.
    numbers = r"(?:\d{1,5}(?:, | and | or | to | ?[-–] ?)){0,3}"
    return re.compile(rf"(?<![\w-])(?P<word>{words})[ \u00a0-]?(?<=[ \u00a0.-]){numbers}\Z", re.IGNORECASE)


def _is_named(context: Context, numeral: Numeral) -> bool:
    """Tell a bare number behind a capitalised name: "Boeing 737", "AK 203", "iPhone 4"."""
    if not numeral.plain and not re.fullmatch(r"\d{1,2}\.\d{1,2}", context.text[numeral.start : numeral.end]):
        return False
    match = _WORD_BEFORE.search(context.before(numeral.start, 40))
    if _numbered().search(context.before(numeral.start, 40)):
        return True
    if match is None or not any(letter.isupper() for letter in match["word"][:3]) or match["word"].endswith("."):
        return False
    word = match["word"].lower()
    if word in _names("weekdays"):
        return False
    token = context.token_at(numeral.start - 2)
    if token is None:
        return match.start() > 0 and word not in _set("openers")
    counts = counted(context, numeral.end, numeral.value).noun is not None
    if token.upos not in ("PROPN", "NOUN", "X", "SYM", "NUM") or (
        token.upos == "NOUN" and match.start() == 0 and counts
    ):
        return False
    return not (counts and token.ent == "LOC" and numeral.value < 1000 and not token.text.isupper())


@cache
def _numbered() -> re.Pattern[str]:
    names = either(lexicon("quantity_names").words("numbered_names"))
    return re.compile(rf"(?<!\w){names} \Z", re.IGNORECASE)


def _is_capital_name(context: Context, numeral: Numeral) -> bool:
    """Tell a capitalised number word inside a line, next to a capital: "Formula One", "Big Ten"."""
    word = context.text[numeral.start : numeral.end]
    if not word[:1].isupper():
        return False
    before, after = context.before(numeral.start, 24), context.after(numeral.end, 24)
    match = _WORD_BEFORE.search(before)
    if match is not None and not match["word"].endswith("."):
        return True
    return begins_with("capital_names").match(after) is not None and after[1:2].isupper()


@cache
def _names(name: str) -> frozenset[str]:
    return lexicon("quantity_names").word_set(name)


@cache
def _set(name: str) -> frozenset[str]:
    return lexicon("quantity_context").word_set(name)
