"""Tense: does the clause around a word speak of what was or of what is to come? Word lists and suffixes, no parser."""

from functools import cache

from claims.extract.time.expression import Tense, TenseHint
from claims.extract.time.tokens import Tokens
from claims.extract.words import lists

_REACH = 24  # words looked at on the left; clauses in news are seldom longer
_RIGHT = 14  # words looked at on the right where the left says nothing
_BE = frozenset({"be", "being", "is", "are", "stay", "stays", "remain", "remains", "get", "gets"})
_PROGRESSIVE = frozenset({"is", "are", "am", "re"})  # "is meeting on Friday" is a plan
_SURE = frozenset({"will", "ll", "shall"})
_NAMES = (
    *("will", "governors", "past", "bounds", "no_verbs", "presents", "not_past"),
    *("awaited", "timetabled", "noun_before"),
)
_TIMETABLE = 7  # words between "opens" and its "on Friday": in the present such a verb seldom has a past day behind it
_ADJECTIVES = 4  # words between "scheduled" and its "for Friday"


@cache
def _lists() -> tuple[frozenset[str], ...]:
    known = lists("time_tense")
    return tuple(known[name] for name in _NAMES)


@cache
def terms() -> frozenset[str]:
    """Words after which "until" sets a term that is to come, whatever their tense."""
    return lists("time_tense")["terms"]


def asks(tokens: Tokens, first: int) -> bool:
    """Whether a verb that sets a term ("ordered", "promised") stands before a token in its sentence."""
    asking = lists("time_tense")["asking"]
    for at in range(first - 1, max(-1, first - 1 - _REACH), -1):
        if _sentence_end(tokens, at):
            return False
        if tokens.at(at) in asking:
            return True
    return False


@cache
def _short() -> frozenset[str]:
    """Words that end in a full stop without ending a sentence."""
    known = lists("abbreviations")
    return known["titles"] | known["months"] | known["weekdays"] | known["numbered"]


def tense(tokens: Tokens, first: int, last: int, hints: tuple[TenseHint, ...]) -> Tense | None:
    """The tense that governs the tokens first to last (not included); None where nothing says it."""
    start, end = tokens.starts[first], tokens.ends[last - 1]
    for hint in hints:
        if hint.start <= start and end <= hint.end:
            return hint.tense
    return _leftward(tokens, first) or _rightward(tokens, last)


def _sentence_end(tokens: Tokens, at: int) -> bool:
    """Whether a sentence ends with this token: a stop that a capital or a quotation mark follows, or a new paragraph."""
    kind = tokens.sign(at)
    if kind in ("stop", "para"):
        return True
    if kind != "dot" or not (tokens.capital(at + 1) or not tokens.at(at + 1).isalnum()):
        return False
    return len(tokens.at(at - 1)) > 1 and tokens.at(at - 1) not in _short()


def _leftward(tokens: Tokens, first: int) -> Tense | None:
    will, governors, past, bounds, no_verbs, _, not_past, awaited, timetabled, before_noun = _lists()
    for at in range(first - 1, max(-1, first - 1 - _REACH), -1):
        if _sentence_end(tokens, at):
            return None
        word = tokens.at(at)
        if word in will:
            return "past" if word not in _SURE and _have(tokens, at) else "future"
        if (
            word == "to"
            and tokens.at(at + 1).isalpha()
            and tokens.at(at + 1) not in no_verbs
            and not tokens.capital(at + 1)
            and at + 1 < first
        ):
            before = {tokens.at(index) for index in range(max(0, at - 3), at)}
            if before & governors:
                return "future"
        if word.endswith("ing") and len(word) > 4 and tokens.at(at - 1) in _PROGRESSIVE:
            return "future"
        if (word in awaited or (word == "set" and tokens.at(at + 1) == "for")) and first - at <= _ADJECTIVES:
            return "past" if tokens.at(at - 1) in ("was", "were", "had") else "future"
        if word in timetabled and first - at <= _TIMETABLE and not _noun(tokens, at, before_noun):
            return "future"
        if word in _PROGRESSIVE and tokens.at(at + 1) == "on" and first - at <= 2:
            return "future"  # "the hearing is on Friday"
        if word in bounds and at < first - 1:
            return None
        if (
            _is_past(word, past, not_past)
            and word not in awaited
            and not (_passive(tokens, at) or _bare(tokens, at, will))
        ):
            return "past"
    return None


def _bare(tokens: Tokens, at: int, will: frozenset[str]) -> bool:
    """Whether a form that is past and infinitive alike ("cut", "put", "set") stands behind a modal or "to"."""
    return any(tokens.at(index) in will or tokens.at(index) == "to" for index in range(max(0, at - 2), at))


def _noun(tokens: Tokens, at: int, before: frozenset[str]) -> bool:
    """Whether a word of the timetable is a noun here: "the start", "a bright start"; "the team meets" has a verb."""
    reach = 1 if tokens.at(at).endswith("s") else 2
    return not before.isdisjoint(tokens.words[max(0, at - reach) : at])


def _passive(tokens: Tokens, at: int) -> bool:
    """Whether the form is the participle of "will be built", "to be built", "is built": the verb before it tells the tense."""
    return any(tokens.at(index) in _BE for index in range(max(0, at - 2), at))


def _have(tokens: Tokens, at: int) -> bool:
    """Whether "have" follows close, as in "may have left"."""
    return "have" in (tokens.at(at + 1), tokens.at(at + 2))


def _rightward(tokens: Tokens, last: int) -> Tense | None:
    will, governors, past, _, _, presents, not_past, *_ = _lists()
    for at in range(last, min(len(tokens.words), last + _RIGHT)):
        if _sentence_end(tokens, at):
            return None
        word = tokens.at(at)
        if word in will:
            return "past" if word not in _SURE and _have(tokens, at) else "future"
        if word in presents:
            following = {tokens.at(index) for index in range(at + 1, at + 3)}
            return "future" if following & (governors | {"to"}) else "present"
        if _is_past(word, past, not_past):
            return "past"
    return None


def _is_past(word: str, past: frozenset[str], not_past: frozenset[str]) -> bool:
    return word in past or (len(word) > 4 and word.endswith("ed") and word not in not_past)
