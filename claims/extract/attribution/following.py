"""Following: content that stands after its verb: "X said (that) ..", "X told Y that ..", "X urged Y to .."."""

from claims.extract.attribution.clauses import FINITE, content_end, left_edge, skip_marks
from claims.extract.attribution.complements import has_to, is_finite, is_negated, is_question
from claims.extract.attribution.context import OUTSIDE, Context, Found
from claims.extract.attribution.lexicon import asking, group, verbs, weak
from claims.extract.attribution.loose import that_after
from claims.extract.attribution.sources import Source, agent_of, can_speak, phrase_of, source_of, subject_of
from claims.extract.parse import Token

_EMPTY = frozenset({"this", "that", "there", "what", "which", "these", "those", "all"})
# These after a verb of saying tell when it was said.
_MEANWHILE = frozenset({"as", "after", "before", "while", "during", "amid"})
_ROOT = ("ROOT", "root")
# After these a noun is no end of a phrase of place or time before a content.
_GO_ON = ("NOUN", "PROPN", "ADP", "PART", "PUNCT", "VERB", "AUX")


def content_after(
    context: Context, verb: Token, clause: int, limit: tuple[int, int], *, passive: bool, start_at: int | None = None
) -> Found | None:
    """The content stands after the verb: "X said (that) ..", "X told Y that ..", "X urged Y to .."."""
    parse, tokens = context.parse, context.parse.tokens
    before = context.within[verb.i - 1] if verb.i > limit[0] else context.within[verb.i]
    if before != context.within[verb.i] and verb.i + 1 < limit[1] and tokens[verb.i + 1].upos in ("PROPN", "DET"):
        return None  # `..," said Anna Berg`
    first = left_edge(context, clause, verb.i) if start_at is None else start_at
    if start_at is None and (that := that_after(context, verb, limit)) is not None and first <= that < clause:
        first = that + 1
    first = skip_marks(context, first, limit[1])
    if first >= limit[1]:
        return None
    has_own = any(c.dep.startswith(("nsubj", "csubj", "expl")) and c.i >= first for c in parse.dependents(clause))
    if start_at is None and not has_own and (tokens[first].upos in ("AUX", "VERB") or tokens[first].lower == "that"):
        # The parse gave the clause's subject to the verb of saying.
        moved = [
            c
            for c in parse.dependents(verb.i)
            if verb.i < c.i < first and c.dep in ("obj", "nsubj", "iobj") and tokens[first].lower != "that"
        ]
        if moved and is_finite(parse, clause):
            first = min(i for i in parse.subtree(moved[-1].i) if i > verb.i)
    if (
        verbs()[verb.lemma] in ("shown", "believed", "denied")
        and start_at is None
        and not is_finite(parse, clause)
        and tokens[first - 1].lower != "that"
    ):
        return None
    asks = verb.lemma in asking() and has_to(parse, tokens[clause]) and not is_finite(parse, clause)
    if (
        not asks
        and not is_finite(parse, clause)
        and tokens[clause].upos == "VERB"
        and tokens[clause].xpos in ("VB", "VBG", "VBN")
        and tokens[clause].dep != "ccomp"
    ):
        return None
    if _leads_to_marks(context, verb.i, limit):
        return None
    quotation = context.within[first]
    if quotation != OUTSIDE and quotation != context.within[verb.i] and _is_all_quoted(context, quotation, limit[1]):
        opening = context.ranges[quotation][0]
        if all(
            tokens[k].text in (",", ":", "that", '"', "“", "‘", "'")
            for k in range(max(verb.i + 1, opening - 2), opening)
        ):
            return None  # direct speech
    source = agent_of(parse, verb.i) if passive else source_of(parse, verb.i, limit, inverted=False)
    if source is None and start_at is not None:
        return None
    if source is not None and source.first <= first < source.stop:
        return None
    first = _after_medium(context, verb, first, limit)
    stop = content_end(context, verb.i, first, limit[1])
    start = skip_marks(context, first, stop)
    marked = start > verb.i + 1 and tokens[start - 1].lower == "that" and tokens[start - 1].dep == "mark"
    if (stop - start < 2 and not asks) or not (
        marked or asks or any(t.upos in ("VERB", "AUX") for t in tokens[start:stop])
    ):
        return None
    if start == verb.i + 1 and tokens[start].lower in _MEANWHILE and tokens[start].upos in ("SCONJ", "ADV", "ADP"):
        return None  # "..," she said as she left
    if asks and tokens[clause].lemma in ("name", "identify"):
        return None
    if asks:
        source = _asker(context, source, limit) or _teller(context, verb, limit)
        if source is None:
            return None
    if source is not None and not passive:
        word = tokens[source.head].lower
        if word in _EMPTY and tokens[source.head].dep != "nsubj:pass" and not tokens[verb.i].dep.startswith("acl"):
            return None
    elif source is None and not passive and verb.dep not in ("ROOT", "conj", "advcl", "acl", "parataxis", "ccomp"):
        return None
    if source is None and not passive and tokens[verb.i].xpos in ("VB", "VBP") and verb.lemma in weak():
        return None
    if source is None and not passive and verb.xpos == "VB":
        return None
    strength = "asked" if asks else verbs()[verb.lemma]
    if is_negated(parse, verb, source) or is_question(parse, verb, start, clause):
        strength = "unsaid"
    if asks and strength != "unsaid":
        own = any(c.dep == "nsubj" for c in parse.dependents(verb.i)) or verb.dep in _ROOT
        begin = source.first if own and source is not None and source.first < verb.i else verb.i
        return Found(begin, stop, verb.i, (), source, strength)
    frame = _frame_before(context, verb, source, start, limit)
    return Found(start, stop, verb.i, frame, source, strength)


def _leads_to_marks(context: Context, verb: int, limit: tuple[int, int]) -> bool:
    """Tell whether a verb leads by a colon or comma to words in marks with no clause between: "said of the mayor: '..'"."""
    tokens = context.parse.tokens
    side = context.within[verb]
    for k in range(verb + 1, limit[1]):
        if context.within[k] != side:
            return tokens[k - 1].text in (":", ",") and _is_all_quoted(context, context.within[k], limit[1])
        if tokens[k].xpos in FINITE or tokens[k].lower == "that":
            return False
    return False


def _is_all_quoted(context: Context, quotation: int, stop: int) -> bool:
    """Tell whether a content that opens with a mark ends with it: what follows is a mark or a new clause, no more of the same."""
    tokens = context.parse.tokens
    after = context.ranges[quotation][1]
    while after < stop and context.within[after] == quotation:
        after += 1
    return after >= stop or tokens[after].upos in ("PUNCT", "CCONJ") or stop - after <= 1


def _asker(context: Context, source: Source | None, limit: tuple[int, int]) -> Source | None:
    """Return who asks: the subject found where that is somebody, else the sentence's ("launched a petition, asking")."""
    tokens = context.parse.tokens
    if source is not None and can_speak(tokens[source.head]) and tokens[source.head].lower not in ("which", "that"):
        return source
    root = next((t for t in tokens[limit[0] : limit[1]] if t.is_head), None)
    head = subject_of(context.parse, root.i) if root is not None else None
    if head is None or not can_speak(tokens[head]) or root is None:
        return None
    return phrase_of(context.parse, head, root.i)


def _teller(context: Context, verb: Token, limit: tuple[int, int]) -> Source | None:
    """Return who said what stands before a participle of asking: ".., officials said on Tuesday, urging parents to"."""
    parse, tokens = context.parse, context.parse.tokens
    if verb.xpos != "VBG" or tokens[verb.i - 1].text != ",":
        return None
    for k in range(verb.i - 2, limit[0], -1):
        if tokens[k].xpos in FINITE:
            subject = subject_of(parse, k) if tokens[k].lemma in verbs() else None
            spoken = subject is not None and subject < k and can_speak(tokens[subject])
            return phrase_of(parse, subject, k) if subject is not None and spoken else None
    return None


def _after_medium(context: Context, verb: Token, first: int, limit: tuple[int, int]) -> int:
    """Move over where, when or to whom it was said where the parse took it into the content: "said in a statement it was"."""
    tokens = context.parse.tokens
    if first != verb.i + 1 or tokens[first].lower not in ("in", "on", "at", "during", "to", "through", "via", "by"):
        return first
    for k in range(first + 1, min(first + 7, limit[1] - 1)):
        token = tokens[k]
        if token.upos not in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "PART"):
            return first
        last_noun = token.upos in ("NOUN", "PROPN") and tokens[k + 1].upos not in _GO_ON
        if last_noun and (
            token.lemma in group("documents") or token.lemma in group("media") or token.lower in group("days")
        ):
            return k + 1
    return first


def _frame_before(
    context: Context, verb: Token, source: Source | None, start: int, limit: tuple[int, int]
) -> tuple[int, ...]:
    """Return the tokens before a content that are its attribution: from the beginning of the verb's clause."""
    parse = context.parse
    if verb.dep in ("ROOT", "root", "ccomp", "parataxis"):
        begin = limit[0] if verb.dep in _ROOT else min(parse.subtree(verb.i))
        if verb.dep not in _ROOT and source is not None:
            begin = min(begin, source.first)
    else:
        begin = min(
            min(parse.subtree(verb.i)),
            source.first if source is not None and source.first < verb.i and verb.dep != "conj" else verb.i,
        )
    # A clause of its own before the attribution stays outside: "The road is shut and police say ..".
    for child in parse.dependents(verb.i, "conj", "parataxis"):
        if child.i < verb.i:
            begin = max(begin, child.i + 1)
    begin = max(begin, limit[0])
    return tuple(range(begin, start))
