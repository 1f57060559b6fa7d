"""Generated cases in which every rule there is has something to say in some of them."""

from hypothesis import strategies as st

from planner.model.agreements import Agreement
from planner.model.case import Case
from planner.model.clients import Household, HouseholdMode
from planner.model.orders import Order, ServiceKind
from planner.model.staff import Shift
from planner.model.units import HouseholdId, PlaceId, Seconds
from tests.build.alarms import alarm_cases
from tests.build.doors import door_cases
from tests.build.parts import HOUR
from tests.build.wishes import rich_cases

DAYS = 2
"""Days of the longest horizon."""

AT_HOME = (ServiceKind.MEAL, ServiceKind.SIMPLIFIED, ServiceKind.HOUSING_SUPPORT)
"""What follows at the door in a fixed order, where it shares a call."""


def strata() -> tuple[st.SearchStrategy[Case], ...]:
    """Return cases with wishes, doors and alarms in every mixture, and couples, each by itself."""
    wishes, alarms = rich_cases(max_days=DAYS), alarm_cases(max_days=DAYS)
    doors = door_cases(wishes)
    return tuple(map(_agreed, (wishes, doors, alarms, door_cases(alarms), _couples(doors))))


def law_cases() -> st.SearchStrategy[Case]:
    """Return cases of all ``strata``."""
    return st.one_of(*strata())


@st.composite
def _couples(draw: st.DrawFn, base: st.SearchStrategy[Case]) -> Case:
    """Draw a case of ``base`` whose clients live together, one helped wholly before the other."""
    case = draw(base)
    if len(case.clients) == 1:
        return case
    home = case.clients[0].place
    codes = tuple(row.id for row in case.clients)
    pair = Household(id=HouseholdId("H0"), clients=codes, mode=HouseholdMode.IN_TURN)
    return case.model_copy(
        update={
            "clients": tuple(row.model_copy(update={"place": home}) for row in case.clients),
            "households": (pair,),
            "orders": tuple(draw(_in_one_call(row)) for row in case.orders),
            "shifts": tuple(draw(_from_somewhere(row, home)) for row in case.shifts),
            "cancellations": (),
        }
    )


@st.composite
def _from_somewhere(draw: st.DrawFn, row: Shift, home: PlaceId) -> Shift:
    """Draw where a shift without a hand-over starts: keys and boxes hang and stand elsewhere."""
    if row.duties:
        return row
    return row if draw(st.booleans()) else row.model_copy(update={"start_place": home})


@st.composite
def _in_one_call(draw: st.DrawFn, row: Order) -> Order:
    services = [
        one
        if one.kind is ServiceKind.PHONE_VISIT or one.place
        else one.model_copy(update={"visit": "call", "kind": draw(st.sampled_from(AT_HOME))})
        for one in row.services
    ]
    return row.model_copy(update={"services": tuple(services)})


@st.composite
def _agreed(draw: st.DrawFn, base: st.SearchStrategy[Case]) -> Case:
    """Draw a case of ``base``, perhaps with a rest that two days in a row cannot leave."""
    case = draw(base)
    if case.horizon.days == 1 or draw(st.booleans()):
        return case
    hours = Seconds(draw(st.sampled_from([18, 20, 22])) * HOUR)
    strict = Agreement(id=case.caregivers[0].employer_profile, least_rest=hours, daily_rest=hours)
    return case.model_copy(update={"agreements": (strict,)})
