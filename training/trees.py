"""Reads CoNLL-U files: sentences with their running text, words with their place in it.

Format: https://universaldependencies.org/format.html. Offsets are code points in the sentence's own text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word of a tree; `head` is the number of another word of the sentence, 0 for the root."""

    number: int
    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    relation: str
    misc: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a treebank; `spaced` tells whether white space follows it in the running text."""

    name: str
    document: str
    opens_paragraph: bool
    text: str
    words: tuple[Word, ...]
    spaced: bool


def read_trees(path: Path) -> Iterator[Sentence]:
    """The sentences of a CoNLL-U file, in order; enhanced (empty) nodes are left out.

    The text is put together from forms and SpaceAfter, so that offsets are exact even where `# text` differs.
    Raises ValueError with file and line number where a line is not CoNLL-U.
    """
    document, paragraph, name = path.stem, True, ""
    rows: list[list[str]] = []
    with path.open(encoding="utf-8") as lines:
        for number, raw in enumerate(lines, 1):
            line = raw.rstrip("\n")
            if line.startswith("# newdoc"):
                document, paragraph = line.partition("=")[2].strip() or document, True
            elif line.startswith("# newpar"):
                paragraph = True
            elif line.startswith("# sent_id"):
                name = line.partition("=")[2].strip()
            elif line and not line.startswith("#"):
                rows.append(_columns(line, path, number))
            elif not line and rows:
                yield _sentence(rows, name, document, paragraph)
                rows, paragraph = [], False
    if rows:
        yield _sentence(rows, name, document, paragraph)


def _columns(line: str, path: Path, number: int) -> list[str]:
    columns = line.split("\t")
    if len(columns) != 10 or not re.fullmatch(r"\d+([-.]\d+)?", columns[0]):
        raise ValueError(f"{path}:{number}: not a line of CoNLL-U (ten columns parted by tabs, the first a number)")
    return columns


def _sentence(rows: list[list[str]], name: str, document: str, paragraph: bool) -> Sentence:
    text = ""
    spaced = True
    words: list[Word] = []
    joint: tuple[int, int, int] | None = None  # last word number, next start and end of a multiword token
    for columns in rows:
        number, form = columns[0], columns[1]
        if "." in number:
            continue
        if "-" in number:
            joint = (int(number.split("-")[1]), len(text), len(text) + len(form))
            spaced = "SpaceAfter=No" not in columns[9]
            text += form + " " * spaced
            continue
        at = int(number)
        if joint and at <= joint[0]:
            start, end = _share(joint, at, len(form))
            joint = (joint[0], end, joint[2])
        else:
            start, end = len(text), len(text) + len(form)
            spaced = "SpaceAfter=No" not in columns[9]
            text += form + " " * spaced
        lemma, upos, xpos, feats = columns[2:6]
        head, relation, misc = int(columns[6]), columns[7], columns[9]
        words.append(Word(at, form, lemma, upos, xpos, feats.strip("_"), head, relation, misc, start, end))
    return Sentence(name, document, paragraph, text.rstrip(" "), tuple(words), spaced)


def _share(joint: tuple[int, int, int], number: int, length: int) -> tuple[int, int]:
    """The characters of a multiword token that go to one of its words ("can't": "ca" and "n't"), at least one."""
    last, start, end = joint
    left = last - number
    stop = end if not left else min(start + length, end - left)
    return start, max(stop, start + 1)
