"""Carried on: sentences that take the attribution before them along.

Backshifted "would" ("The line would open in May."), words set apart after a colon with no marks of their own ("The
club denied this:" and a paragraph), and "I" outside of all marks.
"""

from collections.abc import Iterator, Sequence

from claims.extract.attribution.clauses import trim_end
from claims.extract.attribution.context import OUTSIDE, Context, Found
from claims.extract.attribution.lexicon import beside_marks, group
from claims.extract.attribution.sources import Source, can_speak, is_passive, source_of
from claims.extract.parse import Sentence

_SAYING = ("said", "expected", "asked")


def carried(context: Context, found: Sequence[Found]) -> Iterator[Found]:
    """Yield sentences whose main verb stands in "would" and that follow an attributed one in their paragraph."""
    parse = context.parse
    last: dict[int, Found] = {}
    reported: set[int] = set()
    sourced: set[int] = set()
    for each in found:
        number = context.sentence_of[each.first]
        reported.add(number)
        if each.source is not None:
            sourced.add(number)
        if (
            each.source is not None
            and each.strength in _SAYING
            and (number not in last or each.stop - each.first > last[number].stop - last[number].first)
        ):
            last[number] = each
    led: Source | None = None
    for number in range(1, len(parse.sentences)):
        sentence, before = parse.sentences[number], parse.sentences[number - 1]
        if sentence.paragraph != before.paragraph:
            led = _lead(context, before)
        if number in reported or context.within[sentence.first] != OUTSIDE:
            led = None
        apart = led
        if apart is None and number not in sourced and number - 1 in last and _is_first_person(context, sentence):
            apart = last[number - 1].source
        if apart is not None and (made := _whole(context, sentence, apart)) is not None:
            last[number] = made
            yield made
            continue
        if number in reported or sentence.paragraph != before.paragraph or number - 1 not in last:
            continue
        if _backshifted(context, number):
            source = last[number - 1]
            if (made := _whole(context, sentence, source.source, source.strength)) is not None:
                last[number] = made
                yield made


def _whole(context: Context, sentence: Sentence, source: Source | None, strength: str = "said") -> Found | None:
    """Return a whole sentence as a source's, where it stands outside of all marks."""
    stop = trim_end(context, sentence.first, sentence.stop)
    if stop - sentence.first < 3 or any(context.within[k] != OUTSIDE for k in (sentence.first, stop - 1)):
        return None
    return Found(sentence.first, stop, None, (), source, strength, carried=True)


def _lead(context: Context, sentence: Sentence) -> Source | None:
    """Return who says the paragraph after a sentence that ends in a colon: "In a letter, the club denied this:"."""
    parse = context.parse
    if parse.tokens[sentence.stop - 1].text != ":":
        return None
    saying = beside_marks() | group("judging") | group("doing")
    for token in parse.of(sentence):
        if token.upos == "VERB" and token.lemma in saying and not is_passive(parse, token.i):
            source = source_of(parse, token.i, (sentence.first, sentence.stop))
            on_paper = source is not None and parse.tokens[source.head].lemma in group("documents")
            if source is not None and (on_paper or can_speak(parse.tokens[source.head])):
                return source
    return None


def _is_first_person(context: Context, sentence: Sentence) -> bool:
    """Tell whether a sentence has "I" as a subject outside of all marks, which no reporter says of himself."""
    return any(
        t.text == "I" and t.dep.startswith("nsubj") and context.within[t.i] == OUTSIDE
        for t in context.parse.of(sentence)
    )


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
