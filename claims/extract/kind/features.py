"""Features: what is looked at to tell a claim's kind, each with a name that a reader understands.

The weights in words/kind_weights.yaml are fitted to these names; changing what a name means calls for fitting anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

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
_INTEND, _REQUEST, _SCHEDULE, _EXPECT = _LISTS["intend"], _LISTS["request"], _LISTS["schedule"], _LISTS["expect"]
_TIMETABLE, _PLANS, _ACTORS, _HABIT = _LISTS["timetable"], _LISTS["plan_nouns"], _LISTS["actors"], _LISTS["habit"]
_MEASURE_NOUNS, _MEASURE_VERBS, _LIGHT = _LISTS["measure_nouns"], _LISTS["measure_verbs"], _LISTS["light_units"]
_SELF = frozenset({"i", "we", "he", "she", "they", "it", "who"})
_PERSONS = frozenset({"i", "we", "he", "she", "they", "who", "everyone", "nobody", "someone"})
_RANKS = frozenset({"first", "second", "third", "fourth", "fifth", "last", "only", "one"})
# A share of the claim's length that the number takes: short claims around a number are about the number.
_LARGE_SHARE = 0.25

LEXICAL = (
    ("stative verb", _STATIVE), ("firmly stative verb", _FIRM), ("verb of happening", _HAPPENING), ("verb of intending", _INTEND),
    ("verb of asking", _REQUEST), ("verb of scheduling", _SCHEDULE), ("verb of expecting", _EXPECT), ("verb of a timetable", _TIMETABLE),
    ("verb of measuring", _MEASURE_VERBS),
)  # fmt: skip


def features(
    parse: Parse, atom: Atom, said: Predicate, quantities: Sequence[FoundQuantity], times: Sequence[TimeExpression], report: Report | None
) -> list[str]:
    """Return the names of the features that a claim has, in a fixed order, none twice; `times` are those of the claim itself."""
    tokens = parse.tokens
    head = tokens[said.head]
    form = form_of(said, head)
    broad = _broad(form)
    found = [form]
    verb = not said.nominal
    if verb:
        classes = [name for name, words in LEXICAL if said.lemma in words]
        found += [f"{name}, {broad}" for name in classes]
        if not classes:
            found.append(f"other verb, {broad}")
        complement = next((t for t in parse.dependents(said.head, "xcomp")), None)
        if complement is not None and complement.i > said.head:
            found.append(f"goes on with a verb, {broad}")
            if said.lemma in _INTEND:
                found.append(f"intends to, {broad}")
        if said.lemma == "say" or said.lemma == "tell":
            found.append("verb of saying")
        if said.passive and said.lemma in _EXPECT:
            found.append(f"is expected, {broad}")
        if said.passive and said.lemma in _SCHEDULE:
            found.append(f"is scheduled, {broad}")
    else:
        found.append(f"predicates a {_part(head)}, {broad}")
        if said.lemma in _EXPECT:
            found.append(f"is likely, {broad}")
        if said.lemma in _SCHEDULE or head.lower in ("due", "set"):
            found.append(f"is due, {broad}")
        if said.lemma in _PLANS:
            found.append(f"a plan, {broad}")
        if said.lemma in _MEASURE_NOUNS:
            found.append("predicates a measure")
    if said.negation is not None:
        found.append(f"negated, {broad}")
    found += _subject(parse, said, broad, report)
    found += _quantity(parse, atom, said, quantities, broad)
    found += _time(atom, said, times, broad)
    inside = [tokens[i] for i in atom.tokens]
    if any(t.lower in _HABIT for t in inside if t.head == said.head or t.upos != "DET"):
        found.append("habit")
    if not verb and any(t.xpos in ("JJS", "RBS") or t.lower in _RANKS for t in inside):
        found.append("a rank")
    found.append(f"role {atom.role}")
    if report is not None:
        found.append("reported")
        if report.strength in ("believed", "expected", "asked", "denied"):
            found.append(f"reported as {report.strength}, {broad}")
    return list(dict.fromkeys(found))


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
    tokens = parse.tokens
    subject = tokens[said.subject]
    found = []
    if subject.lower in _PERSONS or subject.ent in ("PER", "ORG", "LOC") or subject.lemma.lower() in _ACTORS or subject.upos == "PROPN":
        found.append(f"an actor's, {broad}")
    else:
        found.append(f"no actor's, {broad}")
    if report is not None and broad in ("future", "progressive", "past"):
        if subject.lower in _SELF or (report.speaker and subject.text in report.speaker.split()):
            found.append(f"the speaker's own, {broad}")
        else:
            found.append(f"reported of another, {broad}")
    if subject.lemma.lower() in _MEASURE_NOUNS:
        found.append("a measure's")
    if subject.lemma.lower() in _PLANS:
        found.append(f"a plan's, {broad}")
    if broad in ("present", "past") and subject.xpos == "NNS" and not any(True for _ in parse.dependents(subject.i, "det")):
        found.append(f"a plural without article, {broad}")
    return found


def _quantity(parse: Parse, atom: Atom, said: Predicate, quantities: Sequence[FoundQuantity], broad: str) -> list[str]:
    inside = [q for q in quantities if q.start >= atom.start and q.end <= atom.end]
    if not inside:
        return ["no number"]
    found, tokens = [], parse.tokens
    heavy = False
    for q in inside:
        unit = q.quantity.unit or ""
        if q.kind in ("percent", "money", "points", "fold"):
            found.append(f"a number of {q.kind}")
            heavy = True
        elif q.kind in ("duration", "age") or unit in _LIGHT:
            found.append("a light number")
        else:
            found.append("a count")
            heavy = True
    if heavy:
        found.append(f"a number, {broad}")
        place = _place(parse, said, [q for q in inside if q.kind not in ("duration", "age")])
        found.append(f"a number as {place}")
        if place != "aside":
            found.append(f"a number as {place}, {broad}")
        if said.lemma in _MEASURE_VERBS:
            found.append("a number after a verb of measuring")
        if said.nominal and broad != "done":
            found.append("a number, and no verb")
        if sum(q.end - q.start for q in inside) > _LARGE_SHARE * (atom.end - atom.start):
            found.append("a number that fills the claim")
        if len(inside) > 1:
            found.append("several numbers")
        if any(tokens[i].lemma.lower() in _MEASURE_NOUNS for i in atom.tokens if tokens[i].upos == "NOUN"):
            found.append("a number beside a measure")
    return found


def _place(parse: Parse, said: Predicate, quantities: Sequence[FoundQuantity]) -> str:
    """Tell where the first number stands: as the subject, the object or what is predicated, or aside."""
    tokens = parse.tokens
    best = "aside"
    for q in quantities:
        start = next((i for i in range(max(0, said.head - 60), min(len(tokens), said.head + 60)) if tokens[i].end > q.start), None)
        if start is None:
            continue
        node, steps = tokens[start], 0
        while node.head not in (node.i, said.head) and node.i != said.head and steps < 6:
            node = tokens[node.head]
            steps += 1
        dep = node.dep.partition(":")[0]
        if node.i == said.head:
            return "predicate"
        if steps <= 3 and node.head == said.head:
            if dep == "nsubj":
                return "subject"
            if dep == "obj":
                best = "object"
            elif dep in ("obl", "nmod") and best == "aside" and steps <= 2:
                best = "oblique"
    return best


def _time(atom: Atom, said: Predicate, times: Sequence[TimeExpression], broad: str) -> list[str]:
    found = []
    for time in times:
        if atom.start <= time.start and time.end <= atom.end:
            if time.deadline is not None and time.lead in ("by", "until", "through", "before", "within", "till"):
                found.append(f"by a day, {broad}")
            elif time.type in ("DATE", "TIME") and time.span is not None:
                found.append(f"a date, {broad}")
    return found
