"""Resolve: from a judgement to what is to be written down; only what differs from what stands on that day."""

from datetime import date, timedelta

from claims.domain.dossier import Dossier
from claims.domain.events import Event, ReviewReached, VerdictReached
from claims.domain.hearing import Hearing
from claims.domain.plan import NEWS, NO_RULE
from claims.domain.verdict import Review, Verdict, Word
from claims.rules.judge import Asked, Judgement
from claims.rules.settings import ASK_AGAIN


def changes(dossier: Dossier, judgement: Judgement, today: date, ask_again: int = ASK_AGAIN) -> tuple[Event, ...]:
    """Return the events that bring a claim's standing on a day to what the rules say; none where it is there already.

    The dossier is folded as of `today`. A verdict is written where its (word, rule) differs from what stands, never because
    a count of days moved. Under a person's verdict rules only ask for another look: where a rule would now say otherwise, and
    where evidence came after it. A look that a person has taken is not asked for again by the same rule before something
    new has come or `ask_again` days have passed. Dismissed and superseded claims are left alone.
    """
    if dossier.dismissed is not None or dossier.superseded_by is not None:
        return ()
    events: list[Event] = []
    stands = dossier.verdict
    if stands is None or not stands.person:
        events += _verdict(dossier, judgement, today)
        wish = judgement.review
    else:
        wish = _otherwise(stands, judgement) or _news(dossier, stands) or judgement.review
    events += _review(dossier, wish, today, ask_again)
    return tuple(events)


def _verdict(dossier: Dossier, judgement: Judgement, today: date) -> list[Event]:
    stands, reached = dossier.verdict, judgement.verdict
    before = (Word.OPEN, NO_RULE) if stands is None else (stands.word, stands.by)
    if reached is None:
        verdict = Verdict(word=Word.OPEN, day=today, by=NO_RULE, person=False, reason="No rule holds any more.")
    else:
        verdict = Verdict(
            word=reached.word,
            day=today,
            by=reached.rule,
            person=False,
            reason=reached.reason,
            rulebook=reached.rulebook,
            evidence=reached.evidence,
            facts=reached.facts,
            code=reached.code,
            rating=reached.rating,
        )
    return [] if before == (verdict.word, verdict.by) else [VerdictReached(claim=dossier.id, verdict=verdict)]


def _otherwise(stands: Verdict, judgement: Judgement) -> Asked | None:
    """Return the wish for another look where a rule would say something other than the person said."""
    reached = judgement.verdict
    if reached is None or reached.word in (Word.OPEN, stands.word):
        return None
    reason = f"{stands.by} said {stands.word}, and a rule would now say {reached.word}: {reached.reason}"
    return Asked(reached.rule, Review.RECHECK, reason, reached.facts, reached.rulebook, reached.book)


def _news(dossier: Dossier, stands: Verdict) -> Asked | None:
    """Return the wish for another look where evidence that counts came after the day of a person's verdict."""
    came = Hearing(dossier).after(stands)
    if not came:
        return None
    names = ", ".join(dict.fromkeys(each.publisher or each.source for each in came))
    reason = f"Evidence has come since {stands.by} said {stands.word}: {names}."
    return Asked(NEWS, Review.RECHECK, reason, (), "", "")


def _review(dossier: Dossier, wish: Asked | None, today: date, ask_again: int) -> list[Event]:
    flag = dossier.flag if dossier.flag is not None and dossier.flag.review is Review.RECHECK else None
    if wish is not None and flag is None and _answered(dossier, wish, today, ask_again):
        return []
    if wish is None and flag is not None:
        rest = Review.UNREVIEWED if dossier.looked is None else Review.REVIEWED
        reason = "No rule asks for another look any more."
        return [_asked(dossier, Asked(flag.rule, rest, reason, (), flag.rulebook, ""), today)]
    if wish is None or (flag is not None and flag.rule == wish.rule):
        return []
    return [_asked(dossier, wish, today)]


def _answered(dossier: Dossier, wish: Asked, today: date, ask_again: int) -> bool:
    answered, looked = dossier.answered, dossier.looked
    if answered is None or looked is None or answered.rule != wish.rule:
        return False
    return today < looked + timedelta(days=ask_again)


def _asked(dossier: Dossier, wish: Asked, today: date) -> ReviewReached:
    return ReviewReached(
        claim=dossier.id, review=wish.review, day=today, rule=wish.rule, reason=wish.reason, rulebook=wish.rulebook
    )
