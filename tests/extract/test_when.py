"""The day of a claim that says none itself: from its sentence, from the tale that it goes on with, from the day of the story."""

from datetime import date
from functools import cache

import pytest

from claims.domain.article import Article
from claims.extract import extract
from claims.extract.draft import Draft

PUBLISHED = date(2020, 9, 2)  # a Wednesday

VOTE = """Orvenians turn out mayor of Halden
The town of Halden held its council election on Sunday.
In the harbour district, Ines Marlo of the Green List was elected with 4,120 votes, the most of any candidate.
Two former mayors were defeated in the old town.
Turnout is counted by the ballot office. The council has 31 seats.
Marlo has led the Green List since 2015. "I never lost an election," she said.
The list did not win in the hills.
Her father Piet Marlo had won the seat three times.
"""

MARKET = """Orven shares tumble
Orvenian stocks fell sharply on Tuesday as traders sold banks.
Its main index lost 3.1 percent and ended the day at 2,210 points.
Norvik Bank shed 12 percent, closing at 4.10 crowns.
The bank employs 900 people in Halden.
"""

TWO_DAYS = """Storm batters Halden
A storm flooded the old town of Halden on Sunday.
On Monday, firemen pumped out 40 cellars.
The mayor declined to name a figure. Water destroyed the library.
"""

CASES = [
    # what happened at the election
    (VOTE, "Ines Marlo of the Green List was elected", "2020-08-30"),
    (VOTE, "the most of any candidate", "2020-08-30"),
    (VOTE, "Two former mayors were defeated", "2020-08-30"),
    # how things are, what holds since, what was before, what somebody says of herself, what did not happen
    (VOTE, "Turnout is counted", None),
    (VOTE, "The council has 31 seats", None),
    (VOTE, "Marlo has led", "2015-01-01/2020-09-02"),
    (VOTE, "I never lost", None),
    (VOTE, "The list did not win", None),
    (VOTE, "had won the seat", None),
    # a day on the markets
    (MARKET, "index lost", "2020-09-01"),
    (MARKET, "Norvik Bank shed", "2020-09-01"),
    (MARKET, "closing at 4.10", "2020-09-01"),
    (MARKET, "The bank employs", None),
    # once another day is told, the story's day dates nothing more
    (TWO_DAYS, "firemen pumped out", "2020-08-31"),
    (TWO_DAYS, "Water destroyed", None),
    # the clause that a sentence opens with, but not one that comes behind, and not what is to come
    ("Police stormed the mill on Monday and freed nine men.", "freed nine men", "2020-08-31"),
    ("A van hit the gate on Monday, injuring two guards.", "injuring two guards", "2020-08-31"),
    # a time that stands in the clause and is not when it holds
    ("Claims must be made in person within 28 days.", "must be made", None),
    ("A law passed last July makes the test compulsory.", "makes the test", None),
    ("The shop has stayed open until 10 p.m. all year.", "stayed open", None),
    ("No model shows that the sea will recover this century.", "will recover", None),
    ("The main square keeps a 2000 year old custom.", "old custom", None),
    ("He was taken to the Century Hotel in Halden.", "was taken", None),
    ("The index fell from 2018 by nine points.", "index fell", None),
    ("The firm was founded by two brothers and moved to Halden in 1987.", "was founded", None),
]


@cache
def drafts(text: str) -> tuple[Draft, ...]:
    return extract(Article(text=text, published=PUBLISHED), check_language=False)


@pytest.mark.parametrize(("text", "words", "when"), CASES)
def test_a_day_from_elsewhere(text: str, words: str, when: str | None) -> None:
    found = [draft for draft in drafts(text) if words in draft.quote]
    assert found, [draft.quote for draft in drafts(text)]
    shortest = min(found, key=lambda draft: len(draft.quote))
    assert (shortest.when and str(shortest.when)) == when


def test_what_the_day_was_taken_from_is_told() -> None:
    reasons = {draft.quote[:12]: [edit.reason for edit in draft.edits] for draft in drafts(VOTE)}
    assert "the day that the article opens with (Sunday)" in reasons["the most of "]
    assert any("goes on with what was dated before (Sunday)" in reason for reason in reasons["Two former m"])


def test_an_article_cut_at_a_paragraph_dates_what_is_left_alike() -> None:
    for text in (VOTE, MARKET, TWO_DAYS):
        paragraphs = text.splitlines(keepends=True)
        for n in range(2, len(paragraphs)):
            left = drafts("".join(paragraphs[:n]))
            assert [(d.quote, d.when) for d in left] == [(d.quote, d.when) for d in drafts(text)[: len(left)]]
