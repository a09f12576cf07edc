"""Evidence: what a source shows about a claim; its grade, its days and the origin that makes it independent or not."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from claims.domain.base import Model

Grade = Annotated[str, StringConstraints(pattern=r"^[A-F][1-6]?$")]
"""The Admiralty code: source A (reliable) to E (unreliable), F unknown; information 1 to 5, 6 unknown. F and 6 mean
"cannot be judged", not "worst"."""


class Stance(StrEnum):
    """What the evidence says of the claim."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    PARTLY = "partly"
    """It shows that a part of the claim holds."""
    NEITHER = "neither"


class Evidence(Model):
    """One thing a source shows about one claim."""

    id: str
    stance: Stance
    source: str = Field(min_length=1)
    """A link, or the name of a document or person."""
    publisher: str | None = None
    via: str | None = None
    """Whose report it passes on: a wire, another outlet."""
    origin: str = Field(min_length=1)
    """Case-folded: `via`, else the publisher's family, else the publisher, else the source. One origin counts once."""
    origin_rule: str = "source"
    """What the origin was taken from, in a word or two."""
    quote: str | None = None
    published: date | None = None
    happened: date | None = None
    """The day of what it reports; where it is not given, the day it was published."""
    entered: date
    """The day it came on the ledger: from then on it counts where it has no other day."""
    grade: Grade | None = None
    note: str | None = None

    @property
    def day(self) -> date:
        """The day from which it counts."""
        return self.published or self.entered

    @property
    def dated(self) -> date | None:
        """The day of what it reports, where it can be told."""
        return self.happened or self.published
