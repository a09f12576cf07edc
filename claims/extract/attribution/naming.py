"""Naming: from the words of a source to the fullest name in the article, or the common noun as worded."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from claims.extract.attribution.context import OUTSIDE, Context, Found
from claims.extract.attribution.lexicon import group, voices
from claims.extract.attribution.sources import Source, phrase_of
from claims.extract.mentions.lexicon import bodies, person_gender, titles
from claims.extract.mentions.names import plain
from claims.extract.parse import Token

Speaker = tuple[str | None, bool]
"""A name, or None where there is none to give, and whether it is certain."""

_FIRST = frozenset({"i", "we", "me", "us", "my", "our"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
# Those whom bodies are named for: "Women's Institute", "Patients' League".
_MEMBERS = frozenset(
    "women men children people patient worker farmer teacher tenant parent veteran student driver user".split()
)
_DROPPED = frozenset({"the", "a", "an", "both", "its", "his", "her", "their", "our", "my", "this", "these", "those"})


def name_of(context: Context, source: Source, speaker_within: Callable[[int], Speaker], depth: int = 0) -> Speaker:
    """Return who a source is; `speaker_within` tells whose words a quotation (by its number) is, for "I" and "we"."""
    tokens, mentions = context.parse.tokens, context.mentions
    head = tokens[source.head]
    low = head.lower
    if low in _FIRST and head.upos == "PRON":
        side = context.within[head.i]
        return speaker_within(side) if side != OUTSIDE else (None, True)
    if low in _RELATIVE and depth < 2:
        antecedent = _antecedent(context, source.head)
        return (
            name_of(context, phrase_of(context.parse, antecedent), speaker_within, depth + 1)
            if antecedent is not None
            else (None, False)
        )
    if head.upos == "PRON":
        found = mentions.referent(source.head)
        if found is not None:
            return found
        if low in ("he", "she", "it", "they", "him", "her", "them"):
            return None, False
    if (named := _named(context, source)) is not None:
        if (owned := _owned(context, named)) is not None:
            return owned, True
        full = mentions.full_name_of(named)
        return full, mentions.is_certain(named)
    if head.lemma in group("documents") and depth < 2 and mentions.definite(source.head) is None:
        maker = _maker(context, source)
        if maker is not None:
            return name_of(context, phrase_of(context.parse, maker), speaker_within, depth + 1)
    if head.lemma in group("rules") and head.upos == "NOUN":
        return None, True
    if (definite := mentions.definite(source.head)) is not None:
        return definite, False
    return _as_worded(context, source), True


def _owned(context: Context, named: int) -> str | None:
    """Return the whole of a body's name that begins with those it is for: "Patients' League", "Women's Institute"; else None."""
    tokens, mentions = context.parse.tokens, context.mentions
    name = mentions.name_at(named)
    if name is None or name.first < 2 or mentions.kind_of(named) == "PER" or tokens[name.first - 1].upos != "PART":
        return None
    owner, mark = tokens[name.first - 2], tokens[name.first - 1]
    several = owner.lower.removesuffix("s") if mark.lower in ("'", "’") else owner.lower
    people = several in _MEMBERS or several in person_gender() or owner.xpos == "NNS"
    if not owner.text[0].isupper() or not people or mentions.kind_of(owner.i) in ("LOC", "PER"):
        return None
    return mentions.words(owner.i, name.stop)


def _antecedent(context: Context, relative: int) -> int | None:
    """Return the noun that a relative pronoun stands for."""
    tokens = context.parse.tokens
    verb = tokens[relative]
    for _ in range(4):
        if verb.dep.startswith("acl") and verb.head < relative:
            return verb.head
        if verb.head == verb.i:
            break
        verb = tokens[verb.head]
    for k in range(relative - 1, max(relative - 4, -1), -1):
        if tokens[k].upos in ("NOUN", "PROPN"):
            return k
    return None


def _named(context: Context, source: Source) -> int | None:
    """Return a token of the name that a source's phrase has for its source, or None where that is a common noun."""
    tokens, mentions = context.parse.tokens, context.mentions
    head = source.head
    if _is_coordinated(context, source) or any(
        tokens[k].lower in ("such", "including", "like") for k in range(source.first + 1, source.stop)
    ):
        return None
    name = mentions.name_at(head)
    if name is not None and name.stop < source.stop and tokens[name.stop].lower in ("'s", "’s"):
        name = None
    if name is not None:
        # "Council on Relations Alia Salem": a person at the end of the phrase is the one who speaks.
        last = mentions.name_at(source.stop - 1)
        if (
            last is not None
            and last != name
            and mentions.kind_of(source.stop - 1) == "PER"
            and mentions.kind_of(head) != "PER"
        ):
            return source.stop - 1 if not _is_governed(context, last.first) else None
        if name.stop < source.stop and tokens[name.stop].upos == "NOUN" and tokens[name.stop].dep not in ("appos",):
            return None  # "the Fed officials"
        return head
    before = mentions.name_at(head - 1) if head > source.first else None
    if (
        before is not None
        and tokens[head].lemma in bodies()
        and tokens[head].xpos == "NN"
        and tokens[head - 1].dep == "compound"
        and (mentions.kind_of(head - 1) != "LOC" or tokens[head - 1].text.isupper())
    ):
        return head - 1  # "the Greens party"
    last = mentions.name_at(source.stop - 1)
    if last is not None and last.first > head and _is_governed(context, last.first):
        return None  # "aides to Ms. Hart"
    if (
        last is not None
        and last.first > source.first
        and tokens[last.first - 1].upos in ("NOUN", "PROPN", "ADJ", "PART")
        and tokens[source.stop - 1].upos != "ADJ"
    ):
        return source.stop - 1
    if (
        last is not None
        and mentions.kind_of(source.stop - 1) == "PER"
        and last.first > head
        and tokens[last.first - 1].upos != "ADP"
    ):
        return source.stop - 1
    # "the president of the region, Roberto Bianchi,"
    for child in context.parse.dependents(head, "appos"):
        if (
            source.stop <= child.i <= source.stop + 4
            and mentions.name_at(child.i) is not None
            and (mentions.kind_of(child.i) in ("PER", "ORG", "") or tokens[head].lemma in person_gender())
        ):
            return child.i
    after = source.stop + 1
    if (
        after < len(tokens)
        and tokens[source.stop].text == ","
        and mentions.name_at(after) is not None
        and mentions.kind_of(after) == "PER"
    ):
        return after
    return None


def _is_governed(context: Context, first: int) -> bool:
    """Tell whether a name stands after a preposition, titles before it looked over."""
    tokens = context.parse.tokens
    k = first - 1
    while k > 0 and plain(tokens[k].text) in titles():
        k -= 1
    return k < first - 1 and tokens[k].upos == "ADP"


def _is_coordinated(context: Context, source: Source) -> bool:
    tokens = context.parse.tokens
    return any(
        source.first <= c.i < source.stop and c.i > source.head and _is_joined(tokens, source.head, c.i)
        for c in context.parse.dependents(source.head, "conj")
    )


def _is_joined(tokens: Sequence[Token], first: int, second: int) -> bool:
    """Tell whether "and", "or" or a comma stands between two nouns that the parse calls coordinated."""
    return any(tokens[k].upos == "CCONJ" or tokens[k].text in (",", "&", "/") for k in range(first + 1, second))


def _maker(context: Context, source: Source) -> int | None:
    """Return who made a document: "the bank's report", "a study by the council", "a statement from the ministry"."""
    parse, tokens, mentions = context.parse, context.parse.tokens, context.mentions
    for child in parse.dependents(source.head, "nmod", "obl"):
        cases = [c.lower for c in parse.dependents(child.i, "case")]
        if (
            child.dep == "nmod:poss"
            and child.i < source.head
            and (mentions.name_at(child.i) is not None or child.upos == "NOUN")
        ):
            return child.i
        if (
            cases
            and cases[0] in ("by", "from")
            and child.upos in ("NOUN", "PROPN")
            and child.i > source.head
            and tokens[child.i].lemma not in ("day", "week", "month", "year")
        ):
            return (
                child.i
                if mentions.kind_of(child.i) != "LOC"
                and tokens[child.i].text
                not in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
                else None
            )
    by = next((k for k in range(source.head + 1, min(source.stop + 1, len(tokens))) if tokens[k].lower == "by"), None)
    if by is not None:
        for k in range(by + 1, min(by + 8, len(tokens))):
            if tokens[k].upos in ("NOUN", "PROPN") and (
                k + 1 == len(tokens) or tokens[k + 1].upos not in ("NOUN", "PROPN")
            ):
                return k
            if tokens[k].upos in ("VERB", "PUNCT"):
                break
    for child in parse.dependents(source.head, "acl"):
        for oblique in parse.dependents(child.i, "obl"):
            if (
                oblique.i > child.i
                and any(c.lower == "by" for c in parse.dependents(oblique.i, "case"))
                and child.lemma
                in ("publish", "issue", "write", "release", "compile", "conduct", "prepare", "commission")
            ):
                return oblique.i
    return None


def _as_worded(context: Context, source: Source) -> str:
    first, stop = source.first, source.stop
    tokens = context.parse.tokens
    while stop - first > 1 and (tokens[first].lower in _DROPPED or tokens[first].text in ("-", "–", "—")):
        first += 1
    for k in range(source.head + 1, stop):
        if (
            tokens[k].lower == "close"
            and tokens[source.head].lemma != "source"
            and k + 1 < stop
            and tokens[k + 1].lower == "to"
        ):
            stop = k  # "diplomats close to the talks"
            break
    if tokens[source.head].lemma in group("documents") and source.head + 1 < stop and first <= source.head:
        stop = source.head + 1 if tokens[source.head + 1].lower in ("of", "into") else stop
    return context.mentions.words(first, _with_agent(context, source.head, stop))


def _with_agent(context: Context, head: int, stop: int) -> int:
    """Return the end of a phrase with who asked or made it: "analysts polled by the Ledger", "figures obtained by the paper"."""
    tokens = context.parse.tokens
    for child in context.parse.dependents(head, "acl"):
        if child.i == stop and child.xpos == "VBN" and stop + 1 < len(tokens) and tokens[stop + 1].lower == "by":
            reach = max(context.parse.subtree(child.i)) + 1
            return reach if reach - stop < 7 else stop
    return stop


def cited(context: Context, found: Found) -> Source | None:
    """Return whom a source itself cites, somebody who can speak: "the paper reported, quoting the ministry, that ..", or None."""
    parse, tokens = context.parse, context.parse.tokens
    if found.source is None or found.cue is None:
        return None
    for holder in (found.cue, found.source.head):
        for child in parse.dependents(holder, "acl", "advcl"):
            if child.lower in ("quoting", "citing") and (citation := _citation(context, child.i)) is not None:
                return citation
    for k in found.frame:
        if tokens[k].lower in ("quoting", "citing") and (citation := _citation(context, k)) is not None:
            return citation
    return None


def _citation(context: Context, verb: int) -> Source | None:
    for child in context.parse.dependents(verb, "obj"):
        if child.upos == "PROPN" or child.lemma in voices() or child.lemma in group("documents"):
            return phrase_of(context.parse, child.i)
    # The parse may hang the noun elsewhere: "said, citing police, that".
    tokens = context.parse.tokens
    for k in range(verb + 1, min(verb + 6, len(tokens) - 1)):
        if tokens[k].upos in ("NOUN", "PROPN") and tokens[k + 1].upos not in ("NOUN", "PROPN"):
            speaks = tokens[k].upos == "PROPN" or tokens[k].lemma in voices()
            phrase = phrase_of(context.parse, k)
            return replace(phrase, first=max(phrase.first, verb + 1)) if speaks else None
        if tokens[k].upos not in ("DET", "ADJ", "NOUN", "PROPN"):
            break
    return None
