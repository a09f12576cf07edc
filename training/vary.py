"""Makes further training texts for names by putting other names of the same kind in their place.

Mention replacement (Dai and Adel 2020, https://aclanthology.org/2020.coling-main.343/): the words around a name should
tell what it is, as most names in the news are new. All names come from the training texts themselves.
"""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span

REPLACED = 0.7
"""Share of the names in a text that are replaced; the rest keep their own surroundings."""
REJOINED = 0.6
"""Share of two-word people who get a first and a last name from two others."""
LONGEST_PERSON = 3
"""Longer "people" are lists or titles that slipped in."""

Mention = tuple[tuple[str, ...], tuple[bool, ...]]
"""The tokens of a name, and for each whether a space follows."""


@dataclass(frozen=True, slots=True)
class Pool:
    """The names to draw from, sorted, so that the same seed gives the same texts."""

    by_label: dict[str, tuple[Mention, ...]]
    first_names: tuple[str, ...]
    last_names: tuple[str, ...]


def gather_names(docs: Iterable[Doc]) -> Pool:
    """All capitalised names in `docs`."""
    by_label: dict[str, set[Mention]] = {}
    first_names: set[str] = set()
    last_names: set[str] = set()
    for doc in docs:
        for name in doc.ents:
            words = tuple(token.text for token in name)
            if not any(token.is_title or token.is_upper for token in name):
                continue
            if name.label_ != "PER" or len(words) <= LONGEST_PERSON:
                by_label.setdefault(name.label_, set()).add((words, tuple(bool(token.whitespace_) for token in name)))
            if name.label_ == "PER" and len(words) == 2 and all(token.is_title for token in name):
                first_names.add(words[0])
                last_names.add(words[1])
    sorted_names = {label: tuple(sorted(names)) for label, names in by_label.items()}
    return Pool(sorted_names, tuple(sorted(first_names)), tuple(sorted(last_names)))


def vary(docs: Sequence[Doc], pool: Pool, times: int, seed: int) -> Iterator[Doc]:
    """`times` further texts for each one with names; texts whose names are not known throughout are passed over."""
    chance = random.Random(seed)  # noqa: S311 - no secret: the same seed must give the same texts
    for _ in range(times):
        for doc in docs:
            if doc.ents and all(token.ent_iob for token in doc):
                yield _replaced(doc, pool, chance)


def _replaced(doc: Doc, pool: Pool, chance: random.Random) -> Doc:
    words: list[str] = []
    spaces: list[bool] = []
    places: list[tuple[int, int, str]] = []
    at = 0
    for name in doc.ents:
        for token in doc[at : name.start]:
            words.append(token.text)
            spaces.append(bool(token.whitespace_))
        start = len(words)
        inner, gaps = tuple(token.text for token in name), tuple(bool(token.whitespace_) for token in name)
        if chance.random() < REPLACED:
            inner, gaps = _draw(name.label_, len(name), pool, chance)
        words += inner
        spaces += [*gaps[:-1], bool(name[-1].whitespace_)]
        places.append((start, len(words), name.label_))
        at = name.end
    for token in doc[at:]:
        words.append(token.text)
        spaces.append(bool(token.whitespace_))
    varied = Doc(doc.vocab, words=words, spaces=spaces)
    varied.set_ents([Span(varied, start, end, label=label) for start, end, label in places], default="outside")
    return varied


def _draw(label: str, length: int, pool: Pool, chance: random.Random) -> Mention:
    rejoin = label == "PER" and pool.first_names and chance.random() < REJOINED
    if rejoin and length == 2:
        return (chance.choice(pool.first_names), chance.choice(pool.last_names)), (True, False)
    if rejoin and length == 1:
        return (chance.choice(pool.last_names),), (False,)
    return chance.choice(pool.by_label[label])
