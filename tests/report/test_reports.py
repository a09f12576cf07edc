"""Reports: the same values in four forms, compared with golden files; hostile text stays text."""

import json
import re
from datetime import date
from html.parser import HTMLParser

import pytest

from claims.domain.article import Span
from claims.domain.claim import Claim, Kind, Sighting, claim_id
from claims.domain.dossier import Dossier, fold
from claims.domain.events import (
    ClaimDismissed,
    ClaimRecorded,
    DeadlineMoved,
    Entry,
    Event,
    EvidenceAdded,
    ReviewReached,
    VerdictGiven,
    VerdictReached,
)
from claims.domain.evidence import Evidence, Stance
from claims.domain.verdict import Rating, Review, Verdict, Word
from claims.report.history import line
from claims.report.markdown import escaped
from claims.report.record import is_named, records
from claims.report.render import FORMATS, render
from claims.report.report import Item, Report, gather
from claims.report.view import view
from tests.conftest import Snapshot

DAY = date(2024, 7, 1)
WINDOW = 14


def claim(number: int, text: str, kind: Kind = Kind.EVENT, **fields: object) -> Claim:
    return Claim(id=claim_id("a", number, number + 1), text=text, kind=kind, **fields)  # type: ignore[arg-type]


def entries(of: Claim, *events: Event, speaker_in: str | None = "The Harbour Post") -> list[Entry]:
    sighting = Sighting(
        article="a" * 64,
        published=date(2024, 3, 4),
        publisher=speaker_in,
        title="Bridge to open",
        url="https://harbour-post.example/bridge",
        span=Span(start=0, end=len(of.text) - 1, quote=of.text[:-1]),
        speaker=of.speaker,
    )
    recorded = ClaimRecorded(claim=of, made=date(2024, 3, 4), sighting=sighting)
    moment = 1_709_900_000_000_000
    return [
        Entry(number=n, recorded=moment + n * 1_000_000, actor="mira", command=f"c{n}", event=event)
        for n, event in enumerate((recorded, *events), 1)
    ]


def evidence(of: Claim, stance: Stance, source: str, day: date | None) -> EvidenceAdded:
    piece = Evidence(
        id=f"e-{source}", stance=stance, source=source, origin=source.casefold(), published=day, entered=DAY, grade="B2"
    )
    return EvidenceAdded(claim=of.id, evidence=piece)


def verdict(of: Claim, word: Word, by: str, person: bool, reason: str) -> Event:
    given = Verdict(word=word, day=date(2024, 6, 2), by=by, person=person, reason=reason)
    return (VerdictGiven if person else VerdictReached)(claim=of.id, verdict=given)


def item(history: list[Entry], day: date = DAY) -> Item:
    dossier = fold(history, day)
    assert isinstance(dossier, Dossier)
    return Item(claim=view(dossier, day, WINDOW), history=tuple(line(entry) for entry in history))


def ledger() -> Report:
    opening = claim(
        1, "The bridge will open by 1 June 2024.", Kind.COMMITMENT, speaker="Marta Olsen", deadline=date(2024, 6, 1)
    )
    jobs = claim(2, "The mill will cut 300 jobs by 10 July 2024.", Kind.FORECAST, deadline=date(2024, 7, 10), score=0.8)
    steel = claim(3, "Nearly 30 percent of the steel came late.", Kind.STATISTIC, speaker="officials", score=0.9)
    ferry = claim(4, "The ferry closed in January 2024.", speaker="Marta Olsen")
    hostile = claim(5, "<script>alert('x')</script> [link](https://evil.example) =cmd.", speaker="*Bold* | <b>Name</b>")
    gone = claim(6, "Weather was nice.")
    flag = ReviewReached(
        claim=opening.id, review=Review.RECHECK, day=DAY, rule="silence", reason="30 days past", rulebook="r"
    )
    moved = DeadlineMoved(claim=jobs.id, deadline=date(2024, 7, 12), day=date(2024, 6, 1), source="The Ekfors Courier")
    rated = Verdict(
        word=Word.PARTLY,
        day=date(2024, 6, 3),
        by="mira",
        person=True,
        reason="half of it",
        rating=Rating(word="half true"),
    )
    return gather(
        [
            item(entries(opening, flag)),
            item(entries(jobs, moved)),
            item(
                entries(
                    steel,
                    evidence(steel, Stance.SUPPORTS, "Audit Office", date(2024, 5, 1)),
                    verdict(steel, Word.VERIFIED, "enough-support", False, "2 independent sources support it"),
                )
            ),
            item(entries(ferry, VerdictGiven(claim=ferry.id, verdict=rated))),
            item(entries(hostile)),
            item(entries(gone, ClaimDismissed(claim=gone.id))),
        ],
        DAY,
        ledger="desk.db",
        rulebooks=("house news (1a2b3c4d)",),
    )


@pytest.mark.parametrize(("form", "name"), [("text", "txt"), ("markdown", "md"), ("html", "html"), ("json", "json")])
def test_each_form_is_as_it_was(form: str, name: str, snapshot: Snapshot) -> None:
    snapshot(f"report.{name}", render(ledger(), form))


def test_dismissed_claims_are_counted_once_and_stand_nowhere_else() -> None:
    report = ledger()
    assert (report.total, report.dismissed) == (5, 1)
    assert "Weather" not in render(report, "html")
    assert {name: count for name, count in report.statuses if count} == {
        "overdue": 1, "due": 1, "open": 1, "verified": 1, "partly": 1,
    }  # fmt: skip


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.links: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.links |= {value or "" for key, value in attrs if key in ("href", "src")}


def test_text_of_others_makes_no_tag_no_script_and_no_link() -> None:
    page = render(ledger(), "html")
    tags = Tags()
    tags.feed(page)
    assert not tags.seen & {"script", "img", "iframe", "object"}
    assert "&lt;script&gt;" in page
    assert not any("evil" in link for link in tags.links)
    text = render(ledger(), "markdown")
    assert "<script" not in text
    assert re.search(r"(?<!\\)\[link", text) is None


def test_a_source_is_a_link_only_where_it_is_a_web_address() -> None:
    bad = claim(7, "It rained.")
    page = render(
        gather([item(entries(bad, evidence(bad, Stance.SUPPORTS, "javascript:alert(1)", None)))], DAY), "html"
    )
    assert 'href="javascript' not in page


def test_an_empty_ledger_is_never_all_clear() -> None:
    empty = gather([], DAY)
    for form in FORMATS:
        said = render(empty, form)
        if form == "json":
            assert json.loads(said)["total"] == 0
        else:
            assert "nothing could be checked" in said.replace("\\", "")


def test_a_speaker_has_a_rate_from_five_settled_claims_on_and_others_are_never_ranked() -> None:
    def settled(speaker: str | None, count: int, word: Word) -> list[Item]:
        made = [claim(100 + n, f"Thing {n} of {speaker} {word}.", speaker=speaker) for n in range(count)]
        return [item(entries(each, verdict(each, word, "mira", True, ""))) for each in made]

    views = [
        each.claim
        for each in settled("Marta Olsen", 3, Word.VERIFIED)
        + settled("Marta Olsen", 2, Word.REFUTED)
        + settled("Piet Varga", 4, Word.VERIFIED)
        + settled("officials", 9, Word.VERIFIED)
        + settled(None, 6, Word.VERIFIED)
    ]
    rates = {row.speaker: row.rate for row in records(views)}
    assert rates == {"Marta Olsen": 0.6, "Piet Varga": None, "officials": None, "nobody named": None}
    assert [row.speaker for row in records(views)][-2:] == ["officials", "nobody named"]


@pytest.mark.parametrize(
    ("speaker", "named"),
    [
        ("Marta Olsen", True),
        ("officials", False),
        ("Officials", False),
        ("a spokesman for the ministry", False),
        ("the Audit Office", True),
        ("Police", False),
    ],
)
def test_roles_and_crowds_are_not_names(speaker: str, named: bool) -> None:
    assert is_named(speaker) is named


def test_every_mark_is_escaped() -> None:
    assert escaped("a*b_c [d](e) <f> |g|\nh") == r"a\*b\_c \[d\]\(e\) &lt;f\> \|g\| h"
