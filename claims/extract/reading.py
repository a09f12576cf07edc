"""Reading: all that was read of one article before its claims are taken one by one."""

from dataclasses import dataclass

from claims.domain.article import Article
from claims.extract.atoms import Atom
from claims.extract.attribution.report import Report
from claims.extract.parse import Parse


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with its parse, the reports of what others say, and its atoms."""

    article: Article
    parse: Parse
    reports: tuple[Report, ...]
    atoms: tuple[Atom, ...]

    def report_of(self, atom: Atom) -> Report | None:
        """Return the report whose content an atom is, or None where the article says it itself."""
        return None if atom.report is None else self.reports[atom.report]
