"""A dossier is the fold of a claim's entries, for a day."""

from datetime import date, timedelta
from itertools import permutations

import pytest

from claims.domain.article import Span
from claims.domain.claim import Claim, Kind, Sighting
from claims.domain.dossier import Dossier, fold, standing
from claims.domain.events import (
    ClaimCorrected,
    ClaimDismissed,
    ClaimRecorded,
    ClaimReviewed,
    ClaimSighted,
    ClaimSuperseded,
    CommandUndone,
    DeadlineMoved,
    Entry,
    Event,
    EvidenceAdded,
    EvidenceWithdrawn,
    NoteAdded,
    ReviewReached,
    SourceGraded,
    VerdictGiven,
    VerdictLifted,
    VerdictReached,
)
from claims.domain.evidence import Evidence, Stance
from claims.domain.verdict import Review, Verdict, Word

ID = "0" * 16
MADE = date(2024, 3, 5)
BY = date(2024, 6, 30)
LATER = date(2024, 7, 5)
NEVER = date.max
MOMENT = 1_709_640_000_000_000
"""2024-03-05 12:00 UTC."""
CLAIM = Claim(id=ID, text="The quay opens by June.", kind=Kind.COMMITMENT, speaker="Ada Quill", deadline=BY)
SEEN = Sighting(article="f" * 64, published=MADE, publisher="Lowen Courier", span=Span(start=0, end=4, quote="quay"))
RECORDED = ClaimRecorded(claim=CLAIM, made=MADE, sighting=SEEN)


def entries(*events: Event, day: int = 1) -> list[Entry]:
    """The claim's record, then each event a day later by a command of its own: c2, c3, ..."""
    return [
        Entry(number=n, recorded=MOMENT + (n - 1) * day * 86_400_000_000, actor="bea", command=f"c{n}", event=event)
        for n, event in enumerate((RECORDED, *events), start=1)
    ]


def folded(*events: Event, as_of: date = NEVER) -> Dossier:
    dossier = fold(entries(*events), as_of)
    assert dossier is not None
    return dossier


def evidence(name: str = "e1", **given: object) -> EvidenceAdded:
    fields = {
        "id": name,
        "stance": Stance.SUPPORTS,
        "source": "x",
        "publisher": "Gazette",
        "origin": "gazette",
        "entered": LATER,
    }
    return EvidenceAdded(claim=ID, evidence=Evidence.model_validate(fields | given))


def verdict(word: Word, day: date, *, person: bool = True) -> VerdictGiven | VerdictReached:
    made = Verdict(word=word, day=day, by="bea" if person else "rule", person=person, reason="so it is")
    return VerdictGiven(claim=ID, verdict=made) if person else VerdictReached(claim=ID, verdict=made)


def flag(review: Review, day: date) -> ReviewReached:
    return ReviewReached(claim=ID, review=review, day=day, rule="old", reason="it is old", rulebook="f" * 64)


def test_a_claim_as_recorded_is_open_and_unreviewed() -> None:
    dossier = folded()
    assert (dossier.claim, dossier.recorded, dossier.made, dossier.entered) == (CLAIM, CLAIM, MADE, MADE)
    assert (dossier.word, dossier.review, dossier.sightings, dossier.last) == (Word.OPEN, Review.UNREVIEWED, (SEEN,), 1)


def test_what_a_person_wrote_was_looked_at() -> None:
    alone = [Entry(number=1, recorded=MOMENT, actor="a", command="c", event=ClaimRecorded(claim=CLAIM, made=MADE))]
    dossier = fold(alone, NEVER)
    assert dossier is not None
    assert dossier.review is Review.REVIEWED


def test_before_its_day_there_is_no_claim_and_without_entries_none() -> None:
    assert fold(entries(), MADE - timedelta(days=1)) is None
    assert fold([], NEVER) is None
    assert fold(entries(NoteAdded(claim=ID, text="x"))[1:], NEVER) is None


@pytest.mark.parametrize(
    ("event", "day", "name"),
    [
        (evidence(published=BY), BY, "evidence"),
        (evidence(), LATER, "evidence"),
        (verdict(Word.VERIFIED, BY), BY, "verdicts"),
        (verdict(Word.VERIFIED, BY, person=False), BY, "verdicts"),
        (DeadlineMoved(claim=ID, deadline=LATER, day=BY, source="the board"), BY, "moves"),
        (ClaimSuperseded(claim=ID, by="1" * 16, day=BY), BY, "superseded_by"),
        (ClaimSuperseded(claim="1" * 16, by=ID, day=BY), BY, "supersedes"),
        (ClaimSighted(claim=ID, sighting=SEEN.model_copy(update={"published": BY})), BY, "sightings"),
        (flag(Review.RECHECK, BY), BY, "flag"),
        (ClaimReviewed(claim=ID, day=BY), BY, "looked"),
    ],
)
def test_what_has_a_day_counts_from_that_day(event: Event, day: date, name: str) -> None:
    before, on = folded(event, as_of=day - timedelta(days=1)), folded(event, as_of=day)
    assert before == folded(as_of=day - timedelta(days=1))
    assert getattr(on, name) != getattr(before, name)
    assert on.last == 2


def test_the_order_in_which_entries_come_is_nothing_to_the_fold() -> None:
    given = entries(evidence(published=BY), verdict(Word.VERIFIED, BY), NoteAdded(claim=ID, text="x"))
    assert len({fold(list(order), NEVER) == fold(given, NEVER) for order in permutations(given)}) == 1


def test_a_correction_changes_the_named_fields_and_keeps_the_record() -> None:
    after = CLAIM.model_copy(update={"speaker": "Bo Lint", "text": "Not named, so not taken."})
    dossier = folded(ClaimCorrected(claim=ID, fields=("speaker",), after=after), as_of=MADE)
    assert (dossier.claim.speaker, dossier.claim.text) == ("Bo Lint", CLAIM.text)
    assert dossier.recorded == CLAIM
    assert dossier.review is Review.REVIEWED


def test_a_moved_deadline_stands_beside_the_first() -> None:
    first = DeadlineMoved(claim=ID, deadline=date(2024, 9, 30), day=date(2024, 6, 1), source="the board")
    second = DeadlineMoved(claim=ID, deadline=date(2024, 12, 31), day=date(2024, 9, 1), source="the board")
    dossier = folded(second, first)
    assert (dossier.claim.deadline, dossier.first_deadline) == (date(2024, 12, 31), BY)
    assert [move.day for move in dossier.moves] == [date(2024, 6, 1), date(2024, 9, 1)]
    between = folded(second, first, as_of=date(2024, 8, 1))
    assert (between.claim.deadline, between.first_deadline) == (date(2024, 9, 30), BY)


def test_mending_the_deadline_of_a_moved_claim_mends_the_first() -> None:
    moved = DeadlineMoved(claim=ID, deadline=date(2024, 9, 30), day=date(2024, 6, 1), source="the board")
    after = CLAIM.model_copy(update={"deadline": date(2024, 5, 31)})
    dossier = folded(moved, ClaimCorrected(claim=ID, fields=("deadline",), after=after))
    assert (dossier.claim.deadline, dossier.first_deadline) == (date(2024, 9, 30), date(2024, 5, 31))


def test_withdrawn_evidence_is_kept_apart() -> None:
    dossier = folded(evidence("e1"), evidence("e2"), EvidenceWithdrawn(claim=ID, evidence="e1"))
    assert [each.id for each in dossier.evidence] == ["e2"]
    assert [each.id for each in dossier.withdrawn] == ["e1"]


def test_a_grade_goes_to_evidence_that_has_none() -> None:
    graded = SourceGraded(source="GAZETTE", grade="B", claims=(ID,))
    dossier = folded(evidence("e1"), evidence("e2", grade="E"), graded)
    assert [each.grade for each in dossier.evidence] == ["B", "E"]
    assert folded(evidence("e1", publisher="Courier", origin="courier"), graded).evidence[0].grade is None


def test_a_person_outranks_a_rule_and_else_the_greatest_day_and_number_stand() -> None:
    assert folded(verdict(Word.VERIFIED, BY), verdict(Word.REFUTED, LATER, person=False)).word is Word.VERIFIED
    assert folded(verdict(Word.VERIFIED, LATER), verdict(Word.REFUTED, BY)).word is Word.VERIFIED
    assert folded(verdict(Word.VERIFIED, BY), verdict(Word.REFUTED, BY)).word is Word.REFUTED
    assert folded(verdict(Word.VERIFIED, BY), verdict(Word.REFUTED, LATER), as_of=BY).word is Word.VERIFIED


def test_lifting_hands_the_claim_back_from_that_day_on() -> None:
    lifted = VerdictLifted(claim=ID, day=LATER)
    assert folded(verdict(Word.VERIFIED, BY), lifted).word is Word.OPEN
    assert folded(verdict(Word.VERIFIED, BY), lifted, as_of=BY).word is Word.VERIFIED
    assert folded(ClaimDismissed(claim=ID), lifted).word is Word.OPEN
    assert folded(ClaimSuperseded(claim=ID, by="1" * 16, day=BY), lifted).word is Word.OPEN


def test_dismissed_and_superseded_are_words_of_their_own() -> None:
    assert folded(verdict(Word.VERIFIED, BY), ClaimDismissed(claim=ID)).word is Word.DISMISSED
    assert folded(ClaimSuperseded(claim=ID, by="1" * 16, day=BY)).word is Word.SUPERSEDED
    assert folded(ClaimSuperseded(claim="1" * 16, by=ID, day=BY)).word is Word.OPEN


def test_a_rule_s_wish_for_another_look_stands_until_a_person_looks() -> None:
    wish = flag(Review.RECHECK, BY)
    assert folded(ClaimReviewed(claim=ID, day=MADE), wish).review is Review.RECHECK
    assert folded(wish, ClaimReviewed(claim=ID, day=LATER)).review is Review.REVIEWED
    assert folded(wish, NoteAdded(claim=ID, text="seen")).review is Review.REVIEWED
    assert folded(wish, verdict(Word.REFUTED, LATER, person=False)).review is Review.RECHECK


def test_a_repetition_refreshes_nothing() -> None:
    again = ClaimSighted(claim=ID, sighting=SEEN.model_copy(update={"published": LATER}))
    before = folded(verdict(Word.REFUTED, BY), flag(Review.RECHECK, LATER))
    after = folded(verdict(Word.REFUTED, BY), flag(Review.RECHECK, LATER), again)
    assert len(after.sightings) == 2
    assert after.model_copy(update={"sightings": before.sightings, "last": before.last}) == before


def test_an_undo_masks_its_command_and_an_undo_of_that_brings_it_back() -> None:
    base = (verdict(Word.VERIFIED, BY),)
    undone = (*base, CommandUndone(command="c2", claims=(ID,)))
    redone = (*undone, CommandUndone(command="c3", claims=(ID,)))
    again = (*redone, CommandUndone(command="c4", claims=(ID,)))
    assert folded(*undone) == folded()
    assert folded(*redone) == folded(*base)
    assert folded(*again) == folded()
    assert fold(entries(CommandUndone(command="c1", claims=(ID,))), NEVER) is None


def test_what_stands_leaves_out_the_undos_themselves() -> None:
    given = entries(NoteAdded(claim=ID, text="x"), CommandUndone(command="c2", claims=(ID,)))
    assert [entry.number for entry in standing(given)] == [1]
