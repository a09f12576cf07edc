"""Extract: an article's drafts by a model's proposals; what cannot be bound to the text is refused and listed."""

from dataclasses import dataclass
from datetime import date

from claims.domain.article import Article, Span
from claims.domain.claim import Kind
from claims.domain.timespan import TimeSpan
from claims.extract.draft import Draft
from claims.extract.llm.ask import Asker, Usage
from claims.extract.llm.locate import locate
from claims.extract.llm.prompt import pieces
from claims.extract.llm.schema import Proposal
from claims.extract.quantity import FoundQuantity, find, within
from claims.extract.time import TimeExpression, tag


@dataclass(frozen=True, slots=True)
class Answer:
    """What a model gave for an article: drafts in text order, the quotes that were refused, and what it cost."""

    drafts: tuple[Draft, ...]
    refused: tuple[str, ...]
    usage: Usage


def extract(article: Article, asker: Asker) -> Answer:
    """Return the drafts that the model's proposals make. Raises what `Asker.proposals` raises."""
    times, quantities = tag(article.text, article.published), find(article.text)
    drafts: dict[tuple[int, int], Draft] = {}
    refused: list[str] = []
    for start, piece in pieces(article.text):
        at = 0
        for proposal in asker.proposals(piece).claims:
            place = locate(piece, proposal.quote, at)
            if place is None:
                refused.append(proposal.quote)
                continue
            at = place[0]
            draft = _draft(article, proposal, start + place[0], start + place[1], times, quantities)
            drafts.setdefault((draft.span.start, draft.span.end), draft)
    return Answer(tuple(drafts[key] for key in sorted(drafts)), tuple(refused), asker.usage)


def _draft(
    article: Article,
    proposal: Proposal,
    start: int,
    end: int,
    times: tuple[TimeExpression, ...],
    quantities: tuple[FoundQuantity, ...],
) -> Draft:
    span = Span.of(article.text, start, end)
    inside = [each for each in times if start <= each.start and each.end <= end]
    dated = next((each for each in inside if each.guide), None)
    due = next((each for each in inside if each.deadline), None) if _may_fall_due(proposal.kind) else None
    deadline: date | None = due.deadline if due else None
    if deadline is None and dated is not None and dated.span is not None and _may_fall_due(proposal.kind):
        due, deadline = dated, dated.span.last
    doubts = ["proposed by a language model"]
    if proposal.speaker and proposal.speaker.casefold() not in article.text.casefold():
        doubts.append(f"the speaker {proposal.speaker!r} is not named so in the article")
    return Draft(
        span=span,
        text=proposal.text.strip() or span.quote,
        kind=proposal.kind,
        polarity=proposal.polarity,
        hedge=proposal.hedge,
        speaker=proposal.speaker,
        quoted=_in_marks(article.text, start, end),
        when=_span(dated),
        deadline=deadline,
        deadline_rule=due.rule if due else None,
        deadline_vague=due.marked if due else False,
        quantities=tuple(each.quantity for each in within(quantities, start, end)),
        doubts=tuple(doubts),
    ).bound_to(article.text)


def _may_fall_due(kind: Kind) -> bool:
    return kind in (Kind.FORECAST, Kind.COMMITMENT)


def _span(dated: TimeExpression | None) -> TimeSpan | None:
    return TimeSpan.parse(dated.guide) if dated is not None and dated.guide else None


def _in_marks(text: str, start: int, end: int) -> bool:
    """Tell whether the whole stretch stands between quotation marks of its paragraph."""
    before = text[text.rfind("\n", 0, start) + 1 : start]
    after = text[end : text.find("\n", end) if text.find("\n", end) >= 0 else len(text)]
    opened = before.count("“") > before.count("”") or before.count('"') % 2 == 1
    return opened and any(mark in after for mark in '”"')
