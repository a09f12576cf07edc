"""According to: the preposition that hands a sentence, or the clause it stands in, to a source."""

from collections.abc import Iterator

from claims.extract.attribution.clauses import FINAL, FINITE, content_end, skip_marks, trim_end
from claims.extract.attribution.context import OUTSIDE, Context, Found
from claims.extract.attribution.lexicon import voices
from claims.extract.attribution.sources import Source, can_speak, phrase_of
from claims.extract.mentions.lexicon import titles
from claims.extract.parse import Token

_LONGEST_APPOSITION = 22
_VIEWS = frozenset({"opinion", "view", "eyes", "words", "judgment", "judgement", "assessment", "estimation"})
# According to these nothing is said by anybody: "according to plan", "according to law".
_NOBODY = frozenset(
    {
        "plan",
        "law",
        "schedule",
        "need",
        "ability",
        "size",
        "age",
        "taste",
        "whether",
        "custom",
        "tradition",
        "rule",
        "whim",
        "wish",
        "mood",
    }
)


def according(context: Context) -> Iterator[Found]:
    """Yield the reports that "according to" and "in the view of" make."""
    tokens = context.parse.tokens
    for token in tokens:
        if token.lower == "according" and token.i + 2 < len(tokens) and tokens[token.i + 1].lower == "to":
            found = _of(context, token)
            if found is not None:
                yield found
        elif token.lower == "in" and token.i == context.sentence(token.i).first:
            found = _in_the_view_of(context, token)
            if found is not None:
                yield found


def _in_the_view_of(context: Context, token: Token) -> Found | None:
    """Return the report of a sentence that begins with whose view it is: "In the opinion of the council, .."."""
    parse, tokens = context.parse, context.parse.tokens
    stop = context.sentence(token.i).stop
    words = [t.lower for t in tokens[token.i : token.i + 4]]
    if len(words) < 4 or words[1] != "the" or words[2] not in _VIEWS or words[3] != "of":
        return None
    comma = next((k for k in range(token.i + 4, min(stop, token.i + 16)) if tokens[k].text == ","), None)
    heads = [c.i for c in parse.dependents(token.i + 2, "nmod")]
    if comma is None or not heads or not token.i + 3 < heads[0] < comma or not can_speak(tokens[heads[0]]):
        return None
    start = skip_marks(context, comma + 1, stop)
    end = content_end(context, token.i, start, stop)
    if end <= start:
        return None
    return Found(start, end, token.i, tuple(range(token.i, start)), phrase_of(parse, heads[0]), "said")


def _of(context: Context, token: Token) -> Found | None:
    parse, tokens = context.parse, context.parse.tokens
    sentence = context.sentence(token.i)
    limit = (sentence.first, sentence.stop)
    side = context.within[token.i]
    if side != OUTSIDE:
        limit = (max(limit[0], context.ranges[side][0]), min(limit[1], context.ranges[side][1]))
    head = _source_head(context, token, limit)
    if head is None or tokens[head].lemma in _NOBODY:
        return None
    source = phrase_of(parse, head)
    source = Source(max(source.first, token.i + 2), max(source.stop, token.i + 3), head)
    end = _source_end(context, source, limit)
    first, stop = limit
    opening = token.i - 1
    while first < stop and tokens[first].upos == "CCONJ":
        first += 1
    if token.i <= first + 1 or tokens[opening].upos in ("SCONJ", "CCONJ"):
        # "According to X, ..", "it was learned that according to X, .."
        start = skip_marks(context, _closing_comma(context, end, stop), stop)
        stop = content_end(context, token.i, start, stop)
        begin = limit[0] if token.i <= first + 1 else token.i
        return Found(start, stop, token.i, tuple(range(begin, start)), source, "said") if stop > start else None
    rest = end
    while rest < stop and tokens[rest].text in (",", "—", "–"):
        rest += 1
    before_comma = tokens[opening].text in (",", "—", "–", "(")
    frame_first = opening if before_comma and context.within[opening] == side else token.i
    rest_stop = trim_end(context, rest, stop)
    first = _clause_first(context, token, first)
    if rest_stop - rest > 0 and before_comma and tokens[end].text in (",", "—", "–"):
        return Found(
            first,
            _clause_stop(context, rest, rest_stop),
            token.i,
            tuple(range(frame_first, rest)),
            source,
            "said",
        )
    if not before_comma and rest_stop - rest > 1:
        # "Wikis say that according to a posting made today, the site .."
        governor = tokens[head].head
        if governor > end:
            start = skip_marks(context, end, stop)
            return Found(
                start, content_end(context, token.i, start, stop), token.i, tuple(range(token.i, start)), source, "said"
            )
    if (
        rest_stop - rest > 1
        and before_comma
        and tokens[rest].lower in ("and", "but", "while", "which", "who", "although")
    ):
        rest_stop = rest
    end_of = trim_end(context, first, frame_first)
    if end_of - first < 2:
        return None
    return Found(first, end_of, token.i, tuple(range(frame_first, end)), source, "said")


def _closing_comma(context: Context, end: int, stop: int) -> int:
    """Return the comma that ends an attribution before its content, `end` where none is near or no clause follows it."""
    tokens = context.parse.tokens
    if end >= stop or tokens[end].text == ",":
        return end
    for k in range(end, min(end + _LONGEST_APPOSITION, stop)):
        if tokens[k].text == ",":
            return k
        if tokens[k].xpos in ("VBD", "VBZ", "VBP", "MD"):
            return end
    return end


def _source_head(context: Context, token: Token, limit: tuple[int, int]) -> int | None:
    """The noun after "according to": the one it is the case of, else the first nominal."""
    tokens = context.parse.tokens
    head = token.head
    if head > token.i + 1 and head < limit[1] and tokens[head].upos in ("NOUN", "PROPN", "PRON", "NUM"):
        return head
    for k in range(token.i + 2, min(token.i + 12, limit[1])):
        if tokens[k].upos in ("NOUN", "PROPN", "PRON") and not (
            k + 1 < limit[1] and tokens[k + 1].upos in ("NOUN", "PROPN")
        ):
            return k
        if tokens[k].upos in ("VERB", "PUNCT"):
            break
    return None


def _source_end(context: Context, source: Source, limit: tuple[int, int]) -> int:
    """Return where the attribution ends: its phrase, with what is in apposition to it or hangs on it."""
    parse, tokens = context.parse, context.parse.tokens
    end = source.stop
    for _ in range(4):
        if end >= limit[1]:
            return end
        token = tokens[end]
        if token.text in FINAL:
            return end
        if token.text == ",":
            closing = _apposition_end(context, source, end, limit)
            if closing is None:
                return end
            end = closing
            continue
        if token.text == "(":
            while end < limit[1] and tokens[end].text != ")":
                end += 1
            end = min(end + 1, limit[1])
            continue
        hanging = {k for k in parse.subtree(source.head) if k >= end}
        if end in hanging:
            last = end
            while (
                last < limit[1]
                and tokens[last].text not in (",", ";")
                and tokens[last].text not in FINAL
                and last in hanging
            ):
                last += 1
            if last == end:
                return end
            end = last
            continue
        return end
    return end


def _apposition_end(context: Context, source: Source, comma: int, limit: tuple[int, int]) -> int | None:
    """Return where an apposition after a comma closes, or None where none stands there."""
    tokens = context.parse.tokens
    stop = min(comma + _LONGEST_APPOSITION, limit[1])
    if comma + 1 < stop and tokens[comma + 1].lower in ("citing", "quoting"):
        return next((k for k in range(comma + 2, stop) if tokens[k].text == ","), None)
    if comma + 1 < stop and tokens[source.head].upos == "PROPN" and _is_post(context, comma + 1, stop):
        return next((k for k in range(comma + 2, stop) if tokens[k].text == ","), None)
    for k in range(comma + 1, stop):
        if tokens[k].text == "," or tokens[k].text in FINAL:
            return None
        if tokens[k].dep in ("appos", "acl", "acl:relcl") and source.first <= tokens[k].head < source.stop:
            for close in range(k, stop):
                if (
                    tokens[close].text == ","
                    and close + 1 < stop
                    and tokens[close + 1].xpos in ("VBD", "VBZ", "VBP", "MD")
                ):
                    return None  # the subject of the content itself
                if tokens[close].text == "," or (tokens[close].text in FINAL and close == limit[1] - 1):
                    return close
            return None
    return None


def _is_post(context: Context, first: int, stop: int) -> bool:
    """Tell whether the words up to the next comma are somebody's post: "the harbour master", "a professor of law at Oakham"."""
    tokens = context.parse.tokens
    close = next((k for k in range(first, stop) if tokens[k].text == ","), None)
    if close is None or close + 1 >= stop or any(tokens[k].xpos in FINITE for k in range(first, close)):
        return False
    posted = any(tokens[k].lower in titles() or tokens[k].lemma in voices() for k in range(first, close))
    return posted and tokens[close + 1].xpos not in FINITE


def _clause_first(context: Context, token: Token, first: int) -> int:
    """Return where the clause that "according to" stands in begins: after a "which" or "that" it follows."""
    tokens = context.parse.tokens
    for k in range(token.i - 1, max(first, token.i - 4), -1):
        if tokens[k].lower in ("which", "who", "that", "where") and tokens[k].upos in ("PRON", "SCONJ", "ADV", "DET"):
            return k + 1
    for k in range(token.i - 1, first, -1):
        if tokens[k].text == ";":
            return k + 1
    return first


def _clause_stop(context: Context, rest: int, stop: int) -> int:
    """Return where the clause around an inner "according to" ends."""
    tokens = context.parse.tokens
    if tokens[rest].lower in ("and", "but", "while", "although", "though"):
        return trim_end(context, 0, rest)
    return stop
