"""A night with the real solver, checker and store; only the workers live in this process."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest

from api.demo import FIRST_DAY
from planner.calendar.clock import ZONE
from planner.checker import check_plan
from planner.districts import part_of
from planner.model.case import Case, StaffAbsence
from planner.model.findings import Level
from planner.model.plan import StopKind
from planner.model.units import CaregiverId, GroupId
from planner.night.night import Night, NightPorts, UnitDone
from planner.night.task import Stage
from planner.published.kept import repaired
from planner.store import PlanStore, open_store
from planner.store.location import address
from planner.usecases.plan_night import plan_night
from planner.usecases.prepare import travel_of
from planner.usecases.publish import publish
from planner.usecases.refusals import CaseRefused
from solver.engine import SystemClock
from solver.identity import with_id
from tests.build.cases import small_case
from tests.build.demo import PlainStreets
from tests.build.night import TEAMS as GROUPS
from tests.build.night import InProcess, night_wish, two_teams
from tests.build.ports import Register

DISTRICT = "Demo/D1"
TEAMS = {"Demo/D1/G01+G01E", "Demo/D1/G02+G02E"}


@dataclass
class Evening:
    """A store that stays, for as many nights as wanted."""

    store: PlanStore
    told: list[UnitDone] = field(default_factory=list)

    def night(self, workers: InProcess, days: int = 1, seed: int = 1) -> Night:
        """Plan a night and note what is told."""
        self.told.clear()
        ports = NightPorts(
            workers, PlainStreets(), Register(), self.store, self.store, SystemClock()
        )
        return plan_night(two_teams(days), ports, night_wish(days, seed), self.told.append)


@pytest.fixture
def evening(tmp_path: Path) -> Iterator[Evening]:
    store = open_store(address(tmp_path / "plans.sqlite"))
    yield Evening(store)
    store.close()


def test_teams_come_before_their_district(evening: Evening) -> None:
    workers = InProcess()
    night = evening.night(workers)
    assert workers.done[-1] == DISTRICT
    assert set(workers.done[:-1]) == TEAMS
    assert [row.share for row in evening.told] == pytest.approx([1 / 3, 2 / 3, 1])
    assert [row.stage for row in evening.told] == [Stage.TEAM, Stage.TEAM, Stage.DISTRICT]
    assert night.failed == {}


def test_the_proposal_is_a_plan_that_the_checker_accepts(evening: Evening) -> None:
    (row,) = evening.night(InProcess()).proposals
    case = part_of(two_teams(), [GroupId(name) for name in GROUPS], "D1")
    findings = check_plan(row.case, row.plan, travel_of(case, PlainStreets()))
    assert [found for found in findings if found.level is Level.LAW] == []
    assert row.hard == {}
    assert row.figures["visits_placed"] + len(row.plan.unplaced) == row.figures["visits_total"]


def test_the_proposal_stands_beside_what_is_possible(evening: Evening) -> None:
    (row,) = evening.night(InProcess()).proposals
    limit, other = row.figures["contact_limit"], row.figures["other_roster_share"]
    assert 0 < row.figures["contact_share"] <= limit <= other <= 1
    assert row.figures["of_joint"] == pytest.approx(row.figures["contact_share"] / limit)
    assert all(one.share <= one.possible + 1e-9 for one in row.clients)
    missing = sum(not one.at_aim for one in row.clients)
    assert row.figures["clients_at_aim"] == pytest.approx(1 - missing / len(row.clients))
    since = SystemClock().now() - timedelta(days=1)
    with evening.store.work() as work:
        units = {one.unit for one in work.pasts.history(since)}
    assert units == {"Demo", DISTRICT, *TEAMS}


def test_the_district_is_no_worse_than_its_teams_apart(evening: Evening) -> None:
    apart = evening.night(InProcess(broken=frozenset({DISTRICT})))
    together = evening.night(InProcess())
    assert {row.unit for row in apart.proposals} == TEAMS
    assert sum(row.plan.cost for row in apart.proposals) >= together.proposals[0].plan.cost


def test_the_second_night_does_nothing_and_says_so(evening: Evening) -> None:
    first = evening.night(InProcess())
    again = InProcess()
    second = evening.night(again)
    assert again.done == []
    assert all(row.again for row in evening.told)
    assert [row.plan for row in second.proposals] == [row.plan for row in first.proposals]
    assert [row.new for row in first.proposals] == [True]
    assert [row.new for row in second.proposals] == [False]


def test_another_seed_is_another_night(evening: Evening) -> None:
    evening.night(InProcess())
    other = InProcess()
    evening.night(other, seed=2)
    assert len(other.done) == 3


def test_an_interrupted_night_goes_on_where_it_was(evening: Evening) -> None:
    @dataclass
    class Interrupted(InProcess):
        def wait(self):
            if len(self.done) == 2:
                raise KeyboardInterrupt
            return super().wait()

    with pytest.raises(KeyboardInterrupt):
        evening.night(Interrupted())
    rest = InProcess()
    night = evening.night(rest)
    assert rest.done == [DISTRICT]
    assert [row.unit for row in night.proposals] == [DISTRICT]


def test_a_team_that_fails_is_named_and_planned_with_its_district(evening: Evening) -> None:
    broken = "Demo/D1/G01+G01E"
    night = evening.night(InProcess(broken=frozenset({broken})))
    assert night.failed == {broken: "BrokenWorker"}
    (row,) = night.proposals
    assert row.unit == DISTRICT
    assert row.hard == {}
    assert [told.error for told in evening.told].count("BrokenWorker") == 1


def test_where_all_fails_nothing_is_proposed(evening: Evening) -> None:
    night = evening.night(InProcess(broken=frozenset(TEAMS | {DISTRICT})))
    assert night.proposals == ()
    assert set(night.failed) == TEAMS | {DISTRICT}


def test_a_case_of_one_team_is_planned_at_once(tmp_path: Path) -> None:
    case = small_case()
    store = open_store(address(tmp_path / "one.sqlite"))
    workers = InProcess()
    wish = replace(night_wish(), first=case.horizon.first)
    ports = NightPorts(workers, PlainStreets(), Register(), store, store, SystemClock())
    night = plan_night(case, ports, wish, lambda _: None)
    store.close()
    assert len(workers.done) == len(night.proposals) == 1
    assert night.proposals[0].figures["visits_placed"] == 8


def test_a_case_with_faults_is_refused_before_any_work(evening: Evening) -> None:
    workers = InProcess()
    ports = NightPorts(
        workers, PlainStreets(), Register(), evening.store, evening.store, SystemClock()
    )
    bad = two_teams().model_copy(update={"groups": ()})
    with pytest.raises(CaseRefused):
        plan_night(bad, ports, night_wish(), lambda _: None)
    assert workers.done == []


def publish_all(night: Night, store: PlanStore) -> dict[tuple[str, int], tuple[str, object]]:
    """Publish every proposal; return who takes which seat when."""
    for row in night.proposals:
        publish(row.plan.id, store, identify=with_id, reason="test", now=SystemClock().now())
    return seats_of(night)


def seats_of(night: Night) -> dict[tuple[str, int], tuple[str, object]]:
    return {
        (stop.id, stop.seat): (round_.caregiver, stop.start)
        for row in night.proposals
        for round_ in row.plan.rounds
        for stop in round_.stops
        if stop.kind is StopKind.VISIT
    }


def frozen_night(store: PlanStore, case: Case, seed: int = 9, days: int = 2, frozen: int = 1):
    """Plan with ``frozen`` of the ``days`` frozen."""
    wish = replace(night_wish(days, seed), frozen_until=FIRST_DAY + timedelta(days=frozen))
    ports = NightPorts(
        InProcess(), PlainStreets(), Register(), store, store, SystemClock(), published=store
    )
    return plan_night(case, ports, wish, lambda _: None)


def test_what_is_published_for_the_frozen_days_stays_exactly(evening: Evening) -> None:
    before = publish_all(evening.night(InProcess(), days=2), evening.store)
    night = frozen_night(evening.store, two_teams(2))
    after = seats_of(night)
    near = {seat for seat in before if FIRST_DAY.isoformat() in seat[0]}
    assert {seat: after.get(seat) for seat in near} == {seat: before[seat] for seat in near}
    assert any(after.get(seat) != before[seat] for seat in before.keys() - near)
    (row,) = night.proposals
    assert len(row.held.seats) == len(near)
    assert repaired(row.held, row.plan) == ()
    assert row.hard == {}


def test_a_sick_caregivers_rounds_are_repaired_and_nothing_else(evening: Evening) -> None:
    before = publish_all(evening.night(InProcess(), days=2), evening.store)
    case = two_teams(2)
    near = {seat for seat in before if FIRST_DAY.isoformat() in seat[0]}
    sick = max({before[seat][0] for seat in near}, key=[before[s][0] for s in near].count)
    midnight = datetime.combine(FIRST_DAY, time(), ZONE)
    away = StaffAbsence(
        caregiver=CaregiverId(sick), start=midnight, end=midnight + timedelta(days=1)
    )
    ill = case.model_copy(update={"staff_absences": (*case.staff_absences, away)})
    night = frozen_night(evening.store, ill)
    after = seats_of(night)
    (row,) = night.proposals
    mended = repaired(row.held, row.plan)
    lost = {seat for seat in near if before[seat][0] == sick}
    assert {(one.was.seat.visit, one.was.seat.number) for one in mended} >= lost
    assert all(one.reason == "absent" for one in mended if one.was.caregiver == sick)
    moved = {seat for seat in near if after.get(seat) != before[seat]}
    halves = {visit for visit, _ in lost}
    assert {visit for visit, _ in moved} <= halves, "nobody else's visits move, but other halves"
    assert row.hard == {}


def test_the_past_of_the_store_is_the_history_of_the_night(evening: Evening) -> None:
    before = publish_all(evening.night(InProcess(), days=1), evening.store)
    case = two_teams(2)
    wish = replace(night_wish(1, 3), first=FIRST_DAY + timedelta(days=1))
    ports = NightPorts(
        InProcess(),
        PlainStreets(),
        Register(),
        evening.store,
        evening.store,
        SystemClock(),
        published=evening.store,
    )
    (row,) = plan_night(case, ports, wish, lambda _: None).proposals
    told = {(one.client, one.caregiver, one.start) for one in row.case.history}
    published = {(seat[0].split(":")[0], who, start) for seat, (who, start) in before.items()}
    assert told == published


def test_the_same_frozen_night_twice_plans_nothing_twice(evening: Evening) -> None:
    publish_all(evening.night(InProcess(), days=2), evening.store)
    first = frozen_night(evening.store, two_teams(2))
    second = frozen_night(evening.store, two_teams(2))
    assert [row.plan for row in first.proposals] == [row.plan for row in second.proposals]
    assert [row.new for row in second.proposals] == [False]
