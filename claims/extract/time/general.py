"""Readers of the present, the past and the future in general: "now", "recently", "the near future"."""

from claims.extract.time.context import Context, Found
from claims.extract.time.reading import Reading, reference

_AT = frozenset({"at", "until", "to", "for", "in", "by"})
_NO_TIME = frozenset({"that", "shows", "infamous"})  # "now that" gives a reason, no time


def present(found: Found, _context: Context) -> Reading | None:
    """Now, currently, at the moment."""
    first = found.tokens.at(found.last - 1)
    if first in ("present", "moment") and (
        found.before not in _AT
        or (
            found.after.isalpha()
            and first == "present"
            and found.after not in ("and", "but", "the", "he", "it", "they")
        )
    ):
        return None
    if first == "moment" and found.before not in ("at", "for"):
        return None
    if first == "now" and found.after in _NO_TIME:
        return None
    return reference("PRESENT_REF")


def bygone(found: Found, _context: Context) -> Reading | None:
    """Recently, the past."""
    if (
        found.tokens.at(found.last - 1) == "past"
        and found.after.isalnum()
        and found.tokens.sign(found.last) not in ("", "other", "and", "of")
    ):
        return None
    return reference("PAST_REF")


def ahead(found: Found, _context: Context) -> Reading | None:
    """Soon, the future, the long term; an adjective ("future plans") counts only after "in" or "near"."""
    last = found.tokens.at(found.last - 1)
    if found.first + 1 == found.last and (
        last == "soon" or (last == "future" and (found.before != "in" or found.after.isalpha()))
    ):
        return None
    return reference("FUTURE_REF")
