#!/usr/bin/env python3
"""Writing: what a run of the rules costs to write, against a bare loop that chains and inserts the same bytes, in one run.

    python benchmarks/writing.py [--claims 100000] [--rounds 3] [--keep FOLDER]

A ledger of so many claims, each with two pieces of evidence, and half of them given a rule's verdict in one command. The
bare loop works on a copy of the same file without its guards, with the same page cache: it is given the events as text,
chains them and inserts entries and which claims they are about, in one transaction; nothing is checked, no list and no rule
would see a verdict. Prints the seconds of both (wall and CPU), their ratio, and the peak of
memory before and after such a command given as an iterator. Returns 1 where the ratio is above its bound.
"""

import argparse
import resource
import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from claims.domain.article import Article, Span, article_id  # noqa: E402
from claims.domain.claim import Claim, Kind, Sighting, claim_id  # noqa: E402
from claims.domain.events import ArticleFiled, ClaimRecorded, Event, EvidenceAdded, VerdictReached, write  # noqa: E402
from claims.domain.evidence import Evidence, Stance  # noqa: E402
from claims.domain.verdict import Verdict, Word  # noqa: E402
from claims.store import open_ledger  # noqa: E402
from claims.store.append import BATCH  # noqa: E402
from claims.store.chain import digest_of  # noqa: E402
from claims.store.database import CACHE_KIB  # noqa: E402

BOUND = 3.0
MOMENT = 1_763_000_000_000_000  # 2025-11-13, in microseconds since 1970
TODAY = date(2025, 11, 13)
PER_ARTICLE = 50
"""Claims that come from one article."""
TOGETHER = 20
"""Articles that are filed in one command."""


def stories(claims: int) -> Iterator[list[Event]]:
    """Yield the events of one article after the other, its claims and their evidence, until there are so many claims."""
    for number in range(0, claims, PER_ARTICLE):
        published = TODAY - timedelta(400 + number % 300)
        sentences = [
            f"The board of harbour {number + n} will open quay {n} by the end of {2025 + n % 2}, Ada Quill said, once the "
            "cranes that were ordered have been delivered and tested."
            for n in range(min(PER_ARTICLE, claims - number))
        ]
        article = Article(text="\n".join(sentences), published=published, publisher="Lowen Courier", title="The quays")
        identity = article_id(article.text)
        events: list[Event] = [ArticleFiled(id=identity, article=article, claims=len(sentences), extractor="benchmark")]
        start = 0
        for n, sentence in enumerate(sentences):
            span = Span.of(article.text, start, start + len(sentence))
            start += len(sentence) + 1
            claim = Claim(
                id=claim_id(identity, span.start, span.end),
                text=sentence,
                kind=Kind.COMMITMENT,
                speaker="Ada Quill",
                deadline=date(2025 + n % 2, 12, 31),
                score=0.7,
            )
            seen = Sighting(article=identity, published=published, publisher=article.publisher, span=span)
            events.append(ClaimRecorded(claim=claim, made=published, sighting=seen))
            events += (_evidence(claim.id, side, published) for side in range(2))
        yield events


def _evidence(claim: str, side: int, published: date) -> EvidenceAdded:
    name = f"gazette {side}"
    evidence = Evidence(
        id=f"{claim}-{side}",
        stance=Stance.SUPPORTS,
        source=f"https://gazette{side}.example/{claim}",
        publisher=name,
        origin=name,
        published=published + timedelta(100 + side),
        entered=published + timedelta(100 + side),
    )
    return EvidenceAdded(claim=claim, evidence=evidence)


def fill(path: Path, claims: int) -> None:
    """Make a ledger of so many claims."""
    with open_ledger(path, create=True) as ledger:
        articles = stories(claims)
        number = 0
        while some := [event for story in islice(articles, TOGETHER) for event in story]:
            number += 1
            ledger.append(f"article-{number}", "ada", MOMENT + number, some)


def rulings(claims: Sequence[str]) -> Iterator[VerdictReached]:
    """Yield what a rule says of the claims, one after the other."""
    for claim in claims:
        verdict = Verdict(
            word=Word.VERIFIED,
            day=TODAY,
            by="two-sources",
            person=False,
            reason="two independent sources say that it came true, and none says that it did not",
            rulebook="f" * 64,
            evidence=(f"{claim}-0", f"{claim}-1"),
            facts=(("supporting", "2"), ("refuting", "0"), ("schedule", "met")),
        )
        yield VerdictReached(claim=claim, verdict=verdict)


def bare(path: Path, given: Sequence[tuple[str, str]]) -> str:
    """Chain and insert events (claim, text), all else left out; return the last digest."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    number, digest = connection.execute("SELECT number, digest FROM entry ORDER BY number DESC LIMIT 1").fetchone()
    entries: list[tuple[object, ...]] = []
    pairs: list[tuple[str, int]] = []
    connection.execute("BEGIN IMMEDIATE")
    for claim, text in given:
        number, previous = number + 1, digest
        digest = digest_of(number, MOMENT * 2, "ada", "verdicts", "VerdictReached", 1, text, previous)
        entries.append((number, MOMENT * 2, "ada", "verdicts", "VerdictReached", 1, text, previous, digest))
        pairs.append((claim, number))
        if len(entries) == BATCH:
            _insert(connection, entries, pairs)
    _insert(connection, entries, pairs)
    connection.execute("COMMIT")
    connection.close()
    return str(digest)


def _insert(connection: sqlite3.Connection, entries: list[tuple[object, ...]], pairs: list[tuple[str, int]]) -> None:
    connection.executemany("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", entries)
    connection.executemany("INSERT INTO entry_claim VALUES (?, ?)", pairs)
    entries.clear()
    pairs.clear()


def whole(path: Path, events: Iterable[VerdictReached]) -> str:
    """Append the same verdicts to a ledger; return the last digest."""
    with open_ledger(path) as ledger:
        ledger.append_all("verdicts", "ada", MOMENT * 2, events)
        return ledger.head()[1]


def timed(action: Callable[[], str]) -> tuple[float, float, str]:
    """Return the seconds on the wall and of CPU that a call takes, and what it gives."""
    wall, cpu = time.perf_counter(), time.process_time()
    digest = action()
    return time.perf_counter() - wall, time.process_time() - cpu, digest


def peak() -> float:
    """Return the most memory that this process has held, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def unguarded(ledger: Path, copy: Path) -> None:
    """Copy a ledger and take its guards off, which a bare table has not."""
    shutil.copy(ledger, copy)
    connection = sqlite3.connect(copy)
    for name in ("entry_next", "entry_no_update", "entry_no_delete"):
        connection.execute(f"DROP TRIGGER {name}")
    connection.close()


def measure(folder: Path, count: int, rounds: int) -> int:
    """Measure in a folder, print, and return 1 where the ratio is above its bound."""
    ledger, copy = folder / "ledger.db", folder / "copy.db"
    if not ledger.exists():
        fill(ledger, count)
    with open_ledger(ledger) as opened:
        claims = [str(row[0]) for row in opened.database.rows("SELECT id FROM claim ORDER BY id")][::2]
    before = peak()
    shutil.copy(ledger, copy)
    digests = {whole(copy, rulings(claims))}
    print(f"{count:,} claims with {2 * count:,} pieces of evidence, {len(claims):,} verdicts in one command")
    print(f"peak memory: {before:.0f} MiB once the ledger was there, {peak():.0f} MiB once they were written")
    events = list(rulings(claims))
    given = [(event.claim, write(event)) for event in events]
    ours: list[tuple[float, float]] = []
    loops: list[tuple[float, float]] = []
    for _ in range(rounds):
        shutil.copy(ledger, copy)
        *spent, digest = timed(lambda: whole(copy, events))
        ours.append((spent[0], spent[1]))
        unguarded(ledger, copy)
        *spent, other = timed(lambda: bare(copy, given))
        loops.append((spent[0], spent[1]))
        digests |= {digest, other}
    if len(digests) != 1:
        raise SystemExit("the two did not write the same bytes")
    (wall, cpu), (bare_wall, bare_cpu) = min(ours), min(loops)
    each = 1e6 / len(claims)
    print(f"append_all: {wall:.2f} s ({cpu:.2f} s of CPU), {wall * each:.1f} microseconds a verdict")
    print(f"bare loop:  {bare_wall:.2f} s ({bare_cpu:.2f} s of CPU), {bare_wall * each:.1f} microseconds")
    print(f"ratio: {wall / bare_wall:.2f} (at most {BOUND}); of CPU time {cpu / bare_cpu:.2f}")
    return int(wall / bare_wall > BOUND)


def main() -> int:
    """Read the command line and measure in a folder that is removed at the end."""
    parser = argparse.ArgumentParser(description="What writing a rule's verdicts costs, against a bare loop.")
    parser.add_argument("--claims", type=int, default=100_000, help="claims on the ledger (100000)")
    parser.add_argument("--keep", type=Path, help="a folder in which the ledger is kept and found by the next run")
    parser.add_argument("--rounds", type=int, default=3, help="rounds; the fastest of each counts (3)")
    given = parser.parse_args()
    if given.keep:
        given.keep.mkdir(parents=True, exist_ok=True)
        return measure(given.keep, given.claims, given.rounds)
    with tempfile.TemporaryDirectory() as folder:
        return measure(Path(folder), given.claims, given.rounds)


if __name__ == "__main__":
    sys.exit(main())
