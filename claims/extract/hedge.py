"""Hedge: how strongly a claim is put: asserted, expected, possible, or denied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.domain.claim import Hedge
from claims.extract.predicate import predicate
from claims.extract.words import lists

if TYPE_CHECKING:
    from claims.extract.atoms import Atom
    from claims.extract.attribution import Report
    from claims.extract.parse import Parse
    from claims.extract.predicate import Predicate

_LISTS = lists("hedge")
_MODALS, _POSSIBLE, _SEEMING = _LISTS["possible_modals"], _LISTS["possible_words"], _LISTS["seeming"]
_THOUGHT, _AHEAD, _DENYING = _LISTS["thought"], _LISTS["looking_ahead"], _LISTS["denying"]
_STRENGTHS = {"denied": Hedge.DENIED, "expected": Hedge.EXPECTED, "believed": Hedge.EXPECTED}


def hedge(parse: Parse, atom: Atom, report: Report | None = None, said: Predicate | None = None) -> Hedge:
    """Tell how strongly an atom's claim is put, by its own words first, then by the word that reports it.

    denied: "he denied ..." over it or as its verb; possible: may, might, could, reportedly, perhaps; expected: "is expected to",
    "is likely to", "is believed to", "analysts expect"; else asserted. A negation alone hedges nothing.
    """
    said = said or predicate(parse, atom)
    if report is not None and report.strength == "denied":
        return Hedge.DENIED
    if said.lemma in _DENYING and not said.passive and not said.nominal:
        return Hedge.DENIED
    tokens = parse.tokens
    if said.modal in _MODALS or (said.lemma in _SEEMING and not said.passive and _goes_on(parse, said)):
        return Hedge.POSSIBLE
    # Only what bears on the predicate itself: "alleged" inside a noun phrase far off hedges that noun.
    if (
        any(t.lower in _POSSIBLE for t in parse.dependents(said.head, "advmod", "aux", "acl", "advcl"))
        or tokens[said.head].lower in _POSSIBLE
    ):
        return Hedge.POSSIBLE
    if (tokens[said.head].lower in _THOUGHT and (said.passive or said.nominal)) or (
        said.lemma in _AHEAD and not said.passive and _goes_on(parse, said)
    ):
        return Hedge.EXPECTED
    return _STRENGTHS.get(report.strength, Hedge.ASSERTED) if report is not None else Hedge.ASSERTED


def _goes_on(parse: Parse, said: Predicate) -> bool:
    """Tell whether the predicate takes a verb, a clause or an object: "appears to have", "expects that", "expects guests"."""
    return any(t.i > said.head for t in parse.dependents(said.head, "xcomp", "ccomp", "obj"))
