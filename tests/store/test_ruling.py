"""What rules say lands in bulk: as any event would, with the same index, and not at all where it could not be read back."""

import json
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.domain.events import Event, ReviewReached, VerdictReached, read, write
from claims.domain.verdict import Rating, Review, Unresolvable, Verdict, Word
from claims.store import Ledger, append
from claims.store.chain import digest_of
from claims.store.ruling import written
from tests.store import sample
from tests.store.test_index import CLAIMS, DAYS, EVENTS, ONE, check, in_memory, play

WORDS = st.text(max_size=12) | st.sampled_from(["", "a\0b", "\x7f", "\u2028", "🚢", '"\\/'])
VERDICTS = st.builds(
    Verdict,
    word=st.sampled_from(Word),
    day=st.dates(),
    by=WORDS,
    person=st.booleans(),
    reason=WORDS,
    rulebook=st.none() | WORDS,
    evidence=st.lists(WORDS, max_size=2).map(tuple),
    facts=st.lists(st.tuples(WORDS, WORDS), max_size=2).map(tuple),
    code=st.none() | st.sampled_from(Unresolvable),
    rating=st.none() | st.builds(Rating, word=WORDS, scale=st.none() | WORDS),
    number=st.integers(0, 2**62),
)
FLAGS = st.builds(
    ReviewReached, claim=ONE, review=st.sampled_from(Review), day=st.dates(), rule=WORDS, reason=WORDS, rulebook=WORDS
)
NAMES = st.sampled_from(["old", "a\0b"])
SAID: st.SearchStrategy[Event] = st.one_of(
    st.builds(sample.reached, ONE, st.sampled_from([Word.VERIFIED, Word.DISMISSED, Word.OPEN]), DAYS),
    st.builds(
        ReviewReached,
        claim=ONE,
        review=st.sampled_from(Review),
        day=DAYS,
        rule=NAMES,
        reason=st.just("x"),
        rulebook=st.just("f"),
    ),
)
UNDO = st.tuples(st.just("undo"), st.integers(0, 3))
MIXED = st.lists(
    st.one_of(st.lists(SAID, min_size=1, max_size=6), st.lists(EVENTS, min_size=1, max_size=3), UNDO), max_size=10
)


@given(event=FLAGS | st.builds(VerdictReached, claim=ONE, verdict=VERDICTS))
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_written_is_what_any_event_would_be_and_is_read_back(event: VerdictReached | ReviewReached) -> None:
    assert written(event) == write(event)
    assert read(written(event)) == event


WHOLE = sample.reached(CLAIMS[0])
CORRUPT = [
    WHOLE.model_copy(update={"claim": 7}),
    WHOLE.model_copy(update={"verdict": WHOLE.verdict.model_copy(update={"by": 7})}),
    WHOLE.model_copy(update={"verdict": WHOLE.verdict.model_copy(update={"reason": "\ud800"})}),
    WHOLE.model_copy(update={"verdict": WHOLE.verdict.model_copy(update={"facts": (("a",),)})}),
    WHOLE.model_copy(update={"verdict": WHOLE.verdict.model_copy(update={"evidence": ["e1"]})}),
    WHOLE.model_copy(update={"verdict": WHOLE.verdict.model_copy(update={"number": -(10**5000)})}),
]


@pytest.mark.filterwarnings("ignore::UserWarning")
@pytest.mark.parametrize("event", CORRUPT, ids=range(len(CORRUPT)))
def test_what_could_not_be_read_back_takes_the_whole_command_with_it(event: VerdictReached) -> None:
    with in_memory() as ledger:
        play(ledger, [])
        before = ledger.head()
        with pytest.raises(ValueError):  # noqa: PT011  (pydantic's, JSON's or ours)
            ledger.append_all("c1", "ada", sample.MOMENT * 2, [sample.reached(CLAIMS[1]), event])
        assert ledger.head() == before
        assert ledger.audit() == ()


@given(commands=MIXED, day=DAYS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_index_is_its_rebuild_whatever_rules_say(commands: list[list[Event] | tuple[str, int]], day: date) -> None:
    with in_memory() as ledger:
        play(ledger, commands)
        check(ledger, [day])


def test_a_long_command_is_drawn_as_it_lands_and_may_read_the_ledger(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(append, "BATCH", 2)
    play(ledger, [])

    def events() -> Iterator[Event]:
        for number, claim in enumerate(CLAIMS):
            dossier = ledger.dossier(claim)
            assert dossier is not None
            assert dossier.word is Word.OPEN
            yield sample.reached(claim)
            if number % 3 == 0:
                yield sample.evidence(claim)

    count = ledger.append_all("c1", "ada", sample.MOMENT * 2, events())
    assert count == len(list(ledger.entries(command="c1")))
    assert {dossier.word for dossier in ledger.dossiers()} == {Word.REFUTED}
    assert list(ledger.touched("c1")) == sorted(CLAIMS)
    check(ledger, [date(2024, 7, 3)])


def test_a_reader_that_fails_halfway_leaves_nothing(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(append, "BATCH", 1)
    play(ledger, [])
    before = ledger.head()

    def events() -> Iterator[Event]:
        yield sample.reached(CLAIMS[0])
        yield sample.reached(CLAIMS[1])
        raise RuntimeError("the lights went out")

    with pytest.raises(RuntimeError, match="the lights went out"):
        ledger.append_all("c1", "ada", sample.MOMENT * 2, events())
    assert ledger.head() == before
    check(ledger, [date(2024, 7, 3)])


@given(actor=WORDS, text=WORDS | st.just("\ud800"), number=st.integers(1, 2**62))
def test_the_digest_is_that_of_the_fields_as_json(actor: str, text: str, number: int) -> None:
    import hashlib

    fields = (number, 5, actor, "c", "NoteAdded", 1, text, "0" * 64)
    wanted = hashlib.sha256(json.dumps(fields, separators=(",", ":")).encode("ascii")).hexdigest()
    assert digest_of(*fields) == wanted
