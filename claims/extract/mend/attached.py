"""Attached: clauses and phrases that hang on a wrong word, as a relative clause on the verb before its noun."""

from claims.extract.attribution.lexicon import verbs
from claims.extract.mend.lexicon import plural_or_verb
from claims.extract.parse import Sentence
from claims.extract.tree import NOMINAL, PAUSES, Tree

RELATIVE = frozenset({"which", "who", "whose", "whom", "that", "where"})


def absolute(tree: Tree, i: int) -> None:
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


def relative(tree: Tree, i: int, sentence: Sentence) -> None:
    """A clause that opens with "which" or "who" after a noun is a relative of that noun, whatever its label says."""
    if tree.labels[i] == "acl:relcl" or (tree.base(i) == "parataxis" and tree.token(i).lemma in verbs()):
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
    if opener not in RELATIVE:
        return
    noun = start - 1
    while noun > sentence.first and (tree.token(noun).text in PAUSES or tree.token(noun).upos == "ADP"):
        noun -= 1
    if tree.token(noun).upos in NOMINAL and not tree.hangs_on(noun, i):
        tree.move(i, noun, "acl:relcl")


def noun_for_verb(tree: Tree, i: int) -> None:
    """As in "employs 40 people and | plans to hire": a bare plural right behind a joiner and before "to" and a verb is a verb."""
    tokens = tree.parse.tokens
    if tree.lower(i) in {"cost", "costs"} and tree.lower(i - 1) == "and" and i + 1 < len(tokens):
        if tree.token(i + 1).upos in {"SYM", "NUM"}:
            number = i + 1
            while tree.base(number) in {"nummod", "compound"} and tree.heads[number] > number:
                number = tree.heads[number]
            tree.move(number, i, "obj")
            tree.verbs.add(i)
        return
    if (
        tree.lower(i) not in plural_or_verb()
        or tree.token(i).xpos != "NNS"
        or i + 2 >= len(tokens)
        or tree.token(i - 1).upos != "CCONJ"
    ):
        return
    if tree.lower(i + 1) == "to" and tree.token(i + 2).xpos == "VB":
        tree.move(i + 2, i, "xcomp")
        tree.verbs.add(i)


def clause_on_noun(tree: Tree, i: int) -> None:
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


def right_of_conjunct(tree: Tree, i: int) -> None:
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


def left_of_mark(tree: Tree, i: int) -> None:
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
