"""Card: what is known of an article beside its text: the day, the publisher, the title and the address."""

import json
from datetime import date, timedelta

from pydantic import ValidationError

from claims.domain.base import Model
from claims.errors import Problem

DAYS_AHEAD = 1
"""Somewhere on Earth it is already tomorrow; a later day of publication is a mistake."""


class Card(Model):
    """The facts of publication; None where they are not known."""

    published: date | None = None
    publisher: str | None = None
    title: str | None = None
    url: str | None = None

    def over(self, other: "Card") -> "Card":
        """Return this card, with the gaps filled from another."""
        mine = {name: value for name, value in self if value is not None}
        return Card(**{**dict(other), **mine})


def read_card(text: str, name: str) -> Card | Problem:
    """Return the card in a JSON object such as {"published": "2020-09-02"}; keys it does not know are left alone."""
    try:
        raw = json.loads(text)
    except ValueError as fault:
        line = getattr(fault, "lineno", None)
        return Problem("is not valid JSON", file=name, line=line, column=getattr(fault, "colno", None))
    if not isinstance(raw, dict):
        return Problem("is not a JSON object with the article's day and publisher", file=name)
    try:
        return Card(
            **{key: value for key, value in raw.items() if key in Card.model_fields and value not in (None, "")}
        )
    except ValidationError as fault:
        field = ".".join(str(part) for part in fault.errors()[0]["loc"])
        value = raw.get(field)
        if field == "published":
            return Problem(f"published is {value!r}, which is no day", file=name, hint="write it as 2020-09-02")
        return Problem(f"{field} is {value!r}, which is no text", file=name)


def fault_of(published: date, today: date, name: str) -> Problem | None:
    """Return the Problem of a day of publication that lies ahead, or None."""
    if published > today + timedelta(days=DAYS_AHEAD):
        return Problem(f"was published on {published}, which is still to come", file=name, hint="look at the year")
    return None
