"""Turns treebanks into spaCy's training files: python -m training.convert TREEBANKS OUT.

Writes OUT/{train,dev}/syntax.spacy (trees, tags, lemmas) and OUT/{train,dev}/names.spacy. Each text is running text
tokenised by spaCy's own rules, so that what is learnt is what will be met.
"""

import argparse
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span

from training.align import align
from training.gum_names import derive_names
from training.names import Name, read_columns
from training.paragraphs import TEST_SENTENCES, TRAINING_SENTENCES, Paragraph, join_paragraphs
from training.treebanks import Treebanks
from training.trees import Sentence
from training.vary import gather_names, read_world, vary

NamesIn = Callable[[Sentence], tuple[Name, ...] | None]
"""Gives the names of a sentence, or None where they are not known."""

HELD_OUT = 0.1
"""Share of each names-only file, its end, that is kept to choose by: the treebanks' own dev parts hold little news."""
VARIED = 2
"""Varied texts made of each text with names."""
SEED = 0
WORLD = Path(__file__).parent / "world.yaml"


def build_docs(nlp: Language, sentences: Iterable[Sentence], names_in: NamesIn, most: int) -> Iterator[Doc]:
    """Annotated texts of at most `most` sentences; the few that cannot be aligned are left out."""
    for paragraph in join_paragraphs(sentences, most):
        doc = build_doc(nlp, paragraph, names_in)
        if doc is not None:
            yield doc


def build_doc(nlp: Language, paragraph: Paragraph, names_in: NamesIn) -> Doc | None:
    """The annotated text of a paragraph, or None where its words cannot be put on spaCy's tokens."""
    bare = nlp.make_doc(paragraph.text)
    layers = align(bare, paragraph)
    if layers is None:
        return None
    doc = Doc(
        nlp.vocab,
        words=[token.text for token in bare],
        spaces=[bool(token.whitespace_) for token in bare],
        heads=layers.heads,
        deps=layers.deps,
        pos=layers.pos,
        tags=layers.tags,
        morphs=layers.morphs,
        lemmas=layers.lemmas,
    )
    found: list[Name] = []
    unknown: list[Span] = []
    for offset, sentence in paragraph.sentences:
        names = names_in(sentence)
        if names is None:
            span = doc.char_span(offset, offset + len(sentence.text), alignment_mode="expand")
            unknown += [span] if span is not None else []
        else:
            found += [Name(name.start + offset, name.end + offset, name.label) for name in names]
    if len(unknown) < len(paragraph.sentences):
        doc.set_ents(_spans(doc, found), missing=unknown, default="outside")
    return doc


def build_named(nlp: Language, texts: Iterable[tuple[str, tuple[Name, ...]]]) -> Iterator[Doc]:
    """Texts that are annotated for names only."""
    for text, names in texts:
        doc = nlp.make_doc(text)
        doc.set_ents(_spans(doc, names), default="outside")
        yield doc


def _spans(doc: Doc, names: Iterable[Name]) -> list[Span]:
    """Names as spans of whole tokens; one that would overlap the name before it is left out."""
    spans: list[Span] = []
    for name in names:
        span = doc.char_span(name.start, name.end, label=name.label, alignment_mode="expand")
        if span is not None and (not spans or span.start >= spans[-1].end):
            spans.append(span)
    return spans


def convert(treebanks: Treebanks, out: Path) -> None:
    """Writes the four files and prints what each holds."""
    nlp = spacy.blank("en")
    columns = [list(build_named(nlp, read_columns(path))) for path in treebanks.name_files()]
    for split, most in (("train", TRAINING_SENTENCES), ("dev", TEST_SENTENCES)):
        web_names = treebanks.web_names(split)
        trees = list(build_docs(nlp, treebanks.web(split), web_names.names_in, most))
        trees += build_docs(nlp, treebanks.gum(split), derive_names, most)
        named = list(trees)
        for docs in columns:
            border = int(len(docs) * (1 - HELD_OUT))
            named += docs[:border] if split == "train" else docs[border:]
        if split == "train":
            named += vary(tuple(named), (gather_names(named), read_world(WORLD, nlp)), VARIED, SEED)
        _write(trees, out / split / "syntax.spacy")
        _write(named, out / split / "names.spacy")


def _write(docs: Sequence[Doc], path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    DocBin(docs=docs, store_user_data=False).to_disk(path)
    tokens, names = sum(map(len, docs)), sum(len(doc.ents) for doc in docs)
    print(f"{path}: {len(docs)} texts, {tokens} tokens, {names} names")


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description="Turns treebanks into spaCy's training files.")
    parser.add_argument("treebanks", type=Path, help="folder with ewt, gum, uner, ner")
    parser.add_argument("out", type=Path, help="folder to write train/ and dev/ in")
    options = parser.parse_args()
    convert(Treebanks(options.treebanks), options.out)


if __name__ == "__main__":
    main()
