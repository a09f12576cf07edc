"""Features: what is looked at to tell a claim's kind, each with a name that a reader understands.

The weights in words/kind_weights.yaml are fitted to these names; changing what a name means calls for fitting anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.extract.kind.cues import FOR_KIND, cue, is_actor, is_speaker
from claims.extract.kind.numbers import number_features
from claims.extract.words import lists

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extract.atoms import Atom
    from claims.extract.attribution import Report
    from claims.extract.parse import Parse, Token
    from claims.extract.predicate import Predicate
    from claims.extract.quantity import FoundQuantity
    from claims.extract.time import TimeExpression

_LISTS = lists("kind")
_STATIVE, _FIRM, _HAPPENING = _LISTS["stative"], _LISTS["firm_stative"], _LISTS["happening"]
# Further classes of verbs, each beside those of being and happening.
_ALSO = (
    (_LISTS["activity"], "a verb of what goes on"),
    (_LISTS["minding"], "a verb of the mind"),
)
_PLANS, _HABIT, _MEASURE_NOUNS = _LISTS["plan_nouns"], _LISTS["habit"], _LISTS["measure_nouns"]
_RANKS = frozenset({"first", "second", "third", "fourth", "fifth", "last", "only", "one"})
# A clause that is reported, put beside, or left without its verb is a main clause to its kind.
_ROLES = {"ccomp": "main", "parataxis": "main", "absolute": "main"}
_STRENGTHS = ("believed", "expected", "asked", "denied")


def features(
    parse: Parse,
    atom: Atom,
    said: Predicate,
    quantities: Sequence[FoundQuantity],
    times: Sequence[TimeExpression],
    report: Report | None,
) -> list[str]:
    """Return the names of the features that a claim has, in a fixed order, none twice.

    Quantities and times may be the whole article's: those inside the atom count.
    """
    tokens = parse.tokens
    head = tokens[said.head]
    form = form_of(said, head)
    broad = _broad(form)
    found = [form, f"role {_ROLES.get(atom.role, atom.role)}, {broad}"]
    told = cue(parse, atom, said, times, report)
    if told is not None:
        found += [f"says: {told}", f"speaks for a {FOR_KIND[told]}"]
    verbs = _classes(said)
    if said.nominal:
        found.append(f"predicates a {_part(head)}, {broad}")
        article = next((t.lower for t in parse.dependents(said.head, "det")), "no article")
        found.append(f"{'is' if said.copula else 'only'} {article}, {broad}")
        if said.lemma in _MEASURE_NOUNS:
            found.append("predicates a measure")
    else:
        found += [f"{verb}, {broad}" for verb in verbs]
        found += [f"{name}, {broad}" for known, name in _ALSO if said.lemma in known]
        if any(t.i > said.head for t in parse.dependents(said.head, "xcomp")):
            found.append(f"goes on with a verb, {broad}")
    if said.negation is not None:
        found += [f"negated, {broad}", f"negated by {tokens[said.negation].lower}"]
    found += _subject(parse, said, broad, report)
    found += number_features(parse, atom, said, quantities, verbs, broad)
    found += _time(atom, times, "rule" if form == "must" and told is None else broad)
    if told is not None and "a day to come" in " ".join(found):
        found.append(f"speaks for a {FOR_KIND[told]}, with a day to come")
    inside = [tokens[i] for i in atom.tokens]
    if any(t.lower in _HABIT for t in inside if t.upos != "DET" or t.lower == "every"):
        found.append(f"a habit, {broad}")
    if said.nominal and any(t.xpos in ("JJS", "RBS") or t.lower in _RANKS for t in inside):
        found.append("a rank")
    if any(t.dep == "obl:agent" for t in parse.dependents(said.head)):
        found.append(f"by somebody, {broad}")
    if report is not None:
        found.append("reported")
        if report.strength in _STRENGTHS:
            found.append(f"reported as {report.strength}, {broad}")
    return list(dict.fromkeys(found))


def _classes(said: Predicate) -> list[str]:
    """Name the classes of a verb; a verb in none is "another verb"."""
    if said.nominal:
        return ["what is predicated"]
    found = []
    if said.lemma in _FIRM:
        found.append("a verb firmly of being so")
    elif said.lemma in _STATIVE:
        found.append("a verb of being or doing so" if said.lemma in _HAPPENING else "a verb of being so")
    elif said.lemma in _HAPPENING:
        found.append("a verb of happening")
    return found or ["another verb"]


def form_of(said: Predicate, head: Token) -> str:
    """Name the verb's form: tense, aspect and voice, or the modal."""
    if said.existential:
        return f"there is, {said.tense if said.tense in ('past', 'present') else 'other'}"
    if said.tense == "modal":
        kind = said.modal or "is to"
        kind = {"may": "may", "might": "may", "could": "could", "shall": "will", "should": "must"}.get(kind, kind)
        return f"{kind} have" if said.perfect and kind not in ("will", "is to") else kind
    if said.tense == "none":
        return "noun alone"
    if said.tense == "infinitive":
        return "to do"
    if said.tense == "participle":
        return "doing" if head.xpos == "VBG" or "being" in said.auxiliaries or "having" in said.auxiliaries else "done"
    aspect = ("perfect" if said.perfect else "") + (" progressive" if said.progressive else "")
    voice = " passive" if said.passive else " copula" if said.copula else ""
    if said.passive and "being" in said.auxiliaries:
        voice = " being passive"
    return f"{said.tense} {aspect.strip() or 'simple'}{voice}"


def _broad(form: str) -> str:
    """Return a coarser form, to be told together with the verb's class."""
    if form.startswith(("past perfect", "past simple", "past")) or form == "there is, past":
        return "past"
    if form.startswith("present perfect"):
        return "perfect"
    if form.startswith("present") or form == "there is, present":
        return "progressive" if "progressive" in form or "being" in form else "present"
    if form in ("doing", "done", "to do", "noun alone"):
        return form
    return "future" if form in ("will", "would", "is to") else "modal"


def _part(head: Token) -> str:
    return {"NOUN": "noun", "PROPN": "noun", "PRON": "noun", "NUM": "number", "ADJ": "quality"}.get(head.upos, "place")


def _subject(parse: Parse, said: Predicate, broad: str, report: Report | None) -> list[str]:
    if said.subject is None:
        return [f"no subject, {broad}"]
    subject = parse.tokens[said.subject]
    found = [f"an actor's, {broad}" if is_actor(subject) else f"no actor's, {broad}"]
    if report is not None and broad in ("future", "progressive", "past"):
        own = is_speaker(subject, report)
        found.append(f"the speaker's own, {broad}" if own else f"reported of another, {broad}")
    lemma = subject.lemma.lower()
    if lemma in _MEASURE_NOUNS:
        found.append("a measure's")
    if lemma in _PLANS:
        found.append(f"a plan's, {broad}")
    if broad in ("present", "past") and subject.xpos == "NNS" and not any(parse.dependents(subject.i, "det")):
        found.append(f"a plural without article, {broad}")
    return found


def _time(atom: Atom, times: Sequence[TimeExpression], broad: str) -> list[str]:
    found = []
    for time in times:
        if atom.start <= time.start and time.end <= atom.end:
            if time.deadline is not None:
                over = broad in ("past", "perfect")
                found.append(f"a day to come, {broad}" if over or broad == "rule" else "a day to come")
            if time.type == "SET":
                found.append(f"time and again, {broad}")
            elif time.type == "DURATION" and time.span is None:
                found.append(f"a while, {broad}")
            elif not time.reference and time.type in ("DATE", "TIME"):
                found.append(f"a day, {broad}" if time.span is not None and time.span.days == 1 else f"a date, {broad}")
    return found
