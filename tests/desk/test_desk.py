"""The desk's verbs: values in, events on the ledger, values out."""

from datetime import date

import pytest

from claims.desk import filing, marking, mending, settling, undoing, weighing
from claims.desk.adding import add
from claims.desk.desk import Desk, new_command
from claims.desk.finders import Finder, Found
from claims.domain.article import Article, Span
from claims.domain.claim import Kind
from claims.domain.evidence import Stance
from claims.domain.verdict import Review, Unresolvable, Word
from claims.errors import BadInput, Misuse, NotFound, Problem
from claims.extract.draft import Draft

from .conftest import Clock

TEXT = "The tram will open by the end of 2024, Ida Brandt said. The city has 14 trams."
ARTICLE = Article(text=TEXT, published=date(2024, 3, 4), publisher="The Harbour Post", url="https://post.example/tram")


def _find(article: Article) -> Found:
    """A finder for this test's texts: the promise, and the number."""
    promise, number = Span.of(article.text, 0, 37), Span.of(article.text, 56, 77)
    return Found(
        (
            Draft(span=promise, text="The tram will open by the end of 2024.", kind=Kind.COMMITMENT,
                  speaker="Ida Brandt", deadline=date(2024, 12, 31)),
            Draft(span=number, text="The city has 14 trams.", kind=Kind.STATISTIC),
        )
    )  # fmt: skip


FINDER = Finder("by hand", _find)


@pytest.fixture
def tram(desk: Desk) -> str:
    """The promise, filed."""
    filing.file(desk, ARTICLE, FINDER, new_command())
    return next(each.id for each in desk.ledger.dossiers() if each.claim.deadline)


def test_an_article_is_filed_once(desk: Desk, tram: str) -> None:
    again = filing.file(desk, ARTICLE, FINDER, new_command())
    assert again.known
    assert len(desk.ledger.articles()) == 1
    other = ARTICLE.model_copy(update={"text": TEXT + " "})
    assert filing.file(desk, other, FINDER, new_command()).earlier == ARTICLE.id


def test_a_draft_whose_words_are_not_the_articles_is_refused(desk: Desk) -> None:
    wrong = Draft(span=Span(start=0, end=4, quote="That"), text="That.", kind=Kind.STATE)
    with pytest.raises(ValueError, match="the article has 'The ' at 0:4"):
        filing.file(desk, ARTICLE, Finder("wrong", lambda _: Found((wrong,))), new_command())
    assert not desk.ledger.articles()


def test_bad_input_makes_no_ledger() -> None:
    def refuse(article: Article) -> Found:
        raise BadInput("this text is in German")

    def desk() -> Desk:
        raise AssertionError("the ledger was asked for")

    (outcome,) = add(desk, [("a.txt", ARTICLE)], Finder("x", refuse), there=False)
    assert outcome == ("a.txt", Problem("this text is in German", file="a.txt"))


def test_evidence_is_added_once_and_has_an_origin(desk: Desk, tram: str) -> None:
    given = weighing.Given(source="https://www.one.example/a", dated=date(2024, 3, 4))
    event = weighing.add(desk, tram, Stance.SUPPORTS, given)
    assert (event.evidence.origin, event.evidence.origin_rule) == ("one.example", "site")
    with pytest.raises(Misuse, match="has this evidence already"):
        weighing.add(desk, tram, Stance.SUPPORTS, given)
    with pytest.raises(NotFound, match=f"it has: {event.evidence.id[:8]}"):
        weighing.withdraw(desk, tram, "zzz", None)
    weighing.withdraw(desk, tram, event.evidence.id[:6], "retracted")
    assert desk.dossier(tram).evidence == ()
    assert [each.id for each in desk.dossier(tram).withdrawn] == [event.evidence.id]


def test_evidence_of_the_claims_own_voice_is_marked_so(desk: Desk, tram: str) -> None:
    event = weighing.add(desk, tram, Stance.SUPPORTS, weighing.Given(source="letter", publisher="the harbour post"))
    assert event.evidence.origin_rule == "the claim's own voice"


def test_a_graded_source_grades_its_evidence_but_not_what_has_a_grade(desk: Desk, tram: str) -> None:
    weighing.add(desk, tram, Stance.SUPPORTS, weighing.Given(source="a", publisher="Courier"))
    weighing.add(desk, tram, Stance.SUPPORTS, weighing.Given(source="b", publisher="Courier", grade="A1"))
    assert weighing.grade(desk, "courier", "d").claims == (tram,)
    assert [each.grade for each in desk.dossier(tram).evidence] == ["D", "A1"]


def test_a_verdict_and_its_evidence_are_one_command(desk: Desk, tram: str) -> None:
    after = marking.give(desk, tram, Word.VERIFIED, given=weighing.Given(source="report"), note="seen it")
    assert (after.word, after.review, len(after.evidence)) == (Word.VERIFIED, Review.REVIEWED, 1)
    assert after.verdict is not None
    assert after.verdict.evidence == (after.evidence[0].id,)
    undoing.carry_out(desk, undoing.plan(desk))
    assert desk.dossier(tram).word is Word.OPEN
    assert desk.dossier(tram).evidence == ()
    undoing.carry_out(desk, undoing.plan(desk, redo=True))
    assert desk.dossier(tram).word is Word.VERIFIED


def test_what_cannot_be_settled_needs_its_reason(desk: Desk, tram: str) -> None:
    with pytest.raises(Misuse, match="needs its reason"):
        marking.give(desk, tram, Word.UNRESOLVABLE)
    with pytest.raises(Misuse, match="goes with unresolvable only"):
        marking.give(desk, tram, Word.VERIFIED, code=Unresolvable.SOURCE_GONE)
    assert marking.give(desk, tram, Word.UNRESOLVABLE, code=Unresolvable.SOURCE_GONE).word is Word.UNRESOLVABLE


def test_a_later_persons_verdict_stands_over_an_earlier_one(desk: Desk, tram: str, clock: Clock) -> None:
    marking.give(desk, tram, Word.VERIFIED)
    clock.wind(1)
    marking.give(desk, tram, Word.REFUTED)
    assert desk.dossier(tram).word is Word.REFUTED
    assert desk.dossier(tram, date(2024, 3, 5)).word is Word.VERIFIED


def test_mending_keeps_the_old_values(desk: Desk, tram: str) -> None:
    after = mending.mend(desk, tram, mending.Change(speaker="Ole Brandt", deadline="none"), "misread")
    assert (after.claim.speaker, after.claim.deadline) == ("Ole Brandt", None)
    assert (after.recorded.speaker, after.recorded.deadline) == ("Ida Brandt", date(2024, 12, 31))
    with pytest.raises(Misuse, match="says that already"):
        mending.mend(desk, tram, mending.Change(speaker="Ole Brandt"), None)
    with pytest.raises(BadInput, match="is not one quantity"):
        mending.mend(desk, tram, mending.Change(quantities=("lots",)), None)


def test_a_mended_deadline_under_a_moved_one_is_the_first(desk: Desk, tram: str, clock: Clock) -> None:
    mending.move(desk, tram, date(2025, 6, 30), "https://post.example/delay", None, None)
    after = mending.mend(desk, tram, mending.Change(deadline=date(2024, 11, 30)), None)
    assert (after.claim.deadline, after.first_deadline) == (date(2025, 6, 30), date(2024, 11, 30))


def test_a_run_of_the_rules_is_one_command_and_the_next_writes_nothing(desk: Desk, tram: str, clock: Clock) -> None:
    clock.wind(400)
    first = settling.resolve(desk)
    assert [(change.claim, change.after) for change in first.changes] == [(tram, "recheck")]
    assert settling.resolve(desk).command is None
    dry = settling.resolve(desk, date(2024, 3, 6), dry_run=True)
    assert dry.command is None


def test_what_later_entries_rest_on_is_not_undone(desk: Desk, tram: str) -> None:
    (command,) = [row.id for row in desk.ledger.commands("mira")]
    marking.review(desk, tram, None)
    with pytest.raises(Misuse, match="later entries rest on it"):
        undoing.plan(desk, command)
    other = Desk(desk.ledger, "karl", desk.clock)
    with pytest.raises(NotFound, match="karl has no command"):
        undoing.plan(other)
    with pytest.raises(Misuse, match="only they can undo it"):
        undoing.plan(other, command)
