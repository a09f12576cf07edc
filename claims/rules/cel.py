"""CEL: the one module that knows Google's `cel-expr-python`; it checks a condition, evaluates it, and gives its tree.

What was learnt of version 0.1.3 and is dealt with here: errors of evaluation come back as values, not raised; errors of
checking come as one text with the places inside; the checked tree is had only as protobuf bytes.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from claims.domain.condition import Condition, Value
from claims.rules.tree import Unreadable, decode

LONGEST = 4_000
"""Code points of one condition: enough for a page of it, and far below what CEL itself would take."""
_PLACE = re.compile(r"^(?:[A-Z_]+: )?ERROR: <input>:(\d+):(\d+): (.*)$")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a condition: the sentence, and where in its text (code points), None for all of it."""

    message: str
    at: int | None = None
    unknown: str | None = None
    """The name that nobody declared, where that is the fault."""


class Unsound(ValueError):
    """A condition that cannot be taken, with all its faults."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        """Take the faults."""
        self.faults = tuple(faults)
        super().__init__("; ".join(fault.message for fault in self.faults))


@dataclass(frozen=True, slots=True)
class Program:
    """A condition that was checked: its text, its tree, and what CEL made of it."""

    text: str
    tree: Condition
    compiled: Any
    """CEL's own; nothing outside this module looks at it."""


def compile_condition(text: str, types: Mapping[str, str]) -> Program:
    """Check a condition against declared names, each "bool", "int" or "string".

    Raises Unsound where it cannot be read, names something undeclared, mixes types, is no yes or no, or uses what only
    CEL could evaluate (macros, regular expressions, fractions), so that SQL could not answer alike.
    """
    if len(text) > LONGEST:
        raise Unsound([Fault(f"the condition has more than {LONGEST:,} characters")])
    if "\0" in text:
        raise Unsound([Fault("the condition holds a NUL character")])
    try:
        compiled = _environment(tuple(sorted(types.items()))).compile(text)
        kind = compiled.return_type().name()
        serialized = compiled.serialize()
    except RuntimeError as error:
        raise Unsound(_faults(str(error), text)) from None
    if kind != "BOOL":
        raise Unsound([Fault(f"the condition gives {_KINDS.get(kind, kind.lower())}, not a yes or a no")])
    try:
        tree = decode(serialized)
    except Unreadable as error:
        raise Unsound([Fault(str(error), error.at)]) from None
    return Program(text, tree, compiled)


def holds(program: Program, facts: Mapping[str, Value]) -> bool | None:
    """Return whether the condition holds over these facts; None where it rests on a fact that is not among them."""
    value = program.compiled.eval(data=facts)
    plain = value.value()
    return plain if isinstance(plain, bool) else None


_TYPES = {
    "google.protobuf.Duration": "length of time",
    "google.protobuf.Timestamp": "moment",
    "int": "number",
    "uint": "number",
    "double": "fraction",
    "string": "text",
    "bool": "yes/no",
    "null_type": "nothing",
}
"""CEL's names of types, and plain ones."""


def _units(sides: str) -> str:
    """Say what to do about a number that was held against something with a unit."""
    if "nothing" in sides:
        return "; whether a fact is known is asked by has_ and its name, as in has_deadline"
    if "length of time" in sides or "moment" in sides:
        return "; days are whole numbers, as in age > 5"
    if "number" in sides and "text" in sides:
        return "; a number is written without quotation marks and without its unit"
    return "; fractions are not taken, percents are whole numbers" if "fraction" in sides else ""


_MEANT = {"and": "&&", "or": "||", "not": "!", "=": "==", "AND": "&&", "OR": "||", "NOT": "!", "is": "=="}
"""What other languages write, and what CEL does."""
_UNITS = ("d", "day", "days", "week", "weeks", "month", "months", "year", "years", "percent", "per")


def _meant(word: str) -> str:
    """Say what to write instead of a word that stands where it cannot."""
    if word in _MEANT:
        return f": write {_MEANT[word]}"
    return ": a number is written without its unit, in days or in percent" if word in _UNITS else ""


_KINDS = {"INT": "a number", "STRING": "a text", "LIST": "a list"}


@cache
def _environment(types: tuple[tuple[str, str], ...]) -> Any:
    from cel_expr_python import cel  # late: only what judges pays for it

    known = {"bool": cel.Type.BOOL, "int": cel.Type.INT, "string": cel.Type.STRING}
    return cel.NewEnv(variables={name: known[kind] for name, kind in types})


def _faults(report: str, text: str) -> list[Fault]:
    """Read CEL's report: one `ERROR: <input>:line:column: sentence` for each fault, with drawings between."""
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    faults = []
    for line in report.splitlines():
        if found := _PLACE.match(line):
            row, column, message = int(found[1]), int(found[2]), found[3]
            at = min(starts[min(row, len(starts)) - 1] + column - 1, len(text))
            faults.append(_plain(message.removesuffix(" [INVALID_ARGUMENT]"), max(at, 0)))
    if not faults and "recursion limit" in report:
        return [Fault("the condition is nested too deeply")]
    return faults or [Fault(report.splitlines()[0] if report else "CEL cannot read the condition")]


def _plain(message: str, at: int) -> Fault:
    """Say a fault in plain words where it is one of the usual ones."""
    if found := re.match(r"undeclared reference to '([^']*)'", message):
        return Fault(f"there is no fact called {found[1]}", at, found[1])
    if found := re.match(r"found no matching overload for '([^']*)' applied to '([^']*)'", message):
        operator = found[1].strip("_@").replace("_", "")
        sides = found[2].strip("()")
        for theirs, plain in _TYPES.items():
            sides = re.sub(rf"\b{re.escape(theirs)}\b", plain, sides)
        return Fault(f"{operator} cannot be used on {sides}{_units(sides)}", at)
    if found := re.match(
        r"Syntax error: (?:mismatched|extraneous|no viable alternative at) input '(.*?)'(?: expecting .*)?$", message
    ):
        if found[1].endswith("<EOF>"):
            return Fault("the condition ends where something is still to come", at)
        return Fault(f"{found[1]} is out of place here{_meant(found[1])}", at)
    if found := re.match(r"Syntax error: missing '(.*?)' at ", message):
        return Fault(f"a {found[1]} is missing here", at)
    if found := re.match(r"Syntax error: token recognition error at: '(.*)'$", message):
        return Fault(f"{found[1].strip()} cannot stand in a condition{_meant(found[1].strip())}", at)
    if message.startswith("has() argument"):
        return Fault(
            "has() is not taken: whether a fact is known is asked by has_ and its name, as in has_deadline", at
        )
    return Fault(message[:1].lower() + message[1:], at)
