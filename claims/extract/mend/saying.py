"""Saying: verbs of saying that the parse has taken for nouns, adjectives or infinitives."""

from dataclasses import replace

from claims.extract.attribution.clauses import FINAL
from claims.extract.attribution.lexicon import forms, verbs
from claims.extract.parse import Parse, Token, children_of

_DEFINITE = frozenset({"the", "its", "his", "her", "their"})
_MAIN = ("ROOT", "parataxis", "conj", "ccomp")


def with_saying(parse: Parse) -> Parse:
    """The parse with the lemmas of reporting verbs put right, and their tags where they are plainly finite."""
    known = forms()
    lemmas = frozenset(known.values())
    wrong: dict[int, Token] = {}
    for t in parse.tokens:
        if t.upos != "VERB" and not (t.upos == "X" and t.xpos.startswith("V")):
            continue
        lemma = known.get(t.text.lower(), t.lemma)
        tag = "VBP" if lemma in lemmas and _is_bare(parse, t) else t.xpos
        if lemma != t.lemma or tag != t.xpos or t.upos != "VERB":
            wrong[t.i] = replace(t, lemma=lemma, xpos=tag, upos="VERB")
    if wrong:
        parse = replace(parse, tokens=tuple(wrong.get(t.i, t) for t in parse.tokens))
    return _closing(_told(_raised(parse, known), known), known)


def _raised(parse: Parse, known: dict[str, str]) -> Parse:
    """The parse with verbs of saying that it took for adjectives made verbs again: "The company blamed wheat prices"."""
    tokens = list(parse.tokens)
    changed = False
    for t in parse.tokens[1:-1]:
        subject, whole = tokens[t.i - 1], tokens[t.head]
        if (
            t.upos in ("ADJ", "NOUN")
            and t.dep in ("amod", "compound")
            and t.lower.endswith("ed")
            and t.lower in known
            and subject.dep == "nsubj"
            and subject.head == t.head > t.i
            and whole.upos in ("NOUN", "PROPN")
        ):
            head = t.i if whole.is_head else whole.head
            tokens[t.i] = replace(t, upos="VERB", xpos="VBD", lemma=known[t.lower], dep=whole.dep, head=head)
            tokens[whole.i] = replace(whole, dep="obj", head=t.i)
            tokens[subject.i] = replace(subject, head=t.i)
            changed = True
    return replace(parse, tokens=tuple(tokens), children=children_of(tokens)) if changed else parse


def _told(parse: Parse, known: dict[str, str]) -> Parse:
    """The parse with a speaker's own verb made one again: ".., the company announced on Tuesday", read as "announced" of it.

    The speaker stands between a comma and the verb, with "the" or a possessive or as a name; nothing finite follows.
    """
    tokens = list(parse.tokens)
    changed = False
    for sentence in parse.sentences:
        for i in range(sentence.first + 4, sentence.stop):
            t, subject = tokens[i], tokens[i - 1]
            if (
                t.xpos not in ("VBN", "VBD")
                or t.dep.partition(":")[0] != "acl"
                or t.head != i - 1
                or t.lower not in known
            ):
                continue
            begin = next((k for k in range(i - 1, max(sentence.first, i - 7), -1) if tokens[k].text == ","), None)
            if begin is None or subject.dep not in ("parataxis", "appos", "conj") or subject.head >= begin:
                continue
            definite = tokens[begin + 1].lower in _DEFINITE or tokens[begin + 1].upos == "PROPN"
            finite = any(tokens[k].xpos in ("VBD", "VBZ", "VBP", "MD") for k in range(i + 1, sentence.stop))
            if not definite or finite:
                continue
            top = next((k for k in range(sentence.first, sentence.stop) if tokens[k].is_head), subject.head)
            tokens[i] = replace(t, xpos="VBD", dep="parataxis", head=top)
            tokens[i - 1] = replace(subject, dep="nsubj", head=i)
            tokens[begin] = replace(tokens[begin], head=i)
            changed = True
    return replace(parse, tokens=tuple(tokens), children=children_of(tokens)) if changed else parse


def _is_bare(parse: Parse, token: Token) -> bool:
    """Tell whether a verb tagged an infinitive is none: "Deputies, who left the hall, say the dam will leak"."""
    if token.xpos != "VB" or token.dep not in _MAIN or token.i == 0:
        return False
    children = list(parse.dependents(token.i))
    if any(c.dep.startswith("aux") or c.dep == "mark" for c in children):
        return False
    if token.dep == "conj" and not any(c.dep == "nsubj" for c in children):
        return parse.tokens[token.i - 1].text == ","
    own = any(c.dep == "nsubj" and c.i < token.i for c in children)
    return own or parse.tokens[token.i - 1].text == ","


def _closing(parse: Parse, known: dict[str, str]) -> Parse:
    """The parse with verbs of saying at a sentence's end that it took for nouns: ".., the ministry estimates."."""
    tokens = list(parse.tokens)
    changed = False
    for sentence in parse.sentences:
        verb = sentence.stop - 2
        if verb - sentence.first < 4 or tokens[verb + 1].text not in FINAL or tokens[verb].upos != "NOUN":
            continue
        t, subject = tokens[verb], tokens[verb - 1]
        lemma = known.get(t.lower, t.lower if t.lower in verbs() else "")
        begin = next((k for k in range(verb - 1, max(sentence.first, verb - 6), -1) if tokens[k].text == ","), None)
        if lemma not in verbs() or begin is None or subject.head != verb or t.dep not in ("parataxis", "appos"):
            continue
        plural = t.lower == lemma
        if begin == verb - 1 or subject.upos == "ADJ" or (plural and not subject.lower.endswith("s")):
            continue
        tokens[verb] = replace(t, upos="VERB", xpos="VBP" if plural else "VBZ", lemma=lemma, dep="parataxis")
        noun = "PROPN" if subject.upos == "PROPN" else "NOUN"
        singular = subject.lower.removesuffix("s") if plural else subject.lemma
        xpos = "NNS" if plural else subject.xpos if subject.upos in ("NOUN", "PROPN") else "NN"
        tokens[verb - 1] = replace(subject, upos=noun, dep="nsubj", lemma=singular, xpos=xpos)
        for k in range(begin + 1, verb - 1):
            if tokens[k].head == verb:
                tokens[k] = replace(tokens[k], head=verb - 1)
        changed = True
    return replace(parse, tokens=tuple(tokens), children=children_of(tokens)) if changed else parse
