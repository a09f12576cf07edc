"""The floors of extraction on four folders of annotated articles, just under what was measured."""

import json
import runpy
from pathlib import Path
from typing import Any

import pytest

from benchmarks.predict import extraction

SPANS = {"dev": 0.87, "dev2": 0.86, "open": 0.925, "held": 0.82}
"""Span F1 by folder; measured 2026-11-24 with the language model 0.2.0: 0.879, 0.867, 0.934, 0.830.

The model before it stood at 0.907 on `dev` and 0.98 for its speakers there, but had been trained on those very texts; the
one shipped now has seen none of them, so that the floors of that time no longer hold. Rules were made looking at `dev` and
`open`, never at `dev2` or `held`: those two tell what a new article can expect.
"""
# The worse of `dev` and `dev2` must reach this; measured 2026-11-24 with the model 0.2.0.
FLOORS = {
    "kind": 0.78,
    "polarity": 0.98,
    "quoted": 0.98,
    "speaker": 0.93,
    "speaker given": 0.80,
    "when": 0.82,
    "when given": 0.72,
    "deadline given": 0.60,
    "quantities": 0.87,
    "values": 0.92,
    "text": 0.799,
}
ANNOTATED = Path(__file__).parents[2] / "fixtures" / "articles" / "annotated"
MAIN_ARTICLE = (20, 0.7)
"""Of the 26 claims of the article that the demonstration reads, so many at such a precision."""


def scored(shared: Path, gold: Path, place: Path) -> dict[str, Any]:
    """What the scorer says of our claims for one folder."""
    extraction(gold, place)
    module = runpy.run_path(str(shared / "eval" / "extraction" / "score.py"))
    whole, articles = module["Tally"](), {}
    for path in sorted(gold.glob("*.json")):
        with path.with_suffix(".txt").open(encoding="utf-8", newline="") as handle:
            text = handle.read()
        claims, found = module["read_claims"](path), json.loads((place / path.name).read_text("utf-8"))["claims"]
        pairs = module["match"](claims, found, text, 0.5)
        whole.add(claims, found, pairs)
        articles[path.stem] = (len(pairs), len(pairs) / max(1, len(found)))
    return {**whole.report(), "articles": articles}


@pytest.mark.shared
def test_extraction_floor(shared: Path, tmp_path: Path) -> None:
    folders = {name: shared / "eval" / "extraction" / name for name in ("dev", "dev2")}
    folders |= {name: ANNOTATED / name for name in ("open", "held")}
    results = {name: scored(shared, folder, tmp_path / name) for name, folder in folders.items()}
    assert {name: result["f1"] for name, result in results.items() if result["f1"] < SPANS[name]} == {}
    worse = {name: min(results["dev"][name], results["dev2"][name]) for name in FLOORS}
    assert {name: value for name, value in worse.items() if value < FLOORS[name]} == {}
    matched, precision = results["dev"]["articles"]["sco-moscow"]
    assert matched >= MAIN_ARTICLE[0]
    assert precision >= MAIN_ARTICLE[1]
