"""References: pronouns and short names said as the fullest name that the article has."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.domain.claim import Edit
from claims.extract.mentions.lexicon import bodies, person_gender
from claims.extract.phrases import sentence_of
from claims.extract.restate.oneself import agreement, oneself

if TYPE_CHECKING:
    from claims.extract.atoms import Atom
    from claims.extract.attribution import Report
    from claims.extract.mentions import Mentions
    from claims.extract.parse import Parse, Token

_PERSONAL = frozenset({"he", "she", "they", "it", "him", "them"})
_POSSESSIVE = frozenset({"his", "her", "their", "its"})
_HUMAN = frozenset({"he", "she", "him", "her", "his"})
_FIRST = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})
_SORT = {
    "he": "m", "him": "m", "his": "m", "she": "f", "her": "f",
    "it": "thing", "its": "thing", "they": "many", "them": "many", "their": "many",
}  # fmt: skip
_THINGS = frozenset({"it", "its"})
# So many tokens before a pronoun its speaker is looked for.
_FAR = 40
_MINE = frozenset({"my", "our"})
_SELF = frozenset({"mine", "myself", "ours", "ourselves"})
_LEFT = frozenset({"this", "these", "those", "that"})
_TITLES = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.", "sir", "lord", "lady"})
# The longest noun phrase that is put for a pronoun; a longer one makes a sentence that nobody would write.
_LONGEST, _LONGEST_OWNER = 60, 25
_CUT = frozenset({"of", "the", "them", "it", "him", "her", "us", "me"})
# Words that stand where an article would.
_COUNTING = frozenset(
    "a all an any both each every few many more most no one other several some such these those two three".split()
)


# Initials are no longer than this, in letters.
_INITIALS = 6
_OWNED = re.compile(r"^\S+['’]s? ")


@dataclass(frozen=True, slots=True)
class References:
    """What a clause's references become: edits in code points of the article, and the words that stay open."""

    edits: tuple[Edit, ...]
    unresolved: tuple[str, ...]


def references(
    parse: Parse, atom: Atom, names: Mentions, report: Report | None, skip: frozenset[int], supplied: str = ""
) -> References:
    """Return the edits that put the fullest names for an atom's pronouns and short names; tokens in `skip` are left alone.

    The first reference to each is replaced, later ones stay: they point back within the sentence. An uncertain one stays and
    is told.
    """
    edits: list[Edit] = []
    unresolved: list[str] = []
    told: set[str] = set()
    for i in range(atom.tokens[0], atom.tokens[-1] + 1):
        token = parse.tokens[i]
        if i in skip or not atom.start <= token.start < atom.end:
            continue
        name = names.name_at(i)
        if name is not None:
            if name.first == i or i == atom.tokens[0]:
                _name(parse, names, name.first, name.stop, atom, told, edits)
        elif token.upos in ("PRON", "DET") and token.dep != "expl":
            if _is_of_supplied(token, names, supplied):
                unresolved.append(token.text)
                continue
            before = f"{supplied} {parse.text[atom.start : token.start]}".casefold()
            _pronoun(parse, names, token, report, told, before, edits, unresolved)
    return References(tuple(edits), tuple(dict.fromkeys(unresolved)))


def _is_of_supplied(token: Token, names: Mentions, supplied: str) -> bool:
    """Tell whether an owner in a clause without a subject may be its subject: "two children who lost their parents"."""
    if not supplied or token.lower not in _POSSESSIVE or token.lower == "its":
        return False
    found = names.referent(token.i)
    return found is not None and not set(found[0].casefold().split()) & set(supplied.casefold().split())


def _name(parse: Parse, names: Mentions, first: int, stop: int, atom: Atom, told: set[str], edits: list[Edit]) -> None:
    full = names.full_name_of(first)
    if full is None:
        return
    tokens = parse.tokens
    here = " ".join(t.text for t in tokens[first:stop])
    if full in told:
        return
    told.add(full)
    if not names.is_certain(first) or names.kind_of(first) == "LOC":
        return
    begin = first
    while begin > 0 and tokens[begin - 1].lower in _TITLES and tokens[begin - 1].start >= atom.start:
        begin -= 1
    parts = here.casefold().split()
    lead = full.casefold().split()[: -len(parts)]
    if lead and [t.lower for t in tokens[max(0, first - len(lead)) : first]] == lead:
        return  # the rest of the name stands in front of it
    part = not here.isupper() and len(full.split()) > len(parts) and set(parts) <= set(full.casefold().split())
    if (
        not part
        and len(here) <= _INITIALS
        and here.isupper()
        and len(full.split()) > 1
        and names.kind_of(first) != "PER"
    ):
        # Initials stay in brackets behind the name, as other sentences may use them.
        owned = stop < len(tokens) and tokens[stop].text in ("'s", "’s", "'", "’", "-")
        part, full = True, full if owned else f"{full} ({here})"
    if not part and (begin == first or full != here):
        return
    edits.append(
        Edit(
            start=tokens[begin].start, end=tokens[stop - 1].end, replacement=full, reason=f"the fullest name of {here}"
        )
    )


def _pronoun(
    parse: Parse,
    names: Mentions,
    token: Token,
    report: Report | None,
    told: set[str],
    before: str,
    edits: list[Edit],
    unresolved: list[str],
) -> None:
    lower = token.lower
    if lower in _FIRST:
        _first_person(parse, names, token, report, told, edits, unresolved)
        return
    if lower == "it" and _is_empty(parse, token):
        return
    if lower in _LEFT and token.upos == "PRON" and token.dep.startswith(("nsubj", "obj", "obl")) and token.xpos == "DT":
        unresolved.append(token.text)
        return
    if lower not in _PERSONAL and lower not in _POSSESSIVE:
        return
    if any(_SORT.get(word.lower()) == _SORT.get(lower) for word in unresolved if word.lower() in _SORT):
        unresolved.append(
            token.text
        )  # what the claim left open before stays open: "it was the first since it was built"
        return
    found = names.referent(token.i)
    if (found is None or not found[1]) and lower in _THINGS and (body := _speaking_body(parse, names, token, report)):
        found = body, True
    if found is None:
        unresolved.append(token.text)
        return
    full, certain = found
    if full in told or _stands_before(full, before):
        return
    owner = lower in _POSSESSIVE and (lower != "her" or token.xpos == "PRP$")
    full = full.removeprefix("of ").removeprefix("the ")
    if full.split()[0].lower() in ("our", "my", "your") or full.split()[-1].lower() in _CUT:
        unresolved.append(token.text)  # cut from its phrase, or another's "our"
        return
    if report is not None and report.kind == "direct" and lower in _HUMAN and found[0] == report.speaker:
        unresolved.append(token.text)  # who speaks of somebody else: `"She was brave," said Anna Berg`
        return
    if owner and _has_owner_near(parse, names, token, before):
        return
    if lower in ("their", "them") and found[0][:1].isupper() and _is_name(full):
        unresolved.append(token.text)  # a body's "their" is another's in half of all cases
        return
    if not certain or len(full) > (_LONGEST_OWNER if owner and not _is_name(full) else _LONGEST):
        unresolved.append(token.text)
        return
    told.add(full)
    said = names.with_the(full) if _is_name(full) else with_article(full)
    edits.append(
        Edit(
            start=token.start,
            end=token.end,
            replacement=possessive(said) if owner else said,
            reason=f"what {token.text} stands for",
        )
    )
    if lower == "they" and token.dep.startswith("nsubj") and names.is_one(token.i):
        agreed = agreement(parse, token)
        edits += [agreed.model_copy(update={"reason": "the verb agrees with one body"})] if agreed is not None else []


def _has_owner_near(parse: Parse, names: Mentions, token: Token, before: str) -> bool:
    """Tell whether the claim itself names, before a possessive, somebody or something that it may go back to."""
    tokens = parse.tokens
    lower = token.lower
    sentence = sentence_of(parse, token.i)
    for i in range(token.i - 1, sentence.first - 1, -1):
        other = tokens[i]
        if other.text.casefold() not in before:
            return False
        if other.upos not in ("NOUN", "PROPN") or not other.dep.startswith(("nsubj", "obj")):
            continue
        plural = "Number=Plur" in other.morph
        person = names.kind_of(i) == "PER" or other.lemma.lower() in person_gender()
        if (lower == "their" and plural) or (lower in ("his", "her") and person):
            return True
        if lower == "its" and not plural and (names.kind_of(i) == "ORG" or other.lemma.lower() in bodies()):
            return True
    return False


def _speaking_body(parse: Parse, names: Mentions, token: Token, report: Report | None) -> str | None:
    """Return the body whose own words speak of "it": "the airline said it would cut its routes"; None where a person speaks."""
    if (
        report is None
        or not report.certain
        or report.speaker is None
        or report.speaker_start is None
        or report.kind == "direct"
    ):
        return None
    for i in range(token.i, max(-1, token.i - _FAR), -1):
        if parse.tokens[i].start <= report.speaker_start:
            return report.speaker if names.kind_of(i) in ("ORG", "LOC") else None
    return None


def _first_person(
    parse: Parse,
    names: Mentions,
    token: Token,
    report: Report | None,
    told: set[str],
    edits: list[Edit],
    unresolved: list[str],
) -> None:
    speaker = oneself(parse, names, token, report)
    if speaker is None or token.lower in _SELF:
        unresolved.append(token.text)
        return
    if speaker in told and token.lower not in _MINE:
        return
    told.add(speaker)
    said = possessive(speaker) if token.lower in _MINE else speaker
    edits.append(Edit(start=token.start, end=token.end, replacement=said, reason="the speaker"))
    if token.dep.startswith("nsubj") and (agreed := agreement(parse, token)) is not None:
        edits.append(agreed)


def _is_empty(parse: Parse, token: Token) -> bool:
    """Tell whether "it" stands for nothing: "it is time to go", "it is clear that"."""
    above = parse.tokens[token.head]
    return (
        token.i < above.i
        and any(True for _ in parse.dependents(above.i, "cop"))
        and (above.lower == "time" or any(_is_clause(parse, t) for t in parse.dependents(above.i) if t.i > above.i))
    )


def _is_clause(parse: Parse, token: Token) -> bool:
    return token.dep.startswith(("csubj", "ccomp")) or any(
        t.lower in ("whether", "that") for t in parse.dependents(token.i, "mark")
    )


def _stands_before(full: str, before: str) -> bool:
    """Tell whether a claim has named somebody already, so that a pronoun points back within it."""
    words = full.casefold().split()
    return bool(words) and (full.casefold() in before or (words[-1] in before.split() and not _is_name(full)))


def with_article(full: str) -> str:
    """Return a noun phrase that lost its article with "the", but for one that begins with a word of counting."""
    first, _, rest = full.partition(" ")
    if first.lower() in _POSSESSIVE or first.lower() in _FIRST or (_OWNED.search(full) and not first[:1].islower()):
        return full
    if first.lower() in _COUNTING or first.isdigit():
        return f"{first.lower()} {rest}".strip()
    return f"the {full}"


def _is_name(full: str) -> bool:
    words = [w for w in full.split() if len(w) > 3]
    return all(w[:1].isupper() or not w[:1].isalpha() for w in words) if words else full[:1].isupper()


def possessive(name: str) -> str:
    """Return the possessive of a name: Anna's, the directors', General Mills'."""
    several = name.endswith("s") and (not name[:1].isupper() or " " in name)
    if several and name[-2:] in ("ss", "us", "is"):
        several = False  # "the boss's", "Anna Ellis's"
    return f"{name}'" if several else f"{name}'s"
