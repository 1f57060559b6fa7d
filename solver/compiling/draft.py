"""The problem while it is being written: arrays by task and shift, with look-ups by name."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from planner.model.instance import Instance
from planner.model.places import TravelMode
from planner.model.units import ActivityId, CaregiverId, PlaceId, ShiftId
from planner.model.visits import Activity, Seat, Visit
from planner.rules.terms import CoverOverTime, FairShare
from solver.compiling.errors import CompileError
from solver.problem import HERE, MUST, NOBODY, Flags, Int32, Int64

FAR = 1 << 28
"""A moment after every horizon, seconds; also a load that nothing reaches."""


def _full(size: int, value: int) -> Int32:
    return np.full(size, value, np.int32)


@dataclass
class Draft:
    """Arrays as in ``solver.problem.Problem``, and what terms are written in: names.

    Tasks are first the seats, then the activities, in the order of the instance. Until a term
    says otherwise everybody may take every seat at any time for nothing, no seat may stay
    unplaced, every shift is open for ever, and no activity is attended. ``forbidden`` and
    ``costs`` are by seat and person on duty, ``kept_out`` is by seat and shift; ``gaps`` are
    (task, task, seconds), ``known`` (client, person on duty). ``held`` is by
    task, and nothing is until a term says so.
    """

    instance: Instance
    seats: tuple[Seat, ...]
    activities: tuple[Activity, ...]
    earliest: Int32
    latest: Int32
    soft_from: Int32
    soft_to: Int32
    soft_cost: Int32
    unplaced_cost: Int64
    partner: Int32
    is_second: Flags
    partner_least: Int32
    partner_most: Int32
    client: Int32
    load: Int32
    shift_start: Int32
    shift_end: Int32
    capacity: Int32
    closed: Flags
    attended: Flags
    forbidden: Flags
    kept_out: Flags
    costs: Int64
    held: Flags
    gaps: list[tuple[int, int, int]] = field(default_factory=list)
    face_cost: list[int] = field(default_factory=list)
    known: list[tuple[int, int]] = field(default_factory=list)
    covered: list[CoverOverTime] = field(default_factory=list)
    fair: FairShare | None = None
    travel_cost: int = 0

    @property
    def origin(self) -> int:
        """The moment that is 0 in the problem."""
        return self.instance.demand.origin

    @cached_property
    def shifts(self) -> Mapping[ShiftId, int]:
        """The number of each shift on duty."""
        return {shift: number for number, shift in enumerate(self.instance.shifts)}

    @cached_property
    def people(self) -> Mapping[CaregiverId, int]:
        """The number of each caregiver on duty, in the order of their first shifts."""
        own = dict.fromkeys(shift.caregiver for shift in self.instance.shifts.values())
        return {person: number for number, person in enumerate(own)}

    @cached_property
    def tasks(self) -> Mapping[Seat | ActivityId, int]:
        """The number of each seat's and each activity's task."""
        names: list[Seat | ActivityId] = [*self.seats, *(row.id for row in self.activities)]
        return {name: number for number, name in enumerate(names)}

    def task(self, name: Seat | ActivityId) -> int:
        """Return the task of a seat or activity; one that does not exist is a ``CompileError``."""
        try:
            return self.tasks[name]
        except KeyError:
            raise CompileError(
                f"a term speaks of {name}, which the demand does not have; "
                "let the rule go through instance.seats or demand.activities"
            ) from None

    def shift(self, name: ShiftId) -> int:
        """Return the number of a shift; one that is not on duty is a ``CompileError``."""
        try:
            return self.shifts[name]
        except KeyError:
            raise CompileError(
                f"a term speaks of shift {name}, which is not on duty; "
                "let the rule go through instance.shifts"
            ) from None

    def place(self, name: PlaceId | None) -> int:
        """Return the point of a place, ``HERE`` for none."""
        if name is None:
            return HERE
        try:
            return self.instance.travel.row[name]
        except KeyError:
            raise CompileError(
                f"place {name} has no travel times; ask for matrices of all places of the case"
            ) from None

    def mode(self, mode: TravelMode) -> int:
        """Return the number of a travel mode among the matrices."""
        modes = list(self.instance.travel.seconds)
        if mode not in modes:
            raise CompileError(
                f"travel mode {mode} has no travel times; ask for matrices of all modes in use"
            )
        return modes.index(mode)


def blank(instance: Instance) -> Draft:
    """Return the draft of ``instance`` before any term."""
    seats, activities = instance.seats, instance.demand.activities
    tasks, shifts = len(seats) + len(activities), len(instance.shifts)
    people = len({shift.caregiver for shift in instance.shifts.values()})
    return Draft(
        instance=instance,
        seats=seats,
        activities=activities,
        earliest=_full(tasks, 0),
        latest=_full(tasks, FAR),
        soft_from=_full(tasks, 0),
        soft_to=_full(tasks, FAR),
        soft_cost=_full(tasks, 0),
        unplaced_cost=np.repeat(np.array([MUST, 0], np.int64), [len(seats), len(activities)]),
        partner=_full(tasks, NOBODY),
        is_second=np.zeros(tasks, np.uint8),
        partner_least=_full(tasks, 0),
        partner_most=_full(tasks, 0),
        client=_full(tasks, NOBODY),
        load=_full(tasks, 0),
        shift_start=_full(shifts, 0),
        shift_end=_full(shifts, FAR),
        capacity=_full(shifts, FAR),
        closed=np.zeros(shifts, np.uint8),
        attended=np.zeros(len(activities), np.uint8),
        forbidden=np.zeros((len(seats), people), np.uint8),
        kept_out=np.zeros((len(seats), shifts), np.uint8),
        costs=np.zeros((len(seats), people), np.int64),
        held=np.zeros(tasks, np.uint8),
    )


def visit_of(draft: Draft, seat: Seat) -> Visit:
    """Return the visit of a seat."""
    return draft.instance.visits[seat.visit]
