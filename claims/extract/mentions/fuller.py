"""Fuller: which fuller phrase of an article a bare definite noun goes back to: "the lake" to "Lake Sarn"."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claims.extract.mentions.lexicon import titles
from claims.extract.words import words

if TYPE_CHECKING:
    from claims.extract.parse import Parse, Token

_POINTERS = frozenset({"the", "this", "that", "these", "those", "such"})
# Adjectives that set a thing against others or only say that it was told of.
_EMPTY = frozenset(
    "same particular latest recent new current present entire whole said so-called first second last next other own controversial "
    "major big large small huge massive similar separate single special possible crucial proposed planned".split()
)
_DATES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october "
    "november december".split()
)
_TELLING = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_STOPS = frozenset({".", "!", "?", '"', "”", "…"})
# Half of a country's name: "the South" where South Korea is named.
_COMPASS = frozenset({"North", "South"})
# So many tokens of a phrase stand before its noun, at most. What follows it ("of the league") is left out: in half of all cases
# it is not what is meant.
_BEFORE = 6
# Phrases looked at for one noun, the last ones before it; and how near, in tokens, one is that was told right before.
_MOST, _NEAR = 40, 150
# Two so near each other, in tokens, are told together, and neither is meant more than the other.
_APART = 25


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
    named = token.upos == "PROPN" and (token.lower in titles() or token.text in _COMPASS)
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
        if child.i < first or (child.i > i and parse.tokens[i + 1].text == ","):
            continue  # "the carmaker, in trouble for years, lost money"
        if child.dep.startswith(("nmod", "acl", "nummod", "appos", "flat", "compound")) and not _is_time(child):
            return None
    after = parse.tokens[i + 1] if i + 1 < len(parse.tokens) else None
    if after is not None and (
        after.lower in ("of", "that", "which", "who", "whose", "where", "'s", "’s") or after.upos in ("NOUN", "PROPN")
    ):
        return None
    return first


def _is_time(token: Token) -> bool:
    return token.text[:1].isdigit() or token.lower in _DATES


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun with what stands around it and tells which is meant."""

    at: int
    """The noun's token."""
    text: str
    """The phrase with an article, as it can be put for another."""
    telling: frozenset[str]
    """Its words but the noun, in lower case."""
    proper: frozenset[str]
    """Those of them that are names or made of names ("Afghan")."""
    plural: bool
    name: bool
    """True where the noun itself is part of a name."""


def phrases(parse: Parse) -> dict[str, list[Phrase]]:
    """Return an article's noun phrases that tell which is meant, in text order, by the noun's lemma in lower case."""
    found: dict[str, list[Phrase]] = {}
    for sentence in parse.sentences:
        if sentence.paragraph == 0 and parse.tokens[sentence.stop - 1].text not in _STOPS:
            continue  # a headline, whose words are often read amiss
        for token in parse.tokens[sentence.first : sentence.stop]:
            if token.upos in ("NOUN", "PROPN"):
                phrase = _phrase(parse, token, sentence.first)
                if phrase is not None:
                    found.setdefault(token.lemma.lower(), []).append(phrase)
    return found


def fuller(parse: Parse, known: dict[str, list[Phrase]], i: int) -> str | None:
    """Return the fullest phrase, with its article, that the bare definite noun at token i goes back to, or None.

    The phrase has the same noun, or one of the same family where none has the same, and has a name in it. Where earlier phrases
    with this noun contradict each other, the one that was told right before, else None. Looks at the last so many of them only.
    """
    token = parse.tokens[i]
    lemma = token.lemma.lower()
    same = _before(known.get(lemma, []), token)
    family = _listed("named") if lemma in _listed("occasions") else _families().get(lemma)
    if not any(p.proper for p in same) and family:
        others = [p for word in sorted(family) for p in _before(known.get(word, []), token)]
        same = sorted(others, key=lambda p: p.at)
    named = [p for p in same if p.proper]
    if not named:
        return None
    best = max(named, key=lambda p: len(p.telling))
    if all(p.proper <= best.telling for p in named):
        return best.text
    last = named[-1]
    rivals = [p.at for p in named if not (p.proper <= last.telling or last.proper <= p.telling)]
    told = i - last.at < _NEAR and (not rivals or last.at - rivals[-1] >= _APART)
    return last.text if told else None


def _before(found: list[Phrase], token: Token) -> list[Phrase]:
    """Return the phrases before a token that are of its number."""
    plural = token.xpos in ("NNS", "NNPS")
    at = bisect_left(found, token.i, key=lambda p: p.at)
    return [p for p in found[max(0, at - _MOST) : at] if p.plural == plural or p.name]


def _phrase(parse: Parse, noun: Token, sentence_first: int) -> Phrase | None:
    tokens = parse.tokens
    first = noun.i
    while first > sentence_first and noun.i - first < _BEFORE and _tells(tokens[first - 1], tokens[first], noun):
        first -= 1
    while first < noun.i and not (
        _opens(tokens[first]) and (first == 0 or tokens[first - 1].end < tokens[first].start)
    ):
        first += 1
    if noun.upos == "NOUN" and noun.dep.startswith(("compound", "flat")):
        return None
    stop = noun.i + 1
    while stop < len(tokens) and tokens[stop].upos == "PROPN" and noun.upos == "PROPN":
        stop += 1
    leads = noun.lower in titles() or (noun.lower in _listed("leading") and first == noun.i)
    if stop > noun.i + 1 and not leads:
        return None  # the noun is inside another name: "the Robot Olympics" are no robot
    words = [t for t in tokens[first:stop] if t.upos in _TELLING and t.i != noun.i and t.lower not in _EMPTY]
    if not words:
        return None
    text = " ".join(parse.text[tokens[first].start : tokens[stop - 1].end].split())
    owned = "'s " in text or "’s " in text
    if not owned and not (noun.upos == "PROPN" and leads and stop > noun.i + 1 and tokens[noun.i + 1].upos == "PROPN"):
        text = f"the {text}"
    proper = frozenset(
        t.lower
        for t in words
        if (t.upos == "PROPN" and not _is_time(t))
        or (t.upos == "ADJ" and t.text[0].isupper() and t.i != sentence_first)
    )
    return Phrase(
        noun.i, text, frozenset(t.lower for t in words), proper, noun.xpos in ("NNS", "NNPS"), noun.upos == "PROPN"
    )


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
