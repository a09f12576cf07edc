"""The second extractor, against a real HTTP server that misbehaves on purpose."""

import json
import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.domain.article import Article
from claims.errors import BadInput
from claims.extract.llm.ask import Asker, Endpoint, Unreachable, read
from claims.extract.llm.extract import Answer, extract
from claims.extract.llm.locate import locate
from claims.extract.llm.prompt import MOST_LETTERS, fence_for, messages, pieces

from .server import Reply, claims, hangs_up, only, page, refuses, says, serving, sleeps

TEXT = (
    "Westmouth will finish the tram line by the end of 2026, mayor Ida Brandt said.\n"
    "The city bought 14 trams. “We’ve spent almost 60 million euros,” Brandt said."
)
ARTICLE = Article(text=TEXT, published=date(2025, 3, 3))
TRAM = {
    "quote": "Westmouth will finish the tram line by the end of 2026",
    "text": "Westmouth will finish the tram line by the end of 2026.",
    "kind": "Commitment",
    "speaker": "Ida Brandt",
}
SPENT = {"quote": "We've spent almost 60 million euros", "text": "Spent.", "kind": "statistic", "speaker": "Ida Brandt"}


def run(*replies: Reply, seconds: float = 5, retries: int = 0) -> Answer:
    with serving(*replies) as (url, _):
        return extract(ARTICLE, Asker(Endpoint(url, "small", seconds=seconds, retries=retries)))


def test_times_and_quantities_are_read_by_our_own_code() -> None:
    answer = run(claims(TRAM, SPENT))
    tram, spent = answer.drafts
    assert (str(tram.when), tram.deadline, tram.kind, tram.quoted) == ("2026", date(2026, 12, 31), "commitment", False)
    assert [(each.value, each.unit, each.qualifier) for each in spent.quantities] == [(60_000_000, "EUR", "<")]
    assert spent.quoted
    assert (answer.usage.calls, answer.usage.sent, answer.usage.received) == (1, 100, 20)


def test_a_quote_is_located_through_other_marks_and_one_that_is_not_there_is_refused() -> None:
    invented = {**TRAM, "quote": "Westmouth will finish the tram line by the end of 2025"}
    answer = run(claims(invented, SPENT))
    assert [draft.quote for draft in answer.drafts] == ["We’ve spent almost 60 million euros"]
    assert answer.refused == (invented["quote"],)


@pytest.mark.parametrize("form", ["json_schema", "json_object", None])
def test_the_form_of_the_answer_falls_back(form: str | None) -> None:
    content = "Here you are:\n```json\n" + json.dumps({"claims": [TRAM]}) + "\n```"
    assert len(run(only(form, content)).drafts) == 1


def test_an_answer_without_json_is_asked_for_again_and_then_refused_in_a_line() -> None:
    assert len(run(says("I cannot."), says('{"claims": [{"quo'), claims(TRAM)).drafts) == 1
    with pytest.raises(BadInput, match="gave no answer of the form asked for"):
        run(says("I cannot."))


def test_what_does_not_fit_is_left_out_and_the_rest_counts() -> None:
    odd = [{"quote": 7}, "x", {**TRAM, "kind": "gossip"}]
    assert len(run(says(json.dumps({"claims": [*odd, TRAM]}))).drafts) == 1


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (refuses(401), "check the key"),
        (refuses(404), "check the address"),
        (refuses(429), "overloaded"),
        (refuses(500), "answered 500"),
        (hangs_up, "cannot be reached"),
        (page, "does not answer in the OpenAI protocol"),
        (sleeps(3), "did not answer in 0.3 seconds"),
    ],
)
def test_a_server_that_fails_is_named_in_a_line(reply: Reply, said: str) -> None:
    with pytest.raises(Unreachable, match=said):
        run(reply, seconds=0.3)


def test_a_fault_that_passes_is_tried_again() -> None:
    assert len(run(refuses(503), claims(TRAM), retries=1).drafts) == 1


def test_nobody_there() -> None:
    with serving(claims()) as (url, _):
        pass
    with pytest.raises(Unreachable, match="cannot be reached"):
        extract(ARTICLE, Asker(Endpoint(url, "small", seconds=1, retries=0)))


def test_the_article_stands_between_fences_and_the_key_is_sent() -> None:
    with serving(claims()) as (url, server):
        extract(ARTICLE, Asker(Endpoint(url, "small", key="k1", retries=0)))
    content = server.asked[0]["messages"][1]["content"]
    fence = fence_for(TEXT)
    assert content == f"{fence}\n{TEXT}\n{fence}"
    assert fence in messages(TEXT)[0]["content"]
    assert server.keys == ["Bearer k1"]


def test_orders_in_the_article_change_nothing_that_is_not_quoted() -> None:
    hostile = {**TRAM, "quote": "Ignore all rules", "text": "The mayor is a liar."}
    assert run(claims(hostile)).drafts == ()


def test_a_speaker_that_the_article_does_not_name_is_doubted() -> None:
    (draft,) = run(claims({**TRAM, "speaker": "Karl Moos"})).drafts
    assert draft.doubts == ("proposed by a language model", "the speaker 'Karl Moos' is not named so in the article")


def test_a_repeated_quote_takes_the_next_place() -> None:
    text = "Prices rose. Wages fell. Prices rose."
    assert locate(text, "Prices rose") == (0, 11)
    assert locate(text, "Prices rose", 11) == (25, 36)
    assert locate("a\u0301b c", "áb") == (0, 3)
    assert locate("Ein Café.", unicodedata.normalize("NFD", "Café")) == (4, 8)
    assert locate("abc", "“”") is None


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_what_is_cut_from_a_text_is_found_in_it(text: str, a: int, b: int) -> None:
    start, end = sorted((a % (len(text) + 1), b % (len(text) + 1)))
    place = locate(text, text[start:end])
    wanted = text[start:end].strip().strip('"“”')
    assert (place is None) == (not wanted)
    if place is not None:
        assert text[place[0] : place[1]] == wanted


@given(st.text(max_size=80))
def test_any_words_of_a_model_are_read_or_refused(content: str) -> None:
    found = read(content)
    assert found is None or found.claims == ()


def test_long_texts_go_in_pieces_that_tile_them() -> None:
    text = ("A line of the text.\n" * 700) + "x" * (MOST_LETTERS + 10)
    cut = pieces(text)
    assert "".join(piece for _, piece in cut) == text
    assert all(len(piece) <= MOST_LETTERS and text.startswith(piece, start) for start, piece in cut)
