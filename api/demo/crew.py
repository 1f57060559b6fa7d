"""The caregivers of a group: contacts and a floater by day, a few in the evening."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from random import Random

from api.demo.limits import Limits, draw_limits
from api.demo.proportions import LUND
from api.demo.sizes import GroupSize
from planner.model.places import TravelMode
from planner.model.staff import Caregiver, Gender, Role
from planner.model.units import CaregiverId, GroupId

_CAR, _BIKE, _FOOT = TravelMode.CAR, TravelMode.BIKE, TravelMode.FOOT

FULL_TIME = 37.0
"""Hours a week; full time is the norm (L25). Local agreements say 37 (assumption)."""

EIGHTY_FIVE = 31.5
"""85 % of full time."""

LANGUAGES = ("fi", "ar", "fa", "bs", "so")
"""Languages spoken beside Swedish. Assumption."""


@dataclass(frozen=True, slots=True)
class Crew:
    """Those who work by day, or in the evening, in one group.

    ``workers`` share the rounds; ``leave`` is on the roster, but away all the time (L33: so
    nobody's contact). ``contacts`` counts the workers from the first who may be care contacts.
    """

    workers: tuple[Caregiver, ...]
    leave: Caregiver | None
    contacts: int
    modes: tuple[TravelMode, ...]
    limits: Limits

    @property
    def caregivers(self) -> tuple[Caregiver, ...]:
        """All caregivers of the crew."""
        return self.workers if self.leave is None else (*self.workers, self.leave)


class Spread(Enum):
    """How far apart the homes of a group lie: who walks and cycles in it."""

    CLOSE = "close"
    WIDE = "wide"
    FAR = "far"


def day_crew(group: GroupSize, first: int, spread: Spread, rng: Random) -> Crew:
    """Return the day crew, whose codes count from ``first``: contacts, the floater, one on leave.

    Every second floater is a vårdbiträde: with one in each evening crew 120 of 690 (L01).
    """
    modes = _adapted(_day_modes(group), spread)
    own = _own_modes(group)[: group.day_staff]
    count = group.day_staff - 1
    limits = draw_limits(modes, own[:count], rng)
    role = Role.VARDBITRADE if group.number % 2 == 0 else Role.UNDERSKOTERSKA
    hours = EIGHTY_FIVE if count > len(modes) + 1 else FULL_TIME
    draw = _Draw(group.code, first, limits, rng)
    workers = [draw.worker(number, own[number], hours) for number in range(count)]
    workers[-1] = workers[-1].model_copy(update={"role": role, "floater": True})
    return Crew(tuple(workers), draw.worker(count, own[count], FULL_TIME), count - 1, modes, limits)


def evening_crew(group: GroupSize, first: int, spread: Spread, rng: Random) -> Crew:
    """Return the evening crew, whose codes count from ``first``; the last is a vårdbiträde."""
    own = (_CAR, _BIKE, _CAR) if group.number % 2 == 0 else (_CAR, _FOOT, _BIKE)
    modes = _adapted((_CAR, _BIKE), spread)
    limits = draw_limits(modes, own, rng)
    draw = _Draw(group.evening_code, first, limits, rng, pet="dog")
    workers = [draw.worker(number, own[number], FULL_TIME) for number in range(LUND.evening_staff)]
    workers[-1] = workers[-1].model_copy(update={"role": Role.VARDBITRADE})
    return Crew(tuple(workers), None, len(workers) - 1, modes, limits)


def _day_modes(group: GroupSize) -> tuple[TravelMode, ...]:
    if group.day_rounds < 3:  # noqa: PLR2004  a small group
        return (_CAR, _BIKE)
    return (_CAR, _CAR, _BIKE) if group.number % 2 == 0 else (_CAR, _BIKE, _FOOT)


def _adapted(modes: tuple[TravelMode, ...], spread: Spread) -> tuple[TravelMode, ...]:
    """Return the modes of rounds where homes lie apart: nobody walks, nor cycles far."""
    if spread is Spread.CLOSE:
        return modes
    if spread is Spread.WIDE:
        return tuple(_BIKE if mode is _FOOT else mode for mode in modes)
    return (_CAR,) * len(modes)


def _own_modes(group: GroupSize) -> Sequence[TravelMode]:
    if group.number % 2 == 0:
        return (_CAR, _BIKE, _CAR, _CAR, _BIKE, _FOOT)
    return (_CAR, _BIKE, _FOOT, _CAR, _BIKE, _CAR)


@dataclass(frozen=True, slots=True)
class _Draw:
    """Draws the workers of one crew."""

    group: str
    first: int
    limits: Limits
    rng: Random
    pet: str = "cat"

    def worker(self, number: int, mode: TravelMode, hours: float) -> Caregiver:
        insulin = () if number in self.limits.untrained else ("insulin",)
        spoken = (self.rng.choice(LANGUAGES),) if self.rng.random() < 3 * LUND.language_wish else ()
        return Caregiver(
            id=CaregiverId(f"M{self.first + number:04d}"),
            group=GroupId(self.group),
            skills=("lift",),
            delegations=("medication", *insulin),
            driving_licence=number != self.limits.unlicensed,
            travel_mode=mode,
            contract_hours=hours,
            gender=Gender.WOMAN if self.rng.random() < LUND.woman else Gender.MAN,
            languages=("sv", *spoken),
            allergies=(self.pet,) if number == self.limits.allergic else (),
        )
