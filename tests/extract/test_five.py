"""The five claims of the first real article, and sentences of our own that have to give the same attributes."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from claims.domain.article import Article
from claims.extract import Draft, extract

HERE = Path(__file__)
TABLE = yaml.safe_load(HERE.with_name("five.yaml").read_text(encoding="utf-8"))
ROWS = [(group, row) for group, rows in TABLE["groups"].items() for row in rows]
ARTICLE = HERE.parents[2] / "fixtures" / "articles" / "sco-moscow" / "sco-moscow.txt"


def said(draft: Draft, name: str) -> Any:
    """An attribute as the table writes it."""
    if name == "quantities":
        return [[each.value, each.unit, each.qualifier] for each in draft.quantities]
    value = getattr(draft, name)
    return value if value is None or name == "deadline" else str(value)


def found(drafts: tuple[Draft, ...], words: str) -> Draft:
    """The narrowest claim whose quote has these words."""
    fitting = [draft for draft in drafts if words in draft.quote]
    assert fitting, [draft.quote for draft in drafts]
    return min(fitting, key=lambda draft: len(draft.quote))


@pytest.mark.parametrize(("group", "row"), ROWS, ids=[row["text"][:60] for _, row in ROWS])
def test_sentences_of_our_own(group: str, row: dict[str, Any]) -> None:
    draft = found(extract(Article(text=row["text"], published=TABLE["published"])), row["has"])
    assert {name: said(draft, name) for name in row["is"]} == row["is"]


@pytest.fixture(scope="module")
def drafts() -> tuple[Draft, ...]:
    text = ARTICLE.read_bytes().decode()
    return extract(Article(text=text, published=date(2020, 9, 2)))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("first batch of S-400", {"kind": "commitment", "deadline": date(2021, 12, 31), "when": "2021"}),
        ("almost 44 per cent", {"kind": "statistic", "quantities": [[44, "percent", "<"]]}),
        ("eight member states", {"kind": "state", "quantities": [[8, "member states", None]]}),
        (
            "no such plan",
            {"kind": "commitment", "polarity": "negative", "speaker": "officials", "deadline": date(2020, 9, 4)},
        ),
        ("became a member of the SCO", {"kind": "event", "when": "2017"}),
    ],
)
def test_the_article(drafts: tuple[Draft, ...], words: str, expected: dict[str, Any]) -> None:
    draft = found(drafts, words)
    assert {name: said(draft, name) for name in expected} == expected
