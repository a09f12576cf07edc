"""The claims that cannot hold beside a claim: found as claims come, and set aside with them, on both databases."""

from datetime import date

from claims.domain.claim import Claim, Kind, id_of
from claims.domain.events import ClaimCorrected, ClaimDismissed, ClaimRecorded, Event
from claims.domain.quantity import Quantity
from claims.rules.plan import plan
from claims.rules.rulebook import load
from claims.store import Ledger
from claims.store.judging import differing, keep_agenda

DAY = date(2024, 3, 1)
BOOK = load(
    "rulebook: x\nverdicts:\n  - {rule: clash, when: conflicting_claims >= 1, then: conflicting, because: x}\n",
    "x.yaml",
)


def said(number: int, value: float, subject: str = "Ferry line") -> Claim:
    return Claim(
        id=id_of(f"conflict {number}"),
        text=f"The ferry line carries {value} percent of the traffic.",
        kind=Kind.STATISTIC,
        subject=subject,
        measure="share of the traffic",
        quantities=(Quantity(value=value, unit="percent"),),
    )


def tell(ledger: Ledger, command: str, *events: Event) -> None:
    ledger.append(command, "ada", 1, events)
    before = sorted(ledger.database.rows("SELECT claim, other, topic FROM conflict"))
    ledger.rebuild()
    assert sorted(ledger.database.rows("SELECT claim, other, topic FROM conflict")) == before
    assert ledger.audit() == ()


def beside(ledger: Ledger, claim: Claim, day: date = DAY) -> tuple[str, ...]:
    found = ledger.dossier(claim.id, day)
    assert found is not None
    return found.conflicts


def test_conflicts_come_and_go_with_the_claims(ledger):
    one, two, three = said(1, 44), said(2, 60), said(3, 43.6)
    tell(ledger, "a", ClaimRecorded(claim=one, made=DAY))
    assert beside(ledger, one) == ()
    tell(ledger, "b", ClaimRecorded(claim=two, made=DAY), ClaimRecorded(claim=three, made=date(2024, 4, 1)))
    assert beside(ledger, one) == (two.id,)
    assert beside(ledger, two, DAY) == (one.id,)
    assert beside(ledger, two, date(2024, 4, 1)) == tuple(sorted((one.id, three.id)))
    other = two.model_copy(update={"subject": "Bus line"})
    tell(ledger, "c", ClaimCorrected(claim=two.id, fields=("subject",), after=other))
    assert beside(ledger, one, date(2024, 4, 1)) == ()
    again = two.model_copy(update={"subject": "ferry  LINE"})
    tell(ledger, "d", ClaimCorrected(claim=two.id, fields=("subject",), after=again))
    assert beside(ledger, one) == (two.id,)
    tell(ledger, "e", ClaimDismissed(claim=two.id))
    assert beside(ledger, one) == ()


def test_a_new_claim_puts_the_old_one_on_the_agenda(ledger):
    one, two, today = said(1, 44), said(2, 60), DAY.toordinal()
    ledger.append("a", "ada", 1, [ClaimRecorded(claim=one, made=DAY)])
    keep_agenda(ledger.database, plan((BOOK,)), today, 1, "a")
    assert list(differing(ledger.database, plan((BOOK,)), today)) == []
    ledger.append("b", "ada", 1, [ClaimRecorded(claim=two, made=DAY)])
    assert {each.claim for each in differing(ledger.database, plan((BOOK,)), today)} == {one.id, two.id}
