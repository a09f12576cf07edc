"""Mend: what the language model's parse has plainly wrong, put right once, before anything is read from it.

What belongs here: a tag, a lemma or an arc that no reading of the sentence supports, told from the words around it and
from lists of words alone. Every later part (mentions, reports, atoms, kind, time, restating) then sees the same parse.

What does not: how a part takes a parse that is right. Which clause is a claim of its own, where a report ends, what a
phrase without a verb says more is for that part to choose, on a copy of the arcs where it needs one.

One module for each kind of fault, in their order: `forms` (what can be nothing but a verb), `names` (names and lemmas),
`saying` (verbs of saying), `arcs` (misread verbs and the arcs of clauses, with a module for each place that they go wrong).
"""

from claims.extract.mend.arcs import with_arcs
from claims.extract.mend.forms import with_verbs
from claims.extract.mend.names import with_names
from claims.extract.mend.saying import with_saying
from claims.extract.parse import Parse


def mended(parse: Parse) -> Parse:
    """Return the parse with its known faults put right; the parse itself where none was found.

    The words, their offsets and the sentences stay; each sentence keeps one head, and its arcs stay inside it.
    """
    return with_arcs(with_saying(with_names(with_verbs(parse))))
