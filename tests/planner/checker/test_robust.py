"""Whatever stands in a plan that could be read, the checker answers with findings."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.checker import check_plan
from planner.model.case import Case
from planner.model.findings import Finding, Level
from planner.model.moments import FIRST_DAY, LAST_DAY
from planner.model.places import TravelMode
from planner.model.plan import Blocked, Plan, Round, Stop, StopKind, Unplaced
from planner.model.travel import TravelMatrices
from tests.build.cases import small_case, straight_line_travel
from tests.build.plans import plan_of, small_plan, visit

ZONES = st.sampled_from([UTC, timezone(timedelta(hours=-11)), timezone(timedelta(hours=14))])
NAMES = st.sampled_from(
    [
        *("A1", "A2", "A9", "T1", "T2", "T3", "T9", "P1", "P2", "OFFICE", "", ":", "C1:x:", "C4::"),
        *("T1:break:1", "T1:handover:1", "T2:break:9", "::::"),
        *map(visit, ("C1/morning", "C2/morning", "C4/meal_box.M1", "C4/evening", "C4/")),
    ]
)
MOMENTS = st.one_of(
    st.datetimes(datetime(1900, 1, 2), datetime(2199, 12, 30), timezones=ZONES),  # noqa: DTZ001
    st.datetimes(datetime(2026, 3, 2), datetime(2026, 3, 3), timezones=ZONES),  # noqa: DTZ001
)
STOPS = st.builds(
    Stop,
    kind=st.sampled_from(StopKind),
    id=NAMES,
    seat=st.sampled_from([1, 2]),
    place=st.none() | NAMES,
    travel=st.integers(0, 10**12),
    arrival=MOMENTS,
    start=MOMENTS,
    end=MOMENTS,
)
ROUNDS = st.builds(
    Round,
    shift=NAMES,
    caregiver=NAMES,
    day=st.dates(FIRST_DAY, LAST_DAY) | st.just(date(2026, 3, 2)),
    mode=st.sampled_from(TravelMode),
    stops=st.lists(STOPS, max_size=5).map(tuple),
    travel_home=st.integers(0, 10**6),
)
UNPLACED = st.builds(
    Unplaced,
    visit=NAMES,
    blocked=st.lists(
        st.builds(Blocked, rule=NAMES, caregivers=st.lists(NAMES, max_size=2).map(tuple)),
        max_size=2,
    ).map(tuple),
    relaxation=st.none() | NAMES,
)


@given(st.lists(ROUNDS, max_size=4), st.lists(UNPLACED, max_size=3), MOMENTS)
def test_any_plan_gives_findings(rounds: list[Round], unplaced: list[Unplaced], made: datetime):
    case = small_case()
    plan = plan_of(case, *rounds, unplaced=tuple(unplaced), created=made)
    findings = check_plan(case, plan, straight_line_travel(case))
    assert all(isinstance(finding, Finding) for finding in findings)
    assert any(finding.level is Level.LAW for finding in findings)


def emptied(case: Case, *names: str) -> Case:
    return case.model_copy(update=dict.fromkeys(names, ()))


@pytest.mark.parametrize(
    "gone", ["clients", "caregivers", "shifts", "places", "orders", "meal_deliveries", "groups"]
)
def test_a_case_with_holes_is_no_obstacle(gone: str):
    case = small_case()
    travel = straight_line_travel(case)
    plan = small_plan(case, travel)
    assert isinstance(check_plan(emptied(case, gone), plan, travel), tuple)


def test_matrices_without_places_or_modes():
    case = small_case()
    plan = small_plan(case, straight_line_travel(case))
    findings = check_plan(case, plan, TravelMatrices((), {}, "empty"))
    assert {finding.rule for finding in findings} == {"travel_unknown"}


def test_empty_plan_misses_everything():
    case = small_case()
    plan = Plan.model_validate_json(plan_of(case).model_dump_json())
    findings = check_plan(case, plan, straight_line_travel(case))
    codes = [finding.rule for finding in findings]
    assert codes.count("visit_missing") == 8
    assert (codes.count("break_missing"), codes.count("duty_missing")) == (3, 2)
