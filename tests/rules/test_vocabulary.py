"""The statuses of other tools, in our words; and each vocabulary of outcomes as a rulebook without new code."""

from pathlib import Path

import pytest

from claims.domain.verdict import Review, Word
from claims.errors import BadInput, NotFound
from claims.rules.cases import load_cases, run
from claims.rules.mutate import mutate
from claims.rules.rulebook import GIVEN, load
from claims.rules.stack import unfit
from claims.rules.vocabulary import load as load_vocabularies
from claims.rules.vocabulary import meaning, vocabularies

TABLE = [
    ("politifact-promises", "Not Yet Rated", Word.OPEN, Review.UNREVIEWED),
    ("politifact-promises", "No Action", Word.OPEN, Review.UNREVIEWED),
    ("politifact-promises", "In the Works", Word.OPEN, None),
    ("politifact-promises", "Stalled", Word.OPEN, None),
    ("politifact-promises", "Compromise", Word.PARTLY, None),
    ("politifact-promises", "Promise Kept", Word.VERIFIED, None),
    ("politifact-promises", "Promise Broken", Word.REFUTED, None),
    ("politifact-truth-o-meter", "True", Word.VERIFIED, None),
    ("politifact-truth-o-meter", "Mostly True", Word.VERIFIED, None),
    ("politifact-truth-o-meter", "Half True", Word.PARTLY, None),
    ("politifact-truth-o-meter", "Mostly False", Word.REFUTED, None),
    ("politifact-truth-o-meter", "Barely True", Word.REFUTED, None),
    ("politifact-truth-o-meter", "False", Word.REFUTED, None),
    ("politifact-truth-o-meter", "Pants on Fire", Word.REFUTED, None),
    ("polimeter", "Kept", Word.VERIFIED, None),
    ("polimeter", "Kept in part or in the works", Word.PARTLY, None),
    ("polimeter", "Broken", Word.REFUTED, None),
    ("polimeter", "Not yet rated", Word.OPEN, Review.UNREVIEWED),
    ("polimeter", "Partially kept", Word.PARTLY, None),
    ("polimeter", "In progress", Word.OPEN, None),
    ("trudeaumetre", "Not started", Word.OPEN, None),
    ("trudeaumetre", "In progress", Word.OPEN, None),
    ("trudeaumetre", "Achieved", Word.VERIFIED, None),
    ("trudeaumetre", "Broken", Word.REFUTED, None),
    ("trumptracker", "notStarted", Word.OPEN, None),
    ("trumptracker", "inProgress", Word.OPEN, None),
    ("trumptracker", "achieved", Word.VERIFIED, None),
    ("trumptracker", "broken", Word.REFUTED, None),
    ("trumptracker", "compromised", Word.PARTLY, None),
    ("metaculus", "draft", Word.OPEN, Review.UNREVIEWED),
    ("metaculus", "pending", Word.OPEN, Review.UNREVIEWED),
    ("metaculus", "approved", Word.OPEN, None),
    ("metaculus", "rejected", Word.DISMISSED, None),
    ("metaculus", "deleted", Word.DISMISSED, None),
    ("metaculus", "upcoming", Word.OPEN, None),
    ("metaculus", "open", Word.OPEN, None),
    ("metaculus", "closed", Word.OPEN, None),
    ("metaculus", "resolved", Word.OPEN, Review.RECHECK),
    ("metaculus", "yes", Word.VERIFIED, None),
    ("metaculus", "no", Word.REFUTED, None),
    ("metaculus", "value", Word.OPEN, Review.RECHECK),
    ("metaculus", "option", Word.OPEN, Review.RECHECK),
    ("metaculus", "date", Word.OPEN, Review.RECHECK),
    ("metaculus", "out of bounds", Word.OPEN, Review.RECHECK),
    ("metaculus", "ambiguous", Word.UNRESOLVABLE, None),
    ("metaculus", "annulled", Word.UNRESOLVABLE, None),
    ("manifold", "YES", Word.VERIFIED, None),
    ("manifold", "NO", Word.REFUTED, None),
    ("manifold", "MKT", Word.OPEN, Review.RECHECK),
    ("manifold", "CHOOSE_MULTIPLE", Word.OPEN, Review.RECHECK),
    ("manifold", "CANCEL", Word.UNRESOLVABLE, None),
    ("averitec", "Supported", Word.VERIFIED, None),
    ("averitec", "Refuted", Word.REFUTED, None),
    ("averitec", "Not Enough Evidence", Word.OPEN, None),
    ("averitec", "Conflicting Evidence/Cherrypicking", Word.CONFLICTING, None),
    ("check", "undetermined", Word.OPEN, Review.UNREVIEWED),
    ("check", "Unstarted", Word.OPEN, Review.UNREVIEWED),
    ("check", "in_progress", Word.OPEN, None),
    ("check", "not_applicable", Word.UNRESOLVABLE, None),
    ("check", "Inconclusive", Word.UNRESOLVABLE, None),
    ("check", "false", Word.REFUTED, None),
    ("check", "verified", Word.VERIFIED, None),
    ("loki", "No evidence found", Word.OPEN, None),
    ("loki", "Nothing to check.", Word.DISMISSED, None),
    ("claimeai", "Supported", Word.VERIFIED, None),
    ("claimeai", "Refuted", Word.REFUTED, None),
    ("claims-ledger", "open", Word.OPEN, None),
    ("claims-ledger", "corroborated", Word.VERIFIED, None),
    ("claims-ledger", "contested", Word.CONFLICTING, None),
    ("claims-ledger", "refuted", Word.REFUTED, None),
    ("claims-ledger", "superseded", Word.SUPERSEDED, None),
    ("claims-ledger", "retracted", Word.DISMISSED, None),
    ("claims-ledger", "non-comparable", Word.UNRESOLVABLE, None),
    ("wikidata", "preferred", Word.VERIFIED, None),
    ("wikidata", "normal", Word.OPEN, None),
    ("wikidata", "deprecated", Word.REFUTED, None),
    ("wikidata", "deprecated (superseded)", Word.SUPERSEDED, None),
]
"""Every status of each vocabulary: its verdict here, and what it tells of whether anybody has looked."""
PEOPLES = {
    "politifact-promises": {"No Action"},
    "politifact-truth-o-meter": {"Barely True"},
    "polimeter": {"Partially kept", "In progress"},
    "metaculus": {"approved", "upcoming", "open", "resolved", "value", "option", "date", "out of bounds", "annulled"},
    "check": {"Inconclusive"},
}
"""The statuses that no rule gives: other names for one that a rule gives, and what somebody has to say."""
BOOKS = sorted(path for path in Path(__file__).with_name("scales").glob("*.yaml") if ".cases" not in path.name)


@pytest.mark.parametrize(("vocabulary", "status", "word", "review"), TABLE)
def test_a_status_has_its_meaning(vocabulary, status, word, review):
    found = meaning(vocabulary, status)
    assert (found.verdict, found.review) == (word, review)
    assert meaning(vocabulary, status.upper()) == found


def test_the_table_has_every_status():
    assert sorted(row[:2] for row in TABLE) == sorted(
        (name, status) for name, statuses in vocabularies().items() for status in statuses
    )


def test_an_answer_that_is_no_yes_or_no_is_neither():
    for status in ("value", "option", "date", "out of bounds", "resolved"):
        found = meaning("metaculus", status)
        assert found.verdict is Word.OPEN
        assert found.review is Review.RECHECK


def test_not_yet_rated_means_that_nobody_has_looked():
    assert meaning("politifact-promises", "Not Yet Rated").review is Review.UNREVIEWED
    assert meaning("polimeter", "Not yet rated").review is Review.UNREVIEWED


def test_annulled_and_ambiguous_are_never_no():
    for status in ("annulled", "ambiguous"):
        found = meaning("metaculus", status)
        assert found.verdict is not Word.REFUTED
        assert str(found.code).startswith(status)


def test_their_word_is_kept_on_their_scale():
    found = meaning("averitec", "supported").rating
    assert found is not None
    assert (found.word, found.scale) == ("Supported", "averitec")


def test_each_vocabulary_of_the_six_has_a_rulebook():
    assert [path.stem for path in BOOKS] == [
        "averitec", "check", "metaculus", "polimeter", "politifact-promises", "politifact-truth-o-meter", "wikidata",
    ]  # fmt: skip


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.stem)
def test_a_vocabulary_is_a_rulebook_without_new_code(path):
    """Its cases pass, they notice every flaw, a ledger would take it, and its ratings are the vocabulary's, as mapped."""
    book = load(path.read_text(encoding="utf-8"), path.name)
    beside = path.with_name(f"{path.stem}.cases.yaml")
    cases = load_cases(beside.read_text(encoding="utf-8"), beside.name)
    assert [f"{each.case.name}: {each.differences}" for each in run(cases, (book,)) if not each.passed] == []
    assert [f"{each.rule}: {each.what}" for each in mutate(book, cases) if not each.caught] == []
    assert unfit((book,)) == ()
    given = {rule.rating.word: rule.then for rule in book.verdicts if rule.rating and rule.rating.scale == path.stem}
    assert given == {
        status: str(found.verdict)
        for status, found in vocabularies()[path.stem].items()
        if str(found.verdict) in GIVEN
        and found.review is not Review.UNREVIEWED
        and status not in PEOPLES.get(path.stem, ())
    }


def test_what_is_not_known_is_said():
    with pytest.raises(NotFound, match="there is no vocabulary tarot"):
        meaning("tarot", "The Fool")
    with pytest.raises(NotFound, match="polimeter has no status Maybe"):
        meaning("polimeter", "Maybe")


def test_a_wrong_vocabulary_is_refused_with_its_place():
    with pytest.raises(BadInput) as caught:
        load_vocabularies("mine:\n  Done: {verdict: veriffied}\n  Odd: {verdict: unresolvable}\n", "v.yaml")
    assert [str(each) for each in caught.value.problems] == [
        "v.yaml:1:1: mine has no statuses",
        "v.yaml:2:19: verdict cannot be veriffied (did you mean verified?)",
        "v.yaml:3:8: unresolvable goes with a code, and no other verdict does",
    ]
