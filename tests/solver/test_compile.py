from dataclasses import dataclass, fields, replace
from datetime import time

import numpy as np
import pytest

from planner.model.findings import Level
from planner.model.instance import Instance
from planner.model.places import TravelMode
from planner.model.travel import TravelMatrices
from planner.model.units import CaregiverId, ClientId, Instant, PlaceId, Seconds, ShiftId, VisitId
from planner.model.visits import Seat, Span
from planner.model.weights import Weights
from planner.rules.ids import RuleId
from planner.rules.registry import RULES
from planner.rules.terms import (
    AtLeastApart,
    Capacity,
    CountFaces,
    FairShare,
    Forbid,
    LeaveOut,
    Load,
    PairCost,
    PayTravel,
    PreferWithin,
    StartWithin,
    Together,
    WorkWithin,
)
from solver.compile import compile_instance
from solver.compiling.draft import FAR
from solver.compiling.errors import CompileError
from solver.problem import HERE, MUST, NOBODY
from tests.build.base_plans import base_plan, base_visit
from tests.build.parts import DAY, gap
from tests.build.small import (
    BOXES,
    CALL,
    CHECK,
    CLEANING,
    DOUBLE,
    MEDICINE,
    SECOND_MEDICINE,
    small,
    span,
    with_case,
    with_person,
    with_visit,
)


@dataclass(frozen=True)
class Speaking:
    """A rule that only says the given terms."""

    said: tuple[object, ...]
    id: RuleId = RuleId.ONCE
    level: Level = Level.LAW
    name_sv: str = "x"
    name_en: str = "x"
    sources: tuple[str, ...] = ("x",)

    def terms(self, instance):
        del instance
        return self.said

    def check(self, instance, plan):
        del instance, plan
        return ()


def compiled(*terms, instance=None):
    """Return the problem of the small case under nothing but ``terms``."""
    return compile_instance(instance or small()[0], [Speaking(terms)])


def column(made, shift):
    return made.shifts.index(shift)


SEAT = Seat(CHECK)


def test_without_terms_everything_is_open_and_nothing_may_be_left():
    made = compiled()
    problem, seats = made.problem, len(made.seats)
    assert problem.tasks == seats + len(made.activities)
    assert np.all(problem.allowed[:seats] == 1)
    assert not problem.allowed[seats:].any()
    assert np.all(problem.unplaced_cost[:seats] == MUST)
    assert not problem.unplaced_cost[seats:].any()
    assert (set(problem.earliest), set(problem.latest)) == ({0}, {FAR})
    assert problem.pair_cost.sum() == problem.travel_cost == len(problem.face_cost) == 0
    assert set(problem.partner) == set(problem.client) == {NOBODY}


def test_tasks_have_the_place_and_time_of_their_visit_or_activity():
    instance, _ = small()
    made = compiled()
    problem = made.problem
    for task in range(problem.tasks):
        row = made.row(task)
        if isinstance(row, Seat):
            visit = instance.visits[row.visit]
            second = visit.second if row.number == 2 else None
            expected = visit.place, second.duration if second else visit.duration
        else:
            expected = row.place, row.duration
        place = problem.location[task]
        known = None if place == HERE else instance.travel.places[place]
        assert (known, problem.duration[task]) == expected
    assert problem.location[made.tasks[CALL, 1]] == HERE


def test_shifts_have_their_places_modes_and_people():
    instance, _ = small()
    made = compiled()
    problem = made.problem
    assert made.shifts == ("T1", "T2", "T3")
    office = instance.travel.row[instance.case.groups[0].office]
    assert set(problem.start_location) == set(problem.end_location) == {office}
    modes = list(instance.travel.seconds)
    expected = [TravelMode.CAR, TravelMode.BIKE, TravelMode.CAR]
    assert [modes[mode] for mode in problem.mode] == expected
    assert problem.caregiver.tolist() == [0, 1, 2]
    for number, mode in enumerate(modes):
        assert np.array_equal(problem.travel[number], instance.travel.seconds[mode])


def test_two_shifts_of_one_caregiver_share_what_holds_for_the_person():
    instance, _ = small()
    shifts = tuple(row.model_copy(update={"caregiver": "A1"}) for row in instance.case.shifts)
    instance = with_case(instance, shifts=shifts)
    made = compiled(PairCost(SEAT, {CaregiverId("A1"): 7}), instance=instance)
    assert made.problem.caregiver.tolist() == [0, 0, 0]
    assert made.problem.pair_cost[made.tasks[CHECK, 1]].tolist() == [7, 7, 7]


def test_forbidden_people_and_prices():
    people = frozenset({CaregiverId("A1"), CaregiverId("A9")})
    costs = {CaregiverId("A2"): 5, CaregiverId("A9"): 9}
    made = compiled(Forbid(SEAT, people), PairCost(SEAT, costs), PairCost(SEAT, costs))
    task = made.tasks[CHECK, 1]
    assert made.problem.allowed[task].tolist() == [0, 1, 1]
    assert made.problem.pair_cost[task].tolist() == [0, 10, 0]
    assert made.problem.allowed.sum() == len(made.seats) * 3 - 1


def test_windows_meet_and_one_that_is_empty_closes_the_seat():
    origin = small()[0].demand.origin
    wide, late = span(origin + 100, origin + 900), span(origin + 500, origin + 2000)
    made = compiled(StartWithin(SEAT, wide), StartWithin(SEAT, late))
    task = made.tasks[CHECK, 1]
    assert (made.problem.earliest[task], made.problem.latest[task]) == (500, 900)
    never = compiled(StartWithin(SEAT, wide), StartWithin(SEAT, span(origin + 901, origin + 902)))
    assert not never.problem.allowed[task].any()


def test_wishes_amounts_and_prices():
    origin = small()[0].demand.origin
    made = compiled(
        PreferWithin(SEAT, span(origin + 5, origin + 9), 3),
        LeaveOut(SEAT, 10),
        LeaveOut(SEAT, 11),
        PayTravel(2),
        PayTravel(3),
        Load(Seat(BOXES), 4),
        Capacity(ShiftId("T2"), 12),
        Capacity(ShiftId("T2"), 6),
        WorkWithin(ShiftId("T2"), span(origin + 7, origin + 8)),
        CountFaces(
            ClientId("C3"),
            (SEAT, Seat(CALL)),
            30,
            frozenset({CaregiverId("A2"), CaregiverId("A9")}),
        ),
        CountFaces(ClientId("C4"), (Seat(BOXES),), 40),
        FairShare({CaregiverId("A2"): Seconds(50), CaregiverId("A9"): Seconds(60)}, 8),
    )
    problem, task = made.problem, made.tasks[CHECK, 1]
    wish = problem.soft_from[task], problem.soft_to[task], problem.soft_cost[task]
    assert wish == (5, 9, 3)
    assert problem.unplaced_cost[task] == 21
    assert problem.travel_cost == 5
    assert (problem.load.sum(), problem.load[made.tasks[BOXES, 1]]) == (4, 4)
    assert problem.capacity.tolist() == [FAR, 6, FAR]
    assert (problem.shift_start.tolist(), problem.shift_end.tolist()) == ([0, 7, 0], [FAR, 8, FAR])
    assert problem.face_cost.tolist() == [30, 40]
    assert problem.known.tolist() == [[0, 1]]
    assert problem.fair is not None
    assert (problem.fair.share.tolist(), problem.fair.cost) == ([FAR, 50, FAR], 8)
    assert np.flatnonzero(problem.fair.counts).tolist() == list(range(len(made.seats)))
    assert problem.client[task] == problem.client[made.tasks[CALL, 1]] == 0
    assert problem.client[made.tasks[BOXES, 1]] == 1


def test_pairs_and_gaps():
    pair = Together(Seat(DOUBLE, 1), Seat(DOUBLE, 2), Seconds(60), Seconds(90))
    gaps = (
        AtLeastApart(Seat(SECOND_MEDICINE), SEAT, Seconds(1)),
        AtLeastApart(Seat(MEDICINE), Seat(SECOND_MEDICINE), Seconds(2)),
        AtLeastApart(Seat(MEDICINE), SEAT, Seconds(3)),
    )
    made = compiled(pair, *gaps)
    problem = made.problem
    first, second = made.tasks[DOUBLE, 1], made.tasks[DOUBLE, 2]
    assert (problem.partner[first], problem.partner[second]) == (second, first)
    assert (problem.is_second[first], problem.is_second[second]) == (0, 1)
    for task in (first, second):
        assert (problem.partner_least[task], problem.partner_most[task]) == (60, 90)
    found = {
        (task, int(problem.gap_after[gap]), int(problem.gap_seconds[gap]))
        for task in range(problem.tasks)
        for gap in range(problem.gap_ptr[task], problem.gap_ptr[task + 1])
    }
    assert found == {
        (made.tasks[gap.before.visit, 1], made.tasks[gap.after.visit, 1], gap.seconds)
        for gap in gaps
    }


def test_activities_are_attended_in_their_own_shift_only():
    instance, _ = small()
    made = compile_instance(instance)
    for number, activity in enumerate(made.activities, len(made.seats)):
        own = [shift == activity.shift for shift in made.shifts]
        assert made.problem.allowed[number].tolist() == own
        assert made.problem.unplaced_cost[number] == MUST
        window = activity.window.earliest - instance.demand.origin
        assert made.problem.earliest[number] == window


def test_a_shift_without_a_driver_is_closed_for_visits_only():
    instance, _ = small()
    made = compile_instance(with_person(instance, "A1", driving_licence=False))
    seats = len(made.seats)
    assert not made.problem.allowed[:seats, column(made, "T1")].any()
    assert made.problem.allowed[seats:, column(made, "T1")].sum() == 2


def test_a_problem_cannot_be_changed():
    problem = compiled().problem
    with pytest.raises(ValueError, match="read-only"):
        problem.allowed[0, 0] = 0


class Unheard:
    """A term of no known kind."""


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ((Unheard(),), "no compiler for a term of kind Unheard, emitted by the rule once"),
        ((LeaveOut(Seat(VisitId("C9")), 1),), "does not have"),
        ((Capacity(ShiftId("T9"), 1),), "T9, which is not on duty"),
        ((PreferWithin(SEAT, Span(Instant(0), Instant(1)), 1),) * 2, "two PreferWithin"),
        ((Together(SEAT, Seat(CALL), Seconds(0), Seconds(0)),) * 2, "two Together"),
        ((CountFaces(ClientId("C3"), (SEAT,), 1),) * 2, "counts faces twice"),
        ((PairCost(SEAT, {CaregiverId("A1"): 1 << 31}),), "lower a weight"),
        ((FairShare({}, 1),) * 2, "2 FairShare terms"),
    ],
)
def test_terms_that_make_no_problem_are_named(said, message):
    with pytest.raises(CompileError, match=message):
        compiled(*said)


def test_places_and_modes_without_travel_times_are_named():
    instance, _ = small()
    with pytest.raises(CompileError, match="place MARS has no travel times"):
        compile_instance(with_visit(instance, CHECK, place="MARS"))
    seconds = {TravelMode.CAR: instance.travel.seconds[TravelMode.CAR]}
    by_car = TravelMatrices(instance.travel.places, seconds, "car")
    with pytest.raises(CompileError, match="travel mode bike has no travel times"):
        compile_instance(Instance(instance.case, instance.demand, by_car))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_that_speaks_is_heard(rule):
    instance = rich(small()[0])
    one, other = (compile_instance(instance, rules) for rules in ([], [rule]))
    silent, heard = one.problem, other.problem
    same = heard.cover is None and all(
        np.array_equal(getattr(silent, field.name), getattr(heard, field.name))
        for field in fields(silent)
    )
    structural = {RuleId.ONCE, RuleId.ON_DUTY, RuleId.REST, RuleId.PLANNED_TIME, RuleId.TRAVEL_TIME}
    assert same is (rule.id in structural)


def rich(instance):
    """Return ``instance`` with something to say for every rule that emits terms."""
    clients = tuple(
        row.model_copy(
            update={
                "pets": ("cat",),
                "preferences": row.preferences.model_copy(update={"languages": ("fi",)}),
            }
        )
        if row.id == "C3"
        else row.model_copy(update={"key_place": PlaceId("P4")})
        for row in instance.case.clients
    )
    instance = with_person(instance, "A2", floater=True, allergies=("cat",), skills=())
    instance = with_person(instance, "A3", driving_licence=False)
    instance = with_visit(instance, BOXES, pick_up=PlaceId("ELSEWHERE"))
    pin = {"visit": CHECK, "caregiver": "A1"}
    shifts = tuple(row.model_copy(update={"car": "BIL"}) for row in instance.case.shifts)
    usual = base_plan(base_visit("C1", "S1", "A1"))
    return with_case(
        at_the_door(instance),
        clients=clients,
        pins=(pin,),
        shifts=shifts,
        base_plan=usual,
        weights=Weights(unfair_work=1),
    )


def at_the_door(instance):
    """Return ``instance`` with orders of visits, goods, a booked room, a usual time."""
    demand = replace(
        instance.demand,
        sequences=(gap(CHECK, CLEANING, 600),),
        in_turn=(gap(MEDICINE, BOXES, 900),),
    )
    instance = Instance(instance.case, demand, instance.travel)
    start = instance.visits[CLEANING].window.earliest
    instance = with_visit(instance, CLEANING, delivery=span(start + 60, start + 120))
    instance = with_visit(instance, CHECK, usual=start, preferred=None)
    room = {"place": "P3", "client": "C3", "day": DAY, "start": time(9), "end": time(10)}
    return with_case(instance, bookings=(room,))
