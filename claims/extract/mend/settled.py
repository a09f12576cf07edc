"""Settled: a working copy of arcs made a parse again."""

from dataclasses import replace

from claims.extract.attribution.lexicon import forms
from claims.extract.mend.lexicon import past
from claims.extract.parse import Parse, Token
from claims.extract.tree import FINITE, Tree


def settled(tree: Tree) -> Parse:
    """Return the parse with the arcs and verbs as the tree has them; the parse itself where nothing was changed."""
    tokens = list(tree.parse.tokens)
    changed = False
    for i, (token, head, label) in enumerate(zip(tree.parse.tokens, tree.heads, tree.labels, strict=True)):
        if token.head != head or token.dep != label:
            tokens[i] = replace(token, head=head, dep=label)
            changed = True
        if i in tree.verbs:
            tokens[i] = _as_verb(tokens[i])
            changed = True
    if not changed:
        return tree.parse
    return replace(tree.parse, tokens=tuple(tokens), children=tuple(map(tuple, tree.children)))


def _as_verb(token: Token) -> Token:
    """The token as a finite verb, in the past unless it ends in -s as a plural does."""
    if token.xpos in FINITE and token.upos == "VERB":
        return token
    plural = token.xpos == "NNS"
    xpos = token.xpos if token.xpos in FINITE else "VBZ" if plural else "VBD"
    known = forms().get(token.lower) or past().get(token.lower)
    lemma = known or (token.lower.removesuffix("s") if plural else token.lemma.lower())
    return replace(token, upos="VERB", xpos=xpos, lemma=lemma, ent="", ent_first=False)
