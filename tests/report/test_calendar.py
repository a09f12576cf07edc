"""Calendar: what is written is read back by the format's own reader; hostile text stays text, long lines are folded."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from claims.report.calendar import Appointment, icalendar

MADE = datetime(2024, 3, 5, 12, 30, tzinfo=UTC)
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=200)


def appointment(text: str = "The bridge will open.", why: str = "It falls due.") -> Appointment:
    return Appointment(
        day=date(2024, 12, 31), what="look again", claim="rht52shbabcdefgh", text=text, speaker=None, why=why, url=None
    )


def read(text: str) -> list[dict[str, str]]:
    """The events of a calendar, each property as text."""
    calendar = Calendar.from_ical(text)
    return [{name: str(value) for name, value in event.items()} for event in calendar.walk("VEVENT")]


def test_a_day_is_whole_and_leaves_the_day_free() -> None:
    written = icalendar([appointment()], MADE)
    assert "DTSTART;VALUE=DATE:20241231\r\n" in written
    assert "DTEND;VALUE=DATE:20250101\r\n" in written
    assert "DTSTAMP:20240305T123000Z\r\n" in written
    assert "TRANSP:TRANSPARENT\r\n" in written


def test_a_newer_file_moves_the_day() -> None:
    first = read(icalendar([appointment()], MADE))
    moved = read(icalendar([appointment().model_copy(update={"day": date(2025, 2, 1)})], MADE))
    assert first[0]["UID"] == moved[0]["UID"]


def test_no_appointment_is_a_calendar_still() -> None:
    assert read(icalendar([], MADE)) == []


@given(WORDS, WORDS)
def test_what_is_written_is_read_back(text: str, why: str) -> None:
    written = icalendar([appointment(text, why)], MADE)
    assert all(len(line.encode()) <= 75 for line in written.split("\r\n"))
    assert "BEGIN:VEVENT" not in written.replace("BEGIN:VEVENT", "", 1)
    (event,) = read(written)
    assert event["SUMMARY"] == f"Look again: {text}"
    assert event["DESCRIPTION"].startswith(why)
