"""New face: few different caregivers for each client over the horizon."""

from collections import defaultdict
from collections.abc import Iterable

from planner.model.findings import Finding, Level
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.model.units import CaregiverId, ClientId
from planner.model.visits import Seat
from planner.rules.encounters import is_meeting
from planner.rules.ids import RuleId
from planner.rules.reading import placements
from planner.rules.saying import price
from planner.rules.terms import CountFaces, Term


class NewFace:
    """Each different caregiver whom a client meets in the horizon costs ``new_face`` (L17, L21).

    Both caregivers of a double staffing are met. Phone visits and meal boxes do not count.
    """

    id = RuleId.NEW_FACE
    level = Level.WISH
    name_sv = "Antal olika medarbetare"
    name_en = "Number of different caregivers"
    sources = ("L17", "L21")

    def terms(self, instance: Instance) -> Iterable[Term]:
        """Count the faces of each client."""
        for client, seats in _meetings(instance).items():
            yield CountFaces(client, tuple(seats), instance.case.weights.new_face)

    def check(self, instance: Instance, plan: Plan) -> Iterable[Finding]:
        """Yield the price of every pair of a client and a caregiver who meet."""
        weight = instance.case.weights.new_face
        for client, caregiver in _faces(instance, plan):
            yield price(self.id, self.level, weight, client=client, caregiver=caregiver)


def _meetings(instance: Instance) -> dict[ClientId, list[Seat]]:
    seats = defaultdict(list)
    for seat in instance.seats:
        visit = instance.visits[seat.visit]
        if is_meeting(visit):
            seats[visit.client].append(seat)
    return seats


def _faces(instance: Instance, plan: Plan) -> dict[tuple[ClientId, CaregiverId], None]:
    met = (row for row in placements(instance, plan) if is_meeting(row.visit))
    return dict.fromkeys((row.visit.client, row.caregiver) for row in met)
