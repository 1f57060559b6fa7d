"""One group drawn as a whole: its crews, what its clients need, and the week of each round."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from api.demo.crew import Crew, Spread, day_crew, evening_crew
from api.demo.drafts import NoFitError, Pause, Slot, Stop, Task
from api.demo.ground import Site
from api.demo.measure import use_of_day
from api.demo.needs import Needs, draw_needs
from api.demo.proportions import LUND
from api.demo.sizes import GroupSize
from api.demo.week import Duties, Week, draw_weeks
from planner.model.travel import TravelMatrices

_DRAWS = {Spread.CLOSE: 60, Spread.WIDE: 60, Spread.FAR: 400}
"""How often a group is drawn before its homes count as farther apart."""


@dataclass(frozen=True, slots=True)
class Start:
    """The first free numbers for codes of clients and caregivers."""

    client: int
    caregiver: int


@dataclass(frozen=True, slots=True)
class GroupDraft:
    """A group with its hidden week; ``weeks`` go with ``slots``."""

    size: GroupSize
    site: Site
    start: Start
    by_day: Crew
    by_evening: Crew
    clients: tuple[Needs, ...]
    duties: Duties
    slots: tuple[Slot, ...]
    weeks: tuple[Week, ...]
    rng: Random

    @property
    def crews(self) -> tuple[Crew, Crew]:
        """The day's crew and the evening's."""
        return self.by_day, self.by_evening


def draw_group(
    size: GroupSize, site: Site, start: Start, travel: TravelMatrices, seed: int
) -> GroupDraft:
    """Return a group whose rounds fit the streets, drawn anew until they do.

    Raises ``ValueError`` naming the group if its places lie too far apart for any draw.
    """
    for spread, draws in _DRAWS.items():
        for draw in range(draws):
            rng = Random(f"{seed}:{size.code}:{spread.value}:{draw}")  # noqa: S311  no secret
            try:
                return _draw(size, site, start, travel, spread, rng)
            except NoFitError:
                continue
    message = f"group {size.code}: no rounds fit its streets; use another seed or a denser extract"
    raise ValueError(message)


def _draw(  # noqa: PLR0913, PLR0917  what a draw depends on
    size: GroupSize,
    site: Site,
    start: Start,
    travel: TravelMatrices,
    spread: Spread,
    rng: Random,
) -> GroupDraft:
    by_day = day_crew(size, start.caregiver, spread, rng)
    by_evening = evening_crew(size, start.caregiver + size.day_staff, spread, rng)
    clients = draw_needs(size, site, by_day.limits, by_evening.limits, rng)
    duties = Duties(
        meeting=(size.number + 2) % 5,
        planning=(size.number + 4) % 5,
        planning_round=rng.randrange(size.day_rounds),
    )
    slots = (*_slots(by_day, site, travel), *_slots(by_evening, site, travel, evening=True))
    weeks = draw_weeks(slots, clients, duties, rng)
    if not _in_proportion(slots, weeks):
        raise NoFitError
    return GroupDraft(
        size, site, start, by_day, by_evening, tuple(clients), duties, slots, tuple(weeks), rng
    )


def _slots(
    crew: Crew, site: Site, travel: TravelMatrices, *, evening: bool = False
) -> tuple[Slot, ...]:
    """Return the rounds of a crew with the travel seconds between the places of the site."""
    rows = [travel.row[place.id] for place in site.places]
    opens, closes = LUND.day_opens, LUND.day_closes
    if evening:
        opens, closes = LUND.day_closes, LUND.evening_closes
    return tuple(
        Slot(
            number, evening, mode, opens, closes,
            [travel.seconds[mode][row][rows].tolist() for row in rows],
        )
        for number, mode in enumerate(crew.modes)
    )  # fmt: skip


def _in_proportion(slots: Sequence[Slot], weeks: Sequence[Week]) -> bool:
    """Say whether every day has the visits and the use of paid time that are promised."""
    least, most = LUND.visits if len(slots) > 4 else LUND.small_visits  # noqa: PLR2004
    for weekday in range(7):
        day = [(slot, week[weekday]) for slot, week in zip(slots, weeks, strict=True)]
        visits = sum(
            isinstance(stop.what, Task) and stop.seat == 1 for _, stops in day for stop in stops
        )
        use, peak = use_of_day(day)
        fits = least <= visits <= most and LUND.use.least <= use <= LUND.use.most
        rested = all(_rests(slot, stops) for slot, stops in day)
        if not fits or not rested or not LUND.peak.least <= peak <= LUND.peak.most:
            return False
    return True


def _rests(slot: Slot, stops: Sequence[Stop]) -> bool:
    """Say whether the break of a round starts when the roster will have it."""
    earliest, latest = LUND.evening_break if slot.evening else LUND.day_break
    return all(earliest <= s.start <= latest for s in stops if s.what is Pause.BREAK)
