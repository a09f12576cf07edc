"""README's tour, run as it stands: every command in a console block, its answer compared with what is printed there.

`pytest tests/test_readme.py --snapshot-update` writes the answers anew, to be read in the diff.
"""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from claims.cli.main import main
from tests.conftest import ROOT

README = ROOT / "README.md"
MOMENT = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d")
"""When an entry was recorded is another moment in each run."""
BLOCK = re.compile(r"(?<=```console\n)(.*?)(?=```)", re.DOTALL)


def _answers(block: str, capture: pytest.CaptureFixture[str]) -> Iterator[str]:
    """Yield the block as it should be: each command followed by what it answers on stdout."""
    for line in block.splitlines():
        if line.startswith("$ "):
            words = shlex.split(line[2:])
            assert words[0] == "claims"
            capture.readouterr()
            main(words[1:])
            yield f"{line}\n{MOMENT.sub('2026-11-23 09:00:00', capture.readouterr().out)}"


def test_the_tour_answers_as_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest
) -> None:
    (tmp_path / "fixtures").symlink_to(ROOT / "fixtures")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CLAIMS_DB", "desk.db")
    monkeypatch.setenv("CLAIMS_ACTOR", "mira")
    text = README.read_text(encoding="utf-8")
    blocks = BLOCK.findall(text)
    assert len(blocks) >= 3
    made = ["".join(_answers(block, capsys)) for block in blocks]
    if request.config.getoption("--snapshot-update"):
        written = iter(made)
        README.write_text(BLOCK.sub(lambda _: next(written), text), encoding="utf-8")
        return
    assert made == blocks
