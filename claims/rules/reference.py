"""Reference: the facts that a rule may ask, as a page and as lines, generated from the one table."""

from claims.rules.fact import BOUNDS, Fact, Type
from claims.rules.facts import FACTS

_HEAD = """# Facts that a rule may ask

A condition is CEL over these facts. This page is generated from the table in `claims/rules/facts.py` by
`claims rules facts --format markdown`; a test holds the two equal.

Sources are counted by origin: ten feeds with one wire are one source, and the claim's own speaker, publisher and article
never count. A fact that the ledger does not tell is unknown, never zero and never empty: what asks for it does not hold,
nor does its opposite. Where that can be, `has_NAME` asks whether it is known. A grade is 1 for A (or 1) to 5 for E (or 5);
F and 6 mean that it cannot be judged and leave the grade unknown. A day is held against another day only. What tells of
the verdict can be asked by review rules only.

| fact | type | what it tells |
| --- | --- | --- |
"""
_TAIL = """
In a reason (`because`), `{NAME}` is a fact in words, `{NAME:source says|sources say}` a count with what it counts, and
`{supporters}`, `{refuters}`, `{partials}`, `{reporters}` are the sources by name; `{rivals}` are the claims that cannot hold
beside it, by id.

Silence refutes nothing: a rule with `then: refuted` is taken only where it is proved that its condition cannot hold without
refuting evidence that counts. `refuting >= 1 &&` before it is always enough; `all_refuting` is not, as it takes in the claim's
own word. A rule's name stands once in all the rulebooks that a ledger judges by.
"""


def page() -> str:
    """Return the reference as a Markdown page."""
    rows = "".join(f"| `{fact.name}` | {kind(fact)} | {told(fact)} |\n" for fact in FACTS.values())
    return _HEAD + rows + _TAIL


def rows() -> tuple[tuple[str, str, str], ...]:
    """Return (name, type, sentence) for each fact, in order."""
    return tuple((fact.name, kind(fact), told(fact)) for fact in FACTS.values())


def kind(fact: Fact) -> str:
    """Return a fact's type with its bounds, as far as a writer of rules has to know them."""
    if fact.type in (Type.GRADE, Type.PERCENT):
        low, high = BOUNDS[fact.type]
        return f"{fact.type}, {low} to {high}"
    return str(fact.type)


def told(fact: Fact) -> str:
    """Return a fact's sentence, with its words, its companion, and who may ask it."""
    parts = [fact.sentence]
    if fact.words:
        parts.append("One of " + ", ".join(f"`{word}`" for word in fact.words) + ".")
    if fact.optional:
        parts.append(f"May be unknown: ask `{fact.companion}`.")
    if fact.settled:
        parts.append("For review rules.")
    return " ".join(parts)
