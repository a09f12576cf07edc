"""Filter: which clauses put nothing forward: questions, orders, fragments, feelings, judgements of taste."""

from claims.extract.atoms.tree import FINITE, Tree
from claims.extract.parse import Sentence


def is_claim(tree: Tree, head: int, role: str, bounds: tuple[int, int], sentence: Sentence) -> bool:
    """Tell whether a clause, from token bounds[0] to before bounds[1], puts forward something that could be shown right or wrong."""
    if bounds[1] - bounds[0] < 2:
        return False
    if role in {"main", "parataxis"} and not _says_something(tree, head, bounds):
        return False
    if any(tree.token(i).text == "?" for i in range(max(bounds[0], sentence.stop - 3), sentence.stop)):
        return False
    return not _is_order(tree, head, bounds[0])


def _says_something(tree: Tree, head: int, bounds: tuple[int, int]) -> bool:
    """Tell whether a clause has a predicate: the parser's, or a finite verb that it took for something else."""
    return tree.is_predicate(head) or any(tree.token(i).xpos in FINITE for i in range(*bounds))


def _is_order(tree: Tree, head: int, first: int) -> bool:
    """Tell whether a clause orders its reader: a bare verb at its beginning, without a subject."""
    token = tree.token(head)
    return head - first <= 1 and token.xpos == "VB" and tree.subject(head) is None and tree.first(head, "aux", "cop", "mark") is None
