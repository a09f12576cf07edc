"""Money: the currency before or after a number, as an ISO 4217 code."""

import re
from functools import cache

from claims.extract.quantity.context import Context
from claims.extract.quantity.lexicon import either, lexicon
from claims.extract.quantity.measure import Unit
from claims.extract.quantity.numerals import Numeral

_EURO = re.compile(r"(?:€|\beuros?\b)[^$]*\Z", re.IGNORECASE)
_BRITISH = re.compile(r"£|\b(?:sterling|Britain|British|UK|London|England|Scotland|Wales|pence)\b")


def sign_before(context: Context, numeral: Numeral) -> Unit | None:
    """Return the currency whose sign or code stands right before a number ("US$", "Rs ", "EUR")."""
    before = context.before(numeral.start, 12)
    match = _signs().search(before)
    if match is None:
        return None
    words = lexicon("quantity_currencies")
    written = match["sign"]
    code = words.table("signs").get(written) or words.table("signs").get(written.replace(" ", "")) or written
    if written in words.words("weak_signs") and (numeral.plain and not numeral.letter):
        return None
    start = numeral.start - len(before) + match.start()
    return Unit(start, numeral.end, code, "money", "a currency sign")


def name_after(context: Context, numeral: Numeral) -> Unit | None:
    """Return the currency named right behind a number ("million Australian dollars", "-euro", "cents")."""
    match = _names().match(context.after(numeral.end, 48))
    if match is None:
        return None
    words, end = lexicon("quantity_currencies"), numeral.end + match.end()
    name = re.sub(r"[ \u00a0-]+", " ", (match["name"] or match["short"]).lower())
    adjective = re.sub(r"[ \u00a0-]+", " ", (match["adjective"] or "").lower())
    if cent := words.table("cents").get(f"{adjective} {name}".strip(), words.table("cents").get(name)):
        if cent == "USD" and not adjective and _EURO.search(context.before(numeral.start, 200)):
            cent = "EUR"
        return Unit(numeral.start, end, cent, "money", "a hundredth of a currency", 0.01)
    single = name if name in words.tables("shared") else name.removesuffix("s")
    shared = words.tables("shared").get(single, {})
    code = shared.get(adjective) if adjective else None
    code = code or _by_country(context, single) or words.table("names").get(name) or shared.get("")
    if code is None and single == "pound":
        code = "GBP" if _is_money(context, numeral, end) else None
    if code is None or (single == "won" and not adjective):
        return _won(context, numeral, end) if single == "won" and not adjective else None
    return Unit(numeral.start, end, code, "money", "a currency's name")


def _by_country(context: Context, name: str) -> str | None:
    """Return the currency of a shared name where the text names just one of the countries that have it."""
    codes = {code for pattern, code in _countries(name) if pattern.search(context.text)}
    return codes.pop() if len(codes) == 1 else None


@cache
def _countries(name: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    listed = lexicon("quantity_currencies").tables("countries").get(name, {})
    return tuple((re.compile(rf"\b{re.escape(word)}"), code) for word, code in listed.items())


def _is_money(context: Context, numeral: Numeral, end: int) -> bool:
    """Tell whether these pounds are money: large, or in a text that is British; and not pounds of something."""
    if re.match(r" (?:of|heavier|lighter|in weight|per square)\b", context.after(end, 16)):
        return numeral.value >= int(str(lexicon("quantity_currencies").entries["pounds_scale"]))
    large = numeral.value >= int(str(lexicon("quantity_currencies").entries["pounds_scale"]))
    return large or _BRITISH.search(context.text) is not None


def _won(context: Context, numeral: Numeral, end: int) -> Unit | None:
    token = context.token_at(end - 1)
    verb = token is not None and token.upos in ("VERB", "AUX")
    if (
        numeral.value < 1000
        or (verb and numeral.value < 10**9)
        or re.match(r" (?:the|a|an|his|her|their)\b", context.after(end, 8))
    ):
        return None
    return Unit(numeral.start, end, "KRW", "money", "a currency's name")


@cache
def _signs() -> re.Pattern[str]:
    words = lexicon("quantity_currencies")
    signs = sorted((*words.table("signs"), *words.words("codes")), key=len, reverse=True)
    alone = "".join(sign for sign in signs if len(sign) == 1 and not sign.isalpha())
    return re.compile(rf"(?P<sign>(?<![A-Za-z])(?:{'|'.join(map(re.escape, signs))})|[{alone}])[ \u00a0]?\Z")


@cache
def _names() -> re.Pattern[str]:
    words = lexicon("quantity_currencies")
    shared = words.tables("shared")
    names = {*words.table("names"), *words.table("cents"), *(name + s for name in shared for s in ("", "s"))} - {
        "p",
        "¢",
    }
    adjectives = either(adjective for table in shared.values() for adjective in table if adjective)
    return re.compile(
        rf"[ \u00a0-](?:(?P<adjective>{adjectives})[ -])?(?P<name>{either(names)})\b|(?P<short>¢|p)(?![\w-])",
        re.IGNORECASE,
    )
