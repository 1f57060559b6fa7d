"""Units and identifiers of the core: integers with a name, strings with a name.

Every duration is in whole seconds, every length in whole metres, every amount of money in öre.
An ``Instant`` is a moment as whole seconds since 1970-01-01T00:00Z.
"""

from typing import NewType

Seconds = NewType("Seconds", int)
"""A duration in whole seconds."""

Metres = NewType("Metres", int)
"""A length in whole metres."""

Ore = NewType("Ore", int)
"""An amount of money in öre (1/100 krona)."""

Cost = NewType("Cost", int)
"""What the optimizer minimises. One second of travel at weight 1 is one unit."""

Instant = NewType("Instant", int)
"""A moment: whole seconds since 1970-01-01T00:00Z."""

ProviderId = NewType("ProviderId", str)
PlaceId = NewType("PlaceId", str)
GroupId = NewType("GroupId", str)
ClientId = NewType("ClientId", str)
HouseholdId = NewType("HouseholdId", str)
OrderId = NewType("OrderId", str)
ServiceId = NewType("ServiceId", str)
CaregiverId = NewType("CaregiverId", str)
CarId = NewType("CarId", str)
ShiftId = NewType("ShiftId", str)
VisitId = NewType("VisitId", str)
ActivityId = NewType("ActivityId", str)
