"""Shared: which later verbs share the clause that is said, and which are a deed of the speaker beside saying it.

This stays with the atoms, and is no mending: the atom ends before the deed, while the report goes on over it, since a deed
told in the speaker's own sentence ("and accused the union") is on the speaker's word, too.
"""

from claims.extract.parse import Sentence
from claims.extract.tree import Tree


def shared_verbs(tree: Tree, sentence: Sentence) -> None:
    """Part "said there would be no cuts and | accused the union": a past tense shares neither "would" nor "there"."""
    for i in range(sentence.first, sentence.stop):
        if tree.base(i) != "conj" or tree.token(i).xpos != "VBD" or tree.subject(i) is not None:
            continue
        clause = tree.heads[i]
        above = tree.heads[clause]
        if tree.base(clause) != "ccomp" or tree.first(i, "aux", "cop") is not None or above > clause:
            continue
        modal = any(tree.token(k).xpos == "MD" for k in tree.under(clause, "aux"))
        if (modal or tree.first(clause, "expl") is not None) and tree.token(above).xpos == "VBD":
            tree.move(i, above)
