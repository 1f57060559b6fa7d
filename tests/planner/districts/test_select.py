"""The case of some groups: complete in itself, and nothing of the others."""

import re

from planner.calendar.demand import expand
from planner.checks import check_case
from planner.districts import districts_of, joined, part_of
from planner.model.case import Case, Pin
from planner.model.findings import Severity
from planner.model.units import CaregiverId, GroupId, VisitId
from tests.build.cases import small_case
from tests.build.morning import morning_plan
from tests.build.night import two_teams

FIRST = [GroupId("G01"), GroupId("G01E")]


def test_parts_have_the_visits_and_shifts_of_the_whole() -> None:
    case = two_teams(days=3)
    (district,) = districts_of(case)
    parts = [expand(part_of(case, team.groups, team.id)) for team in district.teams]
    whole = expand(case)
    assert sorted(v.id for part in parts for v in part.visits) == [v.id for v in whole.visits]
    assert sorted(t.shift for part in parts for t in part.turns) == [t.shift for t in whole.turns]
    assert all(row in whole.gaps for part in parts for row in part.gaps)


def test_a_part_is_a_case_without_errors() -> None:
    part = part_of(two_teams(), FIRST, "D1", "G01")
    errors = [fault for fault in check_case(part) if fault.severity is Severity.ERROR]
    assert errors == []
    assert part.id == f"{part.municipality}/D1/G01"


def names(case: Case) -> set[str]:
    """Return the codes of clients, places and orders."""
    return (
        {str(row.id) for row in case.clients}
        | {str(row.id) for row in case.places}
        | {str(row.id) for row in case.orders}
    )


def test_nothing_of_others_is_in_a_part() -> None:
    case = two_teams(days=3)
    texts = set(re.findall(r'"([^"]*)"', part_of(case, FIRST, "D1").model_dump_json()))
    others = part_of(case, [GroupId("G02"), GroupId("G02E")], "D1")
    own = part_of(case, FIRST, "D1")
    theirs = names(others) - names(own)
    assert len(theirs) > 40
    assert not theirs & texts
    assert not {text for text in texts if text.split(":")[0] in theirs}


def test_every_list_of_a_case_is_shared_out_whole() -> None:
    case = two_teams(days=3)
    parts = [part_of(case, team.groups) for team in districts_of(case)[0].teams]
    for name in type(case).model_fields:
        rows = getattr(case, name)
        if isinstance(rows, tuple) and name != "providers":
            assert sum(len(getattr(part, name)) for part in parts) == len(rows), name


def test_pins_go_with_their_visit_where_the_caregiver_goes_too() -> None:
    case = two_teams()
    visit = next(row for row in expand(case).visits if row.group == "G01")
    own = next(row.id for row in case.caregivers if row.group == "G01")
    other = next(row.id for row in case.caregivers if row.group == "G02")
    pins = (
        Pin(visit=VisitId(visit.id), caregiver=CaregiverId(own)),
        Pin(visit=VisitId(visit.id), caregiver=CaregiverId(other), seat=2),
    )
    part = part_of(case.model_copy(update={"pins": pins}), FIRST, "D1")
    assert part.pins == pins[:1]


def test_a_whole_case_of_one_team_stays_as_it_is() -> None:
    case = small_case()
    part = part_of(case, [row.id for row in case.groups], "all")
    assert part.model_copy(update={"id": case.id}) == case


def test_rounds_of_parts_are_joined_by_shift_and_the_fuller_one_stands() -> None:
    plan = morning_plan("one")
    emptied = tuple(row.model_copy(update={"stops": ()}) for row in plan.rounds)
    assert joined([plan, plan.model_copy(update={"rounds": emptied})]) == tuple(
        sorted(plan.rounds, key=lambda row: row.shift)
    )
