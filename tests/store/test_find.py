"""Which claims a filter asks for, and in which order; the same on both databases."""

from datetime import date

import pytest

from claims.domain.claim import Kind
from claims.domain.events import ClaimDismissed, ClaimReviewed, Event
from claims.domain.evidence import Stance
from claims.domain.filters import Filter, parse
from claims.domain.quantity import Quantity
from claims.domain.verdict import Word
from claims.rules.plan import plan
from claims.rules.rulebook import house
from claims.store import Ledger
from claims.store.find import Looks
from tests.store.sample import MOMENT, article, claim, evidence, given

TODAY = date(2024, 7, 10)
SENTENCES = {
    "overdue": ("The north gate opens by May.", {"deadline": date(2024, 5, 31), "kind": Kind.COMMITMENT}),
    "long": ("The south gate opens by April.", {"deadline": date(2024, 4, 30), "speaker": "Émile Straße"}),
    "due": (
        "The ferry sails by 15 July.",
        {"deadline": date(2024, 7, 15), "kind": Kind.FORECAST, "speaker": "Ada Quill"},
    ),
    "upcoming": ("The lighthouse shines by 2025.", {"deadline": date(2025, 12, 31), "kind": Kind.FORECAST}),
    "worth": (
        "40% of cranes_are idle!",
        {"score": 0.9, "kind": Kind.STATISTIC, "quantities": (Quantity(value=40, unit="percent"),)},
    ),
    "plain": ("The board met in Port Lowen.", {"score": 0.1}),
    "kept": ("The tower stands by June.", {"deadline": date(2024, 6, 30)}),
    "settled": ("The bridge closed in March.", {"deadline": date(2024, 3, 31)}),
    "dropped": ("What a fine harbour this is.", {"score": 0.99}),
    "missed": ("The crane moves by June.", {"deadline": date(2024, 6, 29)}),
}


@pytest.fixture
def ids(ledger: Ledger) -> dict[str, str]:
    """A ledger with ten claims; their ids by name."""
    filed = article(" ".join(text for text, _ in SENTENCES.values()))
    events = {name: claim(filed, text, **fields) for name, (text, fields) in SENTENCES.items()}
    ids = {name: event.claim.id for name, event in events.items()}
    ledger.append("c1", "ada", MOMENT, list(events.values()))
    later: list[Event] = [
        evidence(ids["kept"], published=date(2024, 6, 1)),
        evidence(ids["missed"], stance=Stance.REFUTES, published=date(2024, 7, 1)),
        given(ids["settled"], day=date(2024, 4, 2)),
        ClaimDismissed(claim=ids["dropped"]),
        ClaimReviewed(claim=ids["plain"], day=date(2024, 3, 6)),
    ]
    ledger.append("c2", "bea", MOMENT + 1, later)
    return ids


def names(ledger: Ledger, ids: dict[str, str], line: str | Filter, today: date = TODAY) -> list[str]:
    wanted = parse(line) if isinstance(line, str) else line
    back = {claim_: name for name, claim_ in ids.items()}
    return [back[row.id] for row in ledger.find(wanted, today)]


def test_open_claims_come_longest_overdue_first_then_due_upcoming_and_undated_by_worth(
    ledger: Ledger, ids: dict[str, str]
) -> None:
    assert names(ledger, ids, Filter()) == ["long", "overdue", "due", "upcoming", "missed", "kept", "worth", "plain"]


CASES = [
    ("status:overdue", ["long", "overdue"]),
    ("status:due", ["due"]),
    ("status:verified", ["settled"]),
    ("status:dismissed", ["dropped"]),
    ("status:due,verified", ["due", "settled"]),
    ("status:all kind:event", ["long", "missed", "kept", "plain", "settled"]),
    ("kind:forecast,statistic", ["due", "upcoming", "worth"]),
    ("schedule:met", ["kept"]),
    ("schedule:missed", ["missed"]),
    ("schedule:undated", ["worth", "plain"]),
    ("review:reviewed schedule:undated", ["plain"]),
    ("due:<2024-05-31", ["long"]),
    ("due:<=2024-05", ["long", "overdue"]),
    ("due:>2024-07-15", ["upcoming"]),
    ("due:2024-Q2", ["long", "overdue", "missed", "kept"]),
    ("speaker:quill", ["due"]),
    ("speaker:ÉMILE", ["long"]),
    ("speaker:strasse", ["long"]),
    ('speaker:"ada quill" ferry', ["due"]),
    ("gate", ["long", "overdue"]),
    ("GATE north", ["overdue"]),
    ("quill", ["due"]),
    ("40% cranes_are", ["worth"]),
    ("%", ["worth"]),
    ("_", ["worth"]),
    ("!", ["worth"]),
    ("'", []),
    ("nothing-like-it", []),
    ("publisher:lowen gate", ["long", "overdue"]),
    ("publisher:gazette", []),
]


def test_filters(ledger: Ledger, ids: dict[str, str]) -> None:
    for line, expected in CASES:
        assert names(ledger, ids, line) == expected, line


def test_what_rules_ask_for_on_the_day_counts_as_flagged(ledger: Ledger, ids: dict[str, str]) -> None:
    wanted, back = Filter(statuses=("all",), reviews=("recheck",)), {claim_: name for name, claim_ in ids.items()}

    def asked(today: date, folded: frozenset[str] = frozenset()) -> list[str]:
        found = ledger.find(wanted, today, looks=Looks(plan(house()), folded))
        assert {row.review for row in found} <= {"recheck"}
        return [back[row.id] for row in found]

    assert names(ledger, ids, wanted) == []
    assert asked(TODAY) == ["long", "overdue"]
    # On a past day the index is not asked for what has something on it since.
    assert asked(date(2024, 5, 31)) == ["long"]
    assert asked(date(2024, 5, 31), frozenset({ids["kept"]})) == ["long", "kept"]
    everything = ledger.find(Filter(), TODAY, looks=Looks(plan(house()), frozenset()))
    assert [row.id for row in everything] == [row.id for row in ledger.find(Filter(), TODAY)]


def test_by_article(ledger: Ledger, ids: dict[str, str]) -> None:
    whole = ledger.find(Filter(), TODAY)[0].article
    assert whole is not None
    assert len(names(ledger, ids, f"article:{whole[:8].upper()}")) == 8
    assert names(ledger, ids, "article:zz") == []


def test_overdue_begins_the_day_after_the_deadline_and_due_the_window_before(
    ledger: Ledger, ids: dict[str, str]
) -> None:
    def schedule(today: date, window: int = 14) -> str:
        return next(row.schedule for row in ledger.find(Filter(), today, window) if row.id == ids["due"])

    assert schedule(date(2024, 7, 15)) == "due"
    assert schedule(date(2024, 7, 16)) == "overdue"
    assert schedule(date(2024, 7, 1)) == "due"
    assert schedule(date(2024, 6, 30)) == "upcoming"
    assert schedule(date(2024, 7, 15), 0) == "due"
    assert schedule(date(2024, 7, 14), 0) == "upcoming"


def test_on_a_past_day_what_came_later_is_not_seen(ledger: Ledger, ids: dict[str, str]) -> None:
    assert names(ledger, ids, "status:verified", date(2024, 4, 2)) == ["settled"]
    assert names(ledger, ids, "status:verified", date(2024, 4, 1)) == []
    assert names(ledger, ids, "schedule:met", date(2024, 5, 31)) == []
    assert names(ledger, ids, Filter(), date(2024, 3, 4)) == []


def test_what_was_known_at_a_moment(ledger: Ledger, ids: dict[str, str]) -> None:
    assert len(ledger.find(Filter(), TODAY, known=MOMENT)) == 10
    assert len(ledger.find(Filter(), TODAY, known=MOMENT + 1)) == 8
    assert ledger.find(Filter(), TODAY, known=MOMENT - 1) == []


def test_a_row_has_what_a_list_shows(ledger: Ledger, ids: dict[str, str]) -> None:
    row = next(row for row in ledger.find(Filter(), TODAY) if row.id == ids["worth"])
    assert (row.text, row.quote, row.kind, row.score) == (SENTENCES["worth"][0],) * 2 + ("statistic", 0.9)
    assert row.quantities == '[{"value": 40, "unit": "percent", "qualifier": null}]'
    assert (row.deadline, row.made, row.quoted, row.verdict, row.verdict_person) == (
        None,
        date(2024, 3, 5),
        False,
        "open",
        None,
    )
    settled = ledger.find(Filter(statuses=("verified",)), TODAY)[0]
    assert (settled.verdict, settled.status, settled.verdict_by, settled.verdict_person) == (
        Word.VERIFIED,
        "verified",
        "ada",
        True,
    )
    assert settled.deadline == settled.first_deadline == date(2024, 3, 31)
    assert settled.review == "reviewed"
