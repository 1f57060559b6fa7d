"""What Lund's text leaves open, as settings."""

from enum import StrEnum

from pydantic import Field

from planner.model.base import Value


class Basis(StrEnum):
    """Which days' schablon is paid."""

    GRANTED = "granted"
    PERFORMED = "performed"


class FeeBasis(StrEnum):
    """What the client is billed for."""

    PERFORMED = "performed"
    GRANTED = "granted"


class LongAbsence(StrEnum):
    """Schablon on days of absence that the schablon no longer absorbs."""

    PAID = "paid"
    AT_RISK = "at_risk"
    DENIED = "denied"


class LundSettings(Value):
    """Settings of Lund.

    ``basis``: the schablon of every day of the order is paid, or only of days with a performed
    visit for it (L05). ``absorbed_days``: days of changed need that the schablon holds (L07).
    ``long_absence``: what becomes of the schablon when a client is away longer than that.
    ``fee_basis``: the client is billed for performed time within the schablon, or for all of it.
    """

    basis: Basis = Basis.GRANTED
    absorbed_days: int = Field(default=14, ge=0, le=62)
    long_absence: LongAbsence = LongAbsence.AT_RISK
    fee_basis: FeeBasis = FeeBasis.PERFORMED
