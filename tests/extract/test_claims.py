"""What is read of a claim: kind, polarity, hedge, time and deadline, the sentence that stands alone, subject and measure."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.domain.claim import Edit, Kind
from claims.domain.timespan import TimeSpan
from claims.extract.atoms import Atom
from claims.extract.attribution import Report, reports
from claims.extract.attribution.innermost import innermost
from claims.extract.given import atom_of
from claims.extract.hedge import hedge
from claims.extract.kind import KindGuess, classify
from claims.extract.language import parse
from claims.extract.measure import subject_and_measure
from claims.extract.mentions import mentions
from claims.extract.parse import Parse
from claims.extract.polarity import polarity
from claims.extract.quantity import find
from claims.extract.restate import Restatement, applied, restate
from claims.extract.restate.dates import spoken
from claims.extract.restate.verbs import past, third
from claims.extract.time import tag
from claims.extract.when import Dated, timeline, when

HERE = Path(__file__).parent
PUBLISHED = date(2020, 9, 2)
CASES = yaml.safe_load((HERE / "claim_cases.yaml").read_text(encoding="utf-8"))
# Files of sentences with their kinds: one in so many is held out from the fit, and of those so many had the right kind; it may
# only rise. The second holds what earlier weights had got wrong.
KINDS = (("kind_cases.yaml", 2, 0.88), ("kind_cases_more.yaml", 5, 0.72))


@cache
def read(marked: str) -> tuple[Parse, Atom, Report | None]:
    """A text with its claim in brackets, as parse, atom and report."""
    before, _, rest = marked.partition("[")
    claim, _, after = rest.partition("]")
    parsed = parse(before + claim + after)
    atom = atom_of(parsed, len(before), len(before) + len(claim))
    return parsed, atom, innermost(parsed, reports(parsed), atom.start, atom.end)


def guessed(marked: str) -> KindGuess:
    parsed, atom, report = read(marked)
    times = tag(parsed.text, PUBLISHED)
    return classify(parsed, atom, find(parsed.text, parsed.tokens), times, report)


def dated(marked: str) -> Dated:
    parsed, atom, _ = read(marked)
    times = tag(parsed.text, PUBLISHED)
    whole = [atom_of(parsed, parsed.tokens[s.first].start, parsed.tokens[s.stop - 1].end) for s in parsed.sentences]
    others = [each for each in whole if each.end <= atom.start]
    first = parsed.tokens[parsed.sentences[atom.sentence].first].start
    if first < atom.start - 3:
        others.append(atom_of(parsed, first, atom.start))
    line = timeline(parsed, [*others, atom], times, PUBLISHED)
    negative = polarity(parsed, atom) == "negative"
    return when(parsed, atom, times, guessed(marked).kind, PUBLISHED, line=line, negative=negative)


def restated(marked: str) -> Restatement:
    parsed, atom, report = read(marked)
    return restate(parsed, atom, mentions(parsed), tag(parsed.text, PUBLISHED), report, dated(marked))


@pytest.mark.parametrize(("name", "each", "floor"), KINDS)
def test_kinds_of_sentences_that_nothing_was_fitted_to(name: str, each: int, floor: float) -> None:
    kinds = yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
    held = [(kind, sentence) for kind, sentences in kinds.items() for sentence in sentences[each - 1 :: each]]
    wrong = [(kind, sentence) for kind, sentence in held if guessed(sentence).kind != kind]
    assert len(held) > 140
    assert 1 - len(wrong) / len(held) >= floor, (len(wrong) / len(held), wrong)


def test_what_befalls_a_share_is_no_event() -> None:
    for sentence in (
        "[Nearly 30 per cent of the steel was delivered late], the Westmouth Audit Office found.",
        "[About 12 percent of the trains were cancelled last year].",
    ):
        assert guessed(sentence).kind == "statistic", sentence


def test_a_statistic_has_a_number() -> None:
    for sentence in ("[Unemployment fell in March].", "[The deficit narrowed].", "[Sales rose sharply]."):
        assert guessed(sentence).kind is not Kind.STATISTIC


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("[Norvik announced 300 job cuts].", Kind.COMMITMENT),
        ("[The lender has announced the closure of four branches].", Kind.COMMITMENT),
        ("[The firm has announced a plan for closing two plants].", Kind.COMMITMENT),
        ("[Norvik announced a new phone].", Kind.EVENT),
        ("[The ministry unveiled a statue of the poet].", Kind.EVENT),
        ("[Halden Corp. announced its results].", Kind.EVENT),
        ("The firm will close two plants, [cutting 500 jobs].", Kind.COMMITMENT),
        ("The mayor said the city would close two pools, [selling the land].", Kind.COMMITMENT),
        ("The lender has announced the closure of four branches, [shutting two offices].", Kind.COMMITMENT),
        ("A bus overturned near Tarsk, [injuring eleven passengers].", Kind.EVENT),
        ("[The council has decided to keep the pool].", Kind.EVENT),
    ],
)
def test_what_is_announced_or_goes_on_with_a_plan(sentence: str, kind: Kind) -> None:
    assert guessed(sentence).kind is kind


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("[The union has threatened to strike].", "The union"),
        ("[Halden Corp. plans to close its foundry].", "Halden Corp."),
        ("“[I will not resign],” said Dara Lindqvist.", "Dara Lindqvist"),
        ("[The council approved the budget].", None),
    ],
)
def test_who_commits(sentence: str, who: str | None) -> None:
    assert guessed(sentence).committed == who


@pytest.mark.parametrize(("expected", "sentence"), [(p, s) for p, each in CASES["polarity"].items() for s in each])
def test_polarity(expected: str, sentence: str) -> None:
    parsed, atom, _ = read(sentence)
    assert polarity(parsed, atom) == expected


@pytest.mark.parametrize(("expected", "sentence"), [(h, s) for h, each in CASES["hedge"].items() for s in each])
def test_hedge(expected: str, sentence: str) -> None:
    parsed, atom, report = read(sentence)
    assert hedge(parsed, atom, report) == expected


@pytest.mark.parametrize(("sentence", "span", "deadline"), CASES["when"])
def test_when_and_deadline(sentence: str, span: str | None, deadline: str | None) -> None:
    found = dated(sentence)
    assert (found.when and str(found.when), found.deadline and str(found.deadline)) == (span, deadline)
    assert (found.rule is None) == (span is None and deadline is None)


def test_a_denied_plan_must_hold_through_its_day() -> None:
    denied = next(s for s, _, deadline in CASES["when"] if "no such plan" in s)
    assert dated(denied).through
    assert not dated("[The board will meet on Friday].").through


@pytest.mark.parametrize(("sentence", "text"), CASES["text"])
def test_the_sentence_that_stands_alone(sentence: str, text: str) -> None:
    assert restated(sentence).text == text


@pytest.mark.parametrize("sentence", [s for s, _ in CASES["text"]] + [s for s, _, _ in CASES["when"]])
def test_the_edits_make_the_text_of_the_quote(sentence: str) -> None:
    parsed, atom, _ = read(sentence)
    made = restated(sentence)
    quote = parsed.text[atom.start : atom.end]
    assert applied(quote, made.edits) == made.text
    assert all(edit.reason for edit in made.edits)
    assert made.text[:1] == made.text[:1].upper()
    assert made.text.rstrip("”\"'")[-1] in ".!?"


def test_an_uncertain_reference_is_left_and_told() -> None:
    made = restated("[They closed the road].")
    assert made.text == "They closed the road."
    assert made.unresolved == ("They",)


@pytest.mark.parametrize(("sentence", "subject", "measure"), CASES["measure"])
def test_subject_and_measure(sentence: str, subject: str, measure: str) -> None:
    parsed, atom, _ = read(sentence)
    numbers = find(parsed.text, parsed.tokens)
    assert subject_and_measure(parsed, atom, mentions(parsed), numbers, guessed(sentence).kind) == (subject, measure)


ODD = parse(
    "Not only that. “We,” she said — “never.” The 5, which 7? To go. No. Ünïcode 🚢 sank on Friday, killing both of them (by May)."
)


@settings(max_examples=150, deadline=None)
@given(
    st.integers(0, len(ODD.text) - 1),
    st.integers(1, len(ODD.text)),
    st.sampled_from(["main", "relcl", "acl", "appos", "conj", "purpose"]),
)
def test_no_stretch_of_a_text_breaks_anything(start: int, length: int, role: str) -> None:
    end = min(len(ODD.text), start + length)
    try:
        atom = atom_of(ODD, start, end)
    except ValueError:
        return
    atom = Atom(start, end, atom.head, atom.sentence, role, atom.tokens, atom.subject, None)
    times = tag(ODD.text, PUBLISHED)
    guess = classify(ODD, atom, find(ODD.text, ODD.tokens), times, None)
    found = when(ODD, atom, times, guess.kind, PUBLISHED)
    made = restate(ODD, atom, mentions(ODD), times, None, found)
    assert applied(ODD.text[start:end], made.edits) == made.text
    assert made == restate(ODD, atom, mentions(ODD), times, None, found)
    assert (polarity(ODD, atom), hedge(ODD, atom)) == (polarity(ODD, atom), hedge(ODD, atom))


def test_edits_that_overlap_are_refused() -> None:
    edits = (Edit(start=0, end=3, replacement="A", reason="x"), Edit(start=2, end=4, replacement="B", reason="y"))
    with pytest.raises(ValueError, match="overlaps"):
        applied("The council", edits)


@pytest.mark.parametrize(
    ("lemma", "was", "does"),
    [("walk", "walked", "walks"), ("carry", "carried", "carries"), ("stop", "stopped", "stops"), ("write", "wrote", "writes"),
     ("rebuild", "rebuilt", "rebuilds"), ("pass", "passed", "passes"), ("visit", "visited", "visits"),
     ("have", "had", "has")],
)  # fmt: skip
def test_forms_of_verbs(lemma: str, was: str, does: str) -> None:
    assert (past(lemma), third(lemma)) == (was, does)


@pytest.mark.parametrize(
    ("span", "said"),
    [
        ("2020-09-04", ("on", "4 September 2020")),
        ("2020-06", ("in", "June 2020")),
        ("2019", ("in", "2019")),
        ("2020-09-02/2020-09-04", ("from", "2 to 4 September 2020")),
        ("2020-08-29/2020-08-30", ("on", "the weekend of 29 and 30 August 2020")),
        ("2020-08-24/2020-08-30", ("in", "the week of 24 to 30 August 2020")),
    ],
)
def test_spans_as_they_are_said(span: str, said: tuple[str, str]) -> None:
    assert spoken(TimeSpan.parse(span)) == said
