"""Sources: the words that name who says something, found from the verb of saying."""

from dataclasses import dataclass

from claims.extract.attribution.lexicon import beside_marks, group, voices
from claims.extract.mentions.lexicon import titles
from claims.extract.parse import Parse, Token
from claims.extract.phrases import noun_phrase

_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")
_BETWEEN = ("ADV", "AUX", "PART")
_LEADING = ("DET", "ADJ", "ADV", "NUM")
_TIMES = frozenset({"year", "month", "week", "quarter", "decade", "summer", "winter", "spring", "autumn"})
_OWNED = frozenset({"of", "for", "at", "from", "with", "by"})
_ADDRESSING = frozenset({"tell", "inform", "remind", "assure", "notify"})
_RELATIVE = frozenset({"who", "which", "that", "whose", "whom"})


@dataclass(frozen=True, slots=True)
class Source:
    """A source as written: tokens first to stop, and the token at its head."""

    first: int
    stop: int
    head: int


def source_of(parse: Parse, verb: int, limit: tuple[int, int], *, inverted: bool = False) -> Source | None:
    """Return who says what a verb reports, or None where nobody is named ("it was said").

    `limit` are the sentence's first token and one past its last; `inverted` allows "said Anna" where the parse has no subject.
    """
    head = subject_of(parse, verb)
    token = parse.tokens[verb]
    inverted = inverted and token.lemma not in _ADDRESSING  # "told Anna" is said to her
    if head is not None and head > verb and not inverted and (aside := _over_comma(parse, verb, limit)) is not None:
        head = aside
    near = parse.tokens[verb - 1] if verb > limit[0] else token
    if near.dep == "parataxis" and near.upos in ("NOUN", "PROPN") and token.dep == "advcl" and can_speak(near):
        head = near.i  # ".., its chief executive told the Courier"
    if head is None or not limit[0] <= head < limit[1]:
        head = _beside(parse, verb, limit, inverted=inverted)
        if head is None:
            return None
    elif inverted and head < verb and verb + 1 < limit[1]:
        # `"..., it is true", said Anna`: a subject on the left belongs to the words quoted.
        right = _right_of(parse, verb, limit)
        if right is not None and (parse.tokens[right].dep.startswith("nsubj") or not _close(parse, head, verb)):
            head = right
    elif (
        parse.tokens[noun_phrase(parse, head)[0]].lower == "whose"
        and (aside := _over_aside(parse, verb, limit)) is not None
    ):
        head = aside
    elif head < verb and not _close(parse, head, verb):
        left = _left_of(parse, verb, limit)
        if (
            left is not None
            and left > head
            and not _is_within(parse, head, left)
            and parse.tokens[left].upos in ("PROPN", "PRON")
            and parse.tokens[left].dep in ("nsubj", "obj", "parataxis", "appos")
            and (parse.tokens[left].dep != "appos" or not _closed_apposition(parse, left, verb))
        ):
            head = left
    if parse.tokens[head].lower in _RELATIVE and token.dep.startswith("acl"):
        antecedent = token.head
        if antecedent < verb:
            return Source(head, head + 1, head)
    return phrase_of(parse, head, verb)


def phrase_of(parse: Parse, head: int, verb: int | None = None) -> Source:
    """Return the phrase of a source's head as it is written, cut before the verb where it would run over it."""
    if parse.tokens[head].upos == "PRON" and parse.tokens[head].lower not in (
        "one",
        "some",
        "many",
        "others",
        "several",
        "most",
    ):
        return Source(head, head + 1, head)
    first, stop = noun_phrase(parse, head)
    while first < head and parse.tokens[first].upos == "ADP":
        first += 1
    end = stop
    while end < len(parse.tokens) and parse.tokens[end].upos == "PROPN" and end != verb:
        if "\n" in parse.text[parse.tokens[end - 1].end : parse.tokens[end].start]:
            break
        end += 1
    if verb is None or end == verb:
        stop = end  # "the ambassador to Norway Anna Berg"
    if verb is not None:
        if first <= verb < head:
            first = verb + 1
        if verb < head and parse.tokens[head].upos == "NOUN":
            stop = _with_owner(parse, stop)
        elif head < verb < stop:
            stop = verb
    if (
        stop - first > 1
        and parse.tokens[stop - 1].lower in ("'s", "’s", "'", "’")
        and parse.tokens[stop - 1].upos in ("PART", "PUNCT")
        and parse.tokens[stop - 1].dep == "case"
    ):
        stop -= 1
    return Source(_with_post(parse, first, stop), stop, head)


def _with_post(parse: Parse, first: int, stop: int) -> int:
    """Return where a phrase begins with a post that the parse cut off: "Undersecretary for Trade Jan Dahl"."""
    tokens = parse.tokens
    if first < 2 or tokens[first].upos != "PROPN":
        return first
    joint, post = tokens[first - 1], tokens[first - 2]
    if post.lower in titles() and post.upos in ("NOUN", "PROPN") and joint.lower in ("for", "of", ","):
        if joint.text == "," and stop < len(tokens) and tokens[stop].text == ",":
            return first
        begin = noun_phrase(parse, first - 2)[0]
        return begin if first - begin < 9 else first
    return first


def subject_of(parse: Parse, verb: int) -> int | None:
    """Return the token that is the subject of a verb, its own or the one it shares, or None."""
    tokens = parse.tokens
    token = tokens[verb]
    for _ in range(4):
        subjects = [c for c in parse.dependents(token.i, "nsubj") if c.dep != "nsubj:pass" and c.dep != "nsubj:outer"]
        subjects = [
            c
            for c in subjects
            if not (c.lower == "that" and token.dep.startswith("acl") is False and c.upos == "SCONJ")
        ]
        if subjects and token.xpos == "VBG" and token.dep in ("conj", "advcl") and tokens[token.i - 1].upos == "PUNCT":
            subjects = []  # "dismissed it as 'nonsense', adding": what stands before it is no subject of its own
        if len(subjects) > 1 and _is_within(parse, subjects[0].i, subjects[-1].i):
            subjects.pop()
        if subjects:
            return max(subjects, key=lambda c: (c.i < verb, c.i)).i if len(subjects) > 1 else subjects[0].i
        passive = list(parse.dependents(token.i, "nsubj:pass"))
        if passive:
            quoted = token.i != verb and token.lemma in ("quote", "cite", "report")
            return passive[-1].i if quoted or token.i != verb else None
        if token.dep == "acl:relcl" and token.head < token.i and tokens[token.i - 1].text == ",":
            return token.head  # "the head of the firm, Jan Dahl, said"
        if token.head == token.i or token.dep in ("ccomp", "acl:relcl", "parataxis", "ROOT", "root"):
            return None
        if token.dep == "acl" and token.xpos == "VBG" and tokens[token.i - 1].text == ",":
            # "launched a petition, asking the council to": the one who launched it asks.
            governor = _verb_above(parse, token.head)
            if governor is not None:
                token = tokens[governor]
                continue
        if token.dep == "acl":
            return token.head if tokens[token.head].upos in _NOMINAL else None
        if token.dep not in ("conj", "advcl", "xcomp", "dep"):
            return None
        if (whom := _quoted_as(parse, token)) is not None:
            return whom
        if token.dep == "advcl" and any(
            c.dep == "mark" and c.lower not in ("by", "while", "in", "when", "before", "after", "without")
            for c in parse.dependents(token.i)
        ):
            return None
        token = tokens[token.head]
        if (
            token.upos in ("NOUN", "PROPN")
            and token.i < verb
            and not any(c.dep.startswith("nsubj") for c in parse.dependents(token.i))
        ):
            # "The firm, maker of soups, reported a loss and said": the name made the head of all, the verbs joined to it.
            finite = tokens[verb].xpos in ("VBD", "VBZ", "VBP")
            return token.i if finite and token.is_head and can_speak(token) else None
    return None


def _is_within(parse: Parse, first: int, second: int) -> bool:
    """Tell whether a second subject is only the name of a thing that tells of the first: "a study in the journal Field"."""
    before = parse.tokens[second - 1]
    if parse.tokens[second].upos != "PROPN" or before.upos != "NOUN" or before.i == first:
        return False
    return first < before.i and before.i in parse.subtree(first)


def _quoted_as(parse: Parse, token: Token) -> int | None:
    """Return whom somebody else quotes: "the agency quoted the minister as saying", "Moss was cited as saying"."""
    holder = parse.tokens[token.head]
    if holder.lemma not in ("quote", "cite", "report") or parse.tokens[token.i - 1].lower != "as":
        return None
    children = list(parse.dependents(holder.i))
    passive = next((c.i for c in children if c.dep == "nsubj:pass"), None)
    return passive if passive is not None else next((c.i for c in children if c.dep == "obj" and c.i < token.i), None)


def _verb_above(parse: Parse, i: int) -> int | None:
    """Return the verb that a noun hangs under, over a few arcs, or None."""
    tokens = parse.tokens
    for _ in range(4):
        if tokens[i].upos == "VERB" or tokens[i].head == i:
            break
        i = tokens[i].head
    return i if tokens[i].upos == "VERB" else None


def can_speak(token: Token) -> bool:
    """Tell whether a subject is somebody: a name, people, a body, or a pronoun for them."""
    if token.lower in _TIMES:
        return False
    if token.upos == "PROPN":
        return True
    if token.upos == "PRON":
        return token.lower in ("he", "she", "they", "it", "who", "we", "i")
    return token.lemma in voices() or token.lemma in titles()


def is_passive(parse: Parse, verb: int) -> bool:
    """Tell whether a verb is in the passive: "is said to", "was told that"."""
    token = parse.tokens[verb]
    if token.xpos != "VBN":
        return False
    shares = token.dep == "conj" and parse.tokens[token.head].xpos == "VBN" and token.head < verb
    if shares and not any(c.dep in ("aux", "nsubj") for c in parse.dependents(verb)):
        return is_passive(parse, token.head)
    return any(c.dep in ("aux:pass", "nsubj:pass") for c in parse.dependents(verb)) or (
        verb > 0 and parse.tokens[verb - 1].lemma == "be"
    )


def agent_of(parse: Parse, verb: int) -> Source | None:
    """Return the "by" of a passive: "it was announced by the ministry that"."""
    for child in parse.dependents(verb, "obl"):
        if any(c.dep == "case" and c.lower == "by" for c in parse.dependents(child.i)) and child.upos in _NOMINAL:
            return phrase_of(parse, child.i, verb)
    return None


def _with_owner(parse: Parse, stop: int) -> int:
    """Return the end of a phrase after its verb with what the parse hung on the verb: "said an analyst at Brenner Capital"."""
    tokens = parse.tokens
    while (
        stop + 1 < len(tokens)
        and tokens[stop].lower in _OWNED
        and tokens[stop + 1].upos in ("DET", "ADJ", "NOUN", "PROPN")
    ):
        stop += 1
        while stop < len(tokens) and tokens[stop].upos in ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PART"):
            stop += 1
    return stop


def _close(parse: Parse, left: int, verb: int) -> bool:
    """Tell whether nothing but adverbs, auxiliaries and the source's own phrase stand between a subject and its verb."""
    _, stop = noun_phrase(parse, left)
    return all(parse.tokens[k].upos in _BETWEEN for k in range(stop, verb))


def _left_of(parse: Parse, verb: int, limit: tuple[int, int]) -> int | None:
    """The nominal right before the verb, over adverbs and auxiliaries."""
    i = verb - 1
    while i >= limit[0] and (parse.tokens[i].upos in _BETWEEN):
        i -= 1
    return _phrase_head(parse, i, limit) if i >= limit[0] and parse.tokens[i].upos in _NOMINAL else None


def _right_of(parse: Parse, verb: int, limit: tuple[int, int]) -> int | None:
    """The head of the noun phrase that begins right after the verb."""
    i = verb + 1
    while i + 1 < limit[1] and i < verb + 6 and (parse.tokens[i].upos in _LEADING or _is_modifier(parse, i)):
        i += 1
    if i >= limit[1] or parse.tokens[i].upos not in ("NOUN", "PROPN", "PRON"):
        return None
    return _phrase_head(parse, i, limit)


def _is_modifier(parse: Parse, i: int) -> bool:
    """Tell whether a participle belongs to the post or name after it: "managing director", "acting mayor Ida Moss"."""
    token, after = parse.tokens[i], parse.tokens[i + 1]
    return (
        token.xpos in ("VBG", "VBN")
        and after.upos in ("NOUN", "PROPN")
        and (after.lemma in voices() or after.lower in titles())
    )


def _phrase_head(parse: Parse, i: int, limit: tuple[int, int]) -> int:
    """Climb from a token to the head of the run of nouns it stands in."""
    tokens = parse.tokens
    for _ in range(6):
        token = tokens[i]
        if (
            token.dep.partition(":")[0] in ("flat", "compound", "nmod", "amod", "det", "appos", "nummod")
            and limit[0] <= token.head < limit[1]
        ):
            low, high = sorted((i, token.head))
            if all(
                tokens[k].upos in ("NOUN", "PROPN", "ADJ", "DET", "NUM", "ADP", "PART") for k in range(low, high + 1)
            ):
                i = token.head
                continue
        break
    return i


def _closed_apposition(parse: Parse, i: int, verb: int) -> bool:
    """Tell whether an apposition is closed by a comma before the verb: "Anna Berg, the mayor, said"."""
    return any(parse.tokens[k].text == "," for k in range(i, verb))


def _beside(parse: Parse, verb: int, limit: tuple[int, int], *, inverted: bool) -> int | None:
    """The source by its place alone: right of the verb where that may be, else right before it."""
    tokens = parse.tokens
    if is_passive(parse, verb):
        return None
    if inverted:
        right = _right_of(parse, verb, limit)
        if right is not None and tokens[right].lower not in (
            "it",
            "this",
            "that",
            "what",
            "him",
            "her",
            "them",
            "me",
            "us",
            "reporters",
        ):
            return right
    if tokens[verb].xpos in ("VB", "VBG") and tokens[verb].dep != "ROOT":
        # "with one resident saying": the only participle that has its subject right before it.
        near = [tokens[k].lower for k in range(max(limit[0], verb - 8), verb)]
        if "with" not in near or "," in near[near.index("with") :]:
            return None
    left = _left_of(parse, verb, limit)
    if left is None and verb > limit[0] and tokens[verb - 1].text == ",":
        return _over_aside(parse, verb, limit)
    if left is None or tokens[left].dep in ("obl", "nmod:poss") or tokens[left].lower in group("unsourced"):
        return None
    return left if tokens[verb].lemma in beside_marks() else None


def _over_comma(parse: Parse, verb: int, limit: tuple[int, int]) -> int | None:
    """The nominal before an aside that ends right before the verb: "Tavares, 57, who ran alone, promised to"."""
    token = parse.tokens[verb]
    if verb <= limit[0] or parse.tokens[verb - 1].text != "," or token.xpos not in ("VBD", "VBN", "VBZ", "VBP"):
        return None
    return _over_aside(parse, verb, limit)


def _over_aside(parse: Parse, verb: int, limit: tuple[int, int]) -> int | None:
    """The nominal that a sentence begins with where an aside parts it from the verb: "Hart, whose .., insisted"."""
    tokens = parse.tokens
    for k in range(limit[0], min(limit[0] + 10, verb - 1)):
        if tokens[k].upos in ("VERB", "AUX", "ADP", "SCONJ"):
            return _before_aside(parse, verb, limit)
        if tokens[k].text == ",":
            opens = tokens[k + 1].lower in ("who", "whose", "which", "a", "an", "the") or tokens[k + 1].upos in (
                "NUM",
                "NOUN",
            )
            return (
                _phrase_head(parse, k - 1, limit) if opens and k > limit[0] and tokens[k - 1].upos in _NOMINAL else None
            )
    return None


def _before_aside(parse: Parse, verb: int, limit: tuple[int, int]) -> int | None:
    """The name before an aside without a verb, after something else: "Speaking to us, Anna Berg, the chairman, said"."""
    tokens = parse.tokens
    for k in range(verb - 2, max(limit[0], verb - 25), -1):
        if tokens[k].xpos in ("VBD", "VBZ", "VBP", "MD"):
            return None
        if tokens[k].text == ",":
            opens = tokens[k + 1].lower in ("a", "an", "the") or tokens[k + 1].upos in ("NUM", "NOUN")
            begin = next((j + 1 for j in range(k - 1, limit[0], -1) if tokens[j].text == ","), k)
            named = opens and begin < k < begin + 6 and tokens[k - 1].upos == "PROPN" and tokens[begin].upos != "ADP"
            return _phrase_head(parse, k - 1, (begin, verb)) if named else None
    return None
