"""Story: what a news story is about in the main, and its day: the first dated happening that its opening tells of.

An election on Sunday, a match, a day on the markets: the opening dates it once, and what happened there is told without a date.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claims.extract.words import lists

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from claims.extract.parse import Parse
    from claims.extract.time import TimeExpression
    from claims.extract.when.own import Placed

_SCENES, _OCCASIONS = lists("when_scenes"), lists("when")
_KNOWN = ("meeting", "visit", "vote", "attack", "disaster", "crash", "contest", "festival")
_OTHERS = ("market", "crime", "launch")
# Their doings are many, and all of the one day.
_MANY = frozenset({"vote", "contest", "market"})
# So many sentences are the opening, headline and dateline not counted: news tells what it is about in the first or second.
_OPENING = 3
# What lasts longer than a week is no day of a story.
_LONGEST = 7
# So many words of a scene show what a story is of where no noun names it.
_TELLING = 3
_EDGES = frozenset({"since", "until", "till", "before", "after", "within", "by", "through"})
_SPEAKING = ("NOUN", "VERB", "ADJ", "PROPN")


@dataclass(frozen=True, slots=True)
class Story:
    """The happening that an article opens with: its time, the sentence that dates it, and the sorts of occasion that it is of."""

    time: TimeExpression
    sentence: int
    families: frozenset[str]
    others: tuple[int, ...]
    """For each paragraph, how many other past times of a week or less have been told by its end."""

    @property
    def of_many_doings(self) -> bool:
        """True for a vote, a contest or a day on the markets: figures and ranks told of it are of its day."""
        return bool(self.families & _MANY)

    def is_alone(self, paragraph: int) -> bool:
        """Tell whether no other day of the past has been told by the end of a paragraph."""
        return paragraph < len(self.others) and not self.others[paragraph]

    def has(self, lemma: str) -> bool:
        """Tell whether a word belongs to such an occasion."""
        return any(lemma in _scene(family) for family in self.families)

    def fits(self, parse: Parse, tokens: Sequence[int]) -> bool:
        """Tell whether any of these words belongs to it."""
        return any(self.has(parse.tokens[i].lemma.lower()) for i in tokens if parse.tokens[i].upos in _SPEAKING)


def story(parse: Parse, placed: Mapping[int, Sequence[Placed]], body: Sequence[int], published: date) -> Story | None:
    """Find the story of an article, None where its opening dates no happening.

    `body` holds the numbers of the sentences that make claims, in order. Later paragraphs change nothing for earlier ones.
    """
    for number in body[:_OPENING]:
        for each in placed.get(number, ()):
            if _dates(each.time, published) and not _says(parse, each):
                lemmas = frozenset(t.lemma.lower() for t in parse.tokens[: parse.sentences[number].stop])
                return Story(each.time, number, _families(lemmas), _others(parse, placed, each.time, published))
    return None


def _families(lemmas: frozenset[str]) -> frozenset[str]:
    """Name the sorts of occasion that words speak of: those named by a noun or verb, and those with several of their words."""
    named = {f for f in _KNOWN if lemmas & (_OCCASIONS[f] | _OCCASIONS.get(f"{f}_verbs", frozenset()))}
    named |= {f for f in _OTHERS if lemmas & _SCENES[f"{f}_names"]}
    return frozenset(named | {f for f in (*_KNOWN, *_OTHERS) if len(lemmas & _SCENES[f]) >= _TELLING})


def _short(time: TimeExpression) -> bool:
    return time.span is not None and time.type in ("DATE", "TIME") and not time.reference and time.span.days <= _LONGEST


def _dates(time: TimeExpression, published: date) -> bool:
    span = time.span
    past = span is not None and span.first <= published
    return past and _short(time) and time.guide is not None and time.lead not in _EDGES


def _says(parse: Parse, each: Placed) -> bool:
    """Tell whether a time hangs on a verb of saying: "the ministry said on Monday"."""
    return parse.tokens[parse.tokens[each.head].head].lemma.lower() in _SCENES["saying"]


def _others(
    parse: Parse, placed: Mapping[int, Sequence[Placed]], own: TimeExpression, published: date
) -> tuple[int, ...]:
    """Count the past times of a week or less, beside the story's own, that are told up to the end of each paragraph."""
    counts: list[int] = []
    seen: set[str] = set()
    for number, sentence in enumerate(parse.sentences):
        for each in placed.get(number, ()):
            span = each.time.span
            if _short(each.time) and span is not None and span.last < published and span != own.span:
                seen.add(str(span))
        while len(counts) <= sentence.paragraph:
            counts.append(0)
        counts[sentence.paragraph] = len(seen)
    return tuple(counts)


@cache
def _scene(family: str) -> frozenset[str]:
    """Return the words of a sort of occasion: its doings, its persons and things, and what names it."""
    named = _SCENES.get(f"{family}_names", frozenset()) | _OCCASIONS.get(f"{family}_verbs", frozenset())
    return _SCENES[family] | named | (_OCCASIONS[family] if family in _KNOWN else frozenset())
