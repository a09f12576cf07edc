"""Kill -9 in the middle of adding many articles: each is on the ledger wholly or not at all, and the rest can follow."""

import json
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from claims.cli.main import main

COUNT = 16


def _articles(folder: Path) -> None:
    """Write articles of our own, each with two dozen claims."""
    folder.mkdir()
    for n in range(COUNT):
        text = f"Town number {n}\n\n" + "\n\n".join(
            f"Mayor Ada Quill{n} said the town would build {k + 2} schools by the end of {2030 + k}. "
            f"The town has {n + 1},{k}00 people and bought {k + 3} buses in 2021."
            for k in range(8)
        )
        (folder / f"town{n:02}.txt").write_text(text, encoding="utf-8")


def _filed(ledger: Path) -> int:
    """Return how many articles a reader beside the writer sees."""
    if not ledger.exists():
        return 0
    try:
        with closing(sqlite3.connect(f"file:{ledger}?mode=ro", uri=True, timeout=5)) as connection:
            return int(connection.execute("SELECT count(*) FROM entry WHERE type = 'ArticleFiled'").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


def _run(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    capsys.readouterr()
    assert main([*words]) == 0
    return capsys.readouterr().out


def test_a_killed_add_leaves_whole_articles_and_can_be_given_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _articles(tmp_path / "towns")
    ledger = tmp_path / "desk.db"
    words = ["add", str(tmp_path / "towns"), "--published", "2024-03-04", "--db", str(ledger), "--as", "mira"]
    running = subprocess.Popen(
        [sys.executable, "-m", "claims", *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    deadline = time.monotonic() + 120
    while not 0 < _filed(ledger) < COUNT and running.poll() is None and time.monotonic() < deadline:
        time.sleep(0.005)
    running.send_signal(signal.SIGKILL)
    running.wait()
    seen = _filed(ledger)
    assert 0 < seen < COUNT, f"killed after {seen} of {COUNT} articles: not in the middle"

    assert "nothing changed" in _run(capsys, "audit", "--db", str(ledger))
    for article in json.loads(_run(capsys, "articles", "--format", "json", "--db", str(ledger))):
        rows = json.loads(
            _run(capsys, "list", f"article:{article['id']}", "--status", "all", "--format", "json", "--db", str(ledger))
        )
        assert len(rows) == article["claims"] > 0

    said = _run(capsys, *words)
    assert said.count("on the ledger already") == seen
    listed = json.loads(_run(capsys, "articles", "--format", "json", "--db", str(ledger)))
    assert len(listed) == len({each["id"] for each in listed}) == COUNT
    assert "nothing changed" in _run(capsys, "audit", "--db", str(ledger))
