"""Timeline: the times and occasions of a whole article, read once and asked by each claim."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claims.extract.predicate import Predicate, predicate
from claims.extract.when.occasions import Occasions, occasions
from claims.extract.when.own import Placed, own_time, place
from claims.extract.when.story import Story, story

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from claims.extract.atoms import Atom
    from claims.extract.parse import Parse
    from claims.extract.time import TimeExpression


# So many clauses with one verb are kept to compare with, so that a long text takes time linear in its length.
_ALIKE = 12


@dataclass(frozen=True, slots=True)
class Timeline:
    """An article's time expressions with their tokens by sentence, its atoms by sentence, and the occasions it dates."""

    parse: Parse
    published: date
    placed: dict[int, tuple[Placed, ...]]
    atoms: dict[int, tuple[Atom, ...]]
    occasions: Occasions
    by_verb: dict[str, tuple[Atom, ...]]
    """Atoms of dated sentences by the lemma of their head, the first of each."""
    story: Story | None
    _said: dict[tuple[int, int], Predicate] = field(default_factory=dict, compare=False, repr=False)
    _own: dict[tuple[int, int], Placed | None] = field(default_factory=dict, compare=False, repr=False)

    def said(self, atom: Atom) -> Predicate:
        """Return an atom's predicate, read once."""
        key = (atom.start, atom.end)
        if key not in self._said:
            self._said[key] = predicate(self.parse, atom)
        return self._said[key]

    def own(self, atom: Atom) -> Placed | None:
        """Return the expression that dates an atom itself, found once."""
        key = (atom.start, atom.end)
        if key not in self._own:
            there, others = self.placed.get(atom.sentence, ()), self.atoms.get(atom.sentence, ())
            found = own_time(self.parse, atom, self.said(atom), there, self.published, others)
            self._own[key] = found
        return self._own[key]


def timeline(
    parse: Parse,
    atoms: Sequence[Atom],
    times: Sequence[TimeExpression],
    published: date,
) -> Timeline:
    """Read the timeline of an article."""
    placed: dict[int, list[Placed]] = {}
    for each in place(parse, times):
        placed.setdefault(_sentence(parse, each.first), []).append(each)
    grouped: dict[int, list[Atom]] = {}
    for atom in atoms:
        grouped.setdefault(atom.sentence, []).append(atom)
    by_sentence = {number: tuple(each) for number, each in placed.items()}
    by_verb: dict[str, list[Atom]] = {}
    for atom in atoms:
        alike = by_verb.setdefault(parse.tokens[atom.head].lemma.lower(), [])
        if atom.sentence in by_sentence and len(alike) < _ALIKE:
            alike.append(atom)
    return Timeline(
        parse,
        published,
        by_sentence,
        {number: tuple(each) for number, each in grouped.items()},
        occasions(parse, by_sentence),
        {lemma: tuple(each) for lemma, each in by_verb.items() if each},
        story(parse, by_sentence, sorted(grouped), published),
    )


def _sentence(parse: Parse, i: int) -> int:
    low, high = 0, len(parse.sentences) - 1
    while low < high:
        middle = (low + high) // 2
        if parse.sentences[middle].stop <= i:
            low = middle + 1
        else:
            high = middle
    return low
