"""Wording: a subject's words at their fullest, as they can be put in front of another clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.extract.mentions.lexicon import bodies, person_gender
from claims.extract.phrases import noun_phrase
from claims.extract.restate.oneself import oneself

if TYPE_CHECKING:
    from claims.extract.attribution import Report
    from claims.extract.mentions import Mentions
    from claims.extract.parse import Parse

WEEKDAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
_FIRST = frozenset({"i", "we"})
_BARE = frozenset({"they", "it", "he", "she"})
# A second noun so near makes a plural of two: "the mayor and the bishop".
_LIST = 12


def subject_words(
    parse: Parse, names: Mentions, i: int, report: Report | None = None
) -> tuple[str | None, bool, str | None]:
    """Return a subject's words at their fullest, whether it is plural, and the word in it that stays open, if any.

    The first is None where nothing can be put. A pronoun that cannot be told stands for itself, and is told to be open.
    """
    token = parse.tokens[i]
    plural = "Number=Plur" in token.morph or any(
        t.i - i < _LIST and any(parse.dependents(t.i, "cc")) for t in parse.dependents(i, "conj")
    )
    if token.upos == "PRON":
        if token.lower in _FIRST:
            said = oneself(parse, names, token, report)
            return said or token.text, token.lower == "we" and said is None, None if said else token.text
        found = names.referent(i)
        if found is None or not found[1]:
            own = token.lower in _BARE
            return (token.lower if own else None), plural or token.lower == "they", token.text
        text = found[0]
        return (text if text[:1].isupper() else f"the {text}"), plural or token.lower == "they", None
    if (person := _beside(parse, names, i)) is not None:
        return person, False, None
    first, stop = noun_phrase(parse, i)
    while first < i and (
        parse.tokens[first].upos in ("ADP", "CCONJ", "PUNCT")
        or parse.tokens[first].dep == "case"
        or (parse.tokens[first].lower == "such" and parse.tokens[first + 1].lower == "as")
    ):
        first += 1
    if stop - 2 > i and parse.tokens[stop - 2].lower == "on" and parse.tokens[stop - 1].text in WEEKDAYS:
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
        return full, plural and names.kind_of(i) != "ORG", None
    text = " ".join(parse.text[parse.tokens[first].start : parse.tokens[stop - 1].end].split())
    return text, plural, None


def _beside(parse: Parse, names: Mentions, i: int) -> str | None:
    """Return the name that a common noun only describes: "Anna Berg, the founder of", "the substitute Jonas Holm"."""
    tokens = parse.tokens
    if tokens[i].upos == "PROPN" or names.name_at(i) is not None:
        return None
    first, stop = noun_phrase(parse, i)
    speaks = tokens[i].lemma.lower() in person_gender() or tokens[i].lemma.lower() in bodies()
    if first > 1 and speaks and tokens[first - 1].text == "," and tokens[first].lower in ("the", "a", "an"):
        before = names.name_at(first - 2)
        top = tokens[first - 2].head
        if before is not None and not tokens[first - 2].dep.startswith(("obl", "nmod", "obj")) and top != first - 2:
            return names.full_name_of(first - 2)
    for t in parse.dependents(tokens[i].head, "nsubj"):
        if t.i > i and names.kind_of(t.i) == "PER" and all(x.text != "," for x in tokens[i : t.i]):
            return names.full_name_of(t.i)
    last = names.name_at(stop - 1)
    if last is None or last.stop != stop or names.kind_of(stop - 1) != "PER" or last.first <= i:
        return None
    if any(x.upos not in ("NOUN", "PROPN", "ADJ") for x in tokens[i : last.first]):
        return None
    return names.full_name_of(stop - 1)
