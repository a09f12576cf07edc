"""Fuller: which fuller phrase of an article a bare definite noun goes back to: "the lake" to "Lake Sarn"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from claims.extract.mentions.lexicon import titles
from claims.extract.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.extract.parse import Parse, Token

_LEFT = frozenset({"compound", "amod", "nmod:poss", "flat", "nummod", "nmod"})
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those", "another", "one", "any", "no", "such"})
_POINTERS = frozenset({"the", "this", "that", "these", "those", "such"})
# Adjectives that set a thing against others or only say that it was told of.
_EMPTY = frozenset(
    "same particular latest recent new current present entire whole said so-called first second last next other own controversial "
    "major big large small huge massive similar separate single special possible crucial proposed planned".split()
)
_OWNERS = frozenset({"PRP$", "WP$"})
# What a phrase may be followed by and still name one thing: "meeting of the league in Ostia".
_BEHIND = frozenset({"of", "on", "in", "at", "for", "between", "against", "with", "into", "over", "by", "to"})
# So many tokens of what follows belong to a phrase, at most, and so many stand before its noun.
_AFTER, _BEFORE = 7, 6


@cache
def _families() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for family in words("definites")["families"]:
        for word in family:
            found[word] = found.get(word, frozenset()) | frozenset(family)
    return found


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(words("definites")[key])


def is_bare(parse: Parse, i: int) -> int | None:
    """Return the first token of a definite noun phrase that does not say itself which is meant ("the lake", "this new law").

    None where the noun is no such phrase: it has an owner, a name, a number or words behind it that say which.
    """
    token = parse.tokens[i]
    named = token.upos == "PROPN" and token.lower in titles()
    if (
        (token.upos != "NOUN" and not named)
        or token.dep.startswith(("compound", "flat"))
        or token.lower in _listed("general")
    ):
        return None
    first = i
    while first > 0 and parse.tokens[first - 1].upos == "ADJ" and parse.tokens[first - 1].lower in _EMPTY:
        first -= 1
    if (
        first == 0
        or parse.tokens[first - 1].lower not in _POINTERS
        or parse.tokens[first - 1].upos not in ("DET", "ADJ")
    ):
        return None
    first -= 1
    for child in parse.dependents(i):
        if child.i < first:
            continue
        if child.dep.startswith(("nmod", "acl", "nummod", "appos", "flat", "compound")) and not _is_time(child):
            return None
    after = parse.tokens[i + 1] if i + 1 < len(parse.tokens) else None
    if after is not None and (after.lower in ("of", "that", "which", "who", "'s", "’s") or after.upos == "PROPN"):
        return None
    return first


def _is_time(token: Token) -> bool:
    return token.text[:1].isdigit() or token.lower in (
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    )


def fuller(parse: Parse, i: int) -> str | None:
    """Return the fullest phrase, with its article, that the bare definite noun at token i goes back to, or None.

    The phrase has the same noun, or one of the same family where only that one fits, and says more: a name, an adjective, whose it
    is, what it is of. None where earlier phrases with this noun contradict each other.
    """
    token = parse.tokens[i]
    same = list(_phrases(parse, token, frozenset({token.lemma.lower()})))
    said = _agreed(same)
    if said is None and not same and (family := _families().get(token.lemma.lower())):
        said = _agreed(list(_phrases(parse, token, family)))
    return said


def _phrases(parse: Parse, token: Token, lemmas: frozenset[str]) -> Iterator[tuple[str, frozenset[str], bool]]:
    """Yield the earlier phrases with such a noun in text order: as worded, their words that tell, and whether a name is in them."""
    tokens = parse.tokens
    plural = token.xpos in ("NNS", "NNPS")
    for other in tokens[: token.i]:
        if other.lemma.lower() not in lemmas or other.upos not in ("NOUN", "PROPN"):
            continue
        if (other.xpos in ("NNS", "NNPS")) != plural and other.upos == "NOUN":
            continue
        found = _phrase(parse, other)
        if found is not None:
            yield found


def _phrase(parse: Parse, noun: Token) -> tuple[str, frozenset[str], bool] | None:
    tokens = parse.tokens
    sentence_first = next(s.first for s in parse.sentences if s.first <= noun.i < s.stop)
    first = noun.i
    while first > sentence_first and noun.i - first < _BEFORE and _tells(tokens[first - 1], tokens[first], noun):
        first -= 1
    while first < noun.i and not (
        _opens(tokens[first]) and (first == 0 or tokens[first - 1].end < tokens[first].start)
    ):
        first += 1
    if tokens[noun.i].dep.startswith(("compound", "flat")) and noun.upos == "NOUN":
        return None
    if any(t.xpos in _OWNERS for t in tokens[first : noun.i]):
        return None  # "its old mill" says as little as "the mill" whose it is
    stop = noun.i + 1
    while stop < len(tokens) and tokens[stop].upos == "PROPN" and noun.upos == "PROPN":
        stop += 1
    stop = _behind(parse, noun, stop)
    telling = frozenset(
        t.lower
        for t in tokens[first:stop]
        if t.upos in ("NOUN", "PROPN", "ADJ", "NUM") and t.i != noun.i and t.lower not in _EMPTY
    )
    text = " ".join(parse.text[tokens[first].start : tokens[stop - 1].end].split())
    if not (noun.upos == "PROPN" and stop > noun.i + 1 and tokens[noun.i + 1].upos == "PROPN"):
        text = text if "'s " in text or "’s " in text else f"the {text}"
    return text, telling, any(t.upos == "PROPN" for t in tokens[first:stop])


def _tells(token: Token, after: Token, noun: Token) -> bool:
    """Tell whether a token before a noun is part of what its phrase says: a name, a noun, an adjective, an owner's mark."""
    if token.end < after.start - 1:
        return False
    if token.upos in ("NOUN", "ADJ"):
        return token.i <= token.head <= noun.i
    return token.upos == "PROPN" or token.text in ("'s", "’s", "-", "'", "’") or (token.xpos in ("VBN", "HYPH"))


def _opens(token: Token) -> bool:
    """Tell whether a phrase can begin with a token: a word, no mark that hangs on what was cut off."""
    return token.text[0].isalnum()


def _behind(parse: Parse, noun: Token, stop: int) -> int:
    """Return where a phrase ends that goes on with "of the league" or "in Ostia", when a name or a noun of its own is in it."""
    tokens = parse.tokens
    end = stop
    while end < len(tokens) and tokens[end].lower in _BEHIND and end - stop < _AFTER:
        last = next(
            (
                t.i
                for t in parse.dependents(noun.i, "nmod")
                if t.i > end and any(c.i == end for c in parse.dependents(t.i, "case"))
            ),
            None,
        )
        if last is None or last - stop >= _AFTER:
            break
        if any(
            t.upos not in ("NOUN", "PROPN", "ADJ", "DET", "ADP", "PART", "NUM", "PUNCT")
            or t.text in (",", ".", "(", ";")
            for t in tokens[end:last]
        ):
            break
        if tokens[end].lower != "of" and tokens[last].upos != "PROPN":
            break
        end = last + 1
        while end < len(tokens) and tokens[end].upos == "PROPN" and tokens[end].dep in ("flat", "compound"):
            end += 1
    return end


def _agreed(found: list[tuple[str, frozenset[str], bool]]) -> str | None:
    """Return the fullest of phrases with a name that do not contradict each other, the earlier of two alike."""
    named = [p for p in found if p[1] and p[2]]
    if not named:
        return None
    best = max(named, key=lambda p: len(p[1]))
    if any(not (p[1] <= best[1] or p[1] & best[1]) for p in named):
        return None
    return best[0]
