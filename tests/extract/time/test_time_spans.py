"""The days that an expression means, the guide's form of them, leads, hints of tense, fiscal years, the door for evaluation."""

from datetime import date

import pytest

from benchmarks.subjects.time import predict
from claims.domain.timespan import TimeSpan
from claims.extract.time import TenseHint, TimeExpression, describe, tag, timexes

DAY = date(2020, 9, 2)  # a Wednesday


def one(text: str, day: date = DAY, fiscal_year_start: int = 1) -> TimeExpression:
    found = tag(text, day, fiscal_year_start=fiscal_year_start)
    assert len(found) == 1, found
    return found[0]


GUIDE = [
    ("Trams ran last week.", "2020-08-24/2020-08-30"),
    ("Trams ran last month.", "2020-08"),
    ("Trams ran two years ago.", "2018"),
    ("Trams ran over the weekend.", "2020-08-29/2020-08-30"),
    ("Trams ran on Friday night.", "2020-08-28"),
    ("Trams ran in the second quarter.", "2020-04-01/2020-06-30"),
    ("Trams ran in the 1980s.", "1980-01-01/1989-12-31"),
    ("Trams ran last winter.", "2019-12-01/2020-02-29"),
    ("Trams have run since June.", "2020-06-01/2020-09-02"),
    ("Trams have run since 2 August.", "2020-08-02/2020-09-02"),
    ("Trams ran from 2004 to 2009.", "2004-01-01/2009-12-31"),
    ("Trams will run by the end of 2021.", "2021"),
    ("Trams will run early in 2021.", "2021"),
    ("Trams will run by 2050.", "2050"),
    ("Trams did not run until last week.", "2020-08-24/2020-08-30"),
    ("It will answer within 48 hours.", "2020-09-02/2020-09-04"),
    ("Much may come of this three-day visit.", "2020-09-02/2020-09-04"),
    ("Trams run now.", None),
    ("Trams ran recently.", None),
    ("Trams ran in the past few days.", None),
    ("Trams ran before last summer.", None),
    ("Trams ran for two years.", None),
    ("Trams run daily.", None),
]


@pytest.mark.parametrize(("text", "guide"), GUIDE)
def test_the_guides_form(text: str, guide: str | None) -> None:
    assert one(text).guide == guide


def test_a_statement_on_a_day_named_before_counts_from_that_day() -> None:
    found = tag("The army said on Monday that it would answer within 48 hours.", DAY)
    assert [str(e.span) for e in found] == ["2020-08-31", "2020-08-31/2020-09-02"]
    assert found[1].deadline == date(2020, 9, 2)


def test_hours_count_from_the_day_just_named() -> None:
    found = tag("Shots were fired yesterday. The north would answer within 48 hours.", DAY)
    assert str(found[1].span) == "2020-09-01/2020-09-03"


def test_what_is_yet_to_come_sets_a_deadline_in_any_tense() -> None:
    found = tag("The mayor said trams ran tomorrow.", DAY)
    assert [e.deadline for e in found] == [date(2020, 9, 3)]


def test_a_line_of_its_own_is_no_part_of_the_next_sentence() -> None:
    body = "On Friday, fishermen pulled two hundred people out of the sea, and the navy took them to the port of the next island."
    assert [e.value for e in tag(f"Navy to help\n{body}", DAY)] == ["2020-08-28"]
    assert [e.text for e in tag("Prices rose in May\n2019 was a good year.", DAY)] == ["May", "2019"]
    wrapped = (
        "The council said that the old bridge was shut on 2 May\n2019 and that no one knows when trams will run again."
    )
    assert [e.value for e in tag(wrapped, DAY)] == ["2019-05-02"]


def test_a_short_word_ends_a_sentence_and_a_title_does_not() -> None:
    assert tag("All of it will go to him. On Friday trams ran.", DAY)[0].value == "2020-08-28"
    assert tag("It will go to Mr. Orr on Friday.", DAY)[0].value == "2020-09-04"


def test_a_stay_counts_from_the_day_it_began() -> None:
    found = tag("She arrived on Tuesday. This three-day visit is her second.", DAY)
    assert found[1].span == TimeSpan.parse("2020-09-01/2020-09-03")
    assert found[1].deadline == date(2020, 9, 3)


LEADS = [
    ("It will open by May.", "by"),
    ("It will open no later than May.", "by"),
    ("It will open by around 2030.", "by"),
    ("It will open until May.", "until"),
    ("It will open ahead of May.", "before"),
    ("It has run since May.", "since"),
    ("It will open within two days.", "within"),
    ("It will open after May.", "after"),
    ("It opened on Friday.", "on"),
    ("It opened last week.", None),
]


@pytest.mark.parametrize(("text", "lead"), LEADS)
def test_lead(text: str, lead: str | None) -> None:
    assert one(text).lead == lead


MODS = [
    ("It opened in early 2019.", "START"),
    ("It opened in mid-2019.", "MID"),
    ("It opened at the end of 2019.", "END"),
    ("It took nearly five months.", "LESS_THAN"),
    ("It took more than a week.", "MORE_THAN"),
    ("It took about a week.", "APPROX"),
    ("It took at least a week.", "EQUAL_OR_MORE"),
    ("It took up to a week.", "EQUAL_OR_LESS"),
    ("It opened in 2019.", None),
]


@pytest.mark.parametrize(("text", "mod"), MODS)
def test_mod(text: str, mod: str | None) -> None:
    assert one(text).mod == mod


def test_a_hint_of_tense_outranks_the_words() -> None:
    text = "The mayor speaks on Friday."
    assert one(text).value == "2020-08-28"
    (hinted,) = tag(text, DAY, hints=[TenseHint(0, len(text), "future")])
    assert (hinted.value, hinted.deadline) == ("2020-09-04", date(2020, 9, 4))
    (elsewhere,) = tag(text, DAY, hints=[TenseHint(0, 9, "future")])
    assert elsewhere.value == "2020-08-28"


def test_fiscal_years_begin_where_the_caller_says() -> None:
    assert str(one("Sales fell in fiscal 2019.").span) == "2019"
    october = one("Sales fell in fiscal 2019.", fiscal_year_start=10)
    assert (october.value, str(october.span)) == ("FY2019", "2018-10-01/2019-09-30")
    quarter = one("Sales fell in the fiscal second quarter of 2019.", fiscal_year_start=10)
    assert str(quarter.span) == "2019-01-01/2019-03-31"
    assert one("Sales fell in the last fiscal year.", fiscal_year_start=10).value == "FY2019"
    assert one("Sales fell in the 2018-19 fiscal year.").value == "FY2019"


def test_a_date_that_reads_two_ways_says_how_it_was_read() -> None:
    assert "month first, nearer" in one("It fell on 9/1/20.").rule
    assert "it can be no other" in one("It fell on 25/12/2019.").rule


def test_nothing_leaves_the_calendar() -> None:
    for day in (date.min, date.max):
        for expression in tag(
            "yesterday, tomorrow, last year, next year, 3000 years ago, within 9000 years, next decade", day
        ):
            assert expression.span is None or date.min <= expression.span.first <= expression.span.last <= date.max


def test_a_range_is_two_expressions_in_timex() -> None:
    found = tag("It ran from 1998 to 2003.", DAY)
    assert [e.text for e in found] == ["1998 to 2003"]
    assert [(e.text, e.value) for e in timexes(found)] == [("1998", "1998"), ("2003", "2003")]


def test_described_in_one_line() -> None:
    assert (
        describe(one("It will open by mid-2022."))
        == "16–24  “mid-2022” · date · 2022 (MID) · deadline 2022-08-31  [a year]"
    )
    assert describe(one("It opened last\tweek.")) == (
        "10–19  “last week” · date · 2020-W35 · days 2020-08-24/2020-08-30  [last week: counted from the article's week]"
    )


def test_the_door_for_evaluation_takes_and_gives_its_shape() -> None:
    line = {"id": "a", "dct": "2020-09-02", "text": "🚢 It sank on Monday."}
    assert list(predict([line])) == [
        {"id": "a", "timexes": [{"start": 13, "end": 19, "type": "DATE", "value": "2020-08-31", "text": "Monday"}]}
    ]
