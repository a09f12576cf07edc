"""Pipeline: an article in, drafts out, through the steps in their order."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from claims.domain.article import Article, Span
from claims.domain.claim import Kind, Polarity
from claims.extract import language as languages
from claims.extract.atoms import Atom
from claims.extract.draft import Draft
from claims.extract.english import require_english
from claims.extract.hedge import hedge
from claims.extract.kind import classify
from claims.extract.measure import subject_and_measure
from claims.extract.parse import Parse
from claims.extract.polarity import polarity
from claims.extract.reading import Reading, read
from claims.extract.restate import restate
from claims.extract.when import when
from claims.extract.worth import features_of, worth


def extract(article: Article, *, language: str | Path | None = None, check_language: bool = True) -> tuple[Draft, ...]:
    """Return what an article puts forward, in text order, each draft bound to its words.

    `language` names another spaCy pipeline with Universal Dependencies labels. Raises BadInput where the text is in
    another language than English and `check_language` holds, Misuse where the pipeline cannot be used.
    """
    if check_language:
        require_english(article.text)
    return drafts(article, languages.parse(article.text, language))


def drafts(article: Article, parse: Parse) -> tuple[Draft, ...]:
    """Return the drafts of an article that has been parsed."""
    reading = read(article, parse)
    return tuple(_draft(reading, atom) for atom in reading.atoms)


def _draft(reading: Reading, atom: Atom) -> Draft:
    quote = reading.article.text[atom.start : atom.end]
    draft = Draft(
        span=Span(start=atom.start, end=atom.end, quote=quote), text=quote, kind=Kind.STATE, doubts=atom.doubts
    )
    for step in STEPS.values():
        draft = step(reading, atom, draft)
    return draft.bound_to(reading.article.text)


def who(reading: Reading, atom: Atom, draft: Draft) -> Draft:
    """Add whom the article says it from, and whether the whole stands in quotation marks."""
    report = reading.report_of(atom)
    quoted = reading.is_quoted(atom)
    if report is None:
        return replace(draft, quoted=quoted)
    source = None
    if report.speaker_start is not None and report.speaker_end is not None:
        source = Span.of(reading.article.text, report.speaker_start, report.speaker_end)
    doubts = draft.doubts if report.certain else (*draft.doubts, "the speaker could be another")
    return replace(draft, speaker=report.speaker, speaker_span=source, quoted=quoted, doubts=doubts)


def how_much(reading: Reading, atom: Atom, draft: Draft) -> Draft:
    """Add the quantities inside the quote."""
    return replace(draft, quantities=tuple(found.quantity for found in reading.quantities_in(atom)))


def what(reading: Reading, atom: Atom, draft: Draft) -> Draft:
    """Add the kind, the polarity, how strongly it is put, whose it is and what it measures."""
    parse, report, numbers = reading.parse, reading.report_of(atom), reading.quantities_in(atom)
    said = reading.timeline.said(atom)
    guess = classify(parse, atom, numbers, reading.times_in(atom), report, said)
    subject, measure = subject_and_measure(parse, atom, reading.names, numbers, guess.kind, said)
    doubts = draft.doubts if guess.certain else (*draft.doubts, "the kind could be another")
    return replace(
        draft,
        kind=guess.kind,
        polarity=polarity(parse, atom, said),
        hedge=hedge(parse, atom, report, said),
        subject=subject,
        measure=measure,
        doubts=doubts,
    )


def by_when(reading: Reading, atom: Atom, draft: Draft) -> Draft:
    """Add the time it is about, the day by which it falls due, and the sentence that stands alone."""
    parse = reading.parse
    dated = when(
        parse,
        atom,
        reading.times,
        draft.kind,
        reading.article.published,
        line=reading.timeline,
        negative=draft.polarity is Polarity.NEGATIVE,
    )
    said, report = reading.timeline.said(atom), reading.report_of(atom)
    restated = restate(parse, atom, reading.names, reading.times_in(atom), report, dated, said)
    unclear = tuple(f"{word!r} is left as it is: what it refers to is not certain" for word in restated.unresolved)
    return replace(
        draft,
        when=dated.when,
        deadline=dated.deadline,
        deadline_rule=dated.rule if dated.deadline is not None else None,
        deadline_vague=dated.deadline is not None and dated.marked,
        through=dated.through,
        text=restated.text,
        edits=restated.edits,
        doubts=(*draft.doubts, *unclear),
    )


def how_worth(reading: Reading, atom: Atom, draft: Draft) -> Draft:
    """Add how much a desk would care to check it, and what makes it so."""
    found = worth(
        features_of(
            quote=draft.quote,
            kind=draft.kind,
            quantities=draft.quantities,
            has_deadline=draft.deadline is not None,
            speaker=draft.speaker,
            negative=draft.polarity is Polarity.NEGATIVE,
            tokens=[reading.parse.tokens[i] for i in atom.tokens],
        )
    )
    return replace(draft, score=found.score, worth=found.features)


STEPS: Mapping[str, Callable[[Reading, Atom, Draft], Draft]] = {
    "who": who,
    "how much": how_much,
    "what": what,
    "by when": by_when,
    "worth": how_worth,
}
"""What is added to each draft, in this order; a step may use what those before it have found."""
