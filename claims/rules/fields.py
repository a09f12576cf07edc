"""Fields: take typed values out of a document's nodes, collecting what is wrong instead of stopping at it."""

from claims.errors import Problem
from claims.rules.document import Mapping, Mark, Node, Scalar, Sequence
from claims.rules.nearest import nearest


class Faults(list[Problem]):
    """The problems found so far."""

    def add(self, mark: Mark, message: str, hint: str | None = None) -> None:
        """Note a fault at a place."""
        self.append(mark.problem(message, hint))

    def in_order(self) -> tuple[Problem, ...]:
        """Return the problems in the order of their places."""
        return tuple(sorted(self, key=lambda each: (each.line or 0, each.column or 0)))


def mapping(node: Node | None, what: str, allowed: tuple[str, ...], faults: Faults) -> Mapping | None:
    """Return a node as names with values, each name one of those allowed; None where it is no such thing."""
    if not isinstance(node, Mapping):
        if node is not None:
            faults.add(node.mark, f"{what} is written as names with values", "as in name: value")
        return None
    for name, _ in node:
        if name.text not in allowed:
            faults.add(name.mark, f"{what} has nothing called {name.text}", _instead(name.text, allowed))
    return node


def _instead(name: str, allowed: tuple[str, ...]) -> str:
    return nearest(name, allowed) or f"it has {', '.join(allowed)}"


def sequence(node: Node | None, what: str, faults: Faults) -> tuple[Node, ...]:
    """Return a node's items; none where it is not there or no list."""
    if node is None or (isinstance(node, Scalar) and node.null):
        return ()
    if not isinstance(node, Sequence):
        faults.add(node.mark, f"{what} is a list: each item begins with a dash")
        return ()
    return node.items


def text(parent: Mapping, key: str, faults: Faults, required: bool = True) -> Scalar | None:
    """Return the text under a name; None, and a fault, where it is missing, empty or no text."""
    node = parent.get(key)
    if node is None:
        if required:
            faults.add(parent.mark, f"{key} is missing")
        return None
    if not isinstance(node, Scalar) or node.null or not node.text.strip():
        faults.add(node.mark, f"{key} is a text")
        return None
    return node


def word(parent: Mapping, key: str, words: tuple[str, ...], faults: Faults, required: bool = True) -> str | None:
    """Return the word under a name, one of those allowed."""
    node = text(parent, key, faults, required)
    if node is None:
        return None
    if node.text not in words:
        faults.add(node.mark, f"{key} cannot be {node.text}", nearest(node.text, words) or f"one of {', '.join(words)}")
        return None
    return node.text


def number(node: Node, what: str, least: int, most: int, faults: Faults) -> int | None:
    """Return a whole number within bounds."""
    if not isinstance(node, Scalar) or not node.text.removeprefix("-").isdecimal() or len(node.text) > 12:
        faults.add(node.mark, f"{what} is a whole number")
        return None
    value = int(node.text)
    if not least <= value <= most:
        faults.add(node.mark, f"{what} is from {least:,} to {most:,}, not {value:,}")
        return None
    return value
