"""Names of people, bodies and places: from Universal NER files and from plain two-column files.

Universal NER: Mayhew and others 2024, https://www.universalner.org/. Labels are PER, ORG and LOC; others are passed
over.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from training.trees import Sentence

LABELS = ("PER", "ORG", "LOC")

_NO_SPACE_BEFORE = re.compile(r"[.,:;?!)\]%]|'s|n't|'|'re|'ve|'ll")
_LEAST_TOKENS = 4
"""A tweet of fewer tokens teaches nothing but its own words."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text: start and end in code points, and its label."""

    start: int
    end: int
    label: str


class NameBook:
    """The names of annotated sentences, found by sentence name or, failing that, by their letters."""

    def __init__(self, sentences: Iterable[tuple[str, str, tuple[Name, ...]]]) -> None:
        """Takes (sentence name, its text without white space, names at offsets in that text)."""
        self._by_name: dict[str, tuple[str, tuple[Name, ...]]] = {}
        self._by_letters: dict[str, tuple[Name, ...]] = {}
        for name, letters, names in sentences:
            self._by_name[name] = (letters, names)
            self._by_letters[letters] = names

    def names_in(self, sentence: Sentence) -> tuple[Name, ...] | None:
        """The names of a sentence at offsets in its text; None where the book does not hold that very text.

        PUD's names number their sentences otherwise than its trees do, hence the second way by the letters.
        """
        places = [at for at, char in enumerate(sentence.text) if not char.isspace()]
        letters = "".join(sentence.text[at] for at in places)
        held = self._by_name.get(sentence.name)
        names = held[1] if held and held[0] == letters else self._by_letters.get(letters)
        if names is None:
            return None
        return tuple(Name(places[name.start], places[name.end - 1] + 1, name.label) for name in names)


def read_name_book(path: Path) -> NameBook:
    """Reads a Universal NER file (IOB2: number, form, tag)."""
    return NameBook(_annotated(path))


def _annotated(path: Path) -> Iterator[tuple[str, str, tuple[Name, ...]]]:
    name, letters, names = "", "", list[Name]()
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# sent_id"):
            if letters:
                yield name, letters, tuple(names)
            name, letters, names = line.partition("=")[2].strip(), "", []
        elif line[:1].isdigit():
            _, form, tag = line.split("\t")[:3]
            form = form.replace(" ", "")
            _extend(names, Name(len(letters), len(letters) + len(form), tag[2:]), tag[0] == "I", len(letters))
            letters += form
    if letters:
        yield name, letters, tuple(names)


def _extend(names: list[Name], new: Name, goes_on: bool, end_before: int) -> None:
    """Adds a tagged token: as the rest of the last name where it goes on from it, else as a new name."""
    if new.label not in LABELS:
        return
    if goes_on and names and names[-1].label == new.label and names[-1].end == end_before:
        names[-1] = Name(names[-1].start, new.end, new.label)
    else:
        names.append(new)


def read_columns(path: Path) -> Iterator[tuple[str, tuple[Name, ...]]]:
    """Texts and names of a two-column file (form, IOB tag; an empty line between sentences), as wikigold and BTC are.

    Spaces are put back by rule. Web addresses go; tweets that name an account are left out, for their tokens
    ("@ name") are like no running text.
    """
    held: list[tuple[str, str]] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        columns = line.split()
        if len(columns) == 2:
            if not columns[0].startswith("http"):
                held.append((columns[0], columns[1]))
        elif held:
            if len(held) >= _LEAST_TOKENS and all(form != "@" for form, _ in held):
                yield _running_text(held)
            held = []


def _running_text(tokens: list[tuple[str, str]]) -> tuple[str, tuple[Name, ...]]:
    text = ""
    names: list[Name] = []
    for form, tag in tokens:
        end_before = len(text)
        if text and not _NO_SPACE_BEFORE.fullmatch(form) and text[-1] not in "([$":
            text += " "
        _extend(names, Name(len(text), len(text) + len(form), tag[2:]), tag[0] == "I", end_before)
        text += form
    return text, tuple(names)
