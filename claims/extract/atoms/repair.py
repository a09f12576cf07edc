"""Repair: the faults that a small parser is known to make, mended before clauses are looked for.

Each repair changes only arcs that no reading of the sentence supports: a noun at the top of a sentence with a finite verb as its
participle, a relative clause that hangs on the wrong word, what follows a later clause but hangs on an earlier one.
"""

from claims.extract.atoms.interrupted import mark_phrases, mend_interrupted
from claims.extract.atoms.misread import mend_verbs, shared_verbs
from claims.extract.atoms.tree import FINITE, NOMINAL, PAUSES, Tree
from claims.extract.parse import Parse, Sentence
from claims.extract.words import lists

_LOOSE = frozenset({"conj", "parataxis", "advcl", "advmod", "dep", "ccomp", "obl", "xcomp", "acl", "appos"})
_TOPS = frozenset({"ROOT", "root", "conj", "parataxis", "ccomp", "advcl"})
_OPENERS = frozenset({"after", "before", "because", "as", "since", "until", "while", "when"})
_MISPLACED = frozenset({"ccomp", "advcl", "parataxis", "conj", "dep", "acl"})
_PHRASES = frozenset({"obj", "obl", "conj", "nmod", "dep", "parataxis", "nsubj"})
_RELATIVE = frozenset({"which", "who", "whose", "whom", "that", "where"})


def repaired(parse: Parse) -> Tree:
    """Return the arcs of a parse with known faults mended."""
    tree = Tree.of(parse)
    bases = tree.bases
    for sentence in parse.sentences:
        words = range(sentence.first, sentence.stop)
        mend_verbs(tree, sentence)
        shared_verbs(tree, sentence)
        mend_interrupted(tree, sentence)
        for i in words:
            if bases[i] in _MISPLACED:
                if bases[i] == "acl":
                    _absolute(tree, i)
                _relative(tree, i, sentence)
        for i in words:
            if bases[i] in _TOPS:
                _bare_top(tree, i)
        for i in words:
            if bases[i] in _LOOSE:
                _subject_behind_opener(tree, i)
                _parted_subject(tree, i, sentence)
                if bases[i] == "conj":
                    _noun_for_verb(tree, i)
                    _clause_on_noun(tree, i)
        for i in words:
            base = bases[i]
            if base in {"conj", "parataxis"}:
                _right_of_conjunct(tree, i)
            elif base == "advcl":
                _left_of_mark(tree, i)
            if base in _PHRASES:
                _appositive(tree, i)
        mark_phrases(tree, sentence)
    return tree


def _bare_top(tree: Tree, noun: int) -> None:
    """As in "sales, which had grown, | fell": a finite verb that hangs on a bare noun at the top takes its place."""
    if tree.token(noun).upos not in NOMINAL or tree.is_predicate(noun):
        return
    for i in tree.children[noun]:
        if i < noun or tree.base(i) not in _LOOSE or tree.labels[i] == "acl:relcl":
            continue
        plain = tree.token(i).xpos == "VB" and tree.token(noun).xpos == "NNS" and tree.first(i, "aux", "mark") is None
        if (
            not tree.is_predicate(i)
            or not (plain or tree.is_finite(i))
            or tree.subject(i) is not None
            or tree.first(i, "cc", "mark") is not None
        ):
            continue
        if any(tree.lower(child) in _RELATIVE for child in tree.children[i] if child < i):
            continue
        above, label = tree.heads[noun], tree.labels[noun]
        tree.move(i, i if above == noun else above, label)
        tree.move(noun, i, "nsubj")
        for child in list(tree.children[noun]):
            if child > i or tree.base(child) in {"mark", "cc"}:
                tree.move(child, i)
        return


def _absolute(tree: Tree, i: int) -> None:
    """As in ", with the cup going to Norway": "going" is what is said and the cup its subject."""
    noun = tree.heads[i]
    if noun > i or tree.token(i).xpos not in {"VBG", "VBN"} or tree.base(noun) not in {"obl", "nmod"}:
        return
    case = tree.first(noun, "case")
    if case is None or tree.lower(case) != "with" or not tree.pause_before(case):
        return
    above = tree.heads[noun]
    tree.move(i, above, "advcl")
    tree.move(noun, i, "nsubj")
    tree.move(case, i, "mark")
    for child in list(tree.under(noun, "conj")):
        if child > i:
            # "..., and the shield to Chile": the verb left out.
            tree.move(child, i, "conj:gap")


def _relative(tree: Tree, i: int, sentence: Sentence) -> None:
    """A clause that opens with "which" or "who" after a noun is a relative of that noun, whatever its label says."""
    if tree.labels[i] == "acl:relcl":
        return
    start, _ = tree.span(i)
    opener = tree.lower(start)
    if start == sentence.first or start >= i:
        return
    paused = tree.pause_before(start)
    if opener == "where" and not paused:
        return
    if tree.labels[i] != "advcl:relcl" and (opener == "that" or (tree.base(i) == "ccomp" and not paused)):
        return
    if opener not in _RELATIVE:
        return
    noun = start - 1
    while noun > sentence.first and (tree.token(noun).text in PAUSES or tree.token(noun).upos == "ADP"):
        noun -= 1
    if tree.token(noun).upos in NOMINAL and not tree.hangs_on(noun, i):
        tree.move(i, noun, "acl:relcl")


def _parted_subject(tree: Tree, i: int, sentence: Sentence) -> None:
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


def _subject_behind_opener(tree: Tree, i: int) -> None:
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


def _noun_for_verb(tree: Tree, i: int) -> None:
    """As in "employs 40 people and | plans to hire": a bare plural right behind a joiner and before "to" and a verb is a verb."""
    tokens = tree.parse.tokens
    if tree.lower(i) in {"cost", "costs"} and tree.lower(i - 1) == "and" and i + 1 < len(tokens):
        if tree.token(i + 1).upos in {"SYM", "NUM"}:
            tree.move(i + 1, i, "obj")
        return
    if (
        tree.lower(i) not in lists("atoms")["plural_or_verb"]
        or tree.token(i).xpos != "NNS"
        or i + 2 >= len(tokens)
        or tree.token(i - 1).upos != "CCONJ"
    ):
        return
    if tree.lower(i + 1) == "to" and tree.token(i + 2).xpos == "VB":
        tree.move(i + 2, i, "xcomp")


def _clause_on_noun(tree: Tree, i: int) -> None:
    """As in "... in the stock | and said": a finite verb joined to a plain noun is joined to the clause of that noun."""
    above = tree.heads[i]
    if above > i or not tree.is_predicate(i) or tree.is_predicate(above):
        return
    if not tree.is_finite(i) and tree.token(i).xpos != "VB":
        return
    node = above
    while tree.heads[node] != node:
        node = tree.heads[node]
        if tree.is_predicate(node):
            break
    if node != above and tree.is_predicate(node) and node < i:
        tree.move(i, node)


def _right_of_conjunct(tree: Tree, i: int) -> None:
    """What stands right of a later clause with a subject of its own belongs to that clause, not to the one before.

    So does an object right of a later verb where the earlier verb has one already.
    """
    head = tree.heads[i]
    if head >= i or not tree.is_predicate(i):
        return
    all_of_it = tree.subject(i) is not None
    for child in list(tree.children[head]):
        if child < i or tree.base(child) == "punct":
            continue
        if tree.base(child) in {"conj", "parataxis", "ccomp"} and tree.is_predicate(child):
            continue
        doubled = tree.base(child) == "obj" and any(head < other < i for other in tree.under(head, "obj"))
        if all_of_it or (doubled and tree.first(i, "obj") is None):
            tree.move(child, i)


def _left_of_mark(tree: Tree, i: int) -> None:
    """As in "rebuilt it entirely | after the fire": what stands left of the clause's own opener belongs to the clause before."""
    mark = tree.first(i, "mark")
    head = tree.heads[i]
    if mark is None or head >= mark:
        return
    for child in list(tree.children[i]):
        if (
            child < mark
            and tree.base(child) in {"advmod", "obl"}
            and not (child == mark - 1 and tree.lower(child) in {"even", "just", "only", "shortly", "soon"})
        ):
            tree.move(child, head)


def _appositive(tree: Tree, i: int) -> None:
    """As in "joined the Orma, a tribe of herders": such a phrase behind a comma, next to a noun, is its appositive."""
    head = tree.heads[i]
    if tree.token(i).upos != "NOUN" and tree.token(i).xpos != "JJS":
        return
    if tree.first(i, "case", "cc", "cop", "nsubj", "mark") is not None:
        return
    start, stop = tree.span(i)
    if start < 2 or tree.token(start - 1).text not in {",", "—", "–"} or not states(tree, start, i):
        return
    if i < head and (tree.base(i) == "conj" or tree.lower(stop + 1) not in {",", "—", "–"}):
        return
    noun = start - 2
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
        tree.token(k).xpos == "JJS" or "NumType=Ord" in tree.token(k).morph for k in range(start + 1, i + 1)
    )
