"""Carried: a time that a claim has from elsewhere in the article, though it does not say so itself.

From the clause that its sentence opens with, from another telling of the same happening, from the tale that it goes on with,
or from the day of the story. What each takes was settled on annotated news, claim by claim: a source that was right less than
every second time is left out, as a wrong day is worse than none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.extract.when.shared import before, moment

if TYPE_CHECKING:
    from claims.domain.claim import Kind
    from claims.extract.atoms import Atom
    from claims.extract.predicate import Predicate
    from claims.extract.time import TimeExpression
    from claims.extract.when.timeline import Timeline

_SELF = frozenset({"i", "we", "you"})
_WEEK = 7


def goes_on(line: Timeline, atom: Atom, said: Predicate, kind: Kind) -> TimeExpression | None:
    """Return the time of the tale that an atom goes on with, where it can be told that it does.

    It does with words of the story whose day that is, as a participle, and right behind the dated clause where a new paragraph
    begins or a pronoun ties it on, unless somebody else is quoted with it.
    """
    found = before(line, atom, said, kind)
    if found is None:
        return None
    time, back = found
    if time.span is None or time.span.days > _WEEK:
        return None
    if said.tense == "participle":
        return time
    tale = line.story
    if tale is not None and tale.time.guide == time.guide and tale.fits(line.parse, atom.tokens):
        return time
    sentences = line.parse.sentences
    apart = sentences[atom.sentence].paragraph != sentences[atom.sentence - back].paragraph
    tied = said.subject is not None and line.parse.tokens[said.subject].upos == "PRON"
    near = back == 1 and atom.report is None and (apart or tied)
    return time if near and (said.tense in ("past", "none") or said.progressive) else None


def of_story(line: Timeline, atom: Atom, said: Predicate) -> TimeExpression | None:
    """Return the day of the story for an atom that tells of what happened there.

    It needs a word of the scene, and no other day of the past told so far. What somebody else says needs a verb of the scene;
    what is negated, or said of oneself, is no part of the tale. A rank beside a result ("the highest in the district") is.
    """
    tale, parse = line.story, line.parse
    if tale is None or atom.sentence < tale.sentence or not tale.is_alone(parse.sentences[atom.sentence].paragraph):
        return None
    if said.negation is not None or (said.subject is not None and parse.tokens[said.subject].lower in _SELF):
        return None
    rank = said.tense == "none" and atom.role == "appos" and tale.of_many_doings
    if not rank and (moment(said) != "past" or said.perfect or said.tense == "none"):
        return None
    if tale.has(said.lemma):
        return tale.time
    return tale.time if atom.report is None and tale.fits(parse, atom.tokens) else None
