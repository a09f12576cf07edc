"""Newsroom: a desk as the scenarios see it: a ledger in a folder of its own, and the real command line."""

import json
import shlex
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from claims.cli.main import main

ROOT = Path(__file__).parent.parent.parent
ARTICLES = ROOT / "fixtures" / "articles"


@dataclass
class Newsroom:
    """Runs commands as a person would and keeps what they answered."""

    folder: Path
    capture: pytest.CaptureFixture[str]
    actor: str = "mira"
    code: int = 0
    out: str = ""
    err: str = ""
    claim: str = ""
    """The claim that is spoken of."""
    spoilt: bool = False
    """A scenario spoilt the ledger on purpose."""

    @property
    def db(self) -> Path:
        """The ledger."""
        return self.folder / "desk.db"

    def run(self, *words: str) -> int:
        """Run a command; keep its exit code and what it wrote."""
        self.capture.readouterr()
        self.code = main([*words])
        self.out, self.err = self.capture.readouterr()
        return self.code

    def line(self, command: str) -> int:
        """Run a command line as written in a scenario, `CLAIM` standing for the claim spoken of, `ARTICLES` for the folder."""
        words = [self._filled(word) for word in shlex.split(command)]
        assert words[0] == "claims", "a command line begins with: claims"
        return self.run(*words[1:])

    def _filled(self, word: str) -> str:
        for name, value in {
            "CLAIM": self.claim,
            "ARTICLES": str(ARTICLES),
            "HERE": str(self.folder),
        }.items():
            word = word.replace(name, value)
        return word

    def rows(self, *words: str) -> list[dict[str, Any]]:
        """Return what `claims list` shows, with these words added."""
        assert self.run("list", "--format", "json", *words) == 0, self.err
        rows: list[dict[str, Any]] = json.loads(self.out)
        return rows

    def about(self, words: str, *more: str) -> dict[str, Any]:
        """Return the one claim whose text or quote has these words; the first of several in the list's order."""
        found = [
            row for row in self.rows("--status", "all", *more) if words in row["text"] or words in (row["quote"] or "")
        ]
        assert found, f"no claim has the words {words!r}"
        self.claim = found[0]["id"]
        return found[0]
