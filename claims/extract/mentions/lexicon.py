"""The word lists behind names and pronouns, each read once."""

from functools import cache

from claims.extract.words import lists, words

TITLES_WITH_GENDER = ("male", "female")


@cache
def titles() -> frozenset[str]:
    """Titles, honorifics and posts that stand before a name: lower case, without full stops."""
    return frozenset().union(*(lists("titles")[key] for key in ("male", "female", "either")))


@cache
def countries() -> frozenset[str]:
    """Names of two words that an envoy or a minister may be sent to, lower case."""
    return lists("titles")["countries"]


@cache
def before_titles() -> frozenset[str]:
    """Words before a title: "prime", "vice", "former"."""
    return lists("titles")["before"]


@cache
def body_words() -> frozenset[str]:
    """Words that make the name they stand in one of a body: "motors", "council"."""
    return lists("titles")["bodies"]


@cache
def title_gender() -> dict[str, str]:
    """Gender by title: "mr" is m."""
    return {word: key[0] for key in TITLES_WITH_GENDER for word in lists("titles")[key]}


@cache
def first_name_gender() -> dict[str, str]:
    """Gender by first name, those used for both left out."""
    male, female = lists("first_names")["male"], lists("first_names")["female"]
    return dict.fromkeys(male - female, "m") | dict.fromkeys(female - male, "f")


@cache
def first_names() -> frozenset[str]:
    """All first names listed."""
    return lists("first_names")["male"] | lists("first_names")["female"]


@cache
def person_gender() -> dict[str, str]:
    """Common nouns for people, with m, f or the empty string."""
    people = lists("people")
    return (
        dict.fromkeys(people["either"], "") | dict.fromkeys(people["male"], "m") | dict.fromkeys(people["female"], "f")
    )


@cache
def places() -> frozenset[str]:
    """Common nouns for places with a voice of their own: "city", "country", with those that name them."""
    return lists("people")["places"]


@cache
def corporate() -> frozenset[str]:
    """Words that only lengthen the name of a body: "inc", "motor", "company"."""
    return lists("titles")["corporate"]


@cache
def institutions() -> frozenset[str]:
    """Bodies that an adjective tells from others of their sort: "the electoral commission", "the medical association"."""
    return lists("people")["institutions"]


@cache
def bodies() -> frozenset[str]:
    """Common nouns for bodies that can speak and that "it" or "they" may stand for."""
    return lists("people")["bodies"]


@cache
def documents() -> frozenset[str]:
    """Things on paper that can be the source of a statement: "report", "study"."""
    return frozenset(words("speech")["documents"])
