"""Ranges: two numbers that bound one, "10–15 percent", "between 3 and 5"; and pairs that are scores."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from claims.extract.quantity.context import Context
from claims.extract.quantity.lexicon import either, lexicon
from claims.extract.quantity.measure import Unit
from claims.extract.quantity.reading import Reading

FAR_APART = 4
"""Behind a verb of change, "X to Y" with Y so many times X is a step and where it led, not a range."""
_DASH = re.compile(r" ?(?:--?|[–—‑−]) ?\Z")
_WORD = re.compile(
    r",? (?P<word>to|and|or)(?: (?:about|around|almost|nearly|perhaps|maybe|possibly|even))? (?:as (?:much|many|high) as )?\Z"
)


def ranges(context: Context, readings: Sequence[Reading]) -> list[Reading]:
    """Return the readings with the ranges among them bounded and sharing unit and scale, and scores left out."""
    result: list[Reading] = []
    index = 0
    while index < len(readings):
        low = readings[index]
        pair = _pair(context, low, readings[index + 1]) if index + 1 < len(readings) else None
        if pair is None:
            result.append(low)
            index += 1
        else:
            result.extend(pair)
            index += 2
    return result


def _pair(context: Context, low: Reading, high: Reading) -> tuple[Reading, ...] | None:
    """Return what two neighbouring numbers are together: () a score, two readings, or None where they are no pair."""
    gap = context.text[low.end : min(high.unit.start, high.numeral.start)]
    if len(gap) > 24 or "\n" in gap:
        return None
    before = context.sentence_before(min(low.unit.start, low.numeral.start))
    dashed = _DASH.fullmatch(gap)
    worded = _WORD.fullmatch(gap)
    if dashed is None and worded is None:
        return None
    low_bare, high_bare = _is_bare(low), _is_bare(high)
    if dashed is not None:
        if " " in gap and ("—" in gap or "–" in gap) and not low_bare:
            return None
        if low_bare and _is_score(context, low, high, before):
            return _votes(low, high) if _vote().search(before + context.after(high.numeral.end, 12)) else ()
        if low.numeral.coefficient >= high.numeral.coefficient and low.value >= high.value:
            return () if low_bare and high_bare else None
        return _bounded(low, high)
    word = worded["word"] if worded is not None else ""
    between = re.search(r"\b(?:between|anywhere from)(?: [a-z]+){0,2} ?\Z", before, re.IGNORECASE) is not None
    if word == "and":
        return _bounded(low, high) if between else None
    if word == "or":
        near = low_bare and low.value < high.value <= low.value * 2 + 1
        return _bounded(low, high) if near else None
    if not low_bare and low.unit.unit != high.unit.unit:
        return _shared(low, high) if high_bare and _tally().search(before) else None
    if re.search(r"\bfrom(?: [a-z]+){0,2} ?\Z", before, re.IGNORECASE) and _change().search(
        before + context.sentence_after(high.end, 60)
    ):
        return _shared(low, high)
    if re.search(r"\b(?:from|at) ?\Z", before) and not low_bare and low.unit.kind in ("percent", "money"):
        return _shared(low, high)
    if _tally().search(before) and low_bare and not low.unit.start < low.numeral.start:
        bare = _is_bare(high) and high.unit.kind == "count"
        return _votes(low, high) if bare and _vote().search(before) else _shared(low, high)
    first, last = _share(low, high)
    if last.value > FAR_APART * first.value > 0 and _change().search(before):
        return first, last  # "fell by 23,000 to 2.49 million": by so much, to so many
    if not low_bare or low.unit.kind == "money":
        if high.unit.kind == "count" and high.unit.unit is not None:
            return None
        if not low.numeral.scale < high.numeral.scale and _changing().search(before):
            return _shared(low, high)  # "rose 5 cents to 40 cents"
    if low.value >= high.value and low.numeral.coefficient >= high.numeral.coefficient:
        return _shared(low, high) if low_bare else None
    return _bounded(low, high)


def _is_bare(reading: Reading) -> bool:
    """Tell whether nothing but the number itself was read there."""
    return reading.unit.unit is None or (reading.unit.kind == "money" and reading.unit.start < reading.numeral.start)


def _is_score(context: Context, low: Reading, high: Reading, before: str) -> bool:
    """Tell "3-1", "lost 0–2", "a 52-48 vote" from "10-15 percent" and "2-4 hours"."""
    if low.unit.unit is not None or not (low.numeral.plain and high.numeral.plain):
        return False
    names = lexicon("quantity_names")
    after = context.after(high.numeral.end, 24)
    following = re.match(r"[ -](\w+)", after)
    if following and following[1].lower() in names.word_set("score_words"):
        return True
    if high.unit.unit is None:
        return True
    preceding = re.search(r"(\w+) (?:the \w+ )?\Z", before)
    return (
        high.unit.kind == "count"
        and bool(preceding)
        and preceding is not None
        and preceding[1].lower() in names.word_set("score_before")
    )


def _share(low: Reading, high: Reading) -> tuple[Reading, Reading]:
    """Give the first number the scale and unit of the second, and a currency of the first to the second."""
    value, unit, other = low.value, low.unit, high
    if (
        _is_bare(low)
        and low.numeral.scale == 1
        and high.numeral.scale > 1
        and low.numeral.coefficient < max(high.numeral.coefficient, 1000)
    ):
        value = low.value * high.numeral.scale
        if low.numeral.coefficient >= high.numeral.coefficient and low.numeral.value >= 100:
            value = low.value  # "500 to 1 million" counts up from five hundred
    if low.unit.unit is None:
        factor = high.unit.factor
        unit = Unit(low.numeral.start, low.numeral.end, high.unit.unit, high.unit.kind, high.unit.rule, factor)
        value *= factor
    elif high.unit.unit is None or (low.unit.kind == "money" and high.unit.kind == "count"):
        other = replace(high, unit=replace(low.unit, start=high.numeral.start, end=high.numeral.end))
    return replace(low, value=value, unit=unit), other


def _bounded(low: Reading, high: Reading) -> tuple[Reading, ...]:
    first, second = _share(low, high)
    return (
        replace(first, qualifier=">=", settled=True),
        replace(second, qualifier="<=", settled=True),
    )


def _shared(low: Reading, high: Reading) -> tuple[Reading, ...]:
    return _share(low, high)


def _votes(low: Reading, high: Reading) -> tuple[Reading, ...]:
    """Two sides of a vote: "voted 52-48"."""
    return tuple(
        replace(each, unit=Unit(each.numeral.start, each.numeral.end, "votes", "count", "a vote"))
        for each in (low, high)
    )


@cache
def _vote() -> re.Pattern[str]:
    return re.compile(r"\bvot(?:e|es|ed|ing)\b", re.IGNORECASE)


@cache
def _changing() -> re.Pattern[str]:
    return re.compile(
        rf"\b{either(lexicon('quantity').words('change'))}(?: (?!by\b)[a-z]+){{0,2}} \Z|\b(?:lost|gained|added|shed) \Z",
        re.IGNORECASE,
    )


@cache
def _change() -> re.Pattern[str]:
    return re.compile(rf"\b{either(lexicon('quantity').words('change'))}\b", re.IGNORECASE)


@cache
def _tally() -> re.Pattern[str]:
    return re.compile(rf"\b{either(lexicon('quantity').words('tallies'))}\b[^.]{{0,60}}\Z", re.IGNORECASE)
