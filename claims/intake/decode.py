"""Decode: bytes of a text file to text, or the Problem that says why not.

The text is kept as it is: byte order mark and line ends stay, so that offsets count code points of what was read.
"""

from claims.errors import Problem

MOST_BYTES = 5_000_000
"""The largest text taken. A long book has two million letters; more is an archive, to be split into its articles."""

_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8"))
_SHARE_OF_CONTROLS = 0.02
"""Text has tabs and line ends and hardly another control character; a file with more is no text."""


def decode(data: bytes, name: str, encoding: str | None = None) -> str | Problem:
    """Return the text of a file, or what is wrong with it: empty, too large, binary, or in another encoding.

    Without `encoding` a byte order mark decides, else UTF-8 is taken.
    """
    if len(data) > MOST_BYTES:
        return Problem(
            f"is larger than {MOST_BYTES // 1_000_000} MB, too large for one article",
            file=name,
            hint="split it into its articles",
        )
    wanted = encoding or next((each for mark, each in _MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(wanted)
    except LookupError:
        return Problem(f"there is no encoding named {wanted!r}", file=name, hint="try --encoding cp1252")
    except UnicodeDecodeError as fault:
        if b"\0" in data:
            return Problem("is a binary file, not text", file=name)
        return Problem(
            f"is not {wanted.upper()} text (byte {fault.start + 1})",
            file=name,
            hint="save it as UTF-8, or name its encoding, as in --encoding cp1252",
        )
    return _fault(text, name) or text


def _fault(text: str, name: str) -> Problem | None:
    if not text.strip("\ufeff \t\r\n\f\v\u00a0"):
        return Problem("is empty", file=name)
    controls = sum(1 for letter in text if letter < " " and letter not in "\t\r\n\f\v")
    if "\0" in text or controls > len(text) * _SHARE_OF_CONTROLS:
        return Problem("is a binary file, not text", file=name)
    return None
