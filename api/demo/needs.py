"""What the clients of a group need each day, and on whose round they are."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from math import atan2, cos, radians
from random import Random

from api.demo.drafts import NoFitError
from api.demo.ground import Site
from api.demo.limits import Limits
from api.demo.proportions import LUND
from api.demo.sizes import GroupSize
from planner.model.places import Place

FIRST_HOME = 4
"""The row of the first home in ``Site.places``."""


class Level(Enum):
    """How much help: four visits a day, two, or none but the weekly ones."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Needs:
    """One client of a group; ``double`` is 0, or which of the group's double-staffed clients.

    ``day_round`` and ``evening_round`` are the rounds that do the client's visits.
    """

    number: int
    row: int
    day_round: int
    evening_round: int
    level: Level = Level.MEDIUM
    dines: bool = False
    partner: int | None = None
    double: int = 0
    medication: bool = False
    insulin_morning: bool = False
    insulin_bedtime: bool = False
    pets: tuple[str, ...] = ()
    avoids: bool = False

    @property
    def plain(self) -> bool:
        """Whether nothing special is known of the client yet."""
        return self.partner is None and self.double == 0 and not self.pets and not self.avoids


def draw_needs(
    group: GroupSize, site: Site, by_day: Limits, by_evening: Limits, rng: Random
) -> list[Needs]:
    """Return the clients of ``group`` with orders; raises ``NoFitError`` on an unlucky draw."""
    clients = _levels(_on_rounds(group, site, rng), group.day_rounds, rng)
    clients = _doubles(clients, group, rng)
    clients = _limited(clients, by_day, by_evening, rng)
    return [
        replace(
            client,
            dines=rng.random() < 0.45,  # noqa: PLR2004  medium need: dinner, else bedtime
            medication=rng.random() < LUND.medication,
        )
        for client in clients
    ]


def _on_rounds(group: GroupSize, site: Site, rng: Random) -> list[Needs]:
    """Deal the homes to rounds by their direction from the office, so that rounds are compact.

    Two neighbours in that order are a couple and share a home (H24).
    """
    homes = range(group.clients - 1)
    order = sorted(homes, key=lambda home: _direction(site.office, site.homes[home]))
    dealt = [
        (number * group.day_rounds // group.clients, number * LUND.evening_rounds // group.clients)
        for number in range(group.clients)
    ]
    pair = rng.choice([number for number in homes if dealt[number] == dealt[number + 1]])
    order.insert(pair, order[pair])
    partners = {pair: pair + 1, pair + 1: pair}
    return [
        Needs(number, FIRST_HOME + home, *dealt[number], partner=partners.get(number))
        for number, home in enumerate(order)
    ]


def _direction(office: Place, home: Place) -> float:
    here, there = office.coordinate, home.coordinate
    if here is None or there is None:
        return 0.0
    return atan2(there.lat - here.lat, (there.lon - here.lon) * cos(radians(here.lat)))


def _levels(clients: Sequence[Needs], rounds: int, rng: Random) -> list[Needs]:
    """Give each round one client of low need and the share of high need, the rest medium.

    A couple has the same needs, and not the low ones.
    """
    levelled: list[Needs] = []
    for round_ in range(rounds):
        own = [client for client in clients if client.day_round == round_]
        high = round(len(own) * LUND.high_need)
        levels = [Level.LOW, *[Level.HIGH] * high, *[Level.MEDIUM] * (len(own) - 1 - high)]
        rng.shuffle(levels)
        while not _suits_couple(own, levels):
            rng.shuffle(levels)
        levelled += [
            replace(client, level=level) for client, level in zip(own, levels, strict=True)
        ]
    return levelled


def _suits_couple(clients: Sequence[Needs], levels: Sequence[Level]) -> bool:
    pairs = zip(clients, levels, strict=True)
    couple = {level for client, level in pairs if client.partner is not None}
    return len(couple) <= 1 and Level.LOW not in couple


def _doubles(clients: Sequence[Needs], group: GroupSize, rng: Random) -> list[Needs]:
    """Choose two or three clients with double staffing (10-20 % of them), the first two apart."""
    changed = list(clients)
    helped = [rng.randrange(group.day_rounds)]
    helped.append((helped[0] + 1) % group.day_rounds)
    if group.clients > 16 and rng.random() < 0.6:  # noqa: PLR2004  3 of 17 are 18 %
        helped.append(rng.randrange(group.day_rounds))
    for rank, round_ in enumerate(helped, 1):
        _choose(
            changed,
            [c for c in changed if c.plain and c.level is Level.HIGH and c.day_round == round_],
            rng,
            double=rank,
        )
    return changed


def _limited(
    clients: Sequence[Needs], by_day: Limits, by_evening: Limits, rng: Random
) -> list[Needs]:
    """Place insulin, pets and unwelcome caregivers on the rounds whose limits mind them."""
    changed = list(clients)

    def on(by_evening_round: int | None, by_day_round: int | None) -> list[Needs]:
        return [
            client
            for client in changed
            if client.plain
            and by_evening_round in {None, client.evening_round}
            and by_day_round in {None, client.day_round}
        ]

    high = [c for c in on(None, by_day.insulin_round) if c.level is Level.HIGH]
    _choose(changed, high, rng, insulin_morning=True)
    high = [c for c in on(by_evening.insulin_round, None) if c.level is Level.HIGH]
    _choose(changed, high, rng, insulin_bedtime=True)
    _choose(changed, on(None, by_day.pet_round), rng, pets=("cat",))
    _choose(changed, on(by_evening.pet_round, None), rng, pets=("dog",))
    if by_day.avoided is not None:
        _choose(changed, on(None, by_day.avoid_round), rng, avoids=True)
    return changed


def _choose(clients: list[Needs], among: Sequence[Needs], rng: Random, **changes: object) -> None:
    """Change one client ``among`` those who may be chosen."""
    if not among:
        raise NoFitError
    chosen = rng.choice(among)
    clients[chosen.number] = replace(chosen, **changes)  # type: ignore[arg-type]
