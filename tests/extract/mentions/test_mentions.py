"""Who is named in an article, and what short names, pronouns and definite nouns stand for: texts in, names out."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.extract.language import parse
from claims.extract.mentions import Mentions, mentions


@cache
def read(text: str) -> Mentions:
    return mentions(parse(text))


def token(found: Mentions, word: str, nth: int = -1) -> int:
    """The token of the nth place where a word stands, the last by default."""
    return [each.i for each in found.parse.tokens if each.text == word][nth]


@pytest.mark.parametrize(
    ("text", "word", "full"),
    [
        ("Teo Bracken planted oaks. Bracken sold them.", "Bracken", "Teo Bracken"),
        ("Mr Bracken planted oaks. The oaks made Teo Bracken rich.", "Bracken", "Teo Bracken"),
        ("Councillor Mara Quill spoke first. Ms Quill left early.", "Quill", "Mara Quill"),
        ("Prime Minister Ana Silva spoke in Oakham.", "Silva", "Ana Silva"),
        ("The Northern Ferry Agency (NFA) is closed. The NFA has no ships.", "NFA", "Northern Ferry Agency"),
        ("Brenner Motor Company lost money. Brenner will close a plant.", "Brenner", "Brenner Motor Company"),
        ("Officials in North Korea met in Oakham. South Korea was not there.", "Korea", "South Korea"),
        ("Anna K. Moss spoke. Moss left early.", "Moss", "Anna K. Moss"),
        ("Ida Smith-Jones spoke in Oakham. Ms Smith-Jones left.", "Jones", "Ida Smith-Jones"),
        ("He drives a car made by General Motors.", "Motors", "General Motors"),
    ],
)
def test_the_fullest_name(text: str, word: str, full: str) -> None:
    found = read(text)
    assert found.full_name_of(token(found, word)) == full


def test_a_name_two_people_share_is_not_certain() -> None:
    found = read("Ana Silva met Rui Silva in Oakham. Silva left early.")
    assert not found.is_certain(token(found, "Silva"))
    assert found.is_certain(token(found, "Oakham"))


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Teo Bracken planted oaks. He sold them.", "He", "Teo Bracken"),
        ("Anna Moss met Peter Dahl. She was early.", "She", "Anna Moss"),
        ("Anna Moss met Peter Dahl. He was early.", "He", "Peter Dahl"),
        ("Peter Dahl is a farmer. His wheat is red.", "His", "Peter Dahl"),
        ("Oakham Steel closed its mill. It lost 3 million euros.", "It", "Oakham Steel"),
        ("The officials met in Oakham. They left early.", "They", "officials"),
    ],
)
def test_pronouns(text: str, word: str, name: str) -> None:
    found = read(text)
    referent = found.referent(token(found, word))
    assert referent is not None
    assert referent[0] == name


@pytest.mark.parametrize(
    "text", ["It is expected to rain.", "It is clear that rents rose.", "He left early.", "She sold oaks."]
)
def test_pronouns_that_stand_for_nothing_named(text: str) -> None:
    assert read(text).referent(0) is None


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Oakham Steel closed its mill. The company lost money.", "company", "Oakham Steel"),
        ("Piotr Nowak, the mayor, opened the pool. The mayor left early.", "mayor", "Piotr Nowak"),
        ("A company closed its mill.", "company", None),
        ("Oakham Steel closed its mill. The company that built it is gone.", "company", None),
    ],
)
def test_definite_nouns(text: str, word: str, name: str | None) -> None:
    found = read(text)
    assert found.definite(token(found, word)) == name


PIECES = (
    "Mr Ms Ana Silva General Motors ( ) NFA the company mayor he she it they his , . of and for Oakham "
    "“ ” ' \n é 🙂 \u200f 5"
).split(" ")


@given(st.one_of(st.text(max_size=150), st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join)))
@settings(max_examples=80, deadline=None)
def test_any_text(text: str) -> None:
    found = mentions(parse(text))
    last = 0
    for name in found.names:
        assert last <= name.first < name.stop <= len(found.parse.tokens)
        last = name.stop
    for each in found.parse.tokens:
        found.full_name_of(each.i)
        found.referent(each.i)
        found.definite(each.i)
