"""Span: from the tokens that a clause owns to the exact stretch of text that carries it."""

from collections.abc import Sequence

from claims.extract.tree import Tree
from claims.extract.words import lists

_PAIRS = {"“": "”", "‘": "’", "«": "»", "(": ")", "[": "]", '"': '"', "'": "'", "``": "''"}
_CLOSERS = {closing: opening for opening, closing in _PAIRS.items()}


def trimmed(tree: Tree, owned: Sequence[int], head: int, role: str) -> tuple[int, int] | None:
    """Return the first token and one past the last of a clause's stretch, or None where nothing is left.

    `owned` holds no punctuation. Left out at the edges: "and" and "but", the "that" and the "because" that tie the clause
    to its sentence. Brackets and quotation marks are taken in where their partner stands inside.
    """
    first, last = 0, len(owned) - 1
    while first <= last and _ties(tree, owned, first, head, role):
        first += 1
    while last >= first and tree.base(owned[last]) == "cc":
        last -= 1
    if first > last:
        return None
    return _balanced(tree, owned[first], owned[last])


def _ties(tree: Tree, owned: Sequence[int], place: int, head: int, role: str) -> bool:
    """Tell whether the word at this place of a clause only ties it to what stands before."""
    i = owned[place]
    if i == head or place + 1 == len(owned):
        return False
    token = tree.token(i)
    if tree.base(i) == "cc":
        return token.lower not in {"both", "either", "neither", "not"}
    if tree.base(i) == "mark" and tree.heads[i] == head and role not in {"relcl", "acl", "purpose"}:
        return True
    if role == "absolute" and token.lower == "with":
        return True
    if (
        role in {"advcl", "conj"}
        and place == 0
        and token.lower in lists("atoms")["news"]
        and token.upos in {"ADP", "SCONJ", "ADV"}
    ):
        return True
    if token.lower not in lists("atoms")["connectives"]:
        return False
    return token.upos == "CCONJ" or token.lower == "also" or tree.token(i + 1).text == ","


def _balanced(tree: Tree, first: int, last: int) -> tuple[int, int]:
    """Take in marks at either side that have their partner inside; leave a pair around the whole out."""
    tokens = tree.parse.tokens
    opened: list[int] = []
    for i in range(first, last + 1):
        text = tokens[i].text
        if text in _CLOSERS and opened and tokens[opened[-1]].text == _CLOSERS[text]:
            opened.pop()
        elif text in _PAIRS:
            opened.append(i)
    after = last + 1
    while opened and after < len(tokens) and tokens[after].upos == "PUNCT":
        if tokens[after].text == _PAIRS[tokens[opened[-1]].text]:
            last = after
            opened.pop()
        after += 1
    return first, last + 1
