"""Forms: those that can be nothing but a verb are read as verbs, whatever the tagger took them for.

A small model takes "The council consists of nine members" for a string of nouns, and all that rests on the verb (the clause,
its subject, its object's number) is lost with it. The arcs around such a word are set as its being a verb asks.
"""

from dataclasses import replace

from claims.extract.mend.lexicon import only, unchanged
from claims.extract.parse import Parse, Token, children_of

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_TO_NOUN = frozenset({"det", "amod", "compound", "nummod", "case", "nmod", "flat", "appos"})
"""What hangs on a noun and goes over to the subject when that turns out to be one."""


def with_verbs(parse: Parse) -> Parse:
    """Return the parse with each such form read as a verb; the parse itself where there is none misread."""
    known = only()
    misread = [token.i for token in parse.tokens if token.upos in ("NOUN", "PROPN") and token.text in known]
    # A noun has no object: "The bridge cost 48 million euros", read as what the bridge costs.
    ruled = {token.head for token in parse.tokens if token.dep == "obj" and token.head < token.i}
    misread += [i for i in ruled if parse.tokens[i].upos == "NOUN" and parse.tokens[i].is_head and i not in misread]
    if not misread:
        return parse
    tokens = list(parse.tokens)
    for i in misread:
        if i and tokens[i - 1].upos in _NOMINAL and tokens[i - 1].end < tokens[i].start:
            _read_verb(tokens, i)
    return replace(parse, tokens=tuple(tokens), children=children_of(tokens))


def _read_verb(tokens: list[Token], i: int) -> None:
    """Make token i a verb: what stands left of it its subject, the head that it hung on, further right, its object."""
    verb, subject = tokens[i], tokens[i - 1]
    above = tokens[verb.head]
    lemma = only().get(verb.text, verb.lower)
    xpos = "VBD" if verb.lower in unchanged() else "VBZ" if verb.lower.endswith("s") else "VBP"
    tokens[i] = replace(verb, upos="VERB", xpos=xpos, lemma=lemma, ent="", ent_first=False)
    if above.i > i and verb.dep.partition(":")[0] in ("nsubj", "compound", "nmod", "obl", "advcl"):
        tokens[i] = replace(tokens[i], dep=above.dep, head=i if above.head == above.i else above.head)
        object_ = replace(above, dep="obj", head=i)
        tokens[above.i] = replace(object_, upos="NOUN", xpos="NNS") if above.upos == "VERB" else object_
    for token in tokens[max(0, i - 40) : i + 40]:
        if token.head != i or token.i in (i, above.i):
            continue
        base = token.dep.partition(":")[0]
        if token.i < i - 1 and base in _TO_NOUN:
            tokens[token.i] = replace(token, head=subject.i)
        elif token.i > i and base == "nmod":
            tokens[token.i] = replace(token, dep="obl")
        elif token.i > i and base in ("appos", "compound"):
            tokens[token.i] = replace(token, dep="obj")
    if tokens[i - 1].head == i or tokens[i - 1].head > i:
        tokens[i - 1] = replace(tokens[i - 1], head=i, dep="nsubj")
