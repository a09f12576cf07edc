"""Makes further training texts for names by putting other names of the same kind in their place.

Mention replacement (Dai and Adel 2020, https://aclanthology.org/2020.coling-main.343/): the words around a name should
tell what it is, as most names in the news are new. Names come from the training texts and from world.yaml.
"""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml
from spacy.language import Language
from spacy.tokens import Doc, Span

REPLACED = 0.7
"""Share of the names in a text that are replaced; the rest keep their own surroundings."""
WORLDLY = 0.5
"""Share of the replacements that come from world.yaml, not from the texts."""
REJOINED = 0.6
"""Share of people of one or two words who get a first and a last name from two others."""
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
    for name in (name for doc in docs for name in doc.ents):
        words, spaces = _mention(name)
        if not any(token.is_title or token.is_upper for token in name):
            continue
        if name.label_ != "PER" or len(words) <= LONGEST_PERSON:
            by_label.setdefault(name.label_, set()).add((words, spaces))
        if name.label_ == "PER" and len(words) == 2 and all(token.is_title for token in name):
            first_names.add(words[0])
            last_names.add(words[1])
    return _sorted(by_label, first_names, last_names)


def read_world(path: Path, nlp: Language) -> Pool:
    """The names of a file like world.yaml: LOC, ORG, first and last, each a list parted by commas."""
    lists = {key: str(names).split(", ") for key, names in yaml.safe_load(path.read_text(encoding="utf-8")).items()}
    by_label = {label: {_mention(nlp.make_doc(name)[:]) for name in lists[label]} for label in ("LOC", "ORG")}
    return _sorted(by_label, set(lists["first"]), set(lists["last"]))


def _sorted(by_label: dict[str, set[Mention]], first_names: set[str], last_names: set[str]) -> Pool:
    mentions = {label: tuple(sorted(names)) for label, names in by_label.items()}
    return Pool(mentions, tuple(sorted(first_names)), tuple(sorted(last_names)))


def _mention(name: Span) -> Mention:
    return tuple(token.text for token in name), tuple(bool(token.whitespace_) for token in name)


def vary(docs: Sequence[Doc], pools: tuple[Pool, Pool], times: int, seed: int) -> Iterator[Doc]:
    """`times` further texts for each one with names; texts whose names are not known throughout are passed over.

    `pools` are the names of the texts and those of the world.
    """
    chance = random.Random(seed)  # noqa: S311 - no secret: the same seed must give the same texts
    for _ in range(times):
        for doc in docs:
            if doc.ents and all(token.ent_iob for token in doc):
                yield _replaced(doc, pools, chance)


def _replaced(doc: Doc, pools: tuple[Pool, Pool], chance: random.Random) -> Doc:
    words: list[str] = []
    spaces: list[bool] = []
    places: list[tuple[int, int, str]] = []
    at = 0
    for name in doc.ents:
        between, gaps = _mention(doc[at : name.start])
        words += between
        spaces += gaps
        start = len(words)
        inner, gaps = _mention(name)
        if chance.random() < REPLACED:
            inner, gaps = _draw(name.label_, len(name), pools[chance.random() < WORLDLY], chance) or (inner, gaps)
        words += inner
        spaces += [*gaps[:-1], bool(name[-1].whitespace_)]
        places.append((start, len(words), name.label_))
        at = name.end
    rest, gaps = _mention(doc[at:])
    varied = Doc(doc.vocab, words=[*words, *rest], spaces=[*spaces, *gaps])
    varied.set_ents([Span(varied, start, end, label=label) for start, end, label in places], default="outside")
    return varied


def _draw(label: str, length: int, pool: Pool, chance: random.Random) -> Mention | None:
    """A name of the label; None where the pool has none."""
    if (
        label == "PER"
        and length <= 2
        and pool.last_names
        and (chance.random() < REJOINED or "PER" not in pool.by_label)
    ):
        last = chance.choice(pool.last_names)
        return ((last,), (False,)) if length == 1 else ((chance.choice(pool.first_names), last), (True, False))
    names = pool.by_label.get(label)
    return chance.choice(names) if names else None
