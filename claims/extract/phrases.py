"""Noun phrases: how far the words around a noun reach, from the parse and, where that fails, from the words beside it."""

from bisect import bisect_right

from claims.extract.parse import Parse, Sentence

_CLAUSES = ("acl", "ccomp", "advcl", "parataxis", "conj", "appos", "orphan")
_INSIDE = ("NOUN", "PROPN", "ADJ", "NUM", "DET")
_DEPTH = 12


def noun_phrase(parse: Parse, head: int, *, clauses: bool = False) -> tuple[int, int]:
    """Return the tokens (first, stop) of the noun phrase of a head, without what follows in apposition.

    Relative clauses and other clauses are left out unless `clauses`; coordinated nouns stay in ("Anna and her brother").
    """
    tokens = parse.tokens
    first = head
    while first > 0 and _belongs(parse, first - 1, head, clauses=clauses):
        first -= 1
    if tokens[head].upos == "PROPN":
        # A title that the parser hung elsewhere: "spokeswoman Anna Berg".
        while first > 0 and tokens[first - 1].upos in ("NOUN", "PROPN", "ADJ") and _joined(parse, first - 1):
            first -= 1
    stop = head + 1
    while stop < len(tokens) and _belongs(parse, stop, head, clauses=clauses):
        stop += 1
    while (
        first < head and tokens[first].upos in ("PUNCT", "CCONJ", "ADV", "SCONJ") and tokens[first].text not in "\"“‘'"
    ):
        first += 1
    while (
        stop > head + 1 and tokens[stop - 1].upos in ("PUNCT", "CCONJ", "ADP") and tokens[stop - 1].text not in "\"”’'"
    ):
        stop -= 1
    return first, stop


def sentence_of(parse: Parse, i: int) -> Sentence:
    """Return the sentence that token i stands in."""
    return parse.sentences[bisect_right(parse.sentences, i, key=lambda sentence: sentence.first) - 1]


def _joined(parse: Parse, i: int) -> bool:
    """Tell whether token i stands right before the next on its line and hangs on none of its own left."""
    tokens = parse.tokens
    if "\n" in parse.text[tokens[i].end : tokens[i + 1].start]:
        return False
    return not parse.tokens[i].dep.startswith(("nsubj", "obj", "root", "ROOT")) or parse.tokens[i].upos == "PROPN"


def _belongs(parse: Parse, i: int, head: int, *, clauses: bool) -> bool:
    """Tell whether token i is part of the head's phrase: some arc of its leads there, over no clause or apposition."""
    tokens = parse.tokens
    token = tokens[i]
    if token.text in (",", ";", ":", "—", "–", "(", ")"):
        # A comma inside a list or a name is met on the way only where what follows it belongs.
        return False
    for _ in range(_DEPTH):
        if token.i == head:
            return True
        if token.head == token.i:
            return False
        dep = token.dep.partition(":")[0]
        if dep == "conj" and token.upos not in ("NOUN", "PROPN", "ADJ"):
            return False
        listed = dep in ("conj", "appos") and token.upos in _INSIDE and _no_comma(parse, token.head, token.i)
        if dep in _CLAUSES and not listed and not (clauses and dep == "acl"):
            return False
        if dep in ("nsubj", "csubj", "mark", "cop") and not clauses:
            return False
        token = tokens[token.head]
    return False


def _no_comma(parse: Parse, a: int, b: int) -> bool:
    """Tell whether no comma stands between tokens a and b."""
    low, high = min(a, b), max(a, b)
    return high - low < 25 and all(parse.tokens[k].text not in (",", "—", "–", "(", ")") for k in range(low, high))
