"""Hidden: verbs that stand inside what was read as one noun phrase, as an adjective or the first half of a compound."""

from claims.extract.attribution.lexicon import forms
from claims.extract.mend.lexicon import never_passive, past, unchanged
from claims.extract.parse import Sentence
from claims.extract.tree import FINITE, NOMINAL, Tree

_OPENERS = frozenset({"after", "as", "before", "because", "since", "while", "when"})
_TOPS = frozenset({"ROOT", "root"})
_OF_NOUN = ("det", "amod", "compound", "nmod", "nummod", "flat")


def mend_hidden(tree: Tree, sentence: Sentence) -> None:
    """Make such words verbs, what stands before them their subject and what they stood in their object."""
    for i in range(sentence.first + 1, sentence.stop - 1):
        token, base = tree.token(i), tree.base(i)
        if base in {"compound", "amod"} and tree.heads[i] > i:
            if token.xpos in {"VBZ", "VBD"} and tree.token(i - 1).text == "," and not _reduced(tree, i):
                _behind_comma(tree, i)
            elif token.xpos == "VBG" and tree.token(i - 1).text == "," and base == "compound":
                _participle(tree, i)
            elif token.lower.endswith("ed") and tree.base(tree.heads[i]) in _TOPS:
                _behind_name(tree, i, sentence)
            elif token.lower in past() and token.lower not in unchanged() and base == "compound":
                _in_compound(tree, i)
            if base == "amod" and token.xpos in {"VBN", "VBD"} and tree.token(i - 1).text == ",":
                _joined_noun(tree, i)
        elif token.xpos in {"VBN", "VBG"} and base == "advcl" and tree.token(i - 1).text == "," and tree.heads[i] < i:
            for child in list(tree.children[i]):
                if child < i - 1:  # ", hit by weak demand": what stands before the comma is of the clause before
                    tree.move(child, tree.heads[i])
        elif token.xpos in {"VBN", "VBD"} and base in {"advcl", "ccomp"} and tree.first(i, "mark") is not None:
            _compound_subject(tree, i)
    _announced(tree, sentence)
    _compared(tree, sentence)


def _compared(tree: Tree, sentence: Sentence) -> None:
    """As in "Exports | fell by 8 percent compared with May": what cannot be passive describes no noun, and is the verb."""
    top = next((i for i in range(sentence.first, sentence.stop) if tree.heads[i] == i), sentence.first)
    noun = tree.first(top, "nsubj")
    if tree.token(top).xpos not in {"VBN", "VBG"} or noun is None or tree.first(top, "aux", "cop", "conj") is not None:
        return
    lemmas = {k: past().get(tree.lower(k), tree.token(k).lemma.lower()) for k in tree.under(noun, "acl") if k < top}
    verb = next((k for k, lemma in lemmas.items() if lemma in never_passive()), None)
    if verb is None or tree.token(verb).xpos not in {"VBN", "VBD"} or tree.pause_before(tree.span(verb)[0]):
        return
    tree.move(verb, verb, "ROOT")
    tree.move(noun, verb, "nsubj")
    tree.move(top, verb, "advcl")
    tree.verbs.add(verb)
    for child in list(tree.children[top]):
        if child < verb or (tree.base(child) == "advcl" and tree.pause_before(tree.span(child)[0])):
            tree.move(child, verb)


def _behind_comma(tree: Tree, i: int) -> None:
    """As in "The recall, the third this year, | covers cars": a finite form behind a comma is no part of the noun after it."""
    noun = tree.heads[i]
    above = tree.heads[noun]
    if tree.base(noun) == "nsubj" and above > noun and tree.first(above, "aux", "cop") is None:
        participle, up, label = above, tree.heads[above], tree.labels[above]
        if tree.token(participle).xpos != "VBN":
            return
        tree.move(noun, noun if up == participle else up, label)
        tree.move(participle, noun, "acl")
        for child in list(tree.children[participle]):
            if child < i:
                tree.move(child, noun)
    above, label = tree.heads[noun], tree.labels[noun]
    tree.move(i, i if above == noun else above, "parataxis" if tree.base(noun) in {"acl", "nsubj", "obl"} else label)
    tree.move(noun, i, "obj")
    tree.verbs.add(i)
    for child in list(tree.children[noun]):
        if child < i:
            tree.move(child, i if tree.heads[i] == i else tree.heads[i])


def _participle(tree: Tree, i: int) -> None:
    """As in "filed for protection, | listing assets of 80 million": a participle with its object behind a comma."""
    noun = tree.heads[i]
    if tree.base(noun) not in {"appos", "parataxis", "dep"} or tree.span(noun)[0] != i:
        return
    above = tree.heads[noun]
    while tree.heads[above] != above and not tree.is_predicate(above):
        above = tree.heads[above]
    if tree.is_predicate(above) and above < i:
        tree.move(i, above, "advcl")
        tree.move(noun, i, "obj")


def _behind_name(tree: Tree, i: int, sentence: Sentence) -> None:
    """As in "Norvik | unveiled plans for a plant": between a name and a noun without an article stands a verb."""
    noun, name = tree.heads[i], i - 1
    subject = tree.first(noun, "nsubj")
    if subject is not None and subject < i and tree.first(noun, "cop", "aux", "det", "nmod:poss") is None:
        # "The maker Norvik | announced plans": a noun without a copula has no subject; the verb is what stands between.
        tree.move(i, i, "ROOT")
        for child in [*tree.children[noun]]:
            if child < i or (child > noun and tree.base(child) in {"obl", "advcl", "punct", "parataxis"}):
                tree.move(child, i)
        tree.move(noun, i, "obj")
        tree.verbs.add(i)
        return
    if tree.token(name).upos != "PROPN" or tree.heads[name] not in {noun, i} or tree.is_predicate(noun):
        return
    first = name
    while first > sentence.first and tree.token(first - 1).upos == "PROPN":
        first -= 1
    opens = first == sentence.first or tree.token(first - 1).text == ","
    if not opens or tree.lower(sentence.stop - 1) != "." or tree.token(noun).upos not in NOMINAL:
        return
    if any(tree.token(k).xpos in FINITE and tree.heads[k] == noun for k in range(noun + 1, sentence.stop)):
        return
    tree.move(i, i, "ROOT")
    tree.move(name, i, "nsubj")
    tree.move(noun, i, "obj")
    for child in list(tree.children[noun]):
        if child < first:
            tree.move(child, i, "obl" if tree.base(child) == "nmod" else None)
        elif child < name:
            tree.move(child, name)
    tree.verbs.add(i)


def _in_compound(tree: Tree, i: int) -> None:
    """As in "as the maker | outsold rivals": a past tense that is no noun has the noun before it as its subject."""
    noun, subject = tree.heads[i], i - 1
    if tree.heads[subject] not in {noun, i} or tree.base(subject) != "compound" or tree.is_predicate(noun):
        return
    above, label = tree.heads[noun], tree.labels[noun]
    opener = tree.first(noun, "case")
    if opener is not None and tree.lower(opener) not in _OPENERS:
        return
    tree.move(i, i if above == noun else above, label if opener is None else "advcl")
    tree.move(subject, i, "nsubj")
    tree.move(noun, i, "obj")
    for child in list(tree.children[noun]):
        if child == opener:
            tree.move(child, i, "mark")
        elif child < subject:
            tree.move(child, subject if tree.base(child) in _OF_NOUN else i)
    tree.verbs.add(i)


def _joined_noun(tree: Tree, i: int) -> None:
    """As in "built a wall, | installed cameras and sent guards": what goes on a verb behind a comma is a verb."""
    noun = tree.heads[i]
    verb = tree.heads[noun]
    if not any(k > noun and tree.token(k).xpos in {"VBN", "VBD"} for k in tree.under(verb, "conj")):
        return
    if tree.base(noun) != "conj" or verb > i or not tree.is_predicate(verb) or tree.span(noun)[0] != i:
        return
    if tree.token(verb).upos != "VERB" or tree.token(noun).upos not in NOMINAL or tree.subject(noun) is not None:
        return
    tree.move(i, verb, "conj")
    tree.move(noun, i, "obj")
    tree.verbs.add(i)


def _compound_subject(tree: Tree, i: int) -> None:
    """As in "while the wider market gauge | slipped": what was compounded with a verb is its subject."""
    noun = i - 1
    if tree.first(i, "nsubj", "aux", "expl") is not None or tree.heads[noun] != i or tree.base(noun) != "compound":
        return
    tree.relabel(noun, "nsubj")
    for child in list(tree.children[i]):
        if child < noun and tree.base(child) in _OF_NOUN:
            tree.move(child, noun)
    tree.verbs.add(i)


def _announced(tree: Tree, sentence: Sentence) -> None:
    """As in "The firm | announced on Monday that it would close": no noun at the top with a "that" behind its participle."""
    noun = next((i for i in range(sentence.first, sentence.stop) if tree.heads[i] == i), sentence.first)
    if tree.token(noun).upos not in NOMINAL or tree.is_predicate(noun) or tree.lower(sentence.stop - 1) != ".":
        return
    verb = next((k for k in tree.under(noun, "acl") if tree.token(k).xpos in {"VBN", "VBD"}), None)
    if (
        verb is None
        or tree.lower(verb) not in forms()
        or tree.pause_before(verb)
        or tree.first(verb, "aux") is not None
    ):
        return
    told = [
        k
        for k in [*tree.under(noun, "acl", "ccomp", "advcl"), *tree.under(verb, "ccomp", "acl", "advcl")]
        if k > verb and any(tree.lower(mark) == "that" for mark in tree.under(k, "mark")) and tree.is_finite(k)
    ]
    if not told:
        return
    tree.move(verb, verb, "ROOT")
    tree.move(noun, verb, "nsubj")
    for child in list(tree.children[noun]):
        if child > verb:
            tree.move(child, verb)
    tree.relabel(told[0], "ccomp")
    tree.move(told[0], verb)
    tree.verbs.add(verb)


def _reduced(tree: Tree, i: int) -> bool:
    """Tell whether a participle opens what stands before the comma: "The treaty, signed in May, | bars": mended with insertions."""
    before = next((k for k in range(i - 2, max(0, i - 20), -1) if tree.token(k).text == ","), i - 2)
    return tree.token(before + 1).xpos == "VBN"
