"""Subjects: the subject that a clause leaves out, put in front of it, with the verb made finite where it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.domain.claim import Edit
from claims.extract.phrases import noun_phrase
from claims.extract.predicate import of_head
from claims.extract.restate.dates import MONTHS
from claims.extract.restate.partitives import partition
from claims.extract.restate.references import possessive
from claims.extract.restate.verbs import be, past, third

if TYPE_CHECKING:
    from claims.extract.atoms import Atom
    from claims.extract.attribution import Report
    from claims.extract.mentions import Mentions
    from claims.extract.parse import Parse
    from claims.extract.predicate import Predicate

_WHO = frozenset({"which", "who", "that"})
_THAT = frozenset({"this", "it", "that", "these", "those", "which", "who", "what"})
# Relatives that carry what they are about: "what began as a joke".
_FREE = frozenset({"what", "whatever", "whoever"})
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_DEEP = 6
_WEEKDAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
_NO_PERSON = frozenset({"ORG", "LOC"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
# A second noun so near makes a plural of two: "the mayor and the bishop".
_LIST = 12


def elided(parse: Parse, atom: Atom, said: Predicate, names: Mentions, before: bool) -> tuple[list[Edit], list[str]]:
    """Return the edits (code points of the article) that give an atom the subject it lacks, and what stays open.

    `before` tells that the claim is of the past. Handles relatives (which, who, that, whose), joined verbs, participles,
    purposes and appositives; any other clause has its subject already.
    """
    tokens = parse.tokens
    inside = [i for i in range(atom.tokens[0], atom.tokens[-1] + 1) if atom.start <= tokens[i].start < atom.end]
    if not inside:
        return [], []
    first = tokens[inside[0]]
    if partition(parse, atom) is not None:
        return [], []
    if (first.xpos in ("WDT", "WP", "WP$") and first.lower not in _FREE) or (
        first.lower == "that" and atom.role == "relcl"
    ):
        return _relative(parse, atom, said, names, first.i)
    if said.subject is not None and atom.start <= tokens[said.subject].start < atom.end and said.head != said.subject:
        return _own_subject(parse, atom, said)
    if said.existential or (atom.role in ("main", "ccomp") and atom.subject is None):
        return [], []
    if said.tense in ("past", "present", "modal") and any(
        tokens[i].upos in _NOMINAL and tokens[i].dep.startswith("nsubj") for i in inside if i < said.head
    ):
        return [], []
    who = _subject_of(parse, atom, said)
    if who is not None and tokens[who].upos not in _NOMINAL:
        who = next((t.i for t in parse.dependents(who, "nsubj")), who)  # a clause's verb: what it is said of
    if who is None or atom.start <= tokens[who].start < atom.end:
        return [], []
    words, plural, open_ = subject_words(parse, names, who)
    if words is None:
        return [], [open_]
    if first.lower == "both":
        # Two bodies joined right before it: "a row between Norland and Ostia, both members of the league".
        near = next((i for i in (first.i - 1, first.i - 2) if i >= 0 and tokens[i].upos == "PROPN"), who)
        listed = _listed(parse, near if tokens[near].dep == "conj" else who)
    else:
        listed = None
    if listed:
        words, plural = listed, True
    return _prefixed(parse, atom, said, words, plural, before, first.i), []


def subject_words(parse: Parse, names: Mentions, i: int) -> tuple[str | None, bool, str]:
    """Return a subject's words at their fullest, whether it is plural, and its words as they stand.

    The first is None where it cannot be told.
    """
    token = parse.tokens[i]
    plural = "Number=Plur" in token.morph or any(
        t.i - i < _LIST and any(parse.dependents(t.i, "cc")) for t in parse.dependents(i, "conj")
    )
    if token.upos == "PRON":
        found = names.referent(i)
        if found is None or not found[1]:
            return None, plural, token.text
        text = found[0]
        return (text if text[:1].isupper() else f"the {text}"), plural or token.lower == "they", token.text
    first, stop = noun_phrase(parse, i)
    while first < i and (
        parse.tokens[first].upos in ("ADP", "CCONJ", "PUNCT")
        or (parse.tokens[first].lower == "such" and parse.tokens[first + 1].lower == "as")
    ):
        first += 1
    if stop - 2 > i and parse.tokens[stop - 2].lower == "on" and parse.tokens[stop - 1].text in _WEEKDAYS:
        stop -= 2  # "the minister on Wednesday": the day is the other clause's
    full = names.full_name_of(i)
    name = names.name_at(i)
    if (
        full is not None
        and name is not None
        and name.first >= first
        and name.stop >= stop - 1
        and first >= name.first - 3
    ):
        return full, plural and names.kind_of(i) != "ORG", full
    text = " ".join(parse.text[parse.tokens[first].start : parse.tokens[stop - 1].end].split())
    return text, plural, text


def _subject_of(parse: Parse, atom: Atom, said: Predicate) -> int | None:
    tokens = parse.tokens
    if atom.role in ("acl", "appos", "relcl") and tokens[atom.head].head != atom.head:
        above = tokens[atom.head].head
        return above if tokens[above].upos in ("NOUN", "PROPN", "PRON", "NUM") else atom.subject
    return atom.subject if atom.subject is not None else said.subject


def _relative(parse: Parse, atom: Atom, said: Predicate, names: Mentions, first: int) -> tuple[list[Edit], list[str]]:
    tokens = parse.tokens
    word = tokens[first]
    verb = tokens[atom.head] if tokens[atom.head].dep.endswith("relcl") else tokens[said.head]
    if word.lower == "whom" and atom.role == "ccomp":
        return [], []  # a question told: "he has not said whom he will support"
    above = verb.head
    if above == verb.i or tokens[above].upos not in ("NOUN", "PROPN", "NUM", "PRON") or above >= first:
        above = _noun_before(parse, first)
    elif _is_date(parse, above):
        above = _noun_before(parse, above)  # a parade on a day that marked an end: the parade marked it
    if above < 0:
        return [], [word.text]
    about = _described(parse, names, above) if word.lower in ("who", "whose", "that") else above
    if about == above and not (word.lower == "who" and tokens[above].upos == "PROPN"):
        about = _predicated_of(parse, above)
    words, _, open_ = subject_words(parse, names, about)
    if words is not None and tokens[said.first].xpos == "VBP":
        words = _listed(parse, above) or words
    if words is None:
        return [], [open_]
    if word.lower == "whose":
        return [
            Edit(
                start=word.start,
                end=word.end,
                replacement=possessive(words),
                reason="whom the relative clause is about",
            )
        ], []
    reason = "what the relative clause is about"
    if word.lower in _WHO and (
        said.subject is None
        or said.subject == first
        or tokens[said.subject].i >= said.head
        or tokens[said.subject].i == above
    ):
        return [Edit(start=word.start, end=word.end, replacement=words, reason=reason)], []
    # The object of its clause: "which both sides have criticised".
    after = tokens[first + 1].start if first + 1 < len(tokens) else word.end
    end = tokens[said.head].end
    return [
        Edit(start=word.start, end=after, replacement="", reason=reason),
        Edit(start=end, end=end, replacement=f" {words}", reason=reason),
    ], []


def _is_date(parse: Parse, i: int) -> bool:
    """Tell whether a token is a month, or the number beside one."""
    beside = parse.tokens[max(i - 1, 0) : i + 2]
    token = parse.tokens[i]
    return token.text in MONTHS or (token.text.isdigit() and any(t.text in MONTHS for t in beside))


def _noun_before(parse: Parse, stop: int) -> int:
    """Return the last noun before a token that is no part of a date, or -1."""
    for i in range(stop - 1, max(stop - 8, -1), -1):
        token = parse.tokens[i]
        if token.upos in ("NOUN", "PROPN") and not _is_date(parse, i):
            if parse.tokens[i - 1].lower in ("in", "at") and parse.tokens[i - 2].upos == "PROPN":
                token = parse.tokens[i - 2]  # the Parade in Ostia
            while token.dep.startswith(("compound", "flat")) and token.head != token.i:
                token = parse.tokens[token.head]
            return token.i
    return -1


def _described(parse: Parse, names: Mentions, above: int) -> int:
    """Return whom a noun or an age in apposition describes: "Anna Berg, 57, who ran", "Anna Berg, a lawyer who ran"."""
    token = parse.tokens[above]
    if token.upos == "PROPN":
        return above
    head = token.head
    for _ in range(2):
        if token.dep not in ("appos", "nummod", "amod", "nmod") or (token.dep == "nmod" and token.upos != "NUM"):
            break
        head = token.head
        if parse.tokens[head].upos == "PROPN" and names.kind_of(head) not in _NO_PERSON:
            return head
        token = parse.tokens[head]
    if parse.tokens[above].upos == "NUM":  # an age behind a name, hung elsewhere: "Berg, 57, who ran"
        before = next(
            (parse.tokens[i] for i in (above - 2, above - 1) if i >= 0 and parse.tokens[i].upos == "PROPN"), None
        )
        if before is not None and parse.tokens[above - 1].text == ",":
            return before.i
    return above


def _listed(parse: Parse, last: int) -> str | None:
    """Return a whole list of which one noun is the last: "Norland, Ostia and Vell, which are free"."""
    tokens = parse.tokens
    top = tokens[last].head if tokens[last].dep == "conj" else last
    members = [top, *(t.i for t in parse.dependents(top, "conj") if t.upos in _NOMINAL)]
    if len(members) < 2 or any(tokens[m].upos != "PROPN" for m in members):
        return None
    first = top
    while first > 0 and (tokens[first - 1].upos == "PROPN" or tokens[first - 1].lower == "the"):
        first -= 1
    _, stop = noun_phrase(parse, max(members))
    return " ".join(parse.text[tokens[first].start : tokens[stop - 1].end].split())


def _predicated_of(parse: Parse, above: int) -> int:
    """Return whom a noun is said of: "the league is one of the bodies which ..." is about the league."""
    tokens = parse.tokens
    node, steps = tokens[above], 0
    while steps < _DEEP and node.head != node.i:
        if any(True for _ in parse.dependents(node.i, "cop")):
            subject = next((t for t in parse.dependents(node.i, "nsubj")), None)
            return subject.i if subject is not None and node.i != above else above
        if node.dep == "obl" and steps and any(t.lower == "as" for t in parse.dependents(node.i, "case")):
            whose = of_head(parse, node.head).subject
            return whose if whose is not None and tokens[whose].upos in _NOMINAL else above
        if node.dep != "nmod":
            return above
        node = tokens[node.head]
        steps += 1
    return above


def _own_subject(parse: Parse, atom: Atom, said: Predicate) -> tuple[list[Edit], list[str]]:
    """Mend a clause with a subject but without a finite verb: "the silver going to Poland", "their computers seized"."""
    tokens = parse.tokens
    head = tokens[said.head]
    if (
        said.tense != "participle"
        or said.subject is None
        or said.subject > said.head
        or head.xpos not in ("VBG", "VBN")
    ):
        bare = not any(True for _ in parse.dependents(head.i, "obj", "obl", "compound"))
        if bare and head.xpos == "VBD" and said.auxiliaries == () and head.dep == "conj" and _shared(parse, head.head):
            return [
                Edit(
                    start=head.start,
                    end=head.start,
                    replacement=_shared(parse, head.head) + " ",
                    reason="the verb shared with the clause before",
                )
            ], []
        return [], []
    if any(tokens[i].xpos in _FINITE and not tokens[i].dep.endswith("relcl") for i in atom.tokens if i > said.head):
        return [], []  # the finite verb comes later: "the taxes asked for are under the old law"
    plural = "Number=Plur" in tokens[said.subject].morph
    if head.xpos == "VBN":
        return [
            Edit(
                start=head.start, end=head.start, replacement=be(plural, before=True) + " ", reason="a verb of its own"
            )
        ], []
    return [Edit(start=head.start, end=head.end, replacement=past(head.lemma.lower()), reason="a verb of its own")], []


def _shared(parse: Parse, above: int) -> str:
    words = of_head(parse, above)
    return " ".join(words.auxiliaries) if words.passive and words.auxiliaries else ""


def _prefixed(
    parse: Parse, atom: Atom, said: Predicate, words: str, plural: bool, before: bool, first: int
) -> list[Edit]:
    """Put a subject in front of a clause and make its verb finite."""
    tokens = parse.tokens
    head, start = tokens[said.head], tokens[first].start
    reason = "the subject that the sentence gives it"
    if (
        atom.role == "purpose"
        or (said.tense == "infinitive" and head.xpos == "VB")
        or (atom.role == "conj" and _purpose(parse, atom.head))
    ):
        lead = f"{words} {be(plural, before=False)} " + ("" if tokens[first].lower == "to" else "to ")
        return [Edit(start=start, end=start, replacement=lead, reason=reason)]
    if head.xpos == "VBG" and not said.auxiliaries and head.i == first:
        lemma = head.lemma.lower()
        form = past(lemma) if before else lemma if plural else third(lemma)
        return [Edit(start=start, end=head.end, replacement=f"{words} {form}", reason=reason)]
    if tokens[first].lower == "having" and said.tense == "participle":
        return [Edit(start=start, end=tokens[first].end, replacement=f"{words} had", reason=reason)]
    if (head.xpos == "VBN" and not said.auxiliaries) or said.tense == "none":
        return [
            Edit(
                start=start,
                end=start,
                replacement=f"{words} {be(plural, before and said.tense != 'none')} ",
                reason=reason,
            )
        ]
    shared = ""
    if (
        said.auxiliaries
        and said.first == said.head
        and not any(tokens[i].lower in said.auxiliaries for i in range(first, said.head))
    ):
        kept = said.auxiliaries
        while head.xpos in ("VB", "VBP") and kept and kept[-1] in ("be", "been", "have"):
            kept = kept[:-1]  # "will be sworn in and serve": the second verb is no passive
        shared = " ".join(kept) + " "
    return [Edit(start=start, end=start, replacement=f"{words} {shared}", reason=reason)]


def _purpose(parse: Parse, head: int) -> bool:
    token = parse.tokens[parse.tokens[head].head]
    return (
        token.i != head
        and any(t.lower == "to" for t in parse.dependents(token.i, "mark"))
        and parse.tokens[head].xpos in ("VB", "VBP")
    )


def spoken_of_oneself(parse: Parse, atom: Atom, said: Predicate, report: Report) -> list[Edit]:
    """Put the speaker in front of words that leave out their "I am": "looking forward to the talks"."""
    head = parse.tokens[said.head]
    lone = said.subject is None and not said.auxiliaries and head.xpos == "VBG" and head.i == atom.tokens[0]
    if not lone or report.speaker is None or not report.certain or report.kind != "direct":
        return []
    reason = "the speaker, of himself or herself"
    form = third(head.lemma.lower())
    return [Edit(start=head.start, end=head.end, replacement=f"{report.speaker} {form}", reason=reason)]
