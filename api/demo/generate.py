"""Generates a demo: a seeded case on real streets, and the hidden plan that proves it possible."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from api.demo.assembly import GroupValues, assemble
from api.demo.draft import GroupDraft, Start, draw_group
from api.demo.ground import Ground, Site, sites
from api.demo.planted import plan_of
from api.demo.portrait import PROVIDER
from api.demo.proof import prove
from api.demo.sizes import DemoSize, GroupSize, group_sizes
from planner.model.case import Case, Horizon, Provider
from planner.model.places import TravelMode
from planner.model.plan import Plan
from planner.model.travel import TravelMatrices

FIRST_DAY = date(2026, 11, 24)
"""An ordinary Tuesday: no holiday near, no daylight-saving night."""

MUNICIPALITY = "Demo"
"""The municipality of the case: made up."""

MOST_DAYS = 14
"""The longest horizon."""


@dataclass(frozen=True)
class Demo:
    """A case, and the ``planted`` plan that is no part of it but proves that it can be done."""

    case: Case
    planted: Plan
    travel: TravelMatrices


def generate(  # noqa: PLR0913 (all by name)
    size: DemoSize,
    *,
    seed: int,
    first: date = FIRST_DAY,
    days: int = 1,
    only: int | None = None,
    substitutes: bool = False,
    streets: Ground,
) -> Demo:
    """Return a demo of ``size`` for ``days`` days from ``first`` on the streets of ``streets``.

    The same arguments give the same case, byte for byte, and a longer horizon holds the shorter
    one. ``only`` takes so many of its groups, neighbours of each other, instead of all. With
    ``substitutes`` people by the hour stand in for those who are absent, a fifth of the rostered
    shifts. Raises ``ValueError`` for a horizon that is not 1 to 14 days, or where no rounds fit.
    """
    if not 1 <= days <= MOST_DAYS:
        message = f"demo of {days} days: give 1 to {MOST_DAYS}"
        raise ValueError(message)
    groups = group_sizes(size)[:only]
    ground = sites(size, groups, seed=seed, ground=streets)
    places = [place for site in ground for place in site.places]
    travel = streets.matrices(places, tuple(TravelMode), winter=False)
    drafts = _drafts(groups, ground, travel, seed)
    horizon = [first + timedelta(days=number) for number in range(days)]
    values = [assemble(draft, horizon, substitutes=substitutes) for draft in drafts]
    name = _name(size, only, seed, first, days) + ("-hourly" if substitutes else "")
    case = _case(name, horizon, values)
    rounds = [round_ for value in values for round_ in value.rounds]
    demo = Demo(case, plan_of(case, rounds, seed, travel.digest), travel)
    prove(demo.case, demo.planted, travel)
    return demo


def _name(size: DemoSize, only: int | None, seed: int, first: date, days: int) -> str:
    part = "" if only is None else f"-{only}"
    return f"demo-{size}{part}-{seed}-{first}-{days}"


def _drafts(
    groups: Sequence[GroupSize], ground: Sequence[Site], travel: TravelMatrices, seed: int
) -> list[GroupDraft]:
    """Return the drawn groups; codes of clients and caregivers run through all of them."""
    drafts: list[GroupDraft] = []
    client = caregiver = 1
    for size, site in zip(groups, ground, strict=True):
        drafts.append(draw_group(size, site, Start(client, caregiver), travel, seed))
        client += size.clients + size.alarm_only
        caregiver += size.staff
    return drafts


def _case(name: str, days: Sequence[date], values: Sequence[GroupValues]) -> Case:
    """Join the groups into one case."""
    join = chain.from_iterable
    return Case(
        id=name,
        municipality=MUNICIPALITY,
        horizon=Horizon(first=days[0], days=len(days)),
        providers=(Provider(id=PROVIDER, municipality=MUNICIPALITY),),
        places=tuple(join(value.places for value in values)),
        groups=tuple(join(value.groups for value in values)),
        clients=tuple(join(value.clients for value in values)),
        households=tuple(join(value.households for value in values)),
        orders=tuple(join(value.orders for value in values)),
        caregivers=tuple(join(value.caregivers for value in values)),
        cars=tuple(join(value.cars for value in values)),
        shifts=tuple(join(value.shifts for value in values)),
        meal_deliveries=tuple(join(value.meal_deliveries for value in values)),
        bookings=tuple(join(value.bookings for value in values)),
        staff_absences=tuple(join(value.staff_absences for value in values)),
    )
