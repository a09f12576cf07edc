"""Elided: the noun that a number leaves out and an earlier one named ("700 asylum seekers ... 200 more")."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from claims.extract.quantity.context import Context
from claims.extract.quantity.lexicon import either, lexicon
from claims.extract.quantity.measure import Unit
from claims.extract.quantity.persons import counts_people, is_person, of_people, surely_people
from claims.extract.quantity.reading import Reading
from claims.extract.quantity.subject import noun_before, risen, subject, whole

_TURNED = re.compile(
    r",? (?:up |down )?(?:from|compared with|compared to|against|versus) (?:about |just |around |nearly |only )?"
)
_TURNS = re.compile(
    r"\b(?:from|compared with|compared to|against|versus|as against) (?:about |just |around |nearly |only )?\Z"
)
_ANOTHER = re.compile(r"\b(?:second|third|other|latter|next|last|previous|and) \Z")
_CLAUSE_END = re.compile(r"[.,;:)]|\Z| (?:in|for|on|and)\b")
_DIMENSION = re.compile(r" (?:wide|long|high|deep|tall|thick|across)\b")
_PREPOSITION = re.compile(r" (in|at|on|for|from|by|to|against|under|over)\b")
_AND = re.compile(r"[-‑]?,? (?:and|or) ")
_BY = re.compile(r"\b(?:up|down|rising|falling|gaining|losing) [\d.,]+\Z")
_LISTED = re.compile(r"(?:(?:, | and |; | or |, and )[^,;]{0,60}?)?(?:, | and |; |, and | or | but )(?:\w+ ){0,2}")
_SAID_OF = re.compile(r" (?:were|are|was|is|have|had|will|would|died|did|do|[a-z]{2,}ed)\b")
LOOK_BACK = 400
"""How many code points back the noun may have been named: two or three sentences."""


def restored(context: Context, readings: Sequence[Reading]) -> list[Reading]:
    """Return the readings with elided nouns restored, and bare levels of an index in points."""
    result: list[Reading] = []
    last: Reading | None = None
    for here in _joined(context, readings):
        previous = result[-1] if result else None
        if here.unit.kind == "count" and here.unit.unit in (None, "marks", "levels", "barriers"):
            here = _points(context, here, previous) or here
        if here.unit.unit is None and here.unit.kind == "count":
            here = _restored(context, here, last, previous)
        if here.unit.unit == "m" and here.numeral.letter and previous is not None and previous.unit.kind == "money":
            here = _amount(here, previous.unit)
        if here.unit.kind == "count" and here.unit.unit is not None:
            last = here
        result.append(here)
    return result


def _joined(context: Context, readings: Sequence[Reading]) -> list[Reading]:
    """Return the readings with the noun of the last in the bare ones joined to it: "500 and 1,000 songs"."""
    result = list(readings)
    for place in range(len(result) - 2, -1, -1):
        low, high = result[place], result[place + 1]
        gap = context.text[low.end : min(high.unit.start, high.numeral.start)]
        bare = low.unit.unit is None and low.unit.kind == "count" and not low.more
        if bare and high.unit.unit is not None and high.unit.kind in ("count", "age") and _AND.fullmatch(gap):
            result[place] = _named(low, high.unit.unit, "the noun behind the next", high.unit.kind)
    return result


def _amount(reading: Reading, money: Unit) -> Reading:
    """Return "35m" behind an amount of money as millions of it: "40m euros in the first half and 35m in the second"."""
    scale = lexicon("quantity").numbers("scale_letters")[reading.numeral.letter]
    unit = replace(reading.unit, unit=money.unit, kind="money", rule="a currency named before")
    return replace(reading, value=round(reading.numeral.value * scale, 6), unit=unit)


def _named(reading: Reading, noun: str, rule: str, kind: str = "count") -> Reading:
    return replace(reading, unit=replace(reading.unit, unit=noun, kind=kind, rule=rule))


def _near(context: Context, earlier: Reading | None, place: int) -> bool:
    """Tell whether an earlier number stands in the same sentence."""
    if earlier is None or place - earlier.end > LOOK_BACK:
        return False
    gap = context.text[earlier.end : place]
    return "\n" not in gap and re.search(r"[.!?][\"”’']? ", gap) is None


def _restored(context: Context, reading: Reading, last: Reading | None, previous: Reading | None) -> Reading:
    """Return the reading with its noun: of the subject, of the words before it, or of a number before it."""
    start, end = reading.numeral.start, reading.numeral.end
    before, after = context.before(start, 60).lower(), context.after(end, 24).lower()
    measured = _of_measure(context, reading, previous, before, after)
    if measured is not None:
        return measured
    if (_grown().search(before) and (noun := risen(context, start))) or (
        re.search(_groups(), before) and (noun := subject(context, start))
    ):
        return _named(reading, noun, "the noun of the subject")
    if noun := noun_before(context, start):
        return _named(reading, noun, "the noun right before")
    if _of_whom().match(after) and (last is None or start - last.end > LOOK_BACK) and (noun := whole(context, start)):
        return _named(reading, noun, "the noun that is counted from")
    person = last is not None and start - last.end <= LOOK_BACK and is_person(last.unit.unit or "")
    if surely_people(context, reading, before) and not person:
        return of_people(reading)
    if last is not None and start - last.end <= LOOK_BACK and _goes_on(context, reading, last, before, after):
        return _named(reading, last.unit.unit or "", "a noun named before")
    return of_people(reading) if counts_people(context, reading, before) else reading


def _of_measure(
    context: Context, reading: Reading, previous: Reading | None, before: str, after: str
) -> Reading | None:
    """Return the reading in the currency, percent, measure or time of the number before it, where it goes on with that."""
    start = reading.numeral.start
    if previous is None or start - previous.end >= LOOK_BACK:
        return None
    kind, unit = previous.unit.kind, previous.unit.unit or ""
    if kind == "money" and reading.numeral.scale >= 10**6:
        return _named(reading, unit, "a currency named before", kind)
    if not _near(context, previous, start):
        return None
    turned = _TURNED.fullmatch(context.text, previous.end, start) is not None
    turned = turned or (_TURNS.search(before) is not None and _CLAUSE_END.match(after) is not None)
    if kind == "percent" and (turned or re.match(r" a (?:year|month|week) (?:ago|earlier|before)\b", after)):
        return _named(reading, unit, "percent before", kind)
    if kind == "measure" and _DIMENSION.match(after):
        return _named(reading, unit, "a measure named before", kind)
    if kind == "duration" and _ANOTHER.search(before) and re.match(r"[.,;]|\Z", after):
        return _named(reading, unit, "a length of time named before", kind)
    return None


def _goes_on(context: Context, reading: Reading, last: Reading, before: str, after: str) -> bool:
    """Tell whether a bare number counts what the last counted noun named."""
    start, end = reading.numeral.start, reading.numeral.end
    if reading.more or _after().match(after) or _before().search(before):
        return True
    if before.endswith(("the ", "all ", "these ", "those ")) and last.value == reading.value:
        return True
    if _TURNED.fullmatch(context.text, last.end, start) or (
        is_person(last.unit.unit or "") and surely_people(context, reading, before)
    ):
        return True
    if not _near(context, last, start):
        return False
    if reading.value != int(reading.value) or _level().search(before):
        return False
    if _parallel(context, last.end, end) or _TURNS.search(before):
        return True
    listed = _LISTED.fullmatch(context.text[last.end : start])
    if listed or before.endswith("(") or _SAID_OF.match(after):
        return True
    return bool(re.search(r"\b(?:had|has|have) \Z", before) and re.match(r"[.,;]|\Z", after))


def _parallel(context: Context, last: int, end: int) -> bool:
    """Tell whether two counts stand alike: the same preposition behind both ("300 jobs in Odell and 150 in Creek")."""
    first, second = (_PREPOSITION.match(context.after(place, 16)) for place in (last, end))
    return first is not None and second is not None and first[1] == second[1]


def _points(context: Context, reading: Reading, previous: Reading | None) -> Reading | None:
    """Return a bare level of a share index as points: "the index closed at 8,500", and what it rose or fell by behind it."""
    level = previous is not None and previous.unit.kind == "points"
    if level and _near(context, previous, reading.numeral.start) and _BY.search(context.before(reading.end, 24)):
        return _named(reading, "points", "the change of an index", "points")
    if reading.value < 100 or reading.more:
        return None
    before = context.text[max(0, reading.numeral.start - LOOK_BACK) : reading.numeral.start]
    if not _index().search(before + context.sentence_after(reading.end, 80)):
        return None
    return _named(reading, "points", "the level of an index", "points")


@cache
def _of_whom() -> re.Pattern[str]:
    return re.compile(r" of (?:whom|them|which)\b")


@cache
def _grown() -> re.Pattern[str]:
    """A verb of change and the number that it leads to, or of reaching it: "has risen to about", "exceeded"."""
    words = lexicon("quantity")
    openers = either(lexicon("quantity_context").words("number_openers"))
    return re.compile(
        rf"\b(?:{either(words.words('change'))} (?:\w+ly |by [^.;]{{1,20}} )?(?:to|from)|{either(words.words('reach'))}(?: the)?) "
        rf"(?:{openers} ){{0,3}}\Z",
        re.IGNORECASE,
    )


@cache
def _level() -> re.Pattern[str]:
    """Words before a number that is no count: "ranked", "a rating of", "channel"."""
    return re.compile(rf"\b{either(lexicon('quantity').words('levels'))} (?:of |at |as |the )?\Z", re.IGNORECASE)


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
