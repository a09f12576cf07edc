"""The deadlines that phrases set: a table of our own, all of which must be right."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from claims.extract.time import tag

_TABLE: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("deadlines.yaml").read_text("utf-8"))
CASES: list[tuple[str, date | None]] = [(text, day) for text, day in _TABLE["deadlines"]]


def test_the_table_is_long_enough() -> None:
    assert len({text for text, _ in CASES}) >= 120


@pytest.mark.parametrize(("text", "day"), CASES, ids=[text for text, _ in CASES])
def test_deadline(text: str, day: date | None) -> None:
    found = tag(text, _TABLE["published"])
    assert {e.deadline for e in found if e.deadline} == ({day} if day else set())
    assert any(e.marked for e in found) == (text in _TABLE["marked"])
