"""Time expressions, in the shape of `eval/temporal`: a document a line in, its TIMEX3 expressions out."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from claims.extract.time import tag, timexes


def predict(lines: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """For each document {"id", "dct", "text"} its {"id", "timexes": [{"start", "end", "type", "value", "text"}]}."""
    for line in lines:
        found = timexes(tag(line["text"], date.fromisoformat(line["dct"])))
        yield {
            "id": line["id"],
            "timexes": [
                {"start": t.start, "end": t.end, "type": t.type, "value": t.value, "text": t.text} for t in found
            ],
        }
