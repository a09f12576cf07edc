"""Phrases: what stands behind a comma without a verb and says something more is set apart, though the parse of it is right."""

from claims.extract.parse import Sentence
from claims.extract.tree import FINITE, Tree

_CHANGES = frozenset({"down", "up"})
_COMPARED = frozenset({"more", "less", "fewer", "higher", "lower"})
_SHARES = frozenset(
    {"most", "some", "many", "much", "all", "half", "several", "none", "few", "two", "both", "one", "each"}
)
_ENDS = frozenset({",", ";", ".", "—", "–", "--", ":", '"', "”", "?", "!", "’", "'", "''"})
# A phrase of fewer words says nothing by itself.
_SHORTEST = 3

SAID_MORE = "acl:more"
"""The label of a phrase without a verb that says something more: "down from 12 percent", "most of them children"."""


def mark_phrases(tree: Tree, sentence: Sentence) -> None:
    """Set apart the phrases behind a comma that say something more without a verb."""
    for i in range(sentence.first + 3, sentence.stop - _SHORTEST):
        if tree.token(i - 1).text in {",", "—", "–"} and _opens_phrase(tree, i):
            _set_apart(tree, i, sentence)


def _opens_phrase(tree: Tree, i: int) -> bool:
    word, following = tree.lower(i), tree.lower(i + 1)
    if word in _CHANGES and following == "from":
        return True
    if word in _COMPARED and following == "than":
        return tree.token(i + 2).xpos not in {"CD", "$"}
    if word == "against" and (tree.token(i + 1).xpos == "CD" or tree.token(i + 1).upos == "SYM"):
        return True
    if word in _SHARES and following == "of":
        return tree.lower(i + 2) in {"them", "it", "whom", "which"}
    return word == "among" and following in {"them", "which", "whom"}


def _set_apart(tree: Tree, i: int, sentence: Sentence) -> None:
    """Hang the words from i up to the next mark on token i, and that on what stands before, where they hold no finite verb."""
    stop = i
    while stop < sentence.stop and tree.token(stop).text not in _ENDS:
        if tree.token(stop).xpos in FINITE:
            return
        if (
            i < stop < sentence.stop - 1
            and tree.token(stop).upos == "CCONJ"
            and tree.token(stop + 1).upos in {"DET", "AUX", "VERB", "PRON"}
        ):
            break
        stop += 1
    if stop - i < _SHORTEST:
        return
    governor = tree.heads[i]
    while (i <= governor < stop or tree.token(governor).upos == "PUNCT") and tree.heads[governor] != governor:
        governor = tree.heads[governor]
    if i <= governor < stop:
        return
    if governor >= stop or tree.token(governor).upos == "PUNCT":
        governor = next((k for k in range(i - 2, sentence.first - 1, -1) if tree.is_predicate(k)), governor)
    outside = {tree.heads[k] for k in range(i, stop)} - set(range(i, stop))
    tree.move(i, governor, SAID_MORE)
    for k in range(i + 1, stop):
        if tree.heads[k] in outside or tree.heads[k] < i or tree.heads[k] >= stop:
            tree.move(k, i, "dep")
    for k in range(i, stop):
        for child in list(tree.children[k]):
            if not i <= child < stop:
                tree.move(child, governor)
