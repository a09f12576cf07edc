"""Names: where people, bodies and places are named in an article, titles dropped."""

from collections.abc import Iterator
from dataclasses import dataclass

from claims.extract.mentions.lexicon import (
    before_titles,
    bodies,
    body_words,
    corporate,
    countries,
    first_names,
    person_gender,
    title_gender,
    titles,
)
from claims.extract.parse import Parse, Token

# Words that join two parts of one name: "Rosa de la Cruz"; "Bank of England".
_PARTICLES = frozenset(
    {"de", "la", "del", "der", "den", "van", "von", "al", "el", "bin", "ibn", "da", "di", "du", "dos", "le", "-", "&"}
)
_JOINS = _PARTICLES | {"of", "for", "on", "and"}
_INITIALS = frozenset({".", "'", "’"})
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_DATES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday "
    "january february march april may june july august september october november december "
    "year quarter christmas easter".split()
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name at one place: its tokens (first to stop), its words in lower case, what it names, and m, f or nothing."""

    first: int
    stop: int
    words: tuple[str, ...]
    kind: str
    """PER, ORG, LOC or empty."""
    gender: str
    title: bool
    """True where a title stands before it, which only a person has."""


def plain(word: str) -> str:
    """A word in lower case without full stops: "U.S." is "us"."""
    return word.lower().replace(".", "").replace("’", "'")


def names(parse: Parse) -> Iterator[Name]:
    """Yield the names of an article in order."""
    found = list(_tagged(parse))
    return iter(sorted([*found, *_named_again(parse, found)], key=lambda name: name.first))


def _named_again(parse: Parse, found: list[Name]) -> Iterator[Name]:
    """Yield names tagged as common nouns: surnames of people named in full ("Lopes", "Waters"), and "NFA" named before."""
    tokens = parse.tokens
    surnames = {name.words[-1] for name in found if len(name.words) > 1 and name.kind in ("PER", "")}
    taken = {i for name in found for i in range(name.first, name.stop)}
    common = {token.text for token in tokens}
    short = {tokens[name.first].text: name.kind for name in found if name.stop - name.first == 1}
    for token in tokens:
        low = token.text.lower()
        if token.i in taken or token.upos not in ("NOUN", "ADJ", "VERB") or not token.text[0].isupper():
            continue
        if token.upos != "VERB" and low in surnames and low not in common:
            yield Name(token.i, token.i + 1, (low,), "PER", "", False)
        elif token.upos == "NOUN" and len(low) > 1 and token.text.isupper() and token.text in short:
            yield Name(token.i, token.i + 1, (low,), short[token.text], "", False)


def _tagged(parse: Parse) -> Iterator[Name]:
    """Yield the names that the parse tags as such, in order."""
    tokens = parse.tokens
    for sentence in parse.sentences:
        i = sentence.first
        while i < sentence.stop:
            token = tokens[i]
            if (token.upos != "PROPN" and not token.ent and not _leads(tokens, i, sentence.stop)) or not _is_capital(
                token
            ):
                i += 1
                continue
            stop = _run(tokens, i, sentence.stop)
            yield from _split(tokens, sentence.first, i, stop)
            i = stop


def _leads(tokens: tuple[Token, ...], i: int, limit: int) -> bool:
    """Tell whether a word tagged as none begins the name of a firm: "Brenner" of "Brenner Mills Inc."."""
    if tokens[i].upos not in ("ADJ", "NOUN", "VERB") or not tokens[i].text[0].isupper() or i + 1 >= limit:
        return False
    if tokens[i + 1].upos != "PROPN":
        return False
    stop = _run(tokens, i + 1, limit)
    return plain(tokens[stop - 1].text) in corporate()


def _is_capital(token: Token) -> bool:
    """Tell whether a word is written as a name is: some capital or figure in it, or a handle's mark before it."""
    text = token.text
    return text[0].isupper() or text[0] in "@#" or any(c.isupper() or c.isdigit() for c in text)


def _run(tokens: tuple[Token, ...], i: int, limit: int) -> int:
    """Return the end of the run of name words that begins at token i."""
    j = i + 1
    while j < limit:
        token = tokens[j]
        if (
            (token.upos == "PROPN" or (token.ent and not token.ent_first))
            and (_is_capital(token) or token.lower in _PARTICLES)
            and token.text != "-"
        ):
            j += 1
            continue
        if (
            token.upos == "NUM"
            and token.text.isdigit()
            and j + 1 < limit
            and tokens[j + 1].upos == "PROPN"
            and tokens[j - 1].lower not in _DATES
        ):
            j += 2
            continue
        if token.upos == "NOUN" and token.text[0].isupper() and token.lower in body_words() | corporate():
            j += 1  # "Brenner Motor Company", however the last word is tagged
            continue
        if token.upos in ("ADV", "X") and token.text.istitle() and _is_first_of_two(tokens, j - 1):
            j += 1  # "Trent Waverly", tagged for how it ends
            continue
        if token.lower in _JOINS and j + 1 < limit and _goes_on(tokens, i, j):
            j += 2
            continue
        if token.text in _INITIALS and j + 1 < limit and len(tokens[j - 1].text) == 1 and _is_capital(tokens[j + 1]):
            j += 2  # "Anna K. Moss", "Anna O' Shea", where the mark is a token of its own
            continue
        if token.text == "," and j + 1 < limit and plain(tokens[j + 1].text) in _SUFFIXES:
            j += 2
            continue
        break
    return j


def _is_first_of_two(tokens: tuple[Token, ...], i: int) -> bool:
    """Tell whether a word is a first name by itself or by the title before it."""
    return plain(tokens[i].text) in first_names() or (i > 0 and plain(tokens[i - 1].text) in titles())


def _goes_on(tokens: tuple[Token, ...], i: int, j: int) -> bool:
    """Tell whether the joining word at j holds one name together."""
    before, join, after = tokens[j - 1], tokens[j], tokens[j + 1]
    if join.text in "-–" and before.end == join.start and join.end == after.start:
        return after.text[0].isupper()  # "Smith-Jones", however its parts are tagged
    if join.lower == "for" and before.text[0].isupper() and after.text[0].isupper() and before.ent != "PER":
        # "Institute for Public Opinion"
        return before.lower in bodies() | body_words() and after.upos == "PROPN"
    if after.upos != "PROPN" or not after.text[0].isalnum():
        return False
    if join.ent and after.ent and not join.ent_first and not after.ent_first:
        return True
    word = join.lower
    if word in _PARTICLES:
        return before.end == join.start or join.text[0].islower() or word == "&"
    if word == "and":
        # "Union of Bakers and Millers (UBM)"
        return (
            j + 3 < len(tokens)
            and tokens[j + 2].text == "("
            and tokens[j + 3].text.isupper()
            and any(tokens[k].lower in ("of", "for") for k in range(i, j))
        )
    if word == "of" and before.upos == "PROPN":
        return plain(before.text) not in titles() and before.ent != "PER" and after.ent != "PER" and j - i < 8
    return False


def _split(tokens: tuple[Token, ...], sentence_first: int, first: int, stop: int) -> Iterator[Name]:
    """Yield the name, or names, in a run of name words: titles are cut off, and a person's name from a body's before it."""
    if plain(tokens[stop - 1].text) in _DATES and (
        stop - first == 1 or tokens[first].lower in ("last", "new", "next", "this")
    ):
        return
    if stop - first == 1 and first == sentence_first and (_is_common(tokens[first]) or _is_group(tokens, first)):
        return  # "Aides to Ms Moss": tagged a name for its capital
    start = first
    person = next(
        (
            k
            for k in range(first + 1, stop)
            if tokens[k].ent == "PER" and tokens[k].ent_first and tokens[k - 1].ent != "PER"
        ),
        None,
    )
    cut = _after_titles(tokens, first, stop)
    if cut == first and person is not None and tokens[first].text.lower() in titles():
        cut = person  # "Minister of Education Anna Berg"
    if cut == first and (cut := _after_field(tokens, first, stop)) > first and tokens[first].ent == "LOC":
        yield _name(tokens, first, cut, title=False, before="")
    titled = cut > first
    if titled:
        start = cut
    elif (
        person is not None
        and plain(tokens[person - 1].text) not in first_names()
        and (tokens[first].ent in ("ORG", "LOC") or person > first)
    ):
        yield _name(tokens, first, person, title=False, before="")
        start = person
    if (
        not titled
        and plain(tokens[stop - 1].text) in titles()
        and tokens[stop - 1].ent != "PER"
        and not any(plain(tokens[k].text) in body_words() for k in range(first, stop))
    ):
        return  # "the Prime Minister", "the President"
    before = tokens[start - 1] if start > sentence_first else None
    noun_title = before is not None and before.upos == "NOUN" and plain(before.text) in titles()
    yield _name(
        tokens,
        start,
        stop,
        title=titled or noun_title,
        before=plain(before.text) if before is not None and (titled or noun_title) else "",
    )


def _is_common(token: Token) -> bool:
    """Tell whether a word that begins a sentence is a common noun for people or a title, however it is tagged."""
    low = plain(token.text)
    return low in titles() or low in person_gender() or low.removesuffix("s") in person_gender()


def _is_group(tokens: tuple[Token, ...], i: int) -> bool:
    """Tell whether a plural that begins a sentence is people of a body, no name: "Divers from the institute", "Experts at .."."""
    return (
        tokens[i].xpos in ("NNS", "NNPS")
        and not tokens[i].ent
        and i + 1 < len(tokens)
        and tokens[i + 1].lower in ("from", "at", "with", "working", "close", "who")
    )


def _after_titles(tokens: tuple[Token, ...], first: int, stop: int) -> int:
    """Return where the name begins once titles before it are dropped; `first` where there are none."""
    words = [plain(tokens[k].text) for k in range(first, stop)]
    if _is_posted(tokens, words, stop):
        return stop - 2  # "Regional Health Councillor Ida Moss said", however it is tagged
    post = max((k for k, word in enumerate(words[:-2]) if word in titles()), default=-1)
    if post >= 0 and words[post + 1] in first_names() and words[-1] not in body_words():
        return first + post + 1  # "Detective Sergeant Paul Addo", whatever kind of name it is tagged
    if any(word in body_words() for word in words[1:]) or tokens[stop - 1].ent in ("ORG", "LOC"):
        # "General Motors" is no general; but "Mr Bank" is a person.
        return first + 1 if len(words) > 1 and words[0] in title_gender() else first
    last = max((k for k, word in enumerate(words[:-1]) if word in titles()), default=-1)
    if last < 0:
        people = words[0] in person_gender() and words[0] not in first_names() and len(words) > 2
        return first + 1 if people and tokens[first].ent != "PER" else first  # "Skater Ida Moss", at a sentence's start
    if last > 0 and words[last] not in title_gender() and words[0] not in first_names():
        return first + last + 1  # "Regional Health Councillor Ida Moss"
    if last > 0 and not all(
        w in titles() or w in before_titles() or w in _JOINS or tokens[first + k].ent != "PER"
        for k, w in enumerate(words[:last])
    ):
        return first
    return first + last + 1


def _after_field(tokens: tuple[Token, ...], first: int, stop: int) -> int:
    """Return where a name begins after the place or field of a post: "ambassador to Chile Ana Roth"."""
    joint = first - 1
    if joint > 0 and tokens[joint].lower == "the":
        joint -= 1
    if joint < 1 or tokens[joint].lower not in ("to", "of", "for") or plain(tokens[joint - 1].text) not in titles():
        return first
    words = [plain(tokens[k].text) for k in range(first, stop)]
    for k in range(1, len(words) - 1):
        if words[k] in first_names() and words[k - 1] not in first_names():
            return first + k
    return first + 2 if len(words) == 4 and " ".join(words[:2]) in countries() else first


def _is_posted(tokens: tuple[Token, ...], words: list[str], stop: int) -> bool:
    """Tell whether a run of name words before a verb is a post of several words and a person's name of two."""
    return (
        len(words) > 3
        and words[-3] in titles()
        and words[-3] not in title_gender()
        and words[0] not in first_names()
        and not any(word in body_words() or word in _JOINS for word in words)
        and stop < len(tokens)
        and tokens[stop].upos == "VERB"
    )


def _name(tokens: tuple[Token, ...], first: int, stop: int, *, title: bool, before: str) -> Name:
    words = tuple(plain(tokens[k].text) for k in range(first, stop) if tokens[k].text[0].isalnum())
    kinds = [tokens[k].ent for k in range(first, stop) if tokens[k].ent]
    kind = max(sorted(set(kinds)), key=kinds.count) if kinds else ""
    gender = title_gender().get(before, "")
    if (
        title
        or gender
        or (words and words[0] in first_names() and len(words) in (2, 3) and not any(w in body_words() for w in words))
    ):
        kind = "PER"
    return Name(first, stop, words, kind, gender, title)
