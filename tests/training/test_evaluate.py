from pathlib import Path

import pytest
import spacy

from training.evaluate import Part, score, table
from training.names import read_name_book
from training.trees import read_trees

UNNAMED = "# sent_id = mill-2\n" + "\n".join(
    f"{number}\t{form}\tO\t-" for number, form in enumerate("A U.S. - based firm sold it .".split(), 1)
)


@pytest.fixture
def part(trees_file: Path, names_file: Path) -> Part:
    with names_file.open("a", encoding="utf-8") as file:
        file.write("\n" + UNNAMED + "\n")
    return Part("mill", tuple(read_trees(trees_file)), read_name_book(names_file).names_in)


def test_wrong_tokens_cost(part: Part) -> None:
    tally, _ = score(spacy.blank("en"), part)
    # 17 words and 17 tokens; "well-known" and "U.S.-based" fall otherwise, four words and four tokens
    assert tally.f1("tokens") == pytest.approx(100 * 13 / 17)
    assert (tally.f1("UPOS"), tally.f1("LAS"), tally.f1("sentences")) == (0, 0, 0)


def test_names_count_with_borders_and_label(part: Part) -> None:
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns(  # type: ignore[attr-defined]
        [{"label": "PER", "pattern": "Mara Quill"}, {"label": "ORG", "pattern": "Wexcombe"}]
    )
    tally, _ = score(nlp, part)
    assert tally.f1("PER") == 100
    assert tally.f1("PER", "ORG", "LOC") == 50
    assert tally.f1("borders") == 100


def test_the_table_has_a_row_for_each_part(part: Part) -> None:
    head, rule, row = table([("mill", *score(spacy.blank("en"), part))]).splitlines()
    assert head.count("|") == rule.count("|") == row.count("|")
    assert row.startswith("| mill | 17 | 76.5 |")
