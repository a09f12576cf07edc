"""Worth: how much a fact-checking desk would care to check a claim, from features that can be named.

A logistic model: each feature is between 0 and 1 and has one weight, both are shown, so that a reader can see what made
the score. Words and weights stand in `words/worth.yaml`; `benchmarks/fit_worth.py` fits the weights.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

from claims.domain.quantity import Quantity
from claims.extract.parse import Token
from claims.extract.words import words

LARGE = 1000
"""From here on a number is a large one: tolls, audiences, budgets rather than members of a team."""
LONG = 32
"""A quote of so many words or more has the full length feature; news sentences rarely run longer."""
SHORT = 6
"""Quotes of fewer words carry little by themselves ("were turned down both times")."""
_PRONOUNS = frozenset(("i", "we", "my", "our", "me", "us"))
_OPEN = frozenset(
    ("which", "who", "that", "he", "she", "they", "it", "this", "these", "there", "its", "his", "their", "her")
)

Feature = tuple[str, float]


@dataclass(frozen=True, slots=True)
class Worth:
    """A score from 0 to 1, rounded to three places, and what each feature added to it, the largest first.

    The additions are in log-odds, rounded to three places; with the intercept ("any claim") they sum to the score's.
    """

    score: float
    features: tuple[Feature, ...]


def features_of(
    *,
    quote: str,
    kind: str,
    quantities: Sequence[Quantity] = (),
    has_deadline: bool = False,
    speaker: str | None = None,
    negative: bool = False,
    tokens: Sequence[Token] = (),
) -> tuple[Feature, ...]:
    """Return the features of a claim that are not nought, each from 0 to 1.

    tokens: those inside the quote, in order; without them the words of the quote stand for lemmas and no names are seen.
    """
    lemmas = [token.lemma.lower() for token in tokens] or quote.lower().split()
    lowers = [token.lower for token in tokens] or lemmas
    both = set(lemmas) | set(lowers)
    count = sum(any(letter.isalnum() for letter in word) for word in lowers)
    found: dict[str, float] = {
        f"kind: {kind}": 1.0,
        "a number": float(bool(quantities)),
        "several numbers": float(len(quantities) > 1),
        "money or a share": float(any(_is_money_or_share(each) for each in quantities)),
        "a large number": float(any(abs(each.value) >= LARGE for each in quantities)),
        "a day it falls due": float(has_deadline),
        "said not to be": float(negative),
        "somebody's word": float(speaker is not None),
        "a named person or body": float(any(token.ent in ("PER", "ORG") for token in tokens)),
        "a named place": float(any(token.ent == "LOC" for token in tokens)),
        "a contested or consequential verb": _share(both, "contested"),
        "a public matter": _share(both, "institutions"),
        "a comparison": _share(both, "comparison"),
        "a soft word": _share(both, "soft"),
        "I or we": float(bool(both & _PRONOUNS)),
        "opens with a pronoun": float(bool(lowers) and lowers[0] in _OPEN),
        "length": min(1.0, math.log2(1 + count) / math.log2(1 + LONG)),
        "very short": float(count < SHORT),
    }
    return tuple((name, value) for name, value in found.items() if value)


def worth(features: Iterable[Feature]) -> Worth:
    """Return the score of a claim from its features, and what each added."""
    weights = _weights()
    parts = [("any claim", weights.get("any claim", 0.0))]
    parts += [(name, weights.get(name, 0.0) * value) for name, value in features]
    total = sum(part for _, part in parts)
    shown = sorted(((name, round(part, 3)) for name, part in parts), key=lambda part: (-abs(part[1]), part[0]))
    return Worth(round(1 / (1 + math.exp(-total)), 3), tuple(part for part in shown if part[1]))


def explain(result: Worth) -> str:
    """Return one line: the score and the features that made it, those that count most first."""
    parts = ", ".join(f"{name} {part:+.2f}" for name, part in result.features)
    return f"{result.score:.3f}: {parts}" if parts else f"{result.score:.3f}"


def _is_money_or_share(quantity: Quantity) -> bool:
    unit = quantity.unit or ""
    return unit in ("percent", "percentage points", "fold") or (len(unit) == 3 and unit.isupper())


def _share(found: set[str], name: str) -> float:
    """Nought without a word of the class, 0.7 with one, 1 with two or more: the second adds less than the first."""
    hits = len(found & _class(name))
    return 0.0 if not hits else 0.7 if hits == 1 else 1.0


@cache
def _class(name: str) -> frozenset[str]:
    return frozenset(cast(list[str], words("worth")[name]))


@cache
def _weights() -> Mapping[str, float]:
    return cast(Mapping[str, float], words("worth")["weights"])
