from solver.identity import case_hash, with_id
from tests.build.cases import small_case
from tests.build.small import small


def test_the_hash_of_a_case_is_that_of_its_content():
    assert case_hash(small_case()) == case_hash(small_case())
    assert case_hash(small_case()) != case_hash(small_case(winter=True))


def test_an_id_does_not_depend_on_the_id_before():
    _, plan = small()
    assert with_id(plan) == plan
    assert with_id(plan.model_copy(update={"id": "x"})).id == plan.id
    assert with_id(plan.model_copy(update={"parent": "x"})).id != plan.id
