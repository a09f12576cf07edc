"""Speakers: the name behind the source of each report, pronouns led back to the reports around them."""

from collections import defaultdict
from collections.abc import Sequence

from claims.extract.attribution.context import Context, Found
from claims.extract.attribution.naming import Speaker, cited, name_of
from claims.extract.mentions.lexicon import person_gender

_THIRD = frozenset({"he", "she", "it", "they"})


def speakers(context: Context, found: Sequence[Found]) -> list[Speaker]:
    """Return who each report is from, in the same order."""
    around: dict[int, list[Found]] = defaultdict(list)
    for each in found:
        for number in range(context.sentence_of[each.first], context.sentence_of[each.stop - 1] + 1):
            around[number].append(each)
    within: dict[int, Speaker] = {}
    names: dict[Found, Speaker] = {}

    def speaker_within(quotation: int) -> Speaker:
        if quotation not in within:
            within[quotation] = (None, False)  # a circle of pronouns ends here
            first, stop = context.ranges[quotation]
            near = around[context.sentence_of[first]] if first < stop else []
            holder = min(
                (f for f in near if _holds(context, f, quotation)), key=lambda f: f.stop - f.first, default=None
            )
            if holder is not None and holder.source is not None:
                within[quotation] = name(holder)
        return within[quotation]

    def name(each: Found) -> Speaker:
        if each.source is None:
            return None, True
        if each not in names:
            names[each] = (None, False)
            outer = _outer(context, each, around[context.sentence_of[each.source.head]])
            if outer is not None:
                names[each] = name(outer)
            else:
                names[each] = name_of(context, cited(context, each) or each.source, speaker_within)
        return names[each]

    return [name(each) for each in found]


def _holds(context: Context, found: Found, quotation: int) -> bool:
    """Tell whether a report's content holds a quotation, from outside of it."""
    if found.quotation == quotation:
        return True
    first, stop = context.ranges[quotation]
    return found.first <= first and stop <= found.stop and (found.cue is None or context.within[found.cue] != quotation)


def _outer(context: Context, each: Found, near: Sequence[Found]) -> Found | None:
    """Return the report whose speaker a pronoun inside its content goes back to: "The firm said it expects .."."""
    if each.source is None:
        return None
    head = each.source.head
    word = context.parse.tokens[head].lower
    if word not in _THIRD:
        return None
    best: Found | None = None
    for other in near:
        if other is each or other.source is None or other.quotation is not None or other.strength == "unsaid":
            continue
        if not other.first <= head < other.stop or not _agrees(context, word, other.source.head):
            continue
        if best is None or other.stop - other.first < best.stop - best.first:
            best = other
    return best


def _agrees(context: Context, word: str, head: int) -> bool:
    """Tell whether a pronoun can stand for a source, by number and by what it is."""
    token, kind = context.parse.tokens[head], context.mentions.kind_of(head)
    if token.upos == "PRON":
        return token.lower == word
    plural = token.xpos in ("NNS", "NNPS") and kind != "ORG"
    if word == "they":
        return plural or kind == "ORG"
    if word == "it":
        return not plural and kind != "PER" and token.lemma not in person_gender()
    gender = context.mentions.gender_of(head) or person_gender().get(token.lemma, "")
    person = kind == "PER" or token.lemma in person_gender() or (token.upos == "PROPN" and kind != "ORG")
    return person and not plural and gender in ("", "m" if word == "he" else "f")
