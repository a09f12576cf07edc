"""Finders: what finds the claims of an article, ours or a language model, behind one call."""

from collections.abc import Callable
from dataclasses import dataclass

from claims.domain.article import Article
from claims.extract.draft import Draft


@dataclass(frozen=True, slots=True)
class Found:
    """The drafts of an article, the quotes that were refused, and what was spent, in words."""

    drafts: tuple[Draft, ...]
    refused: tuple[str, ...] = ()
    spent: str | None = None


@dataclass(frozen=True, slots=True)
class Finder:
    """Something that finds claims, and its name for the ledger."""

    name: str
    find: Callable[[Article], Found]


def offline(language: str | None = None, *, check_language: bool = True) -> Finder:
    """Return our own pipeline, with another language model where one is named."""

    def find(article: Article) -> Found:
        from claims.extract.pipeline import extract

        return Found(extract(article, language=language, check_language=check_language))

    from claims import __version__

    return Finder(f"claims {__version__}, {language or 'own model'}", find)


def llm(url: str, model: str, key: str, *, check_language: bool = True) -> Finder:
    """Return a language model behind an OpenAI-compatible endpoint."""
    from claims.extract.llm.ask import Asker, Endpoint

    endpoint = Endpoint(url, model, key)

    def find(article: Article) -> Found:
        from claims.extract.english import require_english
        from claims.extract.llm.extract import extract

        if check_language:
            require_english(article.text)
        answer = extract(article, Asker(endpoint))
        usage = answer.usage
        spent = f"{usage.calls} questions, {usage.sent} tokens sent, {usage.received} received"
        return Found(answer.drafts, answer.refused, spent)

    return Finder(f"llm {model}", find)
