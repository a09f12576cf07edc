"""Claims and evidence for the tests of the rules; all names are invented."""

from datetime import date

from claims.domain.claim import Claim, Kind, id_of
from claims.domain.dossier import Dossier
from claims.domain.evidence import Evidence, Stance

MADE = date(2020, 9, 2)
DEADLINE = date(2021, 12, 31)


def claim(number: int = 0, **fields: object) -> Claim:
    given: dict[str, object] = {
        "id": id_of(f"sample {number}"),
        "text": "The first ferry will be delivered by the end of 2021.",
        "kind": Kind.COMMITMENT,
        "deadline": DEADLINE,
    }
    return Claim.model_validate(given | fields)


def evidence(stance: str, source: str, **fields: object) -> Evidence:
    given: dict[str, object] = {
        "id": f"{stance} {source}",
        "stance": Stance(stance),
        "source": source,
        "origin": source.casefold(),
        "entered": date(2022, 1, 4),
    }
    return Evidence.model_validate(given | fields)


def dossier(said: Claim | None = None, *evidence: Evidence, **fields: object) -> Dossier:
    said = said or claim()
    given = {"claim": said, "recorded": said, "made": MADE, "entered": MADE, "evidence": evidence}
    return Dossier.model_validate(given | fields)
