"""Oneself: who "I" and "we" are in somebody's words: the speaker, or the body that the speaker speaks for."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from claims.domain.claim import Edit
from claims.extract.mentions.lexicon import before_titles, bodies
from claims.extract.restate.verbs import third
from claims.extract.words import words

if TYPE_CHECKING:
    from claims.extract.attribution import Report
    from claims.extract.mentions import Mentions
    from claims.extract.parse import Parse, Token

_SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
# Words of a post that are no part of the body's name, and posts of a state.
_RANKS = before_titles() | {"press", "campaign", "managing", "financial", "operating", "national"}
_STATE = frozenset({"minister", "secretary", "premier", "president"})
_LINKS = frozenset({"of", "for", "at", "with", "from"})
# So many tokens beside a name its post is looked for, and so long may the body's words be, in code points.
_BESIDE, _LONGEST = 12, 50


@cache
def _posts() -> frozenset[str]:
    return frozenset(words("restate")["posts"])


def oneself(parse: Parse, names: Mentions, token: Token, report: Report | None) -> str | None:
    """Return whom a first person stands for, or None where that cannot be told.

    "I" is the speaker, or the author where nobody speaks; "we" is the speaker where a body speaks, else the body that the
    speaker is told to hold a post in: "Anna Berg, a spokeswoman for the union".
    """
    if report is not None and (report.speaker is None or not report.certain):
        return None
    if token.lower in _SINGULAR:
        return report.speaker if report is not None and report.speaker is not None else "the author"
    if report is None or report.speaker is None:
        return None
    return body_of(parse, names, report.speaker)


_FORMS = {
    "am": "is", "are": "is", "were": "was", "have": "has", "do": "does",
    "'m": "is", "’m": "is", "'ve": "has", "’ve": "has", "'re": "is", "’re": "is",
}  # fmt: skip


def agreement(parse: Parse, token: Token) -> Edit | None:
    """Return the edit that makes the verb of a first person agree with one body or person: "we have" as "has"."""
    verb = parse.tokens[token.head]
    group = list(parse.dependents(verb.i, "aux", "cop"))
    finite = group[0] if group else verb
    form = _FORMS.get(finite.lower)
    if form is None and finite is verb and finite.xpos == "VBP":
        form = third(finite.lemma)
    if form is None or finite.i < token.i:
        return None
    glued = " " if finite.text[0] in "'’" else ""
    return Edit(start=finite.start, end=finite.end, replacement=glued + form, reason="the verb agrees with the speaker")


def body_of(parse: Parse, names: Mentions, speaker: str) -> str | None:
    """Return the body that a speaker is or speaks for, at its fullest, or None."""
    for name in names.namings(speaker):
        if names.kind_of(name.first) == "ORG":
            body, _, last = speaker.rpartition(" ")
            return f"the {body}" if last.lower() in _posts() and body else speaker
        found = _behind(parse, names, name.stop) or _before(parse, names, name.first)
        if found is not None and len(found) <= _LONGEST:
            return found
    return None


def _behind(parse: Parse, names: Mentions, stop: int) -> str | None:
    """Read ", spokesman for the Ostia ministry" and ", Ekfors Paper's chief executive" behind a name."""
    tokens = parse.tokens
    if stop + 1 >= len(tokens) or tokens[stop].text != ",":
        return None
    for k in range(stop + 1, min(stop + _BESIDE, len(tokens))):
        if tokens[k].text in (",", ".", ";") or tokens[k].upos == "VERB":
            return None
        if tokens[k].lower in _posts():
            return _linked(parse, names, k) or _owner(parse, names, stop + 1, k)
    return None


def _before(parse: Parse, names: Mentions, first: int) -> str | None:
    """Read "union leader" before a name, and "a spokesman for the ministry," or "Ekfors Paper chief executive"."""
    tokens = parse.tokens
    for k in range(first - 1, max(-1, first - _BESIDE), -1):
        if tokens[k].upos in ("VERB", "AUX") or tokens[k].text in (".", ";"):
            return None
        if tokens[k].lower in _posts():
            j = k
            while (j > 0 and tokens[j - 1].upos in ("NOUN", "PROPN", "ADJ")) or tokens[j - 1].text in ("'s", "’s"):
                j -= 1
            return _linked(parse, names, k) or _owner(parse, names, j, k)
    return None


def _linked(parse: Parse, names: Mentions, post: int) -> str | None:
    tokens = parse.tokens
    if post + 2 >= len(tokens) or tokens[post + 1].lower not in _LINKS:
        return None
    for head in range(post + 2, min(post + 8, len(tokens))):
        if tokens[head].upos in ("NOUN", "PROPN") and tokens[head + 1 if head + 1 < len(tokens) else head].upos not in (
            "NOUN",
            "PROPN",
        ):
            return _said(parse, names, post + 2, head + 1)
        if tokens[head].upos in ("VERB", "PUNCT"):
            return None
    return None


def _owner(parse: Parse, names: Mentions, first: int, post: int) -> str | None:
    tokens = parse.tokens
    while first < post and (tokens[first].upos in ("DET", "PUNCT") or tokens[first].lower in _RANKS):
        first += 1
    stop = post
    while stop > first and (tokens[stop - 1].lower in _RANKS or tokens[stop - 1].upos == "ADJ"):
        stop -= 1
    while stop > first and tokens[stop - 1].lower in ("'s", "’s"):
        stop -= 1
    if stop <= first or not any(t.upos in ("NOUN", "PROPN") for t in tokens[first:stop]):
        return None
    if tokens[post].lower in _STATE and names.kind_of(stop - 1) not in ("LOC", "ORG"):
        return None  # "energy minister": of which state cannot be told
    return _said(parse, names, first, stop)


def _said(parse: Parse, names: Mentions, first: int, stop: int) -> str | None:
    tokens = parse.tokens
    full = names.full_name_of(stop - 1)
    if full is not None and names.kind_of(stop - 1) != "PER":
        return full
    if names.kind_of(stop - 1) == "PER" or any(t.upos in ("VERB", "PRON") for t in tokens[first:stop]):
        return None
    if (fullest := names.fuller(stop - 1)) is not None:
        return fullest
    if not tokens[stop - 1].text[0].isupper() and tokens[stop - 1].lemma.lower() not in bodies():
        return None
    text = names.words(first, stop)
    return text if text[:1].isupper() and tokens[stop - 1].upos == "PROPN" else f"the {text}"
