"""Finding: which claims a filter asks for on a day, in the order a desk wants them; and ids from their beginnings.

One SELECT answers for every day. A claim with nothing on it after the day is read from the index, by the view `listed`; the
others are folded for the day into a table of the same shape, in memory, and asked the same.
"""

import sqlite3
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from claims.domain.filters import Filter
from claims.errors import NotFound
from claims.store.database import Database, Lite
from claims.store.row import Listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.domain.plan import Plan
    from claims.store.folding import Folded

_COLUMNS = (
    "id, text, quote, kind, polarity, speaker, quoted, publisher, article, made, when_text, deadline, first_deadline, "
    "moved, quantities, subject, measure, score, word, verdict_by, verdict_person, review, supporting, refuting, "
    "first_number"
)
VIEW = (
    *("id", "text", "quote", "folded", "kind", "polarity", "speaker", "speaker_folded", "quoted", "publisher"),
    *(
        "publisher_folded",
        "article",
        "made",
        "when_text",
        "deadline",
        "first_deadline",
        "moved",
        "through",
        "quantities",
    ),
    *("subject", "measure", "score", "first_number", "word", "verdict_by", "verdict_person", "supporting", "refuting"),
    *("first_support", "latest_day", "review"),
)
"""The columns of the view `listed`; a test holds the two to each other."""
SCHEDULE = """CASE
 WHEN deadline IS NULL THEN 'undated'
 WHEN first_support IS NOT NULL AND refuting = 0 AND first_support > COALESCE(first_deadline, deadline) THEN 'met-late'
 WHEN first_support IS NOT NULL AND refuting = 0 AND (NOT through OR :today > deadline) THEN 'met'
 WHEN :today <= deadline THEN CASE WHEN deadline - :today <= :window THEN 'due' ELSE 'upcoming' END
 WHEN refuting > 0 AND supporting = 0 THEN 'missed'
 ELSE 'overdue' END"""
"""domain.standing.schedule_of as SQL; a property test holds the two equal."""
_STATUS = "CASE WHEN word <> 'open' THEN word WHEN schedule IN ('overdue', 'due') THEN schedule ELSE 'open' END"
RANK = {"overdue": 0, "due": 1, "upcoming": 2, "met": 3, "met-late": 3, "missed": 3, "undated": 4}
"""Longest overdue first, then due, upcoming, what its evidence has decided, and undated by worth."""
SETTLED = 5
"""What has a verdict comes behind what has none."""
_CASES = " ".join(f"WHEN schedule = '{schedule}' THEN {rank}" for schedule, rank in RANK.items())
_RANK = f"CASE WHEN word <> 'open' THEN {SETTLED} {_CASES} END"
_ORDER = f"{_RANK}, COALESCE(deadline, 0), score DESC, first_number, id"


class Looks(NamedTuple):
    """What rules want looked at again on a day, though nobody may have written it down yet."""

    plan: "Plan"
    """The rulebooks in force, which the index is asked by."""
    folded: frozenset[str]
    """Of the claims that the index does not hold as they stood on the day, those that they ask for."""


def find(
    database: Database, wanted: Filter, day: date, window: int, known: int | None = None, looks: Looks | None = None
) -> list[Listed]:
    """Return the claims that a filter asks for, as they stand on a day, in order.

    `window` is in days: so long before its deadline a claim is due. `known`, microseconds since 1970, leaves out what
    was recorded later; None asks for all. With `looks`, what rules ask for counts as flagged already.
    """
    sql, parameters = _select(wanted, day, window)
    flagged = frozenset() if looks is None else looks.folded
    if known is not None:
        return _asked(_folded(database, "WHERE e.recorded <= :known", day, flagged, known=known), sql, parameters)
    if looks is None:
        rows = database.rows(sql, **parameters)
    else:
        from claims.store.judging import asking

        of_rules, more = asking(database, looks.plan, day.toordinal())
        review = f"CASE WHEN id IN ({of_rules}) THEN 'recheck' ELSE review END AS review"
        rows = database.rows(_select(wanted, day, window, review)[0], **parameters, **more)
    found = [Listed._make(values) for values in rows]
    if not database.rows("SELECT 1 FROM fact WHERE latest_day > :today LIMIT 1", today=day.toordinal()):
        return found
    where = "WHERE ec.claim IN (SELECT claim FROM fact WHERE latest_day > :today)"
    found += _asked(_folded(database, where, day, flagged, today=day.toordinal()), sql, parameters)
    return sorted(found, key=_place)


def _select(wanted: Filter, today: date, window: int, review: str = "review") -> tuple[str, dict[str, object]]:
    parameters: dict[str, object] = {"today": today.toordinal(), "window": window}
    inner = ["latest_day <= :today"]
    outer: list[str] = []

    def among(column: str, values: tuple[str, ...], conditions: list[str]) -> None:
        if values:
            names = [f"{column}_{n}" for n in range(len(values))]
            parameters.update(zip(names, values, strict=True))
            conditions.append(f"{column} IN ({', '.join(':' + name for name in names)})")

    def part(column: str, text: str, name: str) -> None:
        escaped = text.casefold().replace("!", "!!").replace("%", "!%").replace("_", "!_")
        parameters[name] = f"%{escaped.encode('utf-8', 'replace').decode().replace(chr(0), '?')}%"
        inner.append(f"{column} LIKE :{name} ESCAPE '!'")

    among("kind", wanted.kinds, inner)
    among("review", wanted.reviews, outer)
    among("schedule", wanted.schedules, outer)
    if wanted.due_from is not None:
        inner.append("deadline >= :due_from")
        parameters["due_from"] = wanted.due_from.toordinal()
    if wanted.due_until is not None:
        inner.append("deadline <= :due_until")
        parameters["due_until"] = wanted.due_until.toordinal()
    if wanted.speaker is not None:
        part("speaker_folded", wanted.speaker, "speaker")
    if wanted.publisher is not None:
        part("publisher_folded", wanted.publisher, "publisher")
    if wanted.article is not None:
        inner.append("article >= :article_from AND article < :article_until")
        parameters |= {"article_from": wanted.article.casefold(), "article_until": wanted.article.casefold() + "~"}
    for number, word in enumerate(wanted.words):
        part("folded", word, f"word_{number}")
    if wanted.statuses:
        outer.append(_status(wanted.statuses, parameters))
    columns = _COLUMNS.replace(" review,", f" {review},")
    sql = (
        f"SELECT {_COLUMNS}, schedule, {_STATUS} FROM (SELECT {columns}, {SCHEDULE} AS schedule FROM listed"  # noqa: S608
        f" WHERE {' AND '.join(inner)}) AS c WHERE {' AND '.join(outer) or '1 = 1'} ORDER BY {_ORDER}"
    )
    return sql, parameters


def _status(statuses: tuple[str, ...], parameters: dict[str, object]) -> str:
    conditions = []
    for number, status in enumerate(statuses):
        name = f"status_{number}"
        if status == "all":
            conditions.append("word <> 'dismissed'")
        elif status in ("due", "overdue"):
            conditions.append(f"word = 'open' AND schedule = :{name}")
            parameters[name] = status
        else:
            conditions.append(f"word = :{name}")
            parameters[name] = status
    return "(" + " OR ".join(conditions) + ")"


def _folded(
    database: Database, where: str, day: date, flagged: frozenset[str], **parameters: object
) -> "Iterable[tuple[object, ...]]":
    """Yield the rows of claims as they stand on a day, folded from their entries, as VIEW has them."""
    from claims.store.folding import by_claim, folded  # the domain's classes, wanted for past days only
    from claims.store.index import IN_ORDER, OF_CLAIMS

    for _, entries in by_claim(database.stream(f"{OF_CLAIMS} {where} {IN_ORDER}", **parameters)):
        if (each := folded(entries, day)) is not None:
            yield _viewed(each, each.row.id in flagged)


def _viewed(folded: "Folded", flagged: bool) -> tuple[object, ...]:
    facts = folded.facts
    flagged = flagged or facts.flag_rule is not None
    review = "recheck" if flagged else "unreviewed" if facts.looked is None else "reviewed"
    also = {"review": review, "latest_day": 0}
    return tuple(also[n] if n in also else getattr(folded.row if n in folded.row._fields else facts, n) for n in VIEW)


def _asked(rows: "Iterable[tuple[object, ...]]", sql: str, parameters: dict[str, object]) -> list[Listed]:
    """Ask the SELECT of rows that are in no table, by putting them in one, in memory."""
    memory = Lite(sqlite3.connect(":memory:", isolation_level=None), "memory", writable=True)
    try:
        memory.rows(f"CREATE TABLE listed ({', '.join(VIEW)})")
        with memory.transaction():
            memory.insert("listed", VIEW, rows)
        return [Listed._make(values) for values in memory.rows(sql, **parameters)]
    finally:
        memory.close()


def _place(found: Listed) -> tuple[int, int, float, int, str]:
    """The order of `_ORDER`, for what comes from two tables."""
    rank = RANK[found.schedule] if found.verdict == "open" else SETTLED
    return rank, found.deadline_ordinal or 0, -found.score, found.number, found.id


DUE_WINDOW = 14
"""Days; domain.standing.DUE_WINDOW, which a list must not import (a test holds the two equal)."""
NAMED = 5
"""So many of the ids that a beginning fits are named."""
_ALIKE = str.maketrans("oil", "011")
"""Letters that ids leave out, as what a reader took them for."""


def claim_named(database: Database, beginning: str) -> str:
    """Return the id of the one claim that begins so. Raises NotFound where none does, or several do."""
    return _named(database, "claim", beginning.strip().casefold().translate(_ALIKE), beginning)


def article_named(database: Database, beginning: str) -> str:
    """Return the id of the one article that begins so. Raises NotFound where none does, or several do."""
    return _named(database, "article", beginning.strip().casefold(), beginning)


def _named(database: Database, table: str, beginning: str, given: str) -> str:
    where = " AND stands" if table == "article" else ""
    sql = f"SELECT DISTINCT id FROM {table} WHERE id >= :low AND id < :high{where} ORDER BY id LIMIT {NAMED + 1}"  # noqa: S608
    printable = beginning.isascii() and beginning.isalnum()
    found = [str(row[0]) for row in database.rows(sql, low=beginning, high=beginning + "~")] if printable else []
    if len(found) == 1 or (found and found[0] == beginning):
        return found[0]
    if not found:
        raise NotFound(f"no {table} on this ledger begins with {given!r}; `claims list --status all` shows their ids")
    shown = ", ".join(each[: len(beginning) + 4] for each in found[:NAMED]) + (
        " and more" if len(found) > NAMED else ""
    )
    raise NotFound(f"{given!r} is the beginning of more than one {table}: {shown}; give more of the id")
