"""Events of our own invention for the store's tests: small, whole and of every kind."""

from datetime import date

from claims.domain.article import Article, Span
from claims.domain.claim import Claim, Kind, Sighting, claim_id
from claims.domain.events import ArticleFiled, ClaimRecorded, Event, EvidenceAdded, VerdictGiven, VerdictReached
from claims.domain.evidence import Evidence, Stance
from claims.domain.verdict import Verdict, Word

TEXT = """The harbour board will open the new quay by the end of June. Ada Quill said 40 percent of the cranes are idle.
The board met in Port Lowen on Monday, and two of its members left early. No second quay is planned."""
PUBLISHED = date(2024, 3, 5)
MOMENT = 1_709_640_000_000_000
"""2024-03-05 12:00 UTC, in microseconds."""


def article(text: str = TEXT, published: date = PUBLISHED) -> Article:
    """An invented article."""
    return Article(
        text=text, published=published, publisher="Lowen Courier", title="The quay", url="https://lowen.example/quay"
    )


def claim(filed: Article, quote: str, **given: object) -> ClaimRecorded:
    """A claim at the first place where the article has these words."""
    start = filed.text.index(quote)
    span = Span.of(filed.text, start, start + len(quote))
    fields = {"text": quote, "kind": Kind.EVENT} | given
    made = Claim.model_validate({"id": claim_id(filed.id, span.start, span.end)} | fields)
    sighting = Sighting(
        article=filed.id, published=filed.published, publisher=filed.publisher, url=filed.url, span=span
    )
    return ClaimRecorded(claim=made, made=filed.published, sighting=sighting)


def filing(text: str = TEXT, published: date = PUBLISHED) -> list[Event]:
    """An article with four claims: a commitment with a deadline, a statistic, an event, and one that must hold."""
    filed = article(text, published)
    deadline = date(2024, 6, 30)
    claims = [
        claim(
            filed,
            "The harbour board will open the new quay by the end of June",
            kind=Kind.COMMITMENT,
            deadline=deadline,
        ),
        claim(filed, "40 percent of the cranes are idle", kind=Kind.STATISTIC, speaker="Ada Quill", score=0.8),
        claim(filed, "The board met in Port Lowen on Monday", score=0.2),
        claim(filed, "No second quay is planned", deadline=date(2024, 12, 31), through=True, polarity="negative"),
    ]
    return [ArticleFiled(id=filed.id, article=filed, claims=len(claims), extractor="test"), *claims]


def evidence(claim_: str, name: str = "e1", stance: Stance = Stance.SUPPORTS, **given: object) -> EvidenceAdded:
    """A piece of evidence from an invented gazette."""
    fields = {
        "id": name,
        "stance": stance,
        "source": f"https://gazette.example/{name}",
        "publisher": "Example Gazette",
        "origin": "example gazette",
        "entered": date(2024, 7, 2),
    } | given
    return EvidenceAdded(claim=claim_, evidence=Evidence.model_validate(fields))


def given(claim_: str, word: Word = Word.VERIFIED, day: date = date(2024, 7, 2), by: str = "ada") -> VerdictGiven:
    """A person's verdict."""
    return VerdictGiven(claim=claim_, verdict=Verdict(word=word, day=day, by=by, person=True, reason="seen"))


def reached(claim_: str, word: Word = Word.REFUTED, day: date = date(2024, 7, 2)) -> VerdictReached:
    """A rule's verdict."""
    verdict = Verdict(word=word, day=day, by="some-rule", person=False, reason="it held", rulebook="f" * 64)
    return VerdictReached(claim=claim_, verdict=verdict)


def ids(events: list[Event]) -> list[str]:
    """The ids of the claims that events record, in order."""
    return [event.claim.id for event in events if isinstance(event, ClaimRecorded)]
