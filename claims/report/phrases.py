"""Phrases: the short lines that all forms of a report share."""

from claims.report.record import SpeakerRecord
from claims.report.report import Report
from claims.report.view import ClaimView


def says(claim: ClaimView) -> str:
    """Return who says it, and where it was read."""
    who = claim.speaker or "nobody named"
    where = ", ".join(each for each in (claim.title and f"“{claim.title}”", claim.publisher) if each)
    if not claim.article:
        return f"{who}, entered by hand {claim.made}"
    return f"{who}, in {where or 'an article'} of {claim.made}"


def falls_due(claim: ClaimView) -> str | None:
    """Return the deadline in words, with the first one where it was moved."""
    if claim.deadline is None:
        return None
    moved = f" (first {claim.first_deadline})" if claim.first_deadline else ""
    return f"by {claim.deadline}{moved}, {claim.schedule}"


def stands(claim: ClaimView) -> str:
    """Return the status with the rule or person behind it and the reason."""
    if claim.verdict == "open":
        return str(claim.status)
    by = claim.decided_by if claim.by_person else f"rule {claim.decided_by}"
    rating = f", rated {claim.rating}" if claim.rating else ""
    head = f"{claim.verdict} on {claim.decided} by {by}{rating}" if claim.decided_by else claim.verdict
    return f"{head}: {claim.reason}" if claim.reason else head


def came_out(row: SpeakerRecord) -> str:
    """Return the rate of a speaker's settled claims in words, or why there is none."""
    settled = row.verified + row.partly + row.refuted
    if row.rate is not None:
        return f"{row.verified} of {settled} verified ({row.rate:.0%})"
    return "not ranked" if not row.named else f"{settled} settled, too few for a rate" if settled else "none settled"


def heading(report: Report) -> str:
    """Return the line that says what the report is of."""
    known = "" if report.known == "now" else f", as known at {report.known}"
    return f"Status of claims as of {report.day}{known}"


def summary(report: Report) -> str:
    """Return the totals in a sentence."""
    if not report.total:
        return "There are no claims on this ledger for that day; nothing could be checked."
    parts = ", ".join(f"{count} {name}" for name, count in report.statuses if count)
    dismissed = f" {report.dismissed} dismissed and not counted." if report.dismissed else ""
    claims = "1 claim" if report.total == 1 else f"{report.total} claims"
    articles = "1 article" if report.articles == 1 else f"{report.articles} articles"
    return f"{claims} from {articles}: {parts}.{dismissed}"
