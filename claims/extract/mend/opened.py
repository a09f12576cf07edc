"""Opened: clauses behind "after" or "for" whose subject was read as a phrase, so that the verb stands without one."""

from claims.extract.parse import Sentence
from claims.extract.tree import FINITE, NOMINAL, Tree

_OPENERS = frozenset({"after", "before", "because", "since", "until", "while", "when", "once"})
_PHRASAL = frozenset({"for", "in", "of", "from", "with", "on", "at"})
"""Prepositions that open no clause with a finite verb."""
_RELATIVE = frozenset({"which", "whom"})
# The verb stands within so many tokens of its opener.
_REACH = 8


def mend_opened(tree: Tree, sentence: Sentence) -> None:
    """Give the verbs of such clauses their subjects."""
    _named_first(tree, sentence)
    for i in range(sentence.first + 2, sentence.stop):
        if tree.token(i).xpos in FINITE and tree.base(i) not in {"aux", "cop"}:
            _phrase_read_as_clause(tree, i)
            _price_each(tree, i)
            _behind_opener(tree, i, sentence)
        elif tree.base(i) == "advcl":
            _under_which(tree, i, sentence)
        elif tree.base(i) in {"obl", "nmod", "advmod"} and tree.heads[i] > i:
            _with_copula(tree, i)


def _with_copula(tree: Tree, i: int) -> None:
    """As in "Jobs are at | risk, unions said": what has a subject and a copula before it is a clause, not a phrase."""
    subject, copula = tree.first(i, "nsubj"), tree.first(i, "cop")
    if subject is not None and copula is not None and subject < copula < i and tree.token(copula).xpos in FINITE:
        tree.relabel(i, "ccomp")


def _behind_opener(tree: Tree, i: int, sentence: Sentence) -> None:
    """As in "jumped 8 percent after the firm | reported a profit": the noun between the opener and the verb is its subject."""
    noun = min([i, *tree.under(i, "advmod", "aux")]) - 1
    if noun <= sentence.first or tree.token(noun).upos not in NOMINAL or tree.first(i, "mark", "cc") is not None:
        return
    case = tree.first(noun, "case")
    while tree.base(noun) == "nmod" and tree.heads[noun] < noun and (case is None or tree.lower(case) not in _OPENERS):
        # "after talks with a buyer | collapsed": the phrase's first noun.
        noun = tree.heads[noun]
        case = tree.first(noun, "case")
    if case is None or tree.lower(case) not in _OPENERS or noun - case > _REACH or case > noun:
        return
    subject = tree.first(i, "nsubj")
    above = tree.heads[noun]
    while tree.heads[above] != above and not tree.is_predicate(above):
        above = tree.heads[above]
    if above == i or above > case:
        return
    if subject is not None:
        _in_subject(tree, i, subject, above)
        if tree.hangs_on(above, i):
            return
    elif not tree.hangs_on(i, above):
        return
    tree.move(i, above, "advcl")
    tree.move(noun, i, "nsubj")
    tree.move(case, i, "mark")


def _in_subject(tree: Tree, i: int, subject: int, verb: int) -> None:
    """As in "Ana Brandt, the head of it, | resigned after the firm admitted ...": the participle is the verb of the sentence."""
    start = tree.span(verb)[0]
    if tree.heads[verb] != subject or tree.token(verb).xpos not in {"VBN", "VBD"} or not tree.pause_before(start):
        return
    if start != verb or any(tree.token(k).text == "," for k in range(verb, i)):
        return
    above, label = tree.heads[i], tree.labels[i]
    tree.move(verb, verb if above == i else above, label)
    tree.move(subject, verb, "nsubj")
    tree.verbs.add(verb)
    tree.move(i, verb, "advcl")


def _phrase_read_as_clause(tree: Tree, i: int) -> None:
    """As in "Crude oil for June delivery | rose": what stands behind such a preposition is no subject."""
    noun, subject, mark = tree.heads[i], tree.first(i, "nsubj"), tree.first(i, "mark")
    if noun >= i or subject is None or mark is None or tree.lower(mark) not in _PHRASAL:
        return
    if tree.token(noun).upos not in NOMINAL or tree.is_predicate(noun) or not noun < mark < subject < i:
        return
    above, label = tree.heads[noun], tree.labels[noun]
    if tree.base(noun) not in {"ROOT", "root", "conj", "parataxis", "ccomp"}:
        return
    tree.move(i, i if above == noun else above, label)
    tree.move(subject, noun, "nmod")
    tree.move(mark, subject, "case")
    tree.move(noun, i, "nsubj")
    for child in list(tree.children[noun]):
        if child > i:
            tree.move(child, i)


def _price_each(tree: Tree, i: int) -> None:
    """As in "The bid of 31 crowns a share | opens the way": "a share" only says of what."""
    top, subject = tree.heads[i], tree.first(i, "nsubj")
    if subject is None or tree.base(i) != "parataxis" or tree.first(top, "cop", "aux") is not None or top > i:
        return
    article = tree.first(subject, "det")
    if tree.token(top).upos not in NOMINAL or article is None or tree.lower(article) not in {"a", "an"}:
        return
    number = article - 1
    if subject != article + 1 or tree.token(number).xpos not in {"CD", "$", "NNS"} or number <= top:
        return
    above, label = tree.heads[top], tree.labels[top]
    tree.move(i, i if above == top else above, label)
    tree.move(subject, number, "nmod")
    for child in list(tree.under(top, "nsubj")):
        tree.relabel(child, "compound")
    tree.move(top, i, "nsubj")
    for child in list(tree.children[top]):
        if child > i:
            tree.move(child, i)


def _named_first(tree: Tree, sentence: Sentence) -> None:
    """As in "Profit for the year | fell": a word before a preposition, with a finite verb that has no subject, orders nothing."""
    top = sentence.first
    if top + 1 >= sentence.stop:
        return
    if tree.heads[top] != top or tree.token(top).xpos != "VB" or tree.token(top + 1).upos != "ADP":
        return
    verb = next(
        (k for k in tree.under(top, "parataxis", "conj", "ccomp", "advcl") if tree.token(k).xpos in FINITE), None
    )
    if (
        verb is None
        or tree.first(verb, "nsubj", "expl", "cc", "mark") is not None
        or tree.pause_before(tree.span(verb)[0])
    ):
        return
    tree.move(verb, verb, "ROOT")
    tree.move(top, verb, "nsubj")
    for child in list(tree.children[top]):
        if child > verb:
            tree.move(child, verb)
        elif tree.base(child) in {"obj", "obl"}:
            tree.relabel(child, "nmod")


def _under_which(tree: Tree, i: int, sentence: Sentence) -> None:
    """As in "ended the dispute, under which it must pay": such a clause describes the noun before it."""
    start, _ = tree.span(i)
    if tree.token(start).upos != "ADP" or tree.lower(start + 1) not in _RELATIVE or start - 2 <= sentence.first:
        return
    noun = start - 2 if tree.token(start - 1).text == "," else start - 1
    if tree.token(noun).upos in NOMINAL and not tree.hangs_on(noun, i):
        tree.move(i, noun, "acl:relcl")
