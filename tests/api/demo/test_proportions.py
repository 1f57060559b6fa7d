"""A demo has the proportions that are promised."""

from collections import Counter
from datetime import timedelta
from itertools import pairwise
from statistics import mean

import pytest

from api.demo import FIRST_DAY, Demo, DemoSize, generate
from planner.model.clients import Lock
from planner.model.orders import DoublePart, ServiceKind
from planner.model.places import TravelMode
from planner.model.staff import DutyKind, Role
from tests.build.demo import Figures, PlainStreets

FORTNIGHT = 14


def demo(size: DemoSize, seed: int, days: int = 1) -> Demo:
    return generate(size, seed=seed, days=days, streets=PlainStreets())


@pytest.fixture(scope="module")
def districts() -> list[Figures]:
    return [Figures(demo(DemoSize.DISTRICT, seed)) for seed in range(3)]


@pytest.fixture(scope="module")
def fortnight() -> Figures:
    return Figures(demo(DemoSize.GROUP, 4, FORTNIGHT))


def test_visits_of_a_group_day_are_about_sixty(districts: list[Figures]) -> None:
    for figures in districts:
        counts = figures.visits_by_group_day()
        assert all(46 <= count <= 66 for count in counts.values())
        assert 57 <= mean(counts.values()) <= 64


def test_paid_time_is_used_as_promised_on_every_group_day(
    districts: list[Figures], fortnight: Figures
) -> None:
    for figures in [*districts, fortnight]:
        assert all(0.85 <= use <= 0.92 for use in figures.use_by_group_day().values())
        assert all(0.93 <= use <= 0.97 for use in figures.peak_by_group_day().values())


def test_shares_of_a_district(districts: list[Figures]) -> None:
    for figures in districts:
        assert 0.10 <= figures.double_share() <= 0.20
        assert 0.20 <= figures.key_share() <= 0.35
        assert 0.28 <= figures.uninterruptible_share() <= 0.40
        assert 0.17 <= figures.absent_share() <= 0.23


@pytest.mark.parametrize("seed", range(8))
def test_shares_of_a_group(seed: int) -> None:
    figures = Figures(demo(DemoSize.GROUP, seed))
    assert 0.10 <= figures.double_share() <= 0.20
    assert figures.key_share() >= 0.2
    assert 0.28 <= figures.uninterruptible_share() <= 0.40


def test_half_of_the_caregivers_go_by_bike_or_on_foot(districts: list[Figures]) -> None:
    for figures in districts:
        modes = Counter(row.travel_mode for row in figures.demo.case.caregivers)
        assert 0.4 <= modes[TravelMode.CAR] / modes.total() <= 0.6
        rounds = Counter(round_.mode for round_ in figures.demo.planted.rounds)
        assert 0.4 <= rounds[TravelMode.CAR] / rounds.total() <= 0.65
        assert set(rounds) == set(TravelMode)


def test_double_staffing_comes_in_all_parts(districts: list[Figures]) -> None:
    for figures in districts:
        parts = {s.double.part for order in figures.demo.case.orders for s in order.services}
        assert parts == set(DoublePart) - {DoublePart.SPLIT}


def test_all_sorts_of_services_and_clients_occur(districts: list[Figures]) -> None:
    case = districts[0].demo.case
    kinds = {service.kind for order in case.orders for service in order.services}
    unused = {ServiceKind.SIMPLIFIED, ServiceKind.CARE_PLAN, ServiceKind.OTHER}
    assert kinds == set(ServiceKind) - unused
    assert len(case.households) == 10
    assert any(client.protected_identity for client in case.clients)
    assert any(client.preferences.avoid for client in case.clients)
    assert any(client.preferences.gender for client in case.clients)
    assert {pet for client in case.clients for pet in client.pets} == {"cat", "dog"}
    assert {lock for client in (c.lock for c in case.clients) for lock in [client]} == set(Lock)
    rules = {s.recurrence.rule.split(";BYDAY")[0] for o in case.orders for s in o.services}
    assert rules == {"FREQ=DAILY", "FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2"}


def test_somebody_lacks_what_somebody_needs(districts: list[Figures]) -> None:
    case = districts[0].demo.case
    assert any("insulin" not in caregiver.delegations for caregiver in case.caregivers)
    assert any(not caregiver.driving_licence for caregiver in case.caregivers)
    assert any(caregiver.allergies for caregiver in case.caregivers)


def test_contacts_are_underskoterskor_with_three_or_four_clients(
    districts: list[Figures],
) -> None:
    for figures in districts:
        contacts = Counter(c.contact for c in figures.demo.case.clients if c.contact)
        assert all(2 <= count <= 5 for count in contacts.values())
        assert 3 <= mean(contacts.values()) <= 4
        roles = {figures.instance.caregivers[code].role for code in contacts}
        assert roles == {Role.UNDERSKOTERSKA}


def test_meal_boxes_come_on_tuesdays_and_fridays_from_the_office(fortnight: Figures) -> None:
    case = fortnight.demo.case
    offices = {group.office for group in case.groups}
    assert {delivery.day.weekday() for delivery in case.meal_deliveries} == {1, 4}
    assert {delivery.pick_up for delivery in case.meal_deliveries} == offices


def test_every_kind_of_duty_is_on_the_roster_of_a_fortnight(fortnight: Figures) -> None:
    kinds = Counter(d.kind for shift in fortnight.demo.case.shifts for d in shift.duties)
    assert kinds[DutyKind.HANDOVER] == len(fortnight.demo.case.shifts)
    assert kinds[DutyKind.MEETING] == 2 * 5
    assert kinds[DutyKind.CONTACT_PLANNING] + kinds[DutyKind.PHONE_TIME] == 2


def test_day_and_evening_staff_are_the_same_people_all_the_time(fortnight: Figures) -> None:
    starts: dict[str, set[object]] = {}
    for shift in fortnight.demo.case.shifts:
        starts.setdefault(shift.caregiver, set()).add(shift.start)
    assert all(len(times) == 1 for times in starts.values())


def test_everybody_rests_a_day_in_every_week(fortnight: Figures) -> None:
    for days in fortnight.days_worked().values():
        for first in range(FORTNIGHT - 6):
            week = {FIRST_DAY + timedelta(days=first + number) for number in range(7)}
            assert len(week & set(days)) <= 6


def test_contract_hours_are_about_kept(fortnight: Figures) -> None:
    minutes: Counter[str] = Counter()
    for shift in fortnight.demo.case.shifts:
        hours = shift.end.hour - shift.start.hour
        minutes[shift.caregiver] += hours * 60 - 30
    for caregiver in fortnight.demo.case.caregivers:
        assert minutes[caregiver.id] / 60 / 2 == pytest.approx(caregiver.contract_hours, rel=0.17)


def test_a_couple_is_visited_one_after_the_other(districts: list[Figures]) -> None:
    for figures in districts:
        pairs = {tuple(household.clients) for household in figures.demo.case.households}
        clients: dict[str, list[str]] = {}
        for visit, _, round_ in figures.placed():
            clients.setdefault(round_.shift, []).append(visit.client)
        met = {pair for row in clients.values() for pair in pairwise(row) if pair in pairs}
        assert met == pairs


def test_the_group_is_compact_around_its_office(districts: list[Figures]) -> None:
    for figures in districts:
        seconds = figures.demo.travel.seconds[TravelMode.BIKE]
        rows = figures.demo.travel.row
        office = {group.id: group.office for group in figures.demo.case.groups}
        away = [
            seconds[rows[office[client.group]], rows[client.place]]
            for client in figures.demo.case.clients
            if client.group
        ]
        assert mean(away) < 6 * 60


def test_the_municipality_has_the_size_of_lund() -> None:
    case = demo(DemoSize.MUNICIPALITY, 1).case
    roles = Counter(caregiver.role for caregiver in case.caregivers)
    assert len(case.orders) == 1400
    assert len(case.clients) > 1400
    assert roles == {Role.UNDERSKOTERSKA: 570, Role.VARDBITRADE: 120}
    assert len(case.groups) == 2 * 80
    assert 470 <= len(case.shifts) <= 510
    sizes = Counter(client.group for client in case.clients if client.contact)
    assert all(15 <= size <= 18 for size in sizes.values())
