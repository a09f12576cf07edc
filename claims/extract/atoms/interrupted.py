"""Interrupted: subjects parted from their verb by something between commas, and phrases behind a comma that say something more."""

from claims.extract.atoms.inserted import mend_inserted
from claims.extract.atoms.tree import FINITE, NOMINAL, Tree
from claims.extract.parse import Sentence

_LOOSE = frozenset({"conj", "parataxis", "ccomp", "acl", "advcl", "dep", "xcomp"})
_CHANGES = frozenset({"down", "up"})
_SHARES = frozenset(
    {"most", "some", "many", "much", "all", "half", "several", "none", "few", "two", "both", "one", "each"}
)
_ENDS = frozenset({",", ";", ".", "—", "–", "--", ":", '"', "”", "?", "!", "’", "'", "''"})
# A phrase of fewer words says nothing by itself.
_SHORTEST = 3

SAID_MORE = "acl:more"
"""The label of a phrase without a verb that says something more: "down from 12 percent", "most of them children"."""


def mend_interrupted(tree: Tree, sentence: Sentence) -> None:
    """Give verbs behind a second comma their subject before the first: "the bank, which has no branches, | grew"."""
    for i in range(sentence.first + 2, sentence.stop):
        if tree.base(i) in _LOOSE and tree.heads[i] < i:
            _after_comma(tree, i, sentence)
    mend_inserted(tree, sentence)


def mark_phrases(tree: Tree, sentence: Sentence) -> None:
    """Set apart the phrases behind a comma that say something more without a verb."""
    for i in range(sentence.first + 3, sentence.stop - _SHORTEST):
        if tree.token(i - 1).text in {",", "—", "–"} and _opens_phrase(tree, i):
            _set_apart(tree, i, sentence)


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


def _opens_phrase(tree: Tree, i: int) -> bool:
    word, following = tree.lower(i), tree.lower(i + 1)
    if word in _CHANGES and following == "from":
        return True
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
            stop > i
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
