"""Counted: the noun that a number counts, in the lower-case plural with its noun modifiers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.extract.parse import Token
from claims.extract.quantity.context import Context
from claims.extract.quantity.lexicon import lexicon
from claims.extract.quantity.plural import is_plural, plural

FAR = 12
"""A counted noun stands within so many tokens of its number, or the phrase is not read."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The counted noun and where its phrase ends; noun None where none is named. more: "200 more", "30 others"."""

    noun: str | None
    end: int
    more: bool = False


_OTHERS = frozenset(("others", "more", "other", "further", "additional"))
_PRONOUNS = frozenset(("them", "whom", "us", "you", "those", "these", "which", "it"))
_POSSESSIVES = frozenset(("its", "their", "his", "her", "our", "my", "your", "whose"))
_POINTING = frozenset(("last", "next", "this", "previous", "yesterday", "today", "tomorrow"))
"""Behind a number these begin a time: "sacked 800 last week"."""
_SKIPPED = frozenset(("ADJ", "PROPN", "DET", "SYM"))
_WORD = re.compile(r"[ \u00a0-]([A-Za-z][\w’'-]*)")
_RANGE = re.compile(r" ?[-–—‑−] ?[\d$€£]")
_HYPHENED = re.compile(r"[ -](?:plus|odd|strong|or so|or more|or fewer|or less)\b|\+")
_STOP = frozenset(
    "of in on at by for from with to and or but as than that which who whom were was is are be been had has have said says will would "
    "can could may might must did does do a an the this these those it he she they we you i not also still there when where while "
    "if so since until after before during against among between into over under about up down out off per each all both his her "
    "their its our your my no yes then now just only very percent most".split()
)


def counted(context: Context, end: int) -> Counted:
    """Return the noun counted by the number that ends at a place: read from the tokens, else from the words alone."""
    if _RANGE.match(context.text, end):
        return Counted(None, end)
    if (behind := _HYPHENED.match(context.text, end)) is not None:
        end = behind.end()
    if not context.tokens:
        return _from_words(context, end)
    return _from_tokens(context, end)


def _from_tokens(context: Context, end: int) -> Counted:
    tokens, index = context.tokens, context.first_at(end)
    hyphen = context.text[end : end + 1] in ("-", "‑")
    if hyphen:
        index += index < len(tokens) and tokens[index].text in ("-", "‑")
        return _compound(context, index, end)
    nouns: list[Token] = []
    proper: list[Token] = []
    more, of, place = False, False, end
    for token in tokens[index : index + FAR]:
        between = context.text[place : token.start]
        if "\n" in between:
            break
        joined = not between and token.i > index and (token.text in "-‑/" or context.text[token.start - 1] in "-‑/")
        if token.lower in _OTHERS and not nouns:
            more = True
        elif token.lower == "of" and not nouns and not proper:
            if of:
                break
            of = True
        elif of and not nouns and token.upos == "NUM":
            pass  # "six of the 14 plants"
        elif (of and not nouns and token.lower in ("those", "these") and not _counts_on(tokens, token.i + 1)) or (
            of
            and not nouns
            and token.lower in _PRONOUNS
            and (token.upos == "PRON" or token.lower in ("them", "whom", "which"))
        ):
            return Counted(None, end, more=True)
        elif token.lower in _POINTING and not nouns:
            break
        elif token.upos == "NOUN" and token.text[0].isupper() and not nouns and not _plural_token(token):
            proper.append(token)
        elif token.upos == "NUM" and not nouns and (proper or token.text in lexicon("quantity_names").words("models")):
            pass  # "100 Boeing 737 jets"
        elif token.upos == "NOUN" and not _ends_phrase(nouns, token):
            if joined and nouns and context.text[token.start - 1] == "/":
                break
            nouns.append(token)
        elif nouns and joined and token.text in ("-", "‑"):
            pass
        elif nouns:
            break
        elif token.upos == "PROPN":
            proper.append(token)
        elif (
            token.upos in _SKIPPED
            or token.lower in ("newly", "other")
            or token.dep == "amod"
            or _modifies(token, tokens)
        ):
            if token.upos == "DET" and not of:
                break
        elif (of and token.lower in _POSSESSIVES) or (
            token.text in ("-", "‑", ",", '"', "“", "”", "‘", "’", "'") and (joined or _adjective_next(tokens, token.i))
        ):
            pass
        else:
            break
        place = token.end
    if len(nouns) > 1:  # "SCO member nations": a name that was taken for a noun
        nouns = [noun for noun in nouns[:-1] if not noun.text[0].isupper()] + nouns[-1:]
    if not nouns:
        return _of_names(proper, end, more)
    return Counted(_phrase(context, nouns), nouns[-1].end, more=False)


def _counts_on(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a plural noun stands at an index or one word on ("those new arrivals", not "those hurt")."""
    return any(token.upos == "NOUN" and _plural_token(token) for token in tokens[index : index + 2])


def _adjective_next(tokens: Sequence[Token], index: int) -> bool:
    following = tokens[index + 1 : index + 2]
    return any(token.upos in ("ADJ", "NOUN", "PROPN") or token.dep == "amod" for token in following)


def _modifies(token: Token, tokens: Sequence[Token]) -> bool:
    """Tell whether an adverb or participle stands before an adjective or noun that it belongs to ("newly built")."""
    if token.upos not in ("ADV", "VERB") or token.head <= token.i:
        return False
    head = tokens[token.head]
    return head.i - token.i <= 3 and head.upos in ("ADJ", "NOUN") and token.dep in ("advmod", "amod", "compound", "acl")


def _ends_phrase(nouns: list[Token], token: Token) -> bool:
    """A plural noun ends the phrase, unless it modifies the next ("arms dealers")."""
    if not nouns:
        return False
    last = nouns[-1]
    if not _plural_token(last):
        return False
    return not (last.dep.startswith("compound") and last.head == token.i)


def _plural_token(token: Token) -> bool:
    return token.xpos == "NNS" or "Number=Plur" in token.morph


def _phrase(context: Context, nouns: list[Token]) -> str:
    words: list[str] = []
    for number, token in enumerate(nouns):
        word = token.lower
        if number == len(nouns) - 1 and not _plural_token(token) and not is_plural(word):
            word = plural(word)
        hyphen = number > 0 and context.text[nouns[number - 1].end : token.start] in ("-", "‑")
        words.append(("-" if hyphen else " " if number else "") + word)
    return "".join(words)


def _of_names(proper: list[Token], end: int, more: bool) -> Counted:
    """Return the plural name as the noun ("two Americans"), where nothing else is named."""
    for token in proper:
        if (
            (token.xpos == "NNPS" or token.text.endswith(("ans", "ians", "is", "ese", "ish", "s")))
            and len(token.text) > 4
            and token.text[0].isupper()
        ):
            return Counted(token.lower, token.end)
    return Counted(None, end, more)


def _compound(context: Context, index: int, end: int) -> Counted:
    """Read "six-member", "three-nation": the noun behind the hyphen alone."""
    if index < len(context.tokens):
        token = context.tokens[index]
        if token.start <= end + 1 and token.text.isalpha():
            if token.upos == "NOUN" or (
                token.upos in ("ADJ", "PROPN") and token.text.islower() and token.lower != "old"
            ):
                return Counted(
                    token.lower if is_plural(token.lower) and token.xpos == "NNS" else plural(token.lower), token.end
                )
    return Counted(None, end)


def _from_words(context: Context, end: int) -> Counted:
    """Without tokens: the first plural among the next four words before a word that ends a phrase."""
    place, text = end, context.text
    if text[end : end + 1] == "-":
        match = _WORD.match(text, end)
        return Counted(plural(match[1].lower()), match.end()) if match and match[1].isalpha() else Counted(None, end)
    more = False
    for _ in range(4):
        match = _WORD.match(text, place)
        if match is None:
            break
        word = match[1].lower()
        if word in ("more", "others"):
            more = True
        elif word in _STOP:
            break
        elif is_plural(word) and match[1][0].islower():
            return Counted(word, match.end())
        place = match.end()
    return Counted(None, end, more)
