"""Carried on: backshifted "would" takes the attribution of the sentence before it along ("The line would open in May.")."""

from collections.abc import Iterator, Sequence

from claims.extract.attribution.clauses import trim_end
from claims.extract.attribution.context import OUTSIDE, Context, Found

_SAYING = ("said", "expected", "asked")


def carried(context: Context, found: Sequence[Found]) -> Iterator[Found]:
    """Yield sentences whose main verb stands in "would" and that follow an attributed one in their paragraph."""
    parse = context.parse
    last: dict[int, Found] = {}
    reported: set[int] = set()
    for each in found:
        number = context.sentence_of[each.first]
        reported.add(number)
        if (
            each.source is not None
            and each.strength in _SAYING
            and (number not in last or each.stop - each.first > last[number].stop - last[number].first)
        ):
            last[number] = each
    for number in range(1, len(parse.sentences)):
        sentence, before = parse.sentences[number], parse.sentences[number - 1]
        if number in reported or sentence.paragraph != before.paragraph or number - 1 not in last:
            continue
        if _backshifted(context, number):
            stop = trim_end(context, sentence.first, sentence.stop)
            if stop - sentence.first > 2 and all(context.within[k] == OUTSIDE for k in (sentence.first, stop - 1)):
                source = last[number - 1]
                made = Found(sentence.first, stop, None, (), source.source, source.strength, carried=True)
                last[number] = made
                yield made


def _backshifted(context: Context, number: int) -> bool:
    """Tell whether a sentence's main clause has "would" that belongs to a future told in the past, not to a condition."""
    parse = context.parse
    sentence = parse.sentences[number]
    root = next((t for t in parse.of(sentence) if t.is_head), None)
    if root is None:
        return False
    auxiliaries = list(parse.dependents(root.i, "aux"))
    if not any(c.lower in ("would", "'d", "’d") for c in auxiliaries) or any(c.lower == "have" for c in auxiliaries):
        return False
    return not any(t.lower in ("if", "unless", "were") for t in parse.of(sentence))
