"""tag: the time expressions of a text."""

from collections.abc import Sequence
from datetime import date

from claims.domain.timespan import TimeSpan
from claims.extract.time.context import Context, Found
from claims.extract.time.deadline import Due, due, lead
from claims.extract.time.expression import TenseHint, TimeExpression
from claims.extract.time.readers import READERS
from claims.extract.time.reading import Reading
from claims.extract.time.tense import tense
from claims.extract.time.tokens import Tokens, tokens


def tag(text: str, anchor: date, *, fiscal_year_start: int = 1, hints: Sequence[TenseHint] = ()) -> tuple[TimeExpression, ...]:
    """The time expressions of a text in the order in which they stand, none overlapping another.

    `anchor` is the article's day, from which "today" and "last week" count; `fiscal_year_start` is the month in which fiscal years begin
    (1 to 12); `hints` tell the tense of stretches of text where a parser knows it. Takes time linear in the text, raises nothing for any text.
    """
    words = tokens(text)
    context = Context(words, anchor, fiscal_year_start, tuple(hints), _whole)
    found: list[TimeExpression] = []
    reached = 0
    for candidate in _candidates(words):
        if candidate.first < reached:
            continue
        reading = READERS[candidate.read](candidate.found, context)
        if reading is None:
            continue
        found.append(_expression(candidate.found, reading, context))
        context.note(reading)
        reached = candidate.last
    return tuple(found)


class _Candidate:
    """A match that may become an expression."""

    __slots__ = ("first", "found", "last", "order", "read")

    def __init__(self, found: Found, read: str, order: int) -> None:
        self.found, self.read, self.order = found, read, order
        self.first, self.last = found.match.span()


def _candidates(words: Tokens) -> list[_Candidate]:
    """All matches of all rules, leftmost first, of these the longest, of these the one whose rule stands first."""
    found = [
        _Candidate(Found(words, match, rule.name), rule.read, order)
        for order, rule in enumerate(words.lexicon.rules)
        for match in rule.pattern.finditer(words.signs)
    ]
    found.sort(key=lambda candidate: (candidate.first, -candidate.last, candidate.order))
    return found


def _whole(first: int, last: int, context: Context) -> Reading | None:
    """The reading of a stretch of tokens as one expression, None where no rule reads it."""
    words = context.tokens
    for rule in words.lexicon.rules:
        match = rule.pattern.fullmatch(words.signs, first, last)
        if match is not None:
            reading = READERS[rule.read](Found(words, match, rule.name), context)
            if reading is not None:
                return reading
    return None


def _expression(found: Found, reading: Reading, context: Context) -> TimeExpression:
    words = context.tokens
    first, last = found.match.span()
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
        guide=_guide(reading, before, sets, span),
        rule=f"{rule}; {sets.rule}" if sets.rule else rule,
        lead=before,
        reference=reading.reference,
        parts=parts,
    )


def _guide(reading: Reading, before: str | None, sets: Due, span: TimeSpan | None) -> str | None:
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
    return TimeExpression(start, end, words.text[start:end], reading.type, reading.value, reading.mod, span, None, False, guide, reading.rule or rule)
