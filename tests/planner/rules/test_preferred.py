from planner.model.clients import Preferences
from planner.model.staff import Gender
from planner.model.weights import Weights
from planner.rules.ids import RuleId
from tests.build.judging import found, terms
from tests.build.small import BOXES, EVENING, handed, small, small_with, with_client


def test_every_unmet_wish_costs():
    instance, plan = small_with(weights=Weights(not_preferred=100))
    plan = handed(plan, EVENING, "T1")
    for wishes, unmet in (
        ({}, ()),
        ({"gender": Gender.WOMAN}, ()),
        ({"gender": Gender.MAN}, ("gender",)),
        ({"languages": ("fi", "sv")}, ()),
        ({"languages": ("fi",)}, ("language",)),
        ({"caregivers": ("A1",)}, ()),
        ({"caregivers": ("A2",)}, ("name",)),
        ({"caregivers": ("A2",), "gender": Gender.MAN}, ("gender", "name")),
    ):
        asking = with_client(instance, "C4", preferences=Preferences.model_validate(wishes))
        findings = [
            row
            for row in found(RuleId.PREFERRED, asking, plan)
            if row.parameters["visit"] == EVENING
        ]
        assert [row.parameters["wishes"] for row in findings] == ([unmet] if unmet else [])
        assert sum(row.cost for row in findings) == 100 * len(unmet)
        costs = {t.seat.visit: t.costs.get("A1", 0) for t in terms(RuleId.PREFERRED, asking)}
        assert costs.get(EVENING, 0) == 100 * len(unmet)


def test_contact_and_deputy_count_as_named_and_meal_boxes_do_not_count():
    instance, plan = small()
    wish = Preferences.model_validate({"caregivers": ("A2",)})
    instance = with_client(instance, "C4", preferences=wish)
    assert found(RuleId.PREFERRED, instance, handed(plan, EVENING, "T3")) == []
    assert found(RuleId.PREFERRED, instance, handed(plan, BOXES, "T1")) == []
