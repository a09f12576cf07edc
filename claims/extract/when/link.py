"""Link: which dated occasion of the article a claim speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.domain.claim import Kind

if TYPE_CHECKING:
    from datetime import date

    from claims.extract.atoms import Atom
    from claims.extract.parse import Parse
    from claims.extract.predicate import Predicate
    from claims.extract.when.occasions import Mention, Occasion, Occasions

_AHEAD = (Kind.FORECAST, Kind.COMMITMENT)
_INSIDE = frozenset({"in", "at", "during", "for", "on", "of"})
_DEEP = 4


def linked(
    parse: Parse, atom: Atom, said: Predicate, kind: Kind, occasions: Occasions, published: date
) -> tuple[Occasion, Mention] | None:
    """Return the occasion that an atom speaks of and the mention that dates it, or None.

    Events of the past and things to come only; an occasion of the past dates no promise, one to come no past event.
    """
    if kind not in (Kind.EVENT, *_AHEAD) or not occasions.found:
        return None
    paragraph = parse.sentences[atom.sentence].paragraph
    for occasion in _spoken_of(parse, atom, said, kind, occasions):
        dated = occasion.dated(paragraph)
        if dated is None or dated.span is None:
            continue
        over = dated.span.last < published
        if kind in _AHEAD and not over:
            return occasion, dated
        if kind is Kind.EVENT and said.tense == "past" and not said.perfect and dated.span.first <= published:
            return occasion, dated
        if kind is Kind.EVENT and said.progressive and said.tense == "present" and not over:
            return occasion, dated
    return None


def _spoken_of(parse: Parse, atom: Atom, said: Predicate, kind: Kind, occasions: Occasions) -> list[Occasion]:
    """Return the occasions that an atom speaks of, the nearest to its predicate first."""
    found: list[tuple[int, Occasion]] = []
    for i in atom.tokens:
        occasion = occasions.at.get(i)
        if occasion is None:
            continue
        mention = occasions.mentions[i]
        alone = not mention.points and not mention.names and len(occasion.mentions) == 1
        if alone and occasion.within is None:
            continue
        steps = _steps(parse, i, said.head)
        if steps is not None:
            found.append((steps, occasion))
    found.sort(key=lambda pair: pair[0])
    result = [occasion for _, occasion in found]
    if not result and kind in _AHEAD:
        result = _around(parse, atom, said, occasions) or _visitors(parse, said, occasions)
    return result


def _steps(parse: Parse, i: int, head: int) -> int | None:
    """Return how many arcs an occasion is below the predicate, None where it only describes another thing."""
    tokens = parse.tokens
    node, steps = tokens[i], 0
    while node.i != head:
        if node.head == node.i or steps > _DEEP or node.dep in ("acl:relcl", "appos", "advcl:relcl"):
            return None
        if node.dep == "advcl" and node.xpos != "VB":
            return None
        case = next((t.lower for t in parse.dependents(node.i, "case")), "")
        if node.dep.startswith("obl") and case and case not in _INSIDE:
            return None
        if node.dep.startswith("nmod") and node.dep != "nmod:poss" and steps == 0 and case not in _INSIDE:
            return None
        node = tokens[node.head]
        steps += 1
    return steps


def _around(parse: Parse, atom: Atom, said: Predicate, occasions: Occasions) -> list[Occasion]:
    """Return the occasions of the words before an atom that says there is, or is not, such a thing: "no such plan"."""
    if not said.existential and not any(parse.tokens[i].lower in ("such", "so") for i in atom.tokens):
        return []
    first = parse.sentences[atom.sentence].first
    before = [i for i in range(atom.tokens[0] - 1, first - 1, -1) if i in occasions.at]
    return [occasions.at[i] for i in before]


def _visitors(parse: Parse, said: Predicate, occasions: Occasions) -> list[Occasion]:
    """Return the visit of whoever is to act."""
    if said.subject is None:
        return []
    subject = parse.tokens[said.subject]
    words = {subject.lower} | {t.lower for t in parse.dependents(said.subject, "flat", "compound")}
    return [
        o
        for o in occasions.found
        if o.family == "visit" and any(m.actors & words for m in o.mentions if m.at < said.head)
    ]
