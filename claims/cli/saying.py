"""Saying: text of others to the terminal, with nothing in it that a terminal would obey."""

import click

_OBEYED = {code: "\N{REPLACEMENT CHARACTER}" for code in (*range(32), *range(127, 160)) if chr(code) not in "\t\n"}
"""The control characters of ISO 6429, escape among them: an article could clear a screen or rewrite a line with them."""


def say(text: str, *, err: bool = False) -> None:
    """Write a line."""
    click.echo(visible(text), err=err)


def visible(text: str) -> str:
    """Return the text with each control character, but tabs and line ends, as a replacement character."""
    return text.translate(_OBEYED)


def counted(number: int, one: str, more: str | None = None) -> str:
    """Return a number with its noun: "1 rule", "2 rules"; `more` is the plural where it is not the singular with an s."""
    return f"{number} {one if number == 1 else more or one + 's'}"
