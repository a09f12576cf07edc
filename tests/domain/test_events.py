"""Events are written as one line of text and read back the same."""

import json
from datetime import UTC, date, datetime
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.domain.article import Article, Span
from claims.domain.claim import Claim, Kind, Sighting
from claims.domain.events import (
    ArticleFiled,
    ClaimRecorded,
    ClaimSuperseded,
    CommandUndone,
    Entry,
    Event,
    NoteAdded,
    SourceGraded,
    claims_of,
    read,
    write,
)
from claims.domain.quantity import Quantity
from claims.domain.timespan import TimeSpan

DAY = date(2024, 3, 5)
WORDS = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=30)
CLAIM = Claim(
    id="0" * 16,
    text="Two cranes fell.",
    kind=Kind.EVENT,
    when=TimeSpan.parse("2024-03"),
    quantities=(Quantity(value=2, unit="cranes"), Quantity(value=0.1, qualifier="approx")),
    score=0.123,
    worth=(("numbers", 0.1),),
)


def test_a_written_event_is_one_line_of_ascii_without_what_is_as_usual() -> None:
    text = write(NoteAdded(claim="0" * 16, text="Ärger\n– 🚢"))
    assert text.isascii()
    assert "\n" not in text
    assert list(json.loads(text)) == ["type", "version", "claim", "text"]
    assert json.loads(write(ClaimRecorded(claim=CLAIM, made=DAY)))["claim"].keys() == {
        "id",
        "text",
        "kind",
        "when",
        "quantities",
        "score",
        "worth",
    }


@given(WORDS, st.none() | WORDS, st.dates(), st.floats(0, 1))
def test_what_was_written_is_read_back_the_same(words: str, name: str | None, day: date, score: float) -> None:
    span = Span.of(words, 0, len(words))
    article = Article(text=words, published=day, publisher=name, title=name)
    sighting = Sighting(article=article.id, published=day, publisher=name, span=span, speaker=name)
    claim = CLAIM.model_copy(update={"text": words, "speaker": name, "score": score, "deadline": day})
    for event in (
        ArticleFiled(id=article.id, article=article, claims=1, extractor=words),
        ClaimRecorded(claim=claim, made=day, sighting=sighting),
        NoteAdded(claim=claim.id, text=words),
    ):
        assert read(write(event)) == event
        assert write(read(write(event))) == write(event)


def test_every_kind_of_event_has_its_own_name_and_a_version() -> None:
    kinds = get_args(Event)
    assert len({kind.model_fields["type"].default for kind in kinds}) == len(kinds)
    assert all(kind.model_fields["type"].default == kind.__name__ for kind in kinds)
    assert all(kind.model_fields["version"].default >= 1 for kind in kinds)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "{}",
        '{"type":"Nothing","version":1}',
        '{"type":"NoteAdded","version":99,"claim":"x","text":"y"}',
        '{"type":"NoteAdded","version":1,"claim":"x"}',
        '{"type":"NoteAdded","version":1,"claim":"x","text":"y","more":1}',
    ],
)
def test_what_is_no_event_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 # pydantic's and json's faults are of many kinds
        read(text)


def test_which_claims_an_event_is_about() -> None:
    article = Article(text="x", published=DAY)
    assert claims_of(ArticleFiled(id=article.id, article=article)) == ()
    assert claims_of(ClaimRecorded(claim=CLAIM, made=DAY)) == (CLAIM.id,)
    assert claims_of(ClaimSuperseded(claim="a", by="b", day=DAY)) == ("a", "b")
    assert claims_of(SourceGraded(source="x", grade="B", claims=("a", "b"))) == ("a", "b")
    assert claims_of(CommandUndone(command="c", claims=("a",))) == ("a",)


def test_the_moment_of_an_entry_is_in_utc_to_the_microsecond() -> None:
    entry = Entry(
        number=1, recorded=1_709_683_199_999_999, actor="ada", command="c", event=NoteAdded(claim="a", text="b")
    )
    assert entry.moment == datetime(2024, 3, 5, 23, 59, 59, 999_999, UTC)
    assert entry.day == DAY
    early = entry.model_copy(update={"recorded": -1})
    assert early.moment == datetime(1969, 12, 31, 23, 59, 59, 999_999, UTC)
