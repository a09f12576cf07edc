"""Partitives: "most of them for theft", "one of whom had left", "in which two men died": what such a pronoun is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.domain.claim import Edit
from claims.extract.phrases import noun_phrase, sentence_of
from claims.extract.restate.dates import MONTHS
from claims.extract.restate.verbs import be
from claims.extract.restate.wording import WEEKDAYS

if TYPE_CHECKING:
    from claims.extract.atoms import Atom
    from claims.extract.parse import Parse, Token
    from claims.extract.predicate import Predicate

_PARTS = frozenset("all both each few half many most much neither none one several some two three four five".split())
_RELATIVE = frozenset({"which", "whom"})
_WHOM = frozenset({"them", "it"}) | _RELATIVE
# An antecedent longer than this, in code points, makes a sentence that nobody would write.
_LONGEST = 60
_LEFT = frozenset({"the", "a", "an", "this", "that", "these", "those"})


def partition(parse: Parse, atom: Atom) -> int | None:
    """Return the pronoun of a clause that begins with a part of what stands before it, or with a preposition and a relative."""
    tokens = parse.tokens
    first = atom.tokens[0]
    for i in range(first + 1, min(first + 5, len(tokens))):
        token = tokens[i]
        if token.start >= atom.end:
            return None
        if token.lower in _RELATIVE and (tokens[i - 1].upos == "ADP"):
            return i
        if token.lower in _WHOM and tokens[i - 1].lower == "of" and tokens[first].lower in _PARTS:
            # "most of them" that begins its sentence goes back farther than can be told.
            return i if any(s.first < first < s.stop for s in parse.sentences) and _inside(parse, first) else None
    return None


def partitive(parse: Parse, atom: Atom, said: Predicate, before: bool) -> list[Edit]:
    """Return the edits that put the noun for such a pronoun, and a form of "be" where the clause has no finite verb."""
    i = partition(parse, atom)
    if i is None:
        return []
    tokens = parse.tokens
    token = tokens[i]
    antecedent = _antecedent(parse, atom.tokens[0], token)
    if antecedent is None or (
        tokens[atom.tokens[0]].upos == "DET"
        and antecedent.i < atom.tokens[0] - 2
        and tokens[antecedent.i + 1].upos == "VERB"
    ):
        return []  # "a bridge fell, the cause of which is unknown": its fall is meant
    first, stop = noun_phrase(parse, antecedent.i)
    while first < antecedent.i and tokens[first].upos in ("ADP", "CCONJ", "PUNCT"):
        first += 1
    words = " ".join(parse.text[tokens[first].start : tokens[stop - 1].end].split())
    if len(words) > _LONGEST or "\n" in words:
        return []
    if tokens[i - 1].lower == "of":
        if tokens[first].lower in _LEFT and tokens[first].lower != "the":
            words = "the " + words.partition(" ")[2]
        elif tokens[first].upos not in ("DET", "PROPN") and tokens[first].xpos != "PRP$":
            words = f"the {words}"
    verb = ""
    if said.tense in ("none", "participle") and tokens[i - 1].lower == "of":
        verb = " " + be(token.lower != "it" and tokens[atom.tokens[0]].lower not in ("one", "each", "much"), before)
    reason = f"what {token.text} stands for"
    return [Edit(start=token.start, end=token.end, replacement=words + verb, reason=reason)]


def _inside(parse: Parse, first: int) -> bool:
    """Tell whether a clause hangs on words of its sentence before it: a comma or a dash stands in front."""
    return parse.tokens[first - 1].text in (",", "—", "–", ":", "(") or parse.tokens[first - 1].upos == "CCONJ"


def _antecedent(parse: Parse, first: int, token: Token) -> Token | None:
    """Return the noun before a clause that fits its pronoun: right before a relative, else the last object or subject."""
    tokens = parse.tokens
    sentence = sentence_of(parse, first)
    for k in range(first - 1, sentence.first - 1, -1):
        other = tokens[k]
        if other.upos not in ("NOUN", "PROPN") or (other.upos == "PROPN" and _is_day(other)):
            continue
        if token.lower == "them" and "Number=Plur" not in other.morph:
            continue
        if token.lower in ("which", "whom"):
            return _top(parse, other, _number(parse, first, token))
        if token.lower == "it" and "Number=Plur" in other.morph:
            continue
        if other.dep.startswith(("obj", "nsubj", "obl", "nmod")):
            return other
    return None


def _is_day(token: Token) -> bool:
    return token.text in MONTHS or token.text in WEEKDAYS


def _number(parse: Parse, first: int, token: Token) -> bool | None:
    """Tell whether a relative is plural ("of whom", "many of which") or not ("much of which"); None where nothing tells."""
    if token.lower == "whom":
        return True
    return {"much": False, "both": True, "many": True, "few": True, "several": True}.get(parse.tokens[first].lower)


def _top(parse: Parse, noun: Token, plural: bool | None) -> Token | None:
    """Return a noun, or the one that it describes: "a row of houses, two of which burned" is about the row's houses."""
    tokens = parse.tokens
    while noun.dep.startswith(("compound", "flat")) and noun.head != noun.i:
        noun = tokens[noun.head]
    if plural is None or ("Number=Plur" in noun.morph) == plural:
        return noun
    above = tokens[noun.head]
    return above if ("Number=Plur" in above.morph) == plural and above.upos == "NOUN" else None
