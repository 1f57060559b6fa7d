"""How large a demo is: which groups it has, and how many clients and caregivers each."""

from dataclasses import dataclass
from enum import StrEnum

from api.demo.proportions import LUND


class DemoSize(StrEnum):
    """How much of the municipality a demo holds."""

    GROUP = "group"
    DISTRICT = "district"
    MUNICIPALITY = "municipality"


_GROUPS = {
    DemoSize.GROUP: 1,
    DemoSize.DISTRICT: LUND.groups_per_district,
    DemoSize.MUNICIPALITY: LUND.groups,
}


@dataclass(frozen=True, slots=True)
class GroupSize:
    """One working group with its evening group; ``number`` counts from 0."""

    number: int
    clients: int
    alarm_only: int
    day_rounds: int
    day_staff: int

    @property
    def code(self) -> str:
        """The code of the day group."""
        return f"G{self.number + 1:02d}"

    @property
    def evening_code(self) -> str:
        """The code of the evening group."""
        return f"{self.code}E"

    @property
    def district(self) -> str:
        """The code of the district."""
        return f"D{self.number // LUND.groups_per_district + 1}"

    @property
    def homes(self) -> int:
        """How many homes its clients have; one is shared by a couple."""
        return self.clients + self.alarm_only - 1

    @property
    def staff(self) -> int:
        """All caregivers employed in the group, day and evening."""
        return self.day_staff + LUND.evening_staff


def group_sizes(size: DemoSize) -> tuple[GroupSize, ...]:
    """Return the groups of a demo; those of a district are the first of the municipality."""
    return tuple(_group(number) for number in range(_GROUPS[size]))


_SMALL = frozenset({7, 15})
"""Which of every sixteen groups have two rounds by day instead of three (L23)."""

_SMALLEST = 7
_SEVENTEEN = frozenset({1, 6, 11})
_FIVE_BY_DAY = frozenset({3, 11})
_TWO_ALARMS = frozenset({3, 7, 11, 15})


def _group(number: int) -> GroupSize:
    """Return a group so that 80 of them hold 1,400 clients (L01, L30) and 690 caregivers (L01).

    220 clients above them have an alarm only (U79; assumption for the number).
    """
    turn = number % 16
    small = turn in _SMALL
    return GroupSize(
        number=number,
        clients=_clients(turn, small=small),
        alarm_only=2 if turn in _TWO_ALARMS else 3,
        day_rounds=2 if small else 3,
        day_staff=4 if small else 5 if turn in _FIVE_BY_DAY else 6,
    )


def _clients(turn: int, *, small: bool) -> int:
    if small:
        return 15 if turn == _SMALLEST else 16
    return 17 if turn in _SEVENTEEN else 18
