"""Fact rows: what the rules ask of a claim, as far as it does not change with the day alone, one narrow row a claim.

Days are ordinals, grades 1 (A, or 1) to 5 (E, or 5), None where the dossier does not tell. The rules' own Python reads the
same hearing of the evidence, and a test holds both equal.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from claims.domain.conflict import topic
from claims.domain.dossier import Dossier
from claims.domain.evidence import Stance
from claims.domain.hearing import Hearing, precision, storable
from claims.domain.standing import happened
from claims.domain.verdict import Review


class FactRow(NamedTuple):
    """A claim as rules see it: its dossier folded with everything on the ledger, whatever its day.

    What most rules ask comes first: SQLite reads a row from its beginning up to the last column it needs.
    """

    claim: str
    latest_day: int
    """The greatest day of anything on it: an answer for an earlier day has to fold it anew."""
    settled: bool
    """Whether it is superseded or dismissed, so that no rule is to say anything of it."""
    kind: str
    supporting: int
    refuting: int
    deadline: int | None
    first_deadline: int | None
    first_support: int | None
    through: bool
    newest_shown: int | None
    """Of what shows something: supports, refutes, or shows a part to hold."""
    newest_evidence: int | None
    best_grade_supporting: int | None
    sound_supporting_in_time: int
    sound_supporting: int
    sound_refuting: int
    partial: int
    reporting: int
    made: int
    word: str
    """The verdict in a word."""
    verdict_person: bool | None
    verdict_by: str | None
    news: bool
    """Whether evidence came after a person's verdict."""
    flag_rule: str | None
    """The rule whose wish for another look stands."""
    answered_rule: str | None
    """The rule whose wish a person has answered, nothing new having come since."""
    looked: int | None
    polarity: str
    hedge: str
    quoted: bool
    speaker: str | None
    subject: str | None
    measure: str | None
    quantities: int
    sightings: int
    deadline_precision: str | None
    moved: int
    supporting_in_time: int
    supporting_late: int
    refuting_in_time: int
    refuting_late: int
    all_supporting: int
    all_refuting: int
    own_word: int
    worst_grade_supporting: int | None
    best_grade_refuting: int | None
    worst_grade_refuting: int | None
    best_information_supporting: int | None
    best_information_refuting: int | None
    first_refute: int | None
    newest_supporting: int | None
    newest_refuting: int | None
    topic: str | None
    """What it is about, as one key; the claims of one topic that cannot all hold stand in the table `conflict`."""
    supersedes: int
    superseded: bool
    verdict_day: int | None
    sightings_since: int | None
    evidence_since: int | None
    heard_day: int
    """The greatest day on which it was put forward or seen, or evidence was entered: nothing has come after a later one."""


def fact_row(dossier: Dossier, latest: date) -> FactRow:
    """Return what the rules ask of a claim."""
    claim, verdict, flag = dossier.claim, dossier.verdict, dossier.flag
    hearing = Hearing(dossier)
    supports, refutes = Stance.SUPPORTS, Stance.REFUTES
    asked = flag if flag is not None and flag.review is Review.RECHECK else None
    return FactRow(
        claim=claim.id,
        latest_day=latest.toordinal(),
        settled=dossier.dismissed is not None or dossier.superseded_by is not None,
        kind=str(claim.kind),
        polarity=str(claim.polarity),
        hedge=str(claim.hedge),
        quoted=claim.quoted,
        speaker=storable(claim.speaker),
        subject=storable(claim.subject),
        measure=storable(claim.measure),
        quantities=len(claim.quantities),
        made=dossier.made.toordinal(),
        sightings=len(dossier.sightings),
        deadline=_ordinal(claim.deadline),
        first_deadline=_ordinal(dossier.first_deadline),
        deadline_precision=precision(dossier),
        moved=len(dossier.moves),
        through=claim.through,
        supporting=hearing.origins(supports),
        refuting=hearing.origins(refutes),
        partial=hearing.origins(Stance.PARTLY),
        reporting=hearing.origins(Stance.NEITHER),
        sound_supporting=hearing.origins(supports, sound=True),
        sound_refuting=hearing.origins(refutes, sound=True),
        supporting_in_time=hearing.origins(supports, in_time=True),
        supporting_late=hearing.origins(supports, in_time=False),
        sound_supporting_in_time=hearing.origins(supports, sound=True, in_time=True),
        refuting_in_time=hearing.origins(refutes, in_time=True),
        refuting_late=hearing.origins(refutes, in_time=False),
        all_supporting=sum(each.stance is supports for each in dossier.evidence),
        all_refuting=sum(each.stance is refutes for each in dossier.evidence),
        own_word=len(hearing.owned),
        best_grade_supporting=hearing.best(supports),
        worst_grade_supporting=hearing.worst(supports),
        best_grade_refuting=hearing.best(refutes),
        worst_grade_refuting=hearing.worst(refutes),
        best_information_supporting=hearing.best(supports, 1),
        best_information_refuting=hearing.best(refutes, 1),
        first_support=_ordinal(happened(hearing.heard(supports))),
        first_refute=_ordinal(happened(hearing.heard(refutes))),
        newest_supporting=_ordinal(hearing.newest(supports)),
        newest_refuting=_ordinal(hearing.newest(refutes)),
        newest_evidence=_ordinal(hearing.newest(*Stance)),
        newest_shown=_ordinal(hearing.newest(supports, refutes, Stance.PARTLY)),
        topic=storable(topic(claim)),
        supersedes=len(dossier.supersedes),
        superseded=dossier.superseded_by is not None,
        looked=_ordinal(dossier.looked),
        word=str(dossier.word),
        verdict_person=verdict.person if verdict else None,
        verdict_by=storable(verdict.by) if verdict else None,
        verdict_day=_ordinal(verdict.day) if verdict else None,
        sightings_since=sum(each.published > verdict.day for each in dossier.sightings) if verdict else None,
        evidence_since=hearing.since(verdict.day) if verdict else None,
        heard_day=max((dossier.made, *_heard(dossier))).toordinal(),
        news=bool(verdict and verdict.person and hearing.after(verdict)),
        flag_rule=storable(asked.rule) if asked else None,
        answered_rule=storable(dossier.answered.rule) if dossier.answered else None,
    )


def _heard(dossier: Dossier) -> Iterator[date]:
    yield from (each.published for each in dossier.sightings)
    yield from (each.entered for each in dossier.evidence)


def _ordinal(day: date | None) -> int | None:
    return None if day is None else day.toordinal()
