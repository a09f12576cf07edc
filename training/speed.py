"""Measures a pipeline on one core: python -m training.speed PIPELINE TREEBANKS. Set OMP_NUM_THREADS=1."""

import argparse
import resource
import time
from collections.abc import Sequence
from pathlib import Path

import spacy
from spacy.language import Language

from training.paragraphs import TEST_SENTENCES, join_paragraphs
from training.treebanks import Treebanks

SELECTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("all", ()),
    ("without names", ("ner",)),
    ("without lemmas", ("trainable_lemmatizer",)),
    ("without trees", ("parser",)),
)


def words_per_second(nlp: Language, texts: Sequence[str]) -> float:
    """Tokens a second of processor time, the better of two runs over the texts."""
    best = 0.0
    for _ in range(2):
        start = time.process_time()
        tokens = sum(len(doc) for doc in nlp.pipe(texts, batch_size=64))
        best = max(best, tokens / (time.process_time() - start))
    return best


def main() -> None:
    """Reads the command line and prints what was measured, on the texts of GUM's test part."""
    parser = argparse.ArgumentParser(description="Measures the speed and memory of a pipeline on one core.")
    parser.add_argument("pipeline", type=Path)
    parser.add_argument("treebanks", type=Path)
    options = parser.parse_args()
    sentences = Treebanks(options.treebanks).gum("test")
    texts = [paragraph.text for paragraph in join_paragraphs(sentences, TEST_SENTENCES)]
    start = time.process_time()
    nlp = spacy.load(options.pipeline)
    print(f"load: {time.process_time() - start:.2f} s")
    for title, left_out in SELECTIONS:
        with nlp.select_pipes(disable=[name for name in left_out if name in nlp.pipe_names]):
            print(f"{title}: {words_per_second(nlp, texts):,.0f} tokens/s")
    print(f"memory at most: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MiB")


if __name__ == "__main__":
    main()
