"""Mentions: the people, bodies and places an article names, the fullest form of each name, and what pronouns stand for."""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.extract.mentions.clusters import Clusters, cluster
from claims.extract.mentions.definites import definites
from claims.extract.mentions.fuller import Phrase, fuller, phrases
from claims.extract.mentions.lexicon import bodies, places
from claims.extract.mentions.names import Name, names
from claims.extract.mentions.pronouns import Referent, resolve
from claims.extract.parse import Parse
from claims.extract.phrases import noun_phrase
from claims.extract.quotations import Quotation, quotations_of

__all__ = ["Mentions", "Name", "mentions"]

# Words before a number that are left out where its noun is named again.
_NAMINGS = 20
# What a phrase of these is about cannot be told by naming it again.
_EACH = frozenset({"every", "no", "any", "either", "neither", "one"})
# Initials are no longer than this; longer names in capitals are shouted.
_INITIALS = 5
# What one has in a body: "a stake in Brenner" makes no town of it.
_HELD = frozenset(
    "stake stakes share shares interest invest invested investment investments holding holdings stock confidence job jobs".split()
)
# Words in a phrase that hang on its sentence: it cannot be said elsewhere.
_HANGING = frozenset("who whom whose which that them it him her us me they he she".split())
_OWNED = frozenset({"his", "her", "its", "their", "our", "my", "your"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_MARKS = frozenset({'"', "“", "”", "''", "``"})
_ROUGH = frozenset({"least", "most", "than", "more", "fewer", "less"})


@dataclass(frozen=True, slots=True)
class Mentions:
    """What is named in an article, by token."""

    parse: Parse
    names: tuple[Name, ...]
    clusters: Clusters
    _name_at: dict[int, int]
    _referents: dict[int, Referent]
    _definites: dict[int, int]
    _phrases: dict[str, list[Phrase]]
    _namings: dict[str, list[int]]

    def name_at(self, i: int) -> Name | None:
        """The name that token i is part of, or None."""
        n = self._name_at.get(i)
        return None if n is None else self.names[n]

    def full_name_of(self, i: int) -> str | None:
        """The fullest name in the article, without title, of what token i is part of the name of; None where it is part of none."""
        n = self._name_at.get(i)
        return None if n is None else self._fullest(self.clusters.of_name[n])

    def is_certain(self, i: int) -> bool:
        """False where the name at token i could be short for more than one person or body."""
        n = self._name_at.get(i)
        return n is not None and self.clusters.certain[n]

    def kind_of(self, i: int) -> str:
        """PER, ORG, LOC or empty: what the name at token i names."""
        n = self._name_at.get(i)
        return "" if n is None else self.clusters.clusters[self.clusters.of_name[n]].kind

    def gender_of(self, i: int) -> str:
        """m, f or empty, for the name at token i."""
        n = self._name_at.get(i)
        return "" if n is None else self.clusters.clusters[self.clusters.of_name[n]].gender

    def referent(self, i: int) -> tuple[str, bool] | None:
        """What the pronoun at token i stands for and whether that is certain: a fullest name, or a noun phrase as worded.

        None where nothing fits; first and second persons have none here, as they hang on who speaks.
        """
        found = self._referents.get(i)
        if found is None:
            return None
        if found.cluster is not None:
            return self._fullest(found.cluster), found.certain
        if found.noun is None:
            return None
        first, stop = noun_phrase(self.parse, found.noun)
        while first < found.noun and (
            self.parse.tokens[first].upos in ("ADP", "CCONJ", "PUNCT", "ADV")
            or self.parse.tokens[first].lower in _ROUGH
        ):
            first += 1  # "from an earlier forecast", "at least five people": what is meant is the forecast, the five
        behind = range(found.noun + 1, stop)
        marks = (k for k in behind if self.parse.tokens[k].text in _MARKS or self.parse.tokens[k].xpos in _FINITE)
        stop = next(marks, stop)  # 'the ruling "a shame"': what it was called is no part of it
        named = self._apposed(stop)
        if named is not None:
            return named, found.certain
        tokens = self.parse.tokens
        open_ = tokens[first].lower in _EACH | _OWNED or any(t.lower in _HANGING for t in tokens[first:stop])
        said = self.words(first, stop)
        if found.noun == first and tokens[first].upos == "NOUN" and not said.isupper() and said[1:].islower():
            said = said[:1].lower() + said[1:]  # "Survivors" that begins a sentence is no name
        return said, found.certain and not open_

    def is_one(self, i: int) -> bool:
        """Tell whether the pronoun at token i stands for one body or thing, so that its verb is a singular one."""
        found = self._referents.get(i)
        if found is None or found.cluster is not None:
            return found is not None and self.clusters.clusters[found.cluster or 0].kind == "ORG"
        noun = self.parse.tokens[found.noun or 0]
        first, stop = noun_phrase(self.parse, noun.i)
        joined = any(t.lower in ("and", "or") for t in self.parse.tokens[first:stop])
        return noun.xpos == "NN" and noun.lemma in bodies() and noun.lemma != "police" and not joined

    def _apposed(self, stop: int) -> str | None:
        """The fullest name of the person named in apposition at token stop: "the candidate, singer Ida Moss, said"."""
        tokens = self.parse.tokens
        if stop + 2 >= len(tokens) or tokens[stop].text != ",":
            return None
        for k in range(stop + 1, min(stop + 4, len(tokens) - 1)):
            name = self.name_at(k)
            if name is not None:
                closed = name.stop < len(tokens) and tokens[name.stop].text == ","
                return self.full_name_of(k) if closed and self.kind_of(k) == "PER" else None
            if tokens[k].upos not in ("NOUN", "ADJ", "PROPN", "DET"):
                return None
        return None

    def definite(self, i: int) -> str | None:
        """The fullest name that the definite noun at token i goes back to ("the company", "the mayor"), or None; never certain."""
        number = self._definites.get(i)
        return None if number is None else self._fullest(number)

    def fuller(self, i: int) -> str | None:
        """The fullest phrase that the bare definite noun at token i goes back to ("the lake", "Lake Sarn"), or None."""
        return fuller(self.parse, self._phrases, i)

    def namings(self, full: str) -> list[Name]:
        """The places at which somebody of that fullest name is named, in text order, the first twenty."""
        if not self._namings:
            for n, where in enumerate(self.clusters.of_name):
                said = self._namings.setdefault(self._fullest(where), [])
                if len(said) < _NAMINGS:
                    said.append(n)
            self._namings.setdefault("", [])
        return [self.names[n] for n in self._namings.get(full, [])]

    def with_the(self, full: str) -> str:
        """A body's fullest name with "the" where the article mostly names it so: "the Water Agency", but "Norland Bank"."""
        tokens = self.parse.tokens
        standing = [
            name
            for name in self.namings(full)
            if name.first > 0
            and " ".join(t.text for t in tokens[name.first : name.stop]) == full
            and not (name.stop < len(tokens) and tokens[name.stop].upos in ("NOUN", "PROPN"))
        ]
        told = sum(tokens[name.first - 1].lower == "the" for name in standing)
        named = bool(standing) and self.kind_of(standing[0].first) != "PER" and told * 2 > len(standing)
        return f"the {full}" if named else full

    def words(self, first: int, stop: int) -> str:
        """The text of tokens first to stop, blanks as single spaces, a leading article dropped."""
        tokens = self.parse.tokens
        while stop - first > 1 and tokens[first].lower in ("the", "a", "an"):
            first += 1
        return " ".join(self.parse.text[tokens[first].start : tokens[stop - 1].end].split())

    def _fullest(self, number: int) -> str:
        each = self.clusters.clusters[number]
        name = self.names[each.fullest]
        said = self.words(name.first, name.stop)
        if not said.isupper() or len(said) <= _INITIALS:
            return said
        # "NOVOMIRSK" in a dateline is Novomirsk.
        alike = (self.names[n] for n in each.members[:_NAMINGS] if self.names[n].words == name.words)
        others = (self.words(other.first, other.stop) for other in alike)
        return next((other for other in others if not other.isupper()), said)


def mentions(parse: Parse, quoted: Sequence[Quotation] | None = None) -> Mentions:
    """Return what an article names; `quoted` are its quotations where they are known already."""
    found = tuple(names(parse))
    clusters = cluster(found, _aliases(parse, found), _towns(parse, found))
    where = {i: n for n, name in enumerate(found) for i in range(name.first, name.stop)}
    referents = resolve(parse, found, clusters, quotations_of(parse) if quoted is None else quoted)
    goes_back = definites(parse, found, clusters)
    return Mentions(parse, found, clusters, where, referents, goes_back, phrases(parse), {})


def _towns(parse: Parse, found: Sequence[Name]) -> frozenset[int]:
    """Names that stand where a place's does: "the town of Karsund", "flooding in Karsund", "near Karsund"."""
    tokens = parse.tokens
    towns = set()
    for n, name in enumerate(found):
        if name.kind == "PER" or name.first < 2:
            continue
        before, noun = tokens[name.first - 1].lower, tokens[name.first - 2]
        held = noun.lower in _HELD or tokens[tokens[name.first].head].lemma.lower() in _HELD
        if (before == "of" and noun.lower in places()) or before == "near" or (before == "in" and not held):
            towns.add(n)
    return frozenset(towns)


def _aliases(parse: Parse, found: Sequence[Name]) -> dict[int, int]:
    """Short names in brackets right after the full one: "Northern Ferry Agency (NFA)"."""
    tokens = parse.tokens
    aliases = {}
    for n in range(1, len(found)):
        before, name = found[n - 1], found[n]
        if (
            name.first - before.stop == 1
            and tokens[before.stop].text == "("
            and name.stop < len(tokens)
            and tokens[name.stop].text == ")"
            and len(name.words) == 1
            and len(before.words) > 1
            and tokens[name.first].text[:2].isupper()
        ):
            aliases[n] = n - 1
    return aliases
