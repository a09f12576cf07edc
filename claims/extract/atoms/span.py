"""Span: from the tokens that a clause owns to the exact stretch of text that carries it."""

from collections.abc import Sequence

from claims.extract.atoms.tree import Tree
from claims.extract.words import lists

_OPENING = {"“": "”", "‘": "’", "«": "»", "(": ")", "[": "]", '"': '"', "'": "'", "``": "''"}
_CLOSING = {"”": "“", "’": "‘", "»": "«", ")": "(", "]": "[", '"': '"', "'": "'", "''": "``"}
_MARKED = frozenset({"advcl", "ccomp", "absolute", "conj", "main", "parataxis"})


def trimmed(tree: Tree, owned: Sequence[int], head: int, role: str) -> tuple[int, int] | None:
    """Return the first token and one past the last of a clause's stretch, or None where nothing is left.

    Left out at the edges: commas, stops and marks of quotation without their partner, "and" and "but", the "that" and the
    "because" which tie the clause to its sentence.
    """
    first, last = owned[0], owned[-1]
    while first <= last and _drops_first(tree, first, last, head, role):
        first += 1
    while first <= last and _drops_last(tree, first, last):
        last -= 1
    if first > last:
        return None
    if _encloses(tree, first, last):
        return first + 1, last
    return first, last + 1


def _drops_first(tree: Tree, i: int, last: int, head: int, role: str) -> bool:
    token = tree.token(i)
    if token.upos == "PUNCT" or token.text in _CLOSING or token.text in _OPENING:
        partner = _OPENING.get(token.text)
        return partner is None or not any(tree.token(j).text == partner for j in range(i + 1, last + 1)) or _same_text_odd(tree, i, last)
    if i == head:
        return False
    if tree.base(i) == "cc":
        return not (token.lower in {"both", "either", "neither", "not"})
    if tree.base(i) == "mark" and tree.heads[i] == head and role in _MARKED and token.lower != "to":
        return True
    if role == "absolute" and token.lower == "with":
        return True
    follows = tree.token(i + 1).text if i + 1 <= last else ""
    return token.lower in lists("atoms")["connectives"] and (follows == "," or token.upos == "CCONJ" or token.lower == "also")


def _same_text_odd(tree: Tree, i: int, last: int) -> bool:
    """Tell whether a straight mark has no partner: their number from here on is odd."""
    text = tree.token(i).text
    return text in "\"'" and sum(tree.token(j).text == text for j in range(i, last + 1)) % 2 == 1


def _drops_last(tree: Tree, first: int, i: int) -> bool:
    token = tree.token(i)
    if token.text in _CLOSING:
        partner = _CLOSING[token.text]
        if partner == token.text:
            return sum(tree.token(j).text == token.text for j in range(first, i + 1)) % 2 == 1
        return not any(tree.token(j).text == partner for j in range(first, i))
    return token.upos == "PUNCT" or token.text in _OPENING or tree.base(i) == "cc"


def _encloses(tree: Tree, first: int, last: int) -> bool:
    """Tell whether the outermost marks are one pair of quotation around all of it."""
    opening, closing = tree.token(first).text, tree.token(last).text
    if opening in "([" or _OPENING.get(opening) != closing or first == last:
        return False
    return not any(tree.token(j).text in (opening, closing) for j in range(first + 1, last))
