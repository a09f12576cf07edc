"""What rules would have said on each day, and where two stacks of them differ."""

from datetime import date

from claims.domain.dossier import Dossier
from claims.rules.rulebook import house, load
from claims.rules.simulate import compare, difference_lines, each_day, lines, simulate
from tests.rules.samples import MADE, claim, dossier, evidence

DAYS = each_day(date(2021, 12, 1), date(2022, 2, 1))


def by_day(day: date) -> Dossier | None:
    """A promise of 2 September 2020; one report from 10 January 2022."""
    said = evidence("supports", "Example Gazette", happened=date(2021, 12, 21), published=date(2022, 1, 10))
    known = [said] if day >= date(2022, 1, 10) else []
    return dossier(claim(), *known) if day >= MADE else None


def test_each_day_on_which_the_answer_changed():
    turns = list(simulate("abcdefgh", by_day, DAYS, house()))
    assert [(str(turn.day), str(turn.after.word), turn.after.rule, turn.after.review) for turn in turns] == [
        ("2022-01-01", "open", "", "deadline-passed"),
        ("2022-01-10", "verified", "promise-kept", ""),
    ]
    assert lines(turns)[1].startswith(
        "2022-01-10  abcdefgh  open, recheck (deadline-passed) → verified (promise-kept)  The promise"
    )


def test_a_jump_over_days_finds_what_each_day_finds():
    weekly = list(simulate("x", by_day, DAYS[::7], house()))
    assert [str(turn.after.word) for turn in weekly] == ["open", "verified"]


def test_a_day_before_the_claim_says_nothing():
    assert list(simulate("x", by_day, each_day(date(2020, 8, 1), MADE), house())) == []
    assert each_day(date(2020, 2, 2), date(2020, 2, 1)) == ()


def test_two_rulebooks_are_compared_over_the_same_days():
    hasty = load(
        "rulebook: hasty\nverdicts:\n  - {rule: broken, when: 'days_overdue > 5', then: refuted, because: it is late}\n",
        "h.yaml",
    )
    found = list(compare("abcdefgh", by_day, DAYS, house(), (hasty, *house())))
    assert difference_lines(found) == [
        "2022-01-06 to 2022-01-09  abcdefgh  "
        "the ledger's rulebooks: open, recheck (deadline-passed); these: refuted (broken)",
        "2022-01-10 to 2022-02-01  abcdefgh  the ledger's rulebooks: verified (promise-kept); these: refuted (broken)",
    ]
    assert list(compare("x", by_day, DAYS, house(), house())) == []
