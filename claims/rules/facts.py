"""Facts: the one table of what a rule may ask, each with its Python over a dossier; its SQL stands in store/facts.py."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from claims.domain.claim import Hedge, Kind, Polarity
from claims.domain.condition import Value
from claims.domain.dossier import Dossier
from claims.domain.evidence import Stance
from claims.domain.verdict import Review, Schedule, Word
from claims.rules import readers as read
from claims.rules.fact import CEL_TYPES, Fact, Type
from claims.rules.settings import Settings
from claims.rules.view import View

SUPPORTS, REFUTES, PARTLY, NEITHER = Stance.SUPPORTS, Stance.REFUTES, Stance.PARTLY, Stance.NEITHER
WORD, TEXT, COUNT, DAYS, DAY, GRADE, TRUTH = (
    Type.WORD,
    Type.TEXT,
    Type.COUNT,
    Type.DAYS,
    Type.DAY,
    Type.GRADE,
    Type.TRUTH,
)


def _words(kind: type[Kind] | type[Polarity] | type[Hedge] | type[Schedule] | type[Word]) -> tuple[str, ...]:
    return tuple(str(each) for each in kind)


_TABLE = (
    # The claim.
    Fact("kind", WORD, "What sort of thing is put forward.", lambda v: str(v.dossier.claim.kind), _words(Kind)),
    Fact(
        "polarity",
        WORD,
        "Whether the claim is put in the negative.",
        lambda v: str(v.dossier.claim.polarity),
        _words(Polarity),
    ),
    Fact("hedge", WORD, "How strongly it is put.", lambda v: str(v.dossier.claim.hedge), _words(Hedge)),
    Fact("quoted", TRUTH, "Whether the whole of it stands in quotation marks.", lambda v: v.dossier.claim.quoted),
    Fact(
        "speaker",
        TEXT,
        "Who the article says it from.",
        lambda v: read.storable(v.dossier.claim.speaker),
        optional=True,
    ),
    Fact("subject", TEXT, "What it is about.", lambda v: read.storable(v.dossier.claim.subject), optional=True),
    Fact("measure", TEXT, "What of that it puts.", lambda v: read.storable(v.dossier.claim.measure), optional=True),
    Fact("quantities", COUNT, "How many quantities it puts forward.", lambda v: len(v.dossier.claim.quantities)),
    Fact("age", DAYS, "Since the day it was put forward.", lambda v: v.ago(v.dossier.made), moves=True),
    Fact("sightings", COUNT, "In how many places it was seen.", lambda v: len(v.dossier.sightings)),
    # The deadline.
    Fact(
        "schedule",
        WORD,
        "Where it stands against its deadline, by the day and the evidence.",
        lambda v: str(v.schedule),
        _words(Schedule),
        moves=True,
    ),
    Fact(
        "deadline",
        DAY,
        "The day by which it has to come true.",
        lambda v: read.ordinal(v.dossier.claim.deadline),
        optional=True,
    ),
    Fact(
        "first_deadline",
        DAY,
        "The deadline before anybody moved it.",
        lambda v: read.ordinal(v.dossier.first_deadline),
        optional=True,
    ),
    Fact(
        "deadline_precision",
        WORD,
        "How exactly the deadline was worded: a day, the end of a longer span, or a vague one.",
        lambda v: read.precision(v.dossier),
        read.PRECISIONS,
        optional=True,
    ),
    Fact("moved", COUNT, "How often the deadline was moved.", lambda v: len(v.dossier.moves)),
    Fact("through", TRUTH, "Whether it has to hold through its deadline.", lambda v: v.dossier.claim.through),
    Fact(
        "days_to_deadline",
        DAYS,
        "Until the deadline, 0 on it and after it.",
        read.left,
        optional=True,
        moves=True,
    ),
    Fact(
        "days_overdue",
        DAYS,
        "Since the deadline, 0 on it and before it.",
        lambda v: v.ago(v.dossier.claim.deadline),
        optional=True,
        moves=True,
    ),
    Fact(
        "days_late",
        DAYS,
        "From the first deadline to the first supporting event, 0 where that was in time.",
        read.late,
        optional=True,
    ),
    # Evidence, by independent origins.
    Fact("supporting", COUNT, "Independent sources that support it.", read.origins(SUPPORTS)),
    Fact("refuting", COUNT, "Independent sources that refute it.", read.origins(REFUTES)),
    Fact("partial", COUNT, "Independent sources that show a part of it to hold.", read.origins(PARTLY)),
    Fact("reporting", COUNT, "Independent sources that report on it and settle nothing.", read.origins(NEITHER)),
    Fact("sound_supporting", COUNT, "Those that support it and are not graded E.", read.origins(SUPPORTS, True)),
    Fact("sound_refuting", COUNT, "Those that refute it and are not graded E.", read.origins(REFUTES, True)),
    Fact(
        "supporting_in_time",
        COUNT,
        "Those that support it with what happened by the first deadline.",
        read.origins(SUPPORTS, in_time=True),
    ),
    Fact(
        "supporting_late",
        COUNT,
        "Those that support it with what happened after the first deadline.",
        read.origins(SUPPORTS, in_time=False),
    ),
    Fact(
        "sound_supporting_in_time",
        COUNT,
        "Those that support it, are not graded E, and report what happened by the first deadline.",
        read.origins(SUPPORTS, True, True),
    ),
    Fact(
        "refuting_in_time",
        COUNT,
        "Those that refute it with what happened by the first deadline.",
        read.origins(REFUTES, in_time=True),
    ),
    Fact(
        "refuting_late",
        COUNT,
        "Those that refute it with what happened after the first deadline.",
        read.origins(REFUTES, in_time=False),
    ),
    # Evidence, piece by piece.
    Fact(
        "all_supporting",
        COUNT,
        "All pieces of evidence that support it, one source counted often.",
        read.all_of(SUPPORTS),
    ),
    Fact(
        "all_refuting", COUNT, "All pieces of evidence that refute it, one source counted often.", read.all_of(REFUTES)
    ),
    Fact(
        "own_word", COUNT, "Pieces that are its own speaker's, publisher's or article's word.", lambda v: len(v.owned)
    ),
    Fact("best_grade_supporting", GRADE, "The best source that supports it.", read.best(SUPPORTS), optional=True),
    Fact("worst_grade_supporting", GRADE, "The worst source that supports it.", read.worst(SUPPORTS), optional=True),
    Fact("best_grade_refuting", GRADE, "The best source that refutes it.", read.best(REFUTES), optional=True),
    Fact("worst_grade_refuting", GRADE, "The worst source that refutes it.", read.worst(REFUTES), optional=True),
    Fact(
        "best_information_supporting",
        GRADE,
        "The best information that supports it.",
        read.best(SUPPORTS, 1),
        optional=True,
    ),
    Fact(
        "best_information_refuting",
        GRADE,
        "The best information that refutes it.",
        read.best(REFUTES, 1),
        optional=True,
    ),
    Fact(
        "first_support",
        DAY,
        "The first day of what the supporting evidence reports.",
        read.first_of(SUPPORTS),
        optional=True,
    ),
    Fact(
        "first_refute",
        DAY,
        "The first day of what the refuting evidence reports.",
        read.first_of(REFUTES),
        optional=True,
    ),
    Fact(
        "days_since_supporting",
        DAYS,
        "Since the newest supporting evidence.",
        read.newest(SUPPORTS),
        optional=True,
        moves=True,
    ),
    Fact(
        "days_since_refuting",
        DAYS,
        "Since the newest refuting evidence.",
        read.newest(REFUTES),
        optional=True,
        moves=True,
    ),
    Fact(
        "days_since_evidence",
        DAYS,
        "Since the newest evidence, whatever it shows.",
        read.newest(*Stance),
        optional=True,
        moves=True,
    ),
    # Decay.
    Fact(
        "confidence",
        Type.PERCENT,
        "What is left of the confidence in the newest evidence for or against it.",
        read.confidence,
        optional=True,
        moves=True,
    ),
    Fact(
        "days_until_recheck",
        DAYS,
        "Until the confidence falls under what the rulebook asks for, 0 from then on.",
        read.to_recheck,
        optional=True,
        moves=True,
    ),
    # Other claims.
    Fact(
        "conflicting_claims",
        COUNT,
        "Claims of the same subject and measure that cannot hold beside it.",
        lambda v: len(v.dossier.conflicts),
    ),
    Fact("supersedes", COUNT, "Claims whose place it has taken.", lambda v: len(v.dossier.supersedes)),
    Fact(
        "superseded", TRUTH, "Whether another claim has taken its place.", lambda v: v.dossier.superseded_by is not None
    ),
    # What stands. Review rules only may ask of the verdict: a verdict that rests on a verdict would never come to rest.
    Fact(
        "review",
        WORD,
        "Whether a person has looked at it; a rule's own wish for another look is not seen by rules.",
        read.people,
        (str(Review.UNREVIEWED), str(Review.REVIEWED)),
    ),
    Fact("verdict", WORD, "The verdict that stands.", read.word, _words(Word), settled=True),
    Fact(
        "verdict_by",
        WORD,
        "Who gave the verdict that stands.",
        read.given_by,
        ("nobody", "rule", "person"),
        settled=True,
    ),
    Fact(
        "days_since_verdict",
        DAYS,
        "Since the day of the verdict that stands.",
        lambda v: v.ago(read.verdict_day(v)),
        optional=True,
        moves=True,
        settled=True,
    ),
    Fact(
        "sightings_since_verdict",
        COUNT,
        "In how many places it was seen after the day of the verdict that stands.",
        read.sightings_since,
        optional=True,
        settled=True,
    ),
    Fact(
        "evidence_since_verdict",
        COUNT,
        "Independent sources that came on the ledger after the day of the verdict that stands.",
        read.evidence_since,
        optional=True,
        settled=True,
    ),
)
FACTS: Mapping[str, Fact] = MappingProxyType({fact.name: fact for fact in _TABLE})
"""All facts by name, in the order of the reference."""
COMPANIONS: Mapping[str, Fact] = MappingProxyType({fact.companion: fact for fact in _TABLE if fact.optional})
"""The facts that may be unknown, by the name that asks whether they are known."""
TYPES: Mapping[str, str] = MappingProxyType(
    {name: CEL_TYPES[fact.type] for name, fact in FACTS.items()} | dict.fromkeys(COMPANIONS, "bool")
)
"""What CEL is told of each name."""


def facts_of(dossier: Dossier, today: date, settings: Settings) -> dict[str, Value]:
    """Return all facts that are known of a claim on a day, each optional one with its companion, and the book's numbers."""
    return seen(View(dossier, today, settings))


def seen(view: View, names: tuple[str, ...] = ()) -> dict[str, Value]:
    """Return the facts of a view that are known: all, or those named here; and the rulebook's numbers."""
    values: dict[str, Value] = dict(view.settings.numbers)
    for name in names or FACTS:
        fact = FACTS.get(name) or COMPANIONS.get(name)
        if fact is None:
            continue
        if fact.settled:
            value = fact.read(view)
        elif fact.name in view.memo:
            value = view.memo[fact.name]
        else:
            value = view.memo[fact.name] = fact.read(view)
        if fact.optional:
            values[fact.companion] = value is not None
        if value is not None:
            values[fact.name] = value
    return values
