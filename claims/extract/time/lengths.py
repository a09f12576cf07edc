"""Readers of lengths of time and of what comes again: "nine months", "several years", "daily", "every Monday"."""

from dataclasses import replace

from claims.extract.time.context import Context, Found
from claims.extract.time.numbers import Count, count, ordinal
from claims.extract.time.reading import Reading, duration

_OPEN = frozenset(
    {
        "for",
        "in",
        "within",
        "over",
        "of",
        "takes",
        "take",
        "took",
        "about",
        "than",
        "by",
        "lasted",
        "last",
        "lasting",
        "spent",
        "after",
        "—",
        "-",
    }
)
_SEQUEL = frozenset({"after", "before", "later", "earlier", "ago", "of", "away"})
_BEFORE_VERBS = frozenset({"will", "to", "would", "could", "may", "must", "should", "can", "might", "not", "t", "ll"})
_OWNERS = frozenset({"his", "her", "their", "my", "our", "your", "its", "light"})
_RATES = frozenset(
    {
        "once",
        "twice",
        "thrice",
        "times",
        "%",
        "percent",
        "cent",
        "million",
        "billion",
        "trillion",
        "dollars",
        "euros",
        "pounds",
        "apiece",
    }
)
_MODS = {
    "about": "APPROX",
    "around": "APPROX",
    "roughly": "APPROX",
    "approximately": "APPROX",
    "some": "APPROX",
    "nearly": "LESS_THAN",
    "almost": "LESS_THAN",
    "under": "LESS_THAN",
    "less": "LESS_THAN",
    "over": "MORE_THAN",
    "more": "MORE_THAN",
    "least": "EQUAL_OR_MORE",
    "most": "EQUAL_OR_LESS",
    "up": "EQUAL_OR_LESS",
}


def _mod(found: Found) -> str | None:
    first, last = found.part("approx") or (0, 0)
    return next((_MODS[word] for at in range(first, last) if (word := found.tokens.at(at)) in _MODS), None)


def duration_of(found: Found, _context: Context) -> Reading | None:
    """So many units of time; no ages ("44-year-old"), no fractions ("three quarters of"), no rates."""
    kind, tokens = found.kind("unit"), found.tokens
    part = found.part("count")
    if found.part("det") and kind == "unit" and "hyphen" in {tokens.sign(at) for at in range(found.first, found.last)}:
        return None  # of "the 30-day term" only "30-day"
    if found.kind("rel") == "last" and found.before in _BEFORE_VERBS:
        return None  # "it will last two years"
    if (
        part is None
        or tokens.at(found.last) in ("old", "olds")
        or (tokens.sign(found.last) == "hyphen" and tokens.at(found.last + 1) in ("old", "olds"))
    ):
        return None
    if (found.after == "of" and tokens.at(found.last + 1) == "age") or found.before in ("aged", "age", "no", "#", "$"):
        return None
    code = {"quarter": "Q", "weekend": "WE"}.get(kind) or tokens.lexicon.code[found.word("unit")]
    number = count(tokens, *part)
    vague_article = tokens.sign(part[0]) in ("several", "some") or "few" in found.kinds("count")
    if kind != "units" and (vague_article or "couple" in found.kinds("count")):
        return None
    if found.part("more"):
        number = Count((number.value or 0) + 0.5)
    if found.part("half") or (found.kinds("count") == ("a",) and tokens.sign(found.last - 2) == "half"):
        number = Count(0.5)
    if code == "Q" and (
        kind == "quarter"
        or (
            found.after == "of"
            and not {"sort", "straight"} & {tokens.sign(at) for at in range(found.first, found.last)}
        )
    ):
        return None
    if (
        number.value is not None
        and kind == "unit"
        and number.value > 1
        and tokens.sign(found.last - 2) in ("ones", "tens")
        and found.after == "of"
    ):
        return None
    if found.kinds("count") == ("a",) and _is_rate(found):
        return Reading(
            "SET", f"P1{code}" if not code.startswith("T") else f"PT1{code[1:]}", mentions=False, rule="so much in each"
        )
    if found.kinds("count") == ("a",) and code.startswith("T") and found.after in ("of",):
        return None
    reading = duration(number.value, code, str(number), mod=_mod(found))
    if (longest := found.part("count2")) is not None:
        reading = replace(reading, length=(count(tokens, *longest).value, code))
    return reading if not found.kind("rel") else reading.named(f"{found.word('rel')} so many")


def _is_rate(found: Found) -> bool:
    """Whether "a year" tells how often or how much in each: it stands right after a number, a price or "twice"."""
    tokens, at = found.tokens, found.first - 1
    if tokens.at(at) in _RATES or tokens.sign(at) in (
        "number",
        "money",
        "percent",
        "ones",
        "tens",
        "day",
        "hundred",
        "thousand",
    ):
        return True
    if (
        not tokens.at(at).endswith("s")
        or tokens.at(at) in ("is", "was", "has", "as", "this", "takes", "lasts")
        or tokens.capital(at)
    ):
        return False
    return any(
        tokens.sign(index) in ("number", "money", "day", "hundred", "thousand", "year") or tokens.at(index) in _RATES
        for index in range(at - 3, at)
    )


def vague(found: Found, _context: Context) -> Reading | None:
    """Years, several weeks, the coming months: a length that is not counted."""
    word, tokens, rel = found.word("unit"), found.tokens, found.kind("rel")
    code = tokens.lexicon.code[word]
    if code == "WE":
        return Reading("SET", "XXXX-WXX-WE", mentions=False)
    if code == "Q" and not rel:
        return None
    if rel:
        if rel in ("recent", "last", "past", "previous"):
            return Reading(
                "DATE",
                "PAST_REF",
                rule="the recent past in general",
                reference=True,
                mentions=False,
                length=(None, code),
            )
        return duration(None, code, "X").named(f"{rel} units, not counted")
    if (
        found.before in _OWNERS | {"this"}
        or found.before in ("s", "'", "’")
        or found.after in ("old", "olds")
        or (tokens.sign(found.last) == "hyphen" and found.tokens.at(found.last + 1) == "old")
    ):
        return None
    if found.part("det"):
        return (
            duration(None, code, "X") if code in ("Y", "10Y", "100Y") and found.after not in ("of", "-", "–") else None
        )
    if found.before in ("-", "–", "/") or tokens.sign(found.first - 1) in ("number", "money"):
        return None
    if code in ("Y", "10Y", "100Y") or found.before in _OPEN or found.after in _SEQUEL:
        return duration(None, code, "X")
    return None


def repeated(found: Found, _context: Context) -> Reading | None:
    """Daily, every two weeks, Mondays: value P1D, P2W, XXXX-WXX-1 as in TIMEX3."""
    tokens = found.tokens
    if found.part("freq"):
        return Reading("SET", tokens.lexicon.code[found.word("freq")], mentions=False)
    if found.part("days"):
        if found.kind("days") == "units":
            return None
        return Reading("SET", f"XXXX-WXX-{tokens.lexicon.number[found.word('days')]}", mentions=False)
    kind, word = found.kind("unit"), found.word("unit")
    if found.part("per"):
        code = "Q" if kind == "quarter" else tokens.lexicon.code[word]
        return None if code.startswith("T") else Reading("SET", f"P1{code}", mentions=False)
    number: float | None = 1
    part = found.part("count")
    if part is not None:
        number = count(tokens, *part).value
    if {"otherword", "alternate"} & {tokens.sign(at) for at in range(found.first, found.last)}:
        number = 2
    if (nth := found.part("nth")) is not None:
        number = ordinal(tokens, *nth) or number
    shown = Count(number)
    code = {"quarter": "Q", "weekend": "WE"}.get(kind) or tokens.lexicon.code.get(word, "")
    if kind in ("weekday", "weekdayabbr"):
        return Reading("SET", f"XXXX-WXX-{tokens.lexicon.number[word]}", mentions=False)
    if kind == "month":
        return Reading("SET", f"XXXX-{tokens.lexicon.number[word]:02}", mentions=False)
    if kind == "daypart":
        return Reading("SET", f"XXXX-XX-XXT{code}", mentions=False)
    if kind == "season":
        return Reading("SET", f"XXXX-{code}", mentions=False)
    if kind == "weekend":
        return Reading("SET", "XXXX-WXX-WE", mentions=False)
    return Reading("SET", duration(number, code, str(shown)).value, mentions=False)
