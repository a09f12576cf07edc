"""Clauses: how far the content of indirect speech reaches, and what of the sentence is the attribution."""

from claims.extract.attribution.context import OUTSIDE, Context
from claims.extract.attribution.lexicon import verbs, weak
from claims.extract.parse import Token

_CUT_WORDS = frozenset({"but", "while", "whereas", "although", "though", "and", "yet", "as"})
_PARTICIPLES = frozenset(
    {
        "add",
        "cite",
        "quote",
        "note",
        "say",
        "refer",
        "argue",
        "warn",
        "claim",
        "stress",
        "insist",
        "write",
        "explain",
        "tell",
        "report",
        "announce",
        "state",
        "predict",
        "suggest",
        "maintain",
        "point",
    }
)
_SUBJECTS = ("nsubj", "csubj", "expl")
FINITE = ("VBD", "VBZ", "VBP", "MD")
"""Tags of finite verbs."""
FINAL = frozenset({".", "!", "?", "…", "..."})


def left_edge(context: Context, head: int, after: int) -> int:
    """Return the first token of a clause that stands after token `after`: its subtree's leftmost."""
    return min((i for i in context.parse.subtree(head) if i > after), default=head)


def skip_marks(context: Context, first: int, stop: int) -> int:
    """Move over commas, colons and "that" at the start of a content."""
    tokens = context.parse.tokens
    while first < stop and (
        tokens[first].text in (",", ":", ";", "-", "—", "–")
        or (tokens[first].lower == "that" and (tokens[first].upos == "SCONJ" or tokens[first].dep == "mark"))
    ):
        first += 1
    # "He added, however, that .."
    for k in range(first + 1, min(first + 4, stop)):
        if tokens[k].lower == "that" and tokens[k].upos == "SCONJ" and tokens[k - 1].text == ",":
            return k + 1
    return first


def trim_end(context: Context, first: int, stop: int) -> int:
    """Move back over final stops, commas and stray closing marks at the end of a content."""
    tokens = context.parse.tokens
    while stop > first and (tokens[stop - 1].text in FINAL or tokens[stop - 1].text in (",", ";", ":", "—", "–", "-")):
        stop -= 1
    return stop


def content_end(context: Context, verb: int, first: int, limit: int) -> int:
    """Return where a content that begins at `first` after its verb ends: at the sentence's end or before the next attribution."""
    parse, tokens = context.parse, context.parse.tokens
    token = tokens[verb]
    stop = limit
    own = any(c.dep == "nsubj" and c.i < verb for c in parse.dependents(verb))
    full = token.dep == "csubj" and token.xpos in FINITE and own  # no clause without "that" is a subject
    if token.dep.partition(":")[0] in ("acl", "advcl", "parataxis", "csubj") and token.head != verb and not full:
        # Inside another clause: what hangs on the verb, no more.
        reach = max(parse.subtree(verb)) + 1
        head = token.head
        if token.dep == "advcl" and head < verb:
            reach = limit if reach >= limit - 3 else reach
        if reach > first:
            stop = min(stop, reach)
        if head > verb and token.dep == "parataxis":
            stop = limit
    k = first
    while k < stop:
        here = tokens[k]
        if context.within[k] != context.within[verb]:
            k += 1
            continue
        if k > first + 1 and _cuts(context, verb, first, k, stop):
            stop = k
            break
        if here.text == ";" and any(t.i > k and _is_cue(t) for t in tokens[k:stop]):
            stop = k
            break
        k += 1
    return trim_end(context, first, stop)


def _is_cue(token: Token) -> bool:
    return token.upos == "VERB" and token.lemma in verbs()


def _cuts(context: Context, verb: int, first: int, k: int, stop: int) -> bool:
    """Tell whether the word at k begins something that is no more part of the content."""
    tokens = context.parse.tokens
    token = tokens[k]
    comma = tokens[k - 1].text in (",", ";", "”", '"', "’", "—", "–")
    low = token.lower
    if low == "according" and comma:
        return True
    if (
        token.upos == "VERB"
        and token.xpos == "VBG"
        and comma
        and token.lemma in _PARTICIPLES
        and (token.head <= verb or _has_clause(context, k))
    ):
        return True
    if (
        low == "with"
        and comma
        and any(tokens[j].lemma in _PARTICIPLES and tokens[j].xpos == "VBG" for j in range(k + 1, min(k + 8, stop)))
    ):
        return True
    if token.text == "," and tokens[verb].dep == "acl:relcl" and k + 1 < stop and tokens[k + 1].xpos in FINITE:
        return True  # the main clause goes on: "The club, which said it would close, owes rent"
    if low not in _CUT_WORDS:
        return False
    following = tokens[k + 1] if k + 1 < stop else None
    if following is not None and low in ("and", "but") and following.lower == "that" and following.dep == "mark":
        return False  # a second content of the same verb: "said that .., and that .."
    if following is not None and low == "and":
        # "and said", "and also told": the same speaker goes on.
        j = k + 1
        while j < stop and tokens[j].upos in ("ADV", "AUX") and j < k + 3:
            j += 1
        if comma and j < stop and _is_cue(tokens[j]) and tokens[j].lemma not in weak() and _is_joined(context, verb, j):
            return True
        if (
            j < stop
            and _is_cue(tokens[j])
            and tokens[j].dep == "conj"
            and _top(context, tokens[j].head) == _top(context, verb)
            and tokens[j].xpos == tokens[verb].xpos
        ):
            return True
    if (
        low in ("and", "but", "while", "though", "although", "whereas")
        and (comma or low != "and")
        and _leads_to_cue(context, k, stop)
    ):
        return True
    head = _clause_after(context, k, stop)
    if head is None:
        return False
    if head.head == verb and head.dep in ("conj", "advcl", "parataxis") and (comma or low == "but"):
        return True
    return (
        _is_cue(head)
        and (comma or low in ("but", "while", "whereas"))
        and low != "as"
        and head.head not in range(first, k - 1 if not comma else first)
    )


def _is_joined(context: Context, verb: int, second: int) -> bool:
    """Tell whether a verb of saying right after ", and" goes on with the speaker before it: "told them ..., and urged"."""
    parse, tokens = context.parse, context.parse.tokens
    own = any(c.dep.startswith("nsubj") for c in parse.dependents(second))
    return not own and tokens[second].xpos == tokens[verb].xpos and tokens[verb].xpos in FINITE


def _leads_to_cue(context: Context, k: int, stop: int) -> bool:
    """Tell whether a joining word is followed by a source and its verb of saying, no other verb between."""
    tokens = context.parse.tokens
    nominal = False
    for j in range(k + 1, min(k + 10, stop)):
        token = tokens[j]
        if token.text in (",", ":", ";") or context.within[j] != context.within[k]:
            return False
        if token.xpos in FINITE and token.upos != "AUX":
            return nominal and _is_cue(token) and token.lemma not in weak()
        nominal = nominal or token.upos in ("NOUN", "PROPN", "PRON")
    return False


def _has_clause(context: Context, i: int) -> bool:
    """Tell whether a verb takes a clause, by its arcs or by the "that" right after it."""
    tokens = context.parse.tokens
    return any(c.dep == "ccomp" for c in context.parse.dependents(i)) or (
        i + 1 < len(tokens) and tokens[i + 1].lower in ("that", "the")
    )


def _top(context: Context, i: int) -> int:
    tokens = context.parse.tokens
    for _ in range(5):
        if tokens[i].dep != "conj":
            break
        i = tokens[i].head
    return i


def _clause_after(context: Context, k: int, stop: int) -> Token | None:
    """Return the verb that the joining word at k introduces, where it has a subject of its own between."""
    tokens = context.parse.tokens
    head = tokens[tokens[k].head]
    if head.i <= k or head.i >= stop:
        return None
    own = any(c.dep.partition(":")[0] in _SUBJECTS and k < c.i for c in context.parse.dependents(head.i))
    return head if own and context.within[head.i] == OUTSIDE else None
