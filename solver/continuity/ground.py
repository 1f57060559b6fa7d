"""The ground on which limits stand: who could take which seat, by roster and skills alone."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from planner.model.clients import Client
from planner.model.instance import Instance
from planner.model.units import CaregiverId, ClientId, GroupId
from planner.rules.encounters import is_meeting
from solver.compile import Compiled, compile_instance
from solver.continuity.reach import Reach, reach_of
from solver.problem import Int32, Problem


@dataclass(frozen=True)
class Ground:
    """An instance, compiled without earlier decisions, and who can reach which seat in time."""

    instance: Instance
    compiled: Compiled
    reach: Reach

    @property
    def problem(self) -> Problem:
        """The dense problem."""
        return self.compiled.problem

    @cached_property
    def shifts_of(self) -> Mapping[CaregiverId, Int32]:
        """The numbers of each caregiver's shifts on duty."""
        own: dict[CaregiverId, list[int]] = defaultdict(list)
        for number, shift in enumerate(self.instance.shifts.values()):
            own[shift.caregiver].append(number)
        return {person: np.array(rows, np.int32) for person, rows in own.items()}

    @cached_property
    def meetings(self) -> Mapping[ClientId, Int32]:
        """The seats of each client's meetings, both of a double staffing, as guest as well."""
        return self._by_client(both=True)

    @cached_property
    def counted(self) -> Mapping[ClientId, Int32]:
        """The seats of each client that count in the contact share: the first of each meeting."""
        return self._by_client(both=False)

    def of_contact(self, person: CaregiverId | None) -> Int32:
        """Return the shifts of ``person``; none for nobody."""
        none = np.zeros(0, np.int32)
        return none if person is None else self.shifts_of.get(person, none)

    @cached_property
    def communities(self) -> tuple[frozenset[GroupId | None], ...]:
        """The groups that share clients: a day group and its evening group, usually."""
        joined: list[set[GroupId | None]] = []
        for client in self.instance.case.clients:
            fresh: set[GroupId | None] = {client.group, client.evening_group} - {None}
            fresh |= {home_of(client)}
            apart = [row for row in joined if not row & fresh]
            joined = [*apart, fresh.union(*(row for row in joined if row & fresh))]
        return tuple(frozenset(row) for row in joined)

    def _by_client(self, *, both: bool) -> Mapping[ClientId, Int32]:
        rows: dict[ClientId, list[int]] = defaultdict(list)
        for task, seat in enumerate(self.compiled.seats):
            visit = self.instance.visits[seat.visit]
            if is_meeting(visit) and (both or seat.number == 1):
                for client in visit.clients if both else (visit.client,):
                    rows[client].append(task)
        return {client: np.array(tasks, np.int32) for client, tasks in rows.items()}


def ground_of(instance: Instance) -> Ground:
    """Return the ground of ``instance``, whose pins are decisions and no facts.

    Raises ``CompileError`` as ``compile_instance`` does.
    """
    free = replace(instance, case=instance.case.model_copy(update={"pins": ()}))
    compiled = compile_instance(free)
    return Ground(instance, compiled, reach_of(compiled.problem))


def home_of(client: Client) -> GroupId | None:
    """Return a group of ``client``: the day's, or else the evening's."""
    return client.group or client.evening_group
