"""The words that tell a verb that was misread, each list read once."""

from functools import cache

from claims.extract.words import words


@cache
def only() -> dict[str, str]:
    """Forms in -s that can be nothing but a verb, with their infinitive."""
    return dict(words("verbs")["only"])


@cache
def unchanged() -> frozenset[str]:
    """Verbs whose past is their infinitive."""
    return frozenset(words("verbs")["unchanged"])


@cache
def past() -> dict[str, str]:
    """Past tenses that are no nouns, with their infinitive."""
    return dict(words("verbs")["past"])


@cache
def plural_or_verb() -> frozenset[str]:
    """Plurals that are verbs before "to"."""
    return frozenset(words("verbs")["plural_or_verb"])


@cache
def never_passive() -> frozenset[str]:
    """Verbs, by lemma, that have no passive."""
    return frozenset(words("verbs")["never_passive"])


@cache
def people() -> frozenset[str]:
    """Common nouns for people, in the singular."""
    return frozenset(noun for key in ("male", "female", "either") for noun in words("people")[key])
