"""Arcs: the verbs and arcs of clauses put right, sentence by sentence, on a working copy.

Each rule changes only what no reading of the sentence supports: a noun at the top of a sentence with a finite verb as its
participle, a relative clause that hangs on the wrong word, what follows a later clause but hangs on an earlier one. Their
order counts: verbs before subjects, and subjects before what hangs on either.
"""

from claims.extract.mend.appositives import appositive
from claims.extract.mend.attached import (
    absolute,
    clause_on_noun,
    left_of_mark,
    noun_for_verb,
    relative,
    right_of_conjunct,
)
from claims.extract.mend.hidden import mend_hidden
from claims.extract.mend.interrupted import mend_interrupted
from claims.extract.mend.joined import mend_joined
from claims.extract.mend.misread import mend_verbs
from claims.extract.mend.opened import mend_opened
from claims.extract.mend.settled import settled
from claims.extract.mend.subjects import bare_top, parted_subject, subject_behind_opener
from claims.extract.parse import Parse
from claims.extract.tree import LOOSE, Tree

_TOPS = frozenset({"ROOT", "root", "conj", "parataxis", "ccomp", "advcl"})
_MISPLACED = frozenset({"ccomp", "advcl", "parataxis", "conj", "dep", "acl"})
_PHRASES = frozenset({"obj", "obl", "conj", "nmod", "dep", "parataxis", "nsubj", "xcomp"})


def with_arcs(parse: Parse) -> Parse:
    """Return the parse with such verbs and arcs put right; the parse itself where nothing was wrong."""
    tree = Tree.of(parse)
    bases = tree.bases
    for sentence in parse.sentences:
        words = range(sentence.first, sentence.stop)
        mend_verbs(tree, sentence)
        mend_hidden(tree, sentence)
        mend_opened(tree, sentence)
        mend_interrupted(tree, sentence)
        mend_joined(tree, sentence)
        for i in words:
            if bases[i] in _MISPLACED:
                if bases[i] == "acl":
                    absolute(tree, i)
                relative(tree, i, sentence)
        for i in words:
            if bases[i] in _TOPS:
                bare_top(tree, i)
        for i in words:
            if bases[i] in LOOSE:
                subject_behind_opener(tree, i)
                parted_subject(tree, i, sentence)
                if bases[i] == "conj":
                    noun_for_verb(tree, i)
                    clause_on_noun(tree, i)
        for i in words:
            base = bases[i]
            if base in {"conj", "parataxis"}:
                right_of_conjunct(tree, i)
            elif base == "advcl":
                left_of_mark(tree, i)
            if base in _PHRASES:
                appositive(tree, i)
    return settled(tree)
