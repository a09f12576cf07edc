"""Finder: all quantities of a text, in the order in which its steps are taken."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from claims.domain.quantity import LARGEST, Quantity
from claims.extract.parse import Token
from claims.extract.quantity.blocked import blocked
from claims.extract.quantity.bounds import bound
from claims.extract.quantity.context import Context, context_of
from claims.extract.quantity.counted import counted
from claims.extract.quantity.elided import restored
from claims.extract.quantity.found import FoundQuantity
from claims.extract.quantity.lexicon import either, lexicon
from claims.extract.quantity.measure import Unit, age_of, measure_after
from claims.extract.quantity.money import name_after, sign_before
from claims.extract.quantity.names import is_no_quantity, model_numbers
from claims.extract.quantity.numerals import Numeral, numerals
from claims.extract.quantity.ranges import ranges
from claims.extract.quantity.reading import Reading
from claims.extract.quantity.shares import Share, shares


def find(text: str, tokens: Sequence[Token] | None = None) -> tuple[FoundQuantity, ...]:
    """Return the quantities of a text in order, by the decisions of the guide.

    text: an article or a sentence. tokens: its tokens in order, with offsets into this text, so that counted nouns are
    read by their tags; without them by spelling alone. Offsets are code points. Raises nothing for any text.
    """
    context = context_of(text, tokens)
    parts = shares(context)
    written = list(numerals(text))
    closed = [*blocked(text, ((each.start, each.end) for each in written)), *((each.start, each.end) for each in parts)]
    readings = list(_readings(context, written, sorted(closed)))
    readings = ranges(context, readings)
    readings = restored(context, readings)
    found = [_found(context, _qualified(context, reading, readings, place)) for place, reading in enumerate(readings)]
    found.extend(_of_share(context, share) for share in parts)
    found.extend(_multiples(context))
    return tuple(sorted((each for each in found if each is not None), key=lambda each: (each.start, each.end)))


def within(found: Sequence[FoundQuantity], start: int, end: int) -> tuple[FoundQuantity, ...]:
    """Return the quantities that begin inside a stretch of the text (code points, end not included)."""
    return tuple(each for each in found if start <= each.start < end)


def _readings(context: Context, written: Sequence[Numeral], closed: Sequence[tuple[int, int]]) -> Iterator[Reading]:
    """Yield every number outside the closed stretches that is no name, label, year or idiom, with its unit."""
    stretch, name_end, models = 0, -1, model_numbers(context, written)
    for numeral in written:
        while stretch < len(closed) and closed[stretch][1] <= numeral.start:
            stretch += 1
        if stretch < len(closed) and closed[stretch][0] < numeral.end:
            continue
        if context.text[name_end : numeral.start] in ("-", "–", "/"):
            name_end = numeral.end  # the second half of a name: "737-800"
            continue
        reading = _reading(context, numeral, models)
        if reading is not None:
            yield reading
        else:
            name_end = numeral.end


def _reading(context: Context, numeral: Numeral, models: frozenset[str]) -> Reading | None:
    numeral, unit = _with_unit(context, numeral)
    if is_no_quantity(context, numeral, unit, models):
        return None
    if unit is None:
        noun = counted(context, numeral.end, numeral.value)
        end = noun.end if noun.noun is not None else numeral.end
        unit = Unit(numeral.start, end, noun.noun, "count", "a counted noun" if noun.noun else "a bare number")
        return Reading(numeral, numeral.value, unit, more=noun.more)
    value = numeral.value * unit.factor
    if unit.kind in ("percent", "measure") and _is_negative(context, numeral.start):
        value = -value
    return Reading(numeral, value, unit)


def _with_unit(context: Context, numeral: Numeral) -> tuple[Numeral, Unit | None]:
    """Return the number, with the scale letter behind it taken in where it is one, and the unit read beside it."""
    sign = sign_before(context, numeral)
    if sign is not None:
        numeral = _scaled(numeral) if numeral.letter else numeral
        return numeral, replace(sign, end=numeral.end)
    unit = measure_after(context, numeral)
    if unit is None and numeral.letter and _is_scale(context, numeral):
        numeral = _scaled(numeral)
        unit = measure_after(context, numeral)
    if unit is None:
        unit = name_after(context, numeral) or age_of(context, numeral)
    if unit is None and numeral.letter == "m":
        unit = Unit(numeral.start, numeral.end + 1, "m", "measure", "a unit of measure")
    return numeral, unit


def _scaled(numeral: Numeral) -> Numeral:
    scale = lexicon("quantity").numbers("scale_letters")[numeral.letter]
    value = round(numeral.value * scale, 6)
    return replace(numeral, value=value, end=numeral.end + 1, plain=False, letter="")


def _is_scale(context: Context, numeral: Numeral) -> bool:
    """Tell "5m people" and "20k euros" from a wall of "5m"."""
    end = numeral.end + 1
    behind = replace(numeral, end=end)
    if numeral.letter in "kK" or name_after(context, behind) is not None:
        return True
    return counted(context, end).noun is not None and (
        numeral.letter != "m" or not numeral.plain or numeral.value < 100
    )


def _is_negative(context: Context, start: int) -> bool:
    before = context.before(start, 2)
    if context.before(start, 14).lower().endswith("minus "):
        return not context.before(start, 14).lower().endswith(("plus or minus ", "plus-or-minus "))
    return before[-1:] in ("-", "−") and (len(before) == 1 or before[0] in " (")


def _qualified(context: Context, reading: Reading, readings: Sequence[Reading], place: int) -> Reading:
    """Return the reading with the qualifier of the words around it, or that of the number which it converts."""
    if reading.settled:
        return reading
    qualifier = bound(context, reading.unit, reading.numeral.start, reading.numeral.end)
    if qualifier is None and place > 0:
        last = readings[place - 1]
        gap = context.text[last.end : min(reading.unit.start, reading.numeral.start)]
        if (
            gap in (" (", " (or ", " [", " / ")
            and reading.unit.kind in ("measure", "money", "rate")
            and not last.settled
        ):
            qualifier = bound(context, last.unit, last.numeral.start, last.numeral.end)
    return replace(reading, qualifier=qualifier)


def _found(context: Context, reading: Reading) -> FoundQuantity | None:
    start, end = min(reading.unit.start, reading.numeral.start), reading.end
    value = round(reading.value, 6)
    if abs(value) > LARGEST:
        return None
    quantity = Quantity(value=value, unit=reading.unit.unit, qualifier=reading.qualifier)
    return FoundQuantity(start, end, context.text[start:end], quantity, reading.unit.kind, reading.unit.rule)


def _of_share(context: Context, share: Share) -> FoundQuantity:
    unit = Unit(share.start, share.end, "percent", "percent", share.rule)
    quantity = Quantity(value=share.percent, unit="percent", qualifier=bound(context, unit, share.start, share.end))
    return FoundQuantity(share.start, share.end, context.text[share.start : share.end], quantity, "percent", share.rule)


def _multiples(context: Context) -> Iterator[FoundQuantity]:
    """Yield "twice" as 2 times and "tenfold" as 10 fold."""
    words = lexicon("quantity")
    for match in multiple_words().finditer(context.text):
        word = match[0].lower()
        times = word in words.numbers("multiples")
        value = words.numbers("multiples")[word] if times else words.numbers("numbers")[word.removesuffix("fold")]
        unit = Unit(
            match.start(),
            match.end(),
            "times" if times else "fold",
            "times" if times else "fold",
            "a word for so many times",
        )
        quantity = Quantity(value=value, unit=unit.unit, qualifier=bound(context, unit, match.start(), match.end()))
        yield FoundQuantity(match.start(), match.end(), match[0], quantity, unit.kind, unit.rule)


@cache
def multiple_words() -> re.Pattern[str]:
    """Return the pattern of the words that are a number of times in themselves."""
    words = lexicon("quantity")
    return re.compile(
        rf"(?<![\w-])(?:{either(words.numbers('multiples'))}|{either(words.numbers('numbers'))}fold)(?![\w-])",
        re.IGNORECASE,
    )
