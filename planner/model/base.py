"""The base of every value that stands in a JSON document: frozen, strict, no unknown fields."""

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """A frozen value of a JSON document.

    Unknown fields are refused (a misspelt field would otherwise be lost in silence), and types
    are strict: the string ``"30"`` is not the number 30.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)
