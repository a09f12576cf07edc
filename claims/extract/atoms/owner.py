"""Owner: which clause each word of a sentence belongs to."""

from collections.abc import Mapping

from claims.extract.parse import Sentence
from claims.extract.tree import PAUSES, Tree

_TRAILING = frozenset({"relcl", "acl", "advcl", "purpose", "absolute"})


def owners(tree: Tree, heads: Mapping[int, str], sentence: Sentence) -> dict[int, int]:
    """Return for each token of a sentence the head of the clause it belongs to: the nearest above it, with two corrections."""
    owner = _nearest(tree, heads, sentence)
    for head, role in heads.items():
        above = tree.heads[head]
        if above == head:
            continue
        if role == "conj":
            _cut_at_joiner(tree, head, owner)
        elif above < head and (role in _TRAILING or (role == "appos" and _goes_on(tree, head, owner, sentence))):
            _close(tree, head, owner, sentence)
    for head, role in heads.items():
        if role == "conj" and tree.heads[head] < head:
            _keep_apart(tree, head, heads, owner)
    return owner


def _nearest(tree: Tree, heads: Mapping[int, str], sentence: Sentence) -> dict[int, int]:
    owner: dict[int, int] = {}
    for i in range(sentence.first, sentence.stop):
        path = []
        node = i
        while node not in owner and node not in heads:
            path.append(node)
            node = tree.heads[node]
        top = owner.get(node, node)
        for each in path:
            owner[each] = top
        owner[node] = top
    return owner


def _cut_at_joiner(tree: Tree, head: int, owner: dict[int, int]) -> None:
    """What stands left of "and" belongs to the clause before it."""
    joiner = tree.first(head, "cc")
    if joiner is None or joiner > head:
        return
    before = owner[tree.heads[head]]
    if before > joiner:
        return
    for i in range(before, joiner):
        if owner.get(i) == head:
            owner[i] = before


def _close(tree: Tree, head: int, owner: dict[int, int], sentence: Sentence) -> None:
    """Words right behind a trailing clause, without a pause between, belong to it and not to the clause around it.

    "..., recognising the request | asking schools to pay": the parser hangs what comes last on what came first.
    """
    around = owner[tree.heads[head]]
    last = max(i for i, top in owner.items() if top == head)
    if around > head:
        return
    for i in range(last + 1, sentence.stop):
        if owner[i] != around or tree.token(i).text in PAUSES or tree.token(i).upos == "PUNCT":
            return
        if tree.token(i).upos == "CCONJ" and not _joins_within(tree, i, last):
            return
        owner[i] = head


def _goes_on(tree: Tree, head: int, owner: Mapping[int, int], sentence: Sentence) -> bool:
    """Tell whether a phrase goes on with a preposition: "its lowest close | since April"."""
    last = max(i for i, top in owner.items() if top == head)
    return last + 1 < sentence.stop and tree.token(last + 1).upos == "ADP"


def _keep_apart(tree: Tree, head: int, heads: Mapping[int, str], owner: dict[int, int]) -> None:
    """What stands right of a joined clause with a subject of its own is not of a clause that ended before it."""
    start = tree.span(head)[0]
    joined = {
        k
        for k in heads
        if k < start
        and (k == tree.heads[head] or tree.heads[k] == tree.heads[head])
        and heads[k] in {"conj", "main", "ccomp"}
    }
    for i in owner:
        if i > head and owner[i] in joined:
            owner[i] = head


def _joins_within(tree: Tree, joiner: int, last: int) -> bool:
    """Tell whether "and" joins to a word behind token `last`: then what follows goes where that word goes."""
    conjunct = tree.heads[joiner]
    return last < tree.heads[conjunct] < joiner and tree.subject(conjunct) is None
