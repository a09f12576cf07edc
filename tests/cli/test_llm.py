"""The second extractor from the command line, against a real server."""

import json
from pathlib import Path

import pytest

from claims.cli.main import main
from tests.extract.llm.server import claims, refuses, serving

ARTICLE = Path(__file__).parents[2] / "fixtures" / "articles" / "harbour" / "mill.txt"
JOBS = {
    "quote": "Norrland Paper will cut 300 jobs at its Ekfors mill by June",
    "text": "Norrland Paper will cut 300 jobs at its Ekfors mill by June 2024.",
    "kind": "commitment",
    "speaker": "Norrland Paper",
}


def test_claims_are_filed_with_what_was_refused_and_spent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    place = str(tmp_path / "desk.db")
    with serving(claims(JOBS, {**JOBS, "quote": "Norrland Paper will close the mill"})) as (url, _):
        monkeypatch.setenv("CLAIMS_LLM_URL", url)
        assert main(["add", str(ARTICLE), "--extractor", "llm", "--model", "small", "--db", place]) == 0
    told = capsys.readouterr()
    assert "1 claim, article" in told.out
    assert "refused, since the article does not have these words: Norrland Paper will close the mill" in told.err
    assert "1 questions, 100 tokens sent, 20 received" in told.err
    assert main(["list", "--format", "json", "--db", place]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["speaker"], row["deadline"], row["quantities"][0]["value"]) == ("Norrland Paper", "2024-06-30", 300)


def test_both_extractors_side_by_side(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    with serving(claims(JOBS)) as (url, _):
        monkeypatch.setenv("CLAIMS_LLM_URL", url)
        words = ["extract", str(ARTICLE), "--extractor", "llm", "--model", "small", "--beside", "--format", "json"]
        assert main(words) == 0
    rows = json.loads(capsys.readouterr().out)
    assert {row["found_by"].split()[0] for row in rows} == {"offline", "llm"}
    assert [row["start"] for row in rows] == sorted(row["start"] for row in rows)


def test_a_server_that_fails_files_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "desk.db"
    with serving(refuses(401)) as (url, _):
        monkeypatch.setenv("CLAIMS_LLM_URL", url)
        assert main(["add", str(ARTICLE), "--extractor", "llm", "--model", "small", "--db", str(place)]) == 4
    assert "check the key in CLAIMS_LLM_KEY" in capsys.readouterr().err
    assert not place.exists()


def test_a_model_has_to_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(ARTICLE), "--extractor", "llm"]) == 2
    assert "needs the model's name: --model NAME" in capsys.readouterr().err
