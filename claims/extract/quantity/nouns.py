"""Nouns: the noun phrase behind a number, read from the tags of its tokens rather than from their arcs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from claims.extract.parse import Token
from claims.extract.quantity.context import Context
from claims.extract.quantity.lexicon import either, lexicon
from claims.extract.quantity.plural import is_plural, plural

FAR = 12
"""A counted noun stands within so many tokens of its number, or the phrase is not read."""
_MARKS = frozenset("-‑,\"“”‘’'")


@dataclass(frozen=True, slots=True)
class Counted:
    """The counted noun and where its phrase ends; noun None where none is named. more: "200 more", "30 others"."""

    noun: str | None
    end: int
    more: bool = False


@dataclass(slots=True)
class _Phrase:
    """What has been read so far; of: the "of" of "six of the shells" has been passed."""

    nouns: list[Token] = field(default_factory=list)
    names: list[Token] = field(default_factory=list)
    of: bool = False
    more: bool = False
    elided: bool = False


def read_phrase(context: Context, end: int, value: float) -> Counted:
    """Return the counted noun of the phrase that begins at a place; value: the number before it."""
    index, place, phrase = context.first_at(end), end, _Phrase()
    for token in context.tokens[index : index + FAR]:
        if "\n" in context.text[place : token.start]:
            break
        joined = (
            token.i > index and place == token.start and bool({token.text, context.text[token.start - 1]} & {"-", "‑"})
        )
        if not _take(context.tokens, token, phrase, joined, place == end, value):
            break
        place = token.end
    if phrase.elided:
        return Counted(None, end, more=True)
    nouns = _without_names(phrase.nouns)
    if not nouns:
        return _of_name(phrase, end)
    noun = _noun(context, nouns, value, phrase)
    if noun is not None and len(nouns) == 1 and (both := _joined(context, nouns[0])) is not None:
        return both
    return Counted(noun, nouns[-1].end if noun else end, more=False)


def _joined(context: Context, noun: Token) -> Counted | None:
    """Return two nouns that one number counts together ("182 passengers and crew"), None where the first stands alone."""
    match = _pairs().match(context.text, noun.start)
    return None if match is None else Counted(" ".join(match[0].lower().split()), match.end())


@cache
def _pairs() -> re.Pattern[str]:
    return re.compile(rf"{either(lexicon('quantity').words('phrase_joined'))}\b(?! members?\b)", re.IGNORECASE)


def _take(tokens: Sequence[Token], token: Token, phrase: _Phrase, joined: bool, first: bool, value: float) -> bool:
    """Take a token into the phrase; False where the phrase ends before it."""
    if phrase.nouns and phrase.of and token.xpos == "POS":
        phrase.nouns.clear()  # "40,000 of the city's 1 million inhabitants"
        return True
    if phrase.nouns:
        if token.upos == "NOUN" and not _ends_phrase(phrase.nouns[-1], token, value):
            phrase.nouns.append(token)
            return True
        return joined and token.text in ("-", "‑")
    if token.lower in _words("phrase_others"):
        phrase.more = True
        return True
    if token.lower in _words("phrase_pointing"):
        return False
    if token.lower == "of":
        taken = not phrase.of and not phrase.names
        phrase.of = True
        return taken
    if phrase.of and _is_whole(tokens, token, phrase):
        return not phrase.elided
    if _is_noun(token, first or phrase.of) or _is_gerund(tokens, token):
        (phrase.names if _is_name(token) else phrase.nouns).append(token)
        return True
    if _is_fixed(tokens, token) or (token.upos == "PROPN" and token.text in _words("phrase_acronyms")):
        phrase.nouns.append(token)
        return True
    if token.upos == "PROPN" or (phrase.names and any(letter.isdigit() for letter in token.text)):
        phrase.names.append(token)  # "100 Boeing 737 jets"
        return True
    if token.text in lexicon("quantity_names").words("models"):
        return True
    return _passes(tokens, token, joined)


def _is_fixed(tokens: Sequence[Token], token: Token) -> bool:
    """Tell an adjective that is one word with the noun behind it: "hard drives", "civil servants"."""
    following = tokens[token.i + 1] if token.i + 1 < len(tokens) else token
    return token.upos == "ADJ" and f"{token.lower} {following.lower}" in _words("phrase_fixed")


def _is_whole(tokens: Sequence[Token], token: Token, phrase: _Phrase) -> bool:
    """Tell whether a token behind "of" names or introduces the whole: "of them", "of the 14", "of about 200"."""
    if (token.upos in ("NUM", "DET") and token.lower not in ("those", "these")) or token.lower in _words(
        "phrase_possessives"
    ):
        return True
    if token.lower in ("those", "these"):
        phrase.elided = not any(each.upos == "NOUN" and plural_tag(each) for each in tokens[token.i + 1 : token.i + 3])
        return True
    if token.lower in _words("phrase_pronouns"):
        phrase.elided = True
        return True
    following = tokens[token.i + 1] if token.i + 1 < len(tokens) else token
    return token.upos in ("ADV", "ADP") and following.upos == "NUM"


def _is_noun(token: Token, beside: bool) -> bool:
    """Tell a noun; a name in small letters, and a verb in -s right beside a number, are nouns that were misread."""
    if token.lower in _words("phrase_states"):
        return False
    if token.upos == "NOUN" or (token.upos == "PROPN" and token.text.islower()):
        return True
    return beside and token.xpos == "VBZ" and token.upos == "VERB" and is_plural(token.lower)


def _is_gerund(tokens: Sequence[Token], token: Token) -> bool:
    """Tell a form in -ing that names what its noun is for ("polling stations") from one that says what it does."""
    if token.lower not in _words("phrase_gerunds") or token.i + 1 >= len(tokens):
        return False
    following = tokens[token.i + 1]
    return following.upos == "NOUN" and plural_tag(following)


def _is_name(token: Token) -> bool:
    return token.text[0].isupper() and not plural_tag(token) and token.text not in _words("phrase_acronyms")


def _passes(tokens: Sequence[Token], token: Token, joined: bool) -> bool:
    """Tell whether a token may stand between a number and its noun: adjectives, participles, hyphens, commas."""
    if token.upos in ("ADJ", "SYM") or token.dep == "amod":
        return True
    if token.upos in ("ADV", "VERB") and token.head > token.i:
        head = tokens[token.head]
        return head.i - token.i <= 3 and head.upos in ("ADJ", "NOUN") and token.dep in ("advmod", "compound", "acl")
    following = tokens[token.i + 1] if token.i + 1 < len(tokens) else token
    if token.text in _MARKS:
        return joined or following.upos in ("ADJ", "NOUN", "PROPN") or following.dep == "amod"
    return joined


def _ends_phrase(last: Token, token: Token, value: float) -> bool:
    """A plural noun ends the phrase, unless it modifies the next ("arms dealers"); so does a singular behind "one"."""
    if value == 1 and plural_tag(token) and not plural_tag(last):
        return True  # "in one village ballots ran out"
    if last.lower in _words("phrase_modifiers") and token.i == last.i + 1 and plural_tag(token):
        return False
    return plural_tag(last) and not (last.dep.startswith("compound") and last.head == token.i)


def _without_names(nouns: list[Token]) -> list[Token]:
    """Leave out capitalised words before the last noun: "SCO member nations"."""
    acronyms = _words("phrase_acronyms")
    return [noun for noun in nouns[:-1] if not noun.text[0].isupper() or noun.text in acronyms] + nouns[-1:]


def _noun(context: Context, nouns: list[Token], value: float, phrase: _Phrase) -> str | None:
    words = lexicon("quantity").table("phrase_wholes")
    if nouns[0].lower in words and len(nouns) == 1:
        return words[nouns[0].lower]  # "10 gold"
    last = nouns[-1]
    if not (plural_tag(last) or last.xpos == "VBZ" or is_plural(last.lower)) and value > 1 and not phrase.of:
        # A singular behind a number above one: the hyphen was left out ("12 member panel"), or it counts nothing.
        first = nouns[0].lower
        counts = len(nouns) > 1 or _modifies(context, last)
        return (first if plural_tag(nouns[0]) and is_plural(first) else plural(first)) if counts else None
    text = ""
    for number, token in enumerate(nouns):
        word = token.lower
        if token is last and not (plural_tag(token) or is_plural(word)):
            word = plural(word)
        hyphen = number > 0 and context.text[nouns[number - 1].end : token.start] in ("-", "‑")
        text += ("-" if hyphen else " " if number else "") + word
    return text


def _modifies(context: Context, noun: Token) -> bool:
    """Tell whether a name follows the noun, or an article stands before its number ("a 300 seat Airbus")."""
    following = context.tokens[noun.i + 1] if noun.i + 1 < len(context.tokens) else noun
    before = {token.lower for token in context.tokens[max(0, noun.i - 4) : noun.i]}
    return following.upos == "PROPN" or bool(before & {"a", "an"}) or "+" in before


def _of_name(phrase: _Phrase, end: int) -> Counted:
    """Return a plural name as the noun ("two Americans"), where nothing else is named."""
    last = phrase.names[-1] if phrase.names else None
    if (
        last is not None
        and last.text[0].isupper()
        and (last.xpos == "NNPS" or last.text.endswith(lexicon("quantity").words("demonym_endings")))
    ):
        return Counted(last.lower, last.end)
    return Counted(None, end, phrase.more)


def plural_tag(token: Token) -> bool:
    """Tell whether the language model read a token as a plural."""
    return token.xpos == "NNS" or "Number=Plur" in token.morph


@cache
def _words(name: str) -> frozenset[str]:
    return lexicon("quantity").word_set(name)
