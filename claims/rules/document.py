"""Document: somebody's YAML as plain nodes, each with its place; nothing in it runs, explodes or repeats a key.

The text is walked as events before any node is made, so that its size, its depth and its anchors are known first.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from claims.errors import BadInput, Problem

LARGEST = 256_000
"""Code points: some hundred times the longest rulebook of ours."""
DEEPEST = 12
"""Levels; a rulebook has five."""
MOST_NODES = 50_000


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a file: line and column, counted from 1."""

    file: str
    line: int
    column: int

    def problem(self, message: str, hint: str | None = None) -> Problem:
        """Return a fault at this place."""
        return Problem(message, self.file, self.line, self.column, hint)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A plain value as it is written, without a guess at its type."""

    text: str
    mark: Mark
    null: bool
    source: str
    """The whole document, to find places within the value again."""
    index: int
    """Where the value begins in it, its quotes or block mark included."""

    def place(self, at: int) -> Mark:
        """Return the place in the file of a code point of the value.

        Quoting, folding and indentation move white space only, so the n-th other character of the value is the n-th other
        character after its beginning. One past the value's end is one past its last character.
        """
        if at and not self.text[at:].strip():
            last = self.place(len(self.text.rstrip()) - 1) if self.text.strip() else self.mark
            return Mark(last.file, last.line, last.column + 1)
        start = self.index
        if self.source[start : start + 1] in ("|", ">"):
            start = self.source.find("\n", start) + 1
        elif self.source[start : start + 1] in ("'", '"'):
            start += 1
        ahead = sum(not each.isspace() for each in self.text[:at])
        for position in range(start, len(self.source)):
            if not self.source[position].isspace():
                if not ahead:
                    line = self.source.count("\n", 0, position) + 1
                    return Mark(self.mark.file, line, position - (self.source.rfind("\n", 0, position) + 1) + 1)
                ahead -= 1
        return self.mark


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple["Node", ...]
    mark: Mark


@dataclass(frozen=True, slots=True)
class Mapping:
    """Names with values, in order."""

    items: tuple[tuple[Scalar, "Node"], ...]
    mark: Mark

    def get(self, key: str) -> "Node | None":
        """Return the value of a name; None where it is not there."""
        return next((value for name, value in self.items if name.text == key), None)

    def __iter__(self) -> Iterator[tuple[Scalar, "Node"]]:
        """Go over names and values."""
        return iter(self.items)


Node = Scalar | Sequence | Mapping


def parse(text: str, name: str) -> Node:
    """Return the document's one node. Raises BadInput, with the place, for what is no YAML or more than is taken."""
    if len(text) > LARGEST:
        raise BadInput(Problem(f"the file has more than {LARGEST:,} characters", name))
    try:
        _bounded(text, name)
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = Mark(name, mark.line + 1, mark.column + 1) if mark else Mark(name, 1, 1)
        raise BadInput(at.problem(f"this is no YAML: {error.problem or error.context}")) from None
    except (yaml.YAMLError, ValueError) as error:
        raise BadInput(Problem(f"this is no YAML: {str(error).splitlines()[0]}", name)) from None
    if node is None:
        raise BadInput(Problem("the file is empty", name))
    return _node(node, text, name)


def _bounded(text: str, name: str) -> None:
    depth = count = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        begin = event.start_mark
        at = Mark(name, begin.line + 1, begin.column + 1) if begin else Mark(name, 1, 1)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise BadInput(at.problem("anchors and aliases are not taken here", "write the value out"))
        if getattr(event, "tag", None):
            raise BadInput(at.problem("tags are not taken here", "write the value alone"))
        if isinstance(event, yaml.NodeEvent):
            count += 1
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEEPEST:
            raise BadInput(at.problem(f"this is nested more than {DEEPEST} deep"))
        if count > MOST_NODES:
            raise BadInput(at.problem(f"the file has more than {MOST_NODES:,} values"))


def _node(node: yaml.Node, text: str, name: str) -> Node:
    mark = Mark(name, node.start_mark.line + 1, node.start_mark.column + 1)
    if isinstance(node, yaml.ScalarNode):
        null = node.tag == "tag:yaml.org,2002:null"
        return Scalar(node.value, mark, null, text, node.start_mark.index)
    if isinstance(node, yaml.SequenceNode):
        return Sequence(tuple(_node(each, text, name) for each in node.value), mark)
    pairs: list[tuple[Scalar, Node]] = []
    problems = []
    for key, value in node.value:
        label = _node(key, text, name)
        if not isinstance(label, Scalar):
            problems.append(label.mark.problem("a name is a word, not a list"))
        elif any(label.text == known.text for known, _ in pairs):
            problems.append(label.mark.problem(f"{label.text} stands here twice"))
        else:
            pairs.append((label, _node(value, text, name)))
    if problems:
        raise BadInput(*problems)
    return Mapping(tuple(pairs), mark)
