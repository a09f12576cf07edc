from pathlib import Path

from claims.rules.facts import FACTS
from claims.rules.reference import page, rows

DOCS = Path(__file__).parents[2] / "docs" / "facts.md"


def test_the_page_is_the_table():
    assert DOCS.read_text(encoding="utf-8") == page(), (
        "make it anew: claims rules facts --format markdown > docs/facts.md"
    )


def test_every_fact_has_a_sentence():
    for fact in FACTS.values():
        assert fact.sentence.endswith(".")
        assert (fact.name, fact.sentence) in {(name, told[: len(fact.sentence)]) for name, _, told in rows()}
