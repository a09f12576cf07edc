"""Locate: a proposed quote to its place in the text, or nothing; never to a place where other words stand.

Models copy with other quotation marks, dashes, spaces and composed letters. These differences are looked through, one
letter for one letter; all else must be equal.
"""

import unicodedata

_ALIKE = str.maketrans("“”„«»‘’‚`´–—‑−\u00a0\u2009\u202f\t\n\r", "\"\"\"\"\"'''''----      ")


def locate(text: str, quote: str, after: int = 0) -> tuple[int, int] | None:
    """Return start and end (code points of `text`) of the quote: the first place at or after `after`, else the first.

    None where the text does not have it.
    """
    wanted = quote.strip().strip('"“”')
    if not wanted:
        return None
    for start in (text.find(wanted, after), text.find(wanted)):
        if start >= 0:
            return start, start + len(wanted)
    plain, places = _plain(text)
    needle = _plain(wanted)[0].strip()
    if not needle:
        return None
    first = next((i for i, place in enumerate(places) if place >= after), len(plain))
    for start in (plain.find(needle, first), plain.find(needle)):
        if start >= 0:
            return places[start], places[start + len(needle) - 1] + _width(text, places, start + len(needle) - 1)
    return None


def _plain(text: str) -> tuple[str, list[int]]:
    """Return the text with like letters made equal and runs of space made one, and the place of each letter."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        for part in unicodedata.normalize("NFD", letter).translate(_ALIKE):
            if part == " " and letters and letters[-1] == " ":
                continue
            letters.append(part)
            places.append(place)
    return "".join(letters), places


def _width(text: str, places: list[int], last: int) -> int:
    """Return how many code points the last letter takes: itself and the marks that are joined to it."""
    stop = places[last] + 1
    while stop < len(text) and unicodedata.combining(text[stop]):
        stop += 1
    return stop - places[last]
