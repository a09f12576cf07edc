"""Calendar: the days to come on which somebody should look at a claim, as rows or as iCalendar (RFC 5545).

icalendar writes the format: folding at 75 octets and the escapes are easily got wrong by hand.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from claims.domain.base import Model
from claims.domain.claim import SHOWN


class Appointment(Model):
    """A day on which a claim wants a look, and why."""

    day: date
    what: str
    """"deadline", the last day on which it can come true, or "look again", a rule asks for it from that day on."""
    claim: str
    """The claim's id."""
    text: str
    speaker: str | None
    why: str
    url: str | None


def icalendar(appointments: Iterable[Appointment], made: datetime) -> str:
    """Return appointments as one iCalendar text of whole days; `made` is the moment it was made, in UTC.

    An appointment's UID is its claim's id with what it is for, so that a calendar that takes in a newer file moves the day
    instead of adding another.
    """
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//claims//claims calendar//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Claims")
    for each in appointments:
        event = Event()
        event.add("uid", f"{each.claim}-{each.what.replace(' ', '-')}@claims")
        event.add("dtstamp", made)
        event.add("dtstart", each.day)
        event.add("dtend", each.day + timedelta(days=1))
        event.add("transp", "TRANSPARENT")  # the day stays free for other things
        event.add("summary", f"{each.what.capitalize()}: {each.text}")
        said = f"Said by {each.speaker}. " if each.speaker else ""
        event.add("description", f"{each.why}\n{said}Claim {each.claim[:SHOWN]}.")
        if each.url:
            event.add("url", each.url)
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written.decode()
