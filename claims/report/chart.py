"""Chart: the totals as one bar in SVG, each part named and counted beside it, so that colour carries nothing alone."""

from claims.domain.base import Model

COLOURS = {
    "overdue": "#b3261e",
    "due": "#c77700",
    "open": "#7a7f87",
    "verified": "#1b7f4b",
    "partly": "#6b8f1a",
    "conflicting": "#7b4fb5",
    "unresolvable": "#4a5a78",
    "refuted": "#7d1d3f",
    "superseded": "#9aa0a6",
}


class Part(Model):
    """A stretch of the bar, in hundredths of its width."""

    name: str
    count: int
    colour: str
    left: float
    width: float


def bar(counts: tuple[tuple[str, int], ...]) -> tuple[Part, ...]:
    """Return the parts of the bar in order, those with a count only."""
    total = sum(count for _, count in counts)
    parts, left = [], 0.0
    for name, count in counts:
        if count:
            width = 100 * count / total
            parts.append(Part(name=name, count=count, colour=COLOURS[name], left=round(left, 3), width=round(width, 3)))
            left += width
    return tuple(parts)
