"""Elided: the noun that a number leaves out and an earlier one named ("700 asylum seekers ... 200 more")."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from claims.extract.quantity.context import Context
from claims.extract.quantity.lexicon import either, lexicon
from claims.extract.quantity.nouns import plural_tag, read_phrase
from claims.extract.quantity.plural import is_plural, plural
from claims.extract.quantity.reading import Reading

_TURNED = re.compile(
    r",? (?:up |down )?(?:from|compared with|compared to|against|versus) (?:about |just |around |nearly |only )?"
)
_PREPOSITION = re.compile(r" (in|at|on|for|from|by|to|against|under|over)\b")
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
    if (
        previous is not None
        and previous.unit.kind == "percent"
        and _TURNED.fullmatch(context.text, previous.end, start)
    ):
        return replace(
            reading, unit=replace(reading.unit, unit=previous.unit.unit, kind="percent", rule="percent before")
        )
    before, after = context.before(start, 40).lower(), context.after(end, 24).lower()
    if (_grown().search(before) and (noun := _risen(context, start))) or (
        re.search(_groups(), before) and (noun := _subject(context, start))
    ):
        return replace(reading, unit=replace(reading.unit, unit=noun, rule="the noun of the subject"))
    if noun := _noun_before(context, start):
        return replace(reading, unit=replace(reading.unit, unit=noun, rule="the noun right before"))
    if _of_whom().match(after) and (last is None or start - last.end > LOOK_BACK) and (noun := _whole(context, start)):
        return replace(reading, unit=replace(reading.unit, unit=noun, rule="the noun that is counted from"))
    if last is None or start - last.end > LOOK_BACK:
        return _of_people(context, reading, before)
    signal = reading.more or _after().match(after) or _before().search(before)
    verb = re.match(r" (?:were|are|was|is|have|had|will|would|died|did|do)\b", after)
    same = before.endswith(("the ", "all ", "these ", "those ")) and last.value == reading.value
    near = "\n" not in context.text[last.end : start] and not re.search(r"[.!?] ", context.text[last.end : start])
    listed = near and re.fullmatch(
        r"(?:(?:, | and |; | or |, and )[^,;]{0,60}?)?(?:, | and |; |, and | or | but )(?:\w+ ){0,2}",
        context.text[last.end : start],
    )
    turned = _TURNED.fullmatch(context.text, last.end, start)
    people = _is_person(last.unit.unit or "") and _of_persons().match(context.after(end, 48))
    if signal or people or same or listed or turned or (near and (verb or _parallel(context, last.end, end))):
        return replace(reading, unit=replace(reading.unit, unit=last.unit.unit, rule="a noun named before"))
    return _of_people(context, reading, before)


def _is_person(noun: str) -> bool:
    """Tell a noun in the plural that names people, by its ending or its first mention in the list."""
    words, last = lexicon("quantity"), noun.rpartition(" ")[2]
    if last in words.word_set("not_persons"):
        return False
    return last in words.word_set("people_of_age") or last.endswith(words.words("person_endings"))


def _parallel(context: Context, last: int, end: int) -> bool:
    """Tell whether two counts stand alike: the same preposition behind both ("300 jobs in Odell and 150 in Creek")."""
    first, second = (_PREPOSITION.match(context.after(place, 16)) for place in (last, end))
    return first is not None and second is not None and first[1] == second[1]


def _of_people(context: Context, reading: Reading, before: str) -> Reading:
    """Return the reading in people, where only people can be meant ("a crew of 12", "injuring 30", "17 were killed")."""
    if not (_people().search(before) or _of_persons().match(context.after(reading.end, 48))):
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
        or not is_plural(noun.lower)
        or (noun.i > 0 and context.tokens[noun.i - 1].upos == "AUX")  # "has risen to 317": a participle misread
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


def _risen(context: Context, place: int) -> str | None:
    """Return what "the number of" counts in the sentence, or its plural subject: "the number of thefts fell to 212"."""
    before = context.sentence_before(place)
    named = re.search(
        r"\b(?:number|total|tally|count|toll) of (?:(?:the|all|new|reported|confirmed) )*(?=[a-z])", before
    )
    if named is not None:
        return read_phrase(context, place - len(before) + named.end(), 2).noun
    index = context.first_at(place)
    for token in reversed(context.tokens[max(0, index - 30) : index]):
        if token.text in ".!?":
            break
        if token.dep.startswith("nsubj"):
            return token.lower if token.upos == "NOUN" and is_plural(token.lower) and plural_tag(token) else None
    return None


def _whole(context: Context, place: int) -> str | None:
    """Return the nearest plural noun before a place: what "300 of them" are counted from."""
    index = context.first_at(place)
    for token in reversed(context.tokens[max(0, index - 40) : index]):
        if context.text[token.start : place].count("\n"):
            break
        if token.upos == "NOUN" and plural_tag(token) and is_plural(token.lower):
            return token.lower
    return None


@cache
def _of_whom() -> re.Pattern[str]:
    return re.compile(r" of (?:whom|them|which)\b")


@cache
def _grown() -> re.Pattern[str]:
    """A verb of change and the number that it leads to: "has risen to about"."""
    words = lexicon("quantity")
    openers = either(lexicon("quantity_context").words("number_openers"))
    return re.compile(
        rf"\b{either(words.words('change'))} (?:\w+ly |by [^.;]{{1,20}} )?(?:to|from) (?:{openers} ){{0,3}}\Z",
        re.IGNORECASE,
    )


@cache
def _of_persons() -> re.Pattern[str]:
    """What only people do or suffer, right behind a number: " were killed", " have died", " in hospital"."""
    words = lexicon("quantity")
    be = rf"(?:{either(words.words('people_verbs_between'))} )*(?:[a-z]+ly )?"
    return re.compile(rf"(?: others| more)? (?:of those |{be}){either(words.words('people_states'))}\b")


@cache
def _people() -> re.Pattern[str]:
    words = lexicon("quantity")
    openers = either(lexicon("quantity_context").words("number_openers"))
    groups = either(words.words("people_groups"))
    nouns, verbs = either(words.words("people_nouns")), either(words.words("people_verbs"))
    return re.compile(rf"\b(?:{nouns} (?:of|at|to|reached)|{groups} of|{verbs}) (?:{openers} ){{0,3}}\Z", re.IGNORECASE)


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
