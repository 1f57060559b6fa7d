"""What every demo keeps: it can be done, it repeats, it has the promised proportions."""

from datetime import date
from itertools import pairwise

import pytest

from api.demo import FIRST_DAY, Demo, DemoSize, generate
from planner.checks import check_case
from planner.model.case import Case
from planner.model.findings import Level, Severity
from planner.rules.registry import RULES
from tests.build.demo import Figures, PlainStreets, beside_alarms

STREETS = PlainStreets()
FORTNIGHT = 14


def demo(size: DemoSize, seed: int, days: int = 1, first: date = FIRST_DAY) -> Demo:
    return generate(size, seed=seed, first=first, days=days, streets=STREETS)


@pytest.fixture(scope="module")
def districts() -> list[Figures]:
    return [Figures(demo(DemoSize.DISTRICT, seed)) for seed in range(3)]


@pytest.fixture(scope="module")
def fortnight() -> Figures:
    return Figures(demo(DemoSize.GROUP, 4, FORTNIGHT))


@pytest.mark.parametrize("seed", range(20))
def test_the_planted_plan_of_a_group_passes_the_independent_checker(seed: int) -> None:
    made = demo(DemoSize.GROUP, seed)
    assert beside_alarms(made) == []


@pytest.mark.parametrize("seed", range(20))
def test_the_case_of_a_group_has_no_fault(seed: int) -> None:
    assert check_case(demo(DemoSize.GROUP, seed).case) == ()


def test_districts_have_no_error_and_their_planted_plans_pass(districts: list[Figures]) -> None:
    for figures in districts:
        made = figures.demo
        faults = check_case(made.case)
        assert [fault for fault in faults if fault.severity is Severity.ERROR] == []
        assert beside_alarms(made) == []


def test_fourteen_days_pass_checks_checker_and_rules(fortnight: Figures) -> None:
    made = fortnight.demo
    assert check_case(made.case) == ()
    assert beside_alarms(made) == []
    findings = [f for rule in RULES for f in rule.check(fortnight.instance, made.planted)]
    assert [finding for finding in findings if finding.level is Level.LAW] == []


@pytest.mark.parametrize("first", [date(2026, 3, 23), date(2026, 10, 19), date(2026, 12, 21)])
def test_daylight_saving_and_holidays_do_not_disturb(first: date) -> None:
    made = demo(DemoSize.GROUP, 2, FORTNIGHT, first)
    assert check_case(made.case) == ()
    assert beside_alarms(made) == []


def test_the_same_arguments_give_the_same_bytes() -> None:
    one, other = demo(DemoSize.DISTRICT, 7, 2), demo(DemoSize.DISTRICT, 7, 2)
    assert one.case.model_dump_json() == other.case.model_dump_json()
    assert one.planted.model_dump_json() == other.planted.model_dump_json()


def test_another_seed_gives_another_case() -> None:
    one, other = demo(DemoSize.GROUP, 1).case, demo(DemoSize.GROUP, 2).case
    assert one.places != other.places
    assert one.orders != other.orders


def test_the_case_reads_back_from_its_json() -> None:
    case = demo(DemoSize.GROUP, 3).case
    assert Case.model_validate_json(case.model_dump_json()) == case


def test_a_longer_horizon_holds_the_shorter_one(fortnight: Figures) -> None:
    short, long = demo(DemoSize.GROUP, 4).case, fortnight.demo.case
    assert short.orders == long.orders
    assert short.caregivers == long.caregivers
    assert set(short.shifts) <= set(long.shifts)


@pytest.mark.parametrize("days", [0, 15])
def test_a_horizon_that_is_too_short_or_long_is_refused(days: int) -> None:
    with pytest.raises(ValueError, match="give 1 to 14"):
        demo(DemoSize.GROUP, 1, days)


@pytest.fixture(scope="module")
def with_substitutes() -> Figures:
    made = generate(DemoSize.DISTRICT, seed=1, days=FORTNIGHT, substitutes=True, streets=STREETS)
    return Figures(made)


def test_a_district_with_absence_and_substitutes_can_be_done(with_substitutes: Figures) -> None:
    made = with_substitutes.demo
    faults = check_case(made.case)
    assert [fault for fault in faults if fault.severity is Severity.ERROR] == []
    assert beside_alarms(made) == []
    assert 0.18 <= with_substitutes.absent_share() <= 0.22


def test_substitutes_stand_in_for_the_absent_and_are_nobodys_contact(
    with_substitutes: Figures,
) -> None:
    case = with_substitutes.demo.case
    hourly = {row.id for row in case.caregivers if row.hourly}
    shifts = [row for row in case.shifts if row.caregiver in hourly]
    assert len(hourly) == 4 * 10
    assert len(shifts) / len(with_substitutes.instance.turns) == pytest.approx(0.25, abs=0.05)
    assert not hourly & {person for row in case.clients for person in (row.contact, row.deputy)}
    days = with_substitutes.days_worked()
    for person in hourly:
        own = sorted(day.toordinal() for day in days.get(person, []))
        assert all(two - one >= 2 for one, two in pairwise(own))


def test_substitutes_leave_no_worker_of_a_crew_less_than_half_of_the_shifts_of_another(
    with_substitutes: Figures,
) -> None:
    case = with_substitutes.demo.case
    days = with_substitutes.days_worked()
    away = {row.caregiver for row in case.staff_absences}
    for group in case.groups:
        crew = [row.id for row in case.caregivers if row.group == group.id and not row.hourly]
        shifts = [len(days.get(person, [])) for person in crew if days.get(person)]
        assert len(shifts) >= len(set(crew) - away)
        assert 2 * min(shifts) >= max(shifts)


def test_a_case_without_substitutes_is_as_it_was() -> None:
    plain = demo(DemoSize.GROUP, 2).case
    made = generate(DemoSize.GROUP, seed=2, substitutes=True, streets=STREETS).case
    assert made.orders == plain.orders
    assert made.clients == plain.clients
    assert [row for row in made.caregivers if not row.hourly] == list(plain.caregivers)
