"""Rows: the same rows as a table, JSON, JSON lines and CSV."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.cli.rows import Column, Row, as_csv, show

ROWS: list[Row] = [
    {"id": "a1", "text": "It rained,\nheavily.", "score": 0.5, "quantities": [{"value": 2}], "speaker": None},
    {"id": "b2", "text": " =cmd|' /C calc'!A0", "score": 0.25, "quantities": [], "speaker": "+49 30"},
]
COLUMNS = (Column("id", "id"), Column("score", "worth", right=True), Column("text", "claim", wraps=True))


def test_a_table_has_one_line_a_row_where_it_is_piped(capsys: pytest.CaptureFixture[str]) -> None:
    show(ROWS, "table", COLUMNS, "none")
    assert capsys.readouterr().out == (
        "id  worth  claim\na1   0.50  It rained, heavily.\nb2   0.25  =cmd|' /C calc'!A0\n"
    )


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_json_gives_the_values_back(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    show(ROWS, form, COLUMNS, "none")
    out = capsys.readouterr().out
    assert (json.loads(out) if form == "json" else [json.loads(line) for line in out.splitlines()]) == ROWS


def test_no_rows_are_an_empty_array_for_programs_and_words_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    show([], "json", COLUMNS, "No claims fit.")
    show([], "table", COLUMNS, "No claims fit.")
    assert capsys.readouterr().out == "[]\nNo claims fit.\n"


def test_a_spreadsheet_takes_no_text_for_a_formula() -> None:
    rows = list(csv.DictReader(io.StringIO(as_csv(ROWS))))
    assert [row["text"] for row in rows] == ["It rained,\nheavily.", "' =cmd|' /C calc'!A0"]
    assert [row["speaker"] for row in rows] == ["", "'+49 30"]
    assert rows[0]["quantities"] == '[{"value": 2}]'


def test_a_terminal_obeys_nothing_that_an_article_says(capsys: pytest.CaptureFixture[str]) -> None:
    show([{"id": "a1", "text": "It rained\x1b[2J\x9b1m\a."}], "table", (Column("text", "claim"),), "none")
    assert capsys.readouterr().out == "claim\nIt rained\ufffd[2J\ufffd1m\ufffd.\n"


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n\0"))))
def test_no_cell_begins_as_a_formula(texts: list[str]) -> None:
    read = list(csv.reader(io.StringIO(as_csv([{"a": text, "b": 1} for text in texts]), newline="")))
    assert [row[0].removeprefix("'") for row in read[1:]] == [text.removeprefix("'") for text in texts]
    assert not any(row[0].lstrip(" ").startswith(("=", "+", "-", "@", "\t")) for row in read[1:])
