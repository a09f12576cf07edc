"""What Hypothesis draws for the rules: dossiers with every kind of edge, and conditions that make sense."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from claims.domain.claim import Claim, Hedge, Kind, Polarity, id_of
from claims.domain.condition import (
    AllOf,
    Among,
    AnyOf,
    Choice,
    Compare,
    Condition,
    Constant,
    Named,
    Not,
    Sum,
    TextMatch,
)
from claims.domain.dossier import Dossier, Flag, Move
from claims.domain.evidence import Evidence, Stance
from claims.domain.timespan import TimeSpan
from claims.domain.verdict import Review, Verdict, Word
from claims.rules.case_events import _sighting as sighting
from claims.rules.fact import BOUNDS, Type
from claims.rules.facts import COMPANIONS, FACTS

TODAY = date(2021, 12, 31)
DAYS = st.one_of(
    st.integers(-3, 3).map(lambda n: TODAY + timedelta(n)),
    st.integers(-800, 30).map(lambda n: TODAY + timedelta(n)),
    st.sampled_from([date(1, 1, 1), date(2021, 1, 1), date(2021, 12, 17), date(2020, 2, 29)]),
)
PAST = DAYS.map(lambda day: min(day, TODAY))
MAYBE = st.one_of(st.none(), DAYS)
TEXTS = st.sampled_from(
    ["officials", "Bo Lint", "", "öffentlich", "%", "O'Neil", "a\0b", "x_y", 'q"q', "\\", "😀 e\u0301"]
)
ORIGINS = st.sampled_from(["alder courier", "example gazette", "reuters", "bo lint"])
GRADES = st.sampled_from([None, "A", "B2", "C6", "D4", "E", "E5", "F", "F6", "F1"])


@st.composite
def evidence(draw: st.DrawFn, number: int) -> Evidence:
    origin = draw(ORIGINS)
    published = draw(st.one_of(st.none(), PAST))
    return Evidence(
        id=f"e{number}",
        stance=draw(st.sampled_from(list(Stance))),
        source=origin.title(),
        origin=origin,
        published=published,
        happened=draw(MAYBE),
        entered=draw(PAST),
        grade=draw(GRADES),
    )


@st.composite
def verdicts(draw: st.DrawFn) -> tuple[Verdict, ...]:
    word = st.sampled_from([word for word in Word if word not in (Word.SUPERSEDED, Word.DISMISSED)])
    one = st.builds(
        Verdict,
        word=word,
        day=PAST,
        by=st.sampled_from(["ada", "first", "second", "third"]),
        person=st.booleans(),
        reason=st.just("because"),
        evidence=st.sampled_from([(), ("e0",), ("e0", "e1")]),
        number=st.integers(1, 9),
    )
    return tuple(draw(st.lists(one, max_size=2)))


@st.composite
def dossiers(draw: st.DrawFn, number: int = 0) -> Dossier:
    """A dossier on TODAY: nothing on it counts from a later day, though what it reports may be later."""
    deadline = draw(MAYBE)
    made = draw(PAST)
    when = draw(st.one_of(st.none(), st.just(deadline and TimeSpan.of(date(deadline.year, 1, 1), deadline))))
    claim = Claim(
        id=id_of(f"claim {number}"),
        text="The bridge will open.",
        kind=draw(st.sampled_from(list(Kind))),
        polarity=draw(st.sampled_from(list(Polarity))),
        hedge=draw(st.sampled_from(list(Hedge))),
        quoted=draw(st.booleans()),
        speaker=draw(st.one_of(st.none(), TEXTS)),
        subject=draw(st.one_of(st.none(), TEXTS)),
        deadline=deadline,
        when=when,
        deadline_vague=draw(st.booleans()),
        through=draw(st.booleans()),
    )
    moved = deadline is not None and draw(st.booleans())
    flag = Flag(
        review=Review.RECHECK,
        day=made,
        rule=draw(st.sampled_from(["look", "glance"])),
        reason="",
        rulebook="",
        number=1,
    )
    return Dossier(
        claim=claim,
        recorded=claim,
        made=made,
        entered=made,
        sightings=tuple(sighting(claim.text, draw(PAST), None) for _ in range(draw(st.integers(0, 2)))),
        evidence=tuple(draw(evidence(n)) for n in range(draw(st.integers(0, 4)))),
        moves=(Move(deadline=deadline, day=made, source="office"),) if moved and deadline else (),
        original_deadline=draw(MAYBE) if moved else None,
        verdicts=draw(verdicts()),
        looked=draw(st.one_of(st.none(), DAYS)),
        flag=draw(st.sampled_from([None, None, flag, flag.model_copy(update={"review": Review.REVIEWED})])),
        answered=draw(st.sampled_from([None, flag])),
        conflicts=tuple(id_of(f"claim {n}") for n in sorted(draw(st.sets(st.integers(0, 3), max_size=2)) - {number})),
        supersedes=draw(st.sampled_from([(), ("y" * 16,)])),
    )


WORDS = [fact for fact in FACTS.values() if fact.type is Type.WORD]
TEXT_FACTS = [fact.name for fact in FACTS.values() if fact.type is Type.TEXT]
NUMBERS = [fact for fact in FACTS.values() if fact.type in BOUNDS and fact.type is not Type.DAY]
CALENDAR = [fact.name for fact in FACTS.values() if fact.type is Type.DAY]
TRUTHS = [fact.name for fact in FACTS.values() if fact.type is Type.TRUTH] + list(COMPANIONS)
ORDER: Any = st.sampled_from(["==", "!=", "<", "<=", ">", ">="])
SAME: Any = st.sampled_from(["==", "!="])


def _may(name: str, reviews: bool) -> bool:
    fact = FACTS.get(name) or COMPANIONS[name]
    return reviews or not fact.settled


@st.composite
def _number(draw: st.DrawFn, reviews: bool) -> Condition:
    facts = [fact for fact in NUMBERS if _may(fact.name, reviews)]
    one: Condition = Named(draw(st.sampled_from(facts)).name)
    shape = draw(st.integers(0, 5))
    if shape == 0:
        return Sum(draw(st.sampled_from(["+", "-", "*"])), one, Constant(draw(st.integers(-3, 3))))
    if shape == 1:
        return Sum(draw(st.sampled_from(["/", "%"])), one, Constant(draw(st.sampled_from([-7, -2, 2, 3, 365]))))
    if shape == 2:
        return Sum("-", one, Named(draw(st.sampled_from(facts)).name))
    if shape == 3 and draw(st.booleans()):
        days = st.sampled_from(CALENDAR)
        return Sum("-", Named(draw(days)), Named(draw(days)))
    return one


@st.composite
def _atom(draw: st.DrawFn, reviews: bool) -> Condition:
    shape = draw(st.integers(0, 9))
    if shape in (0, 1):
        fact = draw(st.sampled_from([fact for fact in WORDS if _may(fact.name, reviews)]))
        if draw(st.booleans()):
            return Compare(draw(SAME), Named(fact.name), Constant(draw(st.sampled_from(fact.words))))
        values = draw(st.lists(st.sampled_from(fact.words), min_size=1, max_size=3, unique=True))
        return Among(Named(fact.name), tuple(values))
    if shape == 2:
        return Named(draw(st.sampled_from([name for name in TRUTHS if _may(name, reviews)])))
    if shape == 3:
        name, text = draw(st.sampled_from(TEXT_FACTS)), draw(TEXTS).replace("\0", "")
        if draw(st.booleans()):
            return TextMatch(draw(st.sampled_from(["startsWith", "endsWith", "contains"])), Named(name), text[:2])
        return Compare(draw(SAME), Named(name), Constant(text))
    if shape == 4:
        days = st.sampled_from(CALENDAR)
        return Compare(draw(ORDER), Named(draw(days)), Named(draw(days)))
    fact = draw(st.sampled_from([fact for fact in NUMBERS if _may(fact.name, reviews)]))
    if shape in (5, 6, 7):
        low, high = BOUNDS[fact.type]
        limit = draw(st.sampled_from([low, low + 1, low + 2, min(high, 14), min(high, 30), min(high, 317)]))
        return Compare(draw(ORDER), Named(fact.name), Constant(limit))
    return Compare(
        draw(ORDER), draw(_number(reviews)), draw(st.one_of(st.integers(-2, 400).map(Constant), _number(reviews)))
    )


def conditions(reviews: bool = True) -> st.SearchStrategy[Condition]:
    """Conditions of some depth over all facts."""

    def more(inner: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
        parts = st.lists(inner, min_size=2, max_size=3).map(tuple)
        return st.one_of(
            inner.map(Not),
            parts.map(AllOf),
            parts.map(AnyOf),
            st.tuples(inner, inner, inner).map(lambda three: Choice(*three)),
            st.tuples(SAME, inner, inner).map(lambda three: Compare(*three)),
        )

    return st.recursive(_atom(reviews), more, max_leaves=5)
