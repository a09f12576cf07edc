"""Subject: whose clause it is, where the clause itself leaves that out."""

from claims.extract.tree import Tree


def subject_of(tree: Tree, head: int, cues: frozenset[int]) -> int | None:
    """Return the head of a clause's subject: its own, or that of the clause it is joined to, or the noun it describes.

    `cues` are the words that report: what is joined to one of them by mistake is joined to what is said.
    """
    node = head
    for _ in range(12):
        own = tree.first(node, "nsubj", "csubj")
        if own is not None:
            return own
        up = tree.heads[node]
        if up == node:
            return None
        if tree.base(node) in {"acl", "appos"}:
            return up
        said = tree.first(up, "ccomp", "parataxis") if up in cues and tree.base(node) == "conj" else None
        node = said if said is not None and said < head else up
    return None
