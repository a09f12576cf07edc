"""Appositives: phrases behind a comma that say what the noun before it is, read as its companions or as objects."""

import re

from claims.extract.tree import FINITE, NOMINAL, Tree

_ORDINAL = re.compile(
    r"\d+(?:st|nd|rd|th)|(?:[a-z]+-)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|[a-z]+(?:teen|ie)th|tenth|eleventh|twelfth)"
)


def appositive(tree: Tree, i: int) -> None:
    """As in "joined the Orma, a tribe of herders": such a phrase behind a comma, next to a noun, is its appositive."""
    head = tree.heads[i]
    ranked = tree.token(i).upos == "ADJ" and tree.first(i, "det", "nmod") is not None  # "its lowest close"
    if tree.token(i).upos != "NOUN" and tree.token(i).xpos != "JJS" and not ranked:
        return
    if tree.first(i, "case", "cc", "cop", "nsubj", "mark") is not None:
        return
    start, stop = tree.span(i)
    if start < 2 or tree.token(start - 1).text not in {",", "—", "–"} or not states(tree, start, i):
        return
    if i < head and (tree.base(i) == "conj" or tree.lower(stop + 1) not in {",", "—", "–"}):
        return
    if tree.lower(stop + 1) and tree.token(stop + 1).xpos in FINITE and tree.subject(stop + 1) is None:
        return  # "..., its chief executive | told them": a subject whose verb hangs elsewhere
    noun = start - 2
    if i > head and tree.is_predicate(head) and tree.base(i) == "parataxis" and tree.token(noun).upos in {"ADV", "ADJ"}:
        tree.relabel(i, "appos")  # "fell from a year earlier, the fifth decline in a row"
        return
    if tree.token(noun).upos not in NOMINAL or any(
        tree.lower(k) in {"and", "or"} for k in range(start, stop) if tree.heads[k] == i
    ):
        return
    if tree.base(i) == "conj" and any(tree.first(k, "cc") is not None and k > i for k in tree.under(head, "conj")):
        return
    tree.move(i, noun, "appos")


def states(tree: Tree, start: int, i: int) -> bool:
    """Tell whether a noun phrase opens like one that states a property: "a ...", "both ...", "the largest ..."."""
    if tree.lower(start) in {"a", "an", "both", "all", "its", "one"}:
        return True
    return tree.lower(start) == "the" and any(
        tree.token(k).xpos == "JJS" or "NumType=Ord" in tree.token(k).morph or _ORDINAL.fullmatch(tree.lower(k))
        for k in range(start + 1, i + 1)
    )
