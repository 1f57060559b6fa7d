"""The guard of the generator finds each thing that a planted plan may do wrong."""

from datetime import timedelta

import pytest

from api.demo import Demo, DemoSize, generate
from api.demo.proof import PlantingError, prove
from planner.model.plan import Plan, Stop, StopKind
from tests.build.demo import PlainStreets


@pytest.fixture(scope="module")
def demo() -> Demo:
    return generate(DemoSize.GROUP, seed=1, streets=PlainStreets())


def with_stop(plan: Plan, kind: StopKind, seat: int, minutes: int) -> Plan:
    """Return ``plan`` with its first stop of ``kind`` and ``seat`` moved, or left out by 0."""
    rounds, done = [], False
    for round_ in plan.rounds:
        stops: list[Stop] = []
        for stop in round_.stops:
            if done or stop.kind is not kind or stop.seat != seat:
                stops.append(stop)
                continue
            done = True
            if minutes:
                by = timedelta(minutes=minutes)
                moved = {"start": stop.start + by, "end": stop.end + by}
                stops.append(stop.model_copy(update=moved))
        rounds.append(round_.model_copy(update={"stops": tuple(stops)}))
    return plan.model_copy(update={"rounds": tuple(rounds)})


def test_the_planted_plan_is_proved(demo: Demo) -> None:
    prove(demo.case, demo.planted, demo.travel)


@pytest.mark.parametrize(
    ("kind", "seat", "minutes", "fault"),
    [
        (StopKind.VISIT, 1, 0, "left out"),
        (StopKind.VISIT, 1, -240, "before its caregiver is there"),
        (StopKind.VISIT, 2, 1, "apart"),
        (StopKind.BREAK, 1, 0, "missing"),
        (StopKind.DUTY, 1, 5, "misplaced"),
    ],
)
def test_a_broken_plan_is_refused(
    demo: Demo, kind: StopKind, seat: int, minutes: int, fault: str
) -> None:
    plan = with_stop(demo.planted, kind, seat, minutes)
    with pytest.raises(PlantingError, match=fault):
        prove(demo.case, plan, demo.travel)


def test_somebody_without_the_delegation_is_refused(demo: Demo) -> None:
    changed = tuple(
        person.model_copy(update={"delegations": (), "driving_licence": False})
        for person in demo.case.caregivers
    )
    case = demo.case.model_copy(update={"caregivers": changed})
    with pytest.raises(PlantingError, match=r"not by|without a licence"):
        prove(case, demo.planted, demo.travel)
