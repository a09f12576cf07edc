"""Context: what every rule of attribution looks at, worked out once for an article."""

from bisect import bisect_left
from dataclasses import dataclass

from claims.extract.attribution.sources import Source
from claims.extract.mentions import Mentions
from claims.extract.parse import Parse, Sentence
from claims.extract.quotations import Quotation

OUTSIDE = -1


@dataclass(frozen=True, slots=True)
class Context:
    """A parse with its quotations, who is named in it, and where each token stands."""

    parse: Parse
    quotations: tuple[Quotation, ...]
    ranges: tuple[tuple[int, int], ...]
    """For each quotation the tokens inside its marks: first, and one past the last."""
    within: tuple[int, ...]
    """For each token the number of the quotation it stands in (its marks belong to it), or OUTSIDE."""
    sentence_of: tuple[int, ...]
    """For each token the number of its sentence."""
    mentions: Mentions

    def sentence(self, i: int) -> Sentence:
        """The sentence of token i."""
        return self.parse.sentences[self.sentence_of[i]]


@dataclass(frozen=True, slots=True)
class Found:
    """A report by its tokens, before its source has a name."""

    first: int
    stop: int
    cue: int | None
    frame: tuple[int, ...]
    source: Source | None
    strength: str
    quotation: int | None = None
    """The quotation that it is, for direct speech."""
    carried: bool = False
    """True where its source stands in another sentence, or is a guess."""


def context_of(parse: Parse, quotations: tuple[Quotation, ...], mentions: Mentions) -> Context:
    """Work out where each token stands."""
    starts = [token.start for token in parse.tokens]
    within = [OUTSIDE] * len(starts)
    ranges = []
    for n, quotation in enumerate(quotations):
        first, stop = bisect_left(starts, quotation.start), bisect_left(starts, quotation.end)
        ranges.append((first, stop))
        for i in range(bisect_left(starts, quotation.outer_start), bisect_left(starts, quotation.outer_end)):
            within[i] = n
    sentence_of = [0] * len(starts)
    for n, sentence in enumerate(parse.sentences):
        sentence_of[sentence.first : sentence.stop] = [n] * (sentence.stop - sentence.first)
    return Context(parse, quotations, tuple(ranges), tuple(within), tuple(sentence_of), mentions)
