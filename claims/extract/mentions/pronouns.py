"""Pronouns: whom he, she, it and they stand for, by recency, the part played in the sentence, gender and number.

The weights are few and plain (after Lappin and Leass 1994): a sentence further away costs more than being no subject.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from claims.extract.mentions.clusters import Clusters
from claims.extract.mentions.lexicon import bodies, corporate, documents, person_gender
from claims.extract.mentions.names import Name
from claims.extract.mentions.predicated import Predicated, predicated
from claims.extract.parse import Parse, Token
from claims.extract.quotations import Quotation
from claims.extract.words import lists, words

_SORTS = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
    "it": "thing", "its": "thing", "itself": "thing",
    "they": "many", "them": "many", "their": "many", "theirs": "many", "themselves": "many",
}  # fmt: skip
_REACH = {"m": 6, "f": 6, "thing": 2, "many": 2}
"""How many sentences back a pronoun may look."""
_SUBJECT = 1.6
"""What being the subject is worth, in sentences of distance."""
_NEAR = 0.3
"""A lead smaller than this over the next candidate leaves a pronoun uncertain, but for "they", and "it" where both are subjects:
those two are right in four of five cases even where two candidates lie close."""
_NEAR_THEM = 0.5
"""The same for "them" and other "it", which go back to more sorts of things and are right least often."""
_KNOWN_GENDER = 0.7
_NAMED = 0.5
_OTHER_SIDE = 1.5
"""What it costs to be inside quotation marks while the pronoun is outside, or in another quotation."""
_REPEATED = 0.35
_DOUBTFUL = 1.2
"""What it costs to be tagged a place where the pronoun is a person's."""
# After these "it" is somebody where they are active.
_SAYING = frozenset(
    {"say", "add", "announce", "report", "expect", "tell", "claim", "argue", "warn", "deny", "confirm", "note", "write"}
)
# What only somebody does: "it plans to", "it wants".
_WILLING = lists("kind")["intend"] | lists("kind")["mind"]
_PLURAL_TAGS = ("NNS", "NNPS")
_ONE_BODY = 1.2
"""What it costs "they" to be one body; where its verb is a plural one ("they were told"), twice that."""
_UNDONE = 0.8
"""What it costs "they" to be things that did nothing: "they drove 500 miles. They ..."."""
# "Among them", "most of them": of whom is seldom the last subject.
_AMONG = frozenset({"among", "of"})
_TELLING = 1.0
"""What it is worth to a body that was taken for a person to be who says it: "Vell Lines said it would pay"."""
_PLURAL_FORMS = frozenset({"were", "are", "have", "do", "'re", "’re", "'ve", "’ve"})
_RELATIVES = frozenset({"which", "whom", "whose", "who"})


@dataclass(frozen=True, slots=True)
class Referent:
    """What a pronoun stands for: the fullest name, or the common noun's token; whether that is certain."""

    cluster: int | None
    noun: int | None
    certain: bool


@dataclass(slots=True)
class _Candidate:
    token: int
    cluster: int | None
    noun: int | None
    gender: str
    sort: str
    """person, body, place, thing or persons."""
    subject: bool
    quotation: int


def resolve(
    parse: Parse, names: Sequence[Name], clusters: Clusters, quoted: Sequence[Quotation]
) -> dict[int, Referent]:
    """Return what each third-person pronoun stands for, by token, those left out where nothing fits."""
    found: dict[int, Referent] = {}
    at_head: dict[int, int] = {}
    inside_name: set[int] = set()
    for n, name in enumerate(names):
        inside_name.update(range(name.first, name.stop))
        at_head[_head(parse.tokens, name)] = n
    recent: list[list[_Candidate]] = []
    place = 0
    genders: dict[int, str] = {n: each.gender for n, each in enumerate(clusters.clusters)}
    for sentence in parse.sentences:
        here: list[_Candidate] = []
        recent.append(here)
        for token in parse.tokens[sentence.first : sentence.stop]:
            while place < len(quoted) and quoted[place].outer_end <= token.start:
                place += 1
            side = place if place < len(quoted) and quoted[place].outer_start <= token.start else -1
            if token.i in at_head:
                where = clusters.of_name[at_head[token.i]]
                each = clusters.clusters[where]
                what = {"PER": "person", "ORG": "body", "LOC": "place"}.get(each.kind, "name")
                if names[each.fullest].words[-1:] and names[each.fullest].words[-1] in corporate():
                    what = "body"  # "Brenner Motor Company", whatever it was tagged
                here.append(_Candidate(token.i, where, None, genders[where], what, _is_subject(parse, token), side))
            elif token.upos == "NOUN" and token.i not in inside_name:
                candidate = _noun(parse, token, side)
                if candidate is not None:
                    here.append(candidate)
            elif token.upos == "PRON" and (sort := _SORTS.get(token.lower)) is not None:
                barred = _beside(parse, token, at_head, clusters)
                chosen = _choose(parse, token, sort, recent, genders, side, barred)
                if chosen is None:
                    continue
                best, certain = chosen
                found[token.i] = Referent(best.cluster, best.noun, certain)
                if best.cluster is not None and sort in "mf" and not genders[best.cluster] and certain:
                    genders[best.cluster] = sort
                here.append(
                    _Candidate(
                        token.i,
                        best.cluster,
                        best.noun,
                        best.gender or (sort if sort in "mf" else ""),
                        best.sort,
                        _is_subject(parse, token),
                        side,
                    )
                )
        if len(recent) > 1 + max(_REACH.values()):
            recent.pop(0)
    return found


def _beside(parse: Parse, token: Token, at_head: dict[int, int], clusters: Clusters) -> frozenset[int]:
    """The clusters named as objects of the verb whose subject a pronoun is: "he described Moss as" is not Moss."""
    if token.dep != "nsubj":
        return frozenset()
    objects = parse.dependents(token.head, "obj", "iobj")
    return frozenset(clusters.of_name[at_head[c.i]] for c in objects if c.i in at_head)


def _head(tokens: Sequence[Token], name: Name) -> int:
    """The token of a name that hangs on something outside it."""
    for i in range(name.first, name.stop):
        if not name.first <= tokens[i].head < name.stop or tokens[i].head == i:
            return i
    return name.first


def _is_subject(parse: Parse, token: Token) -> bool:
    dep = token.dep
    if dep in ("flat", "compound", "appos", "nmod:desc"):
        dep = parse.tokens[token.head].dep
    return dep.startswith("nsubj")


@cache
def _durations() -> frozenset[str]:
    return frozenset(words("restate")["durations"])


def _noun(parse: Parse, token: Token, side: int) -> _Candidate | None:
    """A common noun as a candidate: people, bodies, and things that are subjects or objects.

    No noun that only says what another is ("we were the better team"), and none that hangs on a relative ("the cause of which").
    """
    below = list(parse.dependents(token.i))
    if any(child.dep == "cop" or child.lower in _RELATIVES for child in below):
        return None
    plural = token.xpos in _PLURAL_TAGS
    subject = token.dep.startswith("nsubj")
    if token.dep in ("compound", "nmod:desc", "appos") or (token.lemma in _durations() and not subject):
        return None
    if token.lemma in person_gender():
        sort = "persons" if plural or token.lemma == "people" else "person"
        return _Candidate(
            token.i, None, token.i, person_gender()[token.lemma] if not plural else "", sort, subject, side
        )
    if token.lemma in bodies():
        return _Candidate(
            token.i, None, token.i, "", "persons" if plural or token.lemma == "police" else "body", subject, side
        )
    named = token.dep == "xcomp" and any(child.lower == "the" for child in below)  # "called the ruling a disgrace"
    if subject or named or token.dep in ("obj", "obl"):
        return _Candidate(token.i, None, token.i, "", "things" if plural else "thing", subject, side)
    return None


_FITS = {
    "m": frozenset({"person", "name"}),
    "f": frozenset({"person", "name"}),
    "thing": frozenset({"body", "place", "thing", "name"}),
    "many": frozenset({"persons", "things", "body"}),
}


def _choose(
    parse: Parse,
    token: Token,
    sort: str,
    recent: Sequence[list[_Candidate]],
    genders: dict[int, str],
    side: int,
    barred: frozenset[int],
) -> tuple[_Candidate, bool] | None:
    """Return the best candidate before a pronoun, and whether the next best is well behind."""
    if sort == "thing" and _is_empty(parse, token):
        return None
    said = predicated(parse, token) if sort == "thing" else Predicated()
    if said.open:
        return None
    teller = _teller(parse, token)
    one_body = _ONE_BODY * (2 if _is_plural(parse, token) else 1)
    saying = token.dep == "nsubj" and parse.tokens[token.head].lemma in _SAYING
    willing = token.dep == "nsubj" and parse.tokens[token.head].lemma in _WILLING
    scores: dict[tuple[int | None, int | None], tuple[float, _Candidate]] = {}
    for distance, candidates in enumerate(reversed(recent[-1 - _REACH[sort] :])):
        for candidate in candidates:
            if candidate.cluster in barred:
                continue
            # A place that does something may be a person whom the pipeline took for one: "Bracken planted oaks. He .."
            doubtful = (
                sort in "mf" and candidate.sort == "place" and candidate.cluster is not None and candidate.subject
            )
            # "Vell Lines said it would pay": a body that was taken for a person.
            taken = sort == "thing" and candidate.token == teller and candidate.sort == "person"
            taken = taken and candidate.cluster is not None and not candidate.gender
            if (candidate.sort not in _FITS[sort] and not doubtful and not taken) or (
                candidate.sort == "name" and sort in "mf" and candidate.cluster is None
            ):
                continue
            if candidate.sort == "place" and not candidate.subject:
                continue
            if sort == "thing" and not said.fits(candidate.sort, candidate.subject):
                continue
            if sort == "thing" and candidate.sort == "name" and _is_group(parse, candidate.token):
                continue
            gender = genders[candidate.cluster] if candidate.cluster is not None else candidate.gender
            if sort in "mf" and gender and gender != sort:
                continue
            if distance == 0 and _same_clause(parse, token, candidate):
                continue
            score = -float(distance) + _SUBJECT * candidate.subject
            score += _KNOWN_GENDER * (gender == sort) + _NAMED * (
                candidate.cluster is not None and candidate.sort != "name"
            )
            if doubtful:
                score -= _DOUBTFUL
            score += _TELLING * taken
            if willing and candidate.sort in ("thing", "things"):
                continue  # a forecast intends nothing
            if saying and candidate.sort in ("thing", "things") and not _is_on_paper(parse, candidate):
                continue  # weeks and boats say nothing
            if sort == "many":
                score += _NAMED * (candidate.sort == "persons")
                score -= one_body * (candidate.sort == "body") + _UNDONE * (
                    candidate.sort == "things" and not candidate.subject
                )
            if distance == 0 and side == -1 and candidate.quotation != -1:
                continue  # `"Anna lied," she said`: nobody named in the words is the one who says them
            if candidate.quotation not in (-1, side):
                score -= _OTHER_SIDE
            # Of two alike in the same sentence the first keeps a small lead, as its subject has.
            key = (candidate.cluster, candidate.noun)
            if key in scores:
                best, kept = scores[key]
                scores[key] = (max(best, score) + _REPEATED, kept)
            else:
                scores[key] = (score, candidate)
    if not scores:
        return None
    ranked = sorted(scores.values(), key=lambda pair: (-pair[0], -pair[1].token))
    among = any(t.lower in _AMONG for t in parse.dependents(token.i, "case"))
    subjects = token.lower == "they" or (ranked[0][1].subject and not among)
    near = _NEAR if token.lower not in ("it", "they", "them") else 0.0 if subjects else _NEAR_THEM
    if sort == "thing" and side != -1 and ranked[0][1].quotation != side:
        near = _NEAR_THEM  # in somebody's words "it" is often what was asked
    clear = len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= near
    return ranked[0][1], clear and not (
        sort in "mf" and _passed_over(parse, token, ranked[0][1], recent, genders, sort)
    )


def _passed_over(
    parse: Parse,
    token: Token,
    best: _Candidate,
    recent: Sequence[list[_Candidate]],
    genders: dict[int, str],
    sort: str,
) -> bool:
    """Tell whether the sentence before tells of another person who may be meant, and nobody of the one who is chosen."""
    if len(recent) < 2:
        return False
    near = [c for candidates in recent[-2:] for c in candidates if c.token < token.i]
    key = (best.cluster, best.noun)
    if any((c.cluster, c.noun) == key for c in near):
        return False
    for c in near:
        gender = genders[c.cluster] if c.cluster is not None else c.gender
        if c.sort != "person" or (gender and gender != sort):
            continue
        if c.cluster is not None or not any(child.lower == "the" for child in parse.dependents(c.token)):
            return True  # "they lost their goalkeeper": new; "the mayor" is often the one named before
    return False


def _is_plural(parse: Parse, token: Token) -> bool:
    """Tell whether a pronoun is the subject of a plural verb form: "they were told"."""
    if not token.dep.startswith("nsubj"):
        return False
    verb = parse.tokens[token.head]
    group = [verb, *parse.dependents(verb.i, "aux", "cop")]
    return any(t.lower in _PLURAL_FORMS and t.i > token.i for t in group)


def _is_group(parse: Parse, i: int) -> bool:
    """Tell whether a name is a plural of people, which "it" never stands for: "Muslims"."""
    return (
        parse.tokens[i].xpos == "NNPS" and not parse.tokens[i].ent and not any(parse.dependents(i, "compound", "amod"))
    )


def _teller(parse: Parse, token: Token) -> int | None:
    """Return the subject of the verb of saying right above a pronoun: "the firm, which owns the ship, said it would pay"."""
    verb = parse.tokens[token.head]
    if not token.dep.startswith("nsubj") or verb.dep != "ccomp":
        return None
    above = parse.tokens[verb.head]
    if above.lemma not in _SAYING:
        return None
    return next((t.i for t in parse.dependents(above.i, "nsubj") if t.i < token.i), None)


def _is_on_paper(parse: Parse, candidate: _Candidate) -> bool:
    """Tell whether a thing is a document, which can state something."""
    return candidate.sort == "thing" and parse.tokens[candidate.token].lemma in documents()


def _is_empty(parse: Parse, token: Token) -> bool:
    """Tell the "it" that stands for nothing: "it is expected that", "it rained"."""
    if token.dep.startswith("expl"):
        # "It said sales had fallen": the parser takes this for "it seems".
        verb = parse.tokens[token.head]
        return verb.lemma not in _SAYING or verb.xpos == "VBN"
    if not token.dep.startswith("nsubj"):
        return False
    return any(
        child.dep.startswith(("csubj", "ccomp")) and parse.tokens[token.head].upos in ("ADJ", "NOUN")
        for child in parse.dependents(token.head)
    )


def _same_clause(parse: Parse, token: Token, candidate: _Candidate) -> bool:
    """Tell whether a candidate is the subject of the verb whose object the pronoun is: "she met her" is two people."""
    if token.dep in ("nmod:poss",) or token.dep.startswith("nsubj") or token.lower.endswith(("self", "selves")):
        return False
    return candidate.subject and parse.tokens[candidate.token].head == token.head
