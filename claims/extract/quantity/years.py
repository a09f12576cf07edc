"""Years: bare four-digit numbers, told from counts by the words beside them."""

import re

from claims.extract.quantity.context import Context
from claims.extract.quantity.counted import counted
from claims.extract.quantity.lexicon import ends_with
from claims.extract.quantity.numerals import Numeral

YEARS = range(1500, 2100)
"""Bare four-digit numbers in here are years unless something says otherwise."""
RECENT = range(1900, 2050)
"""The years that news is about: in here only a round number is taken for a count against the odds."""


def is_year(context: Context, numeral: Numeral) -> bool:
    """Tell whether a number without a unit is a year: "in 2009", "the 2008 elections", but "some 2000 soldiers"."""
    year = int(numeral.value)
    if not numeral.plain or numeral.end - numeral.start != 4 or year not in YEARS:
        return False
    before = context.before(numeral.start, 40)
    counts = counted(context, numeral.end, numeral.value).noun is not None
    round_number = year % 100 == 0
    if ends_with("count_before").search(before):
        return year in RECENT and not round_number and not counts
    if ends_with("year_before").search(before) or re.search(r"[(,–-] ?$", before):
        return not (round_number and counts) or bool(ends_with("year_surely_before").search(before))
    return not counts or (year in RECENT and not round_number)
