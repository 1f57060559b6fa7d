"""The input of settling: everything about one month at one unit in one JSON document."""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, PlainSerializer

from planner.calendar.working_days import WorkingDays
from planner.model.base import Value
from planner.model.moments import Day, Moment
from planner.model.units import ClientId, HouseholdId, ProviderId
from planner.pay.model.events import (
    Absence,
    Answer,
    CarePlan,
    ContactNaming,
    Correction,
    Goal,
    NeedChange,
    OtherWork,
    ProviderChange,
)
from planner.pay.model.kinds import Supplement
from planner.pay.model.meals import MealRow
from planner.pay.model.orders import MonthOrder
from planner.pay.model.visits import AlarmCall, DeclinedVisit, PerformedVisit, PlannedVisit

MONTH_VERSION: Literal[1] = 1
"""The version of the month document this code reads and writes."""

SettingValue = bool | int | str
"""What a setting of a compensation model may be."""

Settings = Annotated[
    Mapping[str, SettingValue],
    AfterValidator(lambda value: MappingProxyType(dict(value))),
    PlainSerializer(dict, return_type=dict[str, SettingValue]),
]
"""Settings by name; which ones there are depends on the municipality's model."""


class MonthClient(Value):
    """A client as the settlement knows it: by a code.

    ``born`` is the year and month of birth (``1958-07``) and decides the reference group where
    there is no ``reference`` (N31); ``psychiatric``: socialpsykiatri. ``household``: lives with
    the others who have the same one.
    """

    id: ClientId
    household: HouseholdId | None = None
    reference: str | None = None
    born: str | None = Field(default=None, pattern="^[0-9]{4}-(0[1-9]|1[0-2])$")
    psychiatric: bool = False
    supplements: tuple[Supplement, ...] = ()


class RowList(StrEnum):
    """The lists of a month whose rows have an id of their own."""

    CLIENTS = "clients"
    PLANNED = "planned"
    PERFORMED = "performed"
    DECLINED = "declined"
    ALARMS = "alarms"
    MEALS = "meals"
    ABSENCES = "absences"
    CARE_PLANS = "care_plans"
    GOALS = "goals"
    PROVIDER_CHANGES = "provider_changes"
    NEED_CHANGES = "need_changes"
    ANSWERS = "answers"
    CORRECTIONS = "corrections"
    OTHER_WORK = "other_work"


class Withdrawal(Value):
    """That a row of an earlier document was a mistake: ``id`` in ``list`` counts no more."""

    list: RowList
    id: str = Field(min_length=1)


class CalendarSettings(Value):
    """What counts as a working day (helgfri vardag); see ``WorkingDays``."""

    eves: bool = True
    saturdays: bool = False

    def working_days(self) -> WorkingDays:
        """Return the calendar that these settings describe."""
        return WorkingDays(eves=self.eves, saturdays=self.saturdays)


class Month(Value):
    """Everything a settlement is made from.

    ``municipality`` is the key of a compensation model. ``settled`` is the moment the settlement
    stands for: what is not approved by then is not approved. Without it the question is not
    asked: rows without ``approved`` count as approved in time. Identifiers are unique within each
    list, those of planned, performed and declined visits and alarm calls within all four.

    ``written`` and ``withdrawn`` matter only where several documents make up one month: of rows
    with the same identifier those of the document written last count (``planner.pay.gather``).
    """

    version: Literal[1] = MONTH_VERSION
    id: str = Field(min_length=1)
    municipality: str = Field(min_length=1)
    provider: ProviderId = ProviderId("")
    unit: str = ""
    month: str = Field(pattern="^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])$")
    time_zone: Literal["Europe/Stockholm"] = "Europe/Stockholm"
    demo: bool = False
    written: Moment | None = None
    settled: Moment | None = None
    calendar: CalendarSettings = CalendarSettings()
    settings: Settings = Field(default_factory=lambda: MappingProxyType({}))
    clients: tuple[MonthClient, ...]
    orders: tuple[MonthOrder, ...] = ()
    planned: tuple[PlannedVisit, ...] = ()
    performed: tuple[PerformedVisit, ...] = ()
    declined: tuple[DeclinedVisit, ...] = ()
    alarms: tuple[AlarmCall, ...] = ()
    meals: tuple[MealRow, ...] = ()
    absences: tuple[Absence, ...] = ()
    care_plans: tuple[CarePlan, ...] = ()
    goals: tuple[Goal, ...] = ()
    provider_changes: tuple[ProviderChange, ...] = ()
    need_changes: tuple[NeedChange, ...] = ()
    answers: tuple[Answer, ...] = ()
    corrections: tuple[Correction, ...] = ()
    other_work: tuple[OtherWork, ...] = ()
    contacts: tuple[ContactNaming, ...] = ()
    withdrawn: tuple[Withdrawal, ...] = ()

    @property
    def first(self) -> Day:
        """The first day of the month."""
        return date.fromisoformat(f"{self.month}-01")

    @property
    def last(self) -> Day:
        """The last day of the month."""
        return (self.first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
