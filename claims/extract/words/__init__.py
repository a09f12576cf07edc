"""Word lists: the general knowledge of language that extraction rests on, kept as YAML that a reporter can read and mend."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import yaml

_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def words(name: str) -> Mapping[str, Any]:
    """Return what `NAME.yaml` holds, read once: a read-only mapping whose values must not be changed by those who use it.

    Raises FileNotFoundError where there is no such file and ValueError where it is not a mapping.
    """
    loaded = yaml.load(files(__package__).joinpath(f"{name}.yaml").read_text("utf-8"), Loader=_LOADER)  # noqa: S506
    if not isinstance(loaded, dict):
        raise ValueError(f"{name}.yaml must hold lists under names")
    return MappingProxyType({str(key): value for key, value in loaded.items()})


@cache
def lists(name: str) -> Mapping[str, frozenset[str]]:
    """Return the lists of words in `NAME.yaml`, each under its key, as sets.

    Raises ValueError where an entry is no text (YAML reads a bare no, yes, on, off and figures as something else).
    """
    found: dict[str, frozenset[str]] = {}
    for key, entries in words(name).items():
        if not isinstance(entries, list) or not all(isinstance(entry, str) for entry in entries):
            raise ValueError(f"{name}.yaml: {key} must be a list of words; put no, yes, on, off and figures in quotes")
        found[key] = frozenset(entries)
    return MappingProxyType(found)
