"""Attribution: quotations, direct and indirect, with their speakers, in the shape of the evaluation sets."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from claims.extract.attribution import Report, readings
from claims.extract.language import parse
from claims.extract.parse import Parse


def predict(lines: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield {"id", "quotes"} for each line with "id" and "text"; offsets are code points.

    A quote has start, end, fragments (the content without an attribution in its middle), kind (direct, indirect or
    mixed), the speaker as written at the place or None, and `resolved`, the fullest name.
    """
    for line in lines:
        text = parse(line["text"])
        yield {"id": line["id"], "quotes": [_quote(text, report) for report in readings(text) if _counts(report)]}


def _counts(report: Report) -> bool:
    """Tell whether the sets annotate a report: not the writer's own clause ("urged him to go"), nor what has no source at all."""
    whole = report.cue is not None and report.first <= report.cue < report.stop and report.cue not in report.frame
    return not whole and report.speaker_start is not None


def _quote(parse: Parse, report: Report) -> dict[str, Any]:
    speaker = None
    if report.speaker_start is not None and report.speaker_end is not None:
        speaker = {
            "start": report.speaker_start,
            "end": report.speaker_end,
            "text": parse.text[report.speaker_start : report.speaker_end],
        }
    return {
        "start": report.start,
        "end": report.end,
        "fragments": _fragments(parse, report),
        "kind": report.kind,
        "speaker": speaker,
        "resolved": report.speaker,
        "strength": report.strength,
    }


def _fragments(parse: Parse, report: Report) -> list[list[int]]:
    """The content's stretches, an attribution that stands in its middle left out."""
    if report.kind == "direct":
        return [[report.start, report.end]]
    frame = set(report.frame)
    found: list[list[int]] = []
    last = None
    for i in range(report.first, report.stop):
        if i in frame:
            continue
        token = parse.tokens[i]
        if last is not None and i == last + 1:
            found[-1][1] = token.end
        else:
            found.append([token.start, token.end])
        last = i
    return found or [[report.start, report.end]]
