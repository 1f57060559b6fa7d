from planner.model.units import ShiftId
from planner.rules.paid import paid_seconds
from planner.score.fairness import fairness_of
from planner.score.kpi import measure
from planner.score.load import worked_seconds
from tests.build.cases import instance_of, small_case
from tests.build.parts import MINUTE
from tests.build.plans import small_plan
from tests.build.small import EVENING, without


def test_work_is_shared_out_by_paid_time():
    case = small_case()
    instance = instance_of(case)
    plan = small_plan(case, instance.travel)
    work = {row.caregiver: worked_seconds(row) for row in plan.rounds}
    found = fairness_of(instance, plan)
    paid = paid_seconds(instance)
    assert {row.caregiver: row.work for row in found.burdens} == work
    assert {row.caregiver: row.paid for row in found.burdens} == {
        f"A{n}": paid[ShiftId(f"T{n}")] for n in (1, 2, 3)
    }
    fair = {row.caregiver: row.fair for row in found.burdens}
    assert 0 <= sum(fair.values()) - sum(work.values()) < len(fair)
    above = {who: work[who] - fair[who] for who in work if work[who] > fair[who]}
    assert found.misplaced == sum(above.values()) > 0
    assert measure(instance, plan).unfair_work == found.misplaced
    assert "A1" in above


def test_who_does_less_makes_it_less_fair_for_the_others():
    case = small_case()
    instance = instance_of(case)
    plan = small_plan(case, instance.travel)
    lazy = without(plan, EVENING)
    assert fairness_of(instance, lazy).misplaced > fairness_of(instance, plan).misplaced
    (evening,) = [row for row in plan.rounds if row.shift == "T3"]
    (left,) = [row for row in lazy.rounds if row.shift == "T3"]
    assert worked_seconds(evening) - worked_seconds(left) >= 30 * MINUTE


def test_nobody_on_duty_bears_nothing():
    instance = instance_of(small_case(shifts=()))
    found = fairness_of(instance, small_plan(small_case(), instance.travel))
    assert (found.burdens, found.misplaced) == ((), 0)
