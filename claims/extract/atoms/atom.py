"""Atom: a stretch of a text that puts forward one thing, with what the parse says of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Atom:
    """One clause that could prove right or wrong by itself.

    `start` and `end` are code points of the whole text; all indices count its tokens.
    """

    start: int
    end: int
    head: int
    """The clause's main predicate: a verb, or the noun or adjective that stands for one."""
    sentence: int
    """Number of its sentence."""
    role: str
    """How it hangs in its sentence: main, conj, parataxis, ccomp, relcl, acl, advcl, appos, purpose or absolute."""
    tokens: tuple[int, ...]
    """The tokens that carry it: all between start and end but those of clauses nested inside it."""
    subject: int | None
    """Its subject's head; inherited from the clause it is joined to where it has none of its own."""
    report: int | None
    """Number of the report whose content it is part of."""
    doubts: tuple[str, ...] = ()
    """What was not certain, in words for a reader."""

    @property
    def certain(self) -> bool:
        """True where nothing about it was in doubt."""
        return not self.doubts
