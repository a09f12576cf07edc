"""tag: the time expressions of a text."""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from claims.domain.timespan import TimeSpan
from claims.extract.time.context import Context, Found
from claims.extract.time.deadline import due
from claims.extract.time.expression import TenseHint, TimeExpression
from claims.extract.time.lead import lead
from claims.extract.time.lexicon import Rule, lexicon
from claims.extract.time.readers import READERS
from claims.extract.time.reading import Reading
from claims.extract.time.tense import tense
from claims.extract.time.tokens import Tokens, tokens


def tag(
    text: str, anchor: date, *, fiscal_year_start: int = 1, hints: Sequence[TenseHint] = ()
) -> tuple[TimeExpression, ...]:
    """The time expressions of a text in the order in which they stand, none overlapping another.

    `anchor` is the article's day, from which "today" and "last week" count; `fiscal_year_start` is the month in which fiscal
    years begin (1 to 12); `hints` tell the tense of stretches of text where a parser knows it. Takes time linear in the text
    and raises nothing for any text.
    """
    words = tokens(text)
    context = Context(words, anchor, fiscal_year_start, tuple(hints), _whole)
    found: list[TimeExpression] = []
    reached = 0
    for stretch in words.lexicon.stretch.finditer(words.signs):
        for match, rule in _matches(stretch[0]):
            candidate = Found(words, match, stretch.start(), rule.name)
            if candidate.first < reached:
                continue
            reading = READERS[rule.read](candidate, context)
            if reading is None:
                continue
            found.append(_expression(candidate, reading, context))
            context.note(reading)
            reached = candidate.last
    return tuple(found)


@lru_cache(maxsize=4096)
def _matches(stretch: str) -> tuple[tuple[re.Match[str], Rule], ...]:
    """All matches of all rules in a stretch of signs: leftmost first, then the longest, then by the order of the rules."""
    lex = lexicon()
    signs = frozenset(stretch) - lex.glue
    if not signs:
        return ()
    found = [
        (match, rule)
        for rule in lex.rules
        if not signs.isdisjoint(rule.triggers)
        for match in rule.pattern.finditer(stretch)
    ]
    found.sort(key=lambda pair: (pair[0].start(), -pair[0].end()))
    return tuple(found)


@lru_cache(maxsize=1024)
def _readings_of(stretch: str) -> tuple[tuple[re.Match[str], Rule], ...]:
    """The matches of a whole stretch of signs, in the order of the rules."""
    return tuple((match, rule) for rule in lexicon().rules if (match := rule.pattern.fullmatch(stretch)) is not None)


def _whole(first: int, last: int, context: Context) -> Reading | None:
    """The reading of a stretch of tokens as one expression, None where no rule reads it."""
    for match, rule in _readings_of(context.tokens.signs[first:last]):
        reading = READERS[rule.read](Found(context.tokens, match, first, rule.name), context)
        if reading is not None:
            return reading
    return None


def _expression(found: Found, reading: Reading, context: Context) -> TimeExpression:
    words = context.tokens
    first, last = found.first, found.last
    before = lead(words, first, last)
    governs = "future" if before in ("by", "before", "until") else tense(words, first, last, context.hints)
    sets = due(words, first, last, reading, before, context, governs)
    parts = tuple(_plain(words, start, end, end_reading, found.rule) for start, end, end_reading in reading.ends)
    span = sets.span or reading.span
    if before == "since" and span is not None and span.first <= context.anchor:
        span = TimeSpan.of(span.first, max(context.anchor, span.first))
    start, end = words.starts[first], words.ends[last - 1]
    rule = reading.rule or found.rule
    return TimeExpression(
        start=start,
        end=end,
        text=words.text[start:end],
        type=reading.type,
        value=reading.value,
        mod=reading.mod,
        span=span,
        deadline=sets.day,
        marked=sets.marked,
        guide=_guide(reading, before, span),
        rule=f"{rule}; {sets.rule}" if sets.rule else rule,
        lead=before,
        reference=reading.reference,
        parts=parts,
    )


def _guide(reading: Reading, before: str | None, span: TimeSpan | None) -> str | None:
    """The time as the annotation guide writes it; none for what is before or after a time, nor for the general."""
    if span is None or reading.reference or reading.type == "SET":
        return None
    if before == "after" or (before == "before" and reading.mod != "END"):
        return None
    return str(span)


def _plain(words: Tokens, first: int, last: int, reading: Reading, rule: str) -> TimeExpression:
    """One end of a range, as an expression that sets no deadline."""
    start, end = words.starts[first], words.ends[last - 1]
    span = reading.span
    guide = None if span is None else str(span)
    return TimeExpression(
        start,
        end,
        words.text[start:end],
        reading.type,
        reading.value,
        reading.mod,
        span,
        None,
        False,
        guide,
        reading.rule or rule,
    )
