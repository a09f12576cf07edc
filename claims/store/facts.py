"""Facts in SQL: each fact that a rule may ask, over the fact table; its Python stands in rules/facts.py.

A test holds the two tables to the same names, another their answers.
"""

from collections.abc import Callable, Mapping

from claims.domain.condition import Value
from claims.domain.plan import Clock, Terms
from claims.store.compile import Expr, Uncompilable, constant, number
from claims.store.fact_row import FactRow

STORED = (
    *("kind", "polarity", "hedge", "quoted", "speaker", "subject", "measure", "quantities", "sightings", "deadline"),
    *("first_deadline", "deadline_precision", "moved", "through", "supporting", "refuting", "partial", "reporting"),
    *("sound_supporting", "sound_refuting", "supporting_in_time", "supporting_late", "sound_supporting_in_time"),
    *("refuting_in_time", "refuting_late", "all_supporting", "all_refuting", "own_word", "best_grade_supporting"),
    *("worst_grade_supporting", "best_grade_refuting", "worst_grade_refuting", "best_information_supporting"),
    *("best_information_refuting", "first_support", "first_refute", "supersedes", "superseded"),
)
"""Facts that are a column of the fact table, by the same name."""
SINCE = {
    "age": "made",
    "days_overdue": "deadline",
    "days_since_supporting": "newest_supporting",
    "days_since_refuting": "newest_refuting",
    "days_since_evidence": "newest_evidence",
}
"""Facts that count the days since a day, each with its column."""
_TRUTHS = ("settled", "quoted", "through", "superseded", "verdict_person", "news")


def fact_table() -> Expr:
    """Return the fact table, under the name `fact`, without what SQLModel would cost."""
    import sqlalchemy as sa

    return sa.table("fact", *(sa.column(name, _type(name, hint)) for name, hint in FactRow.__annotations__.items()))


def _type(name: str, hint: object) -> Expr:
    import sqlalchemy as sa

    if name in _TRUTHS:
        return sa.Boolean()
    return sa.Text() if "str" in str(hint) else sa.BigInteger()


class Facts:
    """The facts of the claims in the fact table on a day, by one rulebook's settings, as expressions.

    `reached` gives the verdict that stands once the verdict rules have spoken (a word), and whether it is new; without it
    the facts that tell of the verdict are not to be had.
    """

    def __init__(
        self,
        table: Expr,
        today: int,
        terms: Terms,
        dialect: str,
        reached: tuple[Expr, Expr] | None = None,
    ) -> None:
        """Take the table's columns, the day's ordinal, the settings, and the database's name in SQLAlchemy."""
        self.columns = table.c
        self.today, self.terms, self.dialect, self.reached = today, terms, dialect, reached

    def named(self, name: str) -> Expr:
        """Return a fact, or whether it is known. Raises Uncompilable for a name that has no SQL."""
        if name in STORED:
            return self.columns[name]
        if name in _WORKED:
            return _WORKED[name](self)
        if name in SINCE:
            return self.ago(self.columns[SINCE[name]])
        if name.startswith("has_"):
            return self._known(name.removeprefix("has_"))
        raise Uncompilable(f"there is no SQL for {name}")

    def equals(self, name: str, value: Value) -> Expr | None:
        """Return whether a fact is a value, where that can be told more cheaply than by working the fact out."""
        if name == "schedule" and value in _SCHEDULE:
            return _SCHEDULE[str(value)](self)
        if name == "days_until_recheck" and value == 0 and not isinstance(value, bool):
            return recheck_day(self) <= number(self.today)
        return None

    def compares(self, name: str, op: str, value: Value) -> Expr | None:
        """Return whether a count of days stands so to a number, by the day it counts from; None where that cannot be told."""
        if name not in SINCE or isinstance(value, bool) or not isinstance(value, int):
            return None
        # None is fewer than 0 days ago, so that a day to come counts as today.
        if value < (0 if op in (">", "<=") else 1):
            return None
        column, day = self.columns[SINCE[name]], number(self.today - value)
        match op:
            case ">":
                return column < day
            case ">=":
                return column <= day
            case "<":
                return column > day
            case "<=":
                return column >= day
            case _:
                return None

    def ago(self, column: Expr) -> Expr:
        """Return the days since a day, 0 for one to come, NULL for none."""
        import sqlalchemy as sa

        return sa.case((column < number(self.today), number(self.today) - column), (column.is_not(None), number(0)))

    def _known(self, name: str) -> Expr:
        import sqlalchemy as sa

        if name == "days_to_deadline":
            return self.columns.deadline.is_not(None)
        if name == "days_late":
            return sa.and_(self.columns.first_support.is_not(None), self.columns.first_deadline.is_not(None))
        if name in ("confidence", "days_until_recheck"):
            return self.columns.newest_shown.is_not(None)
        if name in SINCE:
            return self.columns[SINCE[name]].is_not(None)
        return self.named(name).is_not(None)


def _left(facts: Facts) -> Expr:
    import sqlalchemy as sa

    deadline, today = facts.columns.deadline, number(facts.today)
    return sa.case((deadline > today, deadline - today), (deadline.is_not(None), number(0)))


def _late(facts: Facts) -> Expr:
    import sqlalchemy as sa

    late = facts.columns.first_support - facts.columns.first_deadline
    return sa.case((late > number(0), late), (late.is_not(None), number(0)))


def _schedule(facts: Facts) -> Expr:
    import sqlalchemy as sa

    return sa.case(*((test(facts), constant(word)) for word, test in _SCHEDULE.items()))


def _undated(facts: Facts) -> Expr:
    return facts.columns.deadline.is_(None)


def _sure(expression: Expr) -> Expr:
    """Turn unknown into no: the schedule of a claim is always known."""
    import sqlalchemy as sa

    return sa.func.coalesce(expression, sa.false())


def _promised(facts: Facts) -> Expr:
    import sqlalchemy as sa

    return sa.func.coalesce(facts.columns.first_deadline, facts.columns.deadline)


def _met(facts: Facts) -> Expr:
    import sqlalchemy as sa

    c = facts.columns
    held = sa.or_(sa.not_(c.through), c.deadline < number(facts.today))
    return _sure(sa.and_(c.first_support <= _promised(facts), c.refuting == number(0), held))


def _met_late(facts: Facts) -> Expr:
    import sqlalchemy as sa

    c = facts.columns
    return _sure(sa.and_(c.first_support > _promised(facts), c.refuting == number(0)))


def _missed(facts: Facts) -> Expr:
    import sqlalchemy as sa

    c = facts.columns
    past = c.deadline < number(facts.today)
    return _sure(sa.and_(past, c.refuting > number(0), c.supporting == number(0)))


def _overdue(facts: Facts) -> Expr:
    import sqlalchemy as sa

    c = facts.columns
    unsettled = sa.or_(
        sa.and_(c.refuting == number(0), c.first_support.is_(None)),
        sa.and_(c.refuting > number(0), c.supporting > number(0)),
    )
    return _sure(sa.and_(c.deadline < number(facts.today), unsettled))


def _ahead(facts: Facts, due: bool) -> Expr:
    import sqlalchemy as sa

    c = facts.columns
    window = number(facts.today + facts.terms.due)
    open_ = sa.or_(
        c.first_support.is_(None),
        c.refuting > number(0),
        sa.and_(c.through, c.first_support <= _promised(facts)),
    )
    near = c.deadline <= window if due else c.deadline > window
    return _sure(sa.and_(c.deadline >= number(facts.today), near, open_))


_SCHEDULE: Mapping[str, Callable[[Facts], Expr]] = {
    "undated": _undated,
    "met-late": _met_late,
    "met": _met,
    "missed": _missed,
    "overdue": _overdue,
    "due": lambda facts: _ahead(facts, due=True),
    "upcoming": lambda facts: _ahead(facts, due=False),
}
"""domain.standing.schedule_of, word by word; no two hold at once, and one always does."""


def by_origin(facts: Facts, value: Callable[[Clock, Expr], Expr]) -> Expr:
    """Return the greatest of a value over what shows something, each piece by its lifetime; NULL where nothing does.

    Where no source has a lifetime of its own, the newest piece has the greatest value, and no evidence has to be read.
    """
    import sqlalchemy as sa

    c = facts.columns
    if not facts.terms.sources:
        return _by_kind(facts, value, c.newest_shown)
    evidence = sa.table("evidence", *(sa.column(name) for name in _EVIDENCE))
    days = (evidence.c.published, evidence.c.happened, evidence.c.entered)
    began = sa.func.coalesce(*(sa.type_coerce(day, sa.BigInteger()) for day in days))
    each = sa.case(
        *((evidence.c.origin == constant(name), value(clock, began)) for name, clock in facts.terms.sources),
        else_=_by_kind(facts, value, began),
    )
    shows = evidence.c.stance.in_(["supports", "refutes", "partly"])
    own = sa.type_coerce(evidence.c.own, sa.Boolean())
    return sa.select(sa.func.max(each)).where(evidence.c.claim == c.claim, shows, sa.not_(own)).scalar_subquery()


_EVIDENCE = ("claim", "origin", "own", "stance", "published", "happened", "entered")


def _by_kind(facts: Facts, value: Callable[[Clock, Expr], Expr], began: Expr) -> Expr:
    import sqlalchemy as sa

    groups: dict[Clock, list[str]] = {}
    for kind, clock in facts.terms.kinds:
        groups.setdefault(clock, []).append(kind)
    if len(groups) == 1:
        return value(next(iter(groups)), began)
    kind = facts.columns.kind
    return sa.case(*((kind.in_(kinds), value(clock, began)) for clock, kinds in groups.items()))


def _confidence(facts: Facts) -> Expr:
    import sqlalchemy as sa

    def left(clock: Clock, began: Expr) -> Expr:
        """The percent, as steps: for each, the last day of the table on which it is still had."""
        last = {percent: day for day, percent in enumerate(clock.percents)}
        steps = sorted(last.items(), reverse=True)
        lowest = steps.pop()[0]
        today = number(facts.today)
        whens = [(began >= today - number(day), number(percent)) for percent, day in steps]
        return sa.case(*whens, (began.is_not(None), number(lowest)))

    return by_origin(facts, left)


def _recheck(facts: Facts) -> Expr:
    import sqlalchemy as sa

    due = recheck_day(facts)
    today = number(facts.today)
    return sa.case((due > today, due - today), (due.is_not(None), number(0)))


def recheck_day(facts: Facts) -> Expr:
    """Return the day on which another look falls due."""
    return by_origin(facts, lambda clock, began: began + number(clock.lasts))


def _review(facts: Facts) -> Expr:
    import sqlalchemy as sa

    return sa.case((facts.columns.looked.is_(None), constant("unreviewed")), else_=constant("reviewed"))


def _reached(facts: Facts) -> tuple[Expr, Expr]:
    if facts.reached is None:
        raise Uncompilable("only a review rule can ask of the verdict")
    return facts.reached


def _since_verdict(facts: Facts, value: Expr) -> Expr:
    import sqlalchemy as sa

    return sa.case((_reached(facts)[1], number(0)), else_=value)


def _by(facts: Facts) -> Expr:
    import sqlalchemy as sa

    person = facts.columns.verdict_person
    return sa.case(
        (_reached(facts)[1], constant("rule")),
        (person.is_(None), constant("nobody")),
        (person, constant("person")),
        else_=constant("rule"),
    )


def _conflicting(facts: Facts) -> Expr:
    import sqlalchemy as sa

    pair = sa.table("conflict", sa.column("claim"), sa.column("other"))
    other = fact_table().alias("other")
    standing = (other.c.made <= number(facts.today), sa.not_(other.c.settled), pair.c.claim == facts.columns.claim)
    counted = sa.select(sa.func.count()).select_from(pair.join(other, other.c.claim == pair.c.other)).where(*standing)
    return counted.scalar_subquery()


_WORKED: Mapping[str, Callable[[Facts], Expr]] = {
    "schedule": _schedule,
    "days_to_deadline": _left,
    "days_late": _late,
    "confidence": _confidence,
    "conflicting_claims": _conflicting,
    "days_until_recheck": _recheck,
    "review": _review,
    "verdict": lambda facts: _reached(facts)[0],
    "verdict_by": _by,
    "days_since_verdict": lambda facts: _since_verdict(facts, facts.ago(facts.columns.verdict_day)),
    "sightings_since_verdict": lambda facts: _since_verdict(facts, facts.columns.sightings_since),
    "evidence_since_verdict": lambda facts: _since_verdict(facts, facts.columns.evidence_since),
}
NAMES = frozenset(STORED) | frozenset(SINCE) | frozenset(_WORKED)
"""All facts that have SQL."""
