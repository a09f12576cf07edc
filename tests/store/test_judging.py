"""Which claims the index says would change, against what judging each dossier says; and how long that holds."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.domain.condition import evaluate
from claims.domain.dossier import Dossier
from claims.domain.events import ReviewReached
from claims.domain.verdict import Review
from claims.rules.facts import facts_of
from claims.rules.horizon import next_day
from claims.rules.judge import judge
from claims.rules.plan import ask_again, plan
from claims.rules.resolve import changes
from claims.rules.rulebook import Rule, Rulebook, house, load
from claims.store import Ledger, open_ledger
from claims.store.fact_row import FactRow, fact_row
from claims.store.judging import NEVER, asking, differing, keep_agenda, on_agenda, says, tally
from tests.rules.draw import TODAY, dossiers

OWN = load(
    """rulebook: own
settings:
  ask_again: 30
  due: 5
  numbers: {few: 2}
verdicts:
  - {rule: first, when: 'supporting >= few && days_overdue > 10', then: verified, because: 'x'}
  - {rule: second, when: 'schedule in ["due", "overdue"] && refuting > 0', then: refuted, because: 'x'}
  - {rule: third, when: 'confidence < 40 || age > 300', then: partly, because: 'x'}
reviews:
  - {rule: look, when: 'verdict == "verified" && days_since_verdict >= 7', then: recheck, because: 'x'}
  - {rule: glance, when: 'verdict_by == "nobody" || days_until_recheck <= 2', then: recheck, because: 'x'}
""",
    "own.yaml",
)
STACKS = st.sampled_from([house(), (OWN,), (OWN, *house())])
KNOWN = st.tuples(*(dossiers(number) for number in range(5))).map(list)
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]


def filled(ledger: Ledger, known: list[Dossier]) -> None:
    database = ledger.database
    with database.transaction():
        database.rows("DELETE FROM fact")
        database.rows("DELETE FROM agenda")
        database.rows("DELETE FROM conflict")
        database.insert("fact", FactRow._fields, [fact_row(each, TODAY) for each in known])
        pairs = [(each.id, other, "topic") for each in known for other in each.conflicts]
        database.insert("conflict", ("claim", "other", "topic"), pairs)
        database.insert("agenda", ("claim", "day"), [(each.id, 0) for each in known])


def changed(known: list[Dossier], stack: tuple[Rulebook, ...], today: date) -> set[str]:
    return {claim for claim, _ in told(known, stack, today)}


def told(known: list[Dossier], stack: tuple[Rulebook, ...], today: date) -> set[tuple[str, bool]]:
    """What would be written: (the claim, whether it asks for a look that is not asked for yet, or by another rule)."""
    again = ask_again(stack)
    said = [event for each in known for event in changes(each, judge(each, stack, today), today, again)]
    return {(each.claim, isinstance(each, ReviewReached) and each.review is Review.RECHECK) for each in said}


def asked_in_sql(ledger: Ledger, stack: tuple[Rulebook, ...], today: date) -> set[str]:
    sql, parameters = asking(ledger.database, plan(stack), today.toordinal())
    return {str(row[0]) for row in ledger.database.rows(sql, **parameters)}


def holds(rule: Rule, dossier: Dossier, stack: tuple[Rulebook, ...], today: date) -> bool:
    book = next(book for book in stack if rule in book.verdicts)
    return evaluate(rule.condition, facts_of(dossier, today, book.settings)) is True


@given(known=KNOWN, stack=STACKS, ahead=st.integers(0, 40))
@settings(max_examples=60, deadline=None, suppress_health_check=SLOW)
def test_the_index_names_the_claims_that_would_change(known, stack, ahead):
    today = TODAY + timedelta(ahead)
    with LEDGER[0] as ledger:
        filled(ledger, known)
        found = {each.claim for each in differing(ledger.database, plan(stack), today.toordinal())}
        events = told(known, stack, today)
        assert found == {claim for claim, _ in events}
        assert asked_in_sql(ledger, stack, today) == {claim for claim, asks in events if asks}
        rules = [rule for book in stack for rule in book.verdicts]
        held = [rule.name for each in known for rule in rules if holds(rule, each, stack, today)]
        assert tally(ledger.database, plan(stack), today.toordinal()) == {
            name: held.count(name) for name in dict.fromkeys(rule.name for rule in rules)
        }
        said = {each.claim: each for each in says(ledger.database, plan(stack), today.toordinal())}
        for each in known:
            reached = judge(each, stack, today).verdict
            assert said[each.id].verdict == (f"{reached.word} {reached.rule}" if reached else "open no-rule")


@given(known=KNOWN, stack=STACKS, ahead=st.integers(0, 40), later=st.lists(st.integers(1, 400), max_size=3))
@settings(max_examples=60, deadline=None, suppress_health_check=SLOW)
def test_a_claim_off_the_agenda_would_not_change(known, stack, ahead, later):
    today = TODAY + timedelta(ahead)
    with LEDGER[0] as ledger:
        filled(ledger, known)
        keep_agenda(ledger.database, plan(stack), today.toordinal(), 0, "command")
        days = dict(ledger.database.rows("SELECT claim, day FROM agenda WHERE claim NOT LIKE '=%'"))
        before = changed(known, stack, today)
        assert asked_in_sql(ledger, stack, today) == set()
        for each in known:
            due = days[each.id]
            assert due > today.toordinal()
            python = next_day(each, stack, today)
            for day in {today + timedelta(n) for n in later} | {date.fromordinal(min(due, NEVER - 1)) - timedelta(1)}:
                if today < day and day.toordinal() < due:
                    assert (each.id in changed([each], stack, day)) == (each.id in before)
                if today < day and (python is None or day < python):
                    said, then = judge(each, stack, today), judge(each, stack, day)
                    assert (said.verdict and said.verdict.rule) == (then.verdict and then.verdict.rule)
                    assert (said.review and said.review.rule) == (then.review and then.review.rule)


def test_the_agenda_is_for_one_stack_and_for_days_to_come():
    known = [dossier_on(number) for number in range(3)]
    with LEDGER[0] as ledger:
        filled(ledger, known)
        database, today = ledger.database, TODAY.toordinal()
        assert not on_agenda(database, plan(house()), today)
        keep_agenda(database, plan(house()), today, 0, "command")
        assert on_agenda(database, plan(house()), today)
        assert on_agenda(database, plan(house()), today + 100)
        assert not on_agenda(database, plan(house()), today - 1)
        assert not on_agenda(database, plan((OWN,)), today)
        assert list(differing(database, plan(house()), today)) == []
        # What was touched since is folded at once, whatever it turns out to be.
        with database.transaction():
            database.rows("UPDATE agenda SET day = 0 WHERE claim = :claim", claim=known[0].id)
        assert list(differing(database, plan(house()), today)) == [(known[0].id, "", "")]
        # Another stack looks at all of them again.
        assert {each.claim for each in differing(database, plan((OWN,)), today)} == {each.id for each in known}


def dossier_on(number: int) -> Dossier:
    from tests.rules.samples import claim, dossier

    return dossier(claim(number=number))


class _Kept:
    """One ledger in memory for all examples: making one takes longer than what is asked of it."""

    def __init__(self) -> None:
        self.ledger: Ledger | None = None

    def __enter__(self) -> Ledger:
        if self.ledger is None:
            self.ledger = open_ledger(":memory:", create=True)
        return self.ledger

    def __exit__(self, *_: object) -> None:
        return None


LEDGER = [_Kept()]
