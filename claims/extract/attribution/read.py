"""Read: all the reports of an article, by every rule, with their sources named."""

from dataclasses import replace

from claims.extract.attribution.according import according
from claims.extract.attribution.carried import carried
from claims.extract.attribution.context import OUTSIDE, Context, Found, context_of
from claims.extract.attribution.direct import direct
from claims.extract.attribution.indirect import indirect
from claims.extract.attribution.lexicon import forms
from claims.extract.attribution.minds import minds
from claims.extract.attribution.naming import Speaker, cited, name_of
from claims.extract.attribution.objects import objects
from claims.extract.attribution.report import Report
from claims.extract.mentions import Mentions, mentions
from claims.extract.mentions.lexicon import person_gender
from claims.extract.parse import Parse
from claims.extract.quotations import quotations_of


def reports(parse: Parse, named: Mentions | None = None) -> tuple[Report, ...]:
    """Return the stretches that somebody is reported to have said, in order; open questions and negated saying left out.

    `named` is what the article names, where that is known already.
    """
    return tuple(report for report in readings(parse, named) if report.strength != "unsaid")


def readings(parse: Parse, named: Mentions | None = None) -> tuple[Report, ...]:
    """Return all reports, also open questions and negated saying ("have not said why"), whose strength is "unsaid"."""
    parse = _mended(parse)
    quoted = quotations_of(parse)
    context = context_of(parse, quoted, named if named is not None else mentions(parse, quoted))
    spoken = [*indirect(context), *according(context), *minds(context)]
    spoken += direct(context, spoken)
    spoken += carried(context, spoken)
    found = [*spoken, *objects(context)]
    speakers: dict[int, Speaker] = {}
    names: dict[Found, Speaker] = {}

    def speaker_within(quotation: int) -> Speaker:
        if quotation not in speakers:
            speakers[quotation] = (None, False)
            holder = min((f for f in found if _holds(context, f, quotation)), key=lambda f: f.stop - f.first, default=None)
            if holder is not None and holder.source is not None:
                speakers[quotation] = name(holder)
        return speakers[quotation]

    def name(each: Found) -> Speaker:
        if each.source is None:
            return None, True
        if each not in names:
            names[each] = (None, False)  # a circle of pronouns ends here
            outer = _outer(context, each, found)
            names[each] = name(outer) if outer is not None else name_of(context, cited(context, each) or each.source, speaker_within)
        return names[each]

    made = [_made(context, each, name(each)) for each in found]
    return tuple(sorted(made, key=lambda report: (report.start, -report.end, report.cue if report.cue is not None else -1)))


def _holds(context: Context, found: Found, quotation: int) -> bool:
    """Tell whether a report's content holds a quotation, from outside of it."""
    if found.quotation == quotation:
        return True
    first, stop = context.ranges[quotation]
    return found.first <= first and stop <= found.stop and (found.cue is None or context.within[found.cue] != quotation)


def _mended(parse: Parse) -> Parse:
    """The parse with the lemmas of reporting verbs put right."""
    known = forms()
    wrong = {t.i: known[low] for t in parse.tokens if t.upos == "VERB" and known.get(low := t.text.lower(), t.lemma) != t.lemma}
    if not wrong:
        return parse
    tokens = tuple(replace(t, lemma=wrong[t.i]) if t.i in wrong else t for t in parse.tokens)
    return replace(parse, tokens=tokens)


def _outer(context: Context, each: Found, found: list[Found]) -> Found | None:
    """Return the report whose speaker a pronoun inside its content goes back to: "The firm said it expects .."."""
    assert each.source is not None  # asked only of those that have one
    word = context.parse.tokens[each.source.head].lower
    if word not in ("he", "she", "it", "they"):
        return None
    best: Found | None = None
    for other in found:
        if other is each or other.source is None or not other.first <= each.source.head < other.stop or other.strength == "unsaid":
            continue
        if other.quotation is not None or not _agrees(context, word, other.source.head):
            continue
        if best is None or other.stop - other.first < best.stop - best.first:
            best = other
    return best


def _agrees(context: Context, word: str, head: int) -> bool:
    """Tell whether a pronoun can stand for a source, by number and by what it is."""
    token, kind = context.parse.tokens[head], context.mentions.kind_of(head)
    if token.upos == "PRON":
        return token.lower == word
    plural = token.xpos in ("NNS", "NNPS") and kind != "ORG"
    if word == "they":
        return plural or kind == "ORG"
    if word == "it":
        return not plural and kind != "PER" and token.lemma not in person_gender()
    gender = context.mentions.gender_of(head) or person_gender().get(token.lemma, "")
    return not plural and kind not in ("ORG", "LOC") and gender in ("", "m" if word == "he" else "f") and (kind == "PER" or token.lemma in person_gender())


def _made(context: Context, found: Found, named: Speaker) -> Report:
    tokens = context.parse.tokens
    speaker, certain = named
    source = found.source
    if found.quotation is not None:
        quotation = context.quotations[found.quotation]
        start, end, kind = quotation.start, quotation.end, "direct"
    else:
        start, end = tokens[found.first].start, tokens[found.stop - 1].end
        inside = {context.within[k] for k in range(found.first, found.stop)} - {OUTSIDE}
        outer = context.within[found.cue] if found.cue is not None else OUTSIDE
        kind = "mixed" if inside - {outer} else "indirect"
    while start < end and context.parse.text[start].isspace():
        start += 1
    while start < end and context.parse.text[end - 1].isspace():
        end -= 1
    return Report(
        kind=kind, start=start, end=end, first=found.first, stop=found.stop, cue=found.cue, frame=found.frame, speaker=speaker,
        speaker_start=tokens[source.first].start if source is not None else None,
        speaker_end=tokens[source.stop - 1].end if source is not None else None,
        strength=found.strength, certain=certain and not found.carried,
    )  # fmt: skip
