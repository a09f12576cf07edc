"""Occasions: meetings, visits, attacks and the like that an article dates, so that what names one elsewhere takes its day.

Conservative: an occasion told of with two different dates has none, and only a noun that points back, or that shares a name,
is taken for one told of before.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from claims.extract.predicate import of_head
from claims.extract.when.own import nearest_verb
from claims.extract.words import lists

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claims.domain.timespan import TimeSpan
    from claims.extract.parse import Parse, Token
    from claims.extract.when.own import Placed

_LISTS = lists("when")
_FAMILIES = ("meeting", "visit", "vote", "attack", "disaster", "crash", "contest", "festival", "trial", "deal")
_POINTERS, _ANY, _HOLDING, _TITLES = _LISTS["pointers"], _LISTS["any"], _LISTS["holding"], _LISTS["titles"]
_CALENDAR = _LISTS["calendar"]
# So many sentences back a bare "the meeting" may point.
_BACK = 12
_DEEP = 5


@dataclass(slots=True)
class Mention:
    """One place that tells of an occasion: its token, family ("any" for event), the names with it, its date if told there."""

    at: int
    sentence: int
    paragraph: int
    family: str
    lemma: str
    names: frozenset[str]
    points: bool
    span: TimeSpan | None = None
    dated_by: Placed | None = None
    actors: frozenset[str] = frozenset()
    """Words of the names of who holds, makes or attends it."""


@dataclass(slots=True)
class Occasion:
    """All mentions that are taken for one occasion, and the days it is given; more than one leave it without."""

    family: str
    mentions: list[Mention] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    within: Occasion | None = None
    """The visit that it is the purpose of."""

    def dated(self, paragraph: int) -> Mention | None:
        """Return the mention that dates it, of those up to a paragraph; None where none does or two differ.

        What stands in later paragraphs changes nothing: a text that is cut short there dates what is left alike.
        """
        found = [m for m in self.mentions if m.span is not None and m.paragraph <= paragraph]
        if not found:
            return self.within.dated(paragraph) if self.within is not None else None
        return found[0] if all(m.span == found[0].span for m in found) else None


@dataclass(frozen=True, slots=True)
class Occasions:
    """The occasions of an article and which of them each token tells of."""

    found: tuple[Occasion, ...]
    at: Mapping[int, Occasion]
    mentions: Mapping[int, Mention]


def occasions(parse: Parse, placed: Mapping[int, Sequence[Placed]]) -> Occasions:
    """Find the occasions of an article and their dates."""
    found: list[Occasion] = []
    at: dict[int, Occasion] = {}
    by_token: dict[int, Mention] = {}
    for mention in _mentions(parse, placed):
        occasion = _told_before(found, mention)
        if occasion is None:
            occasion = Occasion(mention.family)
            found.append(occasion)
            if mention.family != "visit":
                occasion.within = _visit(parse, at, mention)
        occasion.mentions.append(mention)
        occasion.names |= mention.names
        at[mention.at] = occasion
        by_token[mention.at] = mention
    return Occasions(tuple(found), at, by_token)


def _told_before(found: Sequence[Occasion], mention: Mention) -> Occasion | None:
    """Return the occasion that a mention takes up, None where it tells of a new one."""
    same = [o for o in found if mention.family in (o.family, "any")]
    if mention.names:
        for occasion in reversed(same):
            if occasion.names & mention.names:
                return occasion
        return None
    if not mention.points:
        return None
    near = [o for o in same if mention.sentence - o.mentions[-1].sentence <= _BACK]
    exact = [o for o in near if any(m.lemma == mention.lemma for m in o.mentions)]
    choice = exact or near
    return max(choice, key=lambda o: o.mentions[-1].at, default=None)


def _visit(parse: Parse, at: Mapping[int, Occasion], mention: Mention) -> Occasion | None:
    """Return the visit whose sentence tells of an occasion as its purpose."""
    node, steps = parse.tokens[mention.at], 0
    while node.head != node.i and steps < 2 * _DEEP:
        if node.dep in ("advcl", "acl") and any(t.lower == "to" for t in parse.dependents(node.i, "mark")):
            first = parse.sentences[mention.sentence].first
            return next((at[i] for i in range(mention.at, first - 1, -1) if i in at and at[i].family == "visit"), None)
        node = parse.tokens[node.head]
        steps += 1
    return None


def _mentions(parse: Parse, placed: Mapping[int, Sequence[Placed]]) -> Iterator[Mention]:
    """Yield what tells of an occasion, in text order."""
    nouns, verbs = _families()
    for number, sentence in enumerate(parse.sentences):
        here = placed.get(number, ())
        for i in range(sentence.first, sentence.stop):
            token = parse.tokens[i]
            lemma = token.lemma.lower()
            if token.upos == "NOUN" and lemma in nouns:
                yield _noun(parse, token, lemma, nouns[lemma], number, here)
            elif token.upos == "VERB" and lemma in verbs:
                by = next((p for p in here if p.time.span is not None and nearest_verb(parse, p, over=i) == i), None)
                names = _names(parse, i, ("obj", "obl", "nmod", "compound", "flat", "conj", "appos")) | _actors(
                    parse, i
                )
                if by is not None and by.time.type in ("DATE", "TIME") and not by.time.reference:
                    yield Mention(i, number, sentence.paragraph, verbs[lemma], lemma, names, False, by.time.span, by)


def _noun(parse: Parse, token: Token, lemma: str, family: str, number: int, placed: Sequence[Placed]) -> Mention:
    words = [t.lower for t in parse.dependents(token.i, "det", "nmod", "amod")]
    names = _names(parse, token.i, ("nmod", "compound", "flat", "amod", "conj", "appos"))
    paragraph = parse.sentences[number].paragraph
    mention = Mention(token.i, number, paragraph, family, lemma, names, any(w in _POINTERS for w in words))
    verb = _holder(parse, token)
    if verb is not None:
        mention.actors = _actors(parse, verb)
    for each in placed:
        time = each.time
        if time.span is None or time.reference or time.type == "SET" or time.lead == "since":
            continue
        over = parse.tokens[each.head].head
        if (
            over == token.i
            or (
                time.type != "DURATION"
                and verb is not None
                and nearest_verb(parse, each) == verb
                and _holds(parse, verb)
            )
        ) and ((time.type == "DURATION" and time.span.days > 1) or time.type != "DURATION"):
            mention.span, mention.dated_by = time.span, each
            if over == token.i:
                break
    return mention


def _holds(parse: Parse, verb: int) -> bool:
    return parse.tokens[verb].lemma.lower() in _HOLDING


def _holder(parse: Parse, token: Token) -> int | None:
    """Return the verb that has a noun as its subject, object or oblique, going up through a coordination."""
    node = token
    for _ in range(2):
        if node.dep.startswith(("nsubj", "obj", "obl", "xcomp")) and parse.tokens[node.head].upos == "VERB":
            return node.head
        if node.dep != "conj":
            return None
        node = parse.tokens[node.head]
    return None


def _actors(parse: Parse, verb: int) -> frozenset[str]:
    """Return the words of the names of who does what a verb says, also where that is told of an earlier verb."""
    subject = of_head(parse, verb).subject
    if subject is None:
        return frozenset()
    own = frozenset({parse.tokens[subject].lower}) if parse.tokens[subject].upos == "PROPN" else frozenset()
    return own | _names(parse, subject, ("nmod", "compound", "flat", "conj", "appos"))


def _names(parse: Parse, top: int, labels: tuple[str, ...]) -> frozenset[str]:
    """Return the words of the names below a token, down arcs of these labels, not into another occasion."""
    nouns, _ = _families()
    found: set[str] = set()
    stack = [(top, 0)]
    while stack:
        at, depth = stack.pop()
        for child in parse.dependents(at, *labels):
            if depth and child.dep.startswith("nsubj"):
                continue
            if child.lemma.lower() in nouns and child.upos == "NOUN" and child.i != top:
                continue
            named = child.upos == "PROPN" or (child.upos == "NOUN" and child.text.isupper())
            word = child.lower.strip(".")
            if named and len(word) > 1 and word not in _TITLES and word not in _CALENDAR:
                found.add(word)
            if depth < _DEEP:
                stack.append((child.i, depth + 1))
    return frozenset(found)


@cache
def _families() -> tuple[dict[str, str], dict[str, str]]:
    """Return each noun's family and each verb's."""
    nouns = {word: family for family in _FAMILIES for word in _LISTS[family]}
    nouns |= dict.fromkeys(_ANY, "any")
    verbs = {word: family for family in _FAMILIES for word in _LISTS.get(f"{family}_verbs", ())}
    return nouns, verbs
