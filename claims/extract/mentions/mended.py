"""Mended: tags and lemmas of names and nouns that the parse has plainly wrong, put right before anything is looked up."""

from dataclasses import replace

from claims.extract.parse import Parse, Token

_NAMES = ("NNP", "NNPS")


def mended(parse: Parse) -> Parse:
    """Return a parse whose words tagged as proper nouns are PROPN, and whose nouns have their lemmas in lower case.

    The pipeline calls the first word of some names an adjective ("Teo" in "Teo Bracken", its finer tag still a proper
    noun's) and keeps the capital in the lemma of a noun that begins a sentence ("Farmers" is "Farmer" to it).
    """
    tokens = tuple(_right(token) for token in parse.tokens)
    return parse if all(a is b for a, b in zip(tokens, parse.tokens, strict=True)) else replace(parse, tokens=tokens)


def _right(token: Token) -> Token:
    if token.upos == "ADJ" and token.xpos in _NAMES and token.text[0].isupper():
        return replace(token, upos="PROPN")
    if token.upos in ("NOUN", "VERB") and token.lemma[:1].isupper() and not token.lemma.isupper():
        return replace(token, lemma=token.lemma.lower())
    return token
