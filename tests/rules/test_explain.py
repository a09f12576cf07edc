"""Why a claim stands as it does, as a reporter would print it; and the smallest change that would alter it."""

from datetime import date

from claims.rules.change import smallest
from claims.rules.explain import explain, lines
from claims.rules.rulebook import house, load
from tests.rules.samples import claim, dossier, evidence

AFTER = date(2022, 1, 15)
IN_TIME = evidence("supports", "Example Gazette (invented)", happened=date(2021, 12, 21), published=date(2022, 1, 10))


def test_a_kept_promise_is_told_in_a_sentence():
    found = explain(dossier(claim(), IN_TIME), house(), AFTER)
    assert (found.word, found.by, found.person) == ("verified", "promise-kept", False)
    assert found.reason == (
        "The promise was kept by 31 December 2021, the day that was set: Example Gazette (invented) reports it for "
        "21 December 2021, and no source says otherwise."
    )


def test_each_rule_tells_the_first_part_that_failed():
    found = explain(dossier(), house(), AFTER)
    kept = next(each for each in found.verdicts if each.rule == "promise-kept")
    assert (kept.failed, kept.because) == ('schedule == "met"', "schedule is overdue")
    stalled = next(each for each in found.verdicts if each.rule == "promise-stalled")
    assert (stalled.failed, stalled.because) == ("days_since_evidence > 180", "days_since_evidence is unknown")
    silence = next(each for each in found.reviews if each.rule == "deadline-passed")
    assert silence.held


def test_ten_feeds_are_told_to_be_one():
    feeds = [
        evidence("supports", f"Feed {n}", via="Reuters", origin="reuters", origin_rule="via", id=str(n))
        for n in range(3)
    ]
    told = "\n".join(lines(explain(dossier(claim(), *feeds), house(), AFTER)))
    assert "supports: Feed 0 (origin reuters, by via)" in told
    assert "supports: Feed 2 (same origin as Feed 0, reuters (via): counted once)" in told


def test_the_speakers_own_word_is_told_not_to_count():
    said = evidence("supports", "Mara Lindqvist")
    told = "\n".join(lines(explain(dossier(claim(speaker="Mara Lindqvist"), said), house(), AFTER)))
    assert "the claim's own speaker, publisher or article: does not count" in told


def test_one_more_source_is_the_smallest_change():
    change = smallest(dossier(), house(), AFTER)
    assert change is not None
    assert change.text == (
        "one more independent source supporting it, for a day up to 31 December 2021: it would be verified (rule promise-kept)."
    )


def test_two_more_sources_where_one_is_not_enough():
    change = smallest(dossier(claim(deadline=None, kind="event")), house(), AFTER)
    assert change is not None
    assert change.text == "two more independent sources supporting it: it would be verified (rule enough-support)."


def test_time_alone_can_be_the_change():
    book = load(
        "rulebook: x\nverdicts:\n  - {rule: a, when: 'days_overdue > 100', then: refuted, because: x}\n", "x.yaml"
    )
    change = smallest(dossier(), (book,), AFTER)
    assert change is not None
    assert change.text == "on 11 April 2022, when nothing else has come: it would be refuted (rule a)."


def test_without_the_one_source_it_would_be_open():
    book = load(
        "rulebook: x\nverdicts:\n  - {rule: a, when: supporting == 1 && refuting == 0, then: verified, because: x}\n",
        "x.yaml",
    )
    change = smallest(dossier(claim(deadline=None), IN_TIME), (book,), AFTER)
    assert change is not None
    assert change.word == "open"


def test_no_such_change_where_neither_evidence_nor_time_could():
    book = load("rulebook: x\nverdicts:\n  - {rule: a, when: kind == 'state', then: refuted, because: x}\n", "x.yaml")
    assert smallest(dossier(), (book,), AFTER) is None
    assert lines(explain(dossier(), (book,), AFTER))[-1].startswith("No such change")
