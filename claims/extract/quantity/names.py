"""Names: numbers that are part of a name, a label, a year, a score or an idiom, told by the words next to them."""

import re
from functools import cache

from claims.extract.quantity.context import Context
from claims.extract.quantity.counted import counted
from claims.extract.quantity.lexicon import either, lexicon
from claims.extract.quantity.measure import Unit
from claims.extract.quantity.numerals import Numeral

YEARS = range(1500, 2100)
"""Bare four-digit numbers in here are years unless something says otherwise."""


def is_no_quantity(context: Context, numeral: Numeral, unit: Unit | None) -> bool:
    """Tell whether a number is part of a name, a label, a year or an idiom. unit: what was read beside it, if anything."""
    if unit is not None and unit.kind in ("money", "percent"):
        return False
    if numeral.digits:
        return (
            _is_known_model(context, numeral, unit)
            or _is_glued(context, numeral, unit)
            or _is_label(context, numeral, unit)
            or (unit is None and _is_year(context, numeral))
            or _is_named(context, numeral, unit)
        )
    return _is_idiom(context, numeral, unit) or _is_capital_name(context, numeral)


def _is_known_model(context: Context, numeral: Numeral, unit: Unit | None) -> bool:
    """A bare number that the article elsewhere writes behind a name ("Boeing 777"), or that everybody knows as one."""
    if not numeral.plain or unit is not None or numeral.value < 100:
        return False
    written = context.text[numeral.start : numeral.end]
    if written in lexicon("quantity_names").words("models"):
        return True
    named = re.search(rf"[^\W\d_][\w’'&-]*[ \u00a0-]{written}(?![\w.,]\d)\b", context.text)
    while named is not None and named.start() < len(context.text):
        word = named[0].rstrip("0123456789")
        place = named.end() - len(written)
        if word[0].isupper() and word[:-1].lower() not in _OPENERS and place != numeral.start:
            token = context.token_at(place - 2)
            if token is not None and token.upos == "PROPN" and token.ent != "LOC":
                return True
        named = re.compile(rf"[^\W\d_][\w’'&-]*[ \u00a0-]{written}(?![\w.,]\d)\b").search(context.text, named.end())
    return False


def _is_glued(context: Context, numeral: Numeral, unit: Unit | None) -> bool:
    """Digits hanging on letters, a hash, a slash: "S-400", "G20", "#3", "4chan", "75th"."""
    text, start, end = context.text, numeral.start, numeral.end
    if "://" in (word := context.before(start, 200).rpartition(" ")[2]) or word.startswith("www."):
        return True
    if start and (text[start - 1].isalpha() or text[start - 1] in "#@_/\\§№&=*"):
        return True
    if (
        start > 1
        and text[start - 1] in "-‑–./:'’"
        and (text[start - 2].isalnum() and not text[start - 2].isdigit())
        and text[start - 2 : start] not in ("s-",)
    ):
        return text[start - 1] != "–" or not _is_range_word(text, start)
    if unit is None and end < len(text) and (text[end].isalpha() or text[end] in "_@/\\") and not numeral.letter:
        return True
    return (
        unit is None
        and text[end : end + 1] == "-"
        and text[end + 1 : end + 2].isupper()
        and not text[end + 2 : end + 3].islower()
    )


def _is_range_word(text: str, start: int) -> bool:
    """A dash between words sets off an aside; between a lower-case word and a number it is no name."""
    return text[max(0, start - 8) : start - 1].rpartition(" ")[2].islower()


def _is_label(context: Context, numeral: Numeral, unit: Unit | None) -> bool:
    before = context.before(numeral.start, 60)
    match = _label().search(before)
    if match is None or (not numeral.plain and "." not in context.text[numeral.start : numeral.end]):
        return False
    word = match["word"]
    names = lexicon("quantity_names")
    if word.lower() in names.table("quantity_after"):
        return False
    if word.lower() in names.word_set("designators_if_bare") and not word[0].isupper():
        return (
            unit is None
            and counted(context, numeral.end, numeral.value).noun is None
            and not re.match(r"[ -](?:more|others)", context.after(numeral.end, 8))
        )
    return unit is None or unit.kind not in ("age",)


@cache
def _label() -> re.Pattern[str]:
    words = either(lexicon("quantity_names").words("designators"))
    # "posts 542 and 543": the first number of a pair may stand between.
    return re.compile(
        rf"(?<![\w-])(?P<word>{words})[ \u00a0-]?(?<=[ \u00a0.-])(?:\d{{1,5}}(?:, | and | or | to | ?[-–] ?)){{0,3}}\Z",
        re.IGNORECASE,
    )


def _is_year(context: Context, numeral: Numeral) -> bool:
    if not numeral.plain or numeral.end - numeral.start != 4 or int(numeral.value) not in YEARS:
        return False
    before, after = context.before(numeral.start, 40).lower(), context.after(numeral.end, 40)
    if re.search(
        r"(?:\b(?:about|over|than|least|nearly|almost|some|roughly|approximately|up to|around|another|those|these|killed|killing|injured|of the)|[$€£¥]) $",
        before,
    ):
        return (
            int(numeral.value) in range(1900, 2050)
            and numeral.value % 100 != 0
            and counted(context, numeral.end, numeral.value).noun is None
        )
    if re.search(
        r"\b(?:in|since|by|from|until|till|of|the|for|during|before|after|between|and|to|late|early|mid|spring|summer|autumn|fall|winter|its|their|his|her|our|this|year|'s|’s|circa|through) $|[(,–-] ?$",
        before,
    ):
        return not (
            numeral.value % 100 == 0
            and _counts_people(context, numeral)
            and not re.search(r"\b(?:in|since|the|its|their|his|her|our|'s|’s) $", before)
        )
    return (
        not _counts_people(context, numeral)
        or (int(numeral.value) in range(1950, 2050) and numeral.value % 100 != 0)
        or bool(re.match(r"[,.;:)]|$", after))
    )


def _counts_people(context: Context, numeral: Numeral) -> bool:
    """A plural noun follows directly, or is counted."""
    return counted(context, numeral.end, numeral.value).noun is not None


def _is_named(context: Context, numeral: Numeral, unit: Unit | None) -> bool:
    """A bare number behind a capitalised name: "Boeing 737", "AK 203", "iPhone 4"."""
    if not numeral.plain and not re.fullmatch(r"\d{1,2}\.\d{1,2}", context.text[numeral.start : numeral.end]):
        return False
    if unit is not None and unit.kind != "count":
        return False
    match = re.search(r"(?P<word>[^\W\d_][\w’'&.-]*)[ \u00a0]$", context.before(numeral.start, 40))
    if match is None or not any(letter.isupper() for letter in match["word"][:3]) or match["word"].endswith("."):
        return False
    names = lexicon("quantity_names")
    if match["word"].lower() in names.word_set("weekdays"):
        return False
    token = context.token_at(numeral.start - 2)
    noun = counted(context, numeral.end, numeral.value).noun
    if token is None:
        return (
            match.start() > 0
            and not (noun is not None and match["word"].lower() in _OPENERS)
            and match["word"].lower() not in _OPENERS
        )
    if token.upos not in ("PROPN", "NOUN", "X", "SYM", "NUM"):
        return False
    if token.upos == "NOUN" and token.text[0].isupper() and match.start() == 0 and noun is not None:
        return False
    return not (noun is not None and token.ent == "LOC" and numeral.value < 1000 and not token.text.isupper())


_OPENERS = frozenset(
    "the in on at of by for from with and but a an some about around over nearly almost only just another at least more than up to between these those all "
    "police officials he she they it we his her their when as after before since while if that this there of another its our".split()
)


def _is_capital_name(context: Context, numeral: Numeral) -> bool:
    """A capitalised number word inside a line, next to a capital: "Formula One", "Big Ten"."""
    word = context.text[numeral.start : numeral.end]
    if not word[:1].isupper() or word.lower() in ("half",):
        return False
    before, after = context.before(numeral.start, 24), context.after(numeral.end, 24)
    if re.search(r"[^\W\d_][\w’'.&-]* $", before) and not re.search(r"[.!?:;\"“”] $", before):
        return True
    return bool(
        re.match(
            r" (?:Nations|Network|Seasons|Kingdoms|Points|Group|Horsemen|Mile Island|Direction|Democrats|O['’]Clock)\b",
            after,
        )
    )


def _is_idiom(context: Context, numeral: Numeral, unit: Unit | None) -> bool:
    if numeral.value != 1 or (unit is not None and unit.kind not in ("duration", "count", "times", "age")):
        return False
    text = context.text[numeral.start : numeral.end].lower()
    if text != "one":
        return False
    before, after = context.before(numeral.start, 24).lower(), context.after(numeral.end, 40).lower()
    if _saying().match(after):
        return True  # "One resident said": somebody, not a count
    bounded = re.search(
        r"\b(?:least|only|just|about|than|every|nearly|almost|within|over|under|around|exactly|or|to|and|between) $",
        before,
    )
    if _pointing().match(text + after) and not (bounded and unit is not None):
        return True
    if _pointed().search(before) and not re.search(r"\b(?:the|last|first|next) $", before):
        return True
    if re.search(r"\b(?:the|last|first|next) $", before):
        return counted(context, numeral.end, numeral.value).noun is None or before.endswith("the ")
    if unit is not None:
        return (
            unit.kind == "duration"
            and not bounded
            and not before.endswith(("a ", "for ", "in ", "- ", "lasted ", "took ", "after ", "later "))
            and bool(re.match(r" day\b(?! (?:later|earlier|after|before|left|to|long))", after))
        )
    return (
        counted(context, numeral.end, numeral.value).noun is None
        and not re.match(r" (?:or|to) (?:two|three|more)|-|–", after)
        and not (bounded and before.rstrip().endswith(("least", "only", "exactly")))
    )


@cache
def _saying() -> re.Pattern[str]:
    return re.compile(rf" (?:[\w-]+ ){{1,3}}{either(lexicon('quantity_names').words('one_says'))}\b")


@cache
def _pointing() -> re.Pattern[str]:
    return re.compile(rf"{either(lexicon('quantity_names').words('one_idioms'))}(?![\w])")


@cache
def _pointed() -> re.Pattern[str]:
    return re.compile(rf"\b{either(lexicon('quantity_names').words('one_before'))}[ -]\Z")
