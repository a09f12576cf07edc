"""Schema: what the model is asked to give, as pydantic models; the JSON schema sent to it is made from these."""

from pydantic import BaseModel, ConfigDict, Field, field_validator

from claims.domain.claim import Hedge, Kind, Polarity


class Proposal(BaseModel):
    """One claim as a model proposes it."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    quote: str = Field(description="the exact, contiguous words of the article that carry the claim")
    text: str = Field(description="the claim as a sentence that stands alone, names for pronouns, no attribution")
    kind: Kind = Field(description="event, state, statistic, forecast or commitment")
    speaker: str | None = Field(
        default=None, description="who the article says it from, as named there; null for the article itself"
    )
    polarity: Polarity = Field(default=Polarity.POSITIVE, description="negative where the main verb is negated")
    hedge: Hedge = Field(default=Hedge.ASSERTED, description="asserted, expected, possible or denied")

    @field_validator("kind", "polarity", "hedge", mode="before")
    @classmethod
    def _lower(cls, value: object) -> object:
        return value.strip().lower() if isinstance(value, str) else value

    @field_validator("speaker", mode="after")
    @classmethod
    def _no_empty_name(cls, value: str | None) -> str | None:
        return (
            None if value is None or value.strip().lower() in ("", "null", "none", "n/a", "unknown") else value.strip()
        )


class Proposals(BaseModel):
    """All claims of a piece of an article."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    claims: tuple[Proposal, ...]
