"""Render: a report in one of the formats."""

from collections.abc import Callable

from claims.report.html import html
from claims.report.markdown import markdown
from claims.report.report import Report
from claims.report.text import text


def _json(report: Report) -> str:
    return report.model_dump_json(indent=1) + "\n"


FORMATS: dict[str, Callable[[Report], str]] = {"text": text, "markdown": markdown, "html": html, "json": _json}
"""Each format by the name that `claims report --format` takes."""


def render(report: Report, name: str) -> str:
    """Return the report as text in the format of this name. Raises KeyError for another name."""
    return FORMATS[name](report)
