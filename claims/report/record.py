"""Record: what each speaker said and how it came out.

An attributed claim counts for its speaker, never for the publisher that reported it. Speakers who are not named
("officials") and claims that nobody is named for are counted in rows of their own and never ranked. Below `LEAST`
settled claims no rate is given: it would say more about chance than about the speaker.
"""

from collections import defaultdict
from collections.abc import Iterable

from claims.domain.base import Model
from claims.report.view import ClaimView

LEAST = 5
_COMMON = frozenset(
    "officials official authorities police analysts analyst experts expert scientists researchers doctors witnesses "
    "residents critics supporters spokesman spokeswoman spokesperson sources source reports report media government "
    "lawyers prosecutors economists investors people some many others".split()
)
"""Words that name a role or a crowd and may stand at the head of a sentence with a capital letter."""


class SpeakerRecord(Model):
    """One speaker's claims: how many, how many are open, and how the settled ones came out."""

    speaker: str
    named: bool
    claims: int
    open: int
    overdue: int
    unreviewed: int
    verified: int
    partly: int
    refuted: int
    other: int
    """Conflicting, unresolvable and superseded."""
    rate: float | None
    """Verified of verified, partly and refuted; None under five of these."""


def records(views: Iterable[ClaimView]) -> tuple[SpeakerRecord, ...]:
    """Return a row for each speaker, named ones with most claims first; dismissed claims are not counted."""
    by: dict[str | None, list[ClaimView]] = defaultdict(list)
    names: dict[str, str] = {}
    for each in views:
        if each.verdict != "dismissed":
            key = each.speaker.casefold() if each.speaker else None
            if key is not None and each.speaker:
                names.setdefault(key, each.speaker)
            by[key].append(each)
    rows = [
        _row(names[key] if key else "nobody named", key is not None and is_named(names[key]), by[key]) for key in by
    ]
    return tuple(sorted(rows, key=lambda row: (not row.named, row.speaker == "nobody named", -row.claims, row.speaker)))


def is_named(speaker: str) -> bool:
    """Tell whether a speaker is a named person or body, not a role or a crowd."""
    words = [word.strip("'’\".,") for word in speaker.split()]
    return any(word[:1].isupper() and word.casefold() not in _COMMON for word in words)


def _row(speaker: str, named: bool, views: list[ClaimView]) -> SpeakerRecord:
    words = [each.verdict for each in views]
    verified, partly, refuted = (words.count(word) for word in ("verified", "partly", "refuted"))
    settled = verified + partly + refuted
    return SpeakerRecord(
        speaker=speaker,
        named=named,
        claims=len(views),
        open=words.count("open"),
        overdue=sum(each.status == "overdue" for each in views),
        unreviewed=sum(each.review == "unreviewed" for each in views),
        verified=verified,
        partly=partly,
        refuted=refuted,
        other=len(words) - settled - words.count("open"),
        rate=verified / settled if named and settled >= LEAST else None,
    )
