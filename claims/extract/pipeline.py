"""Pipeline: an article in, drafts out, through the steps in their order."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from claims.domain.article import Article, Span
from claims.domain.claim import Kind
from claims.extract import language as languages
from claims.extract.atoms import Atom, atoms
from claims.extract.draft import Draft
from claims.extract.english import require_english
from claims.extract.hedge import hedge
from claims.extract.kind import classify
from claims.extract.parse import Parse
from claims.extract.polarity import polarity
from claims.extract.predicate import predicate
from claims.extract.reading import Reading


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


def read(article: Article, parse: Parse) -> Reading:
    """Read what lies over the whole article: reports and atoms."""
    reports = ()
    return Reading(article, parse, reports, atoms(parse, reports, article.title))


def _draft(reading: Reading, atom: Atom) -> Draft:
    text = reading.article.text
    draft = Draft(span=Span.of(text, atom.start, atom.end), text=text[atom.start : atom.end], kind=Kind.STATE, doubts=atom.doubts)
    for step in STEPS:
        draft = step(reading, atom, draft)
    return draft.bound_to(text)


def who(reading: Reading, atom: Atom, draft: Draft) -> Draft:
    """Add whom the article says it from, and whether the whole stands in quotation marks."""
    report = reading.report_of(atom)
    if report is None or report.strength == "unsaid":
        return draft
    source = None
    if report.speaker_start is not None and report.speaker_end is not None and report.speaker_end > report.speaker_start:
        source = Span.of(reading.article.text, report.speaker_start, report.speaker_end)
    doubts = draft.doubts if report.certain else (*draft.doubts, "the speaker could be another")
    return replace(draft, speaker=report.speaker, speaker_span=source, quoted=report.kind == "direct", doubts=doubts)


def what(reading: Reading, atom: Atom, draft: Draft) -> Draft:
    """Add the kind, the polarity and how strongly it is put."""
    said = predicate(reading.parse, atom)
    report = reading.report_of(atom)
    guess = classify(reading.parse, atom, (), (), report, said)
    doubts = draft.doubts if guess.certain else (*draft.doubts, "the kind could be another")
    return replace(
        draft, kind=guess.kind, polarity=polarity(reading.parse, atom, said), hedge=hedge(reading.parse, atom, report, said), doubts=doubts
    )


STEPS: tuple[Callable[[Reading, Atom, Draft], Draft], ...] = (who, what)
"""What is added to each draft, in this order; a step may use what those before it have found."""
