"""What is written down: only what differs; a person outranks a rule, and a rule that disagrees asks for another look."""

from datetime import date, timedelta

import pytest

from claims.domain.dossier import Dossier, fold
from claims.domain.events import (
    ClaimDismissed,
    ClaimRecorded,
    ClaimReviewed,
    DeadlineMoved,
    Entry,
    Event,
    EvidenceAdded,
    EvidenceWithdrawn,
    ReviewReached,
    VerdictGiven,
    VerdictLifted,
    VerdictReached,
)
from claims.domain.verdict import Review, Unresolvable, Verdict, Word
from claims.rules.judge import judge
from claims.rules.resolve import changes
from claims.rules.rulebook import house
from tests.rules.samples import MADE, claim, evidence

AFTER = date(2022, 1, 15)


class Story:
    """A claim's events one after another, each entered on its day; `resolve` writes what the rules say."""

    def __init__(self, **fields: object) -> None:
        self.claim = claim(**fields)
        self.entries: list[Entry] = []
        self.tell(MADE, ClaimRecorded(claim=self.claim, made=MADE))

    def tell(self, day: date, *events: Event) -> None:
        moment = (day - date(1970, 1, 1)).days * 86_400_000_000
        for event in events:
            number = len(self.entries) + 1
            self.entries.append(Entry(number=number, recorded=moment, actor="ada", command=f"c{number}", event=event))

    def on(self, day: date) -> Dossier:
        found = fold(self.entries, day)
        assert found is not None
        return found

    def resolve(self, day: date) -> tuple[Event, ...]:
        dossier = self.on(day)
        events = changes(dossier, judge(dossier, house(), day), day)
        self.tell(day, *events)
        return events

    def support(self, day: date, source: str = "Example Gazette", **fields: object) -> None:
        self.tell(day, EvidenceAdded(claim=self.claim.id, evidence=evidence("supports", source, entered=day, **fields)))

    def refute(self, day: date, source: str = "Alder Courier", **fields: object) -> None:
        self.tell(day, EvidenceAdded(claim=self.claim.id, evidence=evidence("refutes", source, entered=day, **fields)))

    def give(self, day: date, word: Word, **fields: object) -> None:
        verdict = Verdict(word=word, day=day, by="Ada", person=True, reason="Seen.", **fields)  # type: ignore[arg-type]
        self.tell(day, VerdictGiven(claim=self.claim.id, verdict=verdict))


def told(events: tuple[Event, ...]) -> list[str]:
    found = []
    for event in events:
        if isinstance(event, VerdictReached):
            found.append(f"{event.verdict.word} by {event.verdict.by}")
        if isinstance(event, ReviewReached):
            found.append(f"{event.review} by {event.rule}")
    return found


def test_silence_after_the_deadline_asks_for_a_look_once():
    story = Story()
    assert told(story.resolve(date(2021, 12, 31))) == []
    assert told(story.resolve(date(2022, 1, 1))) == ["recheck by deadline-passed"]
    assert told(story.resolve(date(2022, 1, 1))) == []
    assert told(story.resolve(AFTER)) == []
    assert story.on(AFTER).word is Word.OPEN


def test_a_support_for_a_day_in_time_settles_it_even_if_published_later():
    story = Story()
    story.resolve(AFTER)
    story.support(date(2022, 1, 20), happened=date(2021, 12, 21), published=date(2022, 1, 10))
    assert told(story.resolve(date(2022, 1, 20))) == ["verified by promise-kept"]
    assert told(story.resolve(date(2022, 1, 20))) == []
    assert story.on(date(2022, 1, 20)).review is Review.REVIEWED


def test_evidence_that_says_otherwise_settles_it_the_other_way():
    story = Story()
    story.refute(date(2022, 1, 4), published=date(2022, 1, 4))
    assert told(story.resolve(AFTER)) == ["refuted by promise-broken"]
    story.support(date(2022, 1, 16), happened=date(2021, 12, 21))
    assert told(story.resolve(date(2022, 1, 16))) == ["conflicting by promise-disputed"]


def test_what_rested_on_withdrawn_evidence_is_open_again():
    story = Story()
    story.refute(date(2022, 1, 4), published=date(2022, 1, 4))
    story.resolve(AFTER)
    story.tell(AFTER, EvidenceWithdrawn(claim=story.claim.id, evidence="refutes Alder Courier"))
    assert told(story.resolve(AFTER)) == ["open by no-rule", "recheck by deadline-passed"]
    assert told(story.resolve(AFTER)) == []


def test_a_moved_deadline_takes_back_the_wish_for_a_look():
    story = Story()
    story.resolve(AFTER)
    story.tell(AFTER, DeadlineMoved(claim=story.claim.id, deadline=date(2022, 6, 30), day=AFTER, source="Ministry"))
    assert told(story.resolve(AFTER)) == []
    dossier = story.on(AFTER)
    assert (dossier.first_deadline, dossier.claim.deadline) == (date(2021, 12, 31), date(2022, 6, 30))
    story.support(date(2022, 5, 1), happened=date(2022, 4, 30))
    assert told(story.resolve(date(2022, 5, 1))) == ["verified by promise-kept-late"]


def test_a_persons_verdict_stands_and_a_rule_that_disagrees_asks_for_a_look():
    story = Story()
    story.give(date(2022, 1, 2), Word.VERIFIED)
    assert told(story.resolve(date(2022, 1, 3))) == []
    story.refute(date(2022, 1, 4), published=date(2022, 1, 4))
    (event,) = story.resolve(AFTER)
    assert told((event,)) == ["recheck by promise-broken"]
    assert isinstance(event, ReviewReached)
    assert event.reason.startswith("Ada said verified, and a rule would now say refuted: The promise was broken")
    assert story.on(AFTER).word is Word.VERIFIED
    assert told(story.resolve(AFTER)) == []


def test_evidence_after_a_persons_verdict_asks_for_a_look_and_once_taken_no_more():
    story = Story()
    story.give(date(2022, 1, 2), Word.VERIFIED)
    story.support(date(2022, 1, 8), happened=date(2021, 12, 21))
    assert told(story.resolve(AFTER)) == ["recheck by evidence-since"]
    story.tell(date(2022, 1, 16), ClaimReviewed(claim=story.claim.id, day=date(2022, 1, 16)))
    assert told(story.resolve(date(2022, 1, 17))) == []
    story.refute(date(2022, 1, 18), published=date(2022, 1, 18))
    assert told(story.resolve(date(2022, 1, 18))) == ["recheck by promise-disputed"]


def test_a_look_that_was_taken_is_asked_for_again_after_a_time():
    story = Story()
    story.resolve(AFTER)
    story.tell(AFTER, ClaimReviewed(claim=story.claim.id, day=AFTER))
    assert told(story.resolve(AFTER + timedelta(1))) == []
    assert told(story.resolve(AFTER + timedelta(179))) == []
    assert told(story.resolve(AFTER + timedelta(180))) == ["recheck by deadline-passed"]


def test_a_reopened_claim_is_the_rules_again():
    story = Story()
    story.refute(date(2022, 1, 4), published=date(2022, 1, 4))
    story.give(date(2022, 1, 5), Word.VERIFIED)
    story.resolve(AFTER)
    story.tell(AFTER, VerdictLifted(claim=story.claim.id, day=AFTER))
    assert told(story.resolve(AFTER)) == ["refuted by promise-broken"]
    assert story.on(AFTER).review is Review.REVIEWED


@pytest.mark.parametrize("code", [Unresolvable.UNDERSPECIFIED, Unresolvable.NO_REPORTS])
def test_annulled_and_ambiguous_stay_what_they_are(code):
    story = Story()
    story.give(date(2022, 1, 2), Word.UNRESOLVABLE, code=code)
    story.resolve(AFTER)
    verdict = story.on(AFTER).verdict
    assert verdict is not None
    assert (verdict.word, verdict.code) == (Word.UNRESOLVABLE, code)


def test_dismissed_claims_are_left_alone():
    story = Story()
    story.tell(date(2021, 1, 1), ClaimDismissed(claim=story.claim.id, note="no claim"))
    assert story.resolve(AFTER) == ()


def test_an_answer_for_a_past_day_leaves_the_later_one_standing():
    story = Story()
    story.refute(date(2022, 1, 4), published=date(2022, 1, 4))
    story.resolve(AFTER)
    assert told(story.resolve(date(2022, 1, 2))) == ["recheck by deadline-passed"]
    assert story.on(AFTER).word is Word.REFUTED
    assert told(story.resolve(date(2022, 1, 2))) == []
