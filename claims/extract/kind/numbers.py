"""Numbers: what a claim's quantities say about its kind: what they count, where they stand, how much of it they fill."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.extract.words import lists

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extract.atoms import Atom
    from claims.extract.parse import Parse
    from claims.extract.predicate import Predicate
    from claims.extract.quantity import FoundQuantity

_LISTS = lists("kind")
_MEASURE_NOUNS, _MEASURE_VERBS, _LIGHT = _LISTS["measure_nouns"], _LISTS["measure_verbs"], _LISTS["light_units"]
_MAKE_UP, _TOLLS = _LISTS["make_up"], _LISTS["tolls"]
# A share of the claim's length that the number takes: short claims around a number are about the number.
_LARGE_SHARE = 0.25
# Numbers up to this are said of things at hand ("three robots"); beyond, the number is mostly the news.
_SMALL = 12
_STEPS = 6


def number_features(
    parse: Parse, atom: Atom, said: Predicate, quantities: Sequence[FoundQuantity], verbs: Sequence[str], broad: str
) -> list[str]:
    """Return the names of what a claim's numbers say; `verbs` are the classes of its verb, `broad` its form."""
    inside = [q for q in quantities if q.start >= atom.start and q.end <= atom.end]
    if not inside:
        return ["no number"]
    found: list[str] = []
    heavy: list[FoundQuantity] = []
    for q in inside:
        unit = q.quantity.unit or ""
        if q.kind in ("percent", "money", "points", "fold", "measure"):
            found.append(f"a number of {q.kind}")
            heavy.append(q)
        elif q.kind in ("duration", "age", "times") or unit in _LIGHT or _definite(parse, q):
            found += _light(said, q)
        else:
            found.append("a small count" if q.quantity.value <= _SMALL else "a count")
            heavy.append(q)
    if heavy:
        found += _heavy(parse, atom, said, heavy, verbs, broad)
    elif said.nominal and said.copula:
        found.append("a light number is predicated")
    return found


def _heavy(
    parse: Parse, atom: Atom, said: Predicate, inside: Sequence[FoundQuantity], verbs: Sequence[str], broad: str
) -> list[str]:
    tokens = parse.tokens
    sort = (
        "an amount" if any(q.kind in ("percent", "money", "points", "fold", "measure") for q in inside) else "a count"
    )
    place = _place(parse, said, inside)
    found = [f"{sort}, {broad}", f"{sort} as {place}"]
    found += [f"{sort}, {verb}" for verb in verbs]
    if place in ("subject", "object", "predicate"):
        found += [f"{sort} as {place}, {verb}" for verb in verbs]
    if place == "subject" and any(q.kind == "percent" for q in inside):
        found.append("a share as subject")
    if any(q.quantity.qualifier is not None for q in inside):
        found.append(f"{sort} told roughly")
    if said.lemma in _MEASURE_VERBS:
        found.append(f"{sort} after a verb of measuring")
    if said.lemma in _MAKE_UP:
        found.append(f"{sort} of what makes it up")
    if said.lemma in _TOLLS:
        found.append("a toll")
    if said.nominal:
        found.append(f"{sort}, and no verb")
    if sum(q.end - q.start for q in inside) > _LARGE_SHARE * (atom.end - atom.start):
        found.append(f"{sort} that fills the claim")
    if len(inside) > 1:
        found.append("several numbers")
    if any(tokens[i].lemma.lower() in _MEASURE_NOUNS for i in atom.tokens if tokens[i].upos == "NOUN"):
        found.append(f"{sort} beside a measure")
    return found


def _light(said: Predicate, q: FoundQuantity) -> list[str]:
    """Name what a number of times, of hours or of points says: more where it is large, or tells how far a measure moved."""
    found = ["a light number"]
    if q.quantity.value > _SMALL:
        found.append("a light number, and large")
    if said.lemma in _MEASURE_NOUNS or said.lemma in _MEASURE_VERBS:
        found.append("a light number of a measure")
    return found


def _definite(parse: Parse, q: FoundQuantity) -> bool:
    """Tell whether a number only says which things are meant: "the two countries", "both", "these three"."""
    before = parse.text[max(0, q.start - 7) : q.start].split()
    if before and before[-1].lower() == "all":
        return q.quantity.value <= _SMALL
    return bool(before) and before[-1].lower() in ("the", "these", "those", "both", "their", "its", "his", "her")


def _place(parse: Parse, said: Predicate, quantities: Sequence[FoundQuantity]) -> str:
    """Tell where the first number stands: as the subject, the object or what is predicated, beside the verb, or aside."""
    tokens = parse.tokens
    best = "aside"
    for q in quantities:
        near = range(max(0, said.head - 60), min(len(tokens), said.head + 60))
        at = next((i for i in near if tokens[i].end > q.start), None)
        if at is None:
            continue
        node, steps = tokens[at], 0
        while node.head not in (node.i, said.head) and node.i != said.head and steps < _STEPS:
            node = tokens[node.head]
            steps += 1
        if node.i == said.head:
            return "predicate"
        dep = node.dep.partition(":")[0]
        if node.head == said.head and steps <= 3:
            if dep == "nsubj":
                return "subject"
            if dep == "obj":
                best = "object"
            elif dep in ("obl", "nmod", "xcomp") and best == "aside":
                best = "beside the verb"
            elif dep in ("nummod", "det", "compound", "advmod"):
                return "predicate"
    return best
