"""Hourly substitutes (timvikarier): who stands in for the absent, on the days they can."""

from dataclasses import replace

from api.demo.crew import Crew
from api.demo.roster import Day
from api.demo.sizes import GroupSize
from planner.model.places import TravelMode
from planner.model.staff import Caregiver, Role
from planner.model.units import CaregiverId, GroupId

OF_A_CREW = 2
"""So many stand in for a crew, each available every second day, so that nobody lacks rest."""

HOURS = 15.0
"""What they work a week at most, on average. Assumption."""


def substitutes_of(size: GroupSize) -> tuple[Caregiver, ...]:
    """Return the substitutes of a group, two for the day and two for the evening.

    They have medication and insulin by delegation, a licence and a car's mode, and are nobody's
    contact. Codes begin with V, so that a case without them has the same codes.
    """
    return tuple(
        Caregiver(
            id=_code(size, evening=evening, number=number),
            group=GroupId(size.evening_code if evening else size.code),
            role=Role.VARDBITRADE,
            skills=("lift",),
            delegations=("medication", "insulin"),
            driving_licence=True,
            travel_mode=TravelMode.CAR,
            contract_hours=HOURS,
            hourly=True,
        )
        for evening in (False, True)
        for number in range(OF_A_CREW)
    )


def stood_in(day: Day, crew: Crew, pool: tuple[Caregiver, ...], ordinal: int) -> Day:
    """Return ``day`` with a substitute in one round where somebody rostered is away.

    Who of ``pool`` is available that day takes the round of the worker whose turn it is to be
    free, so that the share of absence stays as it is. Turns go round the crew like days off: no
    contract comes to much fewer shifts than the others.
    """
    if not day.away:
        return day
    rounds = list(day.rounds)
    count = len(crew.workers)
    turns = [(crew.workers.index(worker) - ordinal) % count for worker in rounds]
    rounds[turns.index(min(turns))] = pool[ordinal % len(pool)]
    return replace(day, rounds=tuple(rounds))


def _code(size: GroupSize, *, evening: bool, number: int) -> CaregiverId:
    return CaregiverId(f"V{size.number:03d}{1 + number + OF_A_CREW * evening}")
