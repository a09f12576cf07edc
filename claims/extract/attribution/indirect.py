"""Indirect speech: "X said that ..", ".., X said", "the ministry, she told reporters, ..", with verbs, by form and place."""

from collections.abc import Iterator

from dataclasses import replace

from claims.extract.attribution.clauses import FINAL, FINITE, content_end, left_edge, skip_marks, trim_end
from claims.extract.attribution.context import OUTSIDE, Context, Found
from claims.extract.attribution.loose import loose_clause
from claims.extract.attribution.lexicon import asking, group, verbs, weak
from claims.extract.attribution.sources import Source, agent_of, can_speak, is_passive, phrase_of, source_of, subject_of
from claims.extract.parse import Parse, Token

_NEVER = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "without", "cannot"})
_NOBODY = frozenset({"nobody", "none", "no", "neither"})
# Their "if" and "whether" are questions; with others "if" begins a condition of what is said.
_ASKING_IF = frozenset({"ask", "wonder", "know", "decide", "determine", "doubt", "see", "consider", "clarify"})
_EMPTY = frozenset({"this", "that", "there", "what", "which", "these", "those", "all", "it"})
_FIRST = frozenset({"i", "we", "you"})
_MEDIAL_LONGEST = 14


def indirect(context: Context) -> Iterator[Found]:
    """Yield the reports that a verb makes, outside direct quotations."""
    last: Found | None = None
    for token in context.parse.tokens:
        if token.upos in ("VERB", "AUX", "NOUN") and token.lemma in verbs() and (token.upos == "VERB" or token.lemma in ("say", "claim", "report", "note", "warn")):
            found = _of_verb(context, token)
            if found is None:
                continue
            if token.xpos == "VBG" and last is not None and _follows(context, last, token):
                found = replace(found, source=last.source)
            if found.strength != "asked":
                last = found
            yield found


def _follows(context: Context, last: Found, verb: Token) -> bool:
    """Tell whether a participle after a comma goes on with the speaker before it: "X said .., adding that"."""
    assert last.cue is not None  # every report here has its verb
    before = context.parse.tokens[verb.i - 1].text
    return before in (",", "”", '"', "’") and context.sentence_of[last.cue] == context.sentence_of[verb.i] and last.source is not None


def _of_verb(context: Context, verb: Token) -> Found | None:
    """Return the report that one verb makes, or None."""
    parse = context.parse
    sentence = context.sentence(verb.i)
    limit = (sentence.first, sentence.stop)
    if context.within[verb.i] != OUTSIDE:
        first, stop = context.ranges[context.within[verb.i]]
        limit = (max(limit[0], first), min(limit[1], stop))
    passive = is_passive(parse, verb.i)
    if verb.xpos == "VBN" and verb.dep in ("acl", "advcl") and not any(c.dep == "aux" for c in parse.dependents(verb.i)):
        return None  # "the plan announced on Monday"
    clause = _clause(context, verb, limit, passive=passive)
    if clause is not None and clause > verb.i and not _is_inserted(context, verb, limit):
        found = _after(context, verb, clause, limit, passive=passive)
        if found is not None or verb.i == limit[0] or parse.tokens[verb.i - 1].text != ",":
            return found
        clause = None
    if passive or verb.upos != "VERB":
        return None
    found = _before(context, verb, clause, limit)
    if found is None and (loose := loose_clause(context, verb, limit)) is not None:
        found = _after(context, verb, loose[1], limit, passive=passive, start_at=loose[0])
    return found


def _is_inserted(context: Context, verb: Token, limit: tuple[int, int]) -> bool:
    """Tell whether a verb and a name after it stand between commas: "Buyers, said Anna Berg, are waiting"."""
    tokens = context.parse.tokens
    if verb.i == limit[0] or tokens[verb.i - 1].text not in (",", "”", '"', "—", "–") or verb.i + 1 >= limit[1]:
        return False
    k = verb.i + 1
    while k < limit[1] and tokens[k].upos in ("PROPN", "NOUN", "DET", "ADJ"):
        k += 1
    return k > verb.i + 1 and (k >= limit[1] or tokens[k].text in (",", ".", "—", "–")) and any(t.upos in ("PROPN", "NOUN") for t in tokens[verb.i + 1 : k])


def _clause(context: Context, verb: Token, limit: tuple[int, int], *, passive: bool) -> int | None:
    """Return the head of the clause that is a verb's content, or None."""
    parse, tokens = context.parse, context.parse.tokens
    children = list(parse.dependents(verb.i))
    clauses = [c for c in children if c.dep in ("ccomp", "csubj", "csubj:pass") and limit[0] <= c.i < limit[1]]
    right = [c for c in clauses if c.i > verb.i and c.dep == "ccomp"]
    if right:
        return right[0].i
    follows = tokens[verb.i + 1] if verb.i + 1 < limit[1] else None
    if follows is not None and follows.lower == "that" and follows.upos == "SCONJ" and follows.head > verb.i and verb.i < follows.head < limit[1]:
        return follows.head
    left = [c for c in clauses if c.i < verb.i and c.dep == "ccomp"]
    if left and not passive:
        return left[0].i
    if verb.upos != "VERB":
        return None
    for child in children:
        if child.i <= verb.i or child.i >= limit[1]:
            continue
        if child.dep in ("xcomp", "advcl") and verb.lemma in asking() and not passive and _has_to(parse, child) and _has_object(parse, verb, child):
            return child.i
        if child.dep in ("parataxis", "advcl", "xcomp", "obj", "conj") and verb.lemma not in weak() and _is_finite(parse, child.i) and _opens_clause(parse, verb, child):
            return child.i
    if passive or verb.dep not in ("parataxis", "ccomp") or verb.lemma in weak() - {"think", "add", "note", "write", "report"}:
        return None
    head = verb.head
    if verb.dep == "parataxis" and limit[0] <= head < limit[1]:
        return head
    return None


def _has_to(parse: Parse, token: Token) -> bool:
    return any(c.dep == "mark" and c.lower == "to" for c in parse.dependents(token.i))


def _has_object(parse: Parse, verb: Token, clause: Token) -> bool:
    """Tell whether somebody is asked: "urged the council to", "called on them to", "asked to be let in"."""
    return any(c.dep in ("obj", "iobj", "obl") and verb.i < c.i < clause.i for c in parse.dependents(verb.i)) or verb.lemma in ("demand", "ask", "call")


def _is_finite(parse: Parse, i: int) -> bool:
    token = parse.tokens[i]
    if "VerbForm=Fin" in token.morph:
        return True
    return any(c.dep in ("aux", "cop", "aux:pass") and "VerbForm=Fin" in c.morph for c in parse.dependents(i))


def _opens_clause(parse: Parse, verb: Token, child: Token) -> bool:
    """Tell whether a clause hung on a verb of saying by another label is its content: it has its subject, right of the verb."""
    tokens = parse.tokens
    if any(c.dep in ("mark", "advmod") and c.i < child.i and c.lower in ("as", "after", "before", "when", "while", "because", "although", "though", "since", "until", "if", "where") for c in parse.dependents(child.i)):
        return False
    if any(c.dep == "cc" for c in parse.dependents(child.i)):
        return False
    subjects = [c for c in parse.dependents(child.i) if c.dep.startswith(("nsubj", "expl")) and verb.i < c.i]
    if not subjects:
        return False
    between = tokens[verb.i + 1 : subjects[0].i]
    return not any(t.text in (",", ";") for t in between) or child.dep == "parataxis"


def _is_negated(parse: Parse, verb: Token, source: Source | None) -> bool:
    if any(c.lower in _NEVER for c in parse.dependents(verb.i) if c.i < verb.i):
        return True
    if verb.i > 0 and parse.tokens[verb.i - 1].lower in _NEVER:
        return True
    return source is not None and parse.tokens[source.first].lower in _NOBODY


def _is_question(parse: Parse, verb: Token, first: int, clause: int) -> bool:
    """Tell whether a content is an open question: "asked whether", "explained why"."""
    tokens = parse.tokens
    word = tokens[first].lower
    if tokens[first].upos == "ADP" and first + 1 <= clause:
        word = tokens[first + 1].lower if tokens[first + 1].lower in ("which", "whom", "whose") else word
    if word in ("if", "when", "where"):
        return verb.lemma in _ASKING_IF
    if word == "how" and first < clause and tokens[first + 1].lower in ("many", "much") and verb.lemma == "show":
        return False
    return word in group("questions")


def _after(context: Context, verb: Token, clause: int, limit: tuple[int, int], *, passive: bool, start_at: int | None = None) -> Found | None:
    """The content stands after the verb: "X said (that) ..", "X told Y that ..", "X urged Y to .."."""
    parse, tokens = context.parse, context.parse.tokens
    first = left_edge(context, clause, verb.i) if start_at is None else start_at
    first = skip_marks(context, first, limit[1])
    if first >= limit[1]:
        return None
    has_own = any(c.dep.startswith(("nsubj", "csubj", "expl")) and c.i >= first for c in parse.dependents(clause))
    if start_at is None and not has_own and (tokens[first].upos in ("AUX", "VERB") or tokens[first].lower == "that"):
        # The parse gave the clause's subject to the verb of saying.
        moved = [c for c in parse.dependents(verb.i) if verb.i < c.i < first and c.dep in ("obj", "nsubj", "iobj") and tokens[first].lower != "that"]
        if moved and _is_finite(parse, clause):
            first = min(i for i in parse.subtree(moved[-1].i) if i > verb.i)
    if verbs()[verb.lemma] in ("shown", "believed", "denied") and start_at is None and not _is_finite(parse, clause) and tokens[first - 1].lower != "that":
        return None
    asks = verb.lemma in asking() and _has_to(parse, tokens[clause]) and not _is_finite(parse, clause)
    if not asks and not _is_finite(parse, clause) and tokens[clause].upos == "VERB" and tokens[clause].xpos in ("VB", "VBG", "VBN") and tokens[clause].dep != "ccomp":
        return None
    if _leads_to_marks(context, verb.i, limit):
        return None
    quotation = context.within[first]
    if quotation != OUTSIDE and quotation != context.within[verb.i] and _is_all_quoted(context, quotation, limit[1]):
        opening = context.ranges[quotation][0]
        if all(tokens[k].text in (",", ":", "that", '"', "“", "‘", "'") for k in range(max(verb.i + 1, opening - 2), opening)):
            return None  # direct speech
    source = agent_of(parse, verb.i) if passive else source_of(parse, verb.i, limit, inverted=False)
    if source is None and start_at is not None:
        return None
    if source is not None and source.first <= first < source.stop:
        return None
    first = _after_medium(context, verb, first, limit)
    stop = content_end(context, verb.i, first, limit[1])
    start = skip_marks(context, first, stop)
    if stop - start < 1:
        return None
    if asks and tokens[clause].lemma in ("name", "identify"):
        return None
    if asks:
        source = _asker(context, source, limit)
        if source is None:
            return None
    if source is not None and not passive:
        word = tokens[source.head].lower
        if word in _FIRST and context.within[verb.i] == OUTSIDE:
            pass
        elif word in _EMPTY - {"it"} and tokens[source.head].dep != "nsubj:pass" and not tokens[verb.i].dep.startswith("acl"):
            return None
    elif source is None and not passive and verb.dep not in ("ROOT", "conj", "advcl", "acl", "parataxis", "ccomp"):
        return None
    if source is None and not passive and tokens[verb.i].xpos in ("VB", "VBP") and verb.lemma in weak():
        return None
    if source is None and not passive and verb.xpos == "VB":
        return None
    strength = "asked" if asks else verbs()[verb.lemma]
    if _is_negated(parse, verb, source) or _is_question(parse, verb, start, clause):
        strength = "unsaid"
    if asks and strength != "unsaid":
        begin = source.first if source is not None and source.first < verb.i and verb.xpos != "VBG" or verb.dep == "ROOT" and source is not None else verb.i
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
    """Return who asks: the subject found where that is somebody, else the sentence's ("launched a petition which .., asking ..")."""
    tokens = context.parse.tokens
    if source is not None and can_speak(tokens[source.head]) and tokens[source.head].lower not in ("which", "that"):
        return source
    root = next((t for t in tokens[limit[0] : limit[1]] if t.is_head), None)
    head = subject_of(context.parse, root.i) if root is not None else None
    if head is None or not can_speak(tokens[head]) or root is None:
        return None
    return phrase_of(context.parse, head, root.i)


def _after_medium(context: Context, verb: Token, first: int, limit: tuple[int, int]) -> int:
    """Move over where, when or to whom it was said where the parse took it into the content: "said in a statement it was"."""
    parse, tokens = context.parse, context.parse.tokens
    if first != verb.i + 1 or tokens[first].lower not in ("in", "on", "at", "during", "to", "through", "via", "by"):
        return first
    for k in range(first + 1, min(first + 7, limit[1] - 1)):
        token = tokens[k]
        if token.upos not in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "PART"):
            return first
        last_noun = token.upos in ("NOUN", "PROPN") and tokens[k + 1].upos not in ("NOUN", "PROPN", "ADP", "PART", "PUNCT", "VERB", "AUX")
        if last_noun and (token.lemma in group("documents") or token.lemma in group("media") or token.lower in group("days")):
            return k + 1
    return first


def _frame_before(context: Context, verb: Token, source: Source | None, start: int, limit: tuple[int, int]) -> tuple[int, ...]:
    """Return the tokens before a content that are its attribution: from the beginning of the verb's clause."""
    parse, tokens = context.parse, context.parse.tokens
    if verb.dep in ("ROOT", "root", "ccomp", "parataxis"):
        begin = limit[0] if verb.dep in ("ROOT", "root") else min(parse.subtree(verb.i))
        if verb.dep not in ("ROOT", "root") and source is not None:
            begin = min(begin, source.first)
    else:
        begin = min(min(parse.subtree(verb.i)), source.first if source is not None and source.first < verb.i and verb.dep != "conj" else verb.i)
    # A clause of its own before the attribution stays outside: "The road is shut and police say ..".
    for child in parse.dependents(verb.i, "conj", "parataxis"):
        if child.i < verb.i:
            begin = max(begin, child.i + 1)
    begin = max(begin, limit[0])
    return tuple(range(begin, start))


def _before(context: Context, verb: Token, clause: int | None, limit: tuple[int, int]) -> Found | None:
    """The content stands before the verb, or around it: ".., X said", ".., said X", "The plan, X said, is .."."""
    parse, tokens = context.parse, context.parse.tokens
    if clause is None and not _is_parenthetical(context, verb, limit):
        return None
    if verb.lemma in weak() - {"add", "note", "write", "report", "think"} and clause is None:
        return None
    source = source_of(parse, verb.i, limit, inverted=True)
    if source is None or tokens[source.head].lower in _EMPTY - {"it"} or (tokens[source.head].lower in _FIRST and context.within[verb.i] == OUTSIDE):
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
    if before >= limit[0] and tokens[before].text not in (",", "—", "–", "-", "?", "!") and context.within[before] == OUTSIDE:
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
    first = _coordinate(context, verb, clause, first, before, limit)
    whole = any(tokens[k].xpos in FINITE for k in range(first, frame_first))
    if medial and whole and not any(tokens[k].upos in ("VERB", "AUX") for k in range(rest_first, rest_stop)):
        medial = False  # "..., said Anna Berg, the engineer, on Monday"
    if medial and _hangs_on(context, verb, source, rest_first, rest_stop):
        medial = False
    stop = rest_stop if medial else trim_end(context, first, frame_first)
    if not medial and clause is not None and clause >= frame_first:
        return None
    if all(context.within[k] != OUTSIDE and context.within[k] != context.within[verb.i] or tokens[k].upos == "PUNCT" for k in range(first, frame_first)):
        return None  # direct speech
    if stop - first < 2 or not any(tokens[k].upos in ("VERB", "AUX") for k in range(first, frame_first)) and not medial:
        return None
    frame = tuple(range(frame_first, rest_first if medial else limit[1] if rest_stop <= rest_first else end))
    strength = verbs()[verb.lemma]
    if _is_negated(parse, verb, source):
        strength = "unsaid"
    return Found(first, stop, verb.i, frame, source, strength)


def _coordinate(context: Context, verb: Token, clause: int | None, first: int, before: int, limit: tuple[int, int]) -> int:
    """Return where the content before an attribution begins: after an earlier attribution in the same sentence."""
    tokens = context.parse.tokens
    for k in range(before - 1, first, -1):
        if tokens[k].text == ";":
            return k + 1
    return first


def _is_parenthetical(context: Context, verb: Token, limit: tuple[int, int]) -> bool:
    """Tell whether a verb with no clause of its own stands in an attribution at a sentence's end or between commas."""
    tokens = context.parse.tokens
    inserted = _is_inserted(context, verb, limit)
    if verb.xpos in ("VB", "VBG") or (verb.xpos == "VBN" and not inserted) or verb.i == limit[0] or verb.dep.startswith("acl"):
        return False
    objects = [c for c in context.parse.dependents(verb.i, "obj") if c.i > verb.i]
    return not objects or verb.lemma in ("tell", "say", "inform", "remind")


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
    for k in range(comma + 1, min(comma + _MEDIAL_LONGEST, limit[1])):
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
        return True
    if token.lower in ("and", "but", "as", "while", "after", "when", "who", "which", "in", "at", "on", "during", "although", "though", "with", "before"):
        inside = range(min(source.first, verb.i), max(source.stop, verb.i + 1))
        heads = [tokens[k] for k in range(first, stop) if tokens[k].head in inside]
        return bool(heads) and not any(tokens[k].head < min(source.first, verb.i) for k in range(first, stop))
    return all(tokens[k].dep in ("appos", "det", "amod", "case", "nmod", "compound", "nmod:poss", "flat", "punct", "obl") for k in range(first, stop))
