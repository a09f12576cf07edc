"""Loose: the clause after a verb of saying found from the order of words alone, where the parse has lost it."""

from claims.extract.attribution.context import Context
from claims.extract.attribution.lexicon import nouns, verbs, weak
from claims.extract.parse import Token

# Weak verbs whose content the parser often loses, and which before a clause mean nothing else.
_FOUND = frozenset(
    {"find", "show", "note", "add", "report", "write", "tell", "think", "hold", "agree", "maintain", "rule", "reply"}
)
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_STOPS = frozenset(
    {
        "after",
        "when",
        "as",
        "because",
        "who",
        "which",
        "whose",
        "whom",
        "where",
        "while",
        "if",
        "although",
        "though",
        "before",
        "until",
        "since",
        "unless",
        "how",
        "why",
        "whether",
        "what",
        "than",
        "and",
        "but",
        "or",
    }
)
_ASIDE = 14
_ADDRESSED = ("iobj", "obl:unmarked", "advmod", "obl")


def loose_clause(context: Context, verb: Token, limit: tuple[int, int]) -> tuple[int, int] | None:
    """Return where the clause after a verb begins and its finite verb, or None; both are token indices."""
    tokens = context.parse.tokens
    if (verb.lemma in weak() and verb.lemma not in _FOUND) or (
        verb.xpos in ("VBN",) and tokens[verb.i - 1].lemma == "be"
    ):
        return None
    if verb.lemma == "agree" and any(c.i > verb.i for c in context.parse.dependents(verb.i, "xcomp", "advcl")):
        return None  # "agreed in May to sell": an act
    if any(c.lemma in nouns() for c in context.parse.dependents(verb.i, "obj")):
        return None  # the noun holds what follows it
    that = that_after(context, verb, limit)
    if that is not None:
        finite = next((k for k in range(that + 1, limit[1]) if tokens[k].xpos in _FINITE), None)
        if finite is None and that < tokens[that].head < limit[1] and tokens[that].dep == "mark":
            finite = tokens[that].head  # "that two boats sank", the verb tagged a noun
        return None if finite is None else (that + 1, finite)
    first = verb.i + 1
    if first >= limit[1] or tokens[first].text in (",", ":", ";"):
        return None
    if verbs()[verb.lemma] in ("asked", "denied"):
        return None
    first = _after_addressee(context, verb, limit)
    nominal = False
    side = context.within[verb.i]
    for k in range(first, limit[1]):
        token = tokens[k]
        if token.lower in _STOPS and not nominal and token.lower not in ("as", "what", "if", "when"):
            return None
        if token.lower in _STOPS and nominal and token.lower not in ("and", "or"):
            return None
        if token.text in (",", ";", ":", "—", "–") and nominal and side == context.within[k] and k - first > _ASIDE:
            return None
        clause = tokens[token.head] if token.dep in ("aux", "aux:pass", "cop") else token
        if clause.dep == "acl:relcl" and token.xpos in _FINITE and verb.lemma != "tell":
            return None
        if token.upos in ("NOUN", "PROPN", "PRON", "NUM"):
            nominal = True
        wishes = verb.lemma == "say" and token.xpos == "NNS" and token.dep == "obj" and k > first
        if wishes and k + 1 < limit[1] and tokens[k + 1].lower == "to" and tokens[k - 1].upos in ("PROPN", "PRON"):
            return first, k  # "said Moss plans to", the verb tagged a noun
        if token.xpos in _FINITE and nominal:
            return None if _begins_after_and(context, first, k) else (first, k)
    return None


def _begins_after_and(context: Context, first: int, finite: int) -> bool:
    """Tell whether the clause of a finite verb begins only after an "and": "says nothing of borders, and it was .."."""
    tokens = context.parse.tokens
    joint = next((k for k in range(finite - 1, first, -1) if tokens[k].lower in ("and", "or")), None)
    if joint is None:
        return False
    head = finite if tokens[finite].upos == "VERB" or tokens[finite].head < finite else tokens[finite].head
    return any(
        c.dep.startswith(("nsubj", "expl")) and joint < c.i < finite and not c.dep.startswith("conj")
        for c in context.parse.dependents(head)
    )


def that_after(context: Context, verb: Token, limit: tuple[int, int]) -> int | None:
    """The "that" of a clause after a verb, over an aside between commas or whom it was said to."""
    tokens = context.parse.tokens
    for k in range(verb.i + 1, min(verb.i + 1 + _ASIDE, limit[1])):
        token = tokens[k]
        if token.lower == "that" and (token.upos == "SCONJ" or token.dep == "mark"):
            if any(t.lemma in nouns() and t.dep == "obj" for t in tokens[verb.i + 1 : k]):
                return None  # "rejected the claim that": the noun holds it
            return (
                k
                if k == verb.i + 1
                or tokens[k - 1].text == ","
                or tokens[k - 1].upos in ("NOUN", "PROPN", "PRON", "ADV", "NUM")
                else None
            )
        if token.xpos in _FINITE or token.lower in _STOPS or token.text in (";", ":"):
            return None
    return None


def _after_addressee(context: Context, verb: Token, limit: tuple[int, int]) -> int:
    """Return the first token after whom it was said to, and a day or an adverb right after the verb."""
    parse, tokens = context.parse, context.parse.tokens
    first = verb.i + 1
    for child in parse.dependents(verb.i):
        if child.i < first or (child.dep not in _ADDRESSED and not (verb.lemma == "tell" and child.dep == "obj")):
            continue
        reach = parse.subtree(child.i)
        if verb.lemma == "tell" and child.dep in ("iobj", "obj") and reach[0] == first and child.i - first < 4:
            first = child.i + 1  # what the parse hangs on the one who is told is what is told
            continue
        near = reach[0] == first and reach[-1] < limit[1] and reach[-1] - first < _ASIDE
        # "estimated by 2050 ..." dates the content.
        kept = child.dep != "iobj" and verb.lemma == "estimate"
        if near and not kept and not any(tokens[k].xpos in _FINITE for k in reach):
            first = reach[-1] + 1
    return first
