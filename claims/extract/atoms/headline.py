"""Headline: where an article's body begins, after its headline and dateline."""

import re

from claims.extract.parse import Parse, Sentence

_WORD = re.compile(r"\w+")
# "WASHINGTON (AP) —", "Taipei, Taiwan —", "Moscow:", "LONDON, March 3 (Reuters) -": capitals, and a dash or a colon after them.
_NAME = r"[A-Z][\w.'’-]{0,24}"
_PLACE = re.compile(
    rf"\s*{_NAME}(?:[ ,/]{{1,3}}{_NAME}){{0,7}}[ ,/]{{0,3}}(?:\d{{1,2}}(?:,? \d{{4}})?[ ,]{{0,3}})?"
    r"(?:\([^()\n]{2,30}\)\s*)?(?:—|–|--|-(?=\s)|:(?=\s|$))\s*"
)
_DAY = re.compile(
    r"\s*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.?\s+\d{1,2})(?:st|nd|rd|th)?,?(?:\s+\d{4})?\.?\s*$"
)
# A headline is shorter than this, in code points, and has no final stop.
_LONGEST_HEADLINE = 160
_LONGEST_DATELINE = 60


def body_start(parse: Parse, title: str | None) -> int:
    """Return the first token of the body: behind the headline, the dateline and a place that opens the first paragraph."""
    token = 0
    paragraphs = _openers(parse)
    for place, sentences in enumerate(paragraphs[:4]):
        text = parse.text[parse.tokens[sentences[0].first].start : parse.tokens[sentences[-1].stop - 1].end]
        if place == 0 and len(paragraphs) > 1 and _is_headline(text, title):
            token = sentences[-1].stop
            continue
        if _DAY.match(text) or (len(text) <= _LONGEST_DATELINE and _PLACE.fullmatch(text)):
            token = sentences[-1].stop
            continue
        opening = _PLACE.match(text)
        if opening and opening.end() <= _LONGEST_DATELINE and opening.end() < len(text):
            end = parse.tokens[sentences[0].first].start + opening.end()
            token = sentences[0].first
            while token < sentences[-1].stop and parse.tokens[token].start < end:
                token += 1
        break
    return token


def _openers(parse: Parse) -> list[list[Sentence]]:
    """The sentences of the first paragraphs, paragraph by paragraph."""
    found: list[list[Sentence]] = []
    last = -1
    for sentence in parse.sentences:
        if sentence.paragraph != last:
            if len(found) == 5:
                break
            found.append([])
            last = sentence.paragraph
        found[-1].append(sentence)
    return found


def _is_headline(text: str, title: str | None) -> bool:
    """Tell whether a first line is the headline: it has the title's words, or is short and ends without a stop."""
    if title is not None:
        words, known = set(_WORD.findall(text.lower())), set(_WORD.findall(title.lower()))
        if words and known and len(words & known) >= 0.6 * len(words | known):
            return True
    return len(text) <= _LONGEST_HEADLINE and text[-1] not in '.!?…"”’:;,'
