"""Filter: which clauses put nothing forward: questions, orders, fragments, feelings, judgements of taste."""

from claims.extract.atoms.tree import FINITE, Tree
from claims.extract.words import lists


def is_claim(tree: Tree, head: int, role: str, bounds: tuple[int, int]) -> bool:
    """Tell whether a clause, from token bounds[0] to before bounds[1], puts forward something that could be shown right or wrong."""
    first, stop = bounds
    if stop - first < 2 or any(tree.lower(i) == "?" for i in range(stop - 1, stop + 2)):
        return False
    if role in {"main", "parataxis"} and not _says_something(tree, head, bounds):
        return False
    if role in {"main", "ccomp", "parataxis"} and _is_order(tree, head, first):
        return False
    return not (_is_speech_act(tree, head) or _is_feeling(tree, head) or _is_norm(tree, head, bounds))


def _says_something(tree: Tree, head: int, bounds: tuple[int, int]) -> bool:
    """Tell whether a clause has a predicate: the parser's, or a finite verb that it took for something else."""
    return tree.is_predicate(head) or any(tree.token(i).xpos in FINITE for i in range(*bounds))


def _is_order(tree: Tree, head: int, first: int) -> bool:
    """Tell whether a clause orders its reader: a bare verb at its beginning, without a subject."""
    token = tree.token(head)
    return (
        head - first <= 1
        and token.xpos == "VB"
        and tree.subject(head) is None
        and tree.first(head, "aux", "cop", "mark") is None
    )


def _is_speech_act(tree: Tree, head: int) -> bool:
    """Tell whether a clause only says that somebody spoke, or what name or worth he gave to something."""
    lemma = tree.token(head).lemma.lower()
    words = lists("claimhood")
    if lemma in words["rating"]:
        return tree.first(head, "xcomp", "obl", "ccomp") is not None and tree.first(head, "aux") is None
    return lemma in words["speaking"] and tree.first(head, "obj", "ccomp", "xcomp") is None


def _is_feeling(tree: Tree, head: int) -> bool:
    """Tell whether a clause puts forward a feeling or a judgement of taste."""
    words = lists("claimhood")
    subject = tree.subject(head)
    lemma = tree.token(head).lemma.lower()
    if tree.first(head, "cop") is not None and lemma in words["judgements"]:
        return True
    return subject is not None and tree.lower(subject) in {"i", "we"} and lemma in words["mental"]


def _is_norm(tree: Tree, head: int, bounds: tuple[int, int]) -> bool:
    """Tell whether a clause says what ought to be: "should", "ought"; or that something may be so without saying what."""
    modal = next((tree.lower(i) for i in tree.under(head, "aux") if tree.token(i).xpos == "MD"), "")
    return modal in {"should", "ought"} or (modal == "might" and bounds[1] - bounds[0] < 8)
