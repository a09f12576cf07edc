#!/usr/bin/env python3
"""Extraction: the table of how well claims are found, against the two folders of annotated articles and the sets for single parts.

    python benchmarks/extraction.py [--shared FOLDER] [--also FOLDER ...] [--json]

FOLDER holds `eval/` (default: `$CLAIMS_SHARED`, else `shared` beside the checkout). The scorers there are run as they are.
Of the two folders of articles only the worse counts; n is how many claims a figure rests on. Behind `--also` stand further
folders of articles annotated in the same way, for a table of their own of which nothing is asked.
"""

import argparse
import json
import os
import runpy
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("dev", "dev2")


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table: what, the key in the scorer's answer, the key of its n, and what is asked of it."""

    name: str
    key: str
    n: str
    floor: float
    goal: float


FIGURES = (
    Figure("claim span F1", "f1", "gold", 0.82, 0.88),
    Figure("kind", "kind", "matched", 0.75, 0.88),
    Figure("polarity", "polarity", "matched", 0.97, 0.98),
    Figure("quoted", "quoted", "matched", 0.97, 0.99),
    Figure("speaker", "speaker", "matched", 0.87, 0.94),
    Figure("speaker where given", "speaker given", "speaker given pairs", 0.72, 0.88),
    Figure("when", "when", "matched", 0.82, 0.94),
    Figure("when where given", "when given", "when given pairs", 0.68, 0.88),
    Figure("deadline where given", "deadline given", "deadline given pairs", 0.60, 0.90),
    Figure("quantities F1", "quantities", "matched", 0.78, 0.92),
    Figure("quantities, values only", "values", "matched", 0.90, 0.97),
    Figure("restated text token F1", "text", "matched", 0.80, 0.90),
    Figure("average precision of worth above base rate", "worth gain", "matched", 0.10, 0.20),
)


def measure(shared: Path, folder: str) -> dict[str, Any]:
    """Extract the claims of one folder of articles and return what its scorer says of them, the gain of worth added."""
    gold = shared / "eval" / "extraction" / folder
    with tempfile.TemporaryDirectory() as place:
        _run(ROOT / "benchmarks" / "predict.py", "extraction", gold, place)
        said = json.loads(_run(shared / "eval" / "extraction" / "score.py", gold, place, "--json"))["all"]
        said["worth gain"] = _worth_gain(shared, gold, Path(place), said)
    return dict(said)


def _worth_gain(shared: Path, gold: Path, place: Path, said: Mapping[str, Any]) -> float:
    """The average precision over matched claims less the share of them that a desk would check (a draw by lot scores that)."""
    scorer = runpy.run_path(str(shared / "eval" / "extraction" / "score.py"))
    read, match = scorer["read_claims"], scorer["match"]
    worthy = 0
    for path in sorted(gold.glob("*.json")):
        claims, found = read(path), read(place / path.name)
        text = path.with_suffix(".txt").open(encoding="utf-8", newline="").read()
        worthy += sum(claims[g]["checkworthy"] is True for g, _ in match(claims, found, text, 0.5))
    return float(said["AP matched"] or 0.0) - worthy / max(1, int(said["matched"]))


def single(shared: Path) -> Iterator[tuple[str, float, str, float, float]]:
    """Yield name, value, n, floor and goal for the parts that have sets of their own: time, and indirect speech."""
    with tempfile.TemporaryDirectory() as place:
        for subject, path, scorer, options in (
            ("time", "temporal/dev.jsonl", "temporal/score.py", ()),
            ("attribution", "attribution/indirect_dev.jsonl", "attribution/score.py", ("--speech",)),
        ):
            gold, predicted = shared / "eval" / path, Path(place) / f"{subject}.jsonl"
            predicted.write_text(
                _run(ROOT / "benchmarks" / "predict.py", subject, given=gold.read_text("utf-8")), "utf-8"
            )
            said = json.loads(_run(shared / "eval" / scorer, gold, predicted, "--json", *options))
            lines = f"{sum(1 for line in gold.open(encoding='utf-8') if line.strip())} documents"
            if subject == "time":
                yield "time, value F1", float(said["value"]["f1"]), lines, 0.78, 0.85
                yield "time, relaxed F1", float(said["relaxed"]["f1"]), lines, 0.88, 0.92
            else:
                yield "indirect speech, joint F1", float(said["scores"]["joint"][2]), lines, 0.62, 0.75


def _run(script: Path, *arguments: object, given: str | None = None) -> str:
    done = subprocess.run(
        [sys.executable, str(script), *map(str, arguments)], input=given, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{script.name} failed:\n{done.stderr[-2000:]}")
    return done.stdout


def main() -> int:
    """Print the table; return 1 where a figure is below its floor."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=Path, default=Path(os.environ.get("CLAIMS_SHARED", ROOT.parent / "shared")))
    options.add_argument("--also", type=Path, nargs="+", default=[], help="further folders of annotated articles")
    options.add_argument("--json", action="store_true", help="what the scorer says of each folder, as JSON")
    chosen = options.parse_args()
    if not (chosen.shared / "eval").is_dir():
        raise SystemExit(f"{chosen.shared} has no eval folder; name the folder of development sets with --shared")
    results = [measure(chosen.shared, folder) for folder in FOLDERS]
    if chosen.json:
        print(json.dumps(dict(zip(FOLDERS, results, strict=True)), indent=1))
        return 0
    below = 0
    print(f"{'':<44}{'dev':>7}{'n':>6}{'dev2':>8}{'n':>6}{'worse':>8}{'floor':>7}{'goal':>7}   {date.today()}")
    for figure in FIGURES:
        values = [float(result[figure.key] or 0.0) for result in results]
        worse = min(values)
        below += worse < figure.floor
        counts = [result[figure.n] for result in results]
        print(
            f"{figure.name:<44}{values[0]:>7.3f}{counts[0]:>6}{values[1]:>8.3f}{counts[1]:>6}{worse:>8.3f}"
            f"{figure.floor:>7.2f}{figure.goal:>7.2f}{'  below' if worse < figure.floor else ''}"
        )
    for name, value, n, floor, goal in single(chosen.shared):
        below += value < floor
        print(f"{name:<44}{value:>7.3f}  {n:<20}{'':>7}{floor:>6.2f}{goal:>7.2f}{'  below' if value < floor else ''}")
    if chosen.also:
        further([folder.resolve() for folder in chosen.also], chosen.shared)
    return 1 if below else 0


def further(folders: list[Path], shared: Path) -> None:
    """Print a column for each further folder of annotated articles."""
    results = [measure(shared, str(folder)) for folder in folders]
    print("\n" + " " * 44 + "".join(f"{folder.name[-9:]:>10}" for folder in folders))
    print(f"{'claims':<44}" + "".join(f"{result['gold']:>10}" for result in results))
    for figure in FIGURES:
        values = [result[figure.key] for result in results]
        print(f"{figure.name:<44}" + "".join("         -" if v is None else f"{float(v):>10.3f}" for v in values))


if __name__ == "__main__":
    sys.exit(main())
