"""A Hypothesis strategy of valid small cases.

Everybody's working time has a common core, and every start window reaches into it, so that
each visit can be done by whoever has the skills.
"""

from dataclasses import dataclass
from datetime import UTC, date, time, timedelta

from hypothesis import strategies as st

from planner.calendar.clock import moment
from planner.calendar.demand import expand
from planner.model.case import Case, Horizon, Pin
from planner.model.clients import Client, MealDelivery, Preferences
from planner.model.orders import DoublePart, Service, ServiceKind, StartWindow
from planner.model.places import Coordinate, Place, PlaceKind, TravelMode
from planner.model.staff import Caregiver, Shift
from planner.model.visits import Visit
from tests.build.parts import (
    DAY,
    MINUTE,
    caregiver,
    client,
    double,
    groups,
    handover,
    lunch,
    meal,
    order,
    place,
    provider,
    service,
    shift,
)

OPENS, CLOSES = 7 * 60, 22 * 60
KINDS = (
    ServiceKind.PERSONAL_CARE,
    ServiceKind.MEAL,
    ServiceKind.MEDICATION,
    ServiceKind.CHECK,
    ServiceKind.LAUNDRY,
    ServiceKind.PHONE_VISIT,
)


@dataclass(frozen=True)
class _Setting:
    """What all parts of one generated case share; minutes of the day for the common core."""

    days: tuple[date, ...]
    core: tuple[int, int]
    caregivers: tuple[Caregiver, ...]


def _at(minutes: int) -> time:
    """Return minutes after midnight as a wall-clock time."""
    return time(minutes // 60, minutes % 60)


@st.composite
def cases(draw: st.DrawFn, *, max_shifts: int = 3, max_visits: int = 12, max_days: int = 1) -> Case:
    """Draw a valid case with at most ``max_shifts`` caregivers and about ``max_visits`` visits.

    Varies double staffing of every part, gaps, skills and delegations, avoided caregivers, meal
    boxes, phone visits, preferred windows, breaks, duties, travel modes, pins.
    """
    first = DAY + timedelta(days=draw(st.integers(0, 400)))
    days = tuple(first + timedelta(days=n) for n in range(draw(st.integers(1, max_days))))
    starts_at = draw(st.sampled_from([OPENS, 8 * 60, 15 * 60]))
    length = draw(st.sampled_from([4 * 60, 6 * 60, 7 * 60]))
    staff = tuple(draw(_caregiver(n)) for n in range(draw(st.integers(1, max_shifts))))
    setting = _Setting(days, (starts_at + 30, starts_at + length - 30), staff)
    clients = tuple(draw(_client(n, staff)) for n in range(draw(st.integers(1, 4))))
    left = max_visits // len(days)
    orders, meals = [], []
    for number, person in enumerate(clients):
        count = draw(st.integers(1, max(1, left // (len(clients) - number))))
        left -= count
        services = tuple(draw(_service(f"S{number}-{n}", person, setting)) for n in range(count))
        orders.append(order(f"O{number}", person.id, *services))
        if draw(st.booleans()):
            meals.append(draw(_meal(number, person, setting)))
    case = Case(
        id="generated",
        municipality="Göteborg",
        horizon=Horizon(first=first, days=len(days)),
        providers=(provider(),),
        places=(place("OFFICE", 0, PlaceKind.OFFICE), *(draw(_home(c)) for c in clients)),
        groups=groups(),
        clients=clients,
        orders=tuple(orders),
        caregivers=staff,
        shifts=tuple(
            draw(_shift(who, day, starts_at, starts_at + length)) for who in staff for day in days
        ),
        meal_deliveries=tuple(meals),
    )
    case = _with_possible_gaps(case)
    return case.model_copy(update={"pins": draw(_pins(case))})


def _with_possible_gaps(case: Case) -> Case:
    """Return ``case``, without its least gaps if one of them cannot be kept by any start."""
    demand = expand(case)
    spans = {visit.id: visit.window for visit in demand.visits}
    if all(
        spans[gap.before].earliest + gap.seconds <= spans[gap.after].latest for gap in demand.gaps
    ):
        return case
    orders = tuple(
        row.model_copy(
            update={
                "services": tuple(one.model_copy(update={"min_gap": 0}) for one in row.services)
            }
        )
        for row in case.orders
    )
    return case.model_copy(update={"orders": orders})


@st.composite
def _caregiver(draw: st.DrawFn, number: int) -> Caregiver:
    """Draw a caregiver with any travel mode, skills and delegations."""
    return caregiver(
        f"A{number}",
        skills=("lift",) if draw(st.booleans()) else (),
        delegations=("insulin",) if draw(st.booleans()) else (),
        travel_mode=draw(st.sampled_from(TravelMode)),
        floater=draw(st.booleans()),
    )


@st.composite
def _client(draw: st.DrawFn, number: int, staff: tuple[Caregiver, ...]) -> Client:
    """Draw a client; of three caregivers one may be avoided, the contact is another one."""
    names = draw(st.permutations([person.id for person in staff]))
    avoid = names[2:] if draw(st.booleans()) else []
    return client(
        f"C{number}",
        f"P{number}",
        contact=names[0] if draw(st.booleans()) else None,
        deputy=names[1] if len(names) > 1 and draw(st.booleans()) else None,
        alarm=draw(st.booleans()),
        preferences=Preferences(avoid=tuple(avoid)),
    )


@st.composite
def _home(draw: st.DrawFn, person: Client) -> Place:
    """Draw a home within some two kilometres of the office."""
    metres = st.integers(-2000, 2000)
    lat = 57.70 + draw(metres) / 111_200
    lon = 11.97 + draw(metres) / 59_400
    return Place(id=person.place, coordinate=Coordinate(lat=lat, lon=lon))


@st.composite
def _window(draw: st.DrawFn, length: int, setting: _Setting) -> StartWindow:
    """Draw a window for a visit of ``length`` minutes that reaches into the common core."""
    anchor = draw(st.integers(setting.core[0], setting.core[1] - length))
    earliest = max(OPENS, anchor - draw(st.integers(0, 120)))
    latest = min(CLOSES - length, anchor + draw(st.integers(0, 120)))
    if draw(st.booleans()):
        return StartWindow(earliest=_at(earliest), latest=_at(latest))
    wish = sorted((draw(st.integers(earliest, latest)), draw(st.integers(earliest, latest))))
    return StartWindow(
        earliest=_at(earliest),
        latest=_at(latest),
        preferred_from=_at(wish[0]),
        preferred_to=_at(wish[1]),
    )


@st.composite
def _service(draw: st.DrawFn, name: str, person: Client, setting: _Setting) -> Service:
    """Draw a service of a visit of its own, which somebody (or two) on duty may do."""
    kind = draw(st.sampled_from(KINDS))
    minutes = draw(st.sampled_from([5, 15, 30, 45]))
    able = [who for who in setting.caregivers if who.id not in person.preferences.avoid]
    part = draw(st.sampled_from(DoublePart)) if len(able) > 1 else DoublePart.NONE
    if kind is ServiceKind.PHONE_VISIT:
        part = DoublePart.NONE
    shared = draw(st.integers(1, minutes)) if part in (DoublePart.FIRST, DoublePart.LAST) else None
    needed = 1 if part is DoublePart.NONE else 2
    lifters = [who for who in able if who.skills]
    nurses = [who for who in lifters or able if who.delegations]
    lift = len(lifters) >= needed and draw(st.booleans())
    insulin = len(nurses) >= needed and draw(st.booleans())
    return service(
        name,
        f"visit-{name}",
        kind=kind,
        duration=minutes * MINUTE,
        window=draw(_window(minutes, setting)),
        double=double(part, shared),
        skills=("lift",) if lift else (),
        delegations=("insulin",) if insulin else (),
        min_gap=draw(st.sampled_from([0, 15, 45])) * MINUTE,
        personal_care=draw(st.booleans()),
        uninterruptible=draw(st.booleans()),
    )


@st.composite
def _meal(draw: st.DrawFn, number: int, person: Client, setting: _Setting) -> MealDelivery:
    """Draw a delivery of meal boxes."""
    times = draw(_window(5, setting))
    return meal(
        f"M{number}",
        person.id,
        day=draw(st.sampled_from(setting.days)),
        boxes=draw(st.integers(1, 7)),
        earliest_start=times.earliest,
        latest_start=times.latest,
    )


@st.composite
def _shift(draw: st.DrawFn, who: Caregiver, day: date, start: int, end: int) -> Shift:
    """Draw a shift around the common times, with a break if it is long, perhaps a hand-over."""
    start = max(OPENS, start - draw(st.sampled_from([0, 15, 30])))
    end = min(CLOSES, end + draw(st.sampled_from([0, 15, 30])))
    rest = lunch(f"{_at(start + 150):%H:%M}", f"{_at(end - 150):%H:%M}")
    return shift(
        f"T-{who.id}-{day:%m%d}",
        who.id,
        day=day,
        start=_at(start),
        end=_at(end),
        breaks=(rest,) if end - start > 5 * 60 else (),
        duties=(handover(f"{_at(start):%H:%M}"),) if draw(st.booleans()) else (),
    )


@st.composite
def _pins(draw: st.DrawFn, case: Case) -> tuple[Pin, ...]:
    """Draw no pin or one, to somebody who has the skills."""
    visits = expand(case).visits
    if not visits or draw(st.booleans()):
        return ()
    visit = draw(st.sampled_from(visits))
    able = [who.id for who in case.caregivers if _fits(case, who, visit)]
    who = draw(st.sampled_from(able))
    start = moment(visit.window.earliest).astimezone(UTC) if draw(st.booleans()) else None
    return (Pin(visit=visit.id, caregiver=who, start=start),)


def _fits(case: Case, who: Caregiver, visit: Visit) -> bool:
    """Say whether ``who`` may take ``visit``."""
    avoid = next(c.preferences.avoid for c in case.clients if c.id == visit.client)
    return (
        visit.skills <= set(who.skills)
        and visit.delegations <= set(who.delegations)
        and who.id not in avoid
    )
