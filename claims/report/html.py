"""HTML: a report as one page that can be mailed: no script, nothing loaded from elsewhere, all text escaped."""

from functools import cache
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from claims.domain.claim import SHOWN
from claims.report.chart import COLOURS, bar
from claims.report.history import shown
from claims.report.phrases import came_out, falls_due, heading, says, stands, summary
from claims.report.report import Report


def html(report: Report) -> str:
    """Return the report as an HTML page in UTF-8."""
    return _page().render(
        report=report,
        bar=bar(report.statuses),
        heading=heading(report),
        summary=summary(report),
    )


def link(address: str | None) -> str | None:
    """Return the address where it is a web address that may stand in a link, else None."""
    if not address:
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.netloc else None


@cache
def _page() -> Template:
    environment = Environment(
        loader=PackageLoader("claims.report", "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        shown=shown, came_out=came_out, falls_due=falls_due, says=says, stands=stands, link=link, colours=COLOURS
    )
    environment.filters["short"] = lambda identity: str(identity)[:SHOWN]
    return environment.get_template("report.html")
