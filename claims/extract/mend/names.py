"""Names: tags and lemmas of names and nouns that the parse has plainly wrong."""

from dataclasses import replace

from claims.extract.mend.lexicon import past, people
from claims.extract.parse import Parse, Token

_NAMES = ("NNP", "NNPS")
# A word in these places may be the adjective that a name also begins with: "British" beside "British Rail".
_WITHIN = ("amod", "compound")


def with_names(parse: Parse) -> Parse:
    """Return a parse whose names are PROPN, whose nouns have lemmas in lower case, and whose irregular verbs have theirs.

    A name is what its finer tag calls a proper noun, and what the article writes as one elsewhere and never in lower
    case. The pipeline calls the first word of some names an adjective ("Teo" in "Teo Bracken", its finer tag still a proper
    noun's) and keeps the capital in the lemma of a noun that begins a sentence ("Farmers" is "Farmer" to it).
    """
    named = {t.text for t in parse.tokens if t.upos == "PROPN" and t.xpos in _NAMES and len(t.text) > 2}
    named -= {t.text.capitalize() for t in parse.tokens if t.text[0].islower()}
    tokens = tuple(_right(token, named) for token in parse.tokens)
    return parse if all(a is b for a, b in zip(tokens, parse.tokens, strict=True)) else replace(parse, tokens=tokens)


def _singular(token: Token) -> str:
    """The lemma of a word in lower case, a plural of people the pipeline left as it stood made singular: "Officials"."""
    low = token.lemma.lower()
    one = low.removesuffix("s")
    return one if token.xpos in ("NNS", "NNPS") and low == token.lower and one in people() else low


def _right(token: Token, named: set[str]) -> Token:
    if token.upos == "ADJ" and token.xpos in _NAMES and token.text[0].isupper():
        return replace(token, upos="PROPN")
    if token.upos in ("NOUN", "ADJ") and token.text in named and token.dep not in _WITHIN and token.text[0].isupper():
        return replace(token, upos="PROPN", xpos="NNP", lemma=token.text)
    if token.xpos == "VBD" and past().get(token.lower, token.lemma) != token.lemma:
        return replace(token, lemma=past()[token.lower])
    if token.upos in ("NOUN", "VERB") and token.lemma[:1].isupper() and not token.lemma.isupper():
        return replace(token, lemma=_singular(token))
    return token
