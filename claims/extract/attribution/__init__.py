"""Attribution: who an article says a thing from, in direct and indirect speech, and the innermost source of a claim."""

from claims.extract.attribution.innermost import speaker_of
from claims.extract.attribution.read import readings, reports
from claims.extract.attribution.report import Report, describe

__all__ = ["Report", "describe", "readings", "reports", "speaker_of"]
