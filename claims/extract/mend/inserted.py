"""Inserted: what stands between two commas after a subject, so that the verb behind it was given to something else.

"The gang, which had cut the wires, | opened three safes": a finite verb right behind a comma, with no subject and no "and",
belongs to the noun before the comma that opened the insertion.
"""

from claims.extract.parse import Sentence
from claims.extract.tree import FINITE, NOMINAL, Tree

_RELATIVE = frozenset({"who", "which", "whose", "whom", "where"})
_NOUN_OPENERS = frozenset(
    {"a", "an", "the", "another", "its", "their", "his", "her", "both", "one", "once", "formerly", "aged"}
)
_SUBORDINATORS = frozenset(
    {"after", "before", "because", "since", "as", "until", "while", "when", "that", "although", "though"}
)
_BREAKS = frozenset({";", ":", '"', "“", "”", "(", ")", "?", "!"})
_WITHIN_A_PHRASE = frozenset({"flat", "compound", "nmod", "conj", "appos", "nummod", "amod", "list"})
# An insertion longer than this, in tokens, is no insertion.
_LONGEST = 40


def mend_inserted(tree: Tree, sentence: Sentence) -> None:
    """Give each finite verb behind an insertion the subject before it."""
    for i in range(sentence.first + 4, sentence.stop):
        if tree.token(i).xpos in FINITE or tree.token(i).xpos in {"VBN", "VB", "JJ"}:
            _mend(tree, i, sentence)
        if tree.base(i) == "conj" and tree.token(i).upos in NOMINAL:
            _joined_subject(tree, i)


def _mend(tree: Tree, i: int, sentence: Sentence) -> None:
    helper = tree.base(i) in {"aux", "cop"}
    verb = tree.heads[i] if helper else i
    if verb < i or tree.first(verb, "nsubj", "csubj", "expl", "cc", "mark") is not None:
        return
    if not helper and any(k < i for k in tree.under(verb, "aux", "cop")):
        return
    comma = i - 1
    while comma > sentence.first and tree.token(comma).upos == "ADV" and tree.hangs_on(comma, verb):
        comma -= 1
    if tree.token(comma).text != "," or not (helper or tree.is_predicate(verb)):
        return
    plain = tree.token(i).xpos in FINITE or tree.token(i).xpos == "VB"
    opener = _opener(tree, comma, sentence, plain)
    if opener is None:
        return
    noun = _phrase_top(tree, opener - 2, opener, sentence)
    _give(tree, noun, verb, opener, comma)


def _joined_subject(tree: Tree, noun: int) -> None:
    """As in "came from Oslo, and the number | rose to 3": a noun joined to a verb is the subject of its participle."""
    verb, joiner = tree.heads[noun], tree.first(noun, "cc")
    if verb > noun or joiner is None or tree.token(verb).upos != "VERB" or tree.is_predicate(noun):
        return
    for i in tree.under(noun, "acl"):
        token = tree.token(i)
        if token.xpos not in {"VBN", "VBD"} or tree.labels[i] == "acl:relcl" or tree.pause_before(i):
            continue
        if tree.first(i, "mark", "nsubj", "aux", "cc") is None and i > noun:
            tree.move(i, verb, "conj")
            tree.move(noun, i, "nsubj")
            tree.move(joiner, i)
            tree.verbs.add(i)
            return


def _opener(tree: Tree, comma: int, sentence: Sentence, plain: bool) -> int | None:
    """Return the first token of the insertion that this comma closes, or None."""
    finite = 0
    for k in range(comma - 1, max(sentence.first, comma - _LONGEST), -1):
        token = tree.token(k)
        if token.text in _BREAKS:
            return None
        finite += token.xpos in FINITE or token.xpos == "VBP"
        if tree.token(k - 1).text != "," or tree.token(k - 2).upos not in NOMINAL:
            continue
        if token.lower in _RELATIVE:
            return k if finite else None
        if plain and not finite and (token.lower in _NOUN_OPENERS or (token.xpos == "VBN" and comma - k > 1)):
            return k
        if plain and finite == 1 and token.xpos == "VBD" and tree.first(k, "nsubj", "obj", "aux") is None:
            return k
    return None


def _phrase_top(tree: Tree, i: int, stop: int, sentence: Sentence) -> int:
    """Return the head of the noun phrase that token i ends."""
    while tree.base(i) in _WITHIN_A_PHRASE and sentence.first <= tree.heads[i] < stop:
        above = tree.heads[i]
        if tree.token(above).upos not in NOMINAL or _is_but(tree, i):
            break
        case = tree.first(i, "case")
        if case is not None and tree.lower(case) in _SUBORDINATORS:
            break  # "comes a day after Norvik, another maker, | closed"
        i = above
    return i


def _give(tree: Tree, noun: int, verb: int, opener: int, comma: int) -> None:
    above, label = tree.heads[noun], tree.labels[noun]
    inside = opener <= above < comma
    top = above if inside else noun
    case = tree.first(noun, "case")
    if inside:
        tree_above, tree_label = tree.heads[top], tree.labels[top]
        if tree.hangs_on(tree_above, verb) and tree_above != top:
            return
        tree.move(verb, verb if tree_above == top else tree_above, tree_label)
        tree.move(noun, verb, "nsubj")
        tree.move(top, noun, "acl")
        for child in list(tree.children[top]):
            if child > comma or child < noun:
                tree.move(child, verb)
    elif above == noun:
        tree.move(verb, verb, label)
        tree.move(noun, verb, "nsubj")
    elif _is_but(tree, noun):
        tree.move(verb, _predicate_above(tree, above), "conj")
        tree.move(noun, verb, "nsubj")
    elif case is not None:
        if tree.lower(case) not in _SUBORDINATORS:
            return
        node = _predicate_above(tree, above)
        if tree.hangs_on(node, verb):
            return
        tree.move(verb, node, "advcl")
        tree.move(noun, verb, "nsubj")
        tree.move(case, verb, "mark")
    elif tree.base(noun) == "nsubj" and above > comma and above != verb and _has_other_subject(tree, above, noun):
        tree.move(verb, above, "ccomp")
        tree.move(noun, verb, "nsubj")
    else:
        return
    tree.verbs.add(verb)
    for k in range(opener, comma):
        if not opener <= tree.heads[k] < comma and tree.heads[k] != noun and tree.token(k).upos in NOMINAL:
            tree.move(k, noun, "appos")
    for child in list(tree.children[noun]):
        if child > comma or tree.base(child) == "cc":
            tree.move(child, verb)


def _predicate_above(tree: Tree, i: int) -> int:
    while not tree.is_predicate(i) and tree.heads[i] != i:
        i = tree.heads[i]
    return i


def _is_but(tree: Tree, i: int) -> bool:
    joiner = tree.first(i, "cc")
    return joiner is not None and tree.lower(joiner) == "but"


def _has_other_subject(tree: Tree, verb: int, noun: int) -> bool:
    return any(child != noun for child in tree.under(verb, "nsubj"))
