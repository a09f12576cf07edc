"""Judge: a dossier and a day against a stack of rulebooks; the first rule that holds decides, in each of the two lists."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from claims.domain.condition import Value
from claims.domain.dossier import Dossier
from claims.domain.plan import NO_RULE
from claims.domain.verdict import Rating, Review, Unresolvable, Word
from claims.rules import wording
from claims.rules.cel import holds
from claims.rules.fact import Type
from claims.rules.facts import FACTS, seen
from claims.rules.rulebook import Rule, Rulebook, stacked
from claims.rules.settings import Settings
from claims.rules.view import View


@dataclass(frozen=True, slots=True)
class Reached:
    """A verdict that a rule reaches: with its reason, the facts the rule saw, and the ids of the evidence it used."""

    rule: str
    word: Word
    reason: str
    facts: tuple[tuple[str, str], ...]
    evidence: tuple[str, ...]
    rulebook: str
    """The rulebook's digest."""
    book: str
    """The rulebook's name."""
    rating: Rating | None = None
    code: Unresolvable | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A rule's wish for another look."""

    rule: str
    review: Review
    reason: str
    facts: tuple[tuple[str, str], ...]
    rulebook: str
    book: str


@dataclass(frozen=True, slots=True)
class Trial:
    """One rule that was tried: whether it held, None where a fact that it rests on is unknown."""

    book: str
    rule: Rule
    held: bool | None


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the rules say of a claim on a day: of its verdict, of another look, and which rules were tried for that."""

    verdict: Reached | None
    review: Asked | None
    trace: tuple[Trial, ...]


class Bench:
    """The views of one dossier on one day through the settings of each rulebook, and the facts seen through each."""

    def __init__(self, dossier: Dossier, today: date) -> None:
        """Take the dossier and the day."""
        self.dossier, self.today = dossier, today
        self._views: dict[int, View] = {}
        self._word: Word | None = None

    def view(self, settings: Settings) -> View:
        """Return the view through these settings."""
        found = self._views.get(id(settings))
        if found is None:
            found = self._views[id(settings)] = View(self.dossier, self.today, settings)
            found.word = self._word
        return found

    def facts(self, settings: Settings, names: tuple[str, ...]) -> dict[str, Value]:
        """Return the named facts that are known."""
        return seen(self.view(settings), names) if names else {}

    def settle(self, word: Word | None) -> None:
        """Let what follows see the verdict that a rule has just reached; None where it is the one that stood before."""
        self._word = word
        for view in self._views.values():
            view.word = word


def judge(dossier: Dossier, stack: tuple[Rulebook, ...], today: date) -> Judgement:
    """Return what a stack of rulebooks says of a claim on a day, whatever verdict stands.

    A rule decides only where its condition is true; where a fact that it rests on is unknown, it does not. Dismissed and
    superseded claims are judged like all others: it is for the caller to leave them alone. Review rules see the verdict that
    stands after this judgement.
    """
    bench = Bench(dossier, today)
    trace: list[Trial] = []
    verdict: Reached | None = None
    for book, rule in stacked(stack, review=False):
        facts = bench.facts(book.settings, rule.facts)
        held = holds(rule.program, {**book.settings.numbers, **facts})
        trace.append(Trial(book.name, rule, held))
        if held:
            verdict = _reach(book, rule, facts, bench.view(book.settings))
            break
    bench.settle(new_word(dossier, verdict))
    for book, rule in stacked(stack, review=True):
        facts = bench.facts(book.settings, rule.facts)
        held = holds(rule.program, {**book.settings.numbers, **facts})
        trace.append(Trial(book.name, rule, held))
        if held:
            reason = wording.fill(rule.because, facts | dict(book.settings.numbers), bench.view(book.settings))
            asked = Asked(rule.name, Review(rule.then), reason, _shown(rule, facts), book.digest, book.name)
            return Judgement(verdict, asked, tuple(trace))
    return Judgement(verdict, None, tuple(trace))


def new_word(dossier: Dossier, reached: Reached | None) -> Word | None:
    """Return the verdict that is new with a judgement; None where the one that stood goes on to stand.

    A person's verdict goes on, whatever rules say. A rule's is new where the word or the rule differs.
    """
    stands = dossier.verdict
    if dossier.dismissed is not None or dossier.superseded_by is not None or (stands is not None and stands.person):
        return None
    before = (Word.OPEN, NO_RULE) if stands is None else (stands.word, stands.by)
    after = (Word.OPEN, NO_RULE) if reached is None else (reached.word, reached.rule)
    return None if before == after else after[0]


def _reach(book: Rulebook, rule: Rule, facts: Mapping[str, Value], view: View) -> Reached:
    word = Word(rule.then)
    return Reached(
        rule=rule.name,
        word=word,
        reason=wording.fill(rule.because, {**book.settings.numbers, **facts}, view),
        facts=_shown(rule, facts),
        evidence=tuple(each.id for each in view.used(word)),
        rulebook=book.digest,
        book=book.name,
        rating=rule.rating,
        code=rule.code,
    )


def _shown(rule: Rule, facts: Mapping[str, Value]) -> tuple[tuple[str, str], ...]:
    return tuple((name, _text(name, facts.get(name))) for name in rule.facts)


def _text(name: str, value: Value | None) -> str:
    if value is None:
        return "unknown"
    fact = FACTS[name]
    if fact.type in (Type.COUNT, Type.DAYS):
        return str(value)
    return wording.shown(name, value)
