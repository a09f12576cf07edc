"""Laws of the time tagger: offsets, order, determinism, no exception, and time linear in the text."""

import re
import time
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claims.extract.time import TenseHint, describe, tag, timexes
from claims.extract.time.lexicon import lexicon

WORDS = [
    *lexicon().signs_of,
    "2020",
    "1900",
    "5",
    "31",
    "1,200",
    "3.5",
    "12:30",
    "9 a.m.",
    "0800",
    "–",
    "-",
    ",",
    ".",
    "(",
    ")",
    "'",
    "’",
    "/",
    "Q3",
    "FY21",
    "2020-01-01",
    "2020-W60",
    "99/99/99",
    "0000-00-00",
    "1980s",
    "'80s",
    "5th",
    "99th",
    "'82",
    "\n\n",
    "$5",
    "said",
    "will",
    "ships",
    "Christmas",
    "Easter",
    "New",
    "Year's",
    "Eve",
    "é",
    "٣",
    "🚢",
    "\u202e",
    "\ufeff",
    "\r\n",
    "a\u0301",
    "9999",
    "2100",
    "1500",
]
SOUP = st.lists(
    st.sampled_from(WORDS).flatmap(lambda word: st.sampled_from([word, word.title(), word.upper()])), max_size=40
).map(" ".join)
DAYS = st.one_of(
    st.dates(), st.sampled_from([date.min, date.max, date(1, 12, 31), date(9999, 1, 1), date(2020, 2, 29)])
)


@given(st.one_of(st.text(max_size=200), SOUP), DAYS, st.integers(1, 12))
@example(
    "the end of the millennium, a century ago, 900 decades later, in 99999999 years, within 5e9 days",
    date(2020, 1, 1),
    1,
)
@example("next week next month next year next decade tomorrow within 10 days", date.max, 7)
@example("last week last month last year last decade yesterday 10 days ago", date.min, 4)
@settings(max_examples=400, deadline=None)
def test_offsets_are_exact_and_nothing_overlaps(text: str, day: date, fiscal: int) -> None:
    found = tag(text, day, fiscal_year_start=fiscal)
    reached = 0
    for expression in found:
        assert text[expression.start : expression.end] == expression.text
        assert reached <= expression.start < expression.end
        reached = expression.end
        assert expression.rule
        assert "\n\n" not in expression.text
        assert len(describe(expression).splitlines()) == 1
        assert expression.reference == expression.value.endswith("_REF")
        if expression.span is not None:
            assert expression.span.first <= expression.span.last
    assert found == tag(text, day, fiscal_year_start=fiscal)
    for part in timexes(found):
        assert text[part.start : part.end] == part.text


@given(SOUP, SOUP, DAYS)
@settings(max_examples=150, deadline=None)
def test_a_later_paragraph_changes_nothing_before_it(first: str, second: str, day: date) -> None:
    alone = tag(first, day)
    both = tag(f"{first}\n\n{second}", day)
    assert both[: len(alone)] == alone


@given(SOUP, DAYS, st.sampled_from(["past", "present", "future"]))
@settings(max_examples=100, deadline=None)
def test_any_hint_is_taken(text: str, day: date, tense: str) -> None:
    hint = TenseHint(0, len(text), tense)  # type: ignore[arg-type]
    for expression in tag(text, day, hints=[hint]):
        assert text[expression.start : expression.end] == expression.text


def test_dates_keep_their_form() -> None:
    text = " ".join(word for word in WORDS for _ in range(2))
    shapes = re.compile(
        r"[0-9]{2,4}|[0-9]{4}-(?:[0-9]{2}(?:-[0-9]{2}(?:T\S+)?)?|W[0-9]{2}(?:-WE)?|Q[1-4]|H[12]|S[PU]|FA|WI)|FY.*|[A-Z]+_REF|"
        r"P[T0-9.XA-Z]+|XXXX-\S+|[0-9-]{10}/[0-9-]{10}"
    )
    for expression in tag(text, date(2020, 9, 2)):
        assert shapes.fullmatch(expression.value), expression


HOSTILE = [
    "the ",
    "one ",
    "one-",
    "1 ",
    "1-",
    "a few ",
    "May ",
    "May-",
    "Friday ",
    "2020 ",
    "2020-",
    "early ",
    "and a half ",
    "the end of the ",
    "of ",
    "no ",
    "'80s ",
    "9:30 ",
    "1,000",
    "1.1.1",
    "aaaa",
    "A1",
    "(",
    "'",
    "a.m. ",
    "\n",
    "\n\n",
    " \n",
    "'s ",
    "last next ",
    "by no later than ",
    "twenty ",
    "first second ",
    "to ",
    "said ",
]


@pytest.mark.parametrize("piece", HOSTILE, ids=repr)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        begin = time.process_time()
        tag(text, date(2020, 9, 2))
        return time.process_time() - begin

    tag("warm 2020", date(2020, 9, 2))
    small, large = seconds(8_000), seconds(64_000)
    assert large < 24 * max(small, 0.01), (small, large)  # 8 is linear, 64 would be quadratic


def test_every_rule_by_itself_is_quick_on_a_long_run() -> None:
    """Each pattern, on the longest run of signs that it can meet, of each of its own signs and of pairs of them."""
    longest = 80
    for rule in lexicon().rules:
        signs = sorted(set(rule.pattern.pattern) & set(lexicon().names))
        runs = [sign * longest for sign in signs] + [
            (a + b) * (longest // 2) for a, b in zip(signs, signs[1:] + signs[:1], strict=True)
        ]
        begin = time.process_time()
        for run in runs:
            for _ in rule.pattern.finditer(run):
                pass
        assert (time.process_time() - begin) / max(1, len(runs)) < 0.005, rule.name
