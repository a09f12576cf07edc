"""Definites: "the company", "the mayor": which named body or person a definite common noun goes back to."""

import re
from collections import defaultdict
from collections.abc import Sequence

from claims.extract.mentions.clusters import Clusters
from claims.extract.mentions.lexicon import bodies, corporate, institutions, places, titles
from claims.extract.mentions.names import Name
from claims.extract.parse import Parse, Token

_REACH = 12
"""How many sentences back a body may have been named."""
_SUBJECT = 2.0
"""What it is worth to be a sentence's subject, in sentences of distance."""
_FARTHEST = 2 * _REACH + _SUBJECT
_PART = 0.5
"""What each earlier naming is worth, up to four."""
_AGED = re.compile(r"\d+-year-old")
_OTHER = frozenset({"other", "second", "first", "third", "new", "same", "rival", "whole", "local", "former", "entire"})


def definites(parse: Parse, names: Sequence[Name], clusters: Clusters) -> dict[int, int]:
    """Return for each definite noun that goes back to a name the number of that name's cluster, by token."""
    holders = _titles(parse, names, clusters)
    at: dict[int, int] = {name.stop - 1: n for n, name in enumerate(names)}
    seen: dict[int, list[float]] = {}
    found: dict[int, int] = {}
    for number, sentence in enumerate(parse.sentences):
        for token in parse.tokens[sentence.first : sentence.stop]:
            if (n := at.get(token.i)) is not None:
                where = clusters.of_name[n]
                record = seen[where] = seen.pop(where, [0.0, 0.0])  # the latest named stand last
                subject = any(parse.tokens[k].dep.startswith("nsubj") for k in range(names[n].first, names[n].stop))
                record[0] = max(record[0], number + _SUBJECT * subject)
                record[1] += 1
            elif (
                (token.upos == "NOUN" and token.lower == token.lemma)
                or (token.upos == "PROPN" and token.lower in titles())
            ) and _is_definite(parse, token):
                chosen = _choose(parse, token, number, seen, clusters, names, holders)
                if chosen is not None:
                    found[token.i] = chosen
    return found


def _is_definite(parse: Parse, token: Token) -> bool:
    """Tell whether a noun has an article or "this" and nothing after it that says which: "the company", not "the company that"."""
    article = False
    for child in parse.dependents(token.i):
        if child.dep == "det" and child.lower in ("the", "this"):
            article = True
        elif (
            child.dep == "compound"
            or (child.dep == "amod" and child.lower in _OTHER)
            or (child.i > token.i and child.dep not in ("punct", "case", "appos", "conj", "cc"))
            or child.dep == "nmod:poss"
            or child.dep == "appos"
        ):
            return False
    return article and token.dep not in ("compound", "nmod:desc")


def _choose(
    parse: Parse,
    token: Token,
    number: int,
    seen: dict[int, list[float]],
    clusters: Clusters,
    names: Sequence[Name],
    holders: dict[str, list[int]],
) -> int | None:
    lemma = token.lemma.lower()
    if _AGED.fullmatch(token.lower):
        people = [c for c in seen if clusters.clusters[c].kind == "PER" and number - seen[c][0] <= _REACH]
        return max(people, key=lambda c: seen[c][0]) if people else None
    if lemma in titles() and (who := [c for c in holders.get(lemma, ()) if c in seen]):
        return max(who, key=lambda c: seen[c][0])
    if lemma not in bodies():
        return None
    which = {c.lower for c in parse.dependents(token.i, "amod")} if lemma in institutions() else set()
    options = []
    for where in reversed(seen):
        last, times = seen[where]
        if number - last > _FARTHEST:
            break
        each = clusters.clusters[where]
        words = names[each.fullest].words
        fits = each.kind in ("ORG", "") if lemma not in places() else each.kind == "LOC" or bool(set(words) & places())
        if not which <= set(words):
            continue  # "the electoral commission" is one of its own
        if lemma in institutions() and lemma not in words and set(words) & corporate():
            continue  # "the union", "the court" is never the firm
        if lemma in words:
            fits, last = each.kind != "PER", last + _REACH
        if fits and number - last <= _REACH:
            options.append((last + _PART * min(times, 4.0), where))
    return max(options)[1] if options else None


def _titles(parse: Parse, names: Sequence[Name], clusters: Clusters) -> dict[str, list[int]]:
    """People by the titles and posts that stand before or in apposition to their names."""
    tokens = parse.tokens
    holders: dict[str, list[int]] = defaultdict(list)
    for n, name in enumerate(names):
        where = clusters.of_name[n]
        if clusters.clusters[where].kind != "PER":
            continue
        k = name.first - 1
        while k >= 0 and k > name.first - 4 and tokens[k].upos in ("NOUN", "PROPN"):
            if tokens[k].lower in titles():
                holders[tokens[k].lower].append(where)
            k -= 1
        if name.stop < len(tokens) and tokens[name.stop].text == ",":
            for k in range(name.stop + 1, min(name.stop + 10, len(tokens))):
                if tokens[k].text == "," or tokens[k].upos == "VERB":
                    break
                if tokens[k].lower in titles():
                    holders[tokens[k].lower].append(where)
    return holders
