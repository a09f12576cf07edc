"""Shared: the speaker whom a verb of saying has in common with another verb of its sentence, where the parse lost that."""

from claims.extract.attribution.clauses import FINITE
from claims.extract.attribution.context import Context, Found
from claims.extract.attribution.lexicon import group
from claims.extract.attribution.sources import Source, can_speak, phrase_of, subject_of
from claims.extract.parse import Token


def source_beside(context: Context, verb: Token, found: Found, last: Found | None) -> Source | None:
    """Return whose saying a verb without a speaker of its own is, or None where it has one or nobody fits.

    A participle takes the subject of its main clause ("Trustees urged the board to act, saying ..") and a second verb
    the speaker of the first ("Moss said the request would be examined and added that ..").
    """
    tokens = context.parse.tokens
    if verb.xpos == "VBG" and found.source is None and tokens[verb.i - 1].text == ",":
        return _main_subject(context, verb)
    if (
        last is not None
        and last.cue is not None
        and last.source is not None
        and found.source is not None
        and context.sentence_of[last.cue] == context.sentence_of[verb.i]
        and is_shared(context, last.cue, verb.i)
    ):
        return last.source
    return None


def is_shared(context: Context, first: int, second: int) -> bool:
    """Tell whether a verb after "and" goes on with the speaker of a verb before, its nearest subject being no speaker."""
    tokens = context.parse.tokens
    verb = tokens[second]
    joined = second - 1
    while joined > first and tokens[joined].upos in ("ADV", "AUX"):
        joined -= 1
    if tokens[joined].lower != "and" or verb.dep != "conj" or verb.xpos != tokens[first].xpos:
        return False
    if any(c.dep.startswith("nsubj") for c in context.parse.dependents(second)):
        return False
    head = verb.head
    subject = next((c for c in context.parse.dependents(head) if c.dep.startswith("nsubj")), None)
    return (
        first < head < second
        and subject is not None
        and not can_speak(subject)
        and subject.lemma not in group("documents")
    )


def _main_subject(context: Context, verb: Token) -> Source | None:
    """The subject of the sentence's main verb, somebody who can speak, where that verb stands before."""
    parse = context.parse
    sentence = context.sentence(verb.i)
    root = next((t for t in parse.of(sentence) if t.is_head), None)
    if root is None or root.i >= verb.i or context.within[root.i] != context.within[verb.i]:
        return None
    if root.xpos not in FINITE and not any(c.dep == "aux" for c in parse.dependents(root.i)):
        return None
    head = subject_of(parse, root.i)
    return (
        phrase_of(parse, head, root.i) if head is not None and head < root.i and can_speak(parse.tokens[head]) else None
    )
