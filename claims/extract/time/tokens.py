"""Tokens: a text as a line of small signs, one for each word, that the rules of time are patterns over."""

import re
from dataclasses import dataclass

from claims.extract.time.doubt import Doubt, holiday_starts
from claims.extract.time.lexicon import Lexicon, lexicon

# Every alternative consumes at least one character and repeats only classes that do not overlap, so that a pass is linear.
_TOKEN = re.compile(
    r"""
    (?P<word>[^\W\d_]++)(?P<digits>[0-9]\w*+)?+
  | (?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?(?![\w-]))
  | (?P<slash>[0-9]{1,4}(?P<sep>[/.])[0-9]{1,2}(?P=sep)[0-9]{2,4}(?![\w/]|\.[0-9]))
  | (?P<meridiem>[0-9]{1,2}(?:[:.][0-9]{2})?\s?(?:[apAP]\.\ ?[mM]\b\.?|[apAP][mM]\b))
  | (?P<clock>[0-9]{1,2}(?::[0-9]{2}){1,2}(?![\w:]))
  | (?P<decade>(?:[0-9]{3}0|['’‘]?[2-9]0)['’]?s\b)
  | (?P<nth>[0-9]{1,2}(?:st|nd|rd|th|ST|ND|RD|TH)\b)
  | (?P<shortyear>(?<!\w)['’‘][0-9]{2}\b)
  | (?P<number>[0-9]++(?:,[0-9]{3}(?![0-9]))*+(?:\.[0-9]++)?+)(?P<tail>[^\W\d_]\w*+|%)?+
  | (?P<money>[$€£¥₹₩₽]\s?[0-9][0-9,.]*+)
  | (?P<para>\n[^\S\n]*+\n\s*+)
  | (?P<line>\n)
  | (?P<mark>\S)
    """,
    re.VERBOSE,
)
_CODE = re.compile(
    r"(?P<quarter>Q[1-4]|[1-4]Q)|(?P<half>H[12]|[12]H)|(?P<fy>FY(?:[0-9]{2}){1,2})", re.IGNORECASE | re.ASCII
)
_EARLIEST_YEAR, _LATEST_YEAR = 1500, 2100  # outside these a bare four-digit number is a count more often than a year
_WRAPPED = (
    45,
    110,
)  # letters in a line that was broken for width; headlines are shorter, paragraphs on one line longer
_MARKS = {
    ",": "comma",
    ".": "dot",
    "(": "open",
    ")": "shut",
    "–": "hyphen",
    "-": "hyphen",
    "—": "dash",
    "'": "quote",
    "’": "quote",
    ";": "stop",
    "?": "stop",
    "!": "stop",
    "/": "slant",
    ":": "colon",
    "%": "percent",
    "+": "plus",
}


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text: `signs` has one sign each (see Lexicon), `starts` and `ends` are code points, `words` are folded."""

    text: str
    signs: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[str, ...]
    lexicon: Lexicon

    def at(self, index: int) -> str:
        """The folded word at an index, "" outside the text."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def sign(self, index: int) -> str:
        """The class of the token at an index, "" outside the text and for a word of no class."""
        return self.lexicon.names.get(self.signs[index], "") if 0 <= index < len(self.signs) else ""

    def capital(self, index: int) -> bool:
        """Whether the token begins with a capital letter."""
        return 0 <= index < len(self.words) and self.text[self.starts[index]].isupper()


def tokens(text: str) -> Tokens:
    """The text as tokens, in time linear in its length."""
    lex = lexicon()
    other, signs_of, first_words = lex.sign["other"], lex.signs_of, holiday_starts()
    signs: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    holidays: list[int] = []
    for match in _TOKEN.finditer(text):
        kind, word = match.lastgroup or "", match[0].lower()
        start, end = match.span()
        if kind == "word":
            signs.append(signs_of.get(word, other))
            if word in first_words:
                holidays.append(len(words))
        elif kind == "line" and not _ends_paragraph(text, start):
            continue
        else:
            signs.append(lex.sign[_class(kind, match[0], text, start, end)])
        starts.append(start)
        ends.append(end)
        words.append(word)
    doubt = Doubt(text, words, starts, lambda index: lex.names[signs[index]])
    for at in holidays:
        if (length := doubt.holiday(at)) > 0:
            signs[at : at + length] = [lex.sign["holiday"], *([lex.sign["holidaymore"]] * (length - 1))]
    _settle(signs, doubt, lex)
    return Tokens(text, "".join(signs), tuple(starts), tuple(ends), tuple(words), lex)


def _ends_paragraph(text: str, at: int) -> bool:
    """Whether a single line break ends a paragraph: the lines beside it are too short or too long to be wrapped."""
    before = at - (text.rfind("\n", 0, at) + 1)
    end = text.find("\n", at + 1)
    after = (len(text) if end < 0 else end) - at - 1
    return before < _WRAPPED[0] or before > _WRAPPED[1] or after > _WRAPPED[1]


def _settle(signs: list[str], doubt: Doubt, lex: Lexicon) -> None:
    """Take the class of time from the words that are none where they stand."""
    sign = lex.sign
    questions = {
        sign["month"]: (doubt.month, sign["other"]),
        sign["monthabbr"]: (doubt.month, sign["other"]),
        sign["weekdayabbr"]: (doubt.weekday, sign["other"]),
        sign["season"]: (doubt.season, sign["other"]),
        sign["frequency"]: (doubt.frequency, sign["other"]),
        sign["decade"]: (doubt.decade, sign["other"]),
        sign["year"]: (doubt.year, sign["number"]),
    }
    for at, this in enumerate(signs):
        if this in questions:
            ask, otherwise = questions[this]
            if not ask(at):
                signs[at] = otherwise


def _class(kind: str, raw: str, text: str, start: int, end: int) -> str:
    """The class of a token that is no plain word."""
    if kind == "mark":
        name = _MARKS.get(raw, "mark")
        spaced = raw in "-–" and (start == 0 or text[start - 1].isspace()) and (end == len(text) or text[end].isspace())
        return "dash" if spaced else name
    if kind == "number":
        if "," in raw or "." in raw:
            return "number"
        value = int(raw) if len(raw) < 6 else 0
        if len(raw) <= 2 and 1 <= value <= 31:
            return "day"
        return "year" if len(raw) == 4 and _EARLIEST_YEAR <= value <= _LATEST_YEAR else "number"
    if kind == "line":
        return "para"
    if kind in ("tail", "digits"):
        code = _CODE.fullmatch(raw)
        return "code" if code is None else f"code{code.lastgroup}"
    return kind
