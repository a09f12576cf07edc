"""Kind: is it an event, a state, a statistic, a forecast or a commitment; and who commits to it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claims.domain.claim import Kind
from claims.extract.kind.features import features
from claims.extract.phrases import noun_phrase
from claims.extract.predicate import predicate
from claims.extract.words import words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claims.extract.atoms import Atom
    from claims.extract.attribution import Report
    from claims.extract.parse import Parse
    from claims.extract.predicate import Predicate
    from claims.extract.quantity import FoundQuantity
    from claims.extract.time import TimeExpression

__all__ = ["KindGuess", "classify"]

# Below this lead over the next kind (in log-odds) the guess is right about every second time on the held-out sentences.
_LEAD = 0.7
_FIRST_PERSON = frozenset({"i", "we"})


@dataclass(frozen=True, slots=True)
class KindGuess:
    """A claim's kind, who commits to it where it is a commitment, and what tipped the scales."""

    kind: Kind
    committed: str | None
    """The actor as the article words it; the speaker for "I" and "we"; None for other kinds and where nobody is named."""
    certain: bool
    """False where a second kind came close."""
    why: str
    """The features that weighed most for it, in words."""


def classify(
    parse: Parse,
    atom: Atom,
    quantities: Sequence[FoundQuantity] = (),
    times: Sequence[TimeExpression] = (),
    report: Report | None = None,
    said: Predicate | None = None,
) -> KindGuess:
    """Tell the kind of an atom's claim; quantities and times may be the whole article's, those inside the atom count.

    A linear model over named features; a statistic needs a number in it, and what befalls a share of something is no event.
    `said` saves reading the predicate twice.
    """
    said = said or predicate(parse, atom)
    names = features(parse, atom, said, quantities, times, report)
    weights = _weights()
    scores = dict(weights["bias"])
    for name in names:
        for kind, weight in weights.get(name, {}).items():
            scores[kind] = scores.get(kind, 0.0) + weight
    if "no number" in names:
        scores.pop("statistic", None)
    elif "a share as subject" in names:
        scores.pop("event", None)  # "nearly 30 per cent of the steel was late": without the share nothing is said
    best, second = sorted(scores, key=lambda kind: (-scores[kind], kind))[:2]
    reasons = sorted((n for n in names if weights.get(n, {}).get(best, 0.0) > 0), key=lambda n: -weights[n][best])[:3]
    kind = Kind(best)
    who = _who(parse, said, report) if kind is Kind.COMMITMENT else None
    return KindGuess(kind, who, scores[best] - scores[second] >= _LEAD, "; ".join(reasons))


def _who(parse: Parse, said: Predicate, report: Report | None) -> str | None:
    """Name the actor who commits: the subject, or the speaker where the subject is one of the first person or a thing."""
    speaker = report.speaker if report is not None else None
    if said.subject is None:
        return speaker
    subject = parse.tokens[said.subject]
    if subject.lower in _FIRST_PERSON or said.passive:
        return speaker
    first, stop = noun_phrase(parse, subject.i)
    return parse.text[parse.tokens[first].start : parse.tokens[stop - 1].end]


@cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    return {
        str(name): {str(kind): float(weight) for kind, weight in row.items()}
        for name, row in words("kind_weights").items()
    }
