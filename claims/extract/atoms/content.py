"""Content: how reports lie over the tokens of a text: what is said, and the words that only say who said it."""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.extract.atoms.tree import Tree
from claims.extract.attribution.report import Report
from claims.extract.parse import Parse, Sentence

# An attribution of more words than this is a fault of the parse; what it holds is not thrown away.
_LONGEST_FRAME = 30


@dataclass(frozen=True, slots=True)
class Speech:
    """Which tokens are frame (attribution itself) and which report each token is content of (the innermost one)."""

    frames: frozenset[int]
    covers: dict[int, int]

    @classmethod
    def of(cls, parse: Parse, reports: Sequence[Report]) -> "Speech":
        """Lay the reports over the tokens; where two cover a token, the shorter one is the inner."""
        frames = frozenset(i for report in reports if len(report.frame) <= _LONGEST_FRAME for i in report.frame)
        covers: dict[int, int] = {}
        by_length = sorted(range(len(reports)), key=lambda n: (reports[n].first - reports[n].stop, n))
        for number in by_length:
            for i in range(reports[number].first, reports[number].stop):
                covers[i] = number
        return cls(frames, covers)

    def number(self, i: int) -> int | None:
        """Return the number of the report that token i is content of, or None."""
        return self.covers.get(i)

    def heads(self, tree: Tree, sentence: Sentence) -> frozenset[int]:
        """Return the tokens of a sentence that head reported content: predicates whose governor is outside it or frame."""
        found = set()
        for i in range(sentence.first, sentence.stop):
            number = self.covers.get(i)
            if number is None or i in self.frames or tree.heads[i] == i:
                continue
            above = tree.heads[i]
            if (above in self.frames or self.covers.get(above) != number) and tree.is_predicate(i) and tree.base(i) not in {"acl", "amod"}:
                found.add(i)
        return frozenset(found)
