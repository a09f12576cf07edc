"""Replaying says of each past day what settling the ledger on it would have said."""

from datetime import date, timedelta

from claims.desk import filing, marking, replaying, settling, weighing
from claims.desk.desk import Desk, new_command
from claims.desk.finders import Finder, Found
from claims.domain.article import Article, Span
from claims.domain.claim import Kind
from claims.domain.evidence import Stance
from claims.domain.quantity import Quantity
from claims.extract.draft import Draft

from .conftest import Clock

FIRST, LAST = date(2024, 3, 1), date(2025, 6, 1)


def _filed(desk: Desk, published: date, people: int) -> str:
    """File an article that puts the population of one town; return the claim's id."""
    text = f"The population of Westmouth is {people}."
    draft = Draft(
        span=Span.of(text, 0, len(text)),
        text=text,
        kind=Kind.STATISTIC,
        subject="Westmouth",
        measure="population",
        quantities=(Quantity(value=people),),
    )
    article = Article(text=text, published=published, publisher=f"Paper {people}")
    filing.file(desk, article, Finder("by hand", lambda _: Found((draft,))), new_command())
    return next(each.id for each in desk.ledger.dossiers() if each.claim.text == text)


def _settled(desk: Desk, day: date) -> set[tuple[str, str, str]]:
    """What a run of the rules on a day would write, of a ledger on which none has run."""
    return {(each.claim, each.after, each.rule) for each in settling.resolve(desk, day, dry_run=True).changes}


def test_a_replay_says_what_settling_on_each_day_would_say(desk: Desk, clock: Clock) -> None:
    one = _filed(desk, date(2024, 3, 5), 412_000)
    other = _filed(desk, date(2024, 4, 2), 398_000)
    third = _filed(desk, date(2024, 4, 20), 250_000)
    fourth = _filed(desk, date(2024, 4, 25), 97)
    clock.wind(90)
    for source in ("Census", "Town hall"):
        given = weighing.Given(source=source, dated=date(2024, 5, 6))
        weighing.add(desk, one, Stance.SUPPORTS, given)
        weighing.add(desk, other, Stance.REFUTES, given)
    marking.dismiss(desk, third, "another Westmouth")
    marking.supersede(desk, fourth, one, None, date(2024, 5, 20))
    turns = list(replaying.replay(desk, FIRST, LAST, settling.stack(desk)))
    said: set[tuple[str, str, str]] = set()
    for number in range((LAST - FIRST).days + 1):
        day = FIRST + timedelta(number)
        for turn in turns:
            if turn.day == day:
                after = turn.after
                said = {each for each in said if each[0] != turn.claim}
                said |= {(turn.claim, str(after.word), after.rule)} if after.rule else set()
                said |= {(turn.claim, "recheck", after.review)} if after.review else set()
        near = any(abs((turn.day - day).days) <= 1 for turn in turns)
        if near or number % 20 == 0:
            assert said == _settled(desk, day), day
    told = {(turn.claim, turn.day, str(turn.after.word), turn.after.review) for turn in turns}
    assert (one, date(2024, 4, 2), "open", "said-otherwise") in told
    assert (one, date(2024, 5, 6), "verified", "") in told
    assert (other, date(2024, 5, 6), "refuted", "") in told
    assert any(claim == one and word == "verified" and review for claim, _, word, review in told)
