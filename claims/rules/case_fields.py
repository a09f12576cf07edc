"""Case fields: what the parts of a case may hold; what they cannot is a fault with its place, before anything is built."""

import math
import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum

from claims.domain.claim import Hedge, Kind, Polarity
from claims.domain.evidence import Stance
from claims.domain.timespan import TimeSpan
from claims.domain.verdict import Word
from claims.rules.document import Mapping as Names
from claims.rules.document import Node, Scalar
from claims.rules.fields import Faults, mapping, sequence
from claims.rules.nearest import nearest

Field = Callable[[Scalar], tuple[str, str | None] | None]
"""Returns what is wrong with a value, and what to do; None where it can be taken."""
_GRADE = re.compile("[A-F][1-6]?")


def _text(value: Scalar) -> tuple[str, str | None] | None:
    return None if value.text.strip() and not value.null else ("it is empty", "leave it out")


def _day(value: Scalar) -> tuple[str, str | None] | None:
    try:
        date.fromisoformat(value.text)
    except ValueError:
        return f"{value.text} is no day", "write 2022-01-15"
    return None


def _time(value: Scalar) -> tuple[str, str | None] | None:
    try:
        TimeSpan.parse(value.text)
    except ValueError:
        return f"{value.text} is no time", "write 2020-09-02, 2020-06, 2017 or 2021-01-01/2021-12-31"
    return None


def _truth(value: Scalar) -> tuple[str, str | None] | None:
    return None if value.text in ("true", "false") else (f"{value.text} is neither true nor false", None)


def _number(value: Scalar) -> tuple[str, str | None] | None:
    try:
        finite = math.isfinite(float(value.text))
    except ValueError:
        finite = False
    return None if finite else (f"{value.text} is no number", "write 44 or 1.5; the unit has a name of its own: unit")


def _grade(value: Scalar) -> tuple[str, str | None] | None:
    return None if _GRADE.fullmatch(value.text) else (f"{value.text} is no grade", "A to F, then 1 to 6, as in B2")


def _one_of(words: type[StrEnum]) -> Field:
    known = tuple(str(each) for each in words)

    def check(value: Scalar) -> tuple[str, str | None] | None:
        if value.text in known:
            return None
        return f"it cannot be {value.text}", nearest(value.text, known) or f"one of {', '.join(known)}"

    return check


CLAIM: Mapping[str, Field] = {
    "text": _text,
    "kind": _one_of(Kind),
    "polarity": _one_of(Polarity),
    "hedge": _one_of(Hedge),
    "speaker": _text,
    "publisher": _text,
    "quoted": _truth,
    "when": _time,
    "deadline": _day,
    "vague": _truth,
    "through": _truth,
    "made": _day,
    "subject": _text,
    "measure": _text,
    "quantity": _number,
    "unit": _text,
}
EVIDENCE: Mapping[str, Field] = {
    **{str(stance): _text for stance in Stance},
    "publisher": _text,
    "via": _text,
    "quote": _text,
    "dated": _day,
    "happened": _day,
    "entered": _day,
    "grade": _grade,
}
LISTS: Mapping[str, Mapping[str, Field]] = {
    "evidence": EVIDENCE,
    "moved": {"to": _day, "on": _day, "by": _text},
    "given": {"word": _one_of(Word), "on": _day, "by": _text},
    "seen": {"on": _day, "publisher": _text},
    "beside": CLAIM,
}
"""The lists of a case; `beside` are other claims on the ledger, which it may not be able to stand beside."""
NEEDED: Mapping[str, tuple[str, ...]] = {"moved": ("to", "on"), "given": ("word",), "seen": ("on",)}


def check(case: Names, faults: Faults) -> None:
    """Note all that is wrong with the parts of a case."""
    if (claim := case.get("claim")) is None:
        faults.add(case.mark, "claim is missing")
    else:
        _part(claim, "a claim", CLAIM, faults)
    for key, known in LISTS.items():
        for item in sequence(case.get(key), key, faults):
            if (body := _part(item, key, known, faults)) is None:
                continue
            faults.extend(body.mark.problem(f"{each} is missing") for each in NEEDED.get(key, ()) if not body.get(each))
            if key == "evidence":
                _one_stance(body, faults)
    looked = case.get("looked")
    if looked is not None:
        _value("looked", looked, _day, faults)


def _part(node: Node, what: str, known: Mapping[str, Field], faults: Faults) -> Names | None:
    body = mapping(node, what, tuple(known), faults)
    for name, value in body or ():
        if name.text in known:
            _value(name.text, value, known[name.text], faults)
    return body


def _value(name: str, value: Node, field: Field, faults: Faults) -> None:
    if not isinstance(value, Scalar):
        faults.add(value.mark, f"{name} is one value, not a list")
    elif (flaw := field(value)) is not None:
        faults.add(value.mark, f"{name}: {flaw[0]}", flaw[1])


def _one_stance(body: Names, faults: Faults) -> None:
    said = [str(stance) for stance in Stance if body.get(stance) is not None]
    if len(said) != 1 and not any(name.text not in EVIDENCE for name, _ in body):
        what = "evidence shows one thing only" if said else "evidence says what a source shows"
        faults.add(body.mark, what, f"one of {', '.join(Stance)}, as in supports: Example Gazette")
