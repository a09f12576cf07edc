"""Bare: which noun is the subject of a clause that has none of its own: a joined verb, a participle, a purpose, an appositive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.extract.phrases import sentence_of
from claims.extract.predicate import is_verb, of_head
from claims.extract.words import words

if TYPE_CHECKING:
    from claims.extract.atoms import Atom
    from claims.extract.parse import Parse, Token
    from claims.extract.predicate import Predicate

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_LIGHT = frozenset({"ADV", "PART", "CCONJ", "PUNCT", "SCONJ"})
_SAYING = frozenset(words("restate")["saying"])
_DEEP = 6


def opens_bare(parse: Parse, inside: list[int]) -> bool:
    """Tell whether a clause begins with a finite verb, but for adverbs: "was sold", "then resigned", "would respond"."""
    for i in inside[:4]:
        token = parse.tokens[i]
        if token.xpos in _FINITE and token.upos in ("VERB", "AUX"):
            after = parse.tokens[i + 1] if i + 1 < len(parse.tokens) else token
            return not (token.upos == "AUX" and after.xpos == "PRP")  # a question, "had he known"
        if token.upos not in _LIGHT:
            return False
    return False


def subject_of(parse: Parse, atom: Atom, said: Predicate, first: int, bare: bool) -> int | None:
    """Return the head of the subject that a clause leaves out, or None."""
    tokens = parse.tokens
    if atom.role == "purpose":
        who = _above(parse, atom.head)
        if who is not None:
            return who
    if atom.role in ("acl", "appos", "relcl") and tokens[atom.head].head != atom.head and not bare:
        above = tokens[atom.head].head
        return _noun(parse, above if tokens[above].upos in _NOMINAL else atom.subject)
    if tokens[first].xpos == "VBG" and (speaker := _speaker_before(parse, first)) is not None:
        return speaker
    who = atom.subject if atom.subject is not None else said.subject
    if bare:
        joined = _joined(parse, said.head)
        who = joined if joined is not None else _antecedent(parse, said.head, who)
        if who is None or (tokens[who].upos in _NOMINAL and not _agrees(tokens[who], tokens[first])):
            who = _nearest(parse, first) or who
    return _noun(parse, who)


def _noun(parse: Parse, who: int | None) -> int | None:
    """Return a noun, or for a clause's verb what it is said of."""
    if who is not None and parse.tokens[who].upos not in _NOMINAL:
        return next((t.i for t in parse.dependents(who, "nsubj")), who)
    return who


def _above(parse: Parse, i: int) -> int | None:
    """Return the subject of the nearest finite verb above a clause: "the minister flew to Ostia on a visit to hold talks"."""
    node = parse.tokens[i]
    for _ in range(_DEEP):
        if node.head == node.i:
            return None
        node = parse.tokens[node.head]
        if is_verb(node) and (who := _subject(parse, node.i)) is not None:
            return who
    return None


def _subject(parse: Parse, verb: int) -> int | None:
    return next(
        (t.i for t in parse.dependents(verb, "nsubj") if t.upos in _NOMINAL and t.xpos not in ("WDT", "WP")), None
    )


def _joined(parse: Parse, head: int) -> int | None:
    """Return who says, where a past verb is joined to what was said with "would": "she said it would pass and sat"."""
    token = parse.tokens[head]
    above = parse.tokens[token.head]
    if token.dep != "conj" or token.xpos != "VBD" or above.i == head:
        return None
    saying = parse.tokens[above.head]
    if of_head(parse, above.i).tense != "modal" or saying.lemma not in _SAYING or saying.xpos != "VBD":
        return None
    return _subject(parse, saying.i)


def _antecedent(parse: Parse, head: int, who: int | None) -> int | None:
    """Return what a relative clause is about that a verb is joined to: "a debate that lasted all day and had been interrupted"."""
    above = parse.tokens[parse.tokens[head].head]
    if parse.tokens[head].dep != "conj" or not above.dep.endswith("relcl") or above.head >= above.i:
        return who
    return above.head if who is None or parse.tokens[who].xpos in ("WDT", "WP") else who


def _speaker_before(parse: Parse, first: int) -> int | None:
    """Return who spoke right before a participle: "..., the ministry said on Tuesday, urging parents to wait"."""
    tokens = parse.tokens
    if tokens[first - 1].text != ",":
        return None
    for i in range(first - 2, max(first - 7, 0), -1):
        if tokens[i].lemma in _SAYING and tokens[i].xpos == "VBD":
            who = _subject(parse, i)
            return who if who is not None and who > i - 8 else None
        if tokens[i].text == "," or tokens[i].upos == "VERB":
            return None
    return None


def _agrees(noun: Token, verb: Token) -> bool:
    """Tell whether a noun can be the subject of a finite verb by its number; past tenses and modals tell nothing."""
    plural = "Number=Plur" in noun.morph or noun.lower in ("they", "we", "i", "you")
    if verb.xpos == "VBZ" or verb.lower == "was":
        return not plural or (noun.lower == "i" and verb.lower == "was")
    return True


def _nearest(parse: Parse, first: int) -> int | None:
    """Return the subject of the nearest earlier clause of the same sentence that agrees with the verb at `first`."""
    sentence = sentence_of(parse, first)
    for i in range(first - 1, sentence.first - 1, -1):
        token = parse.tokens[i]
        if not token.dep.startswith("nsubj") or token.upos not in _NOMINAL or token.xpos in ("WDT", "WP"):
            continue
        if parse.tokens[token.head].lemma not in _SAYING and _agrees(token, parse.tokens[first]):
            return i
    return None
