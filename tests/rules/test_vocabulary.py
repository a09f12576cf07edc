"""The statuses of other tools, in our words; and each vocabulary of outcomes as a rulebook without new code."""

import pytest

from claims.domain.verdict import Review, Word
from claims.errors import BadInput, NotFound
from claims.rules.rulebook import GIVEN, load
from claims.rules.vocabulary import load as load_vocabularies
from claims.rules.vocabulary import meaning, vocabularies

TABLE = [
    ("politifact-promises", "Promise Kept", Word.VERIFIED),
    ("politifact-promises", "Promise Broken", Word.REFUTED),
    ("politifact-promises", "Compromise", Word.PARTLY),
    ("politifact-promises", "Stalled", Word.OPEN),
    ("politifact-truth-o-meter", "Half True", Word.PARTLY),
    ("politifact-truth-o-meter", "pants on fire", Word.REFUTED),
    ("polimeter", "Kept in part or in the works", Word.PARTLY),
    ("metaculus", "yes", Word.VERIFIED),
    ("metaculus", "no", Word.REFUTED),
    ("metaculus", "ambiguous", Word.UNRESOLVABLE),
    ("metaculus", "annulled", Word.UNRESOLVABLE),
    ("averitec", "Conflicting Evidence/Cherrypicking", Word.CONFLICTING),
    ("averitec", "Not Enough Evidence", Word.OPEN),
    ("check", "not_applicable", Word.UNRESOLVABLE),
    ("wikidata", "deprecated (superseded)", Word.SUPERSEDED),
]


@pytest.mark.parametrize(("vocabulary", "status", "word"), TABLE)
def test_a_status_has_its_meaning(vocabulary, status, word):
    assert meaning(vocabulary, status).verdict is word


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


@pytest.mark.parametrize("name", sorted(vocabularies()))
def test_each_vocabulary_can_be_written_as_a_rulebook(name):
    rules = []
    for number, (status, found) in enumerate(vocabularies()[name].items()):
        if str(found.verdict) not in GIVEN:
            continue
        code = f"\n    code: '{found.code}'" if found.code else ""
        rules.append(
            f"  - rule: status-{number}\n    when: supporting == {number}\n    then: {found.verdict}{code}\n"
            f"    rating: {{word: '{status}', scale: {name}}}\n    because: it is so"
        )
    book = load(f"rulebook: {name}\nverdicts:\n" + "\n".join(rules), "x.yaml")
    assert [rule.rating.word for rule in book.verdicts if rule.rating] == [
        status for status, found in vocabularies()[name].items() if str(found.verdict) in GIVEN
    ]


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
