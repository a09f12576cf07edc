"""Names derived from GUM's entity brackets, which mark whole mentions ("the former governor Ada Stone of Wexcombe").

A mention of a person, organization or place whose head is a proper noun holds a name: the head with its flat and
compound parts, or the Wikipedia title where the mention has one. There is no gold to score this against; by eye it is
good and not perfect. Brackets: CoNLL 2012 in MISC `Entity=`, see GUM's README.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from training.names import Name
from training.trees import Sentence, Word

_LABELS = {"person": "PER", "organization": "ORG", "place": "LOC"}
_ENTITY = re.compile(r"(?:^|\|)Entity=([^|]*)")
_BRACKET = re.compile(r"\([^()]*\)?|[^()]+\)")
_TITLE = re.compile(
    r"(?i)president|prime|minister|mr\.?|mrs\.?|ms\.?|dr\.?|professor|senator|sen\.?|rep\.?|gov\.?|governor|secretary"
    r"|general|gen\.|captain|king|queen|prince|princess|sir|lord|judge|justice|chancellor|lieutenant|colonel|sergeant"
    r"|congressman|congresswoman|mayor|pope|vice|ambassador"
)
"""Titles are no part of a person's name (guide of Universal NER)."""
_BARE_TITLE = re.compile(r"President|Prime|Minister|King|Queen|Dr\.?|Mr\.?|Mrs\.?|Ms\.?|Professor|God")
_RELIGIONS = frozenset({"Christianity", "Islam", "Buddhism", "Judaism", "Hinduism"})
_NAME_TAGS = frozenset({"PROPN", "NUM", "PART", "ADP", "CCONJ", "PUNCT", "SYM", "X"})
_JOINTS = frozenset({"-", "&", "'s", "’s", "/", "."})
_EDGE_TAGS = frozenset({"PUNCT", "PART", "ADP", "CCONJ"})
_NAME_PARTS = frozenset({"flat", "compound", "goeswith"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A bracket: first and last word by index, GUM's entity type, and the Wikipedia title or an empty string."""

    first: int
    last: int
    entity: str
    title: str


def derive_names(sentence: Sentence) -> tuple[Name, ...]:
    """The names in a sentence of GUM, longest kept where two overlap, in the order of the text."""
    names = [name for mention in mentions(sentence.words) if (name := _name(sentence.words, mention))]
    kept: list[Name] = []
    for name in sorted(names, key=lambda name: (name.start - name.end, name.start)):
        if all(name.end <= other.start or name.start >= other.end for other in kept):
            kept.append(name)
    return tuple(sorted(kept, key=lambda name: name.start))


def mentions(words: Sequence[Word]) -> Iterator[Mention]:
    """The closed brackets of a sentence, in the order in which they close."""
    opened: list[tuple[str, str, str, int]] = []  # group, entity type, title, first word
    for at, word in enumerate(words):
        found = _ENTITY.search(word.misc)
        for bracket in _BRACKET.findall(found.group(1)) if found else ():
            if bracket.startswith("("):
                group, entity, title = _fields(bracket.strip("()"))
                opened.append((group, entity, title, at))
                if not bracket.endswith(")"):
                    continue
                closed = len(opened) - 1
            else:
                group = bracket.strip(")").split("[")[0]
                closed = next((i for i in reversed(range(len(opened))) if opened[i][0] == group), -1)
            if closed >= 0:
                _, entity, title, first = opened.pop(closed)
                yield Mention(first, at, entity, title)


def _fields(bracket: str) -> tuple[str, str, str]:
    """Group, entity type and Wikipedia title of "1-person-giv:act-sssss-cf2*-1-coref-Jared_Padalecki"."""
    parts = bracket.split("-", 6)
    return parts[0].split("[")[0], parts[1] if len(parts) > 1 else "", parts[6] if len(parts) > 6 else ""


def _name(words: Sequence[Word], mention: Mention) -> Name | None:
    label = _LABELS.get(mention.entity)
    if not label:
        return None
    span = words[mention.first : mention.last + 1]
    numbers = {word.number for word in span}
    head = next((word for word in span if word.head not in numbers and word.relation != "punct"), None)
    if head is None or head.upos != "PROPN" or head.form in _RELIGIONS or (label == "PER" and head.xpos == "NNPS"):
        return None
    has_flat = any(word.head == head.number and word.relation == "flat" for word in span)
    if label == "PER" and not has_flat and _BARE_TITLE.fullmatch(head.form):  # "the President"
        return None
    first, last = _titled(words, mention, head) or _grown(words, mention, head, label)
    return Name(words[first].start, words[last].end, label)


def _titled(words: Sequence[Word], mention: Mention, head: Word) -> tuple[int, int] | None:
    """Where the mention holds its Wikipedia title of two words or more ("University of Michigan") around the head."""
    title = mention.title.split("-")[-1].replace("%2C", ",").split(",")[0].split("_(")[0].replace("_", " ").split()
    if len(title) < 2:
        return None
    at_head = words.index(head)
    for start in reversed(range(mention.first, mention.last - len(title) + 2)):
        forms = [word.form for word in words[start : start + len(title)]]
        if forms == title and start <= at_head < start + len(title):
            return start, start + len(title) - 1
    return None


def _grown(words: Sequence[Word], mention: Mention, head: Word, label: str) -> tuple[int, int]:
    """The head and the words beside it that belong to the same name, without edges and titles."""
    at_head = first = last = words.index(head)
    by_number = {word.number: word for word in words}
    while first > mention.first and _belongs(words[first - 1], head, by_number, label):
        first -= 1
    while last < mention.last and _belongs(words[last + 1], head, by_number, label):
        last += 1
    while first < at_head and words[first].upos in _EDGE_TAGS:
        first += 1
    while last > at_head and words[last].upos in _EDGE_TAGS:
        last -= 1
    while label == "PER" and first < last and _TITLE.fullmatch(words[first].form):
        first += 1
    return first, last


def _belongs(word: Word, head: Word, by_number: dict[int, Word], label: str) -> bool:
    """Whether each step of the way from the word to the head is one that joins the parts of a name."""
    if word.upos not in _NAME_TAGS and word.xpos not in ("NNP", "NNPS"):
        return False
    at, joint = word, word.relation in ("punct", "case", "cc", "goeswith") and word.form in _JOINTS
    for _ in range(len(by_number)):
        if at is head:
            return True
        if not (joint and at is word) and not _is_part(at, label):
            return False
        above = by_number.get(at.head)
        if above is None:
            return False
        at = above
    return False


def _is_part(word: Word, label: str) -> bool:
    if word.relation.split(":")[0] in _NAME_PARTS or (word.relation == "amod" and word.xpos == "NNP"):
        return True
    return label != "PER" and word.relation == "nmod:poss" and word.upos == "PROPN"
