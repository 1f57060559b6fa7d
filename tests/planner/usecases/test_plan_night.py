"""A night with the real solver, checker and store; only the workers live in this process."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from planner.checker import check_plan
from planner.districts import part_of
from planner.model.findings import Level
from planner.model.units import GroupId
from planner.night.night import Night, NightPorts, UnitDone
from planner.night.task import Stage
from planner.store import PlanStore, open_store
from planner.store.location import address
from planner.usecases.plan_night import plan_night
from planner.usecases.prepare import travel_of
from planner.usecases.refusals import CaseRefused
from solver.engine import SystemClock
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
