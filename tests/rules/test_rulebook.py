"""A rulebook is somebody's data: all that is wrong with it is said at once, each with its place, and nothing of it runs."""

import time

import pytest

from claims.errors import BadInput, NotFound
from claims.rules.document import LARGEST
from claims.rules.rulebook import house, load, named


def problems(text: str) -> list[str]:
    with pytest.raises(BadInput) as caught:
        load(text, "x.yaml")
    return [str(each) for each in caught.value.problems]


def book(when: str, then: str = "verified", section: str = "verdicts", header: str = "") -> str:
    return f"rulebook: x\n{header}{section}:\n  - rule: a\n    when: {when}\n    then: {then}\n    because: x\n"


WRONG = [
    ('kin == "event"', 0, "there is no fact called kin (did you mean kind?)"),
    ("refutin > 1", 0, "there is no fact called refutin (did you mean refuting?)"),
    ('schedule == "over-due"', 9, 'schedule is never "over-due" (did you mean overdue?)'),
    ('schedule in ["due", "lost"]', 9, 'schedule is never "lost" (it is one of undated'),
    ("kind == 3", 5, "== cannot be used on text, number"),
    ('refuting > "3"', 9, "> cannot be used on number, text"),
    ("refuting > 1.5", 9, "> cannot be used on number, fraction; fractions are not taken"),
    ("age > '5 days'", 4, "> cannot be used on number, text; a number is written without quotation marks and without"),
    ("age > duration('5d')", 4, "> cannot be used on number, length of time; days are whole numbers, as in age > 5"),
    ("age > 5 days", 8, "days is out of place here: a number is written without its unit"),
    ("age = 5", 4, "= cannot stand in a condition: write =="),
    ("age > 5 and refuting > 1", 8, "and is out of place here: write &&"),
    ("deadline == null", 9, "== cannot be used on number, nothing; whether a fact is known is asked by has_"),
    ("has(deadline)", 4, "has() is not taken: whether a fact is known is asked by has_ and its name"),
    ("kind == event", 8, 'there is no fact called event (a word stands in quotation marks: "event")'),
    ("(refuting > 1", 13, "a ) is missing here"),
    ("refuting + 0", -1, "the condition gives a number, not a yes or a no"),
    ("refuting >", 10, "the condition ends where something is still to come"),
    ("refuting > 1 1", 13, "1 is out of place here"),
    ("refuting # 1", 9, "# cannot stand in a condition"),
    ("confidence > 200", 11, "confidence is from 0 to 100, never 200"),
    ("best_grade_supporting == 0", 22, "best_grade_supporting is from 1 to 5, never 0"),
    ("deadline > 3", 9, "a day is held against another day"),
    ('speaker < "M"', 8, "texts are compared with == and != only"),
    ('kind < "event"', 5, "kind is a word: it is compared with == and != only"),
    ("age / supporting > 1", 4, "a division is by a number that is written out and is not 0"),
    ("age / 0 > 1", 4, "a division is by a number that is written out and is not 0"),
    ("sightings * sightings * sightings > 1", 10, "this could grow beyond what both databases can count"),
    ("[1, 2].exists(x, x == refuting)", 13, "exists, all, map and filter are not taken"),
    ('speaker.matches("(a+)+$")', 15, "matches cannot be used in a rule"),
    ("size(speaker) > 3", 4, "size cannot be used in a rule"),
    ("1 == 1", 2, "both sides are written out: this asks for no fact"),
    ('verdict == "open"', 0, "verdict tells of the verdict that stands, and only a review rule can ask that"),
    ("has_verdict_by", 0, "there is no fact called has_verdict_by"),
]


@pytest.mark.parametrize(("when", "offset", "problem"), WRONG, ids=[when for when, _, _ in WRONG])
def test_a_wrong_condition_is_refused_where_it_is_wrong(when, offset, problem):
    (found, *_) = problems(book(f">-\n      {when}"))
    place = "4:11" if offset < 0 else f"5:{7 + offset}"
    assert found.startswith(f"x.yaml:{place}: {problem}")


def test_the_place_is_found_in_a_folded_condition():
    text = book(">-\n      supporting >= 1 &&\n      kin == 'event'")
    assert problems(text) == ["x.yaml:6:7: there is no fact called kin (did you mean kind?)"]


def test_all_problems_are_shown_at_once():
    text = """rulebook: my book
settings: {zone: Mars/Olympus, due: many, lifetimes: {rumour: {days: 1, speed: 1, base: 1, below: 1}}}
verdicts:
  - rule: a
    when: supporting > 1
    then: dismissed
    because: "{deadlin} and {supporting:source"
  - rule: a
    when: supporting > 1
    then: unresolvable
    because: x
    colour: red
reviews:
  - {rule: b, when: supporting > 1, then: verified, because: x}
"""
    assert problems(text) == [
        "x.yaml:1:11: my book cannot be a rulebook's name (small letters, digits and hyphens)",
        "x.yaml:2:18: there is no time zone Mars/Olympus (names are like Europe/Berlin)",
        "x.yaml:2:37: due is a whole number",
        "x.yaml:2:55: lifetimes has nothing called rumour (it has event, state, statistic, forecast, commitment)",
        "x.yaml:6:11: no rule can say dismissed: that is for people to say",
        "x.yaml:7:16: there is no fact called deadlin (did you mean deadline?)",
        "x.yaml:7:29: a curly bracket stands alone here; a fact is written {name}",
        "x.yaml:8:5: unresolvable needs a code (one of ambiguous: conflicting reports, ambiguous: no reports, ambiguous:"
        " source gone, annulled: underspecified, annulled: subverted assumption, annulled: one-sided)",
        "x.yaml:8:11: there are two rules a",
        "x.yaml:12:5: a rule has nothing called colour (it has rule, when, then, rating, code, because, about)",
        "x.yaml:14:43: then cannot be verified (one of recheck)",
    ]


HOSTILE = [
    ("a: &a [1]\nb: *a\n", "anchors and aliases are not taken here"),
    ("a: !!python/object/apply:os.system ['true']\n", "tags are not taken here"),
    ("[" * 5000, "this is nested more than 12 deep"),
    ("{a: " * 5000, "this is nested more than 12 deep"),
    ("x" * (LARGEST + 1), "the file has more than"),
    ("rulebook: x\nrulebook: y\n", "rulebook stands here twice"),
    ("", "the file is empty"),
    ("just words", "this is no rulebook"),
    ("rulebook: x\n", "the rulebook has no rules"),
    ("a: [1, 2\n", "this is no YAML"),
    ("\x00", "this is no YAML"),
    ("? [a, b]\n: c\n", "a name is a word, not a list"),
    ("- " * 60_000, "this is nested more than 12 deep"),
    (book("'" + "(" * 3000 + "true" + ")" * 3000 + "'"), "the condition"),
    (book("'" + " && ".join(["supporting > 1"] * 2000) + "'"), "the condition has more than"),
]


@pytest.mark.parametrize(("text", "problem"), HOSTILE, ids=[problem for _, problem in HOSTILE])
def test_hostile_text_is_refused_at_once(text, problem):
    begun = time.perf_counter()
    (found, *_) = problems(text)
    assert problem in found
    assert time.perf_counter() - begun < 5


def test_numbers_of_the_header_can_be_named():
    found = load(book("supporting >= enough", header="settings: {numbers: {enough: 2}}\n"), "x.yaml")
    assert found.settings.numbers == {"enough": 2}
    (problem,) = problems(book("supporting >= enoug", header="settings: {numbers: {enough: 2}}\n"))
    assert problem.endswith("there is no fact called enoug (did you mean enough?)")


def test_a_number_cannot_take_a_facts_name():
    (problem, *_) = problems(book("supporting >= 1", header="settings: {numbers: {refuting: 2}}\n"))
    assert "refuting is a fact" in problem


def test_a_review_rule_may_ask_of_the_verdict():
    found = load(book("'verdict == \"verified\" && has_days_since_verdict'", "recheck", "reviews"), "x.yaml")
    assert found.reviews[0].facts == ("verdict", "days_since_verdict")


def test_the_digest_covers_every_letter():
    one, two = load(book("supporting > 1"), "x.yaml"), load(book("supporting > 1") + "# more\n", "x.yaml")
    assert one.digest != two.digest
    assert len(one.digest) == 64


def test_the_house_rulebooks_load_and_say_what_they_are():
    for each in house():
        assert each.about
        assert each.rules
    with pytest.raises(NotFound, match="there is no house rulebook magic"):
        named("magic")
