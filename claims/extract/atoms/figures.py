"""Figures: what market news tells in figures: what a figure did, where it came out, and two figures or ranks in one."""

from claims.extract.tree import NOMINAL, Tree
from claims.extract.words import lists


def is_change(tree: Tree, i: int) -> bool:
    """As in "hit 1,240 points before easing to 1,232": what a figure did next, in figures."""
    words = lists("atoms")
    first, last = tree.span(i)
    moved = tree.token(i).lemma in words["changes"] | words["outcomes"]
    return moved and any(tree.token(k).xpos in {"CD", "JJS"} for k in range(first, last + 1))


def is_outcome(tree: Tree, i: int) -> bool:
    """As in "gained 3 points to end the day at 512": where something that changed came out, in figures."""
    words = lists("atoms")
    above = tree.heads[i]
    while tree.token(above).upos in NOMINAL and tree.heads[above] != above:
        above = tree.heads[above]
    if tree.token(i).lemma not in words["outcomes"] or tree.token(above).lemma not in words["changes"]:
        return False
    first, last = tree.span(i)
    return any(tree.token(k).xpos in {"CD", "JJS"} for k in range(first, last + 1))


def is_second_figure(tree: Tree, i: int) -> bool:
    """As in "assets of $3 million and a debt of $5 million": two figures of two things, each can be wrong by itself."""
    head = tree.heads[i]
    if head > i or joiner_of(tree, i) != "and" or len(list(tree.under(head, "conj"))) > 1:
        return False
    if tree.token(i).lemma == tree.token(head).lemma:
        return False
    return all(any(_has_number(tree, part) for part in tree.under(noun, "nmod") if part > noun) for noun in (head, i))


def is_second_rank(tree: Tree, i: int) -> bool:
    """As in "is its first cup since 1985 and its third overall": two ranks are two things that can be wrong."""
    head = tree.heads[i]
    if head > i or joiner_of(tree, i) != "and" or tree.first(head, "cop") is None or tree.first(i, "case") is not None:
        return False
    first, last = tree.span(i)
    if last - first < 2:
        return False
    return any(_is_rank(tree, k) for k in [i, *tree.under(i, "amod")]) and tree.first(i, "det", "nmod") is not None


def _is_rank(tree: Tree, i: int) -> bool:
    token = tree.token(i)
    return token.xpos == "JJS" or "NumType=Ord" in token.morph


def _has_number(tree: Tree, i: int) -> bool:
    return tree.token(i).upos in {"NUM", "SYM"} or tree.first(i, "nummod") is not None


def joiner_of(tree: Tree, i: int) -> str:
    """Return the word that joins token i to what stands before, in lower case; empty where there is none."""
    joiner = tree.first(i, "cc")
    return tree.lower(joiner) if joiner is not None else ""
