"""What is shipped: its size, licence and that it says what it was trained on."""

import json
import re
from pathlib import Path

from training.assemble import LICENCE, SOURCES
from training.shrink import packed_size

MODEL = Path(__file__).parents[2] / "claims" / "extract" / "model"
MOST_BYTES = 15_000_000


def test_the_pipeline_is_small() -> None:
    assert packed_size(MODEL / "pipeline") <= MOST_BYTES


def test_licence_and_sources_are_named() -> None:
    meta = json.loads((MODEL / "pipeline" / "meta.json").read_text(encoding="utf-8"))
    assert f"{meta['lang']}_{meta['name']}" == "en_claims_ud"
    assert meta["license"] == LICENCE
    assert [source["name"] for source in meta["sources"]] == [name for name, _, _ in SOURCES]
    licence = (MODEL / "LICENSE").read_text(encoding="utf-8")
    card = (MODEL / "README.md").read_text(encoding="utf-8")
    for name, _, address in SOURCES:
        assert address in licence, f"{name} is not attributed in LICENSE"
        assert name.split()[0].rstrip(",") in card, f"{name} is not in the card"


def test_no_addresses_of_the_training_texts_are_shipped() -> None:
    strings = json.loads((MODEL / "pipeline" / "vocab" / "strings.json").read_text(encoding="utf-8"))
    like_address = re.compile(r"\w@\w|https?:|www\.|\.(com|net|org)\b", re.IGNORECASE)
    assert [string for string in strings if like_address.search(string)] == []


def test_no_folder_of_the_training_machine_is_shipped() -> None:
    config = (MODEL / "pipeline" / "config.cfg").read_text(encoding="utf-8")
    assert not re.search(r'= "(\.|~)?/|\.spacy"', config)
