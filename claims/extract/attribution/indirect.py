"""Indirect speech: "X said that ..", ".., X said", "the ministry, she told reporters, ..", by verbs of saying."""

from collections.abc import Iterator
from dataclasses import replace

from claims.extract.attribution.clauses import FINITE
from claims.extract.attribution.complements import complement
from claims.extract.attribution.context import OUTSIDE, Context, Found
from claims.extract.attribution.following import content_after
from claims.extract.attribution.lexicon import group, verbs, weak
from claims.extract.attribution.loose import loose_clause, that_after
from claims.extract.attribution.preceding import content_before, is_inserted
from claims.extract.attribution.shared import source_beside
from claims.extract.attribution.sources import agent_of, is_passive
from claims.extract.parse import Token


def indirect(context: Context) -> Iterator[Found]:
    """Yield the reports that a verb makes, outside direct quotations."""
    last: Found | None = None
    for token in context.parse.tokens:
        if (
            token.upos in ("VERB", "NOUN")
            and token.lemma in verbs()
            and (token.upos == "VERB" or _is_mistagged(context, token))
        ):
            found = _of_verb(context, token)
            if found is None:
                continue
            if token.xpos == "VBG" and last is not None and _follows(context, last, token):
                found = replace(found, source=last.source)
            elif (own := source_beside(context, token, found, last)) is not None:
                found = replace(found, source=own)
            if found.strength != "asked":
                last = found
            yield found


def _is_mistagged(context: Context, token: Token) -> bool:
    """Tell whether what is tagged a noun is a verb of saying with a subject of its own: "the union claims ..", "Ford says .."."""
    return token.lemma not in weak() and any(c.dep == "nsubj" for c in context.parse.dependents(token.i))


def _is_hearsay(context: Context, verb: Token) -> bool:
    """Tell whether a verb begins "believed to have", "said to be", which nobody says of himself however it is tagged."""
    tokens = context.parse.tokens
    return (
        verb.lemma in group("hearsay")
        and verb.xpos in ("VBN", "VBD")
        and verb.i + 2 < len(tokens)
        and tokens[verb.i + 1].lower == "to"
        and tokens[verb.i + 2].xpos == "VB"
    )


def _is_intended(context: Context, verb: Token) -> bool:
    """Tell whether a request is only planned: "insurers intend to demand that ..", "she refused to ask them to .."."""
    tokens = context.parse.tokens
    return (
        verbs()[verb.lemma] == "asked"
        and verb.xpos == "VB"
        and verb.dep == "xcomp"
        and tokens[verb.head].lemma in group("intending")
        and tokens[verb.head].i < verb.i
    )


def _follows(context: Context, last: Found, verb: Token) -> bool:
    """Tell whether a participle after a comma goes on with the speaker before it: "X said .., adding that"."""
    before = context.parse.tokens[verb.i - 1].text
    return (
        last.cue is not None
        and before in (",", "”", '"', "’")
        and context.sentence_of[last.cue] == context.sentence_of[verb.i]
        and last.source is not None
    )


def _of_verb(context: Context, verb: Token) -> Found | None:
    """Return the report that one verb makes, or None."""
    parse = context.parse
    sentence = context.sentence(verb.i)
    limit = (sentence.first, sentence.stop)
    if context.within[verb.i] != OUTSIDE:
        first, stop = context.ranges[context.within[verb.i]]
        limit = (max(limit[0], first), min(limit[1], stop))
    if _is_hearsay(context, verb) or _is_intended(context, verb):
        return None
    before = parse.tokens[verb.i - 1]
    if verb.xpos == "VBZ" and before.upos == "NUM" and before.lower != "one":
        return None  # "of the seven suspects": a noun, however it is tagged
    passive = is_passive(parse, verb.i)
    if passive and verb.lower in group("adjectives"):
        return None  # "are worried that": a state of mind, however it is tagged
    if (
        verb.xpos == "VBN"
        and verb.dep in ("acl", "advcl")
        and not any(c.dep == "aux" for c in parse.dependents(verb.i))
    ):
        return None  # "the plan announced on Monday"
    clause = complement(context, verb, limit, passive=passive)
    if clause is not None and clause > verb.i and not is_inserted(context, verb, limit):
        if (
            _is_around(context, verb, clause, limit)
            and (around := content_before(context, verb, clause, limit)) is not None
        ):
            return around
        found = content_after(context, verb, clause, limit, passive=passive)
        direct = context.within[clause] not in (OUTSIDE, context.within[verb.i])
        if found is not None or direct or verb.i == limit[0] or parse.tokens[verb.i - 1].text != ",":
            return found
        clause = None
    if passive and (that := that_after(context, verb, limit)) is not None and agent_of(parse, verb.i) is not None:
        finite = next((k for k in range(that + 1, limit[1]) if parse.tokens[k].xpos in FINITE), None)
        return None if finite is None else content_after(context, verb, finite, limit, passive=True, start_at=that + 1)
    if passive or (verb.upos != "VERB" and parse.tokens[verb.i - 1].upos not in ("NOUN", "PROPN", "PRON")):
        return None
    found = content_before(context, verb, clause, limit)
    if found is None and (loose := loose_clause(context, verb, limit)) is not None:
        found = content_after(context, verb, loose[1], limit, passive=passive, start_at=loose[0])
    return found


def _is_around(context: Context, verb: Token, clause: int, limit: tuple[int, int]) -> bool:
    """Tell whether a content goes around its verb: "The bridge, engineers say, will last"."""
    tokens = context.parse.tokens
    comma = next((k for k in range(verb.i + 1, min(verb.i + 6, clause + 1)) if tokens[k].text == ","), None)
    if comma is None or any(t.xpos in FINITE for t in tokens[verb.i + 1 : comma]):
        return False
    nominal = any(tokens[k].upos in ("NOUN", "PROPN", "PRON") for k in range(comma + 1, clause))
    return not nominal and any(tokens[k].text == "," for k in range(limit[0] + 1, verb.i))
