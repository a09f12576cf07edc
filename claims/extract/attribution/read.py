"""Read: all the reports of an article, by every rule, with their sources named."""

from dataclasses import replace

from claims.extract.attribution.according import according
from claims.extract.attribution.carried import carried
from claims.extract.attribution.context import OUTSIDE, Context, Found, context_of
from claims.extract.attribution.direct import direct
from claims.extract.attribution.indirect import indirect
from claims.extract.attribution.lexicon import forms, verbs
from claims.extract.attribution.minds import minds
from claims.extract.attribution.naming import Speaker
from claims.extract.attribution.objects import objects
from claims.extract.attribution.report import Report
from claims.extract.attribution.speakers import speakers
from claims.extract.mentions import Mentions, mentions
from claims.extract.mentions.mended import mended
from claims.extract.parse import Parse, Token, children_of
from claims.extract.quotations import quotations_of

_MAIN = ("ROOT", "parataxis")


def reports(parse: Parse, named: Mentions | None = None) -> tuple[Report, ...]:
    """Return the stretches that somebody is reported to have said, in order; open questions and negated saying left out.

    `named` is what the article names, where that is known already.
    """
    return tuple(report for report in readings(parse, named) if report.strength != "unsaid")


def readings(parse: Parse, named: Mentions | None = None) -> tuple[Report, ...]:
    """Return all reports, also open questions and negated saying ("have not said why"), whose strength is "unsaid"."""
    parse = _mended(mended(parse))
    quoted = quotations_of(parse)
    context = context_of(parse, quoted, named if named is not None else mentions(parse, quoted))
    spoken = [*indirect(context), *according(context), *minds(context)]
    spoken += direct(context, spoken)
    spoken += carried(context, spoken)
    found = [*spoken, *objects(context)]
    made = [_made(context, each, speaker) for each, speaker in zip(found, speakers(context, found), strict=True)]
    return tuple(
        sorted(made, key=lambda report: (report.start, -report.end, report.cue if report.cue is not None else -1))
    )


def _mended(parse: Parse) -> Parse:
    """The parse with the lemmas of reporting verbs put right, and their tags where they are plainly finite."""
    known = forms()
    wrong: dict[int, Token] = {}
    for t in parse.tokens:
        if t.upos != "VERB":
            continue
        lemma = known.get(t.text.lower(), t.lemma)
        tag = "VBP" if lemma in verbs() and _is_bare(parse, t) else t.xpos
        if lemma != t.lemma or tag != t.xpos:
            wrong[t.i] = replace(t, lemma=lemma, xpos=tag)
    if wrong:
        parse = replace(parse, tokens=tuple(wrong.get(t.i, t) for t in parse.tokens))
    return _raised(parse, known)


def _raised(parse: Parse, known: dict[str, str]) -> Parse:
    """The parse with verbs of saying that it took for adjectives made verbs again: "The company blamed wheat prices"."""
    tokens = list(parse.tokens)
    changed = False
    for t in parse.tokens[1:-1]:
        subject, whole = tokens[t.i - 1], tokens[t.head]
        if (
            t.upos in ("ADJ", "NOUN")
            and t.dep in ("amod", "compound")
            and t.lower.endswith("ed")
            and t.lower in known
            and subject.dep == "nsubj"
            and subject.head == t.head > t.i
            and whole.upos in ("NOUN", "PROPN")
        ):
            head = t.i if whole.is_head else whole.head
            tokens[t.i] = replace(t, upos="VERB", xpos="VBD", lemma=known[t.lower], dep=whole.dep, head=head)
            tokens[whole.i] = replace(whole, dep="obj", head=t.i)
            tokens[subject.i] = replace(subject, head=t.i)
            changed = True
    return replace(parse, tokens=tuple(tokens), children=children_of(tokens)) if changed else parse


def _is_bare(parse: Parse, token: Token) -> bool:
    """Tell whether a verb tagged an infinitive is none: "Deputies, who left the hall, say the dam will leak"."""
    if token.xpos != "VB" or token.dep not in _MAIN or token.i == 0 or parse.tokens[token.i - 1].text != ",":
        return False
    return not any(c.dep in ("aux", "mark") for c in parse.dependents(token.i))


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
