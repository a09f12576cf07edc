"""Families: the houses that publish under several names, and the wires, read once from families.yaml."""

from functools import cache
from pathlib import Path
from types import MappingProxyType

from claims.domain.independence import Families, plain
from claims.errors import BadInput
from claims.rules.document import Node, Scalar, Sequence, parse
from claims.rules.fields import Faults, mapping, sequence

FILE = Path(__file__).with_name("families.yaml")


@cache
def house_families() -> Families:
    """Return the families that the package knows."""
    return load_families(FILE.read_text(encoding="utf-8"), FILE.name)


def load_families(text: str, name: str) -> Families:
    """Read families from YAML: `wires` and `families`, each a list of lists of names, the family's own first.

    Raises BadInput where a name stands in two families.
    """
    faults = Faults()
    top = mapping(parse(text, name), "the list of families", ("wires", "families"), faults)
    of: dict[str, str] = {}
    wires: set[str] = set()
    for key in ("wires", "families"):
        for group in sequence(top.get(key) if top else None, key, faults):
            names = _names(group, faults)
            for scalar in names:
                folded = plain(scalar.text)
                if of.setdefault(folded, plain(names[0].text)) != plain(names[0].text):
                    faults.add(scalar.mark, f"{scalar.text} stands in two families")
                if key == "wires":
                    wires.add(folded)
    if faults:
        raise BadInput(*faults.in_order())
    return Families(MappingProxyType(of), frozenset(wires))


def _names(group: Node, faults: Faults) -> list[Scalar]:
    if not isinstance(group, Sequence) or not all(isinstance(each, Scalar) for each in group.items):
        faults.add(group.mark, "a family is a list of names")
        return []
    return [each for each in group.items if isinstance(each, Scalar)]
