"""Model: the base of every value of the domain; frozen, complete and valid when made."""

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """A frozen value: fields cannot be set after it is made, and a field it does not know is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", ser_json_inf_nan="null")
