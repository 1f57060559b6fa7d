"""A morning small enough to plan by hand: two caregivers, four clients, one double staffing.

W1 (by car) helps C1, then C2 whose first quarter she shares with W2, and phones C4. W2 (by bike)
is at the hand-over, visits C3, who has a protected identity, and joins W1 at C2.
"""

from datetime import UTC, date, datetime, time
from types import MappingProxyType

import numpy as np

from planner.calendar.demand import expand
from planner.model.case import Case, Group, Horizon, Provider
from planner.model.clients import Client, Lock
from planner.model.instance import Instance
from planner.model.orders import (
    DoublePart,
    DoubleStaffing,
    Order,
    Recurrence,
    Service,
    ServiceKind,
    StartWindow,
)
from planner.model.places import Address, Coordinate, Place, PlaceKind, TravelMode
from planner.model.plan import Origin, Plan, Round, Stop, StopKind
from planner.model.staff import Break, Caregiver, Duty, DutyKind, Shift
from planner.model.travel import TravelMatrices
from planner.model.units import (
    CaregiverId,
    ClientId,
    GroupId,
    OrderId,
    PlaceId,
    ProviderId,
    Seconds,
    ServiceId,
    ShiftId,
)
from planner.model.visits import Demand

DAY = date(2026, 11, 23)
HIDDEN_STREET = "Doldagatan"
DRIVE = Seconds(300)


def at(clock: str) -> datetime:
    """Return the moment of a Stockholm winter clock time on ``DAY``, in UTC."""
    hour, minute = (int(part) for part in clock.split(":"))
    return datetime(DAY.year, DAY.month, DAY.day, hour - 1, minute, tzinfo=UTC)


def place(name: str, number: int, kind: PlaceKind = PlaceKind.HOME, street: str = "") -> Place:
    """Return a place in Göteborg, ``number`` a few hundred metres further north each."""
    return Place(
        id=PlaceId(name),
        kind=kind,
        coordinate=Coordinate(lat=57.700 + 0.002 * number, lon=11.960),
        address=Address(street=street, number=str(number), entrance="B") if street else None,
        stairs=2,
    )


def service(
    client: str, kind: ServiceKind, label: str, minutes: int, window: StartWindow
) -> Service:
    """Return a daily service of ``client``."""
    return Service(
        id=ServiceId(f"{client}-{label}-{kind.value}"),
        kind=kind,
        visit=label,
        recurrence=Recurrence(rule="FREQ=DAILY", first=date(2026, 1, 1)),
        duration=Seconds(60 * minutes),
        window=window,
        personal_care=kind is ServiceKind.PERSONAL_CARE,
    )


def order(client: str, *services: Service, double: bool = False) -> Order:
    """Return the one order of ``client``."""
    return Order(
        id=OrderId(f"B-{client}"),
        client=ClientId(client),
        start=date(2026, 1, 1),
        double_in_text=double,
        services=services,
    )


def _clients() -> tuple[Client, ...]:
    group = GroupId("G1")
    contact = CaregiverId("W1")
    return (
        Client(
            id=ClientId("C1"),
            place=PlaceId("P1"),
            group=group,
            contact=contact,
            alarm=True,
            pets=("dog",),
            cautions=("fall_risk", "oxygen"),
        ),
        Client(id=ClientId("C2"), place=PlaceId("P2"), group=group, lock=Lock.KEY, contact=contact),
        Client(
            id=ClientId("C3"),
            place=PlaceId("P3"),
            group=group,
            contact=CaregiverId("W2"),
            protected_identity=True,
        ),
        Client(id=ClientId("C4"), place=PlaceId("P4"), group=group, lock=Lock.CLIENT_OPENS),
    )


def _orders() -> tuple[Order, ...]:
    morning = StartWindow(earliest=time(7), latest=time(9))
    lift = service("C2", ServiceKind.PERSONAL_CARE, "morning", 30, morning).model_copy(
        update={"double": DoubleStaffing(part=DoublePart.FIRST, duration=Seconds(900))}
    )
    return (
        order(
            "C1",
            service("C1", ServiceKind.PERSONAL_CARE, "morning", 20, morning),
            service("C1", ServiceKind.MEDICATION, "morning", 5, morning),
        ),
        order("C2", lift, double=True),
        order("C3", service("C3", ServiceKind.CHECK, "morning", 15, morning)),
        order("C4", service("C4", ServiceKind.PHONE_VISIT, "morning", 5, morning)),
    )


def _shifts() -> tuple[Shift, ...]:
    lunch = Break(earliest_start=time(10), latest_start=time(12), duration=Seconds(1800))
    handover = Duty(
        kind=DutyKind.HANDOVER, start=time(7), duration=Seconds(900), place=PlaceId("OFF")
    )
    return tuple(
        Shift(
            id=ShiftId(f"S-{who}"),
            caregiver=CaregiverId(who),
            day=DAY,
            start=time(7),
            end=time(12, 30),
            start_place=PlaceId("OFF"),
            end_place=PlaceId("OFF"),
            breaks=(lunch,),
            duties=duties,
        )
        for who, duties in (("W1", ()), ("W2", (handover,)))
    )


def morning_case() -> Case:
    """Return the case."""
    return Case(
        id="morning",
        municipality="Lund",
        horizon=Horizon(first=DAY),
        providers=(Provider(id=ProviderId("LUND"), municipality="Lund"),),
        places=(
            place("OFF", 0, PlaceKind.OFFICE, "Kontorsgatan"),
            place("P1", 1, street="Åsögatan"),
            place("P2", 2, street="Ängsvägen"),
            place("P3", 3, street=HIDDEN_STREET),
            place("P4", 4),
        ),
        groups=(Group(id=GroupId("G1"), district="Centrum", office=PlaceId("OFF")),),
        clients=_clients(),
        orders=_orders(),
        caregivers=(
            Caregiver(id=CaregiverId("W1"), group=GroupId("G1"), driving_licence=True),
            Caregiver(id=CaregiverId("W2"), group=GroupId("G1"), travel_mode=TravelMode.BIKE),
        ),
        shifts=_shifts(),
    )


def morning_demand() -> Demand:
    """Return the visits, breaks and duties of the case."""
    return expand(morning_case())


def morning_travel() -> TravelMatrices:
    """Return five minutes between any two places, however one travels."""
    names = ("OFF", "P1", "P2", "P3", "P4")
    seconds = np.full((5, 5), DRIVE, np.int32)
    np.fill_diagonal(seconds, 0)
    return TravelMatrices(
        tuple(PlaceId(name) for name in names),
        MappingProxyType(dict.fromkeys(TravelMode, seconds)),
        "morning",
    )


def morning_instance() -> Instance:
    """Return the case with its demand and travel times."""
    return Instance(morning_case(), morning_demand(), morning_travel())


def stop(kind: StopKind, name: str, spot: str | None, start: str, end: str, **more: int) -> Stop:
    """Return a stop of a round; ``travel`` seconds, ``seat`` and ``wait`` minutes may be given."""
    begin = at(start)
    return Stop(
        kind=kind,
        id=name,
        seat=2 if more.get("seat") == 2 else 1,
        place=PlaceId(spot) if spot else None,
        travel=Seconds(more.get("travel", DRIVE)),
        arrival=datetime.fromtimestamp(begin.timestamp() - 60 * more.get("wait", 0), UTC),
        start=begin,
        end=at(end),
    )


def _rounds() -> tuple[Round, ...]:
    visit, rest, duty = StopKind.VISIT, StopKind.BREAK, StopKind.DUTY
    first = (
        stop(visit, f"C1:{DAY}:morning", "P1", "07:05", "07:30"),
        stop(visit, f"C2:{DAY}:morning", "P2", "07:45", "08:15", wait=10),
        stop(visit, f"C4:{DAY}:morning.C4-morning-phone_visit", None, "08:15", "08:20", travel=0),
        stop(rest, "S-W1:break:1", None, "10:00", "10:30", travel=0),
    )
    second = (
        stop(duty, "S-W2:handover:1", "OFF", "07:00", "07:15", travel=0),
        stop(visit, f"C3:{DAY}:morning.C3-morning-check", "P3", "07:20", "07:35"),
        stop(visit, f"C2:{DAY}:morning", "P2", "07:45", "08:00", seat=2, wait=5),
        stop(rest, "S-W2:break:1", None, "10:00", "10:30", travel=0),
    )
    return tuple(
        Round(
            shift=ShiftId(f"S-{who}"),
            caregiver=CaregiverId(who),
            day=DAY,
            mode=mode,
            stops=stops,
            travel_home=DRIVE,
        )
        for who, mode, stops in (("W1", TravelMode.CAR, first), ("W2", TravelMode.BIKE, second))
    )


def morning_plan(name: str = "plan-1", parent: str | None = None) -> Plan:
    """Return the plan of the module's first lines."""
    return Plan(
        id=name,
        case="morning",
        parent=parent,
        created=datetime(2026, 11, 22, 20, 0, tzinfo=UTC),
        origin=Origin(
            seed=1, iterations=1000, code_version="0.1.0", case_hash="c", matrix_hash="m"
        ),
        cost=9000,
        rounds=_rounds(),
    )
