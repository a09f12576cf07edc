#!/usr/bin/env python3
"""Speed: how much of the bare language pipeline's speed the whole extraction keeps, on one core, measured in one run.

    python benchmarks/speed.py [--long] [TEXT_FILE ...]      without files: the articles in fixtures/

Prints words per second of CPU time for spaCy alone over the same paragraphs and for `extract`, their ratio, the milliseconds
the time tagger takes for an article, and how time grows with length (16 times the text should take 16 times as long; with
`--long` the longer text has a million letters, which takes two minutes).
"""

import os
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
ROUNDS = 5
FLOOR, GOAL = 0.6, 0.85
LENGTH = 60_000  # code points that one measurement reads, so that a round takes some seconds
GROWTH, SHORT, SHORT_OF_LONG = 16, 20_000, 62_500


def cpu(action: Callable[[], object]) -> float:
    """Return the CPU seconds of one call."""
    begin = time.process_time()
    action()
    return time.process_time() - begin


def main(paths: list[str]) -> int:
    """Measure, print, and return 1 where the ratio is below its floor."""
    from claims.domain.article import Article
    from claims.extract import extract
    from claims.extract.language import OWN, load
    from claims.extract.sentences import paragraphs
    from claims.extract.time import tag

    long = "--long" in paths
    files = [Path(path) for path in paths if path != "--long"] or sorted(
        (ROOT / "fixtures" / "articles").rglob("*.txt")
    )
    texts = [path.read_text("utf-8") for path in files]
    while sum(map(len, texts)) < LENGTH:
        texts = texts * 2
    day = date(2020, 9, 2)
    articles = [Article(text=text, published=day) for text in texts]
    pieces = [text[start:end] for text in texts for start, end in paragraphs(text)]
    words = sum(len(text.split()) for text in texts)
    nlp = load(str(OWN))

    def bare() -> None:
        for _ in nlp.pipe(pieces, batch_size=64):
            pass

    def whole() -> None:
        for article in articles:
            extract(article)

    bare()
    whole()
    measured = [(cpu(bare), cpu(whole)) for _ in range(ROUNDS)]
    alone, ours = min(a for a, _ in measured), min(b for _, b in measured)
    ratio = sorted(a / b for a, b in measured)[ROUNDS // 2]
    print(f"{words} words in {len(texts)} articles, one core, best and median of {ROUNDS} rounds")
    print(f"spaCy alone   {words / alone:>8.0f} words/s")
    print(f"extraction    {words / ours:>8.0f} words/s")
    print(f"ratio         {ratio:>8.2f}   floor {FLOOR}, goal {GOAL}")
    print(f"time tagger   {cpu(lambda: [tag(text, day) for text in texts]) * 1000 / len(texts):>8.2f} ms an article")
    length = SHORT_OF_LONG if long else SHORT
    short = "\n\n".join(texts * (1 + length // LENGTH))[:length]
    small = Article(text=short, published=day)
    large = Article(text="\n\n".join([short] * GROWTH), published=day)
    growth = cpu(lambda: extract(large)) / min(cpu(lambda: extract(small)) for _ in range(3))
    print(f"growth        {growth:>8.1f}   times as long for {GROWTH} times the text ({len(large.text):,} letters)")
    return 0 if ratio >= FLOOR else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
