"""Travel times survive being text."""

import pytest

from planner.night.travel_text import travel_from_text, travel_to_text
from tests.build.cases import small_case, straight_line_travel


def test_matrices_come_back_as_they_were() -> None:
    travel = straight_line_travel(small_case())
    back = travel_from_text(travel_to_text(travel))
    assert back.places == travel.places
    assert back.digest == travel.digest
    assert back.seconds.keys() == travel.seconds.keys()
    for mode, matrix in travel.seconds.items():
        assert (back.seconds[mode] == matrix).all()
        assert back.seconds[mode].dtype == matrix.dtype


def test_equal_matrices_give_equal_text() -> None:
    travel = straight_line_travel(small_case())
    assert travel_to_text(travel) == travel_to_text(straight_line_travel(small_case()))


def test_a_matrix_of_another_size_is_refused() -> None:
    text = travel_to_text(straight_line_travel(small_case()))
    with pytest.raises(ValueError, match="entries for"):
        travel_from_text(text.model_copy(update={"places": text.places[1:]}))
