"""Restate: sentences of our own as they read alone, by the habit that each shows."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from claims.extract.attribution import reports
from claims.extract.attribution.innermost import innermost
from claims.extract.given import atom_of
from claims.extract.language import parse
from claims.extract.mentions import mentions
from claims.extract.restate import Restatement, applied, restate
from claims.extract.time import tag

PUBLISHED = date(2020, 9, 2)
CASES = yaml.safe_load((Path(__file__).parent / "restate_cases.yaml").read_text(encoding="utf-8"))


def restated(marked: str) -> tuple[str, Restatement]:
    """Return the quote that the brackets mark and its restatement."""
    before, _, rest = marked.partition("[")
    claim, _, after = rest.partition("]")
    parsed = parse(before + claim + after)
    atom = atom_of(parsed, len(before), len(before) + len(claim))
    report = innermost(parsed, reports(parsed), atom.start, atom.end)
    return claim, restate(parsed, atom, mentions(parsed), tag(parsed.text, PUBLISHED), report)


@pytest.mark.parametrize(
    ("marked", "alone"), [pytest.param(*case, id=case[1]) for each in CASES.values() for case in each]
)
def test_a_claim_reads_alone(marked: str, alone: str) -> None:
    quote, made = restated(marked)
    assert made.text == alone
    assert applied(quote, made.edits) == alone
