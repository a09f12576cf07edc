"""Puts the words of a treebank on the tokens of spaCy's own tokenizer, so that the model learns what it will meet.

Where spaCy splits a word, its last piece carries the annotation and the others hang on it as `compound` or `punct`;
where spaCy joins words, the token carries the annotation of the word that heads them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from training.paragraphs import Paragraph
from training.trees import Word

Key = tuple[int, int]
"""Sentence in the paragraph, number of the word in the sentence."""


@dataclass(slots=True)
class Layers:
    """The annotation of a text, one entry a token, in the form that spaCy's Doc takes (heads absolute)."""

    heads: list[int]
    deps: list[str]
    pos: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    morphs: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A word with its place in the paragraph."""

    key: Key
    head: Key | None
    start: int
    end: int
    word: Word


def align(doc: Doc, paragraph: Paragraph) -> Layers | None:
    """The layers for the tokens of `doc` (made from the paragraph's text), or None where they cannot be joined.

    None comes out where a token covers no word at all or where joining words would close a circle of heads.
    """
    words = [
        _Placed((at, word.number), (at, word.head) if word.head else None, word.start + offset, word.end + offset, word)
        for at, (offset, sentence) in enumerate(paragraph.sentences)
        for word in sentence.words
    ]
    tokens = [token for token in doc if not token.is_space]
    covered = _cover(tokens, words)
    bearers = _bearers(tokens, covered)
    by_key = {word.key: word for word in words}
    size = len(doc)
    layers = Layers(list(range(size)), ["dep"] * size, [""] * size, [""] * size, [""] * size, [""] * size)
    for token in tokens:
        under = covered[token.i]
        if not under:
            return None
        keys = {word.key for word in under}
        placed = next((word for word in under if word.head not in keys), under[0])
        bearer = bearers[placed.key]
        if bearer != token.i:
            _piece(layers, token, placed.word, bearer)
            continue
        head = placed.head
        while head is not None and bearers.get(head) == token.i:
            head = by_key[head].head
        layers.heads[token.i] = token.i if head is None else bearers[head]
        layers.deps[token.i] = "ROOT" if head is None else placed.word.relation
        layers.pos[token.i], layers.tags[token.i] = placed.word.upos, placed.word.xpos
        layers.morphs[token.i] = placed.word.feats
        whole = len(under) > 1 or (placed.start == token.idx and placed.end == token.idx + len(token))
        layers.lemmas[token.i] = placed.word.lemma if whole else _own_lemma(token, placed.word.upos)
    _hang_spaces(layers, doc)
    return layers if _is_forest(layers.heads) else None


def _cover(tokens: Sequence[Token], words: Sequence[_Placed]) -> dict[int, list[_Placed]]:
    """The words under each token; both come in the order of the text."""
    covered: dict[int, list[_Placed]] = {}
    first = 0
    for token in tokens:
        start, end = token.idx, token.idx + len(token)
        while first < len(words) and words[first].end <= start:
            first += 1
        under: list[_Placed] = []
        at = first
        while at < len(words) and words[at].start < end:
            if words[at].end > start:
                under.append(words[at])
            at += 1
        covered[token.i] = under
    return covered


def _bearers(tokens: Iterable[Token], covered: dict[int, list[_Placed]]) -> dict[Key, int]:
    """For each word the token that stands for it: the last of its tokens that holds a letter or digit."""
    bearers: dict[Key, int] = {}
    lettered: set[Key] = set()
    for token in tokens:
        has_letter = any(char.isalnum() for char in token.text)
        for word in covered[token.i]:
            if has_letter or word.key not in lettered:
                bearers[word.key] = token.i
            if has_letter:
                lettered.add(word.key)
    return bearers


def _piece(layers: Layers, token: Token, word: Word, bearer: int) -> None:
    """Annotates a further piece of a word that spaCy splits ("well" in "well-known", "$" in "$5bn")."""
    at, text = token.i, token.text
    mark = not any(char.isalnum() for char in text)
    layers.heads[at], layers.deps[at] = bearer, "punct" if mark else "compound"
    if mark:
        layers.pos[at] = word.upos if word.upos == "SYM" else "PUNCT"
        layers.tags[at] = "HYPH" if text in "-–—" else ","
    elif text[0].isdigit():
        layers.pos[at], layers.tags[at] = "NUM", "CD"
    else:
        layers.pos[at], layers.tags[at] = word.upos, word.xpos
    layers.lemmas[at] = _own_lemma(token, layers.pos[at])


def _own_lemma(token: Token, upos: str) -> str:
    return token.text if upos in ("PROPN", "PUNCT") else token.text.lower()


def _hang_spaces(layers: Layers, doc: Doc) -> None:
    """White space tokens hang on the token before them, at the start on the one that follows."""
    anchor = next((token.i for token in doc if not token.is_space), 0)
    for token in doc:
        if token.is_space:
            layers.heads[token.i] = anchor
            layers.pos[token.i], layers.tags[token.i], layers.lemmas[token.i] = "SPACE", "_SP", token.text
        else:
            anchor = token.i


def _is_forest(heads: Sequence[int]) -> bool:
    """Whether every token leads to a root."""
    for start in range(len(heads)):
        at = start
        for _ in heads:
            if heads[at] == at:
                break
            at = heads[at]
        if heads[at] != at:
            return False
    return True
