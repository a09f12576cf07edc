"""Rulebook: two ordered lists of rules with their settings, read from YAML and checked before it is used.

```yaml
rulebook: promises
about: Promises with a day by which they are to be kept.
settings: {due: 14, numbers: {enough: 2}}
verdicts:
  - rule: promise-missed
    when: kind == "commitment" && schedule == "missed"
    then: refuted
    because: the deadline, {deadline}, passed and {refuting:independent source says|independent sources say} otherwise
reviews:
  - rule: silence
    when: schedule == "overdue" && supporting == 0
    then: recheck
    because: the deadline, {deadline}, has passed
```

A verdict rule may add `rating` (a word, or a word and its scale) and, where it gives unresolvable, its `code`.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from claims.domain.condition import Condition, names
from claims.domain.verdict import Rating, Review, Unresolvable, Word
from claims.errors import BadInput, NotFound, Problem
from claims.rules import wording
from claims.rules.cel import Program, Unsound, compile_condition
from claims.rules.document import Mapping, Mark, Node, Scalar, parse
from claims.rules.facts import COMPANIONS, FACTS, TYPES
from claims.rules.fields import Faults, mapping, sequence, text, word
from claims.rules.header import settings
from claims.rules.nearest import nearest
from claims.rules.sense import faults_of, fill
from claims.rules.settings import Settings

BOOKS = Path(__file__).with_name("book")
"""Where the house rulebooks lie, each with its cases beside it."""
STACK = ("promises", "statistics", "news")
"""Their order: the first rule that holds, over all of them, decides."""
GIVEN = tuple(str(each) for each in Word if each not in (Word.SUPERSEDED, Word.DISMISSED))
"""What a rule may say; that a claim is superseded or dismissed is for people to say."""
MOST_RULES = 200
"""More are no rulebook that anyone can read."""
_TOP = ("rulebook", "about", "settings", "verdicts", "reviews")
_RULE = ("rule", "when", "then", "rating", "code", "because", "about")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: when its condition holds, then this, because of that."""

    name: str
    when: str
    """The condition as it stands in the rulebook."""
    program: Program
    condition: Condition
    """Its tree, with the rulebook's numbers written out."""
    then: str
    because: str
    mark: Mark
    review: bool = False
    rating: Rating | None = None
    code: Unresolvable | None = None
    facts: tuple[str, ...] = ()
    """The facts that the condition and the reason name, each once, a companion standing for its fact."""


@dataclass(frozen=True, slots=True)
class Rulebook:
    """A rulebook that was read and checked. `digest` is the SHA-256 of its text, in hexadecimal."""

    name: str
    digest: str
    text: str
    settings: Settings
    verdicts: tuple[Rule, ...]
    reviews: tuple[Rule, ...]
    about: str = ""

    @property
    def rules(self) -> tuple[Rule, ...]:
        """All its rules, verdicts first."""
        return self.verdicts + self.reviews


def load(text: str, name: str) -> Rulebook:
    """Read and check a rulebook; `name` is its file, for the places of what is wrong.

    Raises BadInput with all Problems: what is no YAML, unknown names with the nearest known one, conditions that CEL or our
    own sense refuses, verdicts that are people's, reasons that name no fact. Nothing in the text is run.
    """
    faults = Faults()
    top = mapping(parse(text, name), "a rulebook", _TOP, faults)
    if top is None:
        raise BadInput(Problem("this is no rulebook: it has no verdicts and no reviews", name, 1, 1))
    title = _title(top, faults)
    header = settings(top.get("settings"), faults)
    about = _optional(top, "about", faults)
    rules: dict[bool, list[Rule]] = {False: [], True: []}
    taken: set[str] = set()
    for review, key in ((False, "verdicts"), (True, "reviews")):
        for node in sequence(top.get(key), key, faults):
            rule = _rule(node, review, header, taken, faults)
            if rule is not None:
                rules[review].append(rule)
    if not faults and not rules[False] and not rules[True]:
        faults.add(top.mark, "the rulebook has no rules")
    if len(taken) > MOST_RULES:
        faults.add(top.mark, f"the rulebook has more than {MOST_RULES} rules")
    if faults:
        raise BadInput(*faults.in_order())
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Rulebook(title, digest, text, header, tuple(rules[False]), tuple(rules[True]), about)


@cache
def house() -> tuple[Rulebook, ...]:
    """Return the house rulebooks in the order of the stack."""
    return tuple(named(name) for name in STACK)


@cache
def named(name: str) -> Rulebook:
    """Return one house rulebook. Raises NotFound where there is none of that name."""
    path = BOOKS / f"{name}.yaml"
    if name not in STACK:
        raise NotFound(f"there is no house rulebook {name}; there are {', '.join(STACK)}")
    return load(path.read_text(encoding="utf-8"), path.name)


def stacked(books: tuple[Rulebook, ...], review: bool) -> Iterator[tuple[Rulebook, Rule]]:
    """Yield the rules of one list over a stack of rulebooks, in the order in which they are tried."""
    for book in books:
        for rule in book.reviews if review else book.verdicts:
            yield book, rule


def _title(top: Mapping, faults: Faults) -> str:
    node = text(top, "rulebook", faults)
    if node is not None and not _NAME.fullmatch(node.text):
        faults.add(node.mark, f"{node.text} cannot be a rulebook's name", "small letters, digits and hyphens")
    return node.text if node else ""


def _optional(parent: Mapping, key: str, faults: Faults) -> str:
    node = text(parent, key, faults, required=False)
    return node.text if node else ""


def _rule(node: Node, review: bool, header: Settings, taken: set[str], faults: Faults) -> Rule | None:
    body = mapping(node, "a rule", _RULE, faults)
    if body is None:
        return None
    name, when, because = (text(body, key, faults) for key in ("rule", "when", "because"))
    if name is not None:
        if not _NAME.fullmatch(name.text):
            faults.add(name.mark, f"{name.text} cannot be a rule's name", "small letters, digits and hyphens")
        if name.text in taken:
            faults.add(name.mark, f"there are two rules {name.text}")
        taken.add(name.text)
    then = _then(body, review, faults)
    rating, code = _rating(body, review, faults), _code(body, then, faults)
    condition = _condition(when, review, header, faults) if when else None
    if because is not None:
        for flaw in wording.flaws(because.text, header.numbers):
            known = (*FACTS, *wording.NAMES, wording.RIVALS, *header.numbers)
            hint = nearest(flaw.unknown, known) if flaw.unknown else None
            faults.add(because.place(flaw.at), flaw.message, hint)
    if name is None or when is None or because is None or then is None or condition is None:
        return None
    program, tree = condition
    return Rule(
        name=name.text,
        when=when.text.strip(),
        program=program,
        condition=tree,
        then=then,
        because=because.text,
        mark=name.mark,
        review=review,
        rating=rating,
        code=code,
        facts=facts_asked(tree, because.text),
    )


def facts_asked(condition: Condition, because: str) -> tuple[str, ...]:
    """Return the facts that a condition and a reason name, each once, a companion standing for its fact."""
    named = (*names(condition), *wording.asked(because))
    return tuple(dict.fromkeys(COMPANIONS[name].name if name in COMPANIONS else name for name in named))


def _then(body: Mapping, review: bool, faults: Faults) -> str | None:
    node = body.get("then")
    if not review and isinstance(node, Scalar) and node.text in (Word.SUPERSEDED, Word.DISMISSED):
        faults.add(node.mark, f"no rule can say {node.text}: that is for people to say")
        return None
    return word(body, "then", (str(Review.RECHECK),) if review else GIVEN, faults)


def _condition(when: Scalar, review: bool, header: Settings, faults: Faults) -> tuple[Program, Condition] | None:
    types = {**TYPES, **dict.fromkeys(header.numbers, "int")}
    try:
        program = compile_condition(when.text, types)
    except Unsound as error:
        for fault in error.faults:
            hint = _instead(fault.unknown, types) if fault.unknown else None
            faults.add(when.mark if fault.at is None else when.place(fault.at), fault.message, hint)
        return None
    tree = fill(program.tree, dict(header.numbers))
    wrong = faults_of(tree, review)
    for fault in wrong:
        faults.add(when.mark if fault.at is None else when.place(fault.at), fault.message)
    return None if wrong else (program, tree)


def _instead(unknown: str, types: dict[str, str]) -> str | None:
    """Return what a writer meant by a name that is no fact: a fact's word without quotation marks, or a fact misspelt."""
    if any(unknown in fact.words for fact in FACTS.values()):
        return f'a word stands in quotation marks: "{unknown}"'
    return nearest(unknown, types)


def _rating(body: Mapping, review: bool, faults: Faults) -> Rating | None:
    node = body.get("rating")
    if node is None:
        return None
    if review:
        faults.add(node.mark, "a review rule gives no rating")
        return None
    if isinstance(node, Mapping):
        mapping(node, "a rating", ("word", "scale"), faults)
        given, scale = text(node, "word", faults), text(node, "scale", faults, required=False)
        return Rating(word=given.text, scale=scale.text if scale else None) if given else None
    plain = text(body, "rating", faults)
    return Rating(word=plain.text) if plain else None


def _code(body: Mapping, then: str | None, faults: Faults) -> Unresolvable | None:
    if body.get("code") is None:
        if then == Word.UNRESOLVABLE:
            faults.add(body.mark, "unresolvable needs a code", f"one of {', '.join(Unresolvable)}")
        return None
    given = word(body, "code", tuple(str(each) for each in Unresolvable), faults)
    if then is not None and then != Word.UNRESOLVABLE:
        faults.add(body.mark, f"a code goes with unresolvable, not with {then}")
        return None
    return Unresolvable(given) if given else None
