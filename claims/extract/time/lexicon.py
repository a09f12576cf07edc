"""The lexicon of time: its words and rules, read once from `words/time.yaml` and `words/time_rules.yaml`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from claims.extract.words import words

# Classes that the tokens themselves have, beside those of the word list.
_SHAPES = (
    "other",
    "iso",
    "slash",
    "meridiem",
    "clock",
    "money",
    "decade",
    "nth",
    "shortyear",
    "number",
    "day",
    "year",
    "code",
    "codequarter",
    "codehalf",
    "codefy",
    "para",
    "mark",
    "comma",
    "dot",
    "open",
    "shut",
    "hyphen",
    "dash",
    "quote",
    "stop",
    "slant",
    "colon",
    "percent",
    "plus",
    "holiday",
    "holidaymore",
)
_INERT = (
    "money",
    "code",
    "para",
    "mark",
    "stop",
    "colon",
    "percent",
)  # no rule has these: a match never reaches over one
_LONGEST = 80  # words in a run; longer ones are cut, so that no text makes the rules slow
_FIRST_SIGN = 0x4E00  # one letter a class, taken where no regular expression has a meaning for it
_PART = re.compile(r"\(\w+:|[A-Za-z_]\w*|\S")


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over signs, the reader that gives it a meaning, and its name as users see it.

    `triggers` are the signs of the pattern that are no glue; a match has one of them at least.
    """

    name: str
    read: str
    pattern: re.Pattern[str]
    triggers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words and rules of time, ready to use.

    `sign` gives the letter of a class, `names` the class of a letter, `signs_of` the letter of a word, `number` what a word
    counts for, `code` its TIMEX3 code, `rules` the rules in their order, `stretch` the runs of signs in which a rule may
    match. `glue` are the signs of which alone no match is made.
    """

    sign: Mapping[str, str]
    names: Mapping[str, str]
    signs_of: Mapping[str, str]
    number: Mapping[str, int]
    code: Mapping[str, str]
    rules: tuple[Rule, ...]
    stretch: re.Pattern[str]
    glue: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The lexicon, read once. Raises ValueError where a rule names a class that is not there, or a word stands in two."""
    listed = words("time")
    coded = {name: listed[name] for name in ("unit", "units", "season", "daypart", "frequency")}
    members: dict[str, list[str]] = {name: list(entries) for name, entries in listed["classes"].items()}
    members |= {name: list(entries) for name, entries in (listed["numbered"] | coded).items()}
    if clash := set(_SHAPES) & set(members):
        raise ValueError(f"time.yaml: {min(clash)!r} is the name of a shape of token; give the class another name")
    sign = {name: chr(_FIRST_SIGN + at) for at, name in enumerate((*_SHAPES, *members))}
    signs_of: dict[str, str] = {}
    for name, entries in members.items():
        for word in entries:
            if word in signs_of:
                raise ValueError(f"time.yaml: {word!r} stands in two classes; leave it in one")
            signs_of[word] = sign[name]
    grammar = words("time_rules")
    macros = {name: _compiled(text, sign, {}) for name, text in grammar["classes"].items()}
    for name, text in grammar["phrases"].items():
        macros[name] = f"(?:{_compiled(text, sign, macros)})"
    glue = frozenset(sign[name] for name in grammar["glue"])
    inert = {sign["other"], *(sign[name] for name in _INERT)}
    rules = tuple(
        Rule(entry["rule"], entry["read"], re.compile(text), frozenset(text) & frozenset(sign.values()) - glue)
        for entry in grammar["rules"]
        for text in (_compiled(pattern, sign, macros) for pattern in entry["patterns"])
    )
    stretch = re.compile(f"[^{''.join(sorted(inert))}]{{1,{_LONGEST}}}")
    number = {word: value for entries in listed["numbered"].values() for word, value in entries.items()}
    code = {word: value for entries in coded.values() for word, value in entries.items()}
    return Lexicon(sign, {letter: name for name, letter in sign.items()}, signs_of, number, code, rules, stretch, glue)


def _compiled(pattern: str, sign: Mapping[str, str], macros: Mapping[str, str]) -> str:
    """A pattern written in class names as one over signs. `(name: ...)` is a named group, `( ... )` a plain one."""
    out: list[str] = []
    for part in _PART.findall(pattern):
        if part.endswith(":") and part.startswith("("):
            out.append(f"(?P<{part[1:-1]}>")
        elif part == "(":
            out.append("(?:")
        elif part[0].isalpha():
            if part not in macros and part not in sign:
                raise ValueError(f"time_rules.yaml: {part!r} is no class of words; see time.yaml")
            out.append(macros.get(part) or sign[part])
        else:
            out.append(part)
    return "".join(out)
