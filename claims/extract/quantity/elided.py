"""Elided: the noun that a number leaves out and an earlier one named ("700 asylum seekers ... 200 more")."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from claims.extract.quantity.context import Context
from claims.extract.quantity.lexicon import either, lexicon
from claims.extract.quantity.plural import is_plural, plural
from claims.extract.quantity.reading import Reading

LOOK_BACK = 400
"""How many code points back the noun may have been named: two or three sentences."""


def restored(context: Context, readings: Sequence[Reading]) -> list[Reading]:
    """Return the readings with elided nouns restored, and bare levels of an index in points."""
    result: list[Reading] = []
    last: Reading | None = None
    for reading in readings:
        here = reading
        if reading.unit.unit is None and reading.unit.kind == "count":
            here = _restored(context, reading, last, result)
        if here.unit.kind == "count" and here.unit.unit is not None:
            last = here
        result.append(here)
    return result


def _restored(context: Context, reading: Reading, last: Reading | None, earlier: Sequence[Reading]) -> Reading:
    start, end = reading.numeral.start, reading.numeral.end
    if (points := _points(context, reading)) is not None:
        return points
    before, after = context.before(start, 40).lower(), context.after(end, 24).lower()
    if re.search(_groups(), before) and (noun := _subject(context, start)):
        return replace(reading, unit=replace(reading.unit, unit=noun, rule="the noun of the subject"))
    if last is None or start - last.end > LOOK_BACK:
        return reading
    signal = reading.more or _after().match(after) or _before().search(before)
    same = before.endswith(("the ", "all ", "these ", "those ")) and last.value == reading.value
    near = "\n" not in context.text[last.end : start] and not re.search(r"[.!?] ", context.text[last.end : start])
    listed = near and re.fullmatch(r"(?:(?:, | and |; | or |, and )[^,;]{0,60}?)?(?:, | and |; |, and | or | but )(?:\w+ing |\w+ed )?", context.text[last.end : start])
    if signal or same or listed:
        return replace(reading, unit=replace(reading.unit, unit=last.unit.unit, rule="a noun named before"))
    return reading


def _points(context: Context, reading: Reading) -> Reading | None:
    """Return a bare level of a share index as points: "the index closed at 8,500"."""
    if reading.value < 100 or reading.more:
        return None
    before = context.sentence_before(reading.numeral.start)
    if not _index().search(before + context.sentence_after(reading.end, 80)):
        return None
    if not re.search(r"\b(?:at|to|from|of|below|above|by|around|near|mark|under|over|than|or|was|the|points,?) $", before, re.IGNORECASE):
        return None
    return replace(reading, unit=replace(reading.unit, unit="points", kind="points", rule="the level of an index"))


def _subject(context: Context, place: int) -> str | None:
    """Return the plural head of the subject of the sentence, else None."""
    index = context.first_at(place)
    for token in reversed(context.tokens[max(0, index - 30) : index]):
        if token.text in ".!?":
            break
        if token.dep.startswith("nsubj") and token.upos == "NOUN":
            return token.lower if is_plural(token.lower) else plural(token.lower)
    return None


@cache
def _groups() -> str:
    return rf"\b{either(lexicon('quantity').words('groups'))} \Z"


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf" {either(lexicon('quantity').words('elided_after'))}\b")


@cache
def _before() -> re.Pattern[str]:
    words = [word for word in lexicon("quantity").words("elided_before") if word not in ("the", "other")]
    return re.compile(rf"\b{either([*words, 'the other', 'the remaining'])},? \Z")


@cache
def _index() -> re.Pattern[str]:
    return re.compile(rf"\b{either(lexicon('quantity_names').words('indexes'))}\b", re.IGNORECASE)


