"""Inflection: the infinitive of a verb form, where the language model's lemma is no verb that is known."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from claims.extract.words import lists, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def infinitive(form: str, lemma: str) -> str:
    """Return the infinitive of a form in lower case: the lemma given where it is a known verb, else what the ending says.

    "slipped" with the lemma "slipp" is "slip". A form whose ending leads to no known verb keeps the lemma given.
    """
    if lemma in known_verbs():
        return lemma
    irregular = _irregular().get(form)
    if irregular is not None:
        return irregular
    return next((verb for verb in _stems(form) if verb in known_verbs()), lemma)


@cache
def known_verbs() -> frozenset[str]:
    """Return every verb of the lists of kinds of verbs."""
    known = lists("kind")
    names = (
        "stative",
        "happening",
        "activity",
        "saying",
        "minding",
        "having",
        "intend",
        "mind",
        "request",
        "timetable",
    )
    return frozenset().union(*(known[name] for name in names)) | known["look_ahead"] | known["befall"]


def _stems(form: str) -> Iterator[str]:
    """Yield what a form in -s, -ed or -ing may come from, the likeliest first."""
    for ending in ("ing", "ed", "s"):
        if not form.endswith(ending):
            continue
        stem = form[: -len(ending)]
        if ending == "s":
            yield stem
            if stem.endswith("e"):
                yield stem[:-1]  # "wishes"
        else:
            yield stem + "e"
            yield stem
            if len(stem) > 2 and stem[-1] == stem[-2]:
                yield stem[:-1]  # "slipped"
        if stem.endswith(("i", "ie")):
            yield stem.removesuffix("e")[:-1] + "y"  # "tries", "tried"


@cache
def _irregular() -> Mapping[str, str]:
    return {str(form): str(verb) for form, verb in words("irregular_verbs").items()}
