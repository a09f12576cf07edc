"""Options: the kinds of values that commands take, and the options that several share."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])
NAMED_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1}


class Day(click.ParamType[date]):
    """A calendar day: 2020-09-02, or today, yesterday, tomorrow."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day, or fail with how to write one."""
        if isinstance(value, date):
            return value
        word = str(value).strip().lower()
        if word in NAMED_DAYS:
            return today() + timedelta(days=NAMED_DAYS[word])
        if re.fullmatch(r"\d{4}-\d\d-\d\d", word, re.ASCII):
            try:
                return date.fromisoformat(word)
            except ValueError as fault:
                self.fail(f"{value!r} is no day of the calendar: {fault}.", param, ctx)
        self.fail(f"{value!r} is no day; write it as 2020-09-02.", param, ctx)


class Moment(click.ParamType[datetime]):
    """A moment in UTC: 2020-09-02T14:30, or a day, which means its end."""

    name = "moment"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """Return the moment, or fail with how to write one."""
        if isinstance(value, datetime):
            return value
        text = str(value).strip()
        try:
            if re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
                end = datetime.combine(date.fromisoformat(text), datetime.max.time())
                return end.replace(tzinfo=UTC)
            moment = datetime.fromisoformat(text)
        except ValueError:
            self.fail(f"{value!r} is no moment; write it as 2020-09-02 or 2020-09-02T14:30.", param, ctx)
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def today() -> date:
    """Return the day in UTC; the one place where the command line asks the clock for it."""
    return datetime.now(UTC).date()


def micros(moment: datetime | None) -> int | None:
    """Return a moment as the ledger records it, microseconds since 1970."""
    if moment is None:
        return None
    since = moment - datetime(1970, 1, 1, tzinfo=UTC)
    return (since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds


DAY = Day()
MOMENT = Moment()


def _applied(function: F, options: list[Callable[[F], F]]) -> F:
    for option in reversed(options):
        function = option(function)
    return function


def ledger(function: F) -> F:
    """Add --db, the ledger's place."""
    return click.option(
        "--db",
        metavar="PLACE",
        envvar="CLAIMS_DB",
        help="The ledger: a file, or a PostgreSQL address. Else CLAIMS_DB, else the platform's data folder.",
    )(function)


def actor(function: F) -> F:
    """Add --as, the name that stands beside what is written."""
    return click.option(
        "--as",
        "actor",
        metavar="NAME",
        envvar="CLAIMS_ACTOR",
        help="Who does this. Else CLAIMS_ACTOR, else your login.",
    )(function)


def as_of(function: F) -> F:
    """Add --as-of, the day that the answer is for."""
    return click.option(
        "--as-of",
        type=DAY,
        help="The day the answer is for: sees articles and evidence dated on or before it. Default: today.",
    )(function)


def known(function: F) -> F:
    """Add --known, the moment up to which entries are read."""
    return click.option(
        "--known", type=MOMENT, help="Read only what was on the ledger at this moment. Default: all of it."
    )(function)


def shape(*names: str) -> Callable[[F], F]:
    """Add --format with these names, the first of them the default."""

    def add(function: F) -> F:
        return click.option(
            "--format",
            "form",
            type=click.Choice(names),
            default=names[0],
            show_default=True,
            help="The form of the answer.",
        )(function)

    return add


ROWS = ("table", "json", "jsonl", "csv")


def publication(function: F) -> F:
    """Add what is said of an article beside its text."""
    return _applied(
        function,
        [
            click.option("--published", type=DAY, help="The day it was published; else from NAME.json beside it."),
            click.option("--publisher", help="The outlet."),
            click.option("--title", help="The headline."),
            click.option("--url", help="The address."),
            click.option("--encoding", help="The encoding. Default: UTF-8, or what a byte order mark says."),
        ],
    )


def extraction(function: F) -> F:
    """Add how claims are found."""
    return _applied(
        function,
        [
            click.option(
                "--extractor",
                type=click.Choice(("offline", "llm")),
                default="offline",
                show_default=True,
                help="What finds the claims: our own pipeline, or a language model over HTTP (extra: llm).",
            ),
            click.option("--model", metavar="NAME", help="Another spaCy pipeline with UD labels, or an LLM."),
            click.option(
                "--lang-check",
                type=click.Choice(("on", "off")),
                default="on",
                show_default=True,
                help="Refuse text that is not English.",
            ),
        ],
    )


def source(function: F) -> F:
    """Add what is said of a piece of evidence."""
    return _applied(
        function,
        [
            click.option("--source", required=True, metavar="LINK", help="A link, or the name of a document."),
            *_about_evidence(),
        ],
    )


def optional_source(function: F) -> F:
    """Add what is said of a piece of evidence, none of it needed."""
    return _applied(
        function,
        [
            click.option("--source", metavar="LINK", help="A link, or the name of a document."),
            *_about_evidence(),
        ],
    )


def _about_evidence() -> list[Callable[[F], F]]:
    return [
        click.option("--publisher", help="Who published it."),
        click.option("--via", help="Whose report it passes on, such as a wire."),
        click.option("--quote", help="Its words."),
        click.option("--dated", type=DAY, help="The day it was published."),
        click.option("--happened", type=DAY, help="The day of what it reports. Default: the day it was published."),
        click.option("--grade", metavar="CODE", help="Admiralty code: source A to F, information 1 to 6, as in B2."),
        click.option("--note", help="A note."),
    ]
