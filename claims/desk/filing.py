"""Filing: an article and its claims onto the ledger, wholly or not at all."""

from dataclasses import dataclass

from claims.desk.desk import Desk
from claims.desk.finders import Finder, Found
from claims.domain.article import Article
from claims.domain.claim import Claim, Sighting, claim_id
from claims.domain.events import ArticleFiled, ClaimRecorded, Event
from claims.extract.draft import Draft


@dataclass(frozen=True, slots=True)
class Filed:
    """What became of an article: its id, how many claims it gave, and what else was seen."""

    id: str
    claims: int
    known: bool = False
    """It was on the ledger already; nothing was written."""
    earlier: str | None = None
    """The id of another text filed from the same address."""
    refused: tuple[str, ...] = ()
    spent: str | None = None


def file(desk: Desk, article: Article, finder: Finder, command: str, found: Found | None = None) -> Filed:
    """File an article with all its claims in one transaction, as part of a command; leave alone one that is there.

    `found` is what the finder found in it, where that is known already. Raises what the finder raises, BadInput for a text
    in another language among it.
    """
    identity = article.id
    if desk.ledger.has_article(identity):
        return Filed(identity, 0, known=True)
    found = found or finder.find(article)
    earlier = [row.id for row in desk.ledger.articles_at(article.url)] if article.url else []
    recorded = [record(article, identity, draft) for draft in found.drafts]
    filed = ArticleFiled(id=identity, article=article, claims=len(recorded), extractor=finder.name)
    events: list[Event] = [filed, *recorded]
    desk.write(events, command)
    return Filed(
        identity, len(recorded), earlier=earlier[-1] if earlier else None, refused=found.refused, spent=found.spent
    )


def record(article: Article, identity: str, draft: Draft) -> ClaimRecorded:
    """Return the event that puts a draft on the ledger. Raises ValueError where its words are not the article's."""
    draft.bound_to(article.text)
    claim = claim_of(draft, claim_id(identity, draft.span.start, draft.span.end))
    sighting = Sighting(
        article=identity,
        published=article.published,
        publisher=article.publisher,
        title=article.title,
        url=article.url,
        span=draft.span,
        speaker=draft.speaker,
        quoted=draft.quoted,
    )
    return ClaimRecorded(claim=claim, made=article.published, sighting=sighting)


def claim_of(draft: Draft, identity: str) -> Claim:
    """Return the claim that a draft makes."""
    return Claim(
        id=identity,
        text=draft.text,
        kind=draft.kind,
        speaker=draft.speaker,
        quoted=draft.quoted,
        polarity=draft.polarity,
        hedge=draft.hedge,
        when=draft.when,
        deadline=draft.deadline,
        deadline_rule=draft.deadline_rule,
        deadline_vague=draft.deadline_vague,
        through=draft.through,
        quantities=draft.quantities,
        subject=draft.subject,
        measure=draft.measure,
        score=draft.score,
        worth=draft.worth,
        edits=draft.edits,
        doubts=draft.doubts,
    )
