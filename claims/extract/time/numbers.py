"""Numbers in words and figures, as they count units of time: "nine", "two and a half", "5 1/2", "a couple of", "several"."""

from dataclasses import dataclass

from claims.extract.time.tokens import Tokens

_VAGUE = frozenset({"few", "several", "some"})


@dataclass(frozen=True, slots=True)
class Count:
    """How many: `value` None where the words leave it open ("several")."""

    value: float | None

    def __str__(self) -> str:
        """As TIMEX3 writes it: 9, 2.5, or X where it is open."""
        return "X" if self.value is None else f"{self.value:.4f}".rstrip("0").rstrip(".")


def count(tokens: Tokens, first: int, last: int) -> Count:
    """The number that the tokens first to last (not included) tell; 1 for an article alone."""
    total, group, seen = 0.0, 0.0, False
    at = first
    while at < last:
        kind, word = tokens.sign(at), tokens.at(at)
        if kind in _VAGUE:
            return Count(None)
        if kind == "couple":
            return Count(2)
        if kind == "dozen":
            return Count(None) if word == "dozens" else Count((group or 1) * 12)
        if kind in ("number", "day", "year"):
            if tokens.sign(at + 1) == "slant" and tokens.sign(at + 2) == "day" and at + 2 < last:
                group += figure(word) / max(1.0, figure(tokens.at(at + 2)))
                at += 2
            else:
                group += figure(word)
            seen = True
        elif kind in ("ones", "tens"):
            group, seen = group + tokens.lexicon.number[word], True
        elif kind == "hundred":
            group, seen = (group or 1) * 100, True
        elif kind == "thousand":
            total, group, seen = total + (group or 1) * 1000, 0.0, True
        elif kind in ("half", "quarter"):
            group, seen = group + (0.5 if kind == "half" else 0.25), True
        at += 1
    return Count(total + group if seen else 1.0)


def figure(word: str) -> float:
    """A number written in figures, commas between its thousands; 0 where it is none that could count time."""
    text = word.replace(",", "")
    return float(text) if len(text) < 12 and text.replace(".", "", 1).isdecimal() else 0.0


def ordinal(tokens: Tokens, first: int, last: int) -> int | None:
    """The rank that tokens tell, "third", "2nd", "twenty-first"; -1 for the last; None where they tell none."""
    total = 0
    for at in range(first, last):
        kind, word = tokens.sign(at), tokens.at(at)
        if kind in ("last", "final"):
            return -1
        if kind in ("ordinal", "second", "tens"):
            total += tokens.lexicon.number[word]
        elif kind == "nth":
            total += int(word[:-2])
        elif kind in ("codequarter", "codehalf"):
            total += int(word.strip("qh"))
    return total or None
