"""Start-up, as ratios in one run: `python benchmarks/startup.py [--rounds 7] [--claims 10000]`.

- `claims --help` against `python -c "import click"`; at most 2.
- `claims list` over 10,000 claims against a script of 30 lines that reads the same table with SQLModel and prints the very
  same rows (that is checked, byte for byte); at most 1.3, and the aim is below 1.

The programs take turns, so that whatever else the machine does burdens both alike; the median of processor time (user and
system) makes the ratio, that of wall time stands beside it. Exit code 1 where a ratio is above its bound.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))
DAY = date(2021, 6, 1)
PUBLISHED = date(2020, 9, 2)
MOMENT = 1_599_040_000_000_000
HELP_BOUND, LIST_BOUND = 2.0, 1.3

SCRIPT = """\
import csv, sys
from datetime import date
from sqlmodel import Field, Session, SQLModel, create_engine, select

class Claim(SQLModel, table=True):
    __tablename__ = "listed"
    id: str = Field(primary_key=True)
    text: str; quote: str; kind: str; speaker: str | None; quoted: bool; polarity: str
    when_text: str | None; deadline: int | None; first_deadline: int | None; quantities: str
    word: str; verdict_by: str | None; review: str; score: float; supporting: int; refuting: int
    subject: str | None; measure: str | None; made: int; publisher: str | None; article: str | None
    first_number: int

def day(ordinal):
    return date.fromordinal(ordinal).isoformat() if ordinal else None

today = date.fromisoformat(sys.argv[2]).toordinal()
RANK = {"overdue": 0, "due": 1, "upcoming": 2, "undated": 4}
rows = []
with Session(create_engine("sqlite:///" + sys.argv[1])) as session:
    for c in session.exec(select(Claim).where(Claim.word == "open")):
        late = "undated" if c.deadline is None else "overdue" if c.deadline < today else \\
            "due" if c.deadline - today <= 14 else "upcoming"
        rows.append((RANK[late], c.deadline or 0, -c.score, c.first_number, late, c))
writer = csv.writer(sys.stdout, lineterminator="\\n")
writer.writerow(sys.argv[3].split(","))
for _, _, _, _, late, c in sorted(rows, key=lambda row: row[:4]):
    first = day(c.first_deadline) if c.first_deadline != c.deadline else None
    fields = dict(c.model_dump(), schedule=late, status=late if late in ("overdue", "due") else "open", verdict=c.word,
        when=c.when_text, deadline=day(c.deadline), first_deadline=first, made=day(c.made))
    writer.writerow([fields[name] for name in sys.argv[3].split(",")])
"""


def fill(place: Path, claims: int) -> None:
    """Make a ledger of so many invented claims, in articles of fifty."""
    from claims.domain.article import Article, Span
    from claims.domain.claim import Claim, Kind, Sighting, claim_id
    from claims.domain.events import ArticleFiled, ClaimRecorded, Event
    from claims.store import open_ledger

    with open_ledger(place, create=True) as ledger:
        for number in range(0, claims, 50):
            words = [f"Berth {each} of the harbour will be closed." for each in range(number, min(number + 50, claims))]
            article = Article(text=" ".join(words), published=PUBLISHED, publisher="Lowen Courier")
            events: list[Event] = [ArticleFiled(id=article.id, article=article, claims=len(words))]
            for each, sentence in enumerate(words, start=number):
                start = article.text.index(sentence)
                span = Span.of(article.text, start, start + len(sentence))
                claim = Claim(
                    id=claim_id(article.id, span.start, span.end),
                    text=sentence,
                    kind=list(Kind)[each % 5],
                    speaker=("Ada Quill", "Bo Lint", None)[each % 3],
                    deadline=date(2021, 1 + each % 12, 1 + each % 28) if each % 4 else None,
                    score=each % 1000 / 1000,
                )
                seen = Sighting(article=article.id, published=PUBLISHED, publisher="Lowen Courier", span=span)
                events.append(ClaimRecorded(claim=claim, made=PUBLISHED, sighting=seen))
            ledger.append(f"command-{number}", "benchmark", MOMENT + number, events)


def run(command: list[str], out: Path) -> tuple[float, float]:
    """Run a program with its output in a file; return its processor time and wall time in seconds."""
    begun = time.perf_counter()
    handle = os.open(out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    pid = os.posix_spawn(command[0], command, os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, handle, 1)])
    os.close(handle)
    _, status, usage = os.wait4(pid, 0)
    if status:
        sys.exit(f"{' '.join(command)[:200]} failed")
    return usage.ru_utime + usage.ru_stime, time.perf_counter() - begun


def compare(name: str, ours: list[str], theirs: list[str], rounds: int, bound: float, folder: Path) -> bool:
    """Run two programs in turn, print the ratio of their medians, and tell whether it keeps its bound."""
    times: tuple[list[tuple[float, float]], list[tuple[float, float]]] = ([], [])
    for turn in range(rounds + 1):
        for kept, command in zip(times, (ours, theirs), strict=True):
            taken = run(command, folder / "out")
            if turn:  # the first turn only fills the caches
                kept.append(taken)
    (cpu, wall), (cpu_other, wall_other) = (
        (statistics.median(each[0] for each in kept), statistics.median(each[1] for each in kept)) for kept in times
    )
    ratio = cpu / cpu_other
    print(
        f"{name}: {ratio:.2f} (at most {bound}); processor {cpu * 1000:.0f} against {cpu_other * 1000:.0f} ms, "
        f"wall {wall * 1000:.0f} against {wall_other * 1000:.0f} ms, {wall / wall_other:.2f}"
    )
    return ratio <= bound


def main() -> int:
    """Print both ratios; return 1 where one is above its bound."""
    parser = argparse.ArgumentParser(description="Start-up times, as ratios.")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--claims", type=int, default=10_000)
    given = parser.parse_args()
    os.environ["PYTHONPATH"] = str(ROOT)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        place, script = folder / "many.db", folder / "script.py"
        script.write_text(SCRIPT, encoding="utf-8")
        fill(place, given.claims)
        claims = [sys.executable, "-m", "claims"]
        listing = [*claims, "list", "--db", str(place), "--as-of", DAY.isoformat(), "--format", "csv"]
        run(listing, folder / "ours")
        header = (folder / "ours").read_text(encoding="utf-8").partition("\n")[0].strip()
        other = [sys.executable, str(script), str(place), DAY.isoformat(), header]
        run(other, folder / "theirs")
        same = [(folder / each).read_text(encoding="utf-8").splitlines() for each in ("ours", "theirs")]
        if same[0] != same[1] or len(same[0]) != given.claims + 1:
            differ = next((pair for pair in zip(*same, strict=False) if pair[0] != pair[1]), None)
            sys.exit(f"the two lists differ: {differ}")
        kept = [
            compare(
                "claims --help / import click",
                [*claims, "--help"],
                [sys.executable, "-c", "import click"],
                given.rounds,
                HELP_BOUND,
                folder,
            ),
            compare(
                f"claims list / SQLModel script, {given.claims} claims",
                listing,
                other,
                given.rounds,
                LIST_BOUND,
                folder,
            ),
        ]
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
