"""Header: a rulebook's settings, read and held to their bounds."""

import re
from types import MappingProxyType

from claims.domain.claim import Kind
from claims.rules.decay import LONGEST, Lifetime
from claims.rules.document import Mapping, Node, Scalar
from claims.rules.facts import COMPANIONS, FACTS
from claims.rules.fields import Faults, mapping, number, text
from claims.rules.settings import ASK_AGAIN, LIFETIMES, Settings

NAME = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)
_NUMBER_MOST = 1_000_000
_KEYS = ("zone", "due", "ask_again", "lifetimes", "sources", "numbers")
_LIFETIME = ("days", "speed", "base", "below")


def settings(node: Node | None, faults: Faults) -> Settings:
    """Return the settings in a header; what is left out stays as it is without one."""
    header = mapping(node, "settings", _KEYS, faults)
    if header is None:
        return Settings()
    due, ask = header.get("due"), header.get("ask_again")
    lifetimes, sources, numbers = header.get("lifetimes"), header.get("sources"), header.get("numbers")
    kinds = _lifetimes(lifetimes, tuple(str(kind) for kind in Kind), faults) if lifetimes else {}
    return Settings(
        zone=_zone(header, faults),
        due=(number(due, "due", 0, 3650, faults) or 0) if due else Settings().due,
        ask_again=(number(ask, "ask_again", 1, LONGEST, faults) or 1) if ask else ASK_AGAIN,
        lifetimes=MappingProxyType({**LIFETIMES, **kinds}),
        sources=MappingProxyType(
            {name.casefold(): each for name, each in _lifetimes(sources, None, faults).items()} if sources else {}
        ),
        numbers=MappingProxyType(_numbers(numbers, faults) if numbers else {}),
    )


def _zone(header: Mapping, faults: Faults) -> str:
    if header.get("zone") is None:
        return "UTC"
    node = text(header, "zone", faults)
    if node is None:
        return "UTC"
    from zoneinfo import ZoneInfo  # late: few rulebooks name a zone

    try:
        return ZoneInfo(node.text).key
    except (KeyError, ValueError, OSError):
        faults.add(node.mark, f"there is no time zone {node.text}", "names are like Europe/Berlin")
        return "UTC"


def _lifetimes(node: Node, allowed: tuple[str, ...] | None, faults: Faults) -> dict[str, Lifetime]:
    if not isinstance(node, Mapping):
        if not (isinstance(node, Scalar) and node.null):
            faults.add(node.mark, "lifetimes are names with values")
        return {}
    if allowed is not None:
        mapping(node, "lifetimes", allowed, faults)
    found = {}
    for name, value in node:
        if (lifetime := _lifetime(value, faults)) and (allowed is None or name.text in allowed):
            found[name.text] = lifetime
    return found


def _lifetime(node: Node, faults: Faults) -> Lifetime | None:
    body = mapping(node, "a lifetime", _LIFETIME, faults)
    if body is None:
        return None
    given = {key: body.get(key) for key in _LIFETIME}
    missing = [key for key, value in given.items() if value is None]
    if missing:
        faults.add(body.mark, f"a lifetime needs {' and '.join(missing)}")
        return None
    days = number(given["days"], "days", 1, LONGEST, faults) if given["days"] else None
    base = number(given["base"], "base", 1, 100, faults) if given["base"] else None
    below = number(given["below"], "below", 0, 100, faults) if given["below"] else None
    speed = given["speed"]
    if not isinstance(speed, Scalar) or not re.fullmatch(r"\d{1,2}(\.\d{1,4})?", speed.text, re.ASCII):
        faults.add(body.mark, "speed is a number such as 0.3")
        return None
    if not 0.05 <= float(speed.text) <= 20:
        faults.add(speed.mark, f"speed is from 0.05 to 20, not {speed.text}")
        return None
    if days is None or base is None or below is None:
        return None
    if below > base:
        faults.add(body.mark, f"below ({below}) is more than base ({base}), so that it would be due at once")
        return None
    return Lifetime(days, float(speed.text), base, below)


def _numbers(node: Node, faults: Faults) -> dict[str, int]:
    if not isinstance(node, Mapping):
        faults.add(node.mark, "numbers are names with values")
        return {}
    found = {}
    for name, value in node:
        if not NAME.fullmatch(name.text) or name.text in ("in", "true", "false", "null"):
            faults.add(name.mark, f"{name.text} cannot be a name", "small letters, digits and _, a letter first")
        elif name.text in FACTS or name.text in COMPANIONS:
            faults.add(name.mark, f"{name.text} is a fact and cannot be a number of the rulebook's own")
        elif (each := number(value, name.text, -_NUMBER_MOST, _NUMBER_MOST, faults)) is not None:
            found[name.text] = each
    return found
