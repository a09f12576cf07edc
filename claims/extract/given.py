"""Given: the atom of a span that somebody else chose, a person or a language model, so that it can be read like one of ours."""

from claims.extract.atoms.atom import Atom
from claims.extract.parse import Parse

_ROLES = {
    "acl:relcl": "relcl", "advcl:relcl": "relcl", "acl": "acl", "advcl": "advcl", "appos": "appos", "parataxis": "parataxis",
    "conj": "conj", "ccomp": "ccomp",
}  # fmt: skip
_DEEP = 100


def atom_of(parse: Parse, start: int, end: int, report: int | None = None) -> Atom:
    """Return the atom between two code points: its head is the topmost token of the parse there.

    Raises ValueError where no token is.
    """
    tokens = parse.tokens
    low, high = 0, len(tokens)
    while low < high:
        middle = (low + high) // 2
        if tokens[middle].end <= start:
            low = middle + 1
        else:
            high = middle
    inside = []
    while low < len(tokens) and tokens[low].start < end:
        inside.append(low)
        low += 1
    if not inside:
        raise ValueError(f"no words stand between {start} and {end}")
    words = [i for i in inside if tokens[i].upos not in ("PUNCT", "SPACE")] or inside
    head = min(words, key=lambda i: (_depth(parse, i), i))
    sentence = next((n for n, s in enumerate(parse.sentences) if s.first <= head < s.stop), 0)
    subject = next((t.i for t in parse.dependents(head, "nsubj", "csubj") if start <= t.start < end), None)
    role = _ROLES.get(tokens[head].dep, "main")
    if tokens[words[0]].lower == "to" and tokens[words[0]].upos == "PART":
        role = "purpose"
    return Atom(start, end, head, sentence, role, tuple(inside), subject, report)


def _depth(parse: Parse, i: int) -> int:
    steps = 0
    while parse.tokens[i].head != i and steps < _DEEP:
        i, steps = parse.tokens[i].head, steps + 1
    return steps
