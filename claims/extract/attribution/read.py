"""Read: all the reports of an article, by every rule, with their sources named."""

from claims.extract.attribution.according import according
from claims.extract.attribution.carried import carried
from claims.extract.attribution.context import OUTSIDE, Context, Found, context_of
from claims.extract.attribution.direct import direct
from claims.extract.attribution.indirect import indirect
from claims.extract.attribution.minds import minds
from claims.extract.attribution.naming import Speaker
from claims.extract.attribution.objects import objects
from claims.extract.attribution.report import Report
from claims.extract.attribution.speakers import speakers
from claims.extract.mentions import Mentions, mentions
from claims.extract.parse import Parse
from claims.extract.quotations import quotations_of


def reports(parse: Parse, named: Mentions | None = None) -> tuple[Report, ...]:
    """Return the stretches that somebody is reported to have said, in order; open questions and negated saying left out.

    `named` is what the article names, where that is known already.
    """
    return tuple(report for report in readings(parse, named) if report.strength != "unsaid")


def readings(parse: Parse, named: Mentions | None = None) -> tuple[Report, ...]:
    """Return all reports, also open questions and negated saying ("have not said why"), whose strength is "unsaid"."""
    quoted = quotations_of(parse)
    context = context_of(parse, quoted, named if named is not None else mentions(parse, quoted))
    spoken = [*indirect(context), *according(context), *minds(context)]
    spoken += direct(context, spoken)
    spoken += carried(context, spoken)
    # An attribution that stands behind its report ("..., the company announced on Tuesday") is no report of its own.
    behind = {each.cue for each in spoken if each.cue is not None and each.stop <= each.cue and each.quotation is None}
    found = [*spoken, *(each for each in objects(context) if each.cue not in behind)]
    made = [_made(context, each, speaker) for each, speaker in zip(found, speakers(context, found), strict=True)]
    return tuple(
        sorted(made, key=lambda report: (report.start, -report.end, report.cue if report.cue is not None else -1))
    )


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
