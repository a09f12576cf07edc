"""What holds for any text: exact offsets, no exception, order, time in line with length."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.extract.language import parse
from claims.extract.quantity import find

PIECES = (
    "one two three half quarter third million billion dozen hundred and a an of in to from between or about over nearly at least more than "
    "percent % $ US$ £ € Rs crore km m/h years old year-old 1 12 3.5 1,000 1,00 007 2009 1/2 ½ – - — : , . ( ) ago last fold times points "
    "Dow Boeing 737 S-400 people members June 24 o'clock p.m. #3 one-third 10–15 rose vote 3-1 é 🙂 ﷽ \u0301 \u200f \r\n \n \ufeff \u00a0 ٣ ② ⅔ 𝟙"
).split(" ")
texts = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join), st.lists(st.sampled_from(PIECES), max_size=30).map("".join))


@given(texts)
@settings(max_examples=300, deadline=None)
def test_offsets_are_exact_and_in_order(text: str) -> None:
    quantities = find(text)
    for each in quantities:
        assert text[each.start : each.end] == each.text != ""
    assert [each.start for each in quantities] == sorted(each.start for each in quantities)


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=20).map(" ".join))
@settings(max_examples=40, deadline=None)
def test_tokens_change_no_offset(text: str) -> None:
    for each in find(text, parse(text).tokens):
        assert text[each.start : each.end] == each.text


@given(texts, texts)
@settings(max_examples=100, deadline=None)
def test_the_same_text_gives_the_same(left: str, right: str) -> None:
    assert find(left + right) == find(left + right)


HOSTILE = (
    "1", "1,", "1,111,", "1,11", "1.", "1 ", "1-", "1/", "1:", "-", "a ", "one ", "one-", "one and ", "a million ", "half a ", "a third of ", "$", "Rs. ",
    "about ", "more than ", "at least about ", "June 1, ", "June ", "last 1 ", "between 1 and ", "Boeing 737 ", "Aa ", "www.", "x@", "http://a", "1 year ", "-old", "(", ". ",
    "1 in ", "aged 1 and ", "the one ", "%", "\u00a01", "posts 1, ", "vote 1-1 ", "from 1 to ", "percentage ", "seventy-", "two and a half ",
)  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_is_in_line_with_length(piece: str) -> None:
    def taken(size: int) -> float:
        text = (piece * (size // len(piece) + 1))[:size]
        best = float("inf")
        for _ in range(2):
            start = time.perf_counter()
            find(text)
            best = min(best, time.perf_counter() - start)
        return best

    find("1 warm start")
    short, long = taken(1_000), taken(8_000)
    # Eight times the length may take eight times the time, thrice that on a busy machine, but not the square.
    assert long < 24 * short + 0.05
