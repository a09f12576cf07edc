"""Cues: the words that say outright that something is promised, asked, scheduled or expected.

A cue is one feature among others, but a strong one: the weights say how far it is to be trusted.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extract.predicate import of_head
from claims.extract.words import lists

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extract.atoms import Atom
    from claims.extract.attribution import Report
    from claims.extract.parse import Parse, Token
    from claims.extract.predicate import Predicate
    from claims.extract.time import TimeExpression

_LISTS = lists("kind")
_INTEND, _MIND, _REQUEST, _QUESTION = _LISTS["intend"], _LISTS["mind"], _LISTS["request"], _LISTS["question"]
_SCHEDULED, _EXPECTED, _AHEAD = _LISTS["scheduled"], _LISTS["expected"], _LISTS["look_ahead"]
_TIMETABLE, _PLANS, _PURPOSES, _BEFALL = (
    _LISTS["timetable"],
    _LISTS["plan_nouns"],
    _LISTS["purpose_nouns"],
    _LISTS["befall"],
)
_ACTORS = _LISTS["actors"]
_WITH = {
    verb: frozenset(w for v, w in (pair.split() for pair in _LISTS["request_with"]) if v == verb)
    for verb in {pair.split()[0] for pair in _LISTS["request_with"]}
}
_DECIDE, _ANNOUNCE, _CHANGES = _LISTS["decide"], _LISTS["announce"], _LISTS["changes"]
# A participle may hang on a noun of a clause that is so many arcs up.
_UP = 3
_PUT_OFF, _UNTIL = _LISTS["put_off"], frozenset({"until", "till"})
_SELF = frozenset({"i", "we", "he", "she", "they", "it"})
_PERSONS = frozenset({"i", "we", "he", "she", "they", "who"})
_LIKELY = frozenset({"likely", "unlikely"})
# How a phrase of purpose opens: "in order to", "in an effort to".
_IN_ORDER = re.compile(r"(?:in order|in an? (?:effort|attempt|bid|push|drive)) to\b", re.IGNORECASE)
_OBJECTS = ("obj", "xcomp", "ccomp", "iobj")

FOR_KIND = {
    "intends to": "commitment", "has in mind to": "commitment", "said to have in mind to": "commitment",
    "asks": "commitment", "is scheduled": "commitment", "is due": "commitment", "is to": "commitment",
    "a plan is to": "commitment", "there is a plan": "commitment", "a purpose": "commitment",
    "will, of oneself": "commitment", "will act": "commitment", "will, of another": "commitment",
    "will be done": "commitment", "a timetable": "commitment",
    "is expected": "forecast", "may come": "forecast", "will befall": "forecast", "will, thought by another": "forecast",
    "was to": "state", "would have been": "state", "says what it is for": "state", "had in mind to": "event",
    "may have been": "event", "asks, of a thing": "event",
}  # fmt: skip
"""The kind that each cue speaks for."""


def is_actor(token: Token) -> bool:
    """Tell whether a subject can act: a person, a body, a country, or a noun for one."""
    return (
        token.lower in _PERSONS
        or token.ent in ("PER", "ORG", "LOC")
        or token.lemma.lower() in _ACTORS
        or token.upos == "PROPN"
    )


def is_speaker(token: Token, report: Report | None) -> bool:
    """Tell whether a subject is who the report is from: a pronoun, or a word of the speaker's name."""
    if report is None:
        return False
    return token.lower in _SELF or (report.speaker is not None and token.text in report.speaker.split())


def cue(
    parse: Parse, atom: Atom, said: Predicate, times: Sequence[TimeExpression], report: Report | None
) -> str | None:
    """Return what the words of a clause say outright, in words: "intends to", "is scheduled", or None."""
    told = _told(parse, atom, said, times, report)
    if told == "was to" and any(t.deadline is not None for t in _inside(atom, times)):
        return _still_to_come(parse, said)
    return told


def _told(
    parse: Parse, atom: Atom, said: Predicate, times: Sequence[TimeExpression], report: Report | None
) -> str | None:
    if _IN_ORDER.match(parse.text, atom.start):
        return "a purpose"
    if said.auxiliaries[:1] == ("be",):
        return "asks"  # "demanded that the mine be closed"
    if said.modal == "should" and any(t.deadline is not None for t in _inside(atom, times)):
        return "is expected"  # "should be ready by June"
    if said.nominal:
        return _nominal(parse, atom, said)
    subject = parse.tokens[said.subject] if said.subject is not None else None
    return (
        _settled(parse, said, atom, times)
        or _verbal(parse, said, subject, report)
        or _plan(parse, said, subject)
        or _modal(atom, said, subject, report)
        or _timetable(atom, said, times)
    )


def _inside(atom: Atom, times: Sequence[TimeExpression]) -> list[TimeExpression]:
    return [t for t in times if atom.start <= t.start and t.end <= atom.end]


def _still_to_come(parse: Parse, said: Predicate) -> str:
    """Say what was arranged or expected for a day that is not over: "was to meet them today", "was due to land on Friday"."""
    words = {parse.tokens[i].lower for i in range(said.first, said.head + 1)}
    if words & (_EXPECTED - _SCHEDULED):
        return "is expected"
    return "is scheduled" if words & _SCHEDULED else "is to"


def _settled(parse: Parse, said: Predicate, atom: Atom, times: Sequence[TimeExpression]) -> str | None:
    """Say what has been settled for later: put off until a day, decided with a day to come, announced as a cut or a plan."""
    inside = _inside(atom, times)
    over = said.tense == "past" or said.perfect
    until = any(t.lead in _UNTIL and t.span is not None for t in inside)
    if said.lemma in _PUT_OFF and until and said.perfect and said.tense == "present":
        return "is scheduled"
    if said.lemma in _DECIDE and over and not said.passive:
        later = until or any(t.deadline is not None for t in inside)
        return "intends to" if later and any(parse.dependents(said.head, "xcomp")) else None
    if said.tense == "participle" and _follows_from_plan(parse, said):
        return "will act"
    return "intends to" if _announced(parse, said) else None


def _announced(parse: Parse, said: Predicate) -> bool:
    """Tell whether cuts, closures or plans are announced, and not a product."""
    if said.lemma not in _ANNOUNCE or said.passive:
        return False
    return any(t.lemma.lower() in _CHANGES for t in parse.dependents(said.head, "obj"))


def _follows_from_plan(parse: Parse, said: Predicate) -> bool:
    """Tell whether a participle goes on with what an actor will do: "will close two plants, cutting 500 jobs"."""
    node = parse.tokens[said.head]
    if node.xpos != "VBG" or node.dep not in ("advcl", "acl"):
        return False
    for _ in range(_UP):
        node = parse.tokens[node.head]
        if node.upos in ("VERB", "AUX"):
            over = of_head(parse, node.i)
            return _announced(parse, over) or (over.modal in ("will", "would") and over.lemma not in _BEFALL)
    return False


def _nominal(parse: Parse, atom: Atom, said: Predicate) -> str | None:
    head = parse.tokens[said.head]
    goes_on = any(t.i > said.head for t in parse.dependents(said.head, "xcomp", "ccomp", "csubj", "advcl", "acl"))
    for_day = head.lower in _SCHEDULED and any(t.i > said.head for t in parse.dependents(said.head, "obl"))
    if said.tense == "past" and said.copula and (for_day or (goes_on and head.lower in _EXPECTED | _SCHEDULED)):
        return "was to"  # "was set for Monday", "was likely to land"
    if (
        said.tense == "past"
        and said.copula
        and any(parse.tokens[i].lower == "due" for i in range(said.first, said.head + 1))
    ):
        return "was to"
    if said.copula and said.tense in ("present", "modal"):
        if head.lower == "due" or (head.lower in _SCHEDULED and goes_on):
            return "is due" if head.lower != "set" or _subject_acts(parse, said) else "is expected"
        if head.lower in _EXPECTED and (goes_on or head.lower in _LIKELY):
            return "is expected"
    if said.subject is not None and said.copula and said.tense == "present":
        lemma = parse.tokens[said.subject].lemma.lower()
        if lemma in _PLANS and goes_on:
            return "a plan is to"
        if any(parse.tokens[i].lower == "due" for i in range(said.first, said.head)):
            return "is due"
    if said.lemma in _PLANS and said.tense == "present" and atom.role != "appos" and goes_on:
        return "a plan is to"
    return None


def _subject_acts(parse: Parse, said: Predicate) -> bool:
    return said.subject is not None and is_actor(parse.tokens[said.subject])


def _verbal(parse: Parse, said: Predicate, subject: Token | None, report: Report | None) -> str | None:
    tokens, lemma = parse.tokens, said.lemma
    head = tokens[said.head]
    present = said.tense == "present" or (said.tense == "participle" and head.xpos == "VBG")
    over = said.tense == "past" or said.perfect
    if said.passive:
        word = head.lower
        if said.tense == "present" and not said.perfect:
            if word in _SCHEDULED and word != "set":
                return "is scheduled"
            if word in _EXPECTED:
                return "is scheduled" if word == "set" and subject is not None and is_actor(subject) else "is expected"
        if said.tense == "past" and word in _SCHEDULED | _EXPECTED and any(parse.dependents(said.head, "xcomp")):
            return "was to"
        return None
    after = [t for t in parse.dependents(said.head) if t.i > said.head]
    goes_on = any(t.dep == "xcomp" for t in after)
    takes = goes_on or any(t.dep.partition(":")[0] in _OBJECTS for t in after)
    following = tokens[said.head + 1].lower if said.head + 1 < len(tokens) else ""
    if lemma in _INTEND and (
        goes_on or following == "to" or (takes and lemma in ("promise", "pledge", "offer", "propose"))
    ):
        return "intends to"
    if lemma in _MIND and (
        goes_on
        or following == "to"
        or (takes and lemma in ("plan", "seek", "want", "mull", "consider", "pursue", "eye"))
    ):
        if lemma == "consider" and not said.progressive:
            return None
        if lemma == "look" and following != "forward" and following != "to":
            return None
        if present and not said.perfect:
            return "has in mind to"
        if over and is_speaker_or_reported(report):
            return "said to have in mind to"
        return "had in mind to" if over else None
    if lemma == "look" and following == "forward":
        return "has in mind to"
    if lemma in _REQUEST and (takes or any(t.dep == "obl" for t in after)) and _asks(parse, said, lemma):
        return "asks" if subject is None or is_actor(subject) or subject.upos == "PRON" else "asks, of a thing"
    carried_back = said.tense == "past" and not said.perfect and subject is not None and is_speaker(subject, report)
    if lemma in _AHEAD and takes and (not over or carried_back):
        return "is expected"
    if lemma == "go" and said.progressive and following == "to":
        return "is expected"
    return None


def is_speaker_or_reported(report: Report | None) -> bool:
    """Tell whether a past tense can be a present one carried back by a report ("said it wanted to")."""
    return report is not None and report.kind != "direct"


def _asks(parse: Parse, said: Predicate, lemma: str) -> bool:
    tokens = parse.tokens
    near = [tokens[i].lower for i in range(said.head + 1, min(said.head + 12, len(tokens)))]
    if any(w in _QUESTION for w in near[:4]):
        return False
    if lemma in _WITH:
        return any(w in _WITH[lemma] for w in near[: 3 if lemma in ("call", "suggest") else 8])
    return True


def _plan(parse: Parse, said: Predicate, subject: Token | None) -> str | None:
    """Say that there is, or is not, a plan: "there are no plans", "has no intention of"."""
    if said.tense != "present":
        return None
    if said.existential and subject is not None and subject.lemma.lower() in _PLANS:
        return "there is a plan"
    if said.lemma == "have" and any(t.lemma.lower() in _PLANS for t in parse.dependents(said.head, "obj")):
        return "there is a plan"
    if said.lemma in _PLANS and said.existential:
        return "there is a plan"
    return None


def _modal(atom: Atom, said: Predicate, subject: Token | None, report: Report | None) -> str | None:
    """Say what a modal promises or foretells."""
    if atom.role == "purpose" or (atom.role == "conj" and said.tense == "infinitive"):
        return "a purpose" if said.lemma not in ("be", "have") else None
    if said.tense == "infinitive" and atom.role == "acl" and said.passive:
        return "is to"  # "a second dam, to be built by 2025"
    if said.tense != "modal":
        return None
    lemma = subject.lemma.lower() if subject is not None else ""
    if not said.modal:  # "is to travel"
        if said.auxiliaries and said.auxiliaries[0] in ("was", "were") and not is_speaker_or_reported(report):
            return "was to"
        return "says what it is for" if lemma in _PURPOSES else "a plan is to" if lemma in _PLANS else "is to"
    if said.modal in ("may", "might", "could"):
        return "may have been" if said.perfect else "may come"
    if said.modal == "would" and said.perfect:
        return "would have been"
    if said.modal in ("will", "would", "shall"):
        return _will(said, subject, report)
    return None


def _will(said: Predicate, subject: Token | None, report: Report | None) -> str:
    """Tell a promise from a forecast: who acts, of himself or another, and whether it is done or befalls."""
    befalls = said.copula or said.progressive or said.perfect or (said.lemma in _BEFALL and not said.passive)
    conditional = said.modal == "would" and report is None
    if subject is None or befalls or conditional:
        return "will befall" if subject is None or not is_speaker(subject, report) or befalls else "will, of oneself"
    if is_speaker(subject, report):
        return "will, of oneself"
    if report is not None and report.strength in ("believed", "expected"):
        return "will, thought by another"
    if said.passive:
        return "will be done"
    if is_actor(subject):
        return "will, of another" if report is not None else "will act"
    return "will befall"


def _timetable(atom: Atom, said: Predicate, times: Sequence[TimeExpression]) -> str | None:
    if said.lemma in _TIMETABLE and said.tense == "present" and not said.perfect:
        for time in times:
            if (
                atom.start <= time.start
                and time.end <= atom.end
                and time.span is not None
                and time.type in ("DATE", "TIME")
            ):
                return "a timetable"
    return None
