"""Innermost: whose a claim is, of all the reports it stands in, and whether the whole of it is in quotation marks."""

from bisect import bisect_left
from collections.abc import Sequence

from claims.extract.attribution.report import Report
from claims.extract.parse import Parse
from claims.extract.quotations import quotations_of

# A report counts for a claim where it holds this share of the claim's characters.
_SHARE = 0.5
# An attribution that a claim begins with begins within this many characters of it ("and officials said ..").
_LEAD = 5
# What stands at a claim's edges does not matter for whether it is quoted.
_EDGES = " \t\r\n.,;:!?…\"'“”‘’«»()"


def speaker_of(parse: Parse, reports: Sequence[Report], start: int, end: int) -> tuple[str | None, bool]:
    """Return the innermost source of the claim at start to end (code points), and whether all of it stands in quotation marks."""
    found = innermost(parse, reports, start, end)
    return found.speaker if found is not None else None, is_quoted(parse, start, end)


def innermost(parse: Parse, reports: Sequence[Report], start: int, end: int) -> Report | None:
    """Return the report that a claim's speaker is taken from, or None where the article itself speaks."""
    best: Report | None = None
    aside = _is_aside(parse, start)
    for report in reports:
        common = min(end, report.end) - max(start, report.start)
        if common <= 0 or report.strength == "unsaid" or common < _SHARE * _told(parse, report, start, end):
            continue
        if aside and report.kind != "direct" and report.start < start:
            continue  # background of the writer's, inside what another said
        if best is None or _outranks(parse, report, best):
            best = report
    return best


def _told(parse: Parse, report: Report, start: int, end: int) -> int:
    """Return how many characters of a claim tell something: all, but for a report's attribution where it stands inside."""
    frame = [parse.tokens[k] for k in report.frame]
    if not frame or report.cue not in report.frame or abs(frame[0].start - start) > _LEAD or frame[-1].end > end:
        return end - start
    return end - start - sum(token.end - token.start + 1 for token in frame)


def _is_aside(parse: Parse, start: int) -> bool:
    """Tell whether a claim is a relative clause behind a comma: the writer's background, not the speaker's words."""
    i = bisect_left(parse.tokens, start, key=lambda token: token.start)
    if not 0 < i < len(parse.tokens) or parse.tokens[i - 1].text not in (",", "—", "–"):
        return False
    token = parse.tokens[i]
    return token.lower in ("which", "who", "whose", "where") and token.xpos[:1] == "W"


def _outranks(parse: Parse, report: Report, best: Report) -> bool:
    """Tell whether a report is nearer to the claim's source than the best so far.

    The inner one is, but for what is told of in passing: a telling or a forecast that somebody else reports, and what
    a speaker in quotation marks says that studies show.
    """
    if _is_told(parse, report) != _is_told(parse, best):
        return _is_told(parse, best)
    inner, outer = (report, best) if report.end - report.start < best.end - best.start else (best, report)
    if outer.kind == "direct" and not _is_voiced(parse, inner):
        return report is outer
    return report is inner


def _is_told(parse: Parse, report: Report) -> bool:
    """Tell whether a report is an act that the writer, or another source, tells of: its clause is the claim itself."""
    if report.cue is None:
        return False
    cue = parse.tokens[report.cue]
    return (report.cue not in report.frame and report.first <= report.cue < report.stop) or cue.lemma == "tell"


def _is_voiced(parse: Parse, report: Report) -> bool:
    """Tell whether a report inside quoted words hands them on to another; what "studies show" is the speaker's own."""
    return (
        report.strength == "said"
        and report.speaker is not None
        and report.cue is not None
        and parse.tokens[report.cue].upos == "VERB"
    )


def is_quoted(parse: Parse, start: int, end: int) -> bool:
    """Tell whether all of a stretch stands inside one pair of quotation marks."""
    text = parse.text
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    return any(q.start <= start and end <= q.end for q in quotations_of(parse))
