"""Where the treebanks lie in the folder that is given, and which of their texts may be used.

TREEBANKS/ewt and gum hold the treebanks' own repositories (file lists and one file a document), uner, ner, pud and
unerpud the names. The licences are listed in the model card.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training.names import NameBook, read_name_book
from training.trees import Sentence, read_trees

GUM_OPEN_GENRES = frozenset({"academic", "bio", "court", "interview", "news", "speech", "textbook", "vlog", "voyage"})
"""Genres whose texts are CC BY, CC BY-SA or in the public domain; conversation, essay, fiction, letter, podcast, reddit
and whow are not."""

_WITHHELD = "santa-barbara-corpus"
"""One court document comes from a corpus whose texts are not free."""
_HEADER = 9000
"""Code points of a document that hold its description."""


@dataclass(frozen=True, slots=True)
class Treebanks:
    """The folder of treebanks."""

    folder: Path

    def web(self, split: str) -> Iterator[Sentence]:
        """English Web Treebank: `split` is train, dev or test."""
        for document in _listed(self.folder / "ewt", split):
            yield from read_trees(self.folder / "ewt/not-to-release/sources" / document)

    def gum(self, split: str, genre: str | None = None) -> Iterator[Sentence]:
        """The open genres of GUM, or one of them; documents on its list that are not in the folder are passed over."""
        for document in _listed(self.folder / "gum", split):
            of = document.split("_")[1]
            path = self.folder / "gum/not-to-release/sources" / f"{document}.conllu"
            if of not in GUM_OPEN_GENRES or genre not in (None, of) or not path.exists():
                continue
            if _WITHHELD not in path.read_text(encoding="utf-8")[:_HEADER]:
                yield from read_trees(path)

    def pud(self, prefix: str = "") -> Iterator[Sentence]:
        """Parallel UD, test only; sentences whose name starts with `prefix`: n is news, w Wikipedia."""
        for sentence in read_trees(self.folder / "pud/en_pud-ud-test.conllu"):
            if sentence.name.startswith(prefix):
                yield sentence

    def web_names(self, split: str) -> NameBook:
        """Universal NER on the English Web Treebank."""
        file = "train_old.iob2" if split == "train" else f"en_ewt-ud-{split}.iob2"
        return read_name_book(self.folder / "uner" / file)

    def pud_names(self) -> NameBook:
        """Universal NER on PUD."""
        return read_name_book(self.folder / "unerpud/en_pud-ud-test.iob2")

    def name_files(self) -> tuple[Path, ...]:
        """The two-column files: Broad Twitter Corpus, wikigold."""
        return tuple(sorted(path for path in (self.folder / "ner").iterdir() if path.suffix in (".conll", ".txt")))


def _listed(treebank: Path, split: str) -> list[str]:
    return (treebank / f"not-to-release/file-lists/files.{split}").read_text(encoding="utf-8").split()
