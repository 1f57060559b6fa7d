"""Clients beside what is possible for them."""

from planner.model.units import ClientId
from planner.score.continuity.standing import of_planned_days, standings
from solver.continuity.limits import ContinuityLimits
from tests.build.history import past
from tests.build.small import MEDICINE, SECOND_MEDICINE, handed, small, with_case


def rows(instance, plan):
    limits = ContinuityLimits().find(instance)
    return {row.client: row for row in standings(of_planned_days(instance, plan), limits)}


def test_a_client_stands_beside_the_own_possible():
    instance, plan = small()
    own = handed(handed(plan, MEDICINE, "T2"), SECOND_MEDICINE, "T2")
    found = rows(instance, own)
    assert list(found) == ["C1", "C2", "C4"]
    assert (found["C2"].share, found["C2"].possible, found["C2"].at_aim) == (1, 1, True)
    assert found["C2"].caregivers == found["C2"].fewest == 1


def test_who_could_have_the_contact_and_has_not_is_below_the_aim():
    instance, plan = small()
    other = handed(handed(plan, MEDICINE, "T1"), SECOND_MEDICINE, "T1")
    row = rows(instance, other)["C2"]
    assert (row.share, row.possible, row.at_aim, row.impossible) == (0, 1, False, False)


def test_who_cannot_have_the_contact_is_not_below_the_aim():
    instance, plan = small()
    clients = tuple(
        row.model_copy(update={"contact": "A3"}) if row.id == "C2" else row
        for row in instance.case.clients
    )
    row = rows(with_case(instance, clients=clients), plan)[ClientId("C2")]
    assert (row.share, row.possible, row.at_aim, row.impossible) == (0, 0, True, True)


def test_the_days_before_are_left_out_as_the_limits_leave_them_out():
    instance, plan = small()
    told = with_case(instance, history=(past("C2", "A1"), past("C2", "A3")))
    assert rows(told, plan)["C2"] == rows(instance, plan)["C2"]
