"""Predicate: what a clause says of its subject: the word that says it, and its tense, aspect, voice, mood and negation.

It leans on tags, lemmas and short arcs, since one arc in six of the parse is wrong: the verb group is read from the arcs and,
where those are silent, from the words that stand to its left.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims.extract.inflection import infinitive, known_verbs
from claims.extract.words import lists

if TYPE_CHECKING:
    from claims.extract.atoms import Atom
    from claims.extract.parse import Parse, Token

_NEGATIONS = lists("polarity")["adverbs"]
_BETWEEN = frozenset({"ADV", "PART", "AUX"})
# Words of a verb group may stand so far left of the verb: "has not yet been officially approved".
_REACH = 7
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SURE = frozenset({"VB", "VBD", "VBZ", "VBP"})
_VERBAL = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
_MAIN = frozenset({"main", "ccomp", "parataxis"})
_FULL_CLAUSES = frozenset({"main", "ccomp", "parataxis", "conj", "relcl", "advcl"})
_SAYING = frozenset({"say", "add", "tell"})
_LEFT = ("compound", "nmod", "nsubj", "det", "amod")
_CLAUSES = frozenset({"acl:relcl", "advcl", "ccomp", "acl", "csubj", "advcl:relcl", "xcomp"})


@dataclass(frozen=True, slots=True)
class Predicate:
    """A clause's predicate: indices into the parse's tokens, words in lower case."""

    head: int
    """The verb, or with a copula the noun, adjective or adverb that is predicated."""
    lemma: str
    auxiliaries: tuple[str, ...]
    """In lower case and text order, copula and "to" included: ("had", "been")."""
    tense: str
    """past, present, modal, infinitive, participle, or none (a noun alone)."""
    perfect: bool
    progressive: bool
    passive: bool
    modal: str
    """will, would, may ... in full form, else empty."""
    copula: bool
    existential: bool
    nominal: bool
    """A noun, adjective or adverb is predicated, or stands alone as in an appositive."""
    subject: int | None
    """Head of the subject, also where it is shared with an earlier verb; None where none stands."""
    negation: int | None
    """The adverb that negates it: not, never, no longer."""
    first: int
    """The first token of the verb group."""


_FULL = {
    "'ll": "will",
    "’ll": "will",
    "'d": "would",
    "’d": "would",
    "wo": "will",
    "ca": "can",
    "sha": "shall",
    "cannot": "can",
}
_HAVE = frozenset({"have", "has", "had", "having", "'ve", "’ve"})
_BE = frozenset(
    {"be", "am", "is", "are", "was", "were", "been", "being", "'m", "'re", "’m", "’re", "s", "'s", "’s", "ai"}
)
_PAST = frozenset({"was", "were", "had", "did"})
_DO = frozenset({"do", "does", "did"})


def predicate(parse: Parse, atom: Atom) -> Predicate:
    """Read the predicate of an atom's clause."""
    head = find_head(parse, atom)
    said = of_head(parse, head)
    if said.tense in ("none", "participle") and atom.role in _FULL_CLAUSES and head == _unread(parse, atom):
        form = parse.tokens[head].lower
        tense = "past" if _is_past(form) else "present"
        lemma = infinitive(form, form)
        return replace(
            said, lemma=lemma, tense=tense, nominal=False, passive=False, subject=_subject_before(parse, head)
        )
    if said.tense == "participle" and parse.tokens[said.head].xpos == "VBN" and atom.role in _MAIN:
        return replace(said, tense="past")  # a main clause has a finite verb: "the opposition called for a vote"
    if said.tense == "none" and atom.role in _MAIN and parse.tokens[said.head].xpos == "NNS":
        return _misread(parse, said)
    return said


def _after_comma(parse: Parse, relative: int, among: set[int]) -> int | None:
    """Return the main verb that was joined to a relative: "the bank, which has no branches, grew"."""
    tokens = parse.tokens
    for t in parse.dependents(relative, "conj"):
        bare = not any(True for _ in parse.dependents(t.i, "cc", "nsubj"))
        if t.i in among and t.xpos in _FINITE and bare and tokens[t.i - 1].text == ",":
            return t.i
    return None


def _misread(parse: Parse, said: Predicate) -> Predicate:
    """Mend a main clause whose verb was taken for a plural: "the league accounts for half of it", "the firm plans to close"."""
    tokens = parse.tokens
    lemma = infinitive(tokens[said.head].lower, tokens[said.head].lower)
    before = next((t for t in parse.dependents(said.head, *_LEFT) if t.i == said.head - 1), None)
    if lemma not in known_verbs() or before is None or before.upos not in ("NOUN", "PROPN"):
        return said
    return replace(said, lemma=lemma, tense="present", nominal=False, subject=before.i)


def _subject_before(parse: Parse, at: int) -> int:
    """Return the noun that ends right before a verb, or before an adverb there."""
    return at - 2 if parse.tokens[at - 1].upos == "ADV" and at > 1 else at - 1


def _unread(parse: Parse, atom: Atom) -> int | None:
    """Find the verb of a clause in which none was read: "the company blamed/ADJ prices", "the union plans/NOUN to strike"."""
    tokens = parse.tokens
    inside = [i for i in atom.tokens if tokens[i].upos not in ("PUNCT", "SPACE")]
    for i in inside[1:]:
        token, last = tokens[i], tokens[i - 1]
        if last.upos == "ADV" and i - 2 >= inside[0]:
            last = tokens[i - 2]
        if last.upos not in ("NOUN", "PROPN", "PRON") or token.lower == last.lower:
            continue
        following = tokens[i + 1] if i + 1 < len(tokens) else token
        if token.xpos in ("JJ", "VBN", "NN", "VBD") and token.head >= i and _is_past(token.lower):
            return i
        taken = following.upos in ("DET", "PRON") or (following.lower == "to" and following.upos == "PART")
        if token.xpos == "NNS" and taken and infinitive(token.lower, token.lower) in known_verbs():
            return i
    return None


def _is_past(form: str) -> bool:
    """Tell the past tense of a known verb by its form."""
    return not form.endswith(("s", "ing")) and form not in known_verbs() and infinitive(form, form) in known_verbs()


def find_head(parse: Parse, atom: Atom) -> int:
    """Find the token that is predicated in an atom, mending the commonest faults of the parse."""
    tokens = parse.tokens
    head = tokens[atom.head]
    inside = [i for i in atom.tokens if tokens[i].upos not in ("PUNCT", "SPACE")]
    if not inside:
        return atom.head
    first = tokens[inside[0]]
    if (
        first.xpos in ("VBG", "VBN")
        and atom.role in ("acl", "advcl")
        and head.xpos not in _FINITE
        and first.i != head.i
    ):
        return first.i  # a participial clause begins with its verb
    if is_verb(head):
        if head.lemma in _SAYING:  # "the rain will go on, the service said", taken as a whole
            said = next(
                (t for t in parse.dependents(head.i, "ccomp", "parataxis") if t.i < head.i and t.i in inside), None
            )
            return said.i if said is not None else head.i
        return head.i
    if any(True for _ in _group(parse, head.i)):
        return head.i
    among = set(inside)
    for child in parse.dependents(head.i, "acl"):
        if child.i in among and (child.dep == "acl:relcl" or child.xpos in _FINITE):
            main = _after_comma(parse, child.i, among) if atom.role in _MAIN else None
            return child.i if main is None else main  # "contracts which were concluded earlier"
    for i in inside:
        token = tokens[i]
        if token.xpos in _FINITE and not _embedded(parse, token, among, head.i):
            return (
                token.head
                if token.upos == "AUX" and token.dep in ("aux", "cop", "aux:pass") and token.head in among
                else i
            )
    for child in parse.dependents(head.i, "acl"):
        opens = tokens[inside[0]].lower in ("the", "a", "an", "no")
        if child.i in among and child.xpos in ("VBG", "VBN") and (opens or atom.role in _MAIN):
            return child.i  # "the silver medal going to Poland"; "the dam burst"
    unread = _unread(parse, atom) if atom.role in _FULL_CLAUSES else None
    return head.i if unread is None else unread


def is_verb(token: Token) -> bool:
    """Tell whether a token is a verb by either of its tags."""
    if token.upos == "AUX":
        return token.dep not in ("aux", "cop", "aux:pass")
    return token.upos == "VERB" or token.xpos in _SURE or (token.xpos in _VERBAL and token.upos != "NOUN")


def _embedded(parse: Parse, token: Token, among: set[int], top: int) -> bool:
    """Tell whether a token stands in a clause below the top of the atom."""
    seen = 0
    while token.i != top and token.head != token.i and seen < 50:
        if token.dep in _CLAUSES and token.i in among and token.head in among:
            return True
        token = parse.tokens[token.head]
        seen += 1
    return False


def _group(parse: Parse, head: int) -> list[Token]:
    """Find the auxiliaries, the copula and the "to" of a predicate, by the arcs and by what stands to its left."""
    tokens = parse.tokens
    found = {t.i: t for t in parse.dependents(head, "aux", "cop") if t.upos != "PUNCT"}
    for t in parse.dependents(head, "mark"):
        if t.lower == "to" and t.i < head and all(tokens[j].upos in _BETWEEN for j in range(t.i + 1, head)):
            found[t.i] = t
    i = head - 1
    while i >= max(0, head - _REACH):
        token = tokens[i]
        if token.upos == "AUX" or token.xpos == "MD":
            if token.head in (head, tokens[head].head) or token.head == i:
                found[i] = token
        elif token.upos == "PART" and token.lower == "to":
            if is_verb(tokens[head]) and tokens[head].xpos in ("VB", "VBP"):
                found[i] = token
            break
        elif token.upos not in ("ADV", "PART") or token.lower in ("so", "then"):
            break
        i -= 1
    return [found[i] for i in sorted(found)]


def of_head(parse: Parse, at: int) -> Predicate:
    """Read the predicate whose word is token `at`."""
    tokens = parse.tokens
    head = tokens[at]
    group = _group(parse, at)
    # "which accounts for half": a verb that was tagged as a noun, right after its relative.
    misread = (
        head.xpos == "NNS" and not group and at > 0 and (tokens[at - 1].xpos in ("WDT", "WP") or head.upos == "VERB")
    )
    verb = is_verb(head) or misread
    shared: list[Token] = []
    if not group and head.dep == "conj" and verb and head.xpos not in ("VBZ", "VBD"):
        above = tokens[head.head]
        if is_verb(above) and not any(t.i > above.i for t in parse.dependents(at, "nsubj")):
            shared = [t for t in _group(parse, above.i) if t.lower != "to" or head.xpos == "VB"]
            if above.xpos == head.xpos or (
                head.xpos in ("VB", "VBP") and any(t.xpos == "MD" or t.lower == "to" for t in shared)
            ):
                group = shared
    words = tuple(t.lower for t in group)
    modal = next((_FULL.get(t.lower, t.lower) for t in group if t.xpos == "MD"), "")
    copula = not verb and any(w in _BE for w in words)
    last = words[-1] if words else ""
    have = any(w in _HAVE for w in words)
    participle = head.xpos == "VBN" or (head.xpos == "VBD" and bool(words) and last in _HAVE | _BE)
    passive = verb and participle and (last in _BE or any(t.dep == "aux:pass" for t in group))
    progressive = verb and head.xpos == "VBG" and last in _BE
    perfect = have and (participle or not verb or "been" in words or head.xpos == "VBG")
    tense = "present" if misread else _tense(head, group, words, modal, verb)
    if (
        verb
        and head.xpos == "VBN"
        and not words
        and tense == "participle"
        and _own_subject(parse, at, before=True)
        and head.dep in ("root", "conj", "ccomp")
    ):
        tense = "past"  # a past tense that was tagged as its participle
    existential = any(t.dep == "expl" and t.lower == "there" for t in parse.dependents(at, "expl")) or (
        at > 0 and head.lemma == "be" and tokens[(group[0].i if group else at) - 1].lower == "there"
    )
    first = group[0].i if group and not shared else at
    negation = next((t.i for t in parse.dependents(at, "advmod") if t.lower in _NEGATIONS), None)
    if negation is None:
        negation = next(
            (
                i
                for i in range(max(0, first - 1), at)
                if tokens[i].lower in _NEGATIONS and (i > first or tokens[i].lower == "never")
            ),
            None,
        )
    lemma = infinitive(head.lower, head.lemma.lower()) if verb else head.lemma.lower()
    return Predicate(
        at, lemma, words, tense, perfect, progressive, passive, modal, copula, existential, not verb,
        _subject(parse, at), negation, min(first, negation) if negation is not None and negation < at else first,
    )  # fmt: skip


def _tense(head: Token, group: list[Token], words: tuple[str, ...], modal: str, verb: bool) -> str:
    if modal:
        return "modal"
    if words:
        if words[0] == "to":
            return "infinitive"
        if "to" in words and group[0].lower in _BE:
            return "modal"  # "are to travel"
        if group[0].xpos == "VBG":
            return "participle"
        return "past" if words[0] in _PAST or group[0].xpos == "VBD" else "present"
    if not verb:
        return "none"
    if head.xpos == "VBD":
        return "past"
    if head.xpos in ("VBZ", "VBP", "MD"):
        return "present"
    return "infinitive" if head.xpos == "VB" else "participle"


def _own_subject(parse: Parse, at: int, before: bool = False) -> Token | None:
    """Find the subject that hangs on a predicate, the nearest to it where the parse gives two."""
    found = [t for t in parse.dependents(at, "nsubj", "csubj") if not before or t.i < at]
    return found[-1] if found and found[-1].dep != "nsubj:outer" else found[0] if found else None


def _subject(parse: Parse, at: int) -> int | None:
    """Find a predicate's subject, going up through verbs it is joined to; None where the atom's own words hold none."""
    tokens, node = parse.tokens, at
    for _ in range(5):
        own = _own_subject(parse, node)
        if own is not None:
            return own.i
        token = tokens[node]
        if token.dep == "acl:relcl" or token.dep == "acl":
            return token.head
        if token.dep not in ("conj", "xcomp", "advcl", "parataxis") or token.head == node:
            return None
        node = token.head
    return None
