"""Filter: which clauses put nothing forward: questions, orders, fragments, feelings, judgements of taste."""

from claims.extract.atoms.tree import Tree
from claims.extract.parse import Sentence


def is_claim(tree: Tree, head: int, role: str, bounds: tuple[int, int], sentence: Sentence) -> bool:
    """Tell whether a clause, from token bounds[0] to before bounds[1], puts forward something that could be shown right or wrong."""
    if bounds[1] - bounds[0] < 2:
        return False
    token = tree.token(head)
    if role in {"main", "ccomp", "parataxis"} and not tree.is_predicate(head) and role != "ccomp":
        return False
    if tree.token(sentence.stop - 1).text == "?" or any(tree.token(i).text == "?" for i in range(max(bounds[0], sentence.stop - 3), sentence.stop)):
        return False
    if "Mood=Imp" in token.morph and tree.first(head, "nsubj") is None:
        return False
    return True
