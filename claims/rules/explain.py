"""Explain: why a claim stands as it does: the rule, its evidence, what each rule missed, and what would change it."""

from dataclasses import dataclass
from datetime import date

from claims.domain.condition import AllOf, Condition, Value, evaluate, names, write
from claims.domain.dossier import Dossier
from claims.domain.evidence import Evidence
from claims.domain.standing import own_voices
from claims.rules import wording
from claims.rules.change import Change, smallest
from claims.rules.fact import Type
from claims.rules.facts import COMPANIONS, FACTS, seen
from claims.rules.judge import Judgement, judge
from claims.rules.rulebook import Rule, Rulebook, stacked
from claims.rules.settings import Settings
from claims.rules.view import View


@dataclass(frozen=True, slots=True)
class Tried:
    """One rule that was tried: whether it held, and where not, the first part that failed and the facts in it."""

    book: str
    rule: str
    then: str
    held: bool
    failed: str | None
    """The part as it stands in the rulebook, or nearly so; None where the rule held."""
    because: str | None
    """The facts that made it fail, in words."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """One piece of evidence as it was weighed."""

    evidence: Evidence
    counts: bool
    why: str
    """Why it counts as a source of its own, or does not."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a claim stands as it does on a day."""

    claim: str
    day: date
    word: str
    """The verdict that stands."""
    by: str
    """The rule's name or the person; empty where nobody has said anything."""
    person: bool
    reason: str
    since: date | None
    judgement: Judgement
    """What the rules say on that day, which under a person's verdict may be something else."""
    rule: Rule | None
    evidence: tuple[Weighed, ...]
    verdicts: tuple[Tried, ...]
    reviews: tuple[Tried, ...]
    change: Change | None
    """The smallest change that would alter what the rules say; None for no such change."""
    earlier: str | None = None
    """The digest of the rulebook by which a rule of this name gave the verdict, where that is another than the one in force."""


def explain(dossier: Dossier, stack: tuple[Rulebook, ...], today: date) -> Explanation:
    """Return why the claim stands as it does on a day, by its dossier folded as of that day."""
    judgement = judge(dossier, stack, today)
    stands = dossier.verdict
    reached = judgement.verdict
    earlier = None
    if dossier.dismissed is not None or dossier.superseded_by is not None:
        reason = dossier.dismissed or f"claim {dossier.superseded_by} has taken its place"
        word, by, person, since = str(dossier.word), "", True, None
    elif stands is not None and stands.person:
        word, by, person, reason, since = str(stands.word), stands.by, True, stands.reason, stands.day
    elif reached is not None:
        same = stands is not None and (stands.word, stands.by) == (reached.word, reached.rule)
        since = stands.day if same and stands is not None else today
        if same and stands is not None and stands.rulebook != reached.rulebook:
            earlier = stands.rulebook
        word, by, person, reason = str(reached.word), reached.rule, False, reached.reason
    else:
        word, by, person, reason, since = "open", "", False, "No rule holds.", None
    held = next((trial.rule for trial in judgement.trace if trial.held and not trial.rule.review), None)
    return Explanation(
        claim=dossier.id,
        day=today,
        word=word,
        by=by,
        person=person,
        reason=reason,
        since=since,
        judgement=judgement,
        rule=held,
        evidence=_weighed(dossier),
        verdicts=_tried(dossier, stack, today, judgement, review=False),
        reviews=_tried(dossier, stack, today, judgement, review=True),
        change=smallest(dossier, stack, today),
        earlier=earlier,
    )


def lines(explanation: Explanation) -> list[str]:
    """Return the explanation as plain lines, the sentence that a reporter would print first."""
    each = explanation
    said = f"by {each.by}" if each.person and each.by else f"by rule {each.by}" if each.by else ""
    found = [" ".join(part for part in (f"{each.word.capitalize()}", said, f"as of {wording.day(each.day)}.") if part)]
    found.append(each.reason)
    reached = each.judgement.verdict
    if each.earlier is not None and reached is not None and each.since is not None:
        given = (
            f"It was given on {wording.day(each.since)} by a rule of that name in another rulebook ({each.earlier[:8]})"
        )
        found.append(f"{given}; in force is {reached.book} ({reached.rulebook[:8]}).")
    if each.person and reached is not None and str(reached.word) != each.word:
        found.append(f"A rule, {reached.rule}, would now say {reached.word}: {reached.reason}")
    if each.judgement.review is not None:
        found.append(f"Another look is asked for (rule {each.judgement.review.rule}): {each.judgement.review.reason}")
    if each.evidence:
        found.append("Evidence:")
        found += [f"  {weighed_line(weighed)}" for weighed in each.evidence]
    found.append("Rules tried:")
    for tried in (*each.verdicts, *each.reviews):
        verdict = f"{tried.rule} ({tried.book}) → {tried.then}"
        found.append(f"  {verdict}: holds" if tried.held else f"  {verdict}: {tried.failed} fails, as {tried.because}")
    found.append(
        f"It would change: {each.change.text}"
        if each.change
        else "No such change: no more evidence of one or two kinds, and no day to come, would alter it."
    )
    return found


def weighed_line(weighed: Weighed) -> str:
    """Return one piece of evidence in a line."""
    each = weighed.evidence
    dated = each.happened or each.published
    day = f", {wording.day(dated)}" if dated else ""
    grade = f", graded {each.grade}" if each.grade else ""
    return f"{each.stance}: {each.publisher or each.source}{day}{grade} ({weighed.why})"


def _weighed(dossier: Dossier) -> tuple[Weighed, ...]:
    own = own_voices(dossier)
    first: dict[tuple[str, str], Evidence] = {}
    found = []
    for each in dossier.evidence:
        voices = {each.origin, each.source.casefold(), (each.publisher or "").casefold()}
        earlier = first.setdefault((each.stance, each.origin), each)
        if voices & own:
            found.append(Weighed(each, False, "the claim's own speaker, publisher or article: does not count"))
        elif earlier is not each:
            name = earlier.publisher or earlier.source
            why = f"same origin as {name}, {each.origin} ({each.origin_rule}): counted once"
            found.append(Weighed(each, False, why))
        else:
            found.append(Weighed(each, True, f"origin {each.origin}, by {each.origin_rule}"))
    return tuple(found)


def _tried(
    dossier: Dossier, stack: tuple[Rulebook, ...], today: date, judgement: Judgement, *, review: bool
) -> tuple[Tried, ...]:
    """Return the rules up to the one that decided, or all of them."""
    held = {id(trial.rule): trial.held for trial in judgement.trace}
    found = []
    views: dict[int, View] = {}
    for book, rule in stacked(stack, review):
        if id(rule) not in held:
            break
        view = views.setdefault(id(book.settings), _view(dossier, today, book.settings, judgement, review))
        facts = seen(view, rule.facts)
        part = None if held[id(rule)] else first_failing(rule.condition, facts)
        found.append(
            Tried(
                book=book.name,
                rule=rule.name,
                then=rule.then,
                held=part is None,
                failed=None if part is None else write(part),
                because=None if part is None else because(part, facts),
            )
        )
    return tuple(found)


def _view(dossier: Dossier, today: date, settings: Settings, judgement: Judgement, review: bool) -> View:
    from claims.rules.judge import new_word

    view = View(dossier, today, settings)
    view.word = new_word(dossier, judgement.verdict) if review else None
    return view


def first_failing(condition: Condition, facts: dict[str, Value]) -> Condition | None:
    """Return the first part of a condition that is not true; None where it holds."""
    parts = condition.parts if isinstance(condition, AllOf) else (condition,)
    return next((part for part in parts if evaluate(part, facts) is not True), None)


def because(part: Condition, facts: dict[str, Value]) -> str:
    """Return the facts of a part in words: `schedule is overdue and supporting is two`."""
    told = []
    for name in names(part):
        fact = COMPANIONS[name].name if name in COMPANIONS else name
        value = facts.get(fact)
        plain = isinstance(value, int) and FACTS[fact].type in (Type.COUNT, Type.DAYS)
        told.append(f"{fact} is {'unknown' if value is None else value if plain else wording.shown(fact, value)}")
    return " and ".join(dict.fromkeys(told)) or "it never holds"
