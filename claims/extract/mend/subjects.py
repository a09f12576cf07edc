"""Subjects: verbs that hang on their own subject, or whose subject hangs on the clause before."""

from claims.extract.mend.attached import RELATIVE
from claims.extract.parse import Sentence
from claims.extract.tree import FINITE, LOOSE, NOMINAL, Tree

_OPENERS = frozenset({"after", "before", "because", "as", "since", "until", "while", "when"})


def bare_top(tree: Tree, noun: int) -> None:
    """As in "sales, which had grown, | fell": a finite verb that hangs on a bare noun at the top takes its place."""
    if tree.token(noun).upos not in NOMINAL or tree.is_predicate(noun):
        return
    for i in tree.children[noun]:
        if i < noun or tree.base(i) not in LOOSE or tree.labels[i] == "acl:relcl":
            continue
        plain = tree.token(i).xpos == "VB" and tree.token(noun).xpos == "NNS" and tree.first(i, "aux", "mark") is None
        if (
            not tree.is_predicate(i)
            or not (plain or tree.is_finite(i))
            or tree.subject(i) is not None
            or tree.first(i, "cc", "mark") is not None
        ):
            continue
        if any(tree.lower(child) in RELATIVE for child in tree.children[i] if child < i):
            continue
        above, label = tree.heads[noun], tree.labels[noun]
        tree.move(i, i if above == noun else above, label)
        tree.move(noun, i, "nsubj")
        for child in list(tree.children[noun]):
            if child > i or tree.base(child) in {"mark", "cc"}:
                tree.move(child, i)
        return


def parted_subject(tree: Tree, i: int, sentence: Sentence) -> None:
    """As in "..., but teams from Oslo | are among them": the noun behind a joiner is the subject of what follows."""
    if tree.heads[i] == i or not tree.is_predicate(i) or tree.subject(i) is not None:
        return
    # "... were killed and five | wounded": a participle can stand for the passive before it.
    passive = tree.token(i).xpos == "VBN" and "aux:pass" in {
        tree.labels[child] for child in tree.children[tree.heads[i]]
    }
    if not passive and not tree.is_finite(i):
        return
    if tree.first(i, "cc", "mark") is not None:
        return
    start = min([i, *tree.under(i, "aux", "cop", "advmod")])
    noun = _phrase_before(tree, start, sentence)
    if noun is None:
        return
    if _is_reduced(tree, noun):
        # "the sums claimed until 2009 | are small": what looks like the predicate before is a participle of the subject.
        participle, noun = noun, next(tree.under(noun, "nsubj"))
        if tree.hangs_on(i, participle):
            above, label = tree.heads[participle], tree.labels[participle]
            tree.move(i, i if above == participle else above, label)
        tree.move(noun, i, "nsubj")
        tree.move(participle, noun, "acl")
        for child in list(tree.under(participle, "advmod", "cc")):
            if child < noun:
                tree.move(child, i)
        return
    joiner = tree.first(noun, "cc")
    above = tree.heads[noun]
    while tree.heads[above] != above and not tree.is_predicate(above):
        above = tree.heads[above]
    if joiner is None or above == i or tree.hangs_on(above, i):
        return
    tree.move(noun, i, "nsubj")
    tree.move(joiner, i)
    tree.move(i, above, "conj")
    for child in range(start, i):
        if tree.heads[child] == above:
            tree.move(child, i)


def subject_behind_opener(tree: Tree, i: int) -> None:
    """As in "closed after a fire | damaged its roof": a phrase read as "after a fire" is the subject of the verb behind it."""
    if tree.token(i).xpos not in FINITE or tree.subject(i) is not None or tree.first(i, "mark", "cc") is not None:
        return
    for noun in tree.under(tree.heads[i], "obl", "nmod"):
        case = tree.first(noun, "case")
        if case is None or tree.lower(case) not in _OPENERS or noun > i:
            continue
        if tree.span(noun)[1] == min([i, *tree.under(i, "aux", "advmod")]) - 1:
            tree.move(noun, i, "nsubj")
            tree.move(case, i, "mark")
            tree.relabel(i, "advcl")
            return


def _phrase_before(tree: Tree, start: int, sentence: Sentence) -> int | None:
    """Return the top of the coordinated phrase that ends right before token `start`, or None."""
    node = start - 1
    if node > sentence.first and tree.token(node).text == ",":
        node -= 1
    if node <= sentence.first or tree.token(node).upos == "PUNCT":
        return None
    best = None
    while True:
        if tree.base(node) == "conj" and tree.first(node, "cc") is not None and not tree.is_predicate(node):
            best = node
        elif best is None and tree.labels[node] != "acl:relcl" and _is_reduced(tree, node):
            return node
        up = tree.heads[node]
        if up == node or up >= start:
            return best
        node = up


def _is_reduced(tree: Tree, i: int) -> bool:
    """Tell whether a participle may be one that describes a noun, though a subject hangs on it."""
    return tree.token(i).xpos == "VBN" and tree.first(i, "nsubj") is not None and tree.first(i, "aux", "obj") is None
