"""Trying: what extraction finds in a text, shown without a ledger."""

from claims.desk.asking import Row
from claims.desk.finders import Finder
from claims.domain.article import Article
from claims.extract.draft import Draft


def drafts(article: Article, finder: Finder) -> list[Row]:
    """Return the claims of an article as rows under the guide's names."""
    return [row(draft) for draft in finder.find(article).drafts]


def side_by_side(article: Article, ours: Finder, theirs: Finder) -> list[Row]:
    """Return what two finders find, in text order, each row saying who found it; `both` where the words are the same."""
    by_place: dict[tuple[int, int], dict[str, Draft]] = {}
    for name, finder in (("offline", ours), ("llm", theirs)):
        for draft in finder.find(article).drafts:
            by_place.setdefault((draft.span.start, draft.span.end), {})[name] = draft
    rows: list[Row] = []
    for place in sorted(by_place):
        found = by_place[place]
        for name, draft in found.items():
            rows.append({"found_by": f"{name} (both)" if len(found) > 1 else name, **row(draft)})
    return rows


def parts(article: Article, only: str, language: str | None) -> list[Row]:
    """Return one part of the work on a text: its `time` expressions, `quantities` or `attribution`."""
    if only == "time":
        from claims.extract import time

        return [
            {"start": each.start, "end": each.end, "words": each.text, "type": each.type, "value": each.value,
             "deadline": each.deadline.isoformat() if each.deadline else None, "rule": each.rule,
             "reading": time.describe(each)}
            for each in time.tag(article.text, article.published)
        ]  # fmt: skip
    from claims.extract.language import parse

    read = parse(article.text, language)
    if only == "quantities":
        from claims.extract import quantity

        return [
            {"start": each.start, "end": each.end, "words": each.text, **each.quantity.model_dump(mode="json"),
             "rule": each.rule, "reading": quantity.describe(each)}
            for each in quantity.find(article.text, read.tokens)
        ]  # fmt: skip
    from claims.extract import attribution

    return [
        {"start": each.start, "end": each.end, "words": article.text[each.start : each.end], "kind": each.kind,
         "speaker": each.speaker, "reading": attribution.describe(each)}
        for each in attribution.reports(read)
    ]  # fmt: skip


def row(draft: Draft) -> Row:
    """Return a draft as plain values."""
    return {
        "quote": draft.quote,
        "start": draft.span.start,
        "end": draft.span.end,
        "text": draft.text,
        "kind": draft.kind,
        "speaker": draft.speaker,
        "quoted": draft.quoted,
        "polarity": draft.polarity,
        "hedge": draft.hedge,
        "when": str(draft.when) if draft.when else None,
        "deadline": draft.deadline.isoformat() if draft.deadline else None,
        "deadline_rule": draft.deadline_rule,
        "quantities": [each.model_dump(mode="json") for each in draft.quantities],
        "subject": draft.subject,
        "measure": draft.measure,
        "score": draft.score,
        "doubts": list(draft.doubts),
    }
