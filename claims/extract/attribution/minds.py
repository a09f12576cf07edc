"""Minds: states and nouns that hold a statement: "unions are concerned that ..", "the minister's claim that .."."""

from collections.abc import Iterator

from claims.extract.attribution.clauses import content_end, left_edge, skip_marks
from claims.extract.attribution.context import Context, Found
from claims.extract.attribution.lexicon import group, nouns, verbs, voices
from claims.extract.attribution.sources import Source, phrase_of, subject_of
from claims.extract.parse import Token

_FINITE = ("VBD", "VBZ", "VBP", "MD")


def minds(context: Context) -> Iterator[Found]:
    """Yield the reports made by adjectives and nouns with a clause of their own."""
    states, holders = group("adjectives"), nouns()
    for token in context.parse.tokens:
        found = None
        if token.lower in states and token.upos in ("ADJ", "VERB"):
            found = _state(context, token)
        elif token.upos == "NOUN" and token.lemma in holders:
            found = _noun(context, token, holders[token.lemma])
        if found is not None:
            yield found


def _state(context: Context, token: Token) -> Found | None:
    """Somebody is confident, concerned, adamant that something is so."""
    parse, tokens = context.parse, context.parse.tokens
    limit = _limit(context, token.i)
    clause = next(
        (
            c
            for c in parse.dependents(token.i)
            if c.dep in ("ccomp", "advcl", "acl", "xcomp") and c.i > token.i and c.i < limit[1]
        ),
        None,
    )
    if clause is None or not any(c.dep in ("cop", "aux:pass", "aux") for c in parse.dependents(token.i)):
        return None
    first = left_edge(context, clause.i, token.i)
    if tokens[first].lower != "that" and (first != token.i + 1 or clause.dep != "ccomp"):
        return None
    if not any(k.xpos in _FINITE for k in tokens[first : clause.i + 1]):
        return None
    head = subject_of(parse, token.i)
    if head is None:
        head = next((c.i for c in parse.dependents(token.i, "nsubj") if c.i < token.i), None)
    if head is None or (
        tokens[head].upos == "PRON" and tokens[head].lower in ("it", "this", "that", "which", "there", "i", "we", "you")
    ):
        return None
    return _found(context, token, phrase_of(parse, head, token.i), first, limit, "believed")


def _noun(context: Context, token: Token, strength: str) -> Found | None:
    """A claim, fear or forecast that something is so; its source is whose it is, or nobody."""
    parse, tokens = context.parse, context.parse.tokens
    limit = _limit(context, token.i)
    clause = next(
        (c for c in parse.dependents(token.i) if c.dep in ("acl", "ccomp", "acl:relcl") and token.i < c.i < limit[1]),
        None,
    )
    if clause is None and token.dep == "obj":
        # The parse may hang the clause on the verb: "rejected a claim that".
        clause = next((c for c in parse.dependents(token.head, "ccomp") if token.i < c.i < limit[1]), None)
    if clause is None and token.dep in ("obj", "nsubj", "obl"):
        clause = _clause_after(context, token, limit)
    if clause is None or _is_medium(context, token):
        return None
    first = left_edge(context, clause.i, token.i)
    if tokens[first].lower != "that" or tokens[first].upos != "SCONJ" or first - token.i > 8:
        return None
    if not any(c.dep.startswith(("nsubj", "expl")) and c.i > first for c in parse.dependents(clause.i)):
        return None  # "the claim that was made": a relative clause
    return _found(context, token, _owner(context, token), first, limit, strength)


def _is_medium(context: Context, token: Token) -> bool:
    """Tell whether a noun is only where something was said: "said in a statement that .." is the verb's, not the noun's."""
    verb = context.parse.tokens[token.head]
    return token.dep == "obl" and verb.i < token.i and verb.upos == "VERB" and verb.lemma in verbs()


def _clause_after(context: Context, token: Token, limit: tuple[int, int]) -> Token | None:
    """The clause with "that" after a noun and its "by" phrase: "a warning by the union that the roof was unsafe"."""
    tokens = context.parse.tokens
    if token.i + 1 >= limit[1] or tokens[token.i + 1].lower not in ("by", "from", "that"):
        return None
    for k in range(token.i + 1, min(token.i + 8, limit[1])):
        if tokens[k].lower == "that" and tokens[k].upos == "SCONJ" and k < tokens[k].head < limit[1]:
            return tokens[tokens[k].head]
        if tokens[k].upos in ("VERB", "AUX", "PUNCT"):
            return None
    return None


def _owner(context: Context, token: Token) -> Source | None:
    """Whose statement it is: "her claim", "the claim by unions", "officials made the claim", "the bank issued a forecast that"."""
    parse, tokens = context.parse, context.parse.tokens
    for child in parse.dependents(token.i):
        if child.dep == "nmod:poss" and child.i < token.i:
            return phrase_of(parse, child.i)
        cases = [c.lower for c in parse.dependents(child.i, "case")]
        named = (
            child.dep in ("nmod", "obl") and child.i > token.i and cases[:1] in (["by"], ["from"], ["among"], ["of"])
        )
        if named and (child.upos == "PROPN" or child.lemma in voices()):
            return phrase_of(parse, child.i)
    if tokens[token.i + 1].lower in ("by", "from"):
        # Hung on the verb: "dismissed a warning by the union that".
        after = tokens[tokens[token.i + 1].head]
        if after.i > token.i + 1 and (after.upos == "PROPN" or after.lemma in voices()):
            return phrase_of(parse, after.i)
    verb = tokens[token.head]
    if token.dep == "obl" and verb.lemma in ("come", "arrive", "jump") and token.lemma == "conclusion":
        head = subject_of(parse, verb.i)
        return phrase_of(parse, head, verb.i) if head is not None and head < verb.i else None
    if (
        token.dep == "obj"
        and verb.upos == "VERB"
        and verb.lemma
        in (
            "make",
            "issue",
            "express",
            "repeat",
            "voice",
            "have",
            "reject",
            "dismiss",
            "deny",
            "raise",
            "give",
            "share",
            "reach",
            "draw",
            "publish",
            "release",
            "hold",
            "retract",
        )
    ):
        head = subject_of(parse, verb.i)
        if head is not None and head < verb.i:
            return phrase_of(parse, head, verb.i)
    return None


def _limit(context: Context, i: int) -> tuple[int, int]:
    sentence = context.sentence(i)
    return sentence.first, sentence.stop


def _found(
    context: Context, token: Token, source: Source | None, first: int, limit: tuple[int, int], strength: str
) -> Found | None:
    if source is not None and source.stop > first:
        return None
    stop = content_end(context, token.i, first, limit[1])
    start = skip_marks(context, first, stop)
    if stop - start < 2:
        return None
    begin = min(source.first, token.i) if source is not None else token.i
    negated = any(c.lower in ("not", "n't", "n’t", "no", "never") for c in context.parse.dependents(token.i))
    return Found(start, stop, token.i, tuple(range(begin, start)), source, "unsaid" if negated else strength)
