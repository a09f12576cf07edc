"""Ask: one question to a model over the OpenAI protocol, and its answer as Proposals.

The answer's form is asked for three ways, each tried where the one before is refused or gives no JSON: a JSON schema,
any JSON object, plain text. Which one a server takes is remembered for the rest of the article.
"""

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from claims.errors import BadInput, ClaimsError, Misuse
from claims.extract.llm.prompt import messages
from claims.extract.llm.schema import Proposals

if TYPE_CHECKING:
    from openai import OpenAI

FORMS = ("json_schema", "json_object", "text")
MOST_TOKENS = 4_096
"""An answer is cut off here, so that a model that repeats itself ends."""


class Unreachable(ClaimsError):
    """The endpoint cannot be reached, refuses us, or does not answer in time."""

    exit_code = 4


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where the model is: its address up to /v1, its name, the key if one is needed, and how long to wait."""

    url: str
    model: str
    key: str = ""
    seconds: float = 120.0
    retries: int = 2


@dataclass(slots=True)
class Usage:
    """What was spent: questions asked, tokens sent and received as the server counted them."""

    calls: int = 0
    sent: int = 0
    received: int = 0


@dataclass(slots=True)
class Asker:
    """A conversation with one endpoint; `usage` counts as it goes."""

    endpoint: Endpoint
    usage: Usage = field(default_factory=Usage)
    _form: int = 0
    _client: "OpenAI | None" = None

    def proposals(self, piece: str) -> Proposals:
        """Return what the model proposes for a piece of an article.

        Raises Unreachable where there is no answer, BadInput where no answer holds JSON of the form asked for.
        """
        while True:
            form = FORMS[self._form]
            content = self._answer(piece, form)
            found = None if content is None else read(content)
            if found is not None:
                return found
            if self._form + 1 == len(FORMS):
                raise BadInput(
                    f"the model {self.endpoint.model!r} gave no answer of the form asked for; try another with --model"
                )
            self._form += 1

    def _answer(self, piece: str, form: str) -> str | None:
        """Return the model's words, None where the server refuses this form."""
        import openai

        try:
            answer = self._open().chat.completions.create(
                model=self.endpoint.model,
                messages=messages(piece),  # type: ignore[arg-type]
                temperature=0,
                max_tokens=MOST_TOKENS,
                **_asked(form),
            )
        except (openai.BadRequestError, openai.UnprocessableEntityError):
            if form == FORMS[-1]:
                raise Unreachable(
                    f"{self.endpoint.url} refuses the question for model {self.endpoint.model!r}"
                ) from None
            return None
        except openai.APITimeoutError:
            raise Unreachable(f"{self.endpoint.url} did not answer in {self.endpoint.seconds:g} seconds") from None
        except openai.APIConnectionError:
            raise Unreachable(f"{self.endpoint.url} cannot be reached; is the model's server running?") from None
        except openai.APIStatusError as fault:
            raise Unreachable(
                f"{self.endpoint.url} answered {fault.status_code}; {_advice(fault.status_code)}"
            ) from None
        except (openai.OpenAIError, ValueError):
            raise Unreachable(f"{self.endpoint.url} does not answer in the OpenAI protocol") from None
        if isinstance(answer, str) or not getattr(answer, "choices", None):
            raise Unreachable(f"{self.endpoint.url} does not answer in the OpenAI protocol")
        self.usage.calls += 1
        if answer.usage is not None:
            self.usage.sent += answer.usage.prompt_tokens or 0
            self.usage.received += answer.usage.completion_tokens or 0
        return answer.choices[0].message.content or ""

    def _open(self) -> "OpenAI":
        if self._client is None:
            try:
                import openai
            except ImportError:
                raise Misuse("--extractor llm needs the extra: install claims-desk[llm]") from None
            self._client = openai.OpenAI(
                base_url=self.endpoint.url,
                api_key=self.endpoint.key or "none",
                timeout=self.endpoint.seconds,
                max_retries=self.endpoint.retries,
            )
        return self._client


def read(content: str) -> Proposals | None:
    """Return the proposals in a model's words: the first JSON object or list that holds them; None where none does.

    Single proposals that do not fit the form are left out; the others count.
    """
    decoder = json.JSONDecoder()
    for start, letter in enumerate(content):
        if letter not in "{[":
            continue
        try:
            value, _ = decoder.raw_decode(content, start)
        except (ValueError, RecursionError):
            continue
        rows = value.get("claims") if isinstance(value, dict) else value
        if isinstance(rows, list):
            return Proposals(claims=tuple(each for row in rows for each in _fitting(row)))
    return None


def _fitting(row: object) -> list[Any]:
    try:
        return list(Proposals.model_validate({"claims": [row]}).claims)
    except ValidationError:
        return []


def _asked(form: str) -> dict[str, Any]:
    if form == "text":
        return {}
    if form == "json_object":
        return {"response_format": {"type": "json_object"}}
    schema = {"name": "claims", "schema": Proposals.model_json_schema()}
    return {"response_format": {"type": "json_schema", "json_schema": schema}}


def _advice(status: int) -> str:
    if status in (401, 403):
        return "check the key in CLAIMS_LLM_KEY"
    if status == 404:
        return "check the address in CLAIMS_LLM_URL and the name in --model"
    return "the server is overloaded, try later" if status == 429 else "try later"
