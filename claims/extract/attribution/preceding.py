"""Preceding: content that stands before its verb, or around it: ".., X said", ".., said X", "The plan, X said, is ..."."""

from claims.extract.attribution.clauses import FINAL, FINITE, trim_end
from claims.extract.attribution.complements import is_negated
from claims.extract.attribution.context import OUTSIDE, Context, Found
from claims.extract.attribution.lexicon import verbs, weak
from claims.extract.attribution.sources import Source, can_speak, source_of
from claims.extract.parse import Token

_EMPTY = frozenset({"this", "that", "there", "what", "which", "these", "those", "all"})
_FIRST = frozenset({"i", "we", "you"})
# Common in other senses, but not between commas beside a name: "..., she told reporters, ..".
_ASIDES = frozenset(
    "add note write report think tell reply respond recall agree feel find maintain counter answer".split()
)
_LONGEST_APPOSITION = 14
# What somebody does while saying something.
_SPEAKING = frozenset(
    {"speak", "talk", "refer", "address", "gesture", "point", "cite", "quote", "stand", "use", "allude"}
)


def content_before(context: Context, verb: Token, clause: int | None, limit: tuple[int, int]) -> Found | None:
    """The content stands before the verb, or around it: ".., X said", ".., said X", "The plan, X said, is .."."""
    parse, tokens = context.parse, context.parse.tokens
    if clause is None and not _is_parenthetical(context, verb, limit):
        return None
    if verb.lemma in weak() - _ASIDES and clause is None:
        return None
    source = source_of(parse, verb.i, limit, inverted=True)
    if (
        source is None
        or tokens[source.head].lower in _EMPTY
        or (tokens[source.head].lower in _FIRST and context.within[verb.i] == OUTSIDE)
    ):
        return None
    begin = min(source.first, verb.i)
    while begin > limit[0] and tokens[begin - 1].upos in ("ADV", "AUX", "PART") and tokens[begin - 1].text != ",":
        begin -= 1
    before = begin - 1
    if before < limit[0]:
        return None
    as_clause = tokens[before].lower == "as"
    if as_clause:
        begin, before = before, before - 1
    if (
        before >= limit[0]
        and tokens[before].text not in (",", "—", "–", "-", "?", "!")
        and context.within[before] == OUTSIDE
    ):
        return None
    end = _attribution_end(context, verb, source, limit)
    frame_first = before if before >= limit[0] and context.within[before] == OUTSIDE else begin
    rest_first = end
    while rest_first < limit[1] and tokens[rest_first].text in (",", "—", "–", "-"):
        rest_first += 1
    rest_stop = trim_end(context, rest_first, limit[1])
    medial = rest_stop - rest_first > 1 and end < limit[1] and tokens[end].text in (",", "—", "–")
    first = limit[0]
    while first < before and (tokens[first].upos == "CCONJ" or tokens[first].text in (",", ";", ":")):
        first += 1
    first = _coordinate(context, first, before)
    whole = any(tokens[k].xpos in FINITE for k in range(first, frame_first))
    if medial and whole and not any(tokens[k].upos in ("VERB", "AUX") for k in range(rest_first, rest_stop)):
        medial = False  # "..., said Anna Berg, the engineer, on Monday"
    if medial and _hangs_on(context, verb, source, rest_first, rest_stop):
        medial = False
    stop = rest_stop if medial else trim_end(context, first, frame_first)
    if not medial and clause is not None and clause >= frame_first:
        return None
    if all(
        (context.within[k] != OUTSIDE and context.within[k] != context.within[verb.i]) or tokens[k].upos == "PUNCT"
        for k in range(first, frame_first)
    ):
        return None  # direct speech
    if stop - first < 2 or (
        not any(tokens[k].upos in ("VERB", "AUX") for k in range(first, frame_first)) and not medial
    ):
        return None
    frame = tuple(range(frame_first, rest_first if medial else limit[1] if rest_stop <= rest_first else end))
    strength = verbs()[verb.lemma]
    if is_negated(parse, verb, source):
        strength = "unsaid"
    return Found(first, stop, verb.i, frame, source, strength)


def is_inserted(context: Context, verb: Token, limit: tuple[int, int]) -> bool:
    """Tell whether a verb and a name after it stand between commas: "Buyers, said Anna Berg, are waiting"."""
    tokens = context.parse.tokens
    if verb.i == limit[0] or tokens[verb.i - 1].text not in (",", "”", '"', "—", "–") or verb.i + 1 >= limit[1]:
        return False
    k = verb.i + 1
    while k < limit[1] and (
        tokens[k].upos in ("PROPN", "NOUN", "DET", "ADJ")
        or (k > verb.i + 1 and tokens[k].lower in ("of", "at", "from", "for"))
    ):
        k += 1
    return (
        k > verb.i + 1
        and (k >= limit[1] or tokens[k].text in (",", ".", "—", "–"))
        and any(t.upos in ("PROPN", "NOUN") for t in tokens[verb.i + 1 : k])
    )


def _coordinate(context: Context, first: int, before: int) -> int:
    """Return where the content before an attribution begins: after an earlier attribution in the same sentence."""
    tokens = context.parse.tokens
    for k in range(before - 1, first, -1):
        if tokens[k].text == ";":
            return k + 1
    return first


def _is_parenthetical(context: Context, verb: Token, limit: tuple[int, int]) -> bool:
    """Tell whether a verb with no clause of its own stands in an attribution at a sentence's end or between commas."""
    inserted = is_inserted(context, verb, limit)
    if (
        verb.xpos in ("VB", "VBG")
        or (verb.xpos == "VBN" and not inserted)
        or verb.i == limit[0]
        or (verb.dep.startswith("acl") and not _closes(context, verb, limit))
    ):
        return False
    objects = [c for c in context.parse.dependents(verb.i, "obj") if c.i > verb.i]
    return inserted or not objects or verb.lemma in ("tell", "say", "inform", "remind")


def _closes(context: Context, verb: Token, limit: tuple[int, int]) -> bool:
    """Tell whether what is tagged a relative clause is an attribution after a comma: ".., the commission said on Monday."."""
    parse, tokens = context.parse, context.parse.tokens
    subject = next((c for c in parse.dependents(verb.i, "nsubj") if c.i < verb.i), None)
    if subject is None or verb.xpos not in ("VBD", "VBZ", "VBP") or verb.lemma in weak() or not can_speak(subject):
        return False
    begin = min(parse.subtree(subject.i))
    named = subject.upos in ("NOUN", "PROPN") or subject.lower in ("he", "she", "they")
    return (
        named
        and begin > limit[0]
        and tokens[begin - 1].text == ","
        and not any(t.xpos in FINITE or t.text == "," for t in tokens[verb.i + 1 : limit[1]])
    )


def _attribution_end(context: Context, verb: Token, source: Source, limit: tuple[int, int]) -> int:
    """Return where an attribution after or inside its content ends: the comma that closes it, or the sentence's end."""
    tokens = context.parse.tokens
    k = max(verb.i + 1, source.stop)
    while k < limit[1]:
        token = tokens[k]
        if token.text in ("—", "–") or (token.text == "," and not _goes_on_after(context, verb, source, k, limit)):
            return k
        if token.text in FINAL and k == limit[1] - 1:
            return k
        if context.within[k] != context.within[verb.i]:
            return k
        k += 1
    return limit[1]


def _goes_on_after(context: Context, verb: Token, source: Source, comma: int, limit: tuple[int, int]) -> bool:
    """Tell whether the attribution goes on after a comma: with an apposition to its source, "said Anna Berg, the mayor, ..."."""
    tokens = context.parse.tokens
    if source.head < verb.i:
        return False
    for k in range(comma + 1, min(comma + _LONGEST_APPOSITION, limit[1])):
        token = tokens[k]
        if token.text == "," or token.text in FINAL:
            break
        if token.dep in ("appos", "acl:relcl") and source.first <= token.head < source.stop:
            return True
    return False


def _hangs_on(context: Context, verb: Token, source: Source, first: int, stop: int) -> bool:
    """Tell whether what follows an attribution belongs to it, not to the content: "..., she said, adding that"."""
    tokens = context.parse.tokens
    token = tokens[first]
    if token.upos == "VERB" and token.xpos == "VBG":
        # "The water stayed cool, they write, shortening the season" goes on with the content.
        return token.lemma in verbs() or token.lemma in _SPEAKING or token.head >= min(source.first, verb.i)
    if token.lower in ("and", "but") and _has_clause_of_its_own(context, first, stop):
        return False
    if token.lower in (
        "and",
        "but",
        "as",
        "while",
        "after",
        "when",
        "who",
        "which",
        "in",
        "at",
        "on",
        "during",
        "although",
        "though",
        "with",
        "before",
    ):
        inside = range(min(source.first, verb.i), max(source.stop, verb.i + 1))
        heads = [tokens[k] for k in range(first, stop) if tokens[k].head in inside]
        return bool(heads) and not any(tokens[k].head < min(source.first, verb.i) for k in range(first, stop))
    return all(
        tokens[k].dep in ("appos", "det", "amod", "case", "nmod", "compound", "nmod:poss", "flat", "punct", "obl")
        for k in range(first, stop)
    )


def _has_clause_of_its_own(context: Context, first: int, stop: int) -> bool:
    """Tell whether after ", he said, and" a clause follows that is more of what was said, no other saying."""
    tokens = context.parse.tokens
    if any(tokens[k].upos == "VERB" and tokens[k].lemma in verbs() for k in range(first, stop)):
        return False
    finite = next((k for k in range(first + 1, stop) if tokens[k].xpos in FINITE), None)
    if finite is None:
        return False
    head = finite if tokens[finite].upos == "VERB" or tokens[finite].head < finite else tokens[finite].head
    return any(first < c.i < finite for c in context.parse.dependents(head) if c.dep.startswith(("nsubj", "expl")))
