"""Direct speech: whose words stand in quotation marks, by the attribution after them, before them, or carried on."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from claims.extract.attribution.clauses import FINAL
from claims.extract.attribution.context import Context, Found
from claims.extract.attribution.lexicon import beside_marks, verbs
from claims.extract.attribution.sources import Source, is_passive, phrase_of, source_of, subject_of

# How far an attribution may reach beside a quotation, in tokens: a name, a title in apposition, a verb.
_REACH = 45
# Between the verb and an opening mark without comma or colon stand at most this many words ("told reporters on Monday that").
_GAP = 9
# These call a thing by a name in marks and report no words: "dubbed it 'the wall'".
_NAMING = frozenset(
    "call describe name dub label title brand term characterise characterize entitle nickname mean read".split()
)
# Words in marks of this length are more than a name, whatever verb stands before them.
_LONG = 14
_OPEN = frozenset({",", ":", "—", "–", "-"})


def direct(context: Context, earlier: Sequence[Found]) -> Iterator[Found]:
    """Yield the reports in quotation marks; `earlier` are the indirect ones, which can carry their speaker on."""
    covered: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for each in earlier:
        if each.strength != "unsaid":
            covered[context.sentence_of[each.first]].append((each.first, each.stop))
    by_end = sorted(earlier, key=lambda found: found.cue if found.cue is not None else found.first)
    previous: Found | None = None
    place = 0
    seen: list[Found] = []
    bounds = _paragraph_bounds(context)
    for n, (first, stop) in enumerate(context.ranges):
        if stop <= first:
            continue
        while place < len(by_end) and (by_end[place].cue or by_end[place].first) < first:
            if by_end[place].source is not None and by_end[place].strength != "unsaid":
                seen.append(by_end[place])
            place += 1
        if any(
            a <= first and stop <= b and (a < first - 1 or b > stop + 1) for a, b in covered[context.sentence_of[first]]
        ):
            continue  # some words of an indirect report
        found = _of(context, n, previous, seen[-1] if seen else None, bounds)
        if found is not None:
            previous = found
            yield found


def _paragraph_bounds(context: Context) -> dict[int, tuple[int, int]]:
    bounds: dict[int, tuple[int, int]] = {}
    for sentence in context.parse.sentences:
        bounds[sentence.paragraph] = (bounds.get(sentence.paragraph, (sentence.first, 0))[0], sentence.stop)
    return bounds


def _of(
    context: Context, n: int, previous: Found | None, latest: Found | None, bounds: dict[int, tuple[int, int]]
) -> Found | None:
    first, stop = context.ranges[n]
    paragraph = bounds[context.sentence(first).paragraph]
    outer_first, outer_stop = first, stop
    while outer_first > paragraph[0] and context.within[outer_first - 1] == n:
        outer_first -= 1
    while outer_stop < paragraph[1] and context.within[outer_stop] == n:
        outer_stop += 1
    begin = outer_first
    while (
        begin > paragraph[0]
        and context.within[begin - 1] == -1
        and not _ends_sentence(context, begin - 1)
        and outer_first - begin < _REACH
    ):
        begin -= 1
    end = outer_stop
    while end < paragraph[1] and context.within[end] == -1 and end - outer_stop < _REACH:
        end += 1
        if _ends_sentence(context, end - 1):
            break
    before = _before(context, begin, outer_first, first, stop)
    if before is not None:
        return before
    after = _after(context, first, stop, outer_stop, end, starts=begin == outer_first)
    if after is not None:
        return after
    if begin < outer_first and not _is_lead_in(context, begin, outer_first):
        return None
    return _carried(context, n, previous, latest, paragraph, outer_first)


def _ends_sentence(context: Context, i: int) -> bool:
    token = context.parse.tokens[i]
    if token.text in ("!", "?", ";", "…"):
        return True
    return token.text == "." or (
        i + 1 == context.sentence(i).stop and token.text not in (",", ":", "-", "—", "–") and token.upos == "PUNCT"
    )


def _before(context: Context, begin: int, outer_first: int, first: int, stop: int) -> Found | None:
    """An attribution before the opening mark: `Anna Berg said: "..`, `she told the council, "..`, `saying ".."`."""
    tokens = context.parse.tokens
    last = outer_first - 1
    if last < begin:
        return None
    pointed = tokens[last].text in _OPEN
    # Without a comma or colon it takes a sentence, else it is some words of the writer's own clause.
    if not pointed and not _is_sentence(context, first, stop) and stop - first < _LONG:
        return None
    limit = (begin, outer_first)
    for k in range(last, max(begin, last - (_REACH if pointed or stop - first >= _LONG else _GAP)) - 1, -1):
        token = tokens[k]
        if token.upos not in ("VERB", "NOUN") or (token.lemma not in beside_marks() and token.lemma not in _NAMING):
            if token.upos == "VERB" and not pointed:
                return None
            continue
        if (
            token.upos == "NOUN" and token.lemma not in ("say", "add", "comment", "claim", "state", "note", "read")
        ) or is_passive(context.parse, k):
            continue
        if token.lemma in _NAMING and not (tokens[last].text == ":" or token.lemma == "read"):
            if stop - first < _LONG or not _is_sentence(context, first, stop):
                return None
        elif not pointed and not _only_addressee(context, k + 1, outer_first):
            return None
        if pointed and tokens[last].text == "," and not _only_addressee(context, k + 1, last):
            continue
        source = _source(context, k, limit, inverted=False)
        if source is None:
            if token.xpos == "VBG" and (subject := subject_of(context.parse, k)) is not None:
                source = phrase_of(context.parse, subject, k)
            else:
                continue
        return Found(
            first,
            stop,
            k,
            tuple(range(min(source.first, begin) if source.first >= begin else begin, outer_first)),
            source,
            _strength(token.lemma),
            quotation=context.within[first],
        )
    if tokens[last].text == ":":
        for k in range(last - 1, begin - 1, -1):
            token = tokens[k]
            if token.dep.startswith("nsubj") and _can_speak(context, k):
                return Found(
                    first,
                    stop,
                    tokens[k].head,
                    tuple(range(begin, outer_first)),
                    phrase_of(context.parse, k),
                    "said",
                    quotation=context.within[first],
                )
        if last > begin and tokens[last - 1].upos in ("PROPN",) and last - begin < 8:
            return Found(
                first,
                stop,
                None,
                tuple(range(begin, outer_first)),
                phrase_of(context.parse, last - 1),
                "said",
                quotation=context.within[first],
            )
    return None


def _source(context: Context, verb: int, limit: tuple[int, int], *, inverted: bool) -> Source | None:
    return source_of(context.parse, verb, limit, inverted=inverted)


def _only_addressee(context: Context, first: int, stop: int) -> bool:
    """Tell whether between a verb of saying and the words said stand only whom it was said to, when, where and how."""
    tokens = context.parse.tokens
    for k in range(first, stop):
        if tokens[k].upos in ("VERB",) and tokens[k].xpos in ("VBD", "VBZ", "VBP"):
            return False
    return stop - first <= 2 * _GAP


def _can_speak(context: Context, i: int) -> bool:
    token = context.parse.tokens[i]
    return token.upos == "PROPN" or token.lower in ("he", "she", "they") or context.mentions.kind_of(i) == "PER"


def _is_sentence(context: Context, first: int, stop: int) -> bool:
    """Tell whether words in marks are a sentence or clause and no mere phrase: a finite verb, or a capital and some length."""
    tokens = context.parse.tokens
    finite = any(
        tokens[k].upos in ("VERB", "AUX") and ("VerbForm=Fin" in tokens[k].morph or "Mood=" in tokens[k].morph)
        for k in range(first, stop)
    )
    if not finite:
        return False
    start = next((tokens[k] for k in range(first, stop) if tokens[k].upos != "PUNCT"), tokens[first])
    return start.text[:1].isupper() or any(tokens[k].dep.startswith(("nsubj", "expl")) for k in range(first, stop))


def _after(context: Context, first: int, stop: int, outer_stop: int, end: int, *, starts: bool) -> Found | None:
    """An attribution after the closing mark: `..," said Anna Berg`, `..," Berg, the mayor, told reporters`."""
    tokens = context.parse.tokens
    if outer_stop >= end:
        return None
    inner = tokens[stop - 1].text[-1:] if stop > first else ""
    k = outer_stop
    comma = inner in (",", "?", "!", "—", "–", "-", "…") or inner == "."
    while k < end and tokens[k].text in (",", "—", "–", "-", ")"):
        comma = True
        k += 1
    if k >= end:
        return None
    ended = inner == "." or (
        inner in "?!"
        and tokens[k].text[:1].isupper()
        and tokens[k].upos not in ("PROPN",)
        and tokens[k].lower not in ("he", "she", "they", "i", "we", "the")
    )
    at = k
    cue = None
    for j in range(at, min(end, at + _REACH)):
        token = tokens[j]
        if token.upos == "VERB" or (token.lemma in ("say", "add") and token.upos != "PUNCT"):
            if token.dep.partition(":")[0] in ("acl", "amod") and token.lemma not in ("say", "add") and j > at:
                continue
            if (
                token.lemma in beside_marks()
                and (token.lemma not in _NAMING or (token.lemma == "read" and j == at))
                and not is_passive(context.parse, j)
                and token.xpos not in ("VB",)
            ):
                cue = j
                break
            if token.upos == "VERB" and token.xpos in ("VBD", "VBZ", "VBP") and not _in_relative(context, j, at):
                break
    if cue is None:
        return None
    inverted = cue == at or (cue == at + 1 and tokens[at].upos == "ADV")
    if not comma and not (starts and inverted):
        return None
    if ended and not (tokens[at].text[:1].islower() or _is_short(context, cue, end)):
        return None
    if tokens[at].upos == "CCONJ" or (
        tokens[at].lower in ("and", "but", "while", "in", "who", "which") and not inverted
    ):
        return None
    source = _source(context, cue, (outer_stop, end), inverted=inverted)
    if source is None or source.first < outer_stop:
        source = _first_phrase(context, at, cue) if not inverted else None
    if source is None:
        return None
    if not inverted and source.first > at and not _is_apposed(context, at, source):
        return None
    return Found(
        first,
        stop,
        cue,
        tuple(range(outer_stop, end)),
        source,
        _strength(tokens[cue].lemma),
        quotation=context.within[first],
    )


def _first_phrase(context: Context, at: int, cue: int) -> Source | None:
    """The noun phrase that an attribution after a quotation begins with."""
    tokens = context.parse.tokens
    for k in range(at, min(cue, at + 12)):
        if tokens[k].upos in ("NOUN", "PROPN", "PRON") and not (
            (k + 1 < cue and tokens[k + 1].upos in ("NOUN", "PROPN"))
            or tokens[k].dep in ("flat", "compound", "nmod:poss")
        ):
            return phrase_of(context.parse, k, cue)
    return None


def _is_apposed(context: Context, at: int, source: Source) -> bool:
    """Tell whether the source, though not first in the attribution, is its subject: something short leads in to it."""
    return source.first - at <= 8 and not any(
        context.parse.tokens[k].xpos in ("VBD", "VBZ", "VBP") for k in range(at, source.first)
    )


def _in_relative(context: Context, verb: int, at: int) -> bool:
    tokens = context.parse.tokens
    return any(tokens[k].lower in ("who", "which", "that", "whose", "where") for k in range(max(at, verb - 12), verb))


def _is_short(context: Context, cue: int, end: int) -> bool:
    """Tell whether an attribution that begins a sentence of its own is nothing but an attribution."""
    tokens = context.parse.tokens
    rest = [t for t in tokens[cue + 1 : end] if t.text not in FINAL]
    return len(rest) <= 1 and end < len(tokens) + 1 and (end >= len(tokens) or context.within[end] == -1)


def _is_lead_in(context: Context, begin: int, outer_first: int) -> bool:
    """Tell whether only a word or two of joining stands between a sentence's start and the opening mark: "and", "But"."""
    return all(context.parse.tokens[k].upos in ("CCONJ", "PUNCT", "ADV", "SCONJ") for k in range(begin, outer_first))


def _carried(
    context: Context,
    n: int,
    previous: Found | None,
    latest: Found | None,
    paragraph: tuple[int, int],
    outer_first: int,
) -> Found | None:
    """A quotation with no attribution of its own: the speaker of the words before goes on."""
    first, stop = context.ranges[n]
    if not _is_sentence(context, first, stop) and not context.quotations[n].continues:
        return None
    candidates = [f for f in (previous, latest) if f is not None]
    chosen = max(candidates, key=lambda f: max(f.cue or 0, f.first), default=None)
    if context.quotations[n].continues and previous is not None:
        return Found(
            first,
            stop,
            None,
            (),
            previous.source,
            "said",
            quotation=n,
            carried=previous.source is None or previous.carried,
        )
    if chosen is not None and max(chosen.cue or 0, chosen.first) >= paragraph[0]:
        return Found(first, stop, None, (), chosen.source, "said", quotation=n, carried=True)
    tokens = context.parse.tokens
    if outer_first == paragraph[0] and outer_first > 0 and tokens[outer_first - 1].text == ":":
        last = context.parse.sentences[context.sentence_of[outer_first - 1]]
        lead = _before(context, last.first, outer_first, first, stop)
        if lead is not None:
            return Found(first, stop, lead.cue, lead.frame, lead.source, lead.strength, quotation=n)
    near = context.sentence_of[outer_first] - context.sentence_of[chosen.first] if chosen is not None else 99
    if (
        chosen is not None
        and near <= 3
        and context.sentence(chosen.first).paragraph >= context.sentence(first).paragraph - 1
        and outer_first == paragraph[0]
    ):
        return Found(first, stop, None, (), chosen.source, "said", quotation=n, carried=True)
    if outer_first > paragraph[0]:
        sentence = context.sentence(outer_first - 1)
        for token in context.parse.of(sentence):
            if token.dep.startswith("nsubj") and _can_speak(context, token.i) and context.within[token.i] == -1:
                return Found(
                    first, stop, None, (), phrase_of(context.parse, token.i), "said", quotation=n, carried=True
                )
    return Found(first, stop, None, (), None, "said", quotation=n, carried=True)


def _strength(lemma: str) -> str:
    return verbs().get(lemma, "said")
