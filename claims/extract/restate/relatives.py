"""Relatives: "which", "who", "that", "whose" and "whom" at the head of a claim, said as what they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.domain.claim import Edit
from claims.extract.phrases import noun_phrase, sentence_of
from claims.extract.predicate import of_head
from claims.extract.restate.dates import MONTHS
from claims.extract.restate.references import possessive
from claims.extract.restate.wording import subject_words

if TYPE_CHECKING:
    from claims.extract.atoms import Atom
    from claims.extract.mentions import Mentions
    from claims.extract.parse import Parse, Token
    from claims.extract.predicate import Predicate

_WHO = frozenset({"which", "who", "that"})
_DEEP = 6
# A place is told in no more code points than this.
_LONGEST = 50
_OWNERS = frozenset({"his", "her", "its", "their", "our", "my", "your"})
# Words that hang on another clause: "the people behind them" can be put in no other sentence.
_HANGING = frozenset("who whom whose which them it him us me they he she we you".split())
_NO_PERSON = frozenset({"ORG", "LOC"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})


def relative(parse: Parse, atom: Atom, said: Predicate, names: Mentions, first: int) -> tuple[list[Edit], list[str]]:
    """Return the edits that put what a relative stands for, in code points of the article, and what stays open."""
    tokens = parse.tokens
    word = tokens[first]
    verb = tokens[atom.head] if tokens[atom.head].dep.endswith("relcl") else tokens[said.head]
    if word.lower == "where":
        return _at_place(parse, names, atom, word)
    if word.lower == "whom" and atom.role == "ccomp":
        return [], []  # a question told: "he has not said whom he will support"
    above = verb.head
    if above == verb.i or tokens[above].upos not in ("NOUN", "PROPN", "NUM", "PRON") or above >= first:
        above = _noun_before(parse, first)
    elif _is_date(parse, above):
        above = _noun_before(parse, above)  # a parade on a day that marked an end: the parade marked it
    if word.lower in ("who", "whose") and (person := _named_before(parse, names, first)) is not None:
        above = person
    elif above >= 0 and _is_restrictive(parse, names, above, first):
        above = tokens[above].head
    elif above >= 0 and word.lower in _WHO:
        above = _agreeing(parse, above, first, said)
    if above < 0:
        return [], [word.text]
    about = _described(parse, names, above) if word.lower in ("who", "whose", "that") else above
    if about == above and not (word.lower == "who" and tokens[above].upos == "PROPN"):
        about = _predicated_of(parse, above)
    words, _, open_ = subject_words(parse, names, about)
    if words is not None and tokens[said.first].xpos == "VBP":
        words = listed(parse, above) or words
    if words is None or open_ or any(w in _HANGING for w in words.lower().split()):
        return [], [open_ or word.text]
    left = [words.split()[0]] if words.split()[0].lower() in _OWNERS else []
    if word.lower == "whose":
        return [
            Edit(
                start=word.start,
                end=word.end,
                replacement=possessive(words),
                reason="whom the relative clause is about",
            )
        ], left
    reason = "what the relative clause is about"
    if (
        word.lower in _WHO
        and not _has_subject(parse, first, said.head)
        and (
            said.subject is None
            or said.subject == first
            or tokens[said.subject].i >= said.head
            or tokens[said.subject].i == above
        )
    ):
        return [Edit(start=word.start, end=word.end, replacement=_told(words), reason=reason)], left
    if tokens[said.head].lemma == "do":
        return [], [word.text]  # "which no other player has done": what is done is no noun
    # The object of its clause: "which both sides have criticised".
    after = tokens[first + 1].start if first + 1 < len(tokens) else word.end
    last = _innermost(parse, said.head)
    if atom.tokens[-1] == last + 1 and tokens[last + 1].upos == "ADP":
        last += 1  # "which 4,000 people live on"
    end = tokens[last].end
    return [
        Edit(start=word.start, end=after, replacement="", reason=reason),
        Edit(start=end, end=end, replacement=f" {_pointed(parse, about, words)}", reason=reason),
    ], left


def _innermost(parse: Parse, verb: int) -> int:
    """Return the verb whose object a relative is: "which he had meant to return" is the loans' return."""
    for _ in range(_DEEP):
        below = next((t for t in parse.dependents(verb, "xcomp") if t.xpos == "VB" and t.i > verb), None)
        if below is None or any(t.i > below.i for t in parse.dependents(below.i, "obj", "ccomp")):
            return verb
        verb = below.i
    return verb


def _pointed(parse: Parse, noun: int, words: str) -> str:
    """Return a phrase's words with "the": what it is was told in the clause before, "loans, which he returned"."""
    first = words.split()[0]
    if first in ("The", "A", "An", "This", "These", "Those", "Some", "Its", "Their", "His", "Her"):
        words = first.lower() + words[len(first) :]  # it began its sentence
    if _told(words) != words:
        return _told(words)
    if parse.tokens[noun].upos == "NOUN" and parse.tokens[noun].start == _start(parse, noun) and first[:1].islower():
        return f"the {words}"
    return words


def _told(words: str) -> str:
    """Return a phrase's words with "the" for "a": that there is one was told in the clause before."""
    first, _, rest = words.partition(" ")
    return f"the {rest}" if first.lower() in ("a", "an") and rest else words


def _start(parse: Parse, noun: int) -> int:
    return parse.tokens[noun_phrase(parse, noun)[0]].start


def _at_place(parse: Parse, names: Mentions, atom: Atom, word: Token) -> tuple[list[Edit], list[str]]:
    """Put the place for "where", behind the clause: "a hall in Ostia, where he met the mayor"."""
    tokens = parse.tokens
    noun = _noun_before(parse, word.i)
    if noun < sentence_of(parse, word.i).first:
        return [], [word.text]
    told, _, open_ = subject_words(parse, names, noun)
    if told is None or open_ or len(told) > _LONGEST:
        return [], [word.text]
    preposition = next((t.lower for t in parse.dependents(noun, "case") if t.lower in ("in", "at", "on")), "in")
    after = tokens[word.i + 1].start
    end = tokens[atom.tokens[-1]].end
    reason = "the place that where stands for"
    return [
        Edit(start=word.start, end=after, replacement="", reason=reason),
        Edit(start=end, end=end, replacement=f" {preposition} {told}", reason=reason),
    ], []


def _named_before(parse: Parse, names: Mentions, first: int) -> int | None:
    """Return the name right before "who", an age between them left out: "Anna Berg, 57, who ran"."""
    tokens = parse.tokens
    i = first - 1
    if tokens[i].text == ",":
        i -= 1
        if tokens[i].upos == "NUM" and tokens[i - 1].text == ",":
            i -= 2
    if i < 0 or tokens[i + 1].text != "," or names.name_at(i) is None or names.kind_of(i) == "ORG":
        return None
    return None if tokens[i].dep.startswith("nmod") else i


def _is_restrictive(parse: Parse, names: Mentions, above: int, first: int) -> bool:
    """Tell whether a relative without a comma hangs on a name that only places a noun: "a mast in Norland that relays"."""
    noun = parse.tokens[parse.tokens[above].head]
    name = names.name_at(above)
    return (
        name is not None
        and name.stop == first
        and parse.tokens[above].dep == "nmod"
        and noun.upos == "NOUN"
        and noun.i < above
    )


def _agreeing(parse: Parse, above: int, first: int, said: Predicate) -> int:
    """Return the antecedent, or where its number does not fit the verb the nearest noun before the relative whose number does."""
    tokens = parse.tokens
    plural = {"VBZ": False, "VBP": True}.get(tokens[said.first].xpos)
    if plural is None or tokens[said.first].upos not in ("VERB", "AUX") or any(parse.dependents(above, "conj")):
        return above
    if ("Number=Plur" in tokens[above].morph) == plural or tokens[above].upos != "NOUN":
        return above
    sentence = sentence_of(parse, first)
    for i in range(first - 1, sentence.first - 1, -1):
        token = tokens[i]
        beside = token.dep.startswith(("compound", "flat")) or (
            token.upos == "PROPN" and tokens[token.head].upos == "NOUN"
        )
        if token.upos in ("NOUN", "PROPN") and not beside and ("Number=Plur" in token.morph) == plural:
            return i
    return above


def _has_subject(parse: Parse, first: int, head: int) -> bool:
    """Tell whether a relative clause has a subject of its own and its relative is the object: "which both sides have signed"."""
    tokens = parse.tokens
    if tokens[first].dep == "obj" and tokens[first].head == head:
        return any(tokens[i].upos in _NOMINAL for i in range(first + 1, head))
    return any(
        tokens[i].dep.startswith("nsubj") and tokens[i].head == head and tokens[i].upos in _NOMINAL
        for i in range(first + 1, head)
    )


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


def listed(parse: Parse, last: int) -> str | None:
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
