"""Openers: clauses of which the opener, the joiner or the subject hangs on a wrong word, though their verb was read as one."""

from claims.extract.parse import Sentence
from claims.extract.tree import NOMINAL, Tree

_HEARERS = frozenset(
    {"tell", "inform", "assure", "warn", "remind", "notify", "persuade", "convince", "promise", "advise"}
)
_TIMES = frozenset({"after", "before", "since", "until", "when", "once"})


def told_clause(tree: Tree, i: int) -> None:
    """As in "told the jury | that he had gone": what was told hangs on the verb, not on those who were told."""
    noun = tree.heads[i]
    verb = tree.heads[noun]
    if tree.base(noun) in {"obj", "iobj"} and tree.token(verb).lemma.lower() in _HEARERS:
        mark = tree.first(i, "mark")
        if tree.first(i, "nsubj") is not None and (mark is None or tree.lower(mark) == "that"):
            tree.move(i, verb, "ccomp")


def timed_clause(tree: Tree, i: int) -> None:
    """As in "sank after a wave | broke its doors": a clause with such an opener is no subject and no phrase."""
    subject = tree.first(i, "nsubj", "csubj")
    if subject is None or (tree.base(i) != "csubj" and tree.first(i, "cop", "aux") is None):
        return
    case = tree.first(subject, "case")
    opener = case if case is not None else tree.span(i)[0]
    if tree.lower(opener) not in _TIMES or not tree.is_finite(i):
        return
    tree.relabel(i, "advcl")
    if case is not None:
        tree.move(case, i, "mark")


def existence(tree: Tree, verb: int, sentence: Sentence) -> None:
    """As in "there are | no plans to close": the noun behind it belongs to "there are", whatever follows."""
    if tree.first(verb, "nsubj") is not None or tree.token(verb).lemma != "be":
        return
    noun = verb + 1
    while noun < sentence.stop and tree.token(noun).upos in {"DET", "ADJ", "NUM", "ADV"}:
        noun += 1
    if noun < sentence.stop and tree.token(noun).upos == "NOUN" and tree.heads[noun] > noun:
        tree.move(noun, verb, "nsubj")


def opening_participle(tree: Tree, i: int, sentence: Sentence) -> None:
    """As in "Built in 1911, the mill | is the oldest": the participle only opens, and what has a copula is the main clause."""
    if i != sentence.first or tree.token(i).xpos != "VBN":
        return
    main = next((k for k in tree.children[i] if k > i and tree.first(k, "cop") and tree.first(k, "nsubj")), None)
    if main is not None:
        tree.move(main, main, "ROOT")
        tree.move(i, main, "advcl")
        for child in list(tree.children[i]):
            if child > main:
                tree.move(child, main)


def joined_clause(tree: Tree, i: int) -> None:
    """As in "made a change and | her side replied": "and" before its subject joins a clause, whatever its label says."""
    subject = tree.first(i, "nsubj")
    if subject is None or tree.first(i, "cc", "mark") is not None or not tree.is_predicate(i):
        return
    joiner = tree.first(subject, "cc")
    if joiner is None or joiner != tree.span(subject)[0] or tree.lower(joiner) not in {"and", "but"}:
        return
    tree.move(joiner, i)
    tree.relabel(i, "conj")
    if tree.token(i).xpos == "VBN" and tree.first(i, "aux") is None:
        tree.verbs.add(i)


def second_year(tree: Tree, year: int) -> None:
    """As in "deals signed in 1996 and 1999 | had failed": a year is no subject; the noun that both years date is."""
    verb, first = tree.heads[year], year - 2
    if first < 0 or tree.token(year - 1).upos != "CCONJ" or tree.token(first).xpos != "CD" or verb < year:
        return
    if not all(len(tree.token(k).text) == 4 and tree.token(k).text.isdigit() for k in (first, year)):
        return
    participle = tree.heads[first]
    noun = tree.heads[participle]
    if tree.base(participle) != "acl" or tree.token(noun).upos not in NOMINAL:
        return
    above = tree.heads[noun]
    tree.move(verb, verb if above == noun else above, "ccomp" if tree.base(noun) == "obj" else tree.labels[noun])
    tree.move(noun, verb, "nsubj")
    tree.move(year, first, "conj")
    tree.move(year - 1, year, "cc")
    opener = next((k for k in tree.children[noun] if tree.lower(k) == "that" and k < noun), None)
    if opener is not None:
        tree.move(opener, verb, "mark")
