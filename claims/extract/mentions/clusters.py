"""Clusters: which names in an article name the same person or body, and the fullest form of each."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from claims.extract.mentions.lexicon import bodies, corporate, first_name_gender
from claims.extract.mentions.names import Name

_SMALL = frozenset({"of", "the", "and", "for", "de", "&", "on"})


@dataclass(slots=True)
class Cluster:
    """One person, body or place: its names in order, the fullest of them, and what is known of it."""

    members: list[int]
    fullest: int
    kind: str
    gender: str


@dataclass(frozen=True, slots=True)
class Clusters:
    """All clusters, and for each name the number of its cluster and whether it could be another's."""

    clusters: tuple[Cluster, ...]
    of_name: tuple[int, ...]
    certain: tuple[bool, ...]


def cluster(names: Sequence[Name], aliases: dict[int, int], towns: frozenset[int] = frozenset()) -> Clusters:
    """Join names of one person or body; `aliases` leads from a name in brackets ("(KCNA)") to the name it stands for.

    A short name goes to the full one named last before it, else to the first that follows. `towns` are names that stand where a
    place's does; no body's name is put for them: "the town of Karsund" is not Karsund Energy.
    """
    forms: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for n, name in enumerate(names):
        forms[name.words].append(n)
    by_word: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for form in forms:
        if len(form) > 1:
            for word in sorted(set(form) - _SMALL):
                by_word[word].append(form)
    initials = {"".join(w[0] for w in form if w not in _SMALL): form for form in reversed(forms) if len(form) > 1}
    kinds = {form: _kind(names, which) for form, which in forms.items()}
    for form in {names[n].words for n in towns}:
        kinds[form] = "LOC" if kinds[form] in ("", "ORG") else kinds[form]
    alias_forms = {names[short].words: names[full].words for short, full in aliases.items()}

    target: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for form in forms:
        target[form] = _longer(
            form, kinds, by_word, initials, alias_forms, titled=any(names[n].title for n in forms[form])
        )

    numbers: dict[tuple[str, ...], int] = {}
    clusters: list[Cluster] = []

    def number(form: tuple[str, ...]) -> int:
        seen = set()
        while target[form] and form not in seen:
            seen.add(form)
            if len(target[form]) != 1:
                break
            form = target[form][0]
        if form not in numbers:
            numbers[form] = len(clusters)
            clusters.append(Cluster([], forms[form][0], kinds[form], ""))
        return numbers[form]

    of_name: list[int] = []
    certain: list[bool] = []
    last: dict[tuple[str, ...], int] = {}
    for n, name in enumerate(names):
        options = target[name.words]
        if len(options) > 1:
            seen_before = [form for form in options if form in last]
            chosen = (
                max(seen_before, key=lambda form: last[form])
                if seen_before
                else min(options, key=lambda form: forms[form][0])
            )
            where = number(chosen)
        else:
            where = number(name.words)
            chosen = options[0] if options else name.words
        last[chosen] = n
        of_name.append(where)
        certain.append(len(options) < 2)
        clusters[where].members.append(n)
    for each in clusters:
        _know(each, names)
    return Clusters(tuple(clusters), tuple(of_name), tuple(certain))


def _longer(
    form: tuple[str, ...],
    kinds: dict[tuple[str, ...], str],
    by_word: dict[str, list[tuple[str, ...]]],
    initials: dict[str, tuple[str, ...]],
    alias_forms: dict[tuple[str, ...], tuple[str, ...]],
    *,
    titled: bool,
) -> list[tuple[str, ...]]:
    """Return the fuller forms that a form may stand for."""
    if form in alias_forms and alias_forms[form] != form:
        return [alias_forms[form]]
    if not form:
        return []
    kind = kinds[form]
    if (
        len(form) == 1
        and len(form[0]) > 1
        and form[0] in initials
        and kind != "PER"
        and kinds[initials[form[0]]] != "PER"
    ):
        return [initials[form[0]]]
    found = []
    for longer in by_word.get(form[-1] if form[-1] not in _SMALL else form[0], ()):
        if len(longer) <= len(form):
            continue
        other = kinds[longer]
        if (
            (kind == "PER" or titled or other == "PER")
            and other not in ("ORG", "LOC")
            and not (kind in ("ORG", "LOC") and len(form) > 1)
        ):
            if (
                longer[-len(form) :] == form
                or (len(form) == 1 and form[0] in longer[:1] and kind != "LOC")
                or _abridged(form, longer)
            ):
                found.append(longer)
        elif (
            other in ("ORG", "")
            and kind in ("ORG", "")
            and longer[: len(form)] == form
            and (set(longer[len(form) :]) <= corporate() or _is_of(form, longer))
        ):
            found.append(longer)
    # What is itself short for another in the list is no choice of its own.
    return [
        f
        for f in found
        if not any(g != f and len(g) > len(f) and (g[-len(f) :] == f or _abridged(f, g)) for g in found)
    ]


def _is_of(form: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Tell whether a form is the one word that a body's name begins with: "the Church" for "Church of Norland"."""
    return len(form) == 1 and form[0] in bodies() and longer[1] in ("of", "for")


def _abridged(form: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Tell whether a form of two words or more is a longer one with middle words left out."""
    return len(form) > 1 and form[0] == longer[0] and form[-1] == longer[-1]


def _kind(names: Sequence[Name], which: Sequence[int]) -> str:
    kinds = [names[n].kind for n in which if names[n].kind]
    return max(sorted(set(kinds)), key=kinds.count) if kinds else ""


def _know(each: Cluster, names: Sequence[Name]) -> None:
    """Set what a cluster's members tell of it: its fullest name, its kind, its gender."""
    each.fullest = max(each.members, key=lambda n: (len(names[n].words), -n))
    if any(names[n].kind == "PER" for n in each.members) and each.kind != "PER":
        persons = sum(names[n].kind == "PER" for n in each.members)
        if persons * 2 >= len(each.members):
            each.kind = "PER"
    genders = [names[n].gender for n in each.members if names[n].gender]
    if genders:
        each.gender = max(sorted(set(genders)), key=genders.count)
    elif each.kind == "PER":
        words = names[each.fullest].words
        each.gender = first_name_gender().get(words[0], "") if len(words) > 1 else ""
