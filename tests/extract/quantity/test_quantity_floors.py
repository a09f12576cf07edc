"""Quantities inside the annotated claims of the development sets: floors that only rise."""

import importlib.util
import json
from pathlib import Path

import pytest

from claims.extract.language import parse
from claims.extract.quantity import find, within


@pytest.mark.parametrize(("folder", "floor", "values_floor"), [("dev", 0.97, 0.98), ("dev2", 0.92, 0.97)])
def test_f1_given_the_annotated_spans(shared: Path, folder: str, floor: float, values_floor: float) -> None:
    spec = importlib.util.spec_from_file_location("score", shared / "eval/extraction/score.py")
    assert spec is not None
    assert spec.loader is not None
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    counts = {False: [0, 0, 0], True: [0, 0, 0]}
    for path in sorted((shared / "eval/extraction" / folder).glob("*.json")):
        with path.with_suffix(".txt").open(encoding="utf-8", newline="") as file:
            text = file.read()
        quantities = find(text, parse(text).tokens)
        for claim in json.loads(path.read_text(encoding="utf-8"))["claims"]:
            got = [each.quantity.model_dump() for each in within(quantities, claim["start"], claim["end"])]
            for values_only, count in counts.items():
                gold = score.quantity_set(claim["quantities"], values_only)
                mine = score.quantity_set(got, values_only)
                count[0] += len(gold & mine)
                count[1] += len(mine)
                count[2] += len(gold)
    assert score.f1(*counts[False])[2] >= floor
    assert score.f1(*counts[True])[2] >= values_floor
