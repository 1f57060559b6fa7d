"""Generated cases in which alarms are answered in every way that the settings allow."""

from datetime import time, timedelta

from hypothesis import strategies as st

from planner.calendar.clock import moment
from planner.calendar.demand import expand
from planner.model.alarm import AlarmService
from planner.model.case import Case, ClientAbsence, Group, Provider
from planner.model.clients import Client, Lock
from planner.model.staff import Shift
from planner.model.units import ProviderId, Seconds
from tests.build.parts import MINUTE, provider
from tests.build.wishes import rich_cases

OTHER = Provider(id=ProviderId("OTHER"), municipality="Göteborg")
_PROVIDERS = st.sampled_from([None, ProviderId("HEMTJANST"), ProviderId("OTHER")])


@st.composite
def alarm_cases(draw: st.DrawFn, max_days: int = 1) -> Case:
    """Draw a rich case with alarms, keys, a duty list, several providers, somebody away."""
    case = draw(rich_cases(max_days=max_days))
    own = provider(
        alarm=draw(_service()), answers_alarms=draw(st.sampled_from([True, True, False]))
    )
    changed = case.model_copy(
        update={
            "providers": (own, OTHER),
            "clients": tuple(draw(_caller(row)) for row in case.clients),
            "groups": tuple(draw(_group(row)) for row in case.groups),
            "shifts": tuple(draw(_shift(row)) for row in case.shifts),
        }
    )
    return changed.model_copy(update={"client_absences": draw(_absences(changed))})


@st.composite
def _service(draw: st.DrawFn) -> AlarmService:
    minutes = st.sampled_from([0, 5, 10, 15, 30, 45])
    return AlarmService(
        limit=Seconds(draw(st.sampled_from([240, 400, 900, 1799, 1800]))),
        opens=draw(st.sampled_from([None, time(8), time(6, 30)])),
        closes=draw(st.sampled_from([None, time(21), time(23, 59)])),
        night_patrol=Seconds(draw(minutes) * MINUTE),
        overtime=Seconds(draw(minutes) * MINUTE),
        visit=Seconds(draw(minutes) * MINUTE),
    )


@st.composite
def _caller(draw: st.DrawFn, row: Client) -> Client:
    return row.model_copy(
        update={
            "alarm": draw(st.sampled_from([True, True, False])),
            "alarm_limit": draw(st.sampled_from([None, None, 300, 1000])),
            "lock": draw(st.sampled_from(Lock)),
            "key_place": draw(st.sampled_from([None, None, "OFFICE", row.place])),
            "provider": draw(_PROVIDERS),
            "group": draw(st.sampled_from([None, row.group])),
        }
    )


@st.composite
def _group(draw: st.DrawFn, row: Group) -> Group:
    return row.model_copy(update={"provider": draw(_PROVIDERS)})


@st.composite
def _shift(draw: st.DrawFn, row: Shift) -> Shift:
    return row.model_copy(update={"alarm_duty": draw(st.sampled_from([True, True, False]))})


@st.composite
def _absences(draw: st.DrawFn, case: Case) -> tuple[ClientAbsence, ...]:
    """Draw nobody, or a client who is away for some hours in which no visit falls due."""
    demand = expand(case)
    free = [row for row in case.clients if row.id not in {v.client for v in demand.visits}]
    some = [row for row in case.clients if row.alarm]
    if not some or draw(st.booleans()):
        return ()
    client = draw(st.sampled_from(free or some))
    start = moment(demand.origin) + timedelta(minutes=draw(st.integers(0, 1500)))
    end = start + timedelta(minutes=draw(st.integers(1, 600)))
    return (ClientAbsence(client=client.id, start=start, end=end),)
