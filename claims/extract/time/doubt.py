"""Doubtful words: whether "may", "fall", "sat" or "1900" is a time, by its letters and its neighbours."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from claims.extract.words import words

_VERBS_TOO = frozenset({"may", "march", "mar", "august"})
_RECENT = (1950, 2050)  # after a name only a year of living memory is one ("World Cup 2010")
_NAMES_TOO = frozenset({"april", "june", "august", "jan", "may"})


@cache
def _known() -> tuple[Mapping[str, frozenset[str]], frozenset[str], frozenset[str], frozenset[str]]:
    """The lead words, the counted nouns, the names of holidays and the first words of these."""
    listed: Mapping[str, Any] = words("time")
    leads = {name: frozenset(entries) for name, entries in listed["leads"].items()}
    names = frozenset(listed["holidays"])
    return (
        leads,
        frozenset(listed["counted"]),
        names,
        frozenset(name.split()[0].split("'")[0].rstrip(".") for name in names),
    )


@cache
def _numbered_names() -> frozenset[str]:
    return frozenset(words("time")["numbered_names"])


def holiday_starts() -> frozenset[str]:
    """The first words of the names of holidays."""
    return _known()[3]


class Doubt:
    """The neighbours of a token, to settle what it is. `kinds` are the classes so far; all four run parallel."""

    def __init__(self, text: str, folded: Sequence[str], starts: Sequence[int], kinds: Callable[[int], str]) -> None:
        self._text, self._words, self._starts, self._kinds = text, folded, starts, kinds

    def _at(self, index: int) -> str:
        return self._words[index] if 0 <= index < len(self._words) else ""

    def _kind(self, index: int) -> str:
        return self._kinds(index) if 0 <= index < len(self._words) else ""

    def _capital(self, index: int) -> bool:
        return 0 <= index < len(self._words) and self._text[self._starts[index]].isupper()

    def month(self, at: int) -> bool:
        """Whether a month's name is one here: not the verb "may", not "June Carter", not "he marches"."""
        word = self._at(at)
        leads = _known()[0]["prepositions"]
        numbered = self._kind(at + 1) in ("day", "nth", "year", "shortyear") or self._kind(at - 1) in ("day", "nth")
        numbered = numbered or (self._at(at + 1) in (",", ".", "of") and self._kind(at + 2) in ("year", "day", "nth"))
        numbered = numbered or (
            self._at(at - 1) == "of" and self._kind(at - 2) in ("day", "nth", "ordinal", "second", "start", "end")
        )
        if not self._capital(at):
            return (numbered and word not in _VERBS_TOO) or (
                word not in _VERBS_TOO | {"mar", "jan", "dec", "sep", "jun"} and len(word) > 4
            )
        if numbered:
            return True
        before = self._at(at - 1)
        led = before in leads or self._kind(at - 1) in ("hyphen", "slant")
        if word in ("may", "march", "mar"):
            return led and not (
                before in ("to", "and", "or", "for") and self._kind(at - 2) not in ("month", "monthabbr")
            )
        if word in _NAMES_TOO and not led:
            following = self._capital(at + 1) and self._kind(at + 1) in ("", "other")
            return not following and not (
                self._capital(at - 1)
                and self._kind(at - 1) in ("", "other")
                and self._at(at - 2) not in ("", ".", "”", '"')
            )
        return len(word) > 4 or self._kind(at + 1) == "dot" or led or word in ("june", "july", "sept")

    def weekday(self, at: int) -> bool:
        """Whether a shortened weekday is one here: "Sat., 5 May" is, "sat" and "the Sun" are not."""
        return (
            self._capital(at)
            and self._kind(at + 1) in ("dot", "comma", "day", "month", "monthabbr", "nth")
            and self._at(at - 1) != "the"
        )

    def season(self, at: int) -> bool:
        """Whether a season is one here: "in the fall" is, "the fall of the wall", "to spring up" and "Spring Street" are not."""
        leads = _known()[0]["season"]
        before, after = self._at(at - 1), self._kind(at + 1)
        if after == "year" or (self._at(at + 1) in ("of",) and self._kind(at + 2) == "year"):
            return True
        if self._capital(at + 1) and after in ("", "other"):
            return False
        if self._at(at) == "fall":
            if before == "the":
                return self._at(at - 2) in leads - {
                    "the",
                    "of",
                    "before",
                    "after",
                    "for",
                    "since",
                    "or",
                    "and",
                } and self._at(at + 1) not in ("of", "in")
            return before in leads - {"the", "of", "or", "and", "to", "before", "after", "for", "that"}
        if self._at(at) == "spring":
            return before in leads - {"to", "that"}
        return before in leads or self._capital(at)

    def year(self, at: int) -> bool:
        """Whether a bare number of four digits is a year here: not a count, a price, a model or a part of a name."""
        after, before = self._at(at + 1), self._at(at - 1)
        leads, counted, _, _ = _known()
        if after == "year" and self._at(at + 2) in ("old", "-"):
            return False  # "a 2000 year old custom"
        if (
            after in counted
            or self._kind(at + 1) in ("percent", "money")
            or before in ("#", "+", "£", "$", "€")
            or before in _numbered_names()
        ):
            return False
        if self._kind(at + 1) == "hyphen" and (self._kind(at + 2) in ("", "other", "unit", "number", "code")):
            return False
        if before in leads["prepositions"] or self._kind(at - 1) in (
            "month",
            "monthabbr",
            "fiscal",
            "unit",
            "season",
            "quarter",
            "holiday",
            "holidaymore",
        ):
            return not (
                before == "than"
                or (before in ("of", "about", "around", "for", "to", "and", "or") and self._plural(at + 1))
            )
        if self._kind(at - 1) == "hyphen":
            return self._kind(at - 2) in (
                "year",
                "mid",
                "end",
                "start",
                "month",
                "season",
                "middle",
                "late",
                "early",
                "codequarter",
                "slant",
            )
        if self._plural(at + 1) and before not in ("the", "s", "a", "its", "their", "his", "this"):
            return False
        named = (
            self._capital(at - 1)
            and self._kind(at - 1) in ("", "other")
            and before != "the"
            and at > 1
            and self._at(at - 2) not in '.?!”"'
        )
        return not named or _RECENT[0] <= int(self._at(at)) <= _RECENT[1]

    def _plural(self, at: int) -> bool:
        word = self._at(at)
        return (
            len(word) > 3
            and word.endswith("s")
            and not word.endswith("ss")
            and not self._capital(at)
            and self._kind(at) in ("", "other")
        )

    def frequency(self, at: int) -> bool:
        """Whether "daily" and the like tell how often, and are no part of a name ("the Daily Mail")."""
        neighbour = (self._capital(at + 1) and self._kind(at + 1) in ("", "other")) or (
            self._capital(at - 1) and self._at(at - 2) not in ("", ".")
        )
        return not (self._capital(at) and neighbour)

    def decade(self, at: int) -> bool:
        """Whether "70s" is a decade, no age and no heat: with two digits and no apostrophe it needs "the" or the like."""
        if self._at(at - 1) in _known()[0]["his"]:
            return False
        word = self._at(at)
        return (
            len(word) > 4
            or not word[0].isdigit()
            or self._at(at - 1) in ("the", "early", "late", "mid", "-", "–")
            or (self._at(at - 1) in ("and", "or") and self._kind(at - 2) == "decade")
        )

    def holiday(self, at: int) -> int:
        """How many tokens of a holiday's name begin here; 0 where none does. Joined as they stand: "new year ' s eve"."""
        names = _known()[2]
        if not self._capital(at):
            return 0
        joined, found = "", 0
        for index in range(at, min(at + 6, len(self._words))):
            gap = index > at and self._text[self._starts[index] - 1].isspace()
            joined += (" " if gap else "") + self._at(index).replace("’", "'")
            if joined in names:
                found = index - at + 1
        return found
