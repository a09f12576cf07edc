"""Filter: which claims a list shows, and its one-line language: `status:open kind:forecast due:<2021-01-01 talks`.

Words without a field are searched for in a claim's text, quote and speaker, all of them, upper and lower case alike. A
value with blanks stands in quotation marks: `speaker:"Ada Quill"`. Several values of a field are separated by commas.
No class of the domain is imported here, so that a list starts fast; a test holds the words below to their enumerations.
"""

import difflib
import shlex
from dataclasses import dataclass, replace
from datetime import date

from claims.errors import BadInput, Problem

VERDICTS = ("open", "verified", "refuted", "partly", "conflicting", "unresolvable", "superseded", "dismissed")
STATUSES = (*VERDICTS, "due", "overdue", "all")
"""`open` is every claim without a verdict, due and overdue ones included; `all` is everything but dismissed."""
KINDS = ("event", "state", "statistic", "forecast", "commitment")
SCHEDULES = ("undated", "upcoming", "due", "overdue", "met", "met-late", "missed")
REVIEWS = ("unreviewed", "reviewed", "recheck")


@dataclass(frozen=True, slots=True)
class Filter:
    """What a claim has to be to be shown; an empty tuple or None asks for nothing. `parse` checks its words."""

    statuses: tuple[str, ...] = ("open",)
    kinds: tuple[str, ...] = ()
    schedules: tuple[str, ...] = ()
    reviews: tuple[str, ...] = ()
    due_from: date | None = None
    """The deadline lies on or after this day."""
    due_until: date | None = None
    """The deadline lies on or before this day."""
    speaker: str | None = None
    """Part of the speaker's name."""
    publisher: str | None = None
    article: str | None = None
    """The beginning of an article's id."""
    words: tuple[str, ...] = ()


_CHOICES = {
    "status": ("statuses", STATUSES),
    "kind": ("kinds", KINDS),
    "schedule": ("schedules", SCHEDULES),
    "review": ("reviews", REVIEWS),
}
FIELDS = (*_CHOICES, "due", "speaker", "publisher", "article")


def parse(line: str, base: Filter | None = None) -> Filter:
    """Read a line of the filter language; what it names replaces what `base` says.

    Raises BadInput with every fault in it, each with the nearest word that would do.
    """
    try:
        # Only double quotation marks quote: an apostrophe is a letter in O'Brien.
        reader = shlex.shlex(line, posix=True, punctuation_chars=False)
        reader.whitespace_split, reader.quotes, reader.commenters, reader.escape = True, '"', "", ""
        tokens = list(reader)
    except ValueError:
        raise BadInput(Problem(f"a quotation mark is not closed in: {line}")) from None
    found = base or Filter()
    words: list[str] = []
    problems: list[Problem] = []
    for token in tokens:
        name, colon, value = token.partition(":")
        if not colon or not name.isidentifier():
            words.append(token)
            continue
        try:
            found = _with(found, name.casefold(), value)
        except BadInput as error:
            problems += error.problems
    if problems:
        raise BadInput(*problems)
    return replace(found, words=(*found.words, *words))


def checked(**given: tuple[str, ...]) -> None:
    """Check the words for statuses, kinds, schedules and reviews. Raises BadInput with the nearest word."""
    problems = []
    for name, (field, choices) in _CHOICES.items():
        problems += [_unknown(name, word, choices) for word in given.get(field, ()) if word not in choices]
    if problems:
        raise BadInput(*problems)


def _with(found: Filter, name: str, value: str) -> Filter:
    if name not in FIELDS:
        raise BadInput(_unknown("field", name, FIELDS))
    if not value:
        raise BadInput(Problem(f"{name}: names no value"))
    if name in _CHOICES:
        field, _ = _CHOICES[name]
        words = tuple(word.strip().casefold().replace("_", "-") for word in value.split(","))
        checked(**{field: words})
        match field:
            case "statuses":
                return replace(found, statuses=words)
            case "kinds":
                return replace(found, kinds=words)
            case "schedules":
                return replace(found, schedules=words)
            case _:
                return replace(found, reviews=words)
    match name:
        case "due":
            return _due(found, value)
        case "speaker":
            return replace(found, speaker=value)
        case "publisher":
            return replace(found, publisher=value)
        case _:
            return replace(found, article=value)


def _due(found: Filter, value: str) -> Filter:
    """Read `<2021-01-01`, `<=2021`, `>2020-06`, `>=2020-Q3` or a span alone."""
    from claims.domain.timespan import TimeSpan  # pydantic comes with it

    sign = next((each for each in ("<=", ">=", "<", ">") if value.startswith(each)), "")
    try:
        span = TimeSpan.parse(value[len(sign) :])
    except ValueError as error:
        raise BadInput(Problem(f"due: {error}")) from None
    one = date.resolution
    try:
        match sign:
            case "<":
                return replace(found, due_until=span.first - one)
            case "<=":
                return replace(found, due_until=span.last)
            case ">":
                return replace(found, due_from=span.last + one)
            case ">=":
                return replace(found, due_from=span.first)
            case _:
                return replace(found, due_from=span.first, due_until=span.last)
    except OverflowError:
        raise BadInput(Problem(f"due: there is no day beyond {value[len(sign) :]}")) from None


def _unknown(what: str, word: str, choices: tuple[str, ...]) -> Problem:
    near = difflib.get_close_matches(word, choices, n=1, cutoff=0.5)
    hint = f"did you mean {near[0]}?" if near else f"one of {', '.join(choices)}"
    return Problem(f"{word!r} is no {what}", hint=hint)
