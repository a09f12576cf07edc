"""Polarity: whether a claim's main predicate is negated by a word.

As the guide decides: "not", "never", "no longer", "nobody" and "no" before the subject, the object or what there is negate it;
"denied", "unreachable" and "few" do not, nor does a negation inside a condition, a complement or a relative clause.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.domain.claim import Polarity
from claims.extract.predicate import predicate
from claims.extract.words import lists

if TYPE_CHECKING:
    from claims.extract.atoms import Atom
    from claims.extract.parse import Parse
    from claims.extract.predicate import Predicate

_LISTS = lists("polarity")
_ADVERBS, _NOT_BEFORE, _LONGER = _LISTS["adverbs"], _LISTS["but_not_before"], _LISTS["no_longer"]
_DETERMINERS, _PRONOUNS, _IDIOMS = _LISTS["determiners"], _LISTS["pronouns"], _LISTS["idioms"]
_CORE = ("nsubj", "obj")


def polarity(parse: Parse, atom: Atom, said: Predicate | None = None) -> Polarity:
    """Tell whether an atom's main predicate is negated; `said` saves reading the predicate twice."""
    return Polarity.POSITIVE if negation(parse, atom, said) is None else Polarity.NEGATIVE


def negation(parse: Parse, atom: Atom, said: Predicate | None = None) -> int | None:
    """Return the token that negates an atom's main predicate, or None."""
    said = said or predicate(parse, atom)
    tokens = parse.tokens
    if said.negation is not None and _counts(parse, said.negation, atom):
        return said.negation
    if said.head + 1 < len(tokens) and tokens[said.head + 1].lower in ("n't", "n’t"):
        return said.head + 1  # "they hadn't time"
    low, high = said.first, said.head
    for i in range(low, min(high, low + 8)):
        if tokens[i].lower in _ADVERBS and _counts(parse, i, atom):
            return i
    if low > 1 and tokens[low - 1].lower in _LONGER and tokens[low - 2].lower == "no":
        return low - 2
    for i in range(low, high):
        if tokens[i].lower in _LONGER and i > 0 and tokens[i - 1].lower == "no":
            return i - 1
    core = [t.i for t in parse.dependents(said.head, *_CORE)]
    if said.existential or said.nominal:
        core.append(said.head)  # "there is no plan" where the noun heads the clause; "is no member"
    if said.subject is not None and said.subject not in core and tokens[said.subject].head != said.head:
        core.append(said.subject)  # shared with an earlier verb, negated for both: "nobody came or called"
    if tokens[said.head].lower == "no" or tokens[said.head].lower in _PRONOUNS:
        return said.head
    for i in core:
        if not atom.start <= tokens[i].start < atom.end:
            continue
        if tokens[i].lower in _PRONOUNS:
            return i
        if tokens[i].lower == "one" and i > 0 and tokens[i - 1].lower == "no":
            return i - 1
        for determiner in parse.dependents(i, "det", "advmod"):
            if determiner.lower in _DETERMINERS and determiner.i < i and tokens[determiner.i + 1].lower not in _IDIOMS:
                return determiner.i
    return None


def _counts(parse: Parse, i: int, atom: Atom) -> bool:
    """Tell whether a negating adverb stands in the atom and negates its predicate, not a phrase after it."""
    tokens = parse.tokens
    if not atom.start <= tokens[i].start < atom.end:
        return False
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    before = tokens[i - 1].lower if i else ""
    # "either not loading or loading slowly" says that one of two holds, which negates neither.
    return after not in _NOT_BEFORE and before not in ("if", "whether", "either")
