"""The words of saying, each list read once."""

from functools import cache

from claims.extract.words import words

STRENGTHS = ("said", "believed", "shown", "expected", "denied", "asked")
"""What a reporting word does with its content; where a word is in several lists the first of these counts."""


@cache
def verbs() -> dict[str, str]:
    """Verbs that take a clause as their content, by lemma, with their strength."""
    found: dict[str, str] = {}
    for strength in STRENGTHS:
        for verb in words("speech")["verbs"].get(strength, ()):
            found.setdefault(verb, strength)
    return found


@cache
def asking() -> frozenset[str]:
    """Verbs that may take what somebody is asked to do."""
    return frozenset(words("speech")["verbs"]["asked"])


@cache
def beside_marks() -> frozenset[str]:
    """Verbs of saying beside words in quotation marks: all of the others and those of manner."""
    return (
        frozenset(words("speech")["verbs"]["said"])
        | frozenset(words("speech")["manner"])
        | asking()
        | frozenset(verbs())
    )


@cache
def weak() -> frozenset[str]:
    """Verbs common in other senses: they count only where a clause plainly follows."""
    return frozenset(words("speech")["weak"])


@cache
def nouns() -> dict[str, str]:
    """Nouns that hold a statement ("the claim that"), with their strength."""
    found: dict[str, str] = {}
    for strength in STRENGTHS:
        for noun in words("speech")["nouns"].get(strength, ()):
            found.setdefault(noun, strength)
    return found


@cache
def forms() -> dict[str, str]:
    """Inflected forms of all verbs listed, with the verb: the lemmatizer knows few rare ones ("insisted" is "insiste" to it)."""
    lemmas = set(verbs()) | beside_marks() | group("judging") | group("doing")
    found: dict[str, str] = {}
    for verb in sorted(lemmas):
        stem = verb[:-1] if verb.endswith("e") else verb
        ending = (
            "ies"
            if verb[-1] == "y" and verb[-2] not in "aeou"
            else "es"
            if verb.endswith(("s", "x", "z", "ch", "sh"))
            else "s"
        )
        past = verb[:-1] + "ied" if ending == "ies" else stem + "ed"
        for form in ((verb[:-1] if ending == "ies" else verb) + ending, past, stem + "ing"):
            found.setdefault(form, verb)
    for verb, irregular in words("speech")["irregular"].items():
        found.update(dict.fromkeys(irregular, verb))
    return found


@cache
def voices() -> frozenset[str]:
    """Common nouns for people and bodies, which can say something."""
    people = words("people")
    return frozenset(noun for key in ("male", "female", "either", "bodies", "places") for noun in people[key])


@cache
def group(name: str) -> frozenset[str]:
    """One of the plain lists: documents, adjectives, questions, between, unsourced."""
    return frozenset(words("speech")[name])
