"""Tree: the arcs of a parse in a copy that can be changed, for mending and for parting clauses, and what both ask of them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from claims.extract.parse import Parse, Token

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_VERBS = frozenset({"VBD", "VBZ", "VBP", "VB"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM"})
LOOSE = frozenset({"conj", "parataxis", "advcl", "advmod", "dep", "ccomp", "obl", "xcomp", "acl", "appos"})
"""Labels of what may hang on a wrong word: a small parser gives them where it does not know better."""
PAUSES = frozenset({",", "—", "–", "--", ";", ":", "-"})


@dataclass(slots=True)
class Tree:
    """The arcs of one text: for each token its governor, its label and its dependents. A working copy: the parse stays as it is."""

    parse: Parse
    heads: list[int]
    labels: list[str]
    bases: list[str]
    """The labels without their subtypes."""
    children: list[list[int]]
    verbs: set[int] = field(default_factory=set)
    """Finite verbs that the tagger took for something else, as the mending finds them; none once a parse is mended."""

    @classmethod
    def of(cls, parse: Parse) -> "Tree":
        """Copy the arcs of a parse."""
        labels = [t.dep for t in parse.tokens]
        bases = [_base(label) for label in labels]
        return cls(parse, [t.head for t in parse.tokens], labels, bases, [list(row) for row in parse.children])

    def token(self, i: int) -> Token:
        """Return token i."""
        return self.parse.tokens[i]

    def lower(self, i: int) -> str:
        """Return token i's word in lower case; empty past the ends of the text."""
        return self.parse.tokens[i].lower if 0 <= i < len(self.parse.tokens) else ""

    def base(self, i: int) -> str:
        """Return token i's label without its subtype."""
        return self.bases[i]

    def under(self, i: int, *labels: str) -> Iterator[int]:
        """Yield the dependents of token i whose bare label is one of these, in text order."""
        for child in self.children[i]:
            if self.bases[child] in labels:
                yield child

    def first(self, i: int, *labels: str) -> int | None:
        """Return the first such dependent, or None."""
        for child in self.children[i]:
            if self.bases[child] in labels:
                return child
        return None

    def subject(self, i: int) -> int | None:
        """Return the subject of token i, "there" included, or None."""
        return self.first(i, "nsubj", "csubj", "expl")

    def span(self, i: int) -> tuple[int, int]:
        """Return the first and last token of the subtree of i, punctuation at its edges left out."""
        low = high = i
        stack = [i]
        while stack:
            node = stack.pop()
            if self.token(node).upos != "PUNCT":
                low, high = min(low, node), max(high, node)
                stack.extend(self.children[node])
        return low, high

    def pause_before(self, i: int) -> bool:
        """Tell whether a comma or a dash stands right before the token, quotation marks between them left aside."""
        before = i - 1
        if before >= 0 and self.token(before).text in {'"', "“", "‘", "'"}:
            before -= 1
        return before >= 0 and self.token(before).text in PAUSES

    def move(self, i: int, head: int, label: str | None = None) -> None:
        """Hang token i on another governor, or make it the top of its sentence (head == i).

        What would close a ring of arcs is not done.
        """
        if head != i and self.hangs_on(head, i):
            return
        old = self.heads[i]
        if old != i:
            self.children[old].remove(i)
        self.heads[i] = head
        if label is not None:
            self.relabel(i, label)
        if head != i:
            row = self.children[head]
            row.append(i)
            row.sort()

    def relabel(self, i: int, label: str) -> None:
        """Give token i another label."""
        self.labels[i], self.bases[i] = label, _base(label)

    def hangs_on(self, i: int, above: int) -> bool:
        """Tell whether token i is `above` or hangs on it, however far."""
        while i != above and self.heads[i] != i:
            i = self.heads[i]
        return i == above

    def is_predicate(self, i: int) -> bool:
        """Tell whether token i stands for a clause: a verb, or a word with a copula or a subject."""
        token = self.token(i)
        if i in self.verbs:
            return True
        if token.upos == "VERB" or token.xpos in _VERBS:
            return self.base(i) not in {"amod", "compound", "case", "aux", "cop"}
        if token.upos == "AUX":
            return self.base(i) not in {"aux", "cop"}
        return self.first(i, "cop", "nsubj", "csubj", "expl", "aux", "obj", "xcomp") is not None

    def is_finite(self, i: int) -> bool:
        """Tell whether the clause of token i has a finite verb: its own, or an auxiliary's or a copula's."""
        token = self.token(i)
        if (
            i in self.verbs
            or token.xpos in FINITE
            or (token.xpos in {"NN", "NNS"} and self.first(i, "obj", "xcomp") is not None)
        ):
            return True
        if token.xpos == "VBN" and self.first(i, "nsubj") is not None and self.first(i, "aux", "cop") is None:
            return self.first(i, "obl", "obj", "advmod") is not None  # "when a bomb exploded", read as a participle
        return any(self.token(child).xpos in FINITE for child in self.under(i, "aux", "cop"))


def _base(label: str) -> str:
    return label.partition(":")[0] if ":" in label else label
