"""Tree: the bytes of a checked CEL expression as our own frozen condition.

Source: `cel.expr.CheckedExpr` of google/cel-spec (checked.proto, syntax.proto); the numbers below are its field numbers.
"""

from claims.domain.condition import (
    AllOf,
    Among,
    AnyOf,
    Choice,
    Compare,
    Comparison,
    Condition,
    Constant,
    Match,
    Named,
    Not,
    Operator,
    Sum,
    TextMatch,
    Value,
)
from claims.rules.wire import fields, signed

_COMPARISONS: dict[str, Comparison] = {
    "_==_": "==",
    "_!=_": "!=",
    "_<_": "<",
    "_<=_": "<=",
    "_>_": ">",
    "_>=_": ">=",
}
_OPERATORS: dict[str, Operator] = {"_+_": "+", "_-_": "-", "_*_": "*", "_/_": "/", "_%_": "%"}
_MATCHES: dict[str, Match] = {"startsWith": "startsWith", "endsWith": "endsWith", "contains": "contains"}


class Unreadable(ValueError):
    """The expression uses what a rule cannot: `at` is where, in code points, None where that is not told."""

    def __init__(self, message: str, at: int | None = None) -> None:
        """Take the sentence and the place."""
        self.at = at
        super().__init__(message)


def decode(checked: bytes) -> Condition:
    """Return the tree of a `CheckedExpr` in its `google.protobuf.Any` (the message is field 2).

    Raises Unreadable for macros, functions and types that are not taken.
    """
    body, places = b"", {}
    message = next((v for n, v in fields(checked) if n == 2 and isinstance(v, bytes)), b"")
    for number, value in fields(message):
        if number == 4 and isinstance(value, bytes):
            body = value
        elif number == 5 and isinstance(value, bytes):
            places = _places(value)
    return _expression(body, places)


def _places(info: bytes) -> dict[int, int]:
    """Return the place in the text of each expression id: SourceInfo.positions, a map of id (1) to offset (2)."""
    places = {}
    for number, value in fields(info):
        if number == 4 and isinstance(value, bytes):
            pair = {key: each for key, each in fields(value) if isinstance(each, int)}
            places[pair.get(1, 0)] = pair.get(2, 0)
    return places


def _expression(data: bytes, places: dict[int, int]) -> Condition:
    at, shape, body = 0, 0, b""
    for number, value in fields(data):
        if number == 2 and isinstance(value, int):
            at = places.get(value, 0)
        elif isinstance(value, bytes):
            shape, body = number, value
    if shape == 3:
        return Constant(_constant(body, at), at)
    if shape == 4:
        return Named(_text(body, 1), at)
    if shape == 6:
        return _call(body, at, places)
    if shape == 9:
        raise Unreadable("exists, all, map and filter are not taken: a rule asks for facts, one by one", at)
    raise Unreadable("this part cannot be used in a rule", at)


def _text(data: bytes, field: int) -> str:
    return next((v.decode() for n, v in fields(data) if n == field and isinstance(v, bytes)), "")


def _constant(data: bytes, at: int) -> Value:
    """Return the value of a `Constant` message: field 2 bool, 3 int64, 6 string."""
    for number, value in fields(data):
        if number == 2 and isinstance(value, int):
            return bool(value)
        if number == 3 and isinstance(value, int):
            return signed(value)
        if number == 6 and isinstance(value, bytes):
            text = value.decode()
            if "\0" in text:
                raise Unreadable("a text cannot hold a NUL character", at)
            return text
    raise Unreadable("only whole numbers, texts, true and false can be written out", at)


def _call(data: bytes, at: int, places: dict[int, int]) -> Condition:
    target = b""
    function = ""
    raw: list[bytes] = []
    for number, value in fields(data):
        if not isinstance(value, bytes):
            continue
        if number == 1:
            target = value
        elif number == 2:
            function = value.decode()
        elif number == 3:
            raw.append(value)
    if function == "@in":
        item = _expression(raw[0], places)
        return Among(item, _list(raw[1], places, at), at)
    parts = tuple(_expression(each, places) for each in ([target] if target else []) + raw)
    if function in ("_&&_", "_||_"):
        kind = AllOf if function == "_&&_" else AnyOf
        flat = [inner for part in parts for inner in (part.parts if isinstance(part, kind) else (part,))]
        return kind(tuple(flat), at)
    if function == "!_":
        return Not(parts[0], at)
    if function == "-_":
        part = parts[0]
        return Constant(-part.value, at) if isinstance(part, Constant) else Sum("-", Constant(0, at), part, at)  # type: ignore[operator]
    if function in _COMPARISONS:
        return Compare(_COMPARISONS[function], parts[0], parts[1], at)
    if function in _OPERATORS:
        return Sum(_OPERATORS[function], parts[0], parts[1], at)
    if function == "_?_:_":
        return Choice(parts[0], parts[1], parts[2], at)
    if function in _MATCHES and len(parts) == 2:
        if not isinstance(parts[1], Constant):
            raise Unreadable(f"{function} takes a text that is written out", at)
        return TextMatch(_MATCHES[function], parts[0], str(parts[1].value), at)
    raise Unreadable(f"{function.strip('_@')} cannot be used in a rule", at)


def _list(data: bytes, places: dict[int, int], at: int) -> tuple[Value, ...]:
    """Return the values of a list that is written out: Expr.list_expr (7), elements (1)."""
    body = next((v for n, v in fields(data) if n == 7 and isinstance(v, bytes)), None)
    if body is None:
        raise Unreadable("after `in` comes a list in brackets", at)
    values = []
    for number, value in fields(body):
        if number == 1 and isinstance(value, bytes):
            each = _expression(value, places)
            if not isinstance(each, Constant):
                raise Unreadable("a list holds only what is written out", at)
            values.append(each.value)
    return tuple(values)
