"""Worth: how much a desk would care to check a sentence, in the shape of the evaluation sets."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from claims.extract.given import atom_of
from claims.extract.kind import classify
from claims.extract.language import parse
from claims.extract.polarity import polarity
from claims.extract.predicate import predicate
from claims.extract.quantity import find
from claims.extract.worth import features_of, worth


def predict(lines: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield {"id", "score"} for each line with "id" and "text"; a line is read as one claim, words or none."""
    for line in lines:
        yield {"id": line["id"], "score": _score(line["text"])}


def _score(text: str) -> float:
    read = parse(text)
    if not any(token.text.isalnum() for token in read.tokens) or text.rstrip().endswith("?"):
        return 0.0  # applause, and questions put nothing forward
    quantities = find(text, read.tokens)
    atom = atom_of(read, 0, len(text))
    said = predicate(read, atom)
    features = features_of(
        quote=text,
        kind=classify(read, atom, quantities, (), None, said).kind.value,
        quantities=[found.quantity for found in quantities],
        negative=polarity(read, atom, said).value == "negative",
        tokens=read.tokens,
    )
    return worth(features).score
