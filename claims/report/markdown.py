"""Markdown: a report for a page or a message; all text of others escaped (CommonMark, with tables)."""

import re

from claims.domain.claim import SHOWN
from claims.report.history import shown
from claims.report.phrases import came_out, falls_due, heading, says, stands, summary
from claims.report.report import Item, Report

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~&])")


def markdown(report: Report) -> str:
    """Return the report as Markdown."""
    lines = [f"# {escaped(heading(report))}", "", escaped(summary(report))]
    if not report.total:
        return "\n".join(lines) + "\n"
    lines += ["", "| status | claims |", "| --- | ---: |"]
    lines += [f"| {name} | {count} |" for name, count in report.statuses]
    lines += ["", "Review: " + ", ".join(f"{count} {name}" for name, count in report.reviews)]
    for section in report.sections:
        lines += ["", f"## {escaped(section.title)}: {len(section.items)}", "", escaped(section.meaning)]
        for item in section.items:
            lines += ["", *_item(item)]
    lines += ["", "## What was said, and how it came out", "", *_speakers(report)]
    if report.rulebooks:
        lines += ["", escaped("Rulebooks: " + ", ".join(report.rulebooks))]
    return "\n".join(lines) + "\n"


def escaped(text: str) -> str:
    """Return the text with every mark that Markdown or HTML could read as its own escaped, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split())).replace("\\<", "&lt;")


def _item(item: Item) -> list[str]:
    claim = item.claim
    lines = [f"- **{escaped(claim.text)}** `{claim.id[:SHOWN]}`", f"  - {escaped(stands(claim))}"]
    lines.append(f"  - {escaped(says(claim))}")
    if due := falls_due(claim):
        lines.append(f"  - {escaped(due)}")
    if claim.quote:
        lines.append(f"  - In the words of the article: {escaped(f'“{claim.quote}”')}")
    if claim.recheck:
        lines.append(f"  - Look again: {escaped(claim.recheck)}")
    lines += [f"  - {escaped(shown(each))}" for each in claim.evidence]
    return lines


def _speakers(report: Report) -> list[str]:
    rows = ["| speaker | claims | open | unreviewed | came out |", "| --- | ---: | ---: | ---: | --- |"]
    rows += [
        f"| {escaped(row.speaker)} | {row.claims} | {row.open} | {row.unreviewed} | {escaped(came_out(row))} |"
        for row in report.speakers
    ]
    return rows
