"""Bounds: the words around a number that say how exactly it is put ("nearly", "at least", "or more")."""

import re
from functools import cache
from typing import cast

from claims.domain.quantity import Qualifier
from claims.extract.quantity.context import Context
from claims.extract.quantity.lexicon import either, lexicon
from claims.extract.quantity.measure import Unit

_MARK = re.compile(r"[ -](?:mark|level|line|threshold|barrier|limit)\b")


def bound(context: Context, unit: Unit, number_start: int, number_end: int) -> Qualifier | None:
    """Return the qualifier of a number: from the words before it, else from those behind the number or its unit."""
    return (
        _before(context, unit, min(unit.start, number_start))
        or _after(context, number_end)
        or _after(context, unit.end)
    )


def _before(context: Context, unit: Unit, start: int) -> Qualifier | None:
    before = context.before(start, 60).lower()
    if before.endswith(" the ") and _MARK.match(context.after(unit.end, 12)):
        before = before.removesuffix("the ")  # "below the 5,000 mark"
    match = _before_pattern().search(before)
    if match is None:
        return None
    qualifier = _of(match, "before")
    stretch = before[: match.end("bound")]
    if _not_before_pattern().search(stretch):
        return None
    word = match["bound"]
    if unit.kind == "duration" and word in lexicon("quantity").words("during"):
        token = context.token_before(start)  # an adverb only where it belongs to the number
        earlier = context.token_before(token.start) if token is not None else None
        adverb = (
            token is not None
            and token.upos == "ADV"
            and earlier is not None
            and earlier.upos in ("ADP", "AUX", "ADV", "VERB", "SCONJ")
        )
        if not adverb and not _bound_after().search(before[: match.start("bound")]):
            return None
    if (word == "inside" or word.startswith("within")) and unit.kind in ("count", "percent", "money"):
        return None
    return qualifier


def _after(context: Context, end: int) -> Qualifier | None:
    match = _after_pattern().match(context.after(end, 32).lower())
    if match is None:
        return None
    if match["bound"] and (context.text[end : end + 1] == "+"):
        return ">="
    return _of(match, "after")


def _of(match: re.Match[str], place: str) -> Qualifier:
    words = lexicon("quantity").lists(place)
    wording = re.sub(r"[ \u00a0-]", " ", match["bound"])
    for qualifier, wordings in words.items():
        if any(re.sub(r"[ -]", " ", each) == wording for each in wordings):
            return cast(Qualifier, qualifier)
    return ">="


@cache
def _before_pattern() -> re.Pattern[str]:
    words = lexicon("quantity")
    bounds = [each for wordings in words.lists("before").values() for each in wordings]
    fillers = either(words.words("fillers"))
    return re.compile(
        rf"(?:(?<![\w-])|(?<=\W))(?P<bound>{either(bounds)})[ \u00a0]?(?:(?<=[ \u00a0]){fillers}[ \u00a0]){{0,2}}[(]?\Z"
    )


@cache
def _not_before_pattern() -> re.Pattern[str]:
    return re.compile(rf"\b{either(lexicon('quantity').words('not_before'))}\Z")


@cache
def _bound_after() -> re.Pattern[str]:
    return re.compile(rf"(?:\b{either(lexicon('quantity').words('during_is_bound_after'))}[ ]|^|[(\"“])\Z")


@cache
def _after_pattern() -> re.Pattern[str]:
    bounds = [each for wordings in lexicon("quantity").lists("after").values() for each in wordings]
    return re.compile(rf"(?:[ \u00a0-]|(?=-))?(?P<bound>{either(bounds)}|\+)(?![\w])(?! than\b)")
