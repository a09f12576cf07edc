"""Numerals: the numbers of a text as written, in digits, words or both, before anyone asks what they count."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from claims.extract.quantity.lexicon import either, lexicon

BLANK = r"[ \u00a0\u2009\u202f]"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written: its place in code points, its value, and how it is written.

    coefficient is the value without the scale ("3" of "3 million"). plain: bare digits without separator, point or
    scale, which may turn out a year or a name. letter: a scale letter (k, m, b) right behind the digits, counted
    neither in value nor in end, since "5m" may be metres.
    """

    start: int
    end: int
    value: float
    coefficient: float
    digits: bool
    plain: bool
    letter: str = ""

    @property
    def scale(self) -> float:
        """What the scale words multiply by; 1 where there are none."""
        return self.value / self.coefficient if self.coefficient else 1.0


def numerals(text: str) -> Iterator[Numeral]:
    """Yield the numbers of a text in order. Ordinals and digits glued to letters ("S400", "4th") are none."""
    patterns = _patterns()
    match = patterns.start.search(text)
    while match is not None:
        numeral = _of_digits(text, match) if match["digits"] or match["vulgar"] else _of_words(text, match)
        if numeral is not None:
            yield numeral
        match = patterns.start.search(text, match.end() if numeral is None else numeral.end)


@dataclass(frozen=True, slots=True)
class _Patterns:
    start: re.Pattern[str]
    scale: re.Pattern[str]
    half: re.Pattern[str]
    ordinal: re.Pattern[str]
    split: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = lexicon("quantity")
    number, scale = either(words.numbers("numbers")), either(words.numbers("scales"))
    vulgar = "[" + "".join(words.numbers("vulgar")) + "]"
    word = f"(?:{number}|{scale})"
    sequence = rf"{number}(?:(?:{BLANK}{{1,2}}(?:and{BLANK})?|-(?:and-)?)(?:an?[ -])?{word}\b){{0,12}}"
    units = lexicon("quantity_units")
    measured = either(word for table in ("durations", "lengths", "measures") for word in units.table(table))
    measured = f"(?:{measured}|per[ ]?cent|percentage[ -]point)"
    grouped = r"\d{1,3}(?:,\d\d){0,4}(?:,\d{3}){1,6}|\d{1,3}(?:[\u00a0\u2009\u202f]\d{3}){1,5}(?!\d)"
    digits = rf"(?<!\d)(?<!\d[.,])(?:{grouped}|\d{{1,24}})(?:\.\d{{1,12}})?(?!\d)(?:{vulgar}|{BLANK}[1-9]/[2-9]\b)?"
    parts = rf"(?:an?|one|three)[ -]quarters?{BLANK}of{BLANK}an?|an?|half(?:[ -]an?)?|an?{BLANK}half"
    halved = rf"half(?: an? (?={measured}\b)|-(?=(?:hour|mile|percent|point|percentage)\b))"
    start = (
        rf"(?P<digits>{digits})|(?P<vulgar>{vulgar})"
        rf"|(?<![\w-])(?=[ahot])(?P<head>{parts}){BLANK}?-?(?P<scale>(?<=[ \u00a0-]){scale})\b"
        rf"|(?<![\w-])(?P<halved>{halved})|(?<!\w)(?=[efnostz])(?P<words>{sequence})\b"
    )
    denominators = either(word for word in words.numbers("denominators") if not word.startswith("half"))
    return _Patterns(
        re.compile(start, re.IGNORECASE),
        re.compile(
            rf"(?:{BLANK}?(?P<short>{either(words.numbers('scale_abbreviations'))})|[ \u00a0-](?P<long>{scale}(?:[ -]{scale})?))\b",
            re.IGNORECASE,
        ),
        re.compile(
            rf"[ -]and[ -](?:an?[ -])?(?P<part>half|quarter|three[ -]quarters)\b(?:(?P<scaled>[ -]{scale})\b)?",
            re.IGNORECASE,
        ),
        re.compile(rf"[ -](?:first|second|{denominators}|[a-z]{{3,9}}th)\b", re.IGNORECASE),
        re.compile(r"[\s-]+"),
    )


def _of_digits(text: str, match: re.Match[str]) -> Numeral | None:
    patterns, words = _patterns(), lexicon("quantity")
    written, end = match[0], match.end()
    if match["vulgar"]:
        coefficient, plain = words.numbers("vulgar")[written], False
    else:
        if end < len(text) - 1 and text[end] in ".," and text[end + 1].isdigit():
            return None  # "1,23" or "2.0.1": no number that we can read
        if written[0] == "0" and written[1:2].isdigit():
            return None  # a code or a telephone number
        parts = re.fullmatch(r"([\d.,\u00a0\u2009\u202f]*\d)(.?)(?:([1-9])/([2-9]))?", written, re.DOTALL)
        if parts is None:
            return None
        coefficient = float(re.sub(r"[^\d.]", "", parts[1]))
        plain = parts[1].isdigit() and len(parts[1]) == len(written)
        if parts[3]:
            coefficient += int(parts[3]) / int(parts[4])
        elif parts[2]:
            coefficient += words.numbers("vulgar")[parts[2]]
    letter = text[end : end + 1]
    value = coefficient
    scale = patterns.scale.match(text, end)
    if scale is None and (half := patterns.half.match(text, end)):
        coefficient += _part(half["part"])
        value, end, plain = coefficient, half.end(), False
        scale = patterns.scale.match(text, end)
    if scale is not None:
        value, end, plain = _scaled(coefficient, scale), scale.end(), False
    elif (
        letter in words.numbers("scale_letters")
        and not text[end + 1 : end + 2].isalnum()
        and text[end + 1 : end + 2] != "/"
    ):
        return Numeral(match.start(), end, value, coefficient, True, plain, letter)
    return Numeral(match.start(), end, value, coefficient, True, plain)


def _of_words(text: str, match: re.Match[str]) -> Numeral | None:
    patterns, words = _patterns(), lexicon("quantity")
    end = match.end()
    if match["halved"]:
        return Numeral(match.start(), end - 1, 0.5, 0.5, False, False)
    if match["scale"]:
        head = match["head"].lower()
        coefficient = 0.5 if "half" in head else 0.75 if "three" in head else 0.25 if "quarter" in head else 1.0
        value = coefficient * words.numbers("scales")[match["scale"].lower()]
        if (more := patterns.scale.match(text, end)) is not None:
            value, end = _scaled(value, more), more.end()
        return Numeral(match.start(), end, value, coefficient, False, False)
    read = _read_words(text, match.start("words"), match.end("words"))
    value, coefficient, end = read
    if patterns.ordinal.match(text, end) and not text[end : end + 7].lower().startswith((" month", "-month", " youth")):
        return None
    if (half := patterns.half.match(text, end)) is not None:
        coefficient = value + _part(half["part"])
        value, end = coefficient, half.end("part")
        if (scale := patterns.scale.match(text, end)) is not None:
            value, end = _scaled(value, scale), scale.end()
    return Numeral(match.start(), end, value, coefficient, False, False)


def _read_words(text: str, start: int, stop: int) -> tuple[float, float, int]:
    """Read number words as far as they make one number: value, value without its last scale, and where it ends."""
    words = lexicon("quantity")
    units, scales = words.numbers("numbers"), words.numbers("scales")
    total = group = coefficient = 0.0
    last, joined, end = 0.0, False, start
    for match in re.finditer(r"[A-Za-z]+", text[start:stop]):
        word = match[0].lower()
        if word in ("and", "a", "an"):
            joined = True
            continue
        if word in units:
            value = units[word]
            fits = end == start or (last >= 100 and value < 100) or (20 <= last < 100 and value < 10 and not joined)
            if not fits or (joined and last < 100):
                break
            group += value
            coefficient = total + group
            last = value
        else:
            value = scales[word]
            if joined:
                break
            if value == 100 and group < 100:
                group *= 100
            elif group:
                total, group = total + group * value, 0.0
            else:
                total *= value
            last = value
        joined, end = False, start + match.end()
    value = total + group
    return value, coefficient if last >= 100 else value, end


def _scaled(coefficient: float, scale: re.Match[str]) -> float:
    words = lexicon("quantity")
    if scale["short"]:
        return _times(coefficient, words.numbers("scale_abbreviations")[scale["short"].lower()])
    for word in _patterns().split.split(scale["long"].lower()):
        coefficient = _times(coefficient, words.numbers("scales")[word])
    return coefficient


def _times(value: float, scale: float) -> float:
    return float(Decimal(str(value)) * Decimal(str(scale)))  # 20.1 billion, never 20,100,000,000.000002


def _part(word: str) -> float:
    return 0.5 if word.lower() == "half" else 0.25 if word.lower() == "quarter" else 0.75
