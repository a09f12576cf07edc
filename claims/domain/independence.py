"""Independence: whose word a piece of evidence is in the end, so that ten papers with one wire count once.

The word lists (which outlets belong together, which names are wires) and the comparison of texts are given by the caller.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from urllib.parse import urlsplit

from claims.domain.evidence import Evidence

LONGEST_BYLINE = 90
"""Code points at either end of a text in which a wire is named as its author."""
_DATELINE = re.compile(
    r"^[^.!?]{0,60}\(\s*([^()]{2,40}?)\s*\)\s*[-–—:]"  # MOSCOW (Reuters) -
    r"|^\(\s*([^()]{2,40}?)\s*\)"  # (Reuters)
    r"|^(?:by|from|source:)\s+([^.,;:\n]{2,40})",  # By Reuters
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"(?:\(\s*([^()]{2,40}?)\s*\)|[-–—]\s*([^-–—().]{2,40}?)|source:\s*([^.;\n]{2,40}?))[\s.]*$", re.IGNORECASE
)
_PARTS = re.compile(r"\s*(?:/|,|\band\b|&)\s*")


@dataclass(frozen=True, slots=True)
class Families:
    """Which names mean one house; all case-folded."""

    of: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """From a name, or the site of a link, to its family."""
    wires: frozenset[str] = frozenset()
    """The names that, in a byline, mean a wire; each is in `of`, too, or is its own family."""

    def family(self, name: str) -> str | None:
        """Return the family of a name; None where it belongs to none that is known."""
        folded = plain(name)
        return self.of.get(folded)


@dataclass(frozen=True, slots=True)
class Origin:
    """Whose word it is, case-folded, and what that was taken from."""

    name: str
    rule: str


def origin(
    source: str,
    *,
    publisher: str | None = None,
    via: str | None = None,
    quote: str | None = None,
    families: Families | None = None,
    others: Iterable[Evidence] = (),
    own: Iterable[str] = (),
    same: Callable[[str, str], bool] | None = None,
) -> Origin:
    """Return whose word a new piece of evidence is.

    In this order: whose report it passes on (`via`); a wire that its text names as author; another evidence of which its
    text is nearly a copy (`same` tells); its publisher's family; its publisher; the site of its link; the source as it is
    named. What leads to one of the claim's `own` names, through a family too, becomes that name, so that it never counts.
    """
    known = families or Families()
    rest = tuple(others)
    found = _first(source, publisher, via, quote, known, rest, same)
    for name in own:
        if name and found.name in (plain(name), known.family(name)):
            return Origin(name.casefold(), "the claim's own voice")
    return found


def _first(
    source: str,
    publisher: str | None,
    via: str | None,
    quote: str | None,
    families: Families,
    others: tuple[Evidence, ...],
    same: Callable[[str, str], bool] | None,
) -> Origin:
    if via and via.strip():
        name = families.family(via) or plain(via)
        return Origin(_end(name, others), "via")
    if quote and (wire := byline(quote, families)):
        return Origin(wire, "byline")
    if quote and same is not None:
        for other in others:
            if other.quote and same(quote, other.quote):
                return Origin(other.origin, f"copy of {other.publisher or other.source}")
    if publisher and publisher.strip():
        family = families.family(publisher)
        return Origin(family, "publisher's family") if family else Origin(plain(publisher), "publisher")
    site = site_of(source)
    if site:
        family = families.family(site)
        return Origin(family, "publisher's family") if family else Origin(site, "site")
    family = families.family(source)
    return Origin(family, "publisher's family") if family else Origin(plain(source), "source")


def _end(name: str, others: tuple[Evidence, ...]) -> str:
    """Follow a name through the evidence that is known to its origin: a chain of `via` ends where nobody passes on."""
    seen = {name}
    while True:
        step = next((each.origin for each in others if name in _called(each) and each.origin not in seen), None)
        if step is None:
            return name
        seen.add(step)
        name = step


def _called(evidence: Evidence) -> frozenset[str]:
    return frozenset(plain(each) for each in (evidence.publisher, evidence.source) if each)


def collapsed(evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """Return a claim's evidence with each chain of `via` followed to its end, in whatever order its links came in."""
    if len(evidence) < 2:
        return evidence
    ends = {each.id: _end(each.origin, tuple(o for o in evidence if o.id != each.id)) for each in evidence if each.via}
    moved = any(ends.get(each.id, each.origin) != each.origin for each in evidence)
    if not moved:
        return evidence
    return tuple(each.model_copy(update={"origin": ends.get(each.id, each.origin)}) for each in evidence)


def byline(text: str, families: Families) -> str | None:
    """Return the wire that a text names as its author, at its head or its end; None where it names none."""
    head, tail = text.strip()[:LONGEST_BYLINE], text.strip()[-LONGEST_BYLINE:]
    for found in (_DATELINE.search(head), _SIGNED.search(tail)):
        if found is None:
            continue
        named = next((each for each in found.groups() if each), "")
        for part in _PARTS.split(named):
            folded = plain(part)
            if folded in families.wires:
                return families.of.get(folded, folded)
    return None


def plain(name: str) -> str:
    """Return a name case-folded, without a leading "the" and surplus white space."""
    return " ".join(name.casefold().split()).removeprefix("the ") or name.casefold()


def site_of(source: str) -> str | None:
    """Return the site of a web link, without "www." and a port; None for what is no link."""
    if not source.casefold().startswith(("http://", "https://")):
        return None
    try:
        host = urlsplit(source).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
