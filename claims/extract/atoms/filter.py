"""Filter: which clauses put nothing forward: questions, orders, fragments, feelings, judgements of taste."""

from collections.abc import Iterator

from claims.extract.tree import FINITE, Tree
from claims.extract.words import lists

# Tokens of a clause that is too short to say much.
_SHORT = 5


def is_claim(tree: Tree, head: int, role: str, bounds: tuple[int, int]) -> bool:
    """Tell whether a clause (its first token and one past the last) puts forward what could be shown right or wrong."""
    first, stop = bounds
    if stop - first < 2 or any(tree.lower(i) == "?" for i in range(stop - 1, stop + 2)):
        return False
    if role in {"main", "parataxis"} and not _says_something(tree, head, bounds):
        return False
    if role in {"main", "ccomp", "parataxis"} and _is_order(tree, head, role, first):
        return False
    if role in {"main", "ccomp", "parataxis"} and _is_question(tree, bounds):
        return False
    return not any(
        test(tree, head, bounds) for test in (_is_speech_act, _is_welcome, _is_placing, _is_feeling, _is_norm)
    )


def _says_something(tree: Tree, head: int, bounds: tuple[int, int]) -> bool:
    """Tell whether a clause has a predicate: the parser's, or one that it took for something else.

    What has a full stop is a sentence, and some verb or figure in it bears it, though its top was read as a noun.
    """
    words = [tree.token(i) for i in range(*bounds)]
    stopped = tree.lower(bounds[1]) == "." and any(word.upos == "VERB" or word.xpos == "CD" for word in words)
    return stopped or tree.is_predicate(head) or any(word.xpos in FINITE for word in words)


def _is_order(tree: Tree, head: int, role: str, first: int) -> bool:
    """Tell whether a clause orders its reader: a bare verb without a subject, at the top of its sentence or at its beginning."""
    if (
        tree.token(head).xpos != "VB"
        or tree.subject(head) is not None
        or tree.first(head, "aux", "cop", "mark") is not None
    ):
        return False
    return role == "main" or head - first <= 1


def _is_placing(tree: Tree, head: int, bounds: tuple[int, int]) -> bool:
    """Tell whether a short clause only places one piece of news beside another: "the report comes | after ..."."""
    short = bounds[1] - bounds[0] <= _SHORT
    return (
        short
        and tree.token(head).lemma.lower() in lists("claimhood")["placing"]
        and tree.first(head, "advcl") is not None
        and tree.first(head, "obl") is None
    )


def _is_question(tree: Tree, bounds: tuple[int, int]) -> bool:
    """Tell whether a clause opens like a question, though no mark of one follows: "why she left nobody knows"."""
    return tree.lower(bounds[0]) in {"how", "why", "whether"}


def _is_welcome(tree: Tree, head: int, _bounds: tuple[int, int]) -> bool:
    """Tell whether a clause only says that somebody welcomed or regretted something, or expressed a feeling."""
    words = lists("claimhood")
    thing = tree.first(head, "obj")
    if thing is None or tree.first(head, "aux") is not None:
        return False
    lemma = tree.token(head).lemma.lower()
    return lemma in words["welcoming"] or (
        lemma in words["expressing"] and tree.token(thing).lemma.lower() in words["felt"]
    )


def _is_speech_act(tree: Tree, head: int, bounds: tuple[int, int]) -> bool:
    """Tell whether a clause only says that somebody spoke, or what name or worth he gave to something."""
    lemma = tree.token(head).lemma.lower()
    words = lists("claimhood")
    if lemma == "call" and any(tree.lower(i) in {"on", "upon", "for"} for i in _cases(tree, head)):
        return False
    if lemma in words["rating"]:
        taste = any(tree.token(i).lemma.lower() in words["judgements"] for i in range(head + 1, bounds[1]))
        return taste and tree.first(head, "obj") is not None and tree.first(head, "aux") is None
    short = bounds[1] - bounds[0] <= _SHORT
    return short and lemma in words["speaking"] and tree.first(head, "obj", "ccomp", "xcomp") is None


def _cases(tree: Tree, head: int) -> Iterator[int]:
    """Yield the prepositions of a verb's phrases."""
    for phrase in tree.under(head, "obl", "obj"):
        yield from tree.under(phrase, "case")


def _is_feeling(tree: Tree, head: int, bounds: tuple[int, int]) -> bool:
    """Tell whether a clause puts forward a feeling or a judgement of taste."""
    words = lists("claimhood")
    token, subject = tree.token(head), tree.subject(head)
    lemma = token.lemma.lower()
    if tree.first(head, "cop") is not None:
        judged = {lemma, *(tree.token(i).lemma.lower() for i in tree.under(head, "amod"))}
        short = token.upos == "ADJ" or bounds[1] - bounds[0] <= _SHORT + 2
        return short and not judged.isdisjoint(words["judgements"])
    if subject is None or tree.lower(subject) not in {"i", "we"}:
        return False
    thing = tree.first(head, "obj")
    taste = thing is not None and any(
        tree.token(i).lemma.lower() in words["judgements"] for i in tree.under(thing, "amod")
    )
    return lemma in words["mental"] or taste


def _is_norm(tree: Tree, head: int, bounds: tuple[int, int]) -> bool:
    """Tell whether a clause says what ought to be: "should", "is needed"; or that something might be so, in a word or two."""
    modal = next((tree.lower(i) for i in tree.under(head, "aux") if tree.token(i).xpos == "MD"), "")
    dated = any(
        tree.token(i).xpos == "CD" and len(tree.token(i).text) == 4 for i in range(*bounds)
    )  # "should open by 2031"
    if (modal in {"should", "ought"} and not dated) or (modal == "might" and bounds[1] - bounds[0] < 2 * _SHORT):
        return True
    passive = any(tree.labels[i] == "aux:pass" for i in tree.children[head])
    return (
        passive
        and bounds[1] - bounds[0] <= 2 * _SHORT
        and tree.token(head).lemma.lower() in lists("claimhood")["needed"]
    )
