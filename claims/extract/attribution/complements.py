"""Complements: the clause that a verb of saying takes, and whether it is a statement at all."""

from claims.extract.attribution.context import Context
from claims.extract.attribution.lexicon import asking, group, nouns, weak
from claims.extract.attribution.sources import Source
from claims.extract.parse import Parse, Token

_NEVER = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "without", "cannot"})
# What stands with "to" after these and somebody named is what they are to do, however it is tagged.
_URGING = frozenset({"urge", "call", "ask", "implore", "beg", "press", "encourage"})
_NOBODY = frozenset({"nobody", "none", "no", "neither"})
# Their "if" and "whether" are questions; with others "if" begins a condition of what is said.
_ASKING_IF = frozenset({"ask", "wonder", "know", "decide", "determine", "doubt", "see", "consider", "clarify"})
# Clauses begun with these say when or why the saying was, not what was said.
_ADVERBIAL = frozenset("as after before when while because although though since until if where".split())


def complement(context: Context, verb: Token, limit: tuple[int, int], *, passive: bool) -> int | None:
    """Return the head of the clause that is a verb's content, or None."""
    parse, tokens = context.parse, context.parse.tokens
    children = list(parse.dependents(verb.i))
    clauses = [c for c in children if c.dep in ("ccomp", "csubj", "csubj:pass") and limit[0] <= c.i < limit[1]]
    right = [c for c in clauses if c.i > verb.i and c.dep == "ccomp" and not _is_relative(parse, c)]
    if right and _is_noun_held(parse, verb, right[0]):
        return None
    if right:
        return right[0].i
    follows = tokens[verb.i + 1] if verb.i + 1 < limit[1] else None
    if (
        follows is not None
        and follows.lower == "that"
        and follows.upos == "SCONJ"
        and follows.head > verb.i
        and verb.i < follows.head < limit[1]
    ):
        return follows.head
    left = [c for c in clauses if c.i < verb.i and c.dep == "ccomp"]
    if left and not passive:
        return left[0].i
    if verb.upos != "VERB":
        return None
    for child in children:
        if child.i <= verb.i or child.i >= limit[1]:
            continue
        if (
            (
                child.dep in ("xcomp", "advcl")
                or (child.dep == "obl" and (child.upos == "NOUN" or child.xpos == "VB") and verb.lemma in _URGING)
            )
            and verb.lemma in asking()
            and not passive
            and has_to(parse, child)
            and _has_object(parse, verb, child)
        ):
            return child.i
        if (
            child.dep in ("parataxis", "advcl", "xcomp", "obj", "conj")
            and verb.lemma not in weak()
            and is_finite(parse, child.i)
            and _opens_clause(parse, verb, child)
        ):
            return child.i
    if (
        passive
        or verb.dep not in ("parataxis", "ccomp")
        or verb.lemma in weak() - {"think", "add", "note", "write", "report"}
    ):
        return None
    head = verb.head
    if verb.dep == "parataxis" and limit[0] <= head < limit[1]:
        return head
    return None


def _is_relative(parse: Parse, clause: Token) -> bool:
    """Tell whether a clause is a relative one behind a comma: "said Nowak, who leads the union"."""
    return any(
        c.dep.startswith("nsubj") and c.lower in ("who", "which") and parse.tokens[c.i - 1].text == ","
        for c in parse.dependents(clause.i)
    )


def _is_noun_held(parse: Parse, verb: Token, clause: Token) -> bool:
    """Tell whether a clause hung on a verb is its object's: "rejected the claim that", "repeated a warning by the union that"."""
    holder = next((c for c in parse.dependents(verb.i, "obj") if verb.i < c.i < clause.i and c.lemma in nouns()), None)
    if holder is None:
        return False
    marks = [c for c in parse.dependents(clause.i, "mark") if c.lower == "that"]
    return bool(marks) and marks[0].i - holder.i < 8


def has_to(parse: Parse, token: Token) -> bool:
    """Tell whether a clause is an infinitive with "to"; a rare verb after it may be tagged a noun ("to intervene")."""
    if token.upos == "NOUN":
        before = parse.tokens[token.i - 1]
        return token.xpos == "NN" and before.lower == "to" and before.head == token.i
    kinds = ("mark", "case") if token.xpos == "VB" else ("mark",)
    return any(c.dep in kinds and c.lower == "to" for c in parse.dependents(token.i))


def _has_object(parse: Parse, verb: Token, clause: Token) -> bool:
    """Tell whether somebody is asked: "urged the council to", "called on them to", "asked to be let in"."""
    return any(
        c.dep in ("obj", "iobj", "obl") and verb.i < c.i < clause.i for c in parse.dependents(verb.i)
    ) or verb.lemma in ("demand", "ask", "call")


def is_finite(parse: Parse, i: int) -> bool:
    """Tell whether a clause has a finite verb, its head or that head's auxiliary or copula."""
    token = parse.tokens[i]
    if "VerbForm=Fin" in token.morph:
        return True
    return any(c.dep in ("aux", "cop", "aux:pass") and "VerbForm=Fin" in c.morph for c in parse.dependents(i))


def _opens_clause(parse: Parse, verb: Token, child: Token) -> bool:
    """Tell whether a clause hung on a verb of saying by another label is its content: it has its subject, right of the verb."""
    tokens = parse.tokens
    if any(c.dep in ("mark", "advmod") and c.i < child.i and c.lower in _ADVERBIAL for c in parse.dependents(child.i)):
        return False
    if any(c.dep == "cc" for c in parse.dependents(child.i)):
        return False
    subjects = [c for c in parse.dependents(child.i) if c.dep.startswith(("nsubj", "expl")) and verb.i < c.i]
    if not subjects:
        return False
    between = tokens[verb.i + 1 : subjects[0].i]
    if any(t.text == ";" for t in between):
        return False  # "Brito has pledged a plant; Moss says .."
    return not any(t.text in (",", ";") for t in between) or child.dep == "parataxis"


def is_negated(parse: Parse, verb: Token, source: Source | None) -> bool:
    """Tell whether it is denied that something was said: "has not said why", "nobody claims that"."""
    if any(c.lower in _NEVER for c in parse.dependents(verb.i) if c.i < verb.i):
        return True
    if verb.i > 0 and parse.tokens[verb.i - 1].lower in _NEVER:
        return True
    return source is not None and parse.tokens[source.first].lower in _NOBODY


def is_question(parse: Parse, verb: Token, first: int, clause: int) -> bool:
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
