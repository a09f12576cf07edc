"""Rows: the same rows as a table for people, or as JSON, JSON lines or CSV for programs."""

import csv
import io
import json
import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import click

from claims.cli.saying import visible

Cell = str | int | float | bool | list[object] | dict[str, object] | None
Row = dict[str, Cell]

STYLES = {"overdue": "bold red", "due": "yellow", "verified": "green", "refuted": "magenta", "conflicting": "cyan"}
"""How a status looks on a terminal with colours."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: the key of its cells, its heading, and whether its text may wrap."""

    key: str
    heading: str
    wraps: bool = False
    right: bool = False


def show(rows: Iterable[Row], form: str, columns: Sequence[Column], empty: str) -> None:
    """Write rows to standard output; `empty` is what a person reads where there are none."""
    if form == "json":
        click.echo(json.dumps(list(rows), ensure_ascii=False, indent=1))
    elif form == "jsonl":
        for row in rows:
            click.echo(json.dumps(row, ensure_ascii=False))
    elif form == "csv":
        click.echo(as_csv(rows), nl=False)
    else:
        listed = list(rows)
        if not listed:
            click.echo(empty)
        elif sys.stdout.isatty():
            _rich_table(listed, columns)
        else:
            _plain_table(listed, columns)


def as_csv(rows: Iterable[Row]) -> str:
    """Return rows as CSV (RFC 4180); a text that a spreadsheet would take for a formula gets a leading apostrophe."""
    listed = list(rows)
    out = io.StringIO()
    if listed:
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow(listed[0])
        for row in listed:
            writer.writerow([_safe(cell) for cell in row.values()])
    return out.getvalue()


def _safe(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, list | dict):
        return json.dumps(cell, ensure_ascii=False)
    text = str(cell)
    return "'" + text if isinstance(cell, str) and text.lstrip(" ").startswith(_FORMULA) else text


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    return f"{cell:.2f}" if isinstance(cell, float) else visible(str(cell))


def _plain_table(rows: list[Row], columns: Sequence[Column]) -> None:
    """Write a table without lines or colours, one line a row, so that other tools can cut it up."""
    cells = [[column.heading for column in columns]]
    cells += [[" ".join(_text(row.get(column.key)).split()) for column in columns] for row in rows]
    widths = [max(len(line[i]) for line in cells) for i in range(len(columns))]
    for line in cells:
        parts = [
            cell.rjust(width) if column.right else cell.ljust(width)
            for cell, width, column in zip(line, widths, columns, strict=True)
        ]
        click.echo("  ".join(parts).rstrip())


def _rich_table(rows: list[Row], columns: Sequence[Column]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        table.add_column(
            column.heading,
            overflow="fold",
            no_wrap=not column.wraps,
            justify="right" if column.right else "left",
            ratio=1 if column.wraps else None,
        )
    for row in rows:
        texts = [Text(_text(row.get(column.key))) for column in columns]
        for text, column in zip(texts, columns, strict=True):
            if column.key == "status":
                text.stylize(STYLES.get(text.plain, ""))
        table.add_row(*texts)
    Console(no_color="NO_COLOR" in os.environ).print(table)
