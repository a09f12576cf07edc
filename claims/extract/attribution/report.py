"""Report: a stretch of an article that somebody is reported to have said, and who."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Report:
    """One stretch of reported content, where it stands, and whose it is.

    Offsets are code points of the whole text, indices count its tokens; every end is one past the last.
    """

    kind: str
    """direct (all of it in quotation marks), indirect, or mixed (some words of it in marks)."""
    start: int
    end: int
    """The content, without enclosing marks and, where it can be left out at an edge, without the attribution."""
    first: int
    stop: int
    cue: int | None
    """The token that reports: a verb, a noun, "according"; None where marks or "would" carry an attribution on."""
    frame: tuple[int, ...]
    """The tokens of the attribution: who, the verb, "that", commas. A claim's quote leaves them out where it can."""
    speaker: str | None
    """Who it is from: the fullest name in the article without title, or the common noun as worded; None where nobody is named."""
    speaker_start: int | None
    speaker_end: int | None
    """The source as it is written at this place."""
    strength: str
    """What the reporting does: said, believed, expected, denied, asked, shown; unsaid for questions and negated saying."""
    certain: bool
    """False where the speaker was resolved from a pronoun or carried on, and could be another."""


def describe(report: Report) -> str:
    """Return one line for a reader: where it stands, its kind, who, and what the reporting does."""
    who = report.speaker or "nobody named"
    doubt = "" if report.certain else ", not certain"
    return f"{report.start}-{report.end}  {report.kind}  {who}  ({report.strength}{doubt})"
