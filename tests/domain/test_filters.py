"""The one-line language of filters."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.domain import filters
from claims.domain.claim import Kind
from claims.domain.filters import Filter, checked, parse
from claims.domain.verdict import Review, Schedule, Word
from claims.errors import BadInput


def test_its_words_are_the_domain_s() -> None:
    assert tuple(Word) == filters.VERDICTS
    assert tuple(Kind) == filters.KINDS
    assert tuple(Schedule) == filters.SCHEDULES
    assert tuple(Review) == filters.REVIEWS


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("", Filter()),
        ("status:overdue", Filter(statuses=("overdue",))),
        ("status:all kind:Forecast,event", Filter(statuses=("all",), kinds=("forecast", "event"))),
        ("schedule:met_late", Filter(schedules=("met-late",))),
        ("review:recheck", Filter(reviews=("recheck",))),
        ("due:<2021-01-01", Filter(due_until=date(2020, 12, 31))),
        ("due:<=2021", Filter(due_until=date(2021, 12, 31))),
        ("due:>2021", Filter(due_from=date(2022, 1, 1))),
        ("due:>=2021-06", Filter(due_from=date(2021, 6, 1))),
        ("due:2021-Q1", Filter(due_from=date(2021, 1, 1), due_until=date(2021, 3, 31))),
        ("due:>=2021 due:<2022", Filter(due_from=date(2021, 1, 1), due_until=date(2021, 12, 31))),
        ('speaker:"Ada Quill" the quay', Filter(speaker="Ada Quill", words=("the", "quay"))),
        ("speaker:O'Brien", Filter(speaker="O'Brien")),
        ('"two words" https://lowen.example', None),
        ("publisher:Courier article:0b52", Filter(publisher="Courier", article="0b52")),
        ("10:30 a:b", None),
    ],
)
def test_lines(line: str, expected: Filter | None) -> None:
    if expected is None:
        with pytest.raises(BadInput):
            parse(line)
    else:
        assert parse(line) == expected


def test_a_line_adds_to_what_is_given() -> None:
    base = Filter(statuses=("due",), words=("quay",))
    assert parse("kind:event crane", base) == Filter(statuses=("due",), kinds=("event",), words=("quay", "crane"))


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("status:overdu", "'overdu' is no status (did you mean overdue?)"),
        ("kind:forcast", "'forcast' is no kind (did you mean forecast?)"),
        ("speeker:Ada", "'speeker' is no field (did you mean speaker?)"),
        ("schedule:xyzzy", "'xyzzy' is no schedule (one of undated, upcoming, due, overdue, met, met-late, missed)"),
        ("status:", "status: names no value"),
        ("due:soon", "due: 'soon' is no day, month, year or interval"),
        ("due:>9999", "due: there is no day beyond 9999"),
        ('speaker:"Ada', 'a quotation mark is not closed in: speaker:"Ada'),
    ],
)
def test_faults_name_the_nearest_word(line: str, message: str) -> None:
    with pytest.raises(BadInput) as caught:
        parse(line)
    assert message in str(caught.value)


def test_all_faults_are_shown_at_once() -> None:
    with pytest.raises(BadInput) as caught:
        parse("status:opn kind:evnt due:never")
    assert len(caught.value.problems) == 3


def test_words_given_by_options_are_checked_alike() -> None:
    checked(statuses=("open", "all"), kinds=("event",))
    with pytest.raises(BadInput, match="did you mean statistic"):
        checked(kinds=("statistics",))


@given(st.text(max_size=40))
def test_any_line_is_read_or_refused(line: str) -> None:
    try:
        read = parse(line)
    except BadInput:
        return
    assert isinstance(read, Filter)
