"""Lexicon: the words of numbers, bounds, units, money and names, read once from `extract/words`."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import cast

from claims.extract.words import words


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One file of words: each entry is a table or a list, asked for by name and shape."""

    entries: Mapping[str, object]

    def words(self, name: str) -> tuple[str, ...]:
        """Return a list of words."""
        return tuple(cast(list[str], self.entries[name]))

    def word_set(self, name: str) -> frozenset[str]:
        """Return a list of words as a set."""
        return frozenset(self.words(name))

    def numbers(self, name: str) -> dict[str, float]:
        """Return a table from words to numbers."""
        return cast(dict[str, float], self.entries[name])

    def table(self, name: str) -> dict[str, str]:
        """Return a table from words to words."""
        return cast(dict[str, str], self.entries[name])

    def lists(self, name: str) -> dict[str, list[str]]:
        """Return a table from words to lists of words."""
        return cast(dict[str, list[str]], self.entries[name])

    def tables(self, name: str) -> dict[str, dict[str, str]]:
        """Return a table of tables from words to words."""
        return cast(dict[str, dict[str, str]], self.entries[name])


@cache
def lexicon(name: str) -> Lexicon:
    """Read `extract/words/NAME.yaml`."""
    return Lexicon(words(name))


def either(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, the longest first; a blank in a word stands for a blank or a hyphen.

    Shared beginnings are written once (a trie), so that a place where no word begins is left after one letter.
    """
    root: dict[str, _Branch] = {}
    for word in words:
        branches = root
        for letter in word:
            branches = branches.setdefault(letter, _Branch({})).branches
        branches[""] = _Branch({})
    return _pattern_of(root)


@dataclass(frozen=True, slots=True)
class _Branch:
    """What may follow a letter; the empty key says that a word may end here."""

    branches: "dict[str, _Branch]"


def _pattern_of(branches: dict[str, _Branch]) -> str:
    letters = [_letter(letter) + _pattern_of(branch.branches) for letter, branch in sorted(branches.items()) if letter]
    if not letters:
        return ""
    if "" in branches:
        return f"(?:{'|'.join(letters)})?"
    return letters[0] if len(letters) == 1 else f"(?:{'|'.join(letters)})"


def _letter(letter: str) -> str:
    return r"[ \u00a0-]" if letter == " " else re.escape(letter)


@cache
def ends_with(name: str) -> re.Pattern[str]:
    """Return the pattern of a text that ends in one of the words listed under a name in `quantity_context.yaml`."""
    return re.compile(rf"(?<!\w){either(lexicon('quantity_context').words(name))}[ \u00a0-]\Z", re.IGNORECASE)


@cache
def begins_with(name: str) -> re.Pattern[str]:
    """Return the pattern of a text that begins with a blank and one of the words listed under a name there."""
    return re.compile(rf"[ \u00a0-]{either(lexicon('quantity_context').words(name))}(?!\w)", re.IGNORECASE)
