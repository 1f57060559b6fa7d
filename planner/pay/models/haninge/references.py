"""The invoice reference by the client's age (N31)."""

from dataclasses import dataclass, field

from planner.model.units import ClientId
from planner.pay.model.orders import MonthOrder
from planner.pay.models.haninge.settings import HaningeSettings
from planner.pay.steps.desk import Desk

ELDERLY, YOUNGER, PSYCHIATRIC = "780201", "350101", "333601"
"""Over 65; under 65; under 65 in socialpsykiatri."""


@dataclass(frozen=True)
class HaningeDesk(Desk):
    """A desk that knows the references by age."""

    settings: HaningeSettings = field(default_factory=HaningeSettings)

    def reference(self, client: ClientId, order: MonthOrder | None = None) -> str | None:
        """Return the order's or the client's reference, or else that of the client's age."""
        return super().reference(client, order) or self._by_age(client)

    def _by_age(self, client: ClientId) -> str | None:
        """Return the reference by age in the month; ``None`` for an unknown birth."""
        row = self.account.client[client]
        if row.born is None:
            return None
        year, month = (int(part) for part in row.born.split("-"))
        last = self.account.period.last
        age = (12 * last.year + last.month - 12 * year - month) // 12
        if age >= self.settings.elderly_from:
            return ELDERLY
        return PSYCHIATRIC if row.psychiatric else YOUNGER
