"""Sentences and paragraphs of a news text: text in, text out."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.extract.sentences import paragraphs, sentences


def split(text: str) -> list[str]:
    """The sentences of a text, paragraph by paragraph."""
    return [text[a:b] for start, end in paragraphs(text) for a, b in sentences(text, start, end)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ferries stopped at 6 p.m. on Friday. They ran again at noon.", 2),
        ("He flew to the U.S. The trip took two days.", 2),
        ("He met U.S. President Karl Moe in Oslo.", 1),
        ("The U.K. Treasury declined. It gave no reason.", 2),
        ("Mr. Okafor and Dr. Lind met Gen. Ruiz on Sept. 3 in St. Ives.", 1),
        ("J. R. Halloran and A.B. Sato own Brandt Inc. of Turku.", 1),
        ("She works for Brandt Inc. It makes pumps.", 2),
        ("Sales rose 3.5 percent to $4.2 million. Profit fell.", 2),
        ("“We will stay. We have no choice,” she said. Nobody moved.", 3),
        ('"Why now?" asked the mayor. "Because we must."', 2),
        ("Rates stay put, i.e. at 2 percent. Mr. Lind voted against.", 2),
        ("He studied art. She read law.", 2),
        ("The browser is called IE. Its goal is speed.", 2),
        ("It began... and it ended. All left.", 2),
        ("Is it true? No! It is not.", 3),
        ("The Ph.D. student left. The others stayed.", 2),
        ("Bid No. 4 won. No. 5 lost.", 2),
        ("The firm, based in Washington D.C., has 40 staff.", 1),
        ("- Tickets cost 4 euros. They sell out.\n- Doors open at noon.", 3),
        ("1. The bridge opens in May.\n2. The tunnel stays shut.", 2),
        ("HEADLINE WITHOUT A STOP\nThe body begins here. It goes on.", 3),
        ("", 0),
        (" \n\t\n ", 0),
    ],
)
def test_number_of_sentences(text: str, found: int) -> None:
    assert len(split(text)) == found, split(text)


def test_text_wrapped_at_a_column_is_joined() -> None:
    text = (
        "The council of Harnwick voted on Monday to close three of its five swimming\n"
        "pools, a step that will save 400,000 pounds a year according to its own\n"
        "figures. Residents plan to protest.\n\nThe mayor was absent."
    )
    assert [part.split()[0] for part in split(text)] == ["The", "Residents", "The"]


def test_lines_of_a_list_are_not_joined() -> None:
    text = "Harnwick Town Council, Market Square, open on weekdays only from nine\nDenby Parish Council, Church Lane"
    assert len(split(text)) == 2


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.characters(), max_size=120))
def test_sentences_cover_all_but_blanks_in_order(text: str) -> None:
    last = 0
    for start, end in paragraphs(text):
        assert last <= start < end <= len(text)
        reached = start
        for a, b in sentences(text, start, end):
            assert reached <= a < b <= end
            assert all(c.isspace() or c in "\ufeff\u200b\u2060" for c in text[reached:a])
            reached = b
        assert reached == end
        last = end


@pytest.mark.parametrize("unit", ["a. ", ". ", "U.S. ", "“", "...", "(1) ", "A.", "x" * 50 + " ", "\n ", "’. "])
def test_time_is_linear_in_hostile_text(unit: str) -> None:
    def spent(times: int) -> float:
        text = unit * times
        begin = time.process_time()
        split(text)
        return time.process_time() - begin

    small = min(spent(3_000) for _ in range(3))
    assert spent(24_000) < 8 * 4 * max(small, 0.002)
