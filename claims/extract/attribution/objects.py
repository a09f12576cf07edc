"""Objects: saying with no clause after it, where the writer's clause itself is what somebody puts forward.

"Analysts had forecast a profit of 3 million", "the airline blames fuel prices", "critics cite the cost".
"""

from collections.abc import Iterator

from claims.extract.attribution.clauses import trim_end
from claims.extract.attribution.context import OUTSIDE, Context, Found
from claims.extract.attribution.lexicon import group
from claims.extract.attribution.sources import agent_of, can_speak, is_passive, source_of
from claims.extract.parse import Token

# Said of what is to come, these have not put anything forward yet.
_AHEAD = frozenset({"will", "would", "'ll", "’ll", "shall", "may", "might", "could", "should", "to"})
_ALREADY = frozenset({"expect", "estimate"})  # "would expect a loss" is a forecast all the same


def objects(context: Context) -> Iterator[Found]:
    """Yield the reports of verbs that take a noun phrase as what is put forward; their whole clause is the content."""
    judging, doing = group("judging"), group("doing")
    for token in context.parse.tokens:
        if (
            token.upos == "VERB"
            and (
                token.lemma in judging
                or token.lemma in doing
                or _is_request(context, token)
                or _is_denial(context, token)
                or _is_figure(context, token)
                or _is_warning(context, token)
            )
            and context.within[token.i] == OUTSIDE
        ):
            found = _of(context, token)
            if found is not None:
                yield found


def _of(context: Context, verb: Token) -> Found | None:
    parse, tokens = context.parse, context.parse.tokens
    sentence = context.sentence(verb.i)
    limit = (sentence.first, sentence.stop)
    passive = is_passive(parse, verb.i)
    if not passive and (
        (verb.xpos == "VB" and not any(c.dep == "aux" for c in parse.dependents(verb.i)))
        or (verb.xpos == "VBG" and verb.dep not in ("ROOT", "conj"))
    ):
        return None
    if any(c.lower in _AHEAD for c in parse.dependents(verb.i, "aux")) and verb.lemma not in _ALREADY:
        return None  # "will announce the plants in May": nothing is said yet
    if verb.lemma in group("doing") and not _is_denial(context, verb):
        # "admitted to taking part", "vowed to rebuild": what somebody says of what they did or will do.
        clauses = [
            c
            for c in parse.dependents(verb.i, "xcomp", "advcl", "obl", "ccomp")
            if c.i > verb.i and c.upos in ("VERB", "NOUN", "ADJ")
        ]
        held = verb.lemma in group("judging") and any(c.i > verb.i for c in parse.dependents(verb.i, "obj"))
        if passive or not (held or any(_is_doing(context, verb.i, c) for c in clauses)):
            return None
    elif (
        not passive
        and not any(c.dep in ("obj", "obl") and c.i > verb.i for c in parse.dependents(verb.i))
        and verb.dep != "acl:relcl"
    ):
        return None
    if verb.lemma not in group("doing") and any(c.dep == "ccomp" for c in parse.dependents(verb.i)):
        return None
    source = agent_of(parse, verb.i) if passive else source_of(parse, verb.i, limit)
    document = source is not None and tokens[source.head].lemma in group("documents")
    if source is None or not (can_speak(tokens[source.head]) or document):
        return None
    first, stop = _reach(context, verb, limit)
    if verb.dep == "acl:relcl" and tokens[verb.head].i < first:
        first = min(parse.subtree(verb.head))
    if first == verb.i and source.head < verb.i and tokens[verb.i - 1].text == "," and verb.dep != "conj":
        first, stop = source.first, trim_end(context, first, limit[1])  # the parse lost the clause over an aside
    strength = "asked" if _is_request(context, verb) else "said"
    return Found(first, stop, verb.i, (), source, strength) if stop - first > 2 else None


def _is_request(context: Context, verb: Token) -> bool:
    """Tell whether a verb asks for a thing, no clause after it: "demanded a recount", "have called for an inquiry"."""
    if verb.lemma not in group("requests") or is_passive(context.parse, verb.i):
        return False
    if verb.lemma in group("taking"):
        return any(c.dep == "obj" and c.i > verb.i for c in context.parse.dependents(verb.i))
    after = verb.i + 1
    return after < len(context.parse.tokens) and context.parse.tokens[after].lower == "for"


def _is_warning(context: Context, verb: Token) -> bool:
    """Tell whether a verb warns of a thing or says what one is like: "warned of a loss", "described the vote as calm"."""
    parse = context.parse
    if is_passive(parse, verb.i) or verb.i + 1 == len(parse.tokens):
        return False
    if verb.lemma == "warn":
        return parse.tokens[verb.i + 1].lower in ("of", "about")
    as_such = any(c.lower == "as" for o in parse.dependents(verb.i, "obl") for c in parse.dependents(o.i, "case"))
    return verb.lemma == "describe" and as_such and any(c.i > verb.i for c in parse.dependents(verb.i, "obj"))


def _is_denial(context: Context, verb: Token) -> bool:
    """Tell whether a verb denies what somebody put forward: "the club denied the allegations", "rejected the claim"."""
    if verb.lemma not in group("denying") or is_passive(context.parse, verb.i):
        return False
    return any(
        c.dep == "obj"
        and c.i > verb.i
        and c.lemma in group("denied")
        and not any(
            k.lower == "that" for k in context.parse.tokens[c.i + 1 : c.i + 2]
        )  # that claim has a maker of its own
        for c in context.parse.dependents(verb.i)
    )


def _is_figure(context: Context, verb: Token) -> bool:
    """Tell whether a document or somebody gives a figure: "a poll gave her six points", "officials put the toll at 12"."""
    if verb.lemma not in group("figures"):
        return False
    parse = context.parse
    subject = next((c for c in parse.dependents(verb.i, "nsubj") if c.dep == "nsubj" and c.i < verb.i), None)
    if subject is None or not any(c.dep == "obj" and c.i > verb.i for c in parse.dependents(verb.i)):
        return False
    number = any(t.upos == "NUM" for t in parse.tokens[verb.i : context.sentence(verb.i).stop])
    if not number:
        return False
    marked = verb.lemma == "put" and any(t.lower == "at" for t in parse.tokens[verb.i : verb.i + 12])
    return subject.lemma in group("documents") or (marked and can_speak(subject))


def _is_doing(context: Context, verb: int, clause: Token) -> bool:
    """Tell whether a clause is "to do", "to having done" or "doing" right after its verb."""
    children = list(context.parse.dependents(clause.i))
    marked = any(c.dep == "mark" and c.lower == "to" and c.i > verb for c in children)
    return marked or clause.xpos == "VBG"


def _reach(context: Context, verb: Token, limit: tuple[int, int]) -> tuple[int, int]:
    """Return the verb's clause without other clauses beside it: those before it, and those after it with a subject of their own."""
    parse = context.parse
    first, stop = verb.i, verb.i + 1
    for child in parse.dependents(verb.i):
        kind = child.dep.partition(":")[0]
        if kind in ("advcl", "conj", "parataxis", "ccomp") and (
            child.i < verb.i or any(c.dep.startswith("nsubj") for c in parse.dependents(child.i))
        ):
            continue
        if kind in ("cc", "punct") or (kind == "conj" and child.upos == "VERB"):
            continue
        reach = parse.subtree(child.i)
        first, stop = min(first, reach[0]), max(stop, reach[-1] + 1)
    first, stop = max(first, limit[0]), min(stop, limit[1])
    return first, trim_end(context, first, stop)
