from planner.model.findings import Level
from planner.model.units import CaregiverId
from planner.model.visits import Seat
from planner.rules.ids import RuleId
from planner.rules.terms import Forbid
from tests.build.judging import found, terms
from tests.build.small import DOUBLE, small, with_person


def test_somebody_without_a_skill_is_a_fault_on_either_seat():
    instance, plan = small()
    assert found(RuleId.SKILLS, instance, plan) == []
    for person in ("A1", "A2"):
        unskilled = with_person(instance, person, skills=())
        (finding,) = found(RuleId.SKILLS, unskilled, plan)
        assert (finding.cost, finding.level) == (0, Level.LAW)
        assert (finding.parameters["visit"], finding.parameters["caregiver"]) == (DOUBLE, person)
        assert terms(RuleId.SKILLS, unskilled) == [
            Forbid(Seat(DOUBLE, seat), frozenset({CaregiverId(person)})) for seat in (1, 2)
        ]
