"""Objects: saying with no clause after it, where the writer's clause itself is what somebody puts forward.

"Analysts had forecast a profit of 3 million", "the airline blames fuel prices", "critics cite the cost".
"""

from collections.abc import Iterator

from claims.extract.attribution.clauses import trim_end
from claims.extract.attribution.context import OUTSIDE, Context, Found
from claims.extract.attribution.lexicon import group, voices
from claims.extract.attribution.sources import agent_of, is_passive, source_of
from claims.extract.parse import Token


def objects(context: Context) -> Iterator[Found]:
    """Yield the reports of verbs that take a noun phrase as what is put forward; their whole clause is the content."""
    judging = group("judging")
    for token in context.parse.tokens:
        if token.upos == "VERB" and token.lemma in judging and context.within[token.i] == OUTSIDE:
            found = _of(context, token)
            if found is not None:
                yield found


def _of(context: Context, verb: Token) -> Found | None:
    parse, tokens = context.parse, context.parse.tokens
    sentence = context.sentence(verb.i)
    limit = (sentence.first, sentence.stop)
    passive = is_passive(parse, verb.i)
    if not passive and (verb.xpos == "VB" and not any(c.dep == "aux" for c in parse.dependents(verb.i)) or verb.xpos == "VBG" and verb.dep not in ("ROOT", "conj")):
        return None
    if not passive and not any(c.dep in ("obj", "obl") and c.i > verb.i for c in parse.dependents(verb.i)) and verb.dep != "acl:relcl":
        return None
    if any(c.dep == "ccomp" for c in parse.dependents(verb.i)):
        return None
    source = agent_of(parse, verb.i) if passive else source_of(parse, verb.i, limit)
    if source is None or not _can_judge(context, source.head):
        return None
    reach = [k for k in parse.subtree(verb.i) if limit[0] <= k < limit[1]]
    first, stop = min(reach), trim_end(context, min(reach), max(reach) + 1)
    if verb.dep == "acl:relcl" and tokens[verb.head].i < first:
        first = min(parse.subtree(verb.head))
    return Found(first, stop, verb.i, (), source, "said") if stop - first > 2 else None


def _can_judge(context: Context, head: int) -> bool:
    """Tell whether a subject is somebody: a named body or person, people, a body."""
    token = context.parse.tokens[head]
    if token.upos == "PROPN":
        return True
    if token.upos == "PRON":
        return token.lower in ("he", "she", "they", "it", "who")
    return token.lemma in voices()
