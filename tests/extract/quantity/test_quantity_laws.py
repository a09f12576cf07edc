"""What holds for any text: exact offsets, no exception, order, time in line with length."""

from timeit import default_timer

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.extract.language import parse
from claims.extract.quantity import find

PIECES = (
    "one two three half quarter third million billion dozen hundred and a an of in to from between or about over nearly at least "
    "more than percent % $ US$ £ € Rs crore km m/h years old year-old 1 12 3.5 1,000 1,00 007 2009 1/2 ½ – - — : , . ( ) ago last "
    "fold times points Dow Boeing 737 S-400 people members June 24 o'clock p.m. #3 one-third 10–15 rose vote 3-1 "
    "é 🙂 ﷽ \u0301 \u200f \r\n \n \ufeff \u00a0 ٣ ② ⅔ 𝟙"
).split(" ")
pieces = st.lists(st.sampled_from(PIECES), max_size=30)
texts = st.one_of(st.text(), pieces.map(" ".join), pieces.map("".join))


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
    *("1", "1,", "1,111,", "1,11", "1.", "1 ", "1-", "1/", "1:", "-", "\u00a01", "%", "(", ". ", "-old", "$", "Rs. "),
    *(
        "a ",
        "one ",
        "one-",
        "one and ",
        "the one ",
        "seventy-",
        "a million ",
        "half a ",
        "a third of ",
        "two and a half ",
        "1 in ",
    ),
    *(
        "about ",
        "more than ",
        "at least about ",
        "June 1, ",
        "June ",
        "last 1 ",
        "between 1 and ",
        "from 1 to ",
        "aged 1 and ",
    ),
    *("Boeing 737 ", "Aa ", "www.", "x@", "http://a", "1 year ", "posts 1, ", "vote 1-1 ", "percentage "),
)


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_is_in_line_with_length(piece: str) -> None:
    def taken(size: int) -> float:
        text = (piece * (size // len(piece) + 1))[:size]
        best = float("inf")
        for _ in range(2):
            start = default_timer()
            find(text)
            best = min(best, default_timer() - start)
        return best

    find("1 warm start")
    short, long = taken(1_000), taken(8_000)
    # Eight times the length may take eight times the time, thrice that on a busy machine, but not the square.
    assert long < 24 * short + 0.05
