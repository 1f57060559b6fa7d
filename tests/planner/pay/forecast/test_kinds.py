"""What can be planned can be paid: pay knows every kind of service that planning knows."""

import pytest

from planner.model.orders import ServiceKind
from planner.pay.model.kinds import Insats


@pytest.mark.parametrize("kind", ServiceKind)
def test_every_kind_of_service_is_an_insats(kind: ServiceKind) -> None:
    assert Insats(kind.value).value == kind.value
