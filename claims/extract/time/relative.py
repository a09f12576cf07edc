"""Readers of units counted from a day: "last week", "the year", "two years ago", "a year earlier", "the same period last year"."""

from claims.extract.time import calendar
from claims.extract.time.context import Context, Found
from claims.extract.time.dates import year_of
from claims.extract.time.numbers import Count, count
from claims.extract.time.reading import Reading, at, duration, reference

_DATED = ("D", "W", "M", "Q", "Y", "10Y", "100Y", "1000Y")
_STEPS = {"last": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}
_SPANNING = frozenset({"over", "during", "for", "within", "in", "throughout"})
_OF_LEADS = frozenset(
    {
        "rest",
        "remainder",
        "most",
        "much",
        "half",
        "part",
        "course",
        "end",
        "start",
        "quarter",
        "months",
        "weeks",
        "days",
        "balance",
        "and",
        "quarters",
        "month",
    }
)
_CLAUSE = frozenset(
    {
        "of",
        "when",
        "that",
        "which",
        "who",
        "where",
        "he",
        "she",
        "they",
        "we",
        "i",
        "it",
        "you",
        "care",
        "job",
        "trip",
        "trader",
        "traders",
    }
)
_PERIODS = ["Q", "H", "M", "Y"]


def deictic(found: Found, context: Context) -> Reading | None:
    """A unit told by "last", "this", "next", "the same" or "the" alone, at the grain of the unit."""
    word, rel, det = found.word("unit"), found.kind("rel"), found.part("det") is not None
    if found.kind("unit") == "period":
        return _period(found, context, rel)
    grain = "Q" if found.kind("unit") == "quarter" else found.tokens.lexicon.code.get(word, "")
    if grain not in _DATED:
        return None
    if rel == "very":
        rel = found.kind("rel2")
    if rel in ("last", "next") and det and found.before in _SPANNING and grain not in ("D", "Q") and not found.mod:
        return duration(1, grain, "1")
    if rel == "past":
        return None if grain == "D" and not det else duration(1, grain, "1")
    if rel in ("this", "current"):
        return None if grain == "D" else at(context.anchor, grain, mod=found.mod, rule=f"this {word}: the article's")
    if rel in ("same", "that"):
        return at(context.recall(grain), grain, mod=found.mod, rule=f"that {word}: the one last mentioned")
    if rel == "latest" or (rel == "final" and grain == "Q"):
        return at(
            calendar.plus(context.anchor, -1, grain), grain, mod=found.mod, rule=f"the latest {word}: the last one over"
        )
    if rel in ("before", "after"):
        return _beside(found, context, grain, -1 if rel == "before" else 1)
    if rel in _STEPS:
        return _step(found, context, grain, rel, det)
    return None if rel else _the(found, context, grain)


def _step(found: Found, context: Context, grain: str, rel: str, det: bool) -> Reading | None:
    """One unit on or back: from the article's day, or from the one last mentioned for "the previous" and "the following"."""
    word = found.word("unit")
    if (rel == "last" and grain == "D") or (rel == "last" and found.part("unit") and grain == "D"):
        return None
    back = rel in ("previous", "following") or (rel == "next" and det)
    base = context.recall(grain) if back else context.anchor
    where = f"the {word} last mentioned" if back and context.mentioned(grain) else f"the article's {word}"
    return at(
        calendar.plus(base, _STEPS[rel], grain),
        grain,
        mod=found.mod,
        rule=f"{rel} {word}: counted from {where}",
    )


def _beside(found: Found, context: Context, grain: str, step: int) -> Reading | None:
    """The day before, the year after: only where nothing follows that it could be before or after."""
    if found.after.isalnum() and found.after not in (
        "and",
        "but",
        "in",
        "at",
        "with",
        "by",
        "for",
        "from",
        "as",
        "on",
        "to",
    ):
        return None
    return at(calendar.plus(context.recall(grain), step, grain), grain, rule="the one beside the one last mentioned")


def _the(found: Found, context: Context, grain: str) -> Reading | None:
    """The day, the week, the year: the one last mentioned, else the article's; a quarter the last one over."""
    word = found.word("unit")
    if found.tokens.capital(found.last - 1) and found.tokens.capital(found.last):
        return None  # "the Century Hotel"
    if (found.after in _CLAUSE or found.after in ("before", "after")) and not found.mod:
        return None
    if (
        found.before == "of"
        and grain in ("D", "Y")
        and not found.mod
        and found.tokens.at(found.first - 2) not in _OF_LEADS
    ):
        return None
    if grain == "Q":
        last = context.mentioned("Q") or calendar.plus(context.anchor, -1, "Q")
        return at(last, "Q", mod=found.mod, rule="the quarter: the one last mentioned, else the last one over")
    if found.mod and grain != "D":
        return at(context.anchor, grain, mod=found.mod, rule=f"the {word}: the article's")
    if grain in ("Y", "W", "M", "10Y", "100Y"):
        return at(
            context.anchor if grain in ("W", "10Y", "100Y") else context.recall(grain),
            grain,
            mod=found.mod,
            rule=f"the {word}: the one last mentioned",
        )
    return at(
        context.recall(grain), grain, mod=found.mod, rule=f"the {word}: the one last mentioned, else the article's"
    )


def _period(found: Found, context: Context, rel: str) -> Reading | None:
    known = context.latest_grain(_PERIODS)
    if rel not in ("same", "that", "latest") or known is None:
        return None
    return at(known[1], known[0], mod=found.mod, rule="that period: the one last mentioned")


def those(found: Found, _context: Context) -> Reading | None:
    """These days are now, those days are then."""
    if found.word("units") not in ("days", "years", "times"):
        return None
    return reference("PRESENT_REF" if found.kind("these") == "these" else "PAST_REF")


def straight(found: Found, context: Context) -> Reading | None:
    """A second consecutive day, the fifth straight quarter: the one that is spoken of."""
    if found.kind("unit") == "quarter":
        return _the(found, context, "Q")
    grain = found.tokens.lexicon.code[found.word("unit")]
    return at(context.recall("D") if grain == "D" else context.anchor, grain) if grain in ("D", "W", "M", "Y") else None


def same(found: Found, context: Context) -> Reading | None:
    """The same period last year, the year-ago quarter: what was last mentioned, in the other year."""
    known = context.latest_grain(["Q", "H", "M"])
    if found.part("back") or (found.part("whole") and found.kind("whole") == "a"):
        return _year_back(context)
    if not found.part("whole"):
        return _period(found, context, "same")
    year = year_of(found, "whole", context)
    if year is None:
        return None
    if found.kind("unit") == "quarter" and known is None:
        known = ("Q", calendar.plus(context.anchor, -1, "Q") or context.anchor)
    code = found.tokens.lexicon.code.get(found.word("unit"))
    if code in ("M", "D", "W"):
        base = context.recall(code)
        return at(calendar.plus(base, year - base.year, "Y"), code)
    if known is None:
        return at(calendar.make(year, 1, 1), "Y")
    return at(calendar.plus(known[1], year - known[1].year, "Y"), known[0])


def _year_back(context: Context) -> Reading | None:
    """A year before the quarter, half, month or year last mentioned; else the year before the article's."""
    known = context.latest_grain(_PERIODS) or ("Y", context.anchor)
    return at(calendar.plus(known[1], -1, "Y"), known[0], rule="a year before the period last mentioned")


def ago(found: Found, context: Context) -> Reading | None:
    """Two years ago, six weeks earlier, three days later, a week from now; at the grain of the unit."""
    word, back = found.word("unit"), found.kind("back")
    grain = "Q" if found.kind("unit") == "quarter" else found.tokens.lexicon.code[word]
    part = found.part("count")
    if back in ("before", "after", "previous") and (found.after.isalnum() or found.after in ("the",)):
        return None
    if found.after == "than" or found.kind("unit") == "quarter":
        return None
    number = count(found.tokens, *part) if part else Count(None)
    if part is None and "half" in found.tokens.at(found.first):
        number = Count(0.5)
    if found.part("more"):
        number = Count((number.value or 0) + 0.5)
    if grain.startswith("T") and back != "ago":
        return None
    if number.value is None:
        vague = "FUTURE_REF" if back in ("later", "after", "from") else "PAST_REF"
        return reference("FUTURE_REF" if vague == "FUTURE_REF" else "PAST_REF", "so long before or after, not counted")
    sign = 1 if back in ("later", "after", "from") else -1
    if grain == "Y" and back == "earlier" and number.value == 1 and context.latest_grain(_PERIODS):
        return _year_back(context)
    base = context.anchor
    if back in ("earlier", "before", "previous", "later", "after"):
        base = context.recall("Y" if grain.endswith("Y") else "D")
    elif back == "from":
        base = (
            calendar.plus_days(base, {"yesterday": -1, "tomorrow": 1}.get(found.tokens.sign(found.last - 1), 0)) or base
        )
    day = calendar.plus(base, sign * number.value, grain)
    shown = {"10Y": "Y", "100Y": "Y", "1000Y": "Y", "2W": "W", "TH": "D", "TM": "D", "TS": "D"}.get(grain, grain)
    if back == "from" and shown == "W":
        shown = "D"
    if grain == "Y" and number.value % 1:
        shown = "M"
    return at(
        day,
        shown,
        mod=None,
        rule=f"counted in {word.rstrip('s')}s from the {'article' if back in ('ago', 'from') else 'time last mentioned'}",
    )
