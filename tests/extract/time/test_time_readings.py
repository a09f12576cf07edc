"""What each kind of time expression is read as: sentences of our own, TIMEX3 type and value."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from claims.extract.time import tag

_GROUPS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("readings.yaml").read_text("utf-8"))
CASES = [(group["published"], text, expected) for group in _GROUPS for text, expected in group["cases"]]


@pytest.mark.parametrize(("on", "text", "expected"), CASES, ids=[text for _, text, _ in CASES])
def test_reading(on: date, text: str, expected: list[list[Any]]) -> None:
    found = [(e.text, e.type, e.value) for e in tag(text, on)]
    assert found == [(str(words), kind, str(value)) for words, kind, value in expected]
