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
        if reading.unit.kind == "count" and reading.unit.unit in (None, "marks", "levels", "barriers"):
            here = _points(context, reading) or here
        if here.unit.unit is None and here.unit.kind == "count":
            here = _restored(context, here, last, result[-1] if result else None)
        if here.unit.kind == "count" and here.unit.unit is not None:
            last = here
        result.append(here)
    return result


def _restored(context: Context, reading: Reading, last: Reading | None, previous: Reading | None) -> Reading:
    """Return the reading with its noun: of the subject, of the words before it, or of a number before it."""
    start, end = reading.numeral.start, reading.numeral.end
    if (
        previous is not None
        and previous.unit.kind == "money"
        and reading.numeral.scale >= 10**6
        and start - previous.end < LOOK_BACK
    ):
        unit = replace(reading.unit, unit=previous.unit.unit, kind="money", rule="a currency named before")
        return replace(reading, unit=unit)
    before, after = context.before(start, 40).lower(), context.after(end, 24).lower()
    if re.search(_groups(), before) and (noun := _subject(context, start)):
        return replace(reading, unit=replace(reading.unit, unit=noun, rule="the noun of the subject"))
    if noun := _noun_before(context, start):
        return replace(reading, unit=replace(reading.unit, unit=noun, rule="the noun right before"))
    if last is None or start - last.end > LOOK_BACK:
        return _of_people(reading, before)
    signal = reading.more or _after().match(after) or _before().search(before)
    verb = re.match(r" (?:were|are|was|is|have|had|will|would|died|did|do)\b", after)
    same = before.endswith(("the ", "all ", "these ", "those ")) and last.value == reading.value
    near = "\n" not in context.text[last.end : start] and not re.search(r"[.!?] ", context.text[last.end : start])
    listed = near and re.fullmatch(
        r"(?:(?:, | and |; | or |, and )[^,;]{0,60}?)?(?:, | and |; |, and | or | but )(?:\w+ ){0,2}",
        context.text[last.end : start],
    )
    turned = re.fullmatch(r",? (?:up |down )?from (?:about |just )?", context.text[last.end : start])
    if signal or same or listed or turned or (near and verb):
        return replace(reading, unit=replace(reading.unit, unit=last.unit.unit, rule="a noun named before"))
    return _of_people(reading, before)


def _of_people(reading: Reading, before: str) -> Reading:
    """Return the reading in people, where only people can be meant ("a crew of 12", "injuring 30")."""
    if not _people().search(before):
        return reading
    return replace(reading, unit=replace(reading.unit, unit="people", rule="a word that counts people"))


def _noun_before(context: Context, place: int) -> str | None:
    """Return the plural noun whose number follows it: "brings orders to 57", "the number of deaths at 40"."""
    last = context.token_before(place)
    if last is None or last.lower not in ("to", "at", "of") or last.i == 0:
        return None
    noun = context.tokens[last.i - 1]
    if (
        noun.upos != "NOUN"
        or not ("Number=Plur" in noun.morph or noun.xpos == "NNS")
        or "\n" in context.text[noun.start : place]
    ):
        return None
    if last.lower == "of" and not re.search(r"\b(?:total|number|sum) of (?:\w+ )?$", context.before(noun.start, 40)):
        return None
    return noun.lower


def _points(context: Context, reading: Reading) -> Reading | None:
    """Return a bare level of a share index as points: "the index closed at 8,500"."""
    if reading.value < 100 or reading.more:
        return None
    before = context.text[max(0, reading.numeral.start - LOOK_BACK) : reading.numeral.start]
    if not _index().search(before + context.sentence_after(reading.end, 80)):
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
def _people() -> re.Pattern[str]:
    words = lexicon("quantity")
    openers = either(lexicon("quantity_context").words("number_openers"))
    nouns, verbs = either(words.words("people_nouns")), either(words.words("people_verbs"))
    return re.compile(rf"\b(?:{nouns} (?:of|at|to|reached)|{verbs}) (?:{openers} ){{0,3}}\Z", re.IGNORECASE)


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
