"""Tree: the arcs of a parse, with the faults mended that a small parser is known to make."""

from collections.abc import Iterator
from dataclasses import dataclass

from claims.extract.parse import Parse, Token

RELATIVE = frozenset({"which", "who", "whom", "whose", "that"})
CLAUSAL = frozenset({"ccomp", "advcl", "acl", "parataxis", "csubj"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM"})


@dataclass(slots=True)
class Tree:
    """The arcs of one text: for each token its governor, its label and its dependents. Only the repairs change them."""

    parse: Parse
    heads: list[int]
    labels: list[str]
    children: list[list[int]]

    def token(self, i: int) -> Token:
        """Return token i."""
        return self.parse.tokens[i]

    def base(self, i: int) -> str:
        """Return token i's label without its subtype."""
        return self.labels[i].partition(":")[0]

    def under(self, i: int, *labels: str) -> Iterator[int]:
        """Yield the dependents of token i whose bare label is one of these, in text order."""
        for child in self.children[i]:
            if self.labels[child].partition(":")[0] in labels:
                yield child

    def first(self, i: int, *labels: str) -> int | None:
        """Return the first such dependent, or None."""
        return next(self.under(i, *labels), None)

    def leftmost(self, i: int) -> int:
        """Return the first token of the subtree of i."""
        low = i
        stack = [i]
        while stack:
            node = stack.pop()
            low = min(low, node)
            stack.extend(self.children[node])
        return low

    def move(self, i: int, head: int, label: str | None = None) -> None:
        """Hang token i on another governor."""
        old = self.heads[i]
        if old != i:
            self.children[old].remove(i)
        self.heads[i] = head
        if label is not None:
            self.labels[i] = label
        if head != i:
            row = self.children[head]
            row.append(i)
            row.sort()

    def is_predicate(self, i: int) -> bool:
        """Tell whether token i stands for a clause: a verb, or a word with a copula or a subject."""
        token = self.token(i)
        return token.upos == "VERB" or self.first(i, "cop", "nsubj", "csubj") is not None or (token.upos == "AUX" and self.base(i) not in {"aux", "cop"})

    def is_finite(self, i: int) -> bool:
        """Tell whether the clause of token i has a finite verb: its own, or an auxiliary's or a copula's."""
        if "VerbForm=Fin" in self.token(i).morph:
            return True
        return any("VerbForm=Fin" in self.token(child).morph or self.token(child).xpos == "MD" for child in self.under(i, "aux", "cop"))


def repaired(parse: Parse) -> Tree:
    """Return the arcs of a parse with known faults mended."""
    tree = Tree(parse, [t.head for t in parse.tokens], [t.dep for t in parse.tokens], [list(row) for row in parse.children])
    for sentence in parse.sentences:
        for i in range(sentence.first, sentence.stop):
            _mend_relative(tree, i, sentence.first)
        for i in range(sentence.first, sentence.stop):
            if tree.base(i) == "conj":
                _mend_conjunct(tree, i)
    return tree


def _mend_relative(tree: Tree, i: int, first: int) -> None:
    """A clause that begins with "which" or "who" after a noun hangs on that noun, whatever its label says."""
    if tree.base(i) not in {"ccomp", "advcl", "parataxis", "conj", "dep"} or tree.token(i).upos not in {"VERB", "AUX", "NOUN", "ADJ"}:
        return
    start = tree.leftmost(i)
    opener = tree.token(start)
    if opener.lower not in {"which", "who", "whose", "whom"} or start == first or start > i:
        return
    before = start - 1
    if tree.token(before).text == ",":
        before -= 1
    elif opener.lower != "which" and tree.base(i) == "ccomp":
        return
    noun = before
    while noun >= first and tree.token(noun).upos not in NOMINAL:
        noun -= 1
        if before - noun > 2:
            return
    if noun >= first and not _hangs_on(tree, noun, i):
        # The whole noun phrase's head: climb while the governor is still inside what stands left of the clause.
        tree.move(i, noun, "acl:relcl")


def _hangs_on(tree: Tree, i: int, head: int) -> bool:
    """Tell whether token i is in the subtree of `head`."""
    while tree.heads[i] != i:
        if i == head:
            return True
        i = tree.heads[i]
    return i == head


def _mend_conjunct(tree: Tree, i: int) -> None:
    """What stands right of a later conjunct that has a subject of its own belongs to that conjunct."""
    head = tree.heads[i]
    if head >= i or not tree.is_predicate(i) or tree.first(i, "nsubj", "csubj") is None:
        return
    for child in list(tree.children[head]):
        if child > i and tree.base(child) not in {"conj", "punct", "parataxis"}:
            tree.move(child, i)
