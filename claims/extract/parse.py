"""Parse: a text read by the language model, as plain frozen values that know nothing of the library behind it.

Labels are those of Universal Dependencies 2: `nsubj`, `nsubj:pass`, `obj`, `obl`, `ccomp`, `acl:relcl`, `advcl` ...
All offsets are code points in the whole text; all indices count the tokens of the whole text.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark: where it stands, its lemma, its tags, and the token it hangs on."""

    i: int
    start: int
    end: int
    text: str
    lemma: str
    upos: str
    xpos: str
    morph: str
    """Features as `Name=Value|Name=Value`, empty where there are none."""
    dep: str
    head: int
    """Index of the token it hangs on; its own for the head of a sentence."""
    ent: str
    """PER, ORG or LOC inside a name, else empty."""
    ent_first: bool
    """True on the first token of a name."""

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()

    @property
    def is_head(self) -> bool:
        """True for the head of a sentence."""
        return self.head == self.i


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of tokens: first token, one past the last, and its paragraph's number (from 0)."""

    first: int
    stop: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Parse:
    """The tokens of a text, its sentences, and each token's dependents in order."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    children: tuple[tuple[int, ...], ...] = field(repr=False)
    """children[i] holds the indices of the tokens that hang on token i, in text order."""

    def of(self, sentence: Sentence) -> tuple[Token, ...]:
        """Return the tokens of one sentence."""
        return self.tokens[sentence.first : sentence.stop]

    def dependents(self, i: int, *labels: str) -> Iterator[Token]:
        """Yield the dependents of token i, of these labels (a bare label also takes its subtypes), or all."""
        for child in self.children[i]:
            token = self.tokens[child]
            if not labels or token.dep in labels or token.dep.partition(":")[0] in labels:
                yield token

    def subtree(self, i: int) -> list[int]:
        """Return the indices of token i and all that hangs on it, in text order."""
        found, stack = [], [i]
        while stack:
            node = stack.pop()
            found.append(node)
            stack.extend(self.children[node])
        return sorted(found)


def children_of(tokens: Sequence[Token]) -> tuple[tuple[int, ...], ...]:
    """Return each token's dependents, in text order."""
    lists: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.i:
            lists[token.head].append(token.i)
    return tuple(tuple(each) for each in lists)
