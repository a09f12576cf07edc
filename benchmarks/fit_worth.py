#!/usr/bin/env python3
"""Fit the weights of worth on annotated claims, and tell how well they carry over to articles that were not seen.

    python benchmarks/fit_worth.py FIT_DIR [HELD_OUT_DIR ...]

Each folder holds NAME.txt with NAME.json beside it. Prints the average precision and the base rate of FIT_DIR (each
article scored by weights fitted on the others) and of each other folder (by weights fitted on all of FIT_DIR), then the
weights as they stand in words/worth.yaml. The annotated spans and attributes are taken as given.
"""

import json
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from claims.domain.quantity import Quantity
from claims.extract.language import parse
from claims.extract.worth import Feature, features_of

PENALTY = 2.0
"""L2 penalty on each weight but the intercept; chosen among 0.5, 1, 2, 4, 8 by the cross-validated figure of FIT_DIR."""
STEPS = 50

Row = tuple[tuple[Feature, ...], bool]


def rows(folder: Path) -> dict[str, list[Row]]:
    """Return the claims of each article as features and whether the annotator would check them."""
    found: dict[str, list[Row]] = {}
    for path in sorted(folder.glob("*.json")):
        text = path.with_suffix(".txt").read_bytes().decode("utf-8")
        tokens = parse(text).tokens
        found[path.stem] = [
            (
                features_of(
                    quote=claim["quote"],
                    kind=claim["kind"],
                    quantities=[Quantity.model_validate(each) for each in claim["quantities"]],
                    has_deadline=claim["deadline"] is not None,
                    speaker=claim["speaker"],
                    negative=claim["polarity"] == "negative",
                    tokens=[token for token in tokens if claim["start"] <= token.start < claim["end"]],
                ),
                bool(claim["checkworthy"]),
            )
            for claim in json.loads(path.read_text("utf-8"))["claims"]
        ]
    return found


def fit(data: list[Row], penalty: float = PENALTY) -> dict[str, float]:
    """Return the weights of a logistic regression with an L2 penalty, by Newton's method."""
    names = ["any claim", *sorted({name for features, _ in data for name, _ in features})]
    place = {name: number for number, name in enumerate(names)}
    x = np.zeros((len(data), len(names)))
    x[:, 0] = 1
    for number, (features, _) in enumerate(data):
        for name, value in features:
            x[number, place[name]] = value
    y = np.array([good for _, good in data], dtype=float)
    w, ridge = np.zeros(len(names)), np.diag([1e-6, *[penalty] * (len(names) - 1)])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ w))
        w = w + np.linalg.solve(x.T @ (x * (p * (1 - p))[:, None]) + ridge, x.T @ (y - p) - ridge @ w)
    return {name: round(float(weight), 2) for name, weight in zip(names, w, strict=True)}


def scores(weights: dict[str, float], data: list[Row]) -> list[tuple[float, bool]]:
    """Return the score of each claim and whether it is worth checking."""
    start = weights["any claim"]
    return [(start + sum(weights.get(name, 0.0) * value for name, value in features), good) for features, good in data]


def average_precision(ranked: list[tuple[float, bool]]) -> float:
    """Return the average precision; equal scores are taken in the least favourable order."""
    hits, total = 0, 0.0
    for place, (_, good) in enumerate(sorted(ranked, key=lambda row: (-row[0], row[1])), 1):
        if good:
            hits += 1
            total += hits / place
    return total / hits if hits else 0.0


def crossed(articles: dict[str, list[Row]], penalty: float = PENALTY) -> list[tuple[float, bool]]:
    """Return the scores of each article by weights fitted on all the others."""
    ranked: list[tuple[float, bool]] = []
    for name, own in articles.items():
        weights = fit([row for other, data in articles.items() if other != name for row in data], penalty)
        ranked += scores(weights, own)
    return ranked


def told(name: str, ranked: list[tuple[float, bool]]) -> str:
    """Return one line: how many claims, the base rate, the average precision and how far it is above."""
    base = sum(good for _, good in ranked) / len(ranked)
    precision = average_precision(ranked)
    figures = f"base rate {base:.3f}  average precision {precision:.3f}  above {precision - base:+.3f}"
    return f"{name:<12} {len(ranked):4d} claims  {figures}"


def main(folders: list[str]) -> int:
    """Print the figures and the weights; return the exit code."""
    if not folders:
        sys.stderr.write(__doc__ or "")
        return 2
    articles = rows(Path(folders[0]))
    for penalty in (0.5, 1.0, 2.0, 4.0, 8.0):
        print(f"penalty {penalty:<4}", told("crossed", crossed(articles, penalty)))
    weights = fit([row for data in articles.values() for row in data])
    for folder in folders[1:]:
        held = [row for data in rows(Path(folder)).values() for row in data]
        print(told(Path(folder).name, scores(weights, held)))
    print("weights:")
    for name, weight in sorted(weights.items(), key=lambda item: -abs(item[1])):
        print(f"  {json.dumps(name)}: {weight}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
