"""Measure: what a claim is about and what it says of it, as keys under which rules and the matcher find its like.

"The SCO accounts for almost 44 per cent of the world population" has the subject "SCO" and the measure "share of world population".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.domain.claim import Kind
from claims.extract.phrases import noun_phrase
from claims.extract.predicate import predicate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extract.atoms import Atom
    from claims.extract.mentions import Mentions
    from claims.extract.parse import Parse
    from claims.extract.predicate import Predicate
    from claims.extract.quantity import FoundQuantity


def subject_and_measure(
    parse: Parse,
    atom: Atom,
    names: Mentions,
    quantities: Sequence[FoundQuantity],
    kind: Kind,
    said: Predicate | None = None,
) -> tuple[str | None, str | None]:
    """Return an atom's subject at its fullest name, and for a statistic what is measured; None where either cannot be told."""
    said = said or predicate(parse, atom)
    at = said.subject if said.subject is not None else atom.subject
    subject = _name_of(parse, names, at) if at is not None and not said.existential else None
    first = next((q for q in quantities if atom.start <= q.start and q.end <= atom.end), None)
    if first is None or kind not in (Kind.STATISTIC, Kind.FORECAST, Kind.COMMITMENT, Kind.STATE):
        return subject, None
    return subject, _measure(parse, said, first, at)


def _name_of(parse: Parse, names: Mentions, at: int) -> str | None:
    token = parse.tokens[at]
    if token.xpos in ("WDT", "WP") and token.head != at:
        return None
    if token.upos == "PRON":
        found = names.referent(at)
        return found[0] if found is not None and found[1] else None
    full = names.full_name_of(at)
    if full is not None:
        return full
    first, stop = noun_phrase(parse, at)
    return names.words(first, stop)


def _measure(parse: Parse, said: Predicate, found: FoundQuantity, subject: int | None) -> str | None:
    """Name what is measured: the share of what, the noun counted, or the subject's own measure with its verb."""
    tokens = parse.tokens
    unit = found.quantity.unit
    if found.kind in ("percent", "fold"):
        after = next((t for t in tokens[said.head : said.head + 40] if t.start >= found.end), None)
        if after is not None and after.lower == "of" and after.head != after.i:
            first, stop = noun_phrase(parse, after.head)
            first = max(first, after.i + 1)
            if first < stop:
                words = parse.text[tokens[first].start : tokens[stop - 1].end].split()
                return "share of " + " ".join(
                    words[1:] if words[0].lower() in ("the", "a", "an", "all") and len(words) > 1 else words
                )
    if found.kind in ("count", "times") and unit:
        return f"number of {unit}"
    if subject is not None and tokens[subject].upos == "NOUN":
        first, stop = noun_phrase(parse, subject)
        words = parse.text[tokens[first].start : tokens[stop - 1].end].split()
        return " ".join(words[1:] if words[0].lower() in ("the", "a", "an") and len(words) > 1 else words).lower()
    return said.lemma if not said.nominal else unit
