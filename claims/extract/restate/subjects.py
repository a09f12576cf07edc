"""Subjects: the subject that a clause leaves out, put in front of it, with the verb made finite where it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.domain.claim import Edit
from claims.extract.predicate import of_head
from claims.extract.restate.bare import opens_bare, subject_of
from claims.extract.restate.partitives import partition
from claims.extract.restate.relatives import listed, relative
from claims.extract.restate.verbs import be, past, third
from claims.extract.restate.wording import subject_words

if TYPE_CHECKING:
    from claims.extract.atoms import Atom
    from claims.extract.attribution import Report
    from claims.extract.mentions import Mentions
    from claims.extract.parse import Parse, Token
    from claims.extract.predicate import Predicate

_THAT = frozenset({"this", "it", "that", "these", "those", "which", "who", "what"})
# Relatives that carry what they are about: "what began as a joke".
_FREE = frozenset({"what", "whatever", "whoever"})
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


def elided(
    parse: Parse, atom: Atom, said: Predicate, names: Mentions, before: bool, report: Report | None = None
) -> tuple[list[Edit], list[str]]:
    """Return the edits (code points of the article) that give an atom the subject it lacks, and what stays open.

    `before` tells that the claim is of the past. Handles relatives (which, who, that, whose), joined verbs, participles,
    purposes and appositives; any other clause has its subject already. A clause that begins with a finite verb is never left
    bare: where nothing better is found it takes the pronoun that is its subject, which stays open.
    """
    tokens = parse.tokens
    inside = [i for i in range(atom.tokens[0], atom.tokens[-1] + 1) if atom.start <= tokens[i].start < atom.end]
    if not inside:
        return [], []
    first = tokens[inside[0]]
    if partition(parse, atom) is not None:
        return [], []
    if (first.xpos in ("WDT", "WP", "WP$") and first.lower not in _FREE) or (
        first.lower in ("that", "where") and atom.role == "relcl"
    ):
        return relative(parse, atom, said, names, first.i)
    if said.subject is not None and atom.start <= tokens[said.subject].start < atom.end and said.head != said.subject:
        return _own_subject(parse, atom, said)
    bare = opens_bare(parse, inside)
    if said.existential or (
        atom.role in ("main", "ccomp") and not bare and (atom.role == "ccomp" or atom.subject is None)
    ):
        return [], []
    if not bare and _has_own(parse, atom, inside, said):
        return [], []
    who = subject_of(parse, atom, said, first.i, bare)
    if who is None or atom.start <= tokens[who].start < atom.end:
        return [], []
    told, plural, open_ = subject_words(parse, names, who, report)
    if told is None:
        return [], [open_ or tokens[who].text]
    if first.lower == "both":
        # Two bodies joined right before it: "a row between Norland and Ostia, both members of the league".
        near = next((i for i in (first.i - 1, first.i - 2) if i >= 0 and tokens[i].upos == "PROPN"), who)
        both = listed(parse, near if tokens[near].dep == "conj" else who)
        told, plural = (both, True) if both else (told, plural)
    return _prefixed(parse, atom, said, told, plural, before, first.i), [open_] if open_ else []


def _has_own(parse: Parse, atom: Atom, inside: list[int], said: Predicate) -> bool:
    """Tell whether a clause has a subject that the parse does not tie to its verb: a noun, then a finite verb."""
    tokens = parse.tokens
    if said.tense in ("past", "present", "modal") and any(
        tokens[i].upos in _NOMINAL and tokens[i].dep.startswith("nsubj") for i in inside if i < said.head
    ):
        return True
    if atom.role not in ("main", "ccomp", "conj", "parataxis"):
        return False
    return any(
        tokens[i].xpos in _FINITE and tokens[i].upos in ("VERB", "AUX") and not _is_relative(parse, i)
        for i in inside
        if any(tokens[k].upos in _NOMINAL and tokens[k].lower not in _THAT for k in inside if k < i)
    ) and not _opens_verbal(tokens[inside[0]])


def _opens_verbal(token: Token) -> bool:
    return token.xpos in ("VB", "VBG", "VBN", "TO") or token.upos in ("VERB", "AUX", "ADP")


def _is_relative(parse: Parse, i: int) -> bool:
    """Tell whether a verb, or the verb that an auxiliary belongs to, is that of a relative clause."""
    token = parse.tokens[i]
    above = parse.tokens[token.head]
    return token.dep.endswith("relcl") or (token.upos == "AUX" and above.dep.endswith("relcl"))


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
