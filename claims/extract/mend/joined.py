"""Joined: what "and" or a comma joins to a clause, read as joined to a word inside it."""

from claims.extract.parse import Sentence
from claims.extract.tree import FINITE, NOMINAL, Tree


def mend_joined(tree: Tree, sentence: Sentence) -> None:
    """Join such words to the clauses that they go on."""
    for i in range(sentence.first + 2, sentence.stop):
        base, xpos = tree.base(i), tree.token(i).xpos
        if base in {"xcomp", "ccomp"} and xpos == "VBG" and tree.heads[i] < i:
            _behind_comma(tree, i)
        elif base == "conj" and xpos == "VBG" and tree.heads[i] < i and tree.token(tree.heads[i]).xpos != "VBG":
            if tree.first(i, "cc") is None and not list(tree.under(i, "conj")):
                _behind_comma(tree, i)
        elif base == "nsubj":
            _second_subject(tree, i)
        elif base == "conj" and xpos == "VB":
            _out_of_relative(tree, i)
        elif base == "conj" and tree.token(i).upos in NOMINAL:
            _second_absolute(tree, i, sentence)
            _gap(tree, i)


def _behind_comma(tree: Tree, i: int) -> None:
    """As in "plans to close two mills, | cutting 300 jobs": a participle behind a comma is nobody's object."""
    if tree.token(i - 1).text == "," and tree.first(i, "mark", "nsubj", "aux") is None:
        tree.relabel(i, "advcl")


def _second_subject(tree: Tree, i: int) -> None:
    """As in "Every stock fell or stayed even, and all bonds | gained": of two subjects the first has a verb of its own."""
    verb, joiner = tree.heads[i], tree.first(i, "cc")
    first = tree.first(verb, "nsubj")
    if joiner is None:
        joiner = next((k for k in tree.under(verb, "cc") if k == tree.span(i)[0] - 1), None)
    if joiner is None or first is None or first >= joiner or verb < i or not tree.pause_before(joiner):
        return
    own = next(
        (k for k in tree.under(first, "conj", "acl", "parataxis") if tree.token(k).xpos in FINITE and k < i), None
    )
    if own is None:
        return
    above, label = tree.heads[verb], tree.labels[verb]
    tree.move(own, own if above == verb else above, label)
    tree.move(first, own, "nsubj")
    tree.move(verb, own, "conj")
    tree.move(joiner, verb)


def _out_of_relative(tree: Tree, i: int) -> None:
    """As in "will pay the owners, who had sued, and | admit nothing": an infinitive goes on what has "will", not a past."""
    inner = tree.heads[i]
    if tree.labels[inner] != "acl:relcl" or tree.token(inner).xpos == "VB" or tree.first(i, "nsubj", "aux") is not None:
        return
    if any(tree.token(k).xpos == "MD" for k in tree.under(inner, "aux")):
        return
    joiner = tree.first(i, "cc")
    if joiner is None or not tree.pause_before(joiner):
        return
    above = tree.heads[inner]
    while tree.heads[above] != above and not tree.is_predicate(above):
        above = tree.heads[above]
    if tree.token(above).xpos == "VB" and above < inner:
        tree.move(i, above, "conj")


def _second_absolute(tree: Tree, i: int, sentence: Sentence) -> None:
    """As in ", with Norvik dropping 9 percent and Sydal | falling 7": each has a verb of its own."""
    verb, joiner = i + 1, tree.first(i, "cc")
    if verb >= sentence.stop or tree.token(verb).xpos != "VBG" or joiner is None or tree.hangs_on(i, verb):
        return
    before = tree.heads[i]
    while tree.heads[before] != before and tree.token(before).xpos != "VBG":
        before = tree.heads[before]
    if tree.token(before).xpos != "VBG" or tree.first(before, "nsubj") is None or before > i:
        return
    if tree.base(before) != "advcl" or tree.base(verb) not in {"advcl", "acl"} or tree.pause_before(verb):
        return
    tree.move(verb, before, "conj")
    tree.move(i, verb, "nsubj")
    tree.move(joiner, verb)


def _gap(tree: Tree, i: int) -> None:
    """As in "the Paris exchange losing 2 percent and the Madrid exchange | 3": the verb left out, the noun its subject."""
    verb = tree.heads[i]
    while tree.heads[verb] != verb and not tree.is_predicate(verb):
        verb = tree.heads[verb]
    number, joiner = tree.first(i, "nummod"), tree.first(i, "cc")
    if number is None or joiner is None or number > i or tree.subject(verb) is None or tree.heads[i] == verb:
        return
    noun = next((k for k in tree.under(i, "compound") if joiner < k < number), None)
    articles = tree.under(i, "det") if noun is not None else iter(())
    article = next((k for k in articles if joiner < k < number), None)
    if noun is None:
        return
    if article is None:
        article = tree.first(noun, "det")
    if article is None and tree.token(noun).upos != "PROPN":
        return
    tree.move(i, verb, "conj:gap")
    tree.move(noun, i, "orphan")
    if article is not None:
        tree.move(article, noun)
