"""Reading: all that was read of one article before its claims are taken one by one."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from claims.domain.article import Article
from claims.extract.atoms import Atom, atoms
from claims.extract.attribution import Report, reports
from claims.extract.attribution.innermost import innermost
from claims.extract.mentions import Mentions, mentions
from claims.extract.parse import Parse
from claims.extract.quantity import FoundQuantity, find
from claims.extract.quotations import Quotation, quotations_of
from claims.extract.time import TimeExpression, tag
from claims.extract.when import Timeline, timeline

# Marks and stops that may stand at a claim's edge without belonging to what is quoted.
_EDGES = " \t\r\n.,;:!?…\"'“”‘’«»()"


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with its parse and what lies over the whole of it, each list in text order."""

    article: Article
    parse: Parse
    names: Mentions
    quotations: tuple[Quotation, ...]
    reports: tuple[Report, ...]
    atoms: tuple[Atom, ...]
    times: tuple[TimeExpression, ...]
    quantities: tuple[FoundQuantity, ...]
    timeline: Timeline
    reaches: tuple[int, ...]
    """For each report the farthest end of it and all before it, so that those over a place are found quickly."""

    def report_of(self, atom: Atom) -> Report | None:
        """Return the report that an atom's speaker is taken from, or None where the article speaks itself."""
        first = bisect_right(self.reaches, atom.start)
        last = bisect_left(self.reports, atom.end, key=lambda report: report.start)
        return innermost(self.parse, self.reports[first:last], atom.start, atom.end) if first < last else None

    def is_quoted(self, atom: Atom) -> bool:
        """Tell whether all of an atom stands inside one pair of quotation marks."""
        text, start, end = self.parse.text, atom.start, atom.end
        while start < end and text[start] in _EDGES:
            start += 1
        while start < end and text[end - 1] in _EDGES:
            end -= 1
        place = bisect_right(self.quotations, start, key=lambda quotation: quotation.start) - 1
        return place >= 0 and end <= self.quotations[place].end

    def times_in(self, atom: Atom) -> Sequence[TimeExpression]:
        """Return the time expressions that begin inside an atom."""
        first = bisect_left(self.times, atom.start, key=lambda each: each.start)
        return self.times[first : bisect_left(self.times, atom.end, key=lambda each: each.start)]

    def quantities_in(self, atom: Atom) -> Sequence[FoundQuantity]:
        """Return the quantities that begin inside an atom."""
        first = bisect_left(self.quantities, atom.start, key=lambda each: each.start)
        return self.quantities[first : bisect_left(self.quantities, atom.end, key=lambda each: each.start)]


def read(article: Article, parse: Parse) -> Reading:
    """Read what lies over an article as a whole: its names, quotations, reports, atoms, times and quantities."""
    quotations = quotations_of(parse)
    names = mentions(parse, quotations)
    said = reports(parse, names)
    found = atoms(parse, said, article.title)
    times = tag(article.text, article.published)
    reach, reaches = 0, []
    for report in said:
        reach = max(reach, report.end)
        reaches.append(reach)
    return Reading(
        article=article,
        parse=parse,
        names=names,
        quotations=quotations,
        reports=said,
        atoms=found,
        times=times,
        quantities=find(article.text, parse.tokens),
        timeline=timeline(parse, found, times, article.published),
        reaches=tuple(reaches),
    )
