"""What must be planned together, and what only helps one another."""

from planner.districts import districts_of
from planner.model.clients import Household, HouseholdMode
from planner.model.staff import Car
from planner.model.units import CarId, ClientId, GroupId, HouseholdId, PlaceId
from tests.build.cases import small_case
from tests.build.night import two_teams


def teams_of(case) -> list[tuple[str, ...]]:
    return [team.groups for row in districts_of(case) for team in row.teams]


def test_day_and_evening_group_share_clients_and_are_one_team() -> None:
    assert teams_of(two_teams()) == [("G01", "G01E"), ("G02", "G02E")]


def test_teams_of_a_district_stand_in_it() -> None:
    (district,) = districts_of(two_teams())
    assert district.id == "D1"
    assert district.groups == ("G01", "G01E", "G02", "G02E")


def test_a_household_ties_two_teams() -> None:
    case = two_teams()
    first = next(row.id for row in case.clients if row.group == "G01")
    other = next(row.id for row in case.clients if row.group == "G02")
    couple = Household(
        id=HouseholdId("H"),
        clients=(ClientId(first), ClientId(other)),
        mode=HouseholdMode.TOGETHER,
    )
    assert teams_of(case.model_copy(update={"households": (couple,)})) == [
        ("G01", "G01E", "G02", "G02E")
    ]


def test_a_car_ties_two_teams() -> None:
    case = two_teams()
    own = {row.id: row.group for row in case.caregivers}
    car = Car(id=CarId("K"), place=PlaceId(case.groups[0].office))
    shifts = tuple(
        row.model_copy(update={"car": car.id if own[row.caregiver] in {"G01", "G02E"} else None})
        for row in case.shifts
    )
    tied = case.model_copy(update={"cars": (car,), "shifts": shifts})
    assert teams_of(tied) == [("G01", "G01E", "G02", "G02E")]


def test_groups_of_two_districts_that_share_clients_make_one_district() -> None:
    case = two_teams()
    groups = tuple(
        row.model_copy(update={"district": "D2" if row.id == "G01E" else "D1"})
        for row in case.groups
    )
    (district,) = districts_of(case.model_copy(update={"groups": groups}))
    assert district.id == "D1+D2"


def test_districts_without_anything_in_common_stand_apart() -> None:
    case = two_teams()
    groups = tuple(
        row.model_copy(update={"district": "D2" if row.id.startswith("G02") else "D1"})
        for row in case.groups
    )
    apart = districts_of(case.model_copy(update={"groups": groups}))
    assert [row.id for row in apart] == ["D1", "D2"]


def test_somebody_without_a_group_may_be_needed_anywhere() -> None:
    case = two_teams()
    groups = tuple(
        row.model_copy(update={"district": "D2" if row.id.startswith("G02") else "D1"})
        for row in case.groups
    )
    staff = (case.caregivers[0].model_copy(update={"group": None}), *case.caregivers[1:])
    (district,) = districts_of(case.model_copy(update={"groups": groups, "caregivers": staff}))
    assert district.groups == tuple(sorted(GroupId(row.id) for row in case.groups))


def test_a_case_of_one_team_is_one_district() -> None:
    (district,) = districts_of(small_case())
    assert len(district.teams) == 1
