"""Interrupted: subjects parted from their verb by something between commas."""

from claims.extract.mend.inserted import mend_inserted
from claims.extract.parse import Sentence
from claims.extract.tree import FINITE, NOMINAL, Tree

_LOOSE = frozenset({"conj", "parataxis", "ccomp", "acl", "advcl", "dep", "xcomp"})


def mend_interrupted(tree: Tree, sentence: Sentence) -> None:
    """Give verbs behind a second comma their subject before the first: "the bank, which has no branches, | grew"."""
    for i in range(sentence.first + 2, sentence.stop):
        if tree.base(i) in _LOOSE and tree.heads[i] < i:
            _after_comma(tree, i, sentence)
    mend_inserted(tree, sentence)


def _after_comma(tree: Tree, i: int, sentence: Sentence) -> None:
    finite = tree.token(i).xpos in FINITE or any(tree.token(k).xpos in FINITE for k in tree.under(i, "aux", "cop"))
    looks = (
        tree.token(i).xpos in {"JJ", "VBN"} and tree.token(i).lower.endswith("ed") and tree.first(i, "obj") is not None
    )
    top = tree.heads[tree.heads[i]]
    # "The clinic, which treats hundreds, | closed": nothing else in the sentence can be its verb.
    finite = finite or (
        tree.token(i).xpos == "VBN" and tree.base(i) == "conj" and tree.heads[top] == top and not tree.is_predicate(top)
    )
    if not (finite or looks) or tree.first(i, "nsubj", "csubj", "expl", "cc", "mark") is not None:
        return
    group = [i, *(k for k in tree.under(i, "aux", "cop", "advmod") if k < i)]
    start = min(group)
    if tree.token(start - 1).text != "," or not tree.is_predicate(i):
        return
    inner = tree.heads[i]
    if tree.labels[inner] == "acl:relcl" and tree.base(i) in {"conj", "parataxis"} and finite:
        noun = tree.heads[inner]
        if noun < inner and tree.token(noun).upos in NOMINAL and tree.pause_before(_first(tree, inner)):
            _take_subject(tree, i, noun, inner)
        return
    if looks and not finite:
        if tree.base(i) == "acl" and any(tree.labels[k] == "acl:relcl" and k < i for k in tree.children[inner]):
            _take_subject(tree, i, inner, i)
        return
    participle = tree.token(inner).xpos in {"VBN", "VBD", "JJ"} and tree.first(inner, "aux", "cop", "obj", "cc") is None
    if not participle or (tree.base(i) == "ccomp" and tree.token(inner).lemma in {"say", "add"}):
        return
    noun_of = tree.first(inner, "nsubj", "nsubj:pass", "vocative")
    if noun_of is None and tree.base(inner) in {"acl", "amod"} and tree.token(tree.heads[inner]).upos in NOMINAL:
        noun_of = tree.heads[inner]
    if noun_of is None or noun_of > inner or tree.token(inner - 1).text != ",":
        return
    if _first(tree, noun_of) != sentence.first and tree.token(_first(tree, noun_of) - 1).upos not in {
        "CCONJ",
        "PUNCT",
        "SCONJ",
    }:
        return
    _take_subject(tree, i, noun_of, inner)


def _first(tree: Tree, i: int) -> int:
    return tree.span(i)[0]


def _take_subject(tree: Tree, i: int, noun: int, inner: int) -> None:
    """Make token i the verb of `noun`, in whose place it steps; `inner` stays between the commas."""
    top = inner if tree.hangs_on(noun, inner) and noun != inner else noun
    above, label = tree.heads[top], tree.labels[top]
    if label in {"nsubj", "obj", "nsubj:pass"} or tree.is_predicate(noun):
        return
    if above != top and tree.base(top) in {"obl", "nmod", "appos", "flat", "compound"}:
        return
    tree.move(i, i if above == top else above, label)
    tree.verbs.add(i)
    tree.move(noun, i, "nsubj")
    if inner not in (i, noun):
        if tree.labels[inner] != "acl:relcl":
            tree.move(inner, noun, "acl")
        for child in list(tree.children[inner]):
            if child > i:
                tree.move(child, i)
    for child in list(tree.children[noun]):
        if child > i:
            tree.move(child, i)
