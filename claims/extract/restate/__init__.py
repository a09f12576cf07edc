"""Restate: a claim as a sentence that stands alone, with every change recorded."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from claims.domain.claim import Edit
from claims.extract.predicate import predicate
from claims.extract.restate.contractions import contractions
from claims.extract.restate.dates import absolute, spoken
from claims.extract.restate.definites import definites
from claims.extract.restate.openers import openers
from claims.extract.restate.partitives import partition, partitive
from claims.extract.restate.references import references
from claims.extract.restate.restatement import Restatement, applied, finished
from claims.extract.restate.subjects import elided, spoken_of_oneself
from claims.extract.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extract.atoms import Atom
    from claims.extract.attribution import Report
    from claims.extract.mentions import Mentions
    from claims.extract.parse import Parse
    from claims.extract.predicate import Predicate
    from claims.extract.time import TimeExpression
    from claims.extract.when import Dated

__all__ = ["Restatement", "applied", "restate"]

_PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening", "night", "noon", "midnight", "week"})
_GOES_ON = frozenset({"DET", "NOUN", "NUM", "SYM"})
_LIMITS = frozenset({"other", "except", "excluding", "unless", "apart", "without", "but"})
_CLOSING = frozenset({")", "”", '"', "’", "''"})
_MOMENT = frozenset(words("restate")["moment"])


def restate(
    parse: Parse,
    atom: Atom,
    names: Mentions,
    times: Sequence[TimeExpression] = (),
    report: Report | None = None,
    dated: Dated | None = None,
    said: Predicate | None = None,
) -> Restatement:
    """Say an atom as a sentence that stands alone.

    Pronouns and short names become the fullest names, relative dates absolute ones, an elided subject is put back, clauses that are
    claims of their own and the attribution are left out, the day of a linked occasion is added. `times` may be the whole article's.
    The edits count code points of the quote, parse.text[atom.start:atom.end]; applied to it they give the text.
    """
    said = said or predicate(parse, atom)
    quote = parse.text[atom.start : atom.end]
    if not atom.tokens:
        return Restatement(applied(quote, finished(quote, ())), finished(quote, ()), ())
    left_out, skip = _left_out(parse, atom)
    before = _is_past(parse, atom, said, dated)
    open_: list[str] = []
    supplied = spoken_of_oneself(parse, atom, said, report) if report is not None else []
    if not supplied:
        supplied, open_ = elided(parse, atom, said, names, before, report)
    if not supplied:
        supplied = partitive(parse, atom, said, before)
        if not supplied and (part := partition(parse, atom)) is not None:
            open_ = [*open_, parse.tokens[part].text]
    covered = frozenset(i for i in atom.tokens for e in supplied if e.start <= parse.tokens[i].start < e.end)
    dates = _dates(parse, atom, times)
    inner = frozenset(i for i in atom.tokens for e in dates if e.start <= parse.tokens[i].start < e.end)
    told = " ".join(e.replacement for e in supplied)
    refs = references(parse, atom, names, report, skip | covered | inner, told)
    named = frozenset(i for i in atom.tokens for e in refs.edits if e.start <= parse.tokens[i].start < e.end)
    fuller = definites(parse, atom, names, skip | covered | inner | named)
    added = _added(parse, atom, dated, said)
    raw = [
        *supplied,
        *left_out,
        *openers(parse, atom),
        *dates,
        *refs.edits,
        *fuller,
        *contractions(parse, atom),
        *_moments(parse, atom, skip),
        *added,
    ]
    edits = [
        e.model_copy(update={"start": e.start - atom.start, "end": e.end - atom.start})
        for e in raw
        if atom.start <= e.start and e.end <= atom.end
    ]
    final = finished(quote, edits)
    unresolved = tuple(dict.fromkeys([*open_, *refs.unresolved]))
    return Restatement(applied(quote, final), final, unresolved)


def _is_past(parse: Parse, atom: Atom, said: Predicate, dated: Dated | None) -> bool:
    """Tell whether a clause without a finite verb is of the past: by the verb it hangs on, else by its date."""
    from claims.extract.predicate import is_verb, of_head

    if said.tense in ("past", "present", "modal"):
        return said.tense == "past" or said.perfect
    node, steps = parse.tokens[atom.head], 0
    while node.head != node.i and steps < 6:
        node = parse.tokens[node.head]
        steps += 1
        if is_verb(node):
            above = of_head(parse, node.i)
            if above.tense in ("past", "present", "modal"):
                return above.tense == "past" or above.perfect
    return dated is not None and dated.when is not None


def _left_out(parse: Parse, atom: Atom) -> tuple[list[Edit], frozenset[int]]:
    """Leave out what stands inside the quote and is no part of the claim: clauses told on their own, the attribution."""
    tokens = parse.tokens
    owned = set(atom.tokens)
    edits, skip = [], []
    run: list[int] = []
    span = range(atom.tokens[0], atom.tokens[-1] + 2)
    for i in span:
        foreign = i <= atom.tokens[-1] and i not in owned and (tokens[i].upos != "PUNCT" or bool(run))
        if foreign:
            run.append(i)
            continue
        while run and tokens[run[-1]].upos == "PUNCT" and tokens[run[-1]].text not in (",", "—", "–", ")"):
            run.pop()
        if sum(tokens[j].upos != "PUNCT" for j in run) >= 2:
            edits.append(_cut(parse, run, atom))
            skip += run
        run = []
    return [e for e in edits if e is not None], frozenset(skip)


def _cut(parse: Parse, run: list[int], atom: Atom) -> Edit | None:
    """Cut a run of tokens with the pair of marks that stands around it."""
    tokens = parse.tokens
    first, last = run[0], run[-1]
    start, end = tokens[first].start, tokens[last].end
    opening = tokens[first - 1].text if first > 0 else ""
    if opening in (",", "—", "–", "(") and tokens[first - 1].start >= atom.start:
        start = tokens[first - 1].start
        if (
            tokens[last].text not in (",", "—", "–", ")")
            and last + 1 < len(tokens)
            and tokens[last + 1].text in (",", "—", "–", ")")
        ):
            end = tokens[last + 1].end
    if start <= atom.start or end >= atom.end:
        return None
    if tokens[first].lower in _LIMITS:
        return None  # "every stock, other than one," says less without it
    after = tokens[last + 1] if last + 1 < len(tokens) else tokens[last]
    if opening == "," and end == tokens[last].end and tokens[last].text != "," and after.upos in _GOES_ON:
        return None  # the phrase goes on behind it: "equal to 22 cents | a share"
    if end == tokens[last].end and after.xpos in ("VBZ", "VBD", "VBP", "MD") and tokens[last].text != ",":
        return None  # the verb behind it would have no subject
    while start > atom.start and parse.text[start - 1].isspace():
        start -= 1
    return Edit(start=start, end=end, replacement="", reason="told on its own, or who says it")


def _dates(parse: Parse, atom: Atom, times: Sequence[TimeExpression]) -> list[Edit]:
    """Make the atom's relative dates absolute."""
    edits: list[Edit] = []
    for time in times:
        if not (atom.start <= time.start and time.end <= atom.end):
            continue
        i = next((i for i in atom.tokens if parse.tokens[i].start >= time.start), None)
        before = parse.tokens[i - 1].lower if i else ""
        behind = next((t.lower for t in parse.tokens[atom.tokens[0] : atom.tokens[-1] + 2] if t.start >= time.end), "")
        said = absolute(time, before, behind)
        if said is not None and _is_modifier(parse, time):
            continue
        if said is not None and before == "(":
            said = said.removeprefix("on ").removeprefix("in ")
            if edits and behind == ")" and edits[-1].replacement.endswith(said):
                # The same day twice: "on Sunday (March 4)".
                start, end = edits[-1].end, parse.text.index(")", time.end) + 1
                edits.append(Edit(start=start, end=end, replacement="", reason="the same day again"))
                continue
        if said is not None and said.casefold() != time.text.casefold():
            edits.append(Edit(start=time.start, end=time.end, replacement=said, reason=time.rule or "an absolute date"))
    return edits


def _is_modifier(parse: Parse, time: TimeExpression) -> bool:
    """Tell whether a bare weekday or holiday only says what sort a noun is: "Sunday hours", "the New Year celebrations"."""
    if any(letter.isdigit() for letter in time.text) or time.text[:1].islower():
        return False
    at = bisect_left(parse.tokens, time.end, key=lambda token: token.start)
    if at == len(parse.tokens):
        return False
    return parse.tokens[at].upos == "NOUN" and parse.tokens[at].lower not in _PARTS_OF_DAY


def _added(parse: Parse, atom: Atom, dated: Dated | None, said: Predicate) -> list[Edit]:
    """Add the day that another clause or another place of the article gives."""
    if dated is None or dated.when is None or dated.source not in ("sentence", "article"):
        return []
    if dated.source == "sentence" and (said.tense == "present" or len(str(dated.when)) == 4):
        return []  # what is now, and what only a year is known of, seldom shares another clause's date
    preposition, date = spoken(dated.when)
    end = _end(parse, atom)
    return [
        Edit(start=end, end=end, replacement=f" {preposition} {date}", reason=dated.rule or "the day told elsewhere")
    ]


def _end(parse: Parse, atom: Atom) -> int:
    """Return where words can be added to an atom: behind its last word, and behind a bracket or a mark that closes there."""
    last = atom.tokens[-1]
    while (
        last + 1 < len(parse.tokens)
        and parse.tokens[last + 1].text in _CLOSING
        and parse.tokens[last + 1].end <= atom.end
    ):
        last += 1
    return parse.tokens[last].end


def _moments(parse: Parse, atom: Atom, skip: frozenset[int]) -> list[Edit]:
    """Leave out "now", "currently", "so far": the sentence is to hold on any day."""
    tokens = parse.tokens
    edits = []
    for i in atom.tokens[:-1]:
        token = tokens[i]
        if i in skip or token.upos != "ADV" or i in (0, len(tokens) - 1) or tokens[i - 1].lower in ("but", "as"):
            continue  # not only ... but also
        if (
            token.lower in _MOMENT
            and tokens[i + 1].upos != "PUNCT"
            and tokens[i + 1].lower not in ("if", "though", "so")
        ):
            end = tokens[i + 1].start
            edits.append(Edit(start=token.start, end=end, replacement="", reason="the moment of writing"))
        elif f"{token.lower} {tokens[i + 1].lower}" in _MOMENT and tokens[i + 1].end <= atom.end:
            start, end = tokens[i - 1].end, tokens[i + 1].end
            edits.append(Edit(start=start, end=end, replacement="", reason="the moment of writing"))
    return edits
