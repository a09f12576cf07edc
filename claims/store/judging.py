"""Judging: all claims over the index in one statement; which of them stand otherwise than the rules say.

What it gives is where to look: the desk folds those claims and judges them again, and writes down what it finds. A claim
with something on it after the day that is asked for is not in the index as it stood then, and is always among them.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from claims.domain.plan import NEWS, NO_RULE, Plan, PlannedRule
from claims.store.compile import Expr, compiled, constant, number
from claims.store.database import Database
from claims.store.facts import Facts, fact_table
from claims.store.turns import next_day

NEVER = 3_652_060
"""The ordinal after the last day there is."""


FEW = 50
"""So many claims are folded sooner than a statement over them is put together."""
MARK = "="
"""What the agenda's own rows begin with; no claim's id does."""


class Said(NamedTuple):
    """What the rules say of a claim: "WORD RULE" of its verdict, and the rule that wishes for another look, or ""."""

    claim: str
    verdict: str
    review: str


def differing(database: Database, plan: Plan, today: int) -> Iterator[Said]:
    """Yield the claims whose verdict or review the rules would change on a day (an ordinal), of those on the agenda.

    Some may turn out to stand as they should: a few claims, and those with something on them after the day, come with ""
    for both and have to be folded. Where nothing is on the agenda, one look at it is all that this costs.
    """
    sql = "SELECT claim FROM agenda WHERE day <= :today ORDER BY day DESC LIMIT :few"
    due = [str(row[0]) for row in database.rows(sql, today=today, few=FEW)]
    if len(due) < FEW and _mark(plan) in due:
        yield from (Said(claim, "", "") for claim in due if not claim.startswith(MARK))
        return
    yield from (Said(claim, "", "") for claim in later(database, today))
    sql, parameters = rendered(_differing(database, plan, today, on_agenda(database, plan, today)), database)
    yield from map(Said._make, database.stream(sql, **parameters))


def later(database: Database, today: int) -> list[str]:
    """Return the claims with something on them after a day, which the index does not hold as they stood then.

    What was dismissed is dismissed for every day and left out; what was superseded is so from a day on.
    """
    rows = database.rows("SELECT claim FROM fact WHERE latest_day > :today AND word <> 'dismissed'", today=today)
    return [str(row[0]) for row in rows]


def asking(database: Database, plan: Plan, today: int) -> tuple[str, dict[str, object]]:
    """Return a SELECT, with its parameters, of the claims that rules ask to be looked at again on a day (an ordinal).

    It leaves out what is flagged for the same rule already, and the claims that the index does not hold as of the day. Where
    the agenda can be relied on, only what is on it is judged: of all others the last run wrote down what there is to say.
    """
    import sqlalchemy as sa

    table = fact_table()
    spoken = _Spoken(database, table, plan, today)
    found = sa.select(table.c.claim).where(spoken.asks, spoken.wish != constant(""))
    return rendered(_narrowed(found, table, today, on_agenda(database, plan, today)), database)


def says(database: Database, plan: Plan, today: int) -> Iterator[Said]:
    """Yield what the rules say of every claim that the index holds as it stood on a day, whatever stands."""
    import sqlalchemy as sa

    table = fact_table()
    spoken = _Spoken(database, table, plan, today)
    where = (table.c.latest_day <= number(today), sa.not_(table.c.settled))
    sql, parameters = rendered(sa.select(table.c.claim, spoken.verdict, spoken.review).where(*where), database)
    yield from map(Said._make, database.stream(sql, **parameters))


def tally(database: Database, plan: Plan, today: int) -> dict[str, int]:
    """Return for how many claims, of those that the index holds as they stood on a day, each verdict rule's condition holds.

    Whether an earlier rule decides first is not asked. Rules of one name in two rulebooks are counted together.
    """
    import sqlalchemy as sa

    table = fact_table()
    tests = [compiled(rule.condition, Facts(table, today, rule.terms, database.kind)) for rule in plan.verdicts]
    # Counted by a filter: a sum would be added to for the claims, too, for which nothing is to be added.
    counts = [sa.func.count().filter(test) for test in tests]
    where = (table.c.latest_day + number(0) <= number(today), sa.not_(table.c.settled))
    sql, parameters = rendered(sa.select(*counts).where(*where), database)
    found: dict[str, int] = {}
    for rule, count in zip(plan.verdicts, database.rows(sql, **parameters)[0] if counts else (), strict=True):
        found[rule.name] = found.get(rule.name, 0) + int(count or 0)
    return found


def on_agenda(database: Database, plan: Plan, today: int) -> bool:
    """Tell whether the agenda can be relied on: made by these rulebooks, on this day or an earlier one."""
    made = database.value("SELECT day FROM agenda WHERE claim = :claim", claim=_mark(plan))
    return made is not None and int(made) <= today


def keep_agenda(database: Database, plan: Plan, today: int, after: int, command: str) -> None:
    """Note for each claim that was judged the day on which it has to be judged again, once its changes are written.

    `after` is the ledger's last entry before judging and `command` the one that wrote the changes: what anybody else has
    touched since stays on the agenda. Inside a transaction of its own. A day before the last one judged notes nothing.
    """
    with database.transaction():
        if not on_agenda(database, plan, today):
            known = database.value("SELECT max(day) FROM agenda WHERE claim LIKE '=%'")
            if known is not None and int(known) > today and _known(database, plan):
                return
            database.rows("DELETE FROM agenda WHERE claim LIKE '=%'")
            database.rows("UPDATE agenda SET day = 0 WHERE day <> 0")
        sql, parameters = rendered(_agenda(database, plan, today, after, command), database)
        database.rows(sql, **parameters)
        database.rows("DELETE FROM agenda WHERE claim = :claim", claim=_mark(plan))
        database.insert("agenda", ("claim", "day"), [(_mark(plan), today)])


def _known(database: Database, plan: Plan) -> bool:
    return database.value("SELECT 1 FROM agenda WHERE claim = :claim", claim=_mark(plan)) is not None


def _mark(plan: Plan) -> str:
    """The agenda's own row: which rulebooks made it, and on which day."""
    return f"{MARK}{plan.key}"


class _Spoken:
    """What the rules say of the claims in the fact table, as expressions."""

    def __init__(self, database: Database, table: Expr, plan: Plan, today: int) -> None:
        import sqlalchemy as sa

        self.table, self.plan, self.today = table, plan, today
        dialect = database.kind
        c = table.c
        first = {id(rule): Facts(table, today, rule.terms, dialect) for rule in plan.verdicts}
        tests = [(compiled(rule.condition, first[id(rule)]), rule) for rule in plan.verdicts]
        self.verdict = _case([(test, f"{rule.then} {rule.name}") for test, rule in tests], f"open {NO_RULE}")
        word = _case([(test, rule.then) for test, rule in tests], "open")
        self.person = sa.func.coalesce(c.verdict_person, sa.false())
        stood = sa.func.coalesce(c.word + constant(" ") + c.verdict_by, constant(f"open {NO_RULE}"))
        self.new = sa.and_(sa.not_(self.person), self.verdict != stood)
        reached = (sa.case((self.person, c.word), else_=word), self.new)
        second = {id(rule): Facts(table, today, rule.terms, dialect, reached) for rule in plan.reviews}
        asked = [(compiled(rule.condition, second[id(rule)]), rule.name) for rule in plan.reviews]
        self.review = _case(asked, "")
        rule = _case([(test, rule.name) for test, rule in tests], NO_RULE)
        otherwise = sa.and_(self.person, word.not_in([constant("open"), c.word]))
        self.wish = sa.case((otherwise, rule), (sa.and_(self.person, c.news), constant(NEWS)), else_=self.review)
        flag = sa.func.coalesce(c.flag_rule, constant(""))
        answered = sa.and_(
            flag == constant(""),
            self.wish == sa.func.coalesce(c.answered_rule, constant("")),
            sa.func.coalesce(c.looked, number(0)) > number(today - plan.ask_again),
        )
        self.asks = sa.and_(self.wish != flag, sa.not_(answered))


def _case(tests: list[tuple[Expr, str]], rest: str) -> Expr:
    import sqlalchemy as sa

    if not tests:
        return constant(rest)
    return sa.case(*((test, constant(word)) for test, word in tests), else_=constant(rest))


def _differing(database: Database, plan: Plan, today: int, agenda: bool) -> Expr:
    import sqlalchemy as sa

    table = fact_table()
    spoken = _Spoken(database, table, plan, today)
    found = sa.select(table.c.claim, spoken.verdict, spoken.review).where(sa.or_(spoken.new, spoken.asks))
    return _narrowed(found, table, today, agenda)


def _narrowed(found: Expr, table: Expr, today: int, agenda: bool) -> Expr:
    """Narrow a SELECT to the claims that the index holds as they stood on a day, and to those on the agenda."""
    import sqlalchemy as sa

    # Not by the index on latest_day: nearly all claims pass, and the agenda is what narrows them.
    found = found.where(table.c.latest_day + number(0) <= number(today), sa.not_(table.c.settled))
    if not agenda:
        return found
    due = sa.table("agenda", sa.column("claim"), sa.column("day"))
    return found.select_from(due.join(table, due.c.claim == table.c.claim)).where(due.c.day <= number(today))


def _agenda(database: Database, plan: Plan, today: int, after: int, command: str) -> Expr:
    import sqlalchemy as sa

    table = fact_table()
    rules: tuple[PlannedRule, ...] = (*plan.verdicts, *plan.reviews)
    day = next_day(table, rules, today, plan.ask_again, database.kind, NEVER)
    due = sa.table("agenda", sa.column("claim"), sa.column("day"))
    done = sa.select(day).where(table.c.claim == due.c.claim).scalar_subquery()
    settled = sa.exists().where(
        table.c.claim == due.c.claim, sa.or_(table.c.settled, table.c.latest_day <= number(today))
    )
    ties = sa.table("entry_claim", sa.column("claim"), sa.column("number"))
    entry = sa.table("entry", sa.column("number"), sa.column("command"))
    touched = (
        sa.select(ties.c.claim)
        .join(entry, entry.c.number == ties.c.number)
        .where(ties.c.number > number(after), entry.c.command != constant(command))
    )
    return sa.update(due).values(day=done).where(due.c.day <= number(today), settled, due.c.claim.not_in(touched))


def rendered(statement: Expr, database: Database) -> tuple[str, dict[str, object]]:
    """Return a statement as the SQL that our databases take, with its parameters by name."""
    from sqlalchemy.dialects import postgresql, sqlite

    dialect: Any = (postgresql if database.kind == "postgresql" else sqlite).dialect(paramstyle="named")
    text = statement.compile(dialect=dialect, compile_kwargs={"render_postcompile": True})
    return str(text), dict(text.params)
