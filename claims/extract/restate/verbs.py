"""Verbs: past tense and third person of a verb, and the form of "be" that a subject takes."""

from functools import cache

from claims.extract.words import words

_VOWELS = "aeiou"


def past(lemma: str) -> str:
    """Return the past tense of a verb: walk, walked; stop, stopped; write, wrote."""
    irregular, doubling = _irregular()
    if lemma in irregular:
        return irregular[lemma]
    for prefix in ("re", "out", "over", "un", "mis"):
        if lemma.startswith(prefix) and lemma[len(prefix) :] in irregular:
            return prefix + irregular[lemma[len(prefix) :]]
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ied"
    if lemma in doubling or _short(lemma):
        return lemma + lemma[-1] + "ed"
    return lemma + "ed"


def third(lemma: str) -> str:
    """Return the third person of a verb's present tense: walk, walks; carry, carries."""
    if lemma in ("be", "have", "do", "go"):
        return {"be": "is", "have": "has", "do": "does", "go": "goes"}[lemma]
    if lemma.endswith(("s", "x", "z", "ch", "sh")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"


def be(plural: bool, before: bool) -> str:
    """Return is, are, was or were."""
    return ("were" if plural else "was") if before else ("are" if plural else "is")


def _short(lemma: str) -> bool:
    """Tell whether a verb is one syllable of consonant, vowel, consonant: stop, ban, rob."""
    return (
        len(lemma) > 2
        and lemma[-1] not in _VOWELS + "wxy"
        and lemma[-2] in _VOWELS
        and lemma[-3] not in _VOWELS
        and sum(letter in _VOWELS for letter in lemma) == 1
    )


@cache
def _irregular() -> tuple[dict[str, str], frozenset[str]]:
    found = words("restate")
    return {str(k): str(v) for k, v in found["past"].items()}, frozenset(found["doubling"])
