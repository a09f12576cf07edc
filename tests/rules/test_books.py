"""The house rulebooks against the cases beside them, and against every flaw that could be put into them."""

import pytest

from claims.rules.cases import Case, load_cases, run
from claims.rules.mutate import mutate
from claims.rules.rulebook import BOOKS, STACK, house, named


def cases_of(book: str) -> tuple[Case, ...]:
    path = BOOKS / f"{book}.cases.yaml"
    return load_cases(path.read_text(encoding="utf-8"), path.name)


ALL = [pytest.param(book, case, id=f"{book}: {case.name}") for book in STACK for case in cases_of(book)]


@pytest.mark.parametrize(("book", "case"), ALL)
def test_case_comes_out_as_it_says(book, case):
    (outcome,) = run([case], (named(book),))
    assert not outcome.differences


@pytest.mark.parametrize("book", STACK)
def test_every_flaw_of_a_house_rulebook_is_noticed_by_a_case(book):
    mutants = mutate(named(book), cases_of(book))
    assert len(mutants) > 5
    assert [f"{each.rule}: {each.what}" for each in mutants if not each.caught] == []


def test_the_stack_is_promises_statistics_news():
    assert [book.name for book in house()] == ["promises", "statistics", "news"]
