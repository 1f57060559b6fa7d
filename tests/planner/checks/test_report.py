import pytest

from planner.checks.report import json_path, nearest
from planner.checks.shape import model_at, references
from planner.model.case import Case
from planner.model.orders import StartWindow
from tests.build.cases import small_case


@pytest.mark.parametrize(
    ("steps", "path"),
    [
        ((), "$"),
        (("orders", 3, "services", 0, "duration"), "$.orders[3].services[0].duration"),
        (("a b",), "$['a b']"),
        (("it's",), "$['it\\'s']"),
        (("å",), "$['å']"),
        (("x" * 50,), "$['" + "x" * 40 + "…']"),
    ],
)
def test_paths(steps, path):
    assert json_path(*steps) == path


def test_near_misses_regard_neither_case_nor_order():
    assert nearest("office", ["P1", "OFFICE"]) == "OFFICE"
    assert nearest("zebra", ["P1", "OFFICE"]) is None
    assert nearest("", []) is None


def test_every_reference_of_a_case_is_found():
    found = {(one.kind, one.name) for one in references(small_case())}
    assert ("PlaceId", "OFFICE") in found
    assert ("CaregiverId", "A3") in found
    assert ("GroupId", "G1E") in found
    assert ("ProviderId", "HEMTJANST") in found
    assert all(kind != "OrderId" for kind, _ in found)


def test_the_model_at_a_path():
    assert model_at(Case, ("orders", 3, "services", 0, "window")) is StartWindow
    assert model_at(Case, ("nothing", 3)) is None
    assert model_at(Case, ()) is Case
