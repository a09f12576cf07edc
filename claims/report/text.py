"""Text: a report for the terminal."""

import textwrap

from claims.domain.claim import SHOWN
from claims.report.history import shown
from claims.report.phrases import came_out, falls_due, heading, says, stands, summary
from claims.report.report import Item, Report

_WIDTH = 100


def text(report: Report) -> str:
    """Return the report as plain text, 100 letters wide at most."""
    lines = [heading(report), "=" * len(heading(report)), "", *textwrap.wrap(summary(report), _WIDTH)]
    if not report.total:
        return "\n".join(lines) + "\n"
    lines.append("review: " + ", ".join(f"{count} {name}" for name, count in report.reviews))
    for section in report.sections:
        title = f"{section.title} ({len(section.items)})"
        lines += ["", title, "-" * len(title)]
        if not section.items:
            lines.append("none")
        for item in section.items:
            lines += _item(item)
    lines += ["", "What was said, and how it came out", "-" * 34, *_speakers(report)]
    if report.rulebooks:
        lines += ["", "Rulebooks: " + ", ".join(report.rulebooks)]
    return "\n".join(lines) + "\n"


def _item(item: Item) -> list[str]:
    claim = item.claim
    body = [stands(claim), says(claim)]
    if due := falls_due(claim):
        body.append(due)
    if claim.recheck:
        body.append(f"look again: {claim.recheck}")
    body += [shown(each) for each in claim.evidence]
    head = textwrap.wrap(claim.text, _WIDTH, initial_indent=f"{claim.id[:SHOWN]}  ", subsequent_indent=" " * 10)
    rest = [
        row for each in body for row in textwrap.wrap(each, _WIDTH, initial_indent=" " * 10, subsequent_indent=" " * 12)
    ]
    return head + rest


def _speakers(report: Report) -> list[str]:
    names = [row.speaker for row in report.speakers]
    width = min(40, max((len(name) for name in names), default=7))
    rows = [f"{'speaker':<{width}}  claims  open  unreviewed  came out"]
    rows += [
        f"{textwrap.shorten(row.speaker, width):<{width}}  {row.claims:6}  {row.open:4}  {row.unreviewed:10}  "
        f"{came_out(row)}"
        for row in report.speakers
    ]
    return rows
