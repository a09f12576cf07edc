"""TimeSpan: what it reads, what it prints, and its laws."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from claims.domain.base import Model
from claims.domain.timespan import TimeSpan

READINGS = [
    ("2020-09-02", "2020-09-02", "2020-09-02", "2020-09-02"),
    ("2020-06", "2020-06-01", "2020-06-30", "2020-06"),
    ("2020-02", "2020-02-01", "2020-02-29", "2020-02"),
    ("2017", "2017-01-01", "2017-12-31", "2017"),
    ("2021-01-01/2021-03-15", "2021-01-01", "2021-03-15", "2021-01-01/2021-03-15"),
    ("2021-01-01/2021-12-31", "2021-01-01", "2021-12-31", "2021"),
    ("2014/2016", "2014-01-01", "2016-12-31", "2014-01-01/2016-12-31"),
    ("2020-05/2020-07", "2020-05-01", "2020-07-31", "2020-05-01/2020-07-31"),
    ("2020-W35", "2020-08-24", "2020-08-30", "2020-08-24/2020-08-30"),
    ("2020-W35-WE", "2020-08-29", "2020-08-30", "2020-08-29/2020-08-30"),
    ("2020-W35-3", "2020-08-26", "2020-08-26", "2020-08-26"),
    ("2020-W53", "2020-12-28", "2021-01-03", "2020-12-28/2021-01-03"),
    ("2020-Q3", "2020-07-01", "2020-09-30", "2020-07-01/2020-09-30"),
    ("2020-H2", "2020-07-01", "2020-12-31", "2020-07-01/2020-12-31"),
    ("2020-SP", "2020-03-01", "2020-05-31", "2020-03-01/2020-05-31"),
    ("2020-WI", "2020-12-01", "2021-02-28", "2020-12-01/2021-02-28"),
    ("2020-22", "2020-06-01", "2020-08-31", "2020-06-01/2020-08-31"),
    ("198", "1980-01-01", "1989-12-31", "1980-01-01/1989-12-31"),
    ("198X", "1980-01-01", "1989-12-31", "1980-01-01/1989-12-31"),
    ("19", "1900-01-01", "1999-12-31", "1900-01-01/1999-12-31"),
    ("19XX", "1900-01-01", "1999-12-31", "1900-01-01/1999-12-31"),
    (" 2017 ", "2017-01-01", "2017-12-31", "2017"),
    ("9999-WI", "9999-12-01", "9999-12-31", "9999-12"),
    ("00", "0001-01-01", "0099-12-31", "0001-01-01/0099-12-31"),
]


@pytest.mark.parametrize(("text", "first", "last", "canonical"), READINGS)
def test_reads_and_prints(text: str, first: str, last: str, canonical: str) -> None:
    span = TimeSpan.parse(text)
    assert (span.first.isoformat(), span.last.isoformat(), str(span)) == (first, last, canonical)


@pytest.mark.parametrize(
    "text", ["", "soon", "2020-13", "2020-02-30", "2020-Q5", "2020-H3", "2020-W54", "20200902", "٢٠٢٠", "2020/", "0000"]
)
def test_refuses_with_a_sentence(text: str) -> None:
    with pytest.raises(ValueError, match="is no day, month, year or interval; write 2020-09-02"):
        TimeSpan.parse(text)


def test_refuses_an_interval_that_ends_before_it_begins() -> None:
    with pytest.raises(ValueError, match="write the earlier day first"):
        TimeSpan.parse("2021/2020")
    with pytest.raises(ValidationError, match="cannot end"):
        TimeSpan.of(date(2021, 1, 2), date(2021, 1, 1))


def test_contains_its_ends_and_nothing_beyond() -> None:
    june = TimeSpan.parse("2020-06")
    assert june.contains(date(2020, 6, 1))
    assert june.contains(date(2020, 6, 30))
    assert not june.contains(date(2020, 5, 31))
    assert not june.contains(date(2020, 7, 1))


def test_before_and_overlaps() -> None:
    june, july, summer = (TimeSpan.parse(text) for text in ("2020-06", "2020-07", "2020-SU"))
    assert june.before(july)
    assert not july.before(june)
    assert not june.before(summer)
    assert june.overlaps(summer)
    assert not june.overlaps(july)
    assert june.cover(july) == TimeSpan.parse("2020-06-01/2020-07-31")


def test_is_its_text_inside_another_value() -> None:
    class Visit(Model):
        when: TimeSpan

    visit = Visit.model_validate({"when": "2020-W35"})
    assert visit.model_dump_json() == '{"when":"2020-08-24/2020-08-30"}'
    assert Visit.model_validate_json(visit.model_dump_json()) == visit
    with pytest.raises(ValidationError, match="is no day, month, year or interval"):
        Visit.model_validate({"when": "someday"})


def test_cannot_be_changed() -> None:
    span = TimeSpan.parse("2020")
    with pytest.raises(ValidationError):
        span.first = date(2019, 1, 1)  # type: ignore[misc]


def test_equal_where_the_days_are_equal_and_ordered_by_them() -> None:
    assert TimeSpan.parse("2020") == TimeSpan.parse("2020-01-01/2020-12-31")
    assert len({TimeSpan.parse("2020"), TimeSpan.parse("2020-01/2020-12")}) == 1
    assert TimeSpan.parse("2020-01") != "2020-01"
    texts = ["2020-02", "2019", "2020-01-15", "2020-01"]
    assert [str(span) for span in sorted(map(TimeSpan.parse, texts))] == ["2019", "2020-01", "2020-01-15", "2020-02"]


@given(st.dates(), st.dates())
def test_what_is_printed_reads_back(one: date, other: date) -> None:
    span = TimeSpan.of(min(one, other), max(one, other))
    assert TimeSpan.parse(str(span)) == span
    assert TimeSpan.model_validate_json(span.model_dump_json()) == span
    assert span.contains(one)
    assert span.contains(other)


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused_with_value_error(text: str) -> None:
    try:
        span = TimeSpan.parse(text)
    except ValueError:
        return
    assert span.first <= span.last
