"""All steps of the training on a handful of our own sentences: does one command still lead to a pipeline?"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import spacy

ROOT = Path(__file__).parents[2]
COPIES = 30
"""The parser learns no arc that it meets less than twenty times."""


@pytest.fixture
def treebanks(tmp_path: Path, trees_file: Path, names_file: Path) -> Path:
    folder = tmp_path / "treebanks"
    trees = trees_file.read_text(encoding="utf-8")
    for name, document in (("ewt", "web/mill.conllu"), ("gum", "GUM_news_mill")):
        lists, sources = (folder / name / "not-to-release" / part for part in ("file-lists", "sources"))
        lists.mkdir(parents=True)
        file = sources / (document if name == "ewt" else f"{document}.conllu")
        file.parent.mkdir(parents=True)
        file.write_text(trees * COPIES, encoding="utf-8")
        for split in ("train", "dev", "test"):
            (lists / f"files.{split}").write_text(document + "\n", encoding="utf-8")
    for path in (
        "uner/train_old.iob2",
        "uner/en_ewt-ud-dev.iob2",
        "uner/en_ewt-ud-test.iob2",
        "unerpud/en_pud-ud-test.iob2",
    ):
        (folder / path).parent.mkdir(exist_ok=True)
        shutil.copy(names_file, folder / path)
    (folder / "pud").mkdir()
    (folder / "pud/en_pud-ud-test.conllu").write_text(trees.replace("mill-", "n0-"), encoding="utf-8")
    (folder / "ner").mkdir()
    (folder / "ner/posts.conll").write_text("Tarn\tB-LOC\nis\tO\nflooded\tO\nagain\tO\n\n" * 10, encoding="utf-8")
    return folder


@pytest.mark.slow
def test_one_command_makes_a_pipeline(treebanks: Path, tmp_path: Path) -> None:
    work = tmp_path / "work"
    steps = {"SYNTAX_STEPS": "2", "NAMES_STEPS": "2", "PYTHON": sys.executable}
    done = subprocess.run(
        ["sh", ROOT / "training/train.sh", treebanks, work], env={**os.environ, **steps}, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    table = [line for line in done.stdout.splitlines() if line.startswith("| ")]
    assert [row.split("|")[1].strip() for row in table] == ["part", "---", "EWT test", "GUM test", "PUD", "PUD news"]
    doc = spacy.load(work / "pipeline")("Una Falk sold the mill.")
    assert all(token.pos_ and token.dep_ and token.lemma_ for token in doc)


def test_missing_folders_are_said() -> None:
    done = subprocess.run(["sh", ROOT / "training/train.sh"], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (
        2,
        "training/train.sh: give the folder of treebanks and a folder to write in\n",
    )
