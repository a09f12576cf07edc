"""Measure: percent, physical units, lengths of time, ages, folds and rates, in the article's own wording."""

import re
from dataclasses import dataclass
from functools import cache

from claims.extract.quantity.context import Context
from claims.extract.quantity.lexicon import begins_with, either, ends_with, lexicon
from claims.extract.quantity.numerals import Numeral


@dataclass(frozen=True, slots=True)
class Unit:
    """What a number is a number of: the place of number and unit, the unit, the kind, the rule that read it.

    factor turns the number as written into one of the unit (0.01 for cents).
    """

    start: int
    end: int
    unit: str | None
    kind: str
    rule: str
    factor: float = 1.0


def measure_after(context: Context, numeral: Numeral) -> Unit | None:
    """Return the percent, measure, duration, age or fold that stands right behind a number."""
    after = context.after(numeral.end, 64)
    match = _pattern().match(after)
    if match is None:
        return None
    start, end = numeral.start, numeral.end + match.end()
    if match["points"]:
        return Unit(start, end, "percentage points", "percent", "percentage points")
    if match["basis"]:
        return Unit(start, end, "basis points", "measure", "basis points")
    if match["percent"]:
        return Unit(start, end, "percent", "percent", "a percent sign or word")
    if match["fold"]:
        return Unit(start, end, "fold", "fold", "so many fold")
    if match["times"]:
        return Unit(start, end, "times", "times", "so many times")
    if match["span"]:
        return _duration(context, numeral, match, end)
    return _physical(context, numeral, match, end)


def age_of(context: Context, numeral: Numeral) -> Unit | None:
    """Return an age without its unit: "aged 44", "Anna Brandt, 44, ..."."""
    if not 0 < numeral.value < 120 or numeral.value != int(numeral.value):
        return None
    before, after = context.before(numeral.start, 40), context.after(numeral.end, 24)
    stem = re.sub(r"\d{1,2} ?(?:to|and|-|–) ?\Z", "", before)  # "aged 18 to 35"
    if ends_with("age_before").search(stem) and not (_turning().search(stem) and _goes_on().match(after)):
        return Unit(numeral.start, numeral.end, "years", "age", "an age named")
    if re.match(r" (?:or|and) (?:older|younger)\b", after) or _people_before().search(before):
        return Unit(numeral.start, numeral.end, "years", "age", "an age limit")
    if numeral.value >= 5 and _said_of_person().search(before) and _age_ends().match(after):
        return Unit(numeral.start, numeral.end, "years", "age", "an age told of a person")
    if (
        numeral.plain
        and _is_person(context, before, numeral.start)
        and re.match(r"(?:,(?! \d| and \d)|\.$|\.\s|;| and [A-Z][\w’'-]+ [A-Z][\w’'-]+, \d{1,2}\b)", after)
    ):
        return Unit(numeral.start, numeral.end, "years", "age", "an age behind a name")
    return None


@cache
def _said_of_person() -> re.Pattern[str]:
    """What stands before an age told in a clause: "she was ", "who is just ", "died at "."""
    words = lexicon("quantity_context")
    be = r"(?:(?:is|was|were|am|are) |['’](?:s|m|re) )(?:only |just |about |nearly |almost |now |still |then )?"
    person = rf"(?:he|she|i|who|we|(?:his|her|my|the) {either(words.words('persons'))})"
    return re.compile(
        rf"(?:\b{person},? ?(?<=[ \w]){be}|\b{either(words.words('age_at'))} at )\Z",
        re.IGNORECASE,
    )


@cache
def _age_ends() -> re.Pattern[str]:
    """What may follow such an age: a stop, or a word that no counted noun begins with."""
    return re.compile(
        rf"(?:[.,;:!?)\"”’]|\Z)(?!\d)| {either(lexicon('quantity_context').words('age_behind'))}\b", re.IGNORECASE
    )


@cache
def _people_before() -> re.Pattern[str]:
    people = either(lexicon("quantity").words("people_of_age"))
    return re.compile(rf"\b{people} (?:aged )?(?:over|under|above|below) \Z", re.IGNORECASE)


@cache
def _turning() -> re.Pattern[str]:
    return re.compile(r"\bturn(?:s|ed|ing)? \Z", re.IGNORECASE)


@cache
def _goes_on() -> re.Pattern[str]:
    """What follows a number that is no age: a word that may be the thing turned away or the page turned to."""
    return re.compile(rf" (?!{either(lexicon('quantity_context').words('age_behind'))}\b)[a-z]", re.IGNORECASE)


def _is_person(context: Context, before: str, place: int) -> bool:
    """Tell whether a person's name and a comma stand before a place."""
    if before.endswith(", ") and ends_with("persons").search(before[:-2] + " "):
        return True
    match = re.search(r"(?:\b[A-Z][\w’'.-]*[”\"’)]? )?[A-Z][\w’'.-]+[”\"’]?,\s$", before)
    if match is None:
        return False
    token = context.token_before(place - 2)
    if " " in match[0][:-1] or (token is not None and token.ent == "PER"):
        return True
    name = re.escape(match[0].strip(' ,”"’)'))
    return re.search(rf"\b[A-Z][\w’'-]+ (?:[A-Z]\.? )?{name}\b", context.text[max(0, place - 4000) : place]) is not None


def is_duration(word: str) -> bool:
    """Tell whether a unit is a length of time."""
    return word in lexicon("quantity_units").table("durations").values()


def _duration(context: Context, numeral: Numeral, match: re.Match[str], end: int) -> Unit | None:
    words = lexicon("quantity_units")
    word = match["span"].lower()
    plural = words.table("durations").get(word) or words.table("duration_abbreviations").get(word) or word
    if word == "night" and numeral.value > 1 and begins_with("night_of").match(context.after(end, 24)):
        return None  # "two night watchmen"
    old = re.match(r"(?:['’]s?)?[ -](?:old\b|olds\b|of age\b)", context.after(end, 12))
    if old is not None:
        return Unit(numeral.start, end + old.end(), plural, "age", "an age in years")
    return Unit(numeral.start, end, plural, "duration", "a length of time")


def _physical(context: Context, numeral: Numeral, match: re.Match[str], end: int) -> Unit:
    words = lexicon("quantity_units")
    if match["degrees"]:
        scale = (match["scale"] or "").lower()
        scale = {"c": "celsius", "f": "fahrenheit"}.get(scale, scale)
        return Unit(numeral.start, end, f"degrees {scale}".strip(), "measure", "degrees")
    if match["cf"]:
        return Unit(
            numeral.start, end, "degrees celsius" if match["cf"] == "C" else "degrees fahrenheit", "measure", "degrees"
        )
    if match["symbol"]:
        unit = match["symbol"].replace("º", "°")
    elif match["m"]:
        unit = "m"
    else:
        word = match["unit"].lower()
        plural = {**words.table("lengths"), **words.table("measures")}.get(word, word)
        unit = f"{(match['area'] or match['adjective'] or '').lower()} {plural}".strip()
    rate = _rate().match(context.after(end, 24)) if match["unit"] or match["symbol"] else None
    if rate is not None and (match["length"] or unit in words.words("length_symbols")):
        per = words.table("per")[rate[1].lower()]
        return Unit(numeral.start, end + rate.end(), f"{unit} per {per}", "rate", "a speed")
    return Unit(numeral.start, end, unit, "measure", "a unit of measure")


@cache
def _pattern() -> re.Pattern[str]:
    words = lexicon("quantity_units")
    lengths, measures, durations = words.table("lengths"), words.table("measures"), words.table("durations")
    spans = either([*durations, *durations.values(), *words.table("duration_abbreviations")])
    symbols = [*words.words("symbols"), *words.words("length_symbols"), *words.words("area_symbols")]
    symbol = "|".join(sorted(map(re.escape, symbols), key=len, reverse=True))
    percent = either(word for word in words.words("percent") if word != "%")
    gap = r"[ \u00a0\u202f]?[-‑]?"
    area, adjective = either(words.words("areas")), either(words.words("measure_adjectives"))
    length = rf"(?P<length>{either([*lengths, *lengths.values()])})"
    kinds = (
        rf"(?P<points>{gap}{either(words.words('percentage_points'))}\b| ?%[ -]points?\b)",
        rf"(?P<basis>{gap}{either(words.words('basis_points'))}\b)",
        rf"(?P<percent>[ \u00a0\u202f]?%|{gap}(?:{percent})(?!\w))",
        r"(?P<fold>[ -]?fold\b)",
        rf"(?P<times>[ -]times?\b(?! {either(words.words('times_names'))})|x\b)",
        rf"{gap}(?P<degrees>degrees?)(?:[ -](?P<scale>{either(words.words('degrees'))})\b)?(?!\w)",
        rf"(?:{gap}|[ -])(?:(?P<area>{area})[ -]|(?P<adjective>{adjective})[ -])?"
        rf"(?P<unit>{length}|{either([*measures, *measures.values()])})\b(?!['’]s\b)",
        rf"(?:{gap}|[ -])(?P<span>{spans})\b",
        rf"{gap}(?P<symbol>(?-i:{symbol}))(?!\w)",
        r"(?P<cf>(?-i:[CF])(?!\w))",
        rf"(?P<m>[ \u00a0](?-i:m)(?!\w)|[ -]?(?-i:m)(?=[ -]{either(words.words('after_metres'))}\b|²|\)))",
    )
    return re.compile("|".join(kinds), re.IGNORECASE)


@cache
def _rate() -> re.Pattern[str]:
    return re.compile(
        rf"(?: per | an? |/| each |[ -]per[ -])({either(lexicon('quantity_units').table('per'))})\b", re.IGNORECASE
    )
