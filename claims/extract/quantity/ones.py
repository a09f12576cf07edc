"""Ones: "one" where it counts ("one shell", "only one day") and where it points ("one of them", "no one")."""

import re
from functools import cache

from claims.extract.quantity.context import Context
from claims.extract.quantity.counted import counted
from claims.extract.quantity.lexicon import begins_with, either, ends_with, lexicon
from claims.extract.quantity.measure import Unit
from claims.extract.quantity.numerals import Numeral


def points(context: Context, numeral: Numeral, unit: Unit | None) -> bool:
    """Tell whether a number is the word "one" and counts nothing. unit: what was read beside it, if anything."""
    text = context.text[numeral.start : numeral.end].lower()
    if text == "single":
        return not _is_single_count(context, numeral)
    if text != "one" or (unit is not None and unit.kind not in ("duration", "times", "age")):
        return False
    before, after = context.before(numeral.start, 24), context.after(numeral.end, 40)
    if _says().match(after):
        return True  # "One resident said": somebody, no count
    if unit is not None and unit.kind == "duration" and after.startswith("-"):
        return False  # "the one-year ban", "their steepest one-day drop"
    bounded = ends_with("one_bounded").search(before) is not None
    if _idioms().match("one" + after) and not (bounded and unit is not None):
        return True
    if after.startswith("-"):
        return False  # "the one-year ban"
    determined = ends_with("one_determined").search(before) is not None
    if determined:
        return before.lower().endswith("the ") or counted(context, numeral.end, 1).noun is None
    if _pointed().search(before) and not _introduced(context, numeral.start):
        return True
    if unit is not None:
        some_day = (
            unit.kind == "duration"
            and after.lower().startswith(" day")
            and not begins_with("one_day_counts_behind").match(after)
        )
        return some_day and not bounded and not ends_with("one_day_counts_before").search(before)
    goes_on = begins_with("one_goes_on").match(after) or after[:1] in ("-", "–")
    if goes_on or ends_with("one_counted").search(before):
        return False
    return counted(context, numeral.end, 1).noun is None


def _is_single_count(context: Context, numeral: Numeral) -> bool:
    """Tell "a single signature", which counts, from "a single mother", "every single day" and "single-storey"."""
    after = context.after(numeral.end, 40)
    if not re.search(r"\b(?:an?|one) \Z", context.before(numeral.start, 8), re.IGNORECASE) or after[:1] != " ":
        return False
    return begins_with("single_names").match(after) is None


def _introduced(context: Context, place: int) -> bool:
    """Tell whether "that" before a place opens a clause ("told them that one goal was enough") and does not point."""
    token = context.token_before(place)
    return token is not None and token.lower == "that" and token.upos == "SCONJ"


@cache
def _says() -> re.Pattern[str]:
    return re.compile(rf" (?:[\w-]+ ){{1,3}}{either(lexicon('quantity_names').words('one_says'))}\b", re.IGNORECASE)


@cache
def _idioms() -> re.Pattern[str]:
    return re.compile(rf"{either(lexicon('quantity_names').words('one_idioms'))}(?!\w)", re.IGNORECASE)


@cache
def _pointed() -> re.Pattern[str]:
    return re.compile(rf"\b{either(lexicon('quantity_names').words('one_before'))}[ -]\Z", re.IGNORECASE)
