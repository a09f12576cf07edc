"""Vocabulary: the statuses of other tools in our words, read from vocabularies.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from claims.domain.verdict import Rating, Review, Unresolvable, Word
from claims.errors import BadInput, NotFound
from claims.rules import document
from claims.rules.fields import Faults, mapping, text, word

FILE = Path(__file__).with_name("vocabularies.yaml")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What another tool's status means here."""

    verdict: Word
    code: Unresolvable | None = None
    review: Review | None = None
    """Where it tells whether anybody has looked."""
    rating: Rating | None = None
    """Their word on their scale, exported as given."""


@cache
def vocabularies() -> Mapping[str, Mapping[str, Meaning]]:
    """Return all vocabularies by name, each from its own words to ours."""
    return load(FILE.read_text(encoding="utf-8"), FILE.name)


def meaning(vocabulary: str, status: str) -> Meaning:
    """Return what a status means, its case set aside. Raises NotFound for a vocabulary or a status that is not known."""
    known = vocabularies()
    if vocabulary not in known:
        raise NotFound(f"there is no vocabulary {vocabulary}; there are {', '.join(known)}")
    folded = {name.casefold(): each for name, each in known[vocabulary].items()}
    if status.casefold() not in folded:
        raise NotFound(f"{vocabulary} has no status {status}; it has {', '.join(known[vocabulary])}")
    return folded[status.casefold()]


def load(source: str, name: str) -> Mapping[str, Mapping[str, Meaning]]:
    """Read vocabularies from YAML. Raises BadInput with all Problems."""
    faults = Faults()
    top = document.parse(source, name)
    found: dict[str, Mapping[str, Meaning]] = {}
    for title, body in top if isinstance(top, document.Mapping) else ():
        meanings = {}
        for status, node in body if isinstance(body, document.Mapping) else ():
            if (each := _meaning(title.text, node, faults)) is not None:
                meanings[status.text] = each
        if not meanings:
            faults.add(title.mark, f"{title.text} has no statuses")
        found[title.text] = MappingProxyType(meanings)
    if not found:
        faults.add(top.mark, "there are no vocabularies here")
    if faults:
        raise BadInput(*faults.in_order())
    return MappingProxyType(found)


def _meaning(scale: str, node: document.Node, faults: Faults) -> Meaning | None:
    body = mapping(node, "a status", ("verdict", "code", "review", "rating"), faults)
    if body is None:
        return None
    before = len(faults)
    verdict = word(body, "verdict", tuple(str(each) for each in Word), faults)
    code = word(body, "code", tuple(str(each) for each in Unresolvable), faults, required=False)
    review = word(body, "review", tuple(str(each) for each in Review), faults, required=False)
    rating = text(body, "rating", faults, required=False)
    if (verdict == Word.UNRESOLVABLE) != (code is not None) and len(faults) == before:
        faults.add(body.mark, "unresolvable goes with a code, and no other verdict does")
    if len(faults) > before or verdict is None:
        return None
    return Meaning(
        Word(verdict),
        Unresolvable(code) if code else None,
        Review(review) if review else None,
        Rating(word=rating.text, scale=scale) if rating else None,
    )
