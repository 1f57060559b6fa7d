"""Generated cases in which every priced and every forbidding rule has something to say."""

from datetime import UTC, datetime, time, timedelta

from hypothesis import strategies as st

from planner.model.base_plan import BasePlan, BaseVisit
from planner.model.case import Case
from planner.model.clients import Client, Preferences
from planner.model.history import PastVisit
from planner.model.staff import Car, Caregiver, Gender, Shift
from planner.model.units import CarId, GroupId, PlaceId, Seconds
from planner.model.weights import Weights
from tests.build.generated import cases
from tests.build.parts import HOUR

WEIGHT = st.integers(0, 5_000)
CAR = CarId("K1")


@st.composite
def rich_cases(draw: st.DrawFn, max_days: int = 1) -> Case:
    """Draw a case of ``cases`` with pets, wishes, other groups, licences, weights, a shared car."""
    case = draw(cases(max_days=max_days))
    staff = tuple(draw(_caregiver(row)) for row in case.caregivers)
    clients = tuple(draw(_client(row, staff)) for row in case.clients)
    shifts = tuple(draw(_shift(row)) for row in case.shifts)
    return case.model_copy(
        update={
            "clients": clients,
            "caregivers": staff,
            "shifts": shifts,
            "cars": (Car(id=CAR, place=PlaceId("OFFICE")),),
            "weights": draw(_weights()),
            "base_plan": draw(_base_plan(case)),
            "history": draw(_history(case)),
        }
    )


@st.composite
def _history(draw: st.DrawFn, case: Case) -> tuple[PastVisit, ...]:
    """Draw up to three visits before the horizon, some by day, some in the evening."""
    first = datetime.combine(case.horizon.first, time(0), tzinfo=UTC)
    rows = (
        PastVisit(
            client=draw(st.sampled_from(case.clients)).id,
            caregiver=draw(st.sampled_from(case.caregivers)).id,
            start=first - timedelta(days=draw(st.integers(1, 15))) + timedelta(hours=hour),
            duration=Seconds(HOUR),
        )
        for hour in draw(st.lists(st.sampled_from([8, 8, 17]), max_size=3))
    )
    return tuple(rows)


@st.composite
def _base_plan(draw: st.DrawFn, case: Case) -> BasePlan | None:
    """Draw a base plan that means somebody for each service on the first day, or none."""
    if draw(st.booleans()):
        return None
    first = case.horizon.first
    rows = [
        BaseVisit(
            client=order.client,
            service=service.id,
            weekday=first.isoweekday(),
            week=1,
            caregiver=draw(st.sampled_from(case.caregivers)).id,
            start=service.window.earliest,
        )
        for order in case.orders
        for service in order.services
    ]
    return BasePlan(first=first, visits=tuple(rows))


@st.composite
def _shift(draw: st.DrawFn, row: Shift) -> Shift:
    return row.model_copy(update={"car": draw(st.sampled_from([None, None, None, CAR]))})


@st.composite
def _caregiver(draw: st.DrawFn, row: Caregiver) -> Caregiver:
    return row.model_copy(
        update={
            "group": GroupId(draw(st.sampled_from(["G1", "G1E"]))),
            "allergies": draw(st.sampled_from([(), ("cat",), ("cat", "dog")])),
            "gender": draw(st.sampled_from([None, *Gender])),
            "languages": draw(st.sampled_from([("sv",), ("sv", "fi")])),
            "driving_licence": draw(st.sampled_from([True, True, False])),
        }
    )


@st.composite
def _client(draw: st.DrawFn, row: Client, staff: tuple[Caregiver, ...]) -> Client:
    wish = Preferences(
        gender=draw(st.sampled_from([None, Gender.WOMAN, Gender.MAN])),
        languages=draw(st.sampled_from([(), ("fi",), ("so", "sv")])),
        caregivers=draw(st.sampled_from([(), (staff[0].id,), (staff[-1].id,)])),
        avoid=row.preferences.avoid,
    )
    pets = draw(st.sampled_from([(), ("cat",), ("dog",)]))
    return row.model_copy(update={"preferences": wish, "pets": pets})


@st.composite
def _weights(draw: st.DrawFn) -> Weights:
    return Weights(**{name: draw(WEIGHT) for name in Weights.model_fields})
