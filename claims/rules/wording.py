"""Wording: a rule's reason with its facts filled in, as a reporter would print it.

`{deadline}` is a fact in words: "31 December 2021", "B", "two". `{supporting:source says|sources say}` is a count with
what it counts, in the singular or the plural. `{supporters:says|say}` (`refuters`, `partials`, `reporters`) are the sources
by name, with a verb where one is given; `{rivals}` are the claims that cannot hold beside it, by the beginning of their ids.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from claims.domain.claim import SHOWN as SHOWN_OF_ID
from claims.domain.condition import Value
from claims.domain.evidence import Evidence, Stance
from claims.rules.fact import Type
from claims.rules.facts import COMPANIONS, FACTS
from claims.rules.view import View

NAMES = {
    "supporters": Stance.SUPPORTS,
    "refuters": Stance.REFUTES,
    "partials": Stance.PARTLY,
    "reporters": Stance.NEITHER,
}
"""The names of sources that a reason can hold, with what they say."""
RIVALS = "rivals"
"""The name for the claims that cannot hold beside it, by their ids."""
SHOWN = 3
"""So many sources are named; the rest are counted."""
_SLOT = re.compile(r"\{([^{}:]*)(?::([^{}|]*)\|([^{}|]*))?\}")
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with a reason's text: the sentence, where, and the name that is not known."""

    message: str
    at: int
    unknown: str | None = None


def flaws(text: str, numbers: Mapping[str, int]) -> list[Flaw]:
    """Return what is wrong with a reason: names that no fact has, a singular without plural, brackets left open."""
    found = []
    for slot in _SLOT.finditer(text):
        name = slot[1].strip()
        if name not in FACTS and name not in (*NAMES, RIVALS) and name not in numbers:
            found.append(Flaw(f"there is no fact called {name or 'nothing'}", slot.start(1), name))
        elif slot[2] is not None and name in FACTS and _type(name) not in (Type.COUNT, Type.DAYS):
            found.append(Flaw(f"{name} is no count, so it has no singular and plural", slot.start(1)))
    rest = _SLOT.sub(lambda slot: " " * len(slot[0]), text)
    if (at := re.search(r"[{}]", rest)) is not None:
        found.append(Flaw("a curly bracket stands alone here; a fact is written {name}", at.start()))
    return found


def asked(text: str) -> tuple[str, ...]:
    """Return the facts that a reason names, each once."""
    return tuple(dict.fromkeys(slot[1].strip() for slot in _SLOT.finditer(text) if slot[1].strip() in FACTS))


def fill(text: str, facts: Mapping[str, Value], view: View) -> str:
    """Return the reason with its facts in words; the first letter a capital, a full stop at the end."""

    def words(slot: re.Match[str]) -> str:
        name = slot[1].strip()
        if name in NAMES or name == RIVALS:
            sources = named(view.heard(NAMES[name])) if name in NAMES else _rivals(view)
            verb = "" if slot[2] is None else f" {slot[2] if len(sources) == 1 else slot[3]}"
            return listed(sources) + verb
        value = facts.get(name)
        if value is None:
            return f"unknown {name.replace('_', ' ')}"
        if slot[2] is not None:
            return f"{count(int(value))} {slot[2] if int(value) == 1 else slot[3]}".strip()
        return shown(name, value)

    filled = " ".join(_SLOT.sub(words, text).split())
    return filled[:1].upper() + filled[1:] + ("" if filled.endswith((".", "!", "?", "”", '."')) else ".")


def shown(name: str, value: Value) -> str:
    """Return one fact in words."""
    match _type(name):
        case Type.DAY:
            return day(date.fromordinal(int(value)))
        case Type.GRADE:
            return str(value) if "information" in name else "ABCDE"[int(value) - 1]
        case Type.TRUTH:
            return "yes" if value else "no"
        case Type.PERCENT:
            return f"{value} percent"
        case _:
            return value if isinstance(value, str) else "none" if value == 0 else count(value)


def count(number: int) -> str:
    """Return a number as a newspaper prints it: in words up to ten."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else f"{number:,}"


def day(value: date) -> str:
    """Return a day as "31 December 2021", whatever the machine's language."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def named(evidence: Iterable[Evidence]) -> tuple[str, ...]:
    """Return the sources of some evidence by name, one for each origin."""
    first: dict[str, str] = {}
    for each in evidence:
        first.setdefault(each.origin, each.publisher or each.source)
    return tuple(dict.fromkeys(first.values()))


def _rivals(view: View) -> tuple[str, ...]:
    return tuple(each[:SHOWN_OF_ID] for each in view.dossier.conflicts)


def listed(sources: tuple[str, ...]) -> str:
    """Return names as a sentence lists them; of many, the first two and the number of the rest."""
    names = list(sources)
    if not names:
        return "no source"
    if len(names) > SHOWN:
        names = [*names[: SHOWN - 1], f"{count(len(names) - SHOWN + 1)} more"]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _type(name: str) -> Type | None:
    fact = FACTS.get(name)
    if fact is None and name in COMPANIONS:
        return Type.TRUTH
    return fact.type if fact else None


_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
