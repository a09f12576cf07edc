"""Misread: verbs that the tagger took for nouns, adjectives or participles, and the arcs that went wrong with them."""

from collections.abc import Iterator

from claims.extract.mend.lexicon import never_passive, past, plural_or_verb
from claims.extract.mend.openers import (
    existence,
    joined_clause,
    opening_participle,
    second_year,
    timed_clause,
    told_clause,
)
from claims.extract.parse import Sentence
from claims.extract.tree import FINITE, NOMINAL, Tree

_CLAUSES = frozenset({"conj", "parataxis", "ccomp", "root", "ROOT"})
_EACH = frozenset({"a", "an", "the", "each", "every"})
_TIMES = frozenset({"after", "before", "since", "until", "when", "once"})


def mend_verbs(tree: Tree, sentence: Sentence) -> None:
    """Mend what hangs wrong in a sentence because a verb was read as a noun, an adjective or a participle."""
    for i in range(sentence.first, sentence.stop):
        xpos, base = tree.token(i).xpos, tree.base(i)
        if xpos == "NNS" and base in _CLAUSES:
            _plural(tree, i, sentence)
        elif xpos in {"NN", "NNP", "JJ"} and base == "ROOT":
            _past(tree, i)
            opening_participle(tree, i, sentence)
        elif base == "amod":
            _adjective(tree, i)
        elif base == "advmod" and xpos == "VBD" and tree.heads[i] == i + 1 and tree.token(i + 1).upos == "ADJ":
            tree.relabel(i, "cop")  # "they fell ill"
        elif base in {"acl", "ccomp"} and tree.token(i).xpos in {"VBP", "VB"} and tree.lower(i - 1) in _EACH:
            _noun(tree, i, sentence)
        elif base == "acl" and tree.heads[i] < i:
            told_clause(tree, i)
            _after_noun(tree, i)
        elif base in {"csubj", "obl", "nmod"} and tree.heads[i] < i:
            timed_clause(tree, i)
        elif base == "expl":
            existence(tree, tree.heads[i], sentence)
        elif base == "ROOT":
            opening_participle(tree, i, sentence)
        if base in {"xcomp", "ccomp", "advcl", "acl", "parataxis"} and tree.heads[i] < i:
            joined_clause(tree, i)
        if base == "nsubj" and xpos == "CD":
            second_year(tree, i)
    top = next((i for i in range(sentence.first, sentence.stop) if tree.heads[i] == i), sentence.first)
    if tree.token(sentence.stop - 1).text in {".", '"', "”"}:
        _verbless_top(tree, top)


def _plural(tree: Tree, i: int, sentence: Sentence) -> None:
    """As in "no model | predicts that", "the team | plans to", "holds 12 seats and | governs with": a verb with -s."""
    before = i - 1
    head = tree.heads[i]
    if tree.base(i) == "conj" and tree.token(head).xpos == "VBZ" and tree.token(before).upos == "CCONJ":
        if tree.first(i, "det", "amod", "compound", "case") is None:
            tree.verbs.add(i)
        return
    if not _has_noun_before(tree, i):
        return
    said = tree.first(i, "ccomp") is not None
    aims = tree.lower(i) in plural_or_verb() and tree.lower(i + 1) == "to"
    others = (tree.token(k).xpos in FINITE for k in range(sentence.first, sentence.stop))
    alone = (
        tree.base(i) == "ROOT"
        and i + 1 < sentence.stop
        and tree.token(i + 1).upos == "ADP"
        and tree.lower(i + 1) != "of"
    )
    if not said and not aims and (not alone or any(others)):
        return
    _take_over(tree, i)


def _past(tree: Tree, i: int) -> None:
    """As in "The barge | sank on Friday", read as a noun: a past tense that is no noun has its subject right before it."""
    if tree.lower(i) in past() and _has_noun_before(tree, i) and not tree.is_predicate(i):
        _take_over(tree, i)


def _take_over(tree: Tree, i: int) -> None:
    """Make token i a verb: the noun right before it is its subject, with what stood before that; the rest are its phrases."""
    before = i - 1
    tree.verbs.add(i)
    for child in list(tree.children[i]):
        if child < before and tree.base(child) in {"det", "amod", "compound", "nmod", "nummod"}:
            tree.move(child, before)
    tree.relabel(before, "nsubj")
    for child in list(tree.under(i, "acl", "nmod")):
        tree.relabel(child, "xcomp" if tree.base(child) == "acl" else "obl")


def _has_noun_before(tree: Tree, i: int) -> bool:
    before = i - 1
    return before >= 0 and tree.heads[before] == i and tree.base(before) == "compound"


def _adjective(tree: Tree, i: int) -> None:
    """As in "the firm | blamed prices", read as "blamed prices": what has a subject is the verb, the noun its object."""
    noun = tree.heads[i]
    subject = tree.first(i, "nsubj")
    if subject is None or not subject < i < noun or tree.is_predicate(noun):
        return
    above, label = tree.heads[noun], tree.labels[noun]
    tree.move(i, i if above == noun else above, label)
    tree.move(noun, i, "obj")
    tree.verbs.add(i)


def _noun(tree: Tree, i: int, sentence: Sentence) -> None:
    """As in "that each visit | costs": a word behind an article is no verb, but the subject of the one that follows."""
    last = tree.span(i)[1]
    verb = last + 1
    if verb >= sentence.stop or tree.token(verb).xpos not in FINITE or tree.subject(verb) is not None:
        return
    if tree.hangs_on(verb, i):
        return
    tree.move(i, verb, "nsubj")
    for child in list(tree.children[i]):
        if tree.lower(child) == "that":
            tree.move(child, verb, "mark")


def _after_noun(tree: Tree, i: int) -> None:
    """As in "after a ferry | capsized": a participle that cannot be passive is a finite verb, and the noun its subject."""
    noun = tree.heads[i]
    case = tree.first(noun, "case")
    if case is None or tree.lower(case) not in _TIMES or tree.token(i).xpos not in {"VBN", "VBD"}:
        return
    if tree.first(i, "aux", "nsubj") is not None:
        return
    active = tree.token(i).xpos == "VBD" and tree.first(i, "obj") is not None and tree.span(i)[0] == i == noun + 1
    if not active and tree.token(i).lemma.lower() not in never_passive():
        return
    above = tree.heads[noun]
    if above == noun:
        return
    tree.move(i, above, "advcl")
    tree.move(noun, i, "nsubj")
    tree.move(case, i, "mark")
    tree.verbs.add(i)


def _verbless_top(tree: Tree, noun: int) -> None:
    """As in "the versions | accounted for half of it": a full sentence has a verb; it was read as the noun's participle."""
    if tree.token(noun).upos not in NOMINAL or tree.is_predicate(noun):
        return
    clauses = (k for k in tree.under(noun, "acl", "parataxis", "conj", "advcl") if tree.first(k, "nsubj") is None)
    if any(tree.is_predicate(k) and tree.is_finite(k) for k in clauses):
        return
    found = [i for i in _participles(tree, noun) if not tree.pause_before(tree.span(i)[0])]
    known = [i for i in found if tree.token(i).lemma.lower() in never_passive() or _is_past_in_ed(tree, i)]
    if not known:
        return
    verb = known[-1]
    tree.move(verb, verb, "ROOT")
    tree.move(noun, verb, "nsubj")
    tree.verbs.add(verb)
    for child in list(tree.children[noun]):
        if child > verb:
            tree.move(child, verb)


def _is_past_in_ed(tree: Tree, i: int) -> bool:
    """Tell whether what was read as an adjective behind its noun is a past tense: "Ana Brod | headed in a corner"."""
    return tree.token(i).xpos == "JJ" and tree.lower(i).endswith("ed") and tree.first(i, "obl", "obj") is not None


def _participles(tree: Tree, noun: int) -> Iterator[int]:
    """Yield the participles that describe a noun, or a noun in a phrase of one of them."""
    for i in tree.under(noun, "acl"):
        if tree.token(i).xpos in {"VBN", "VBD", "JJ"} and tree.labels[i] != "acl:relcl":
            yield i
            for inner in tree.under(i, "obl", "obj"):
                yield from _participles(tree, inner)
