"""Sums over lines: by client, service, reference, price, or over everything."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from planner.model.units import Ore, Seconds
from planner.pay.lines import Line, Status
from planner.pay.money import ore_of

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Total:
    """What lines add up to.

    ``time`` and ``count`` hold, by status, the seconds and pieces decided about; ``amount`` the
    money in 1/3600 öre. ``billed`` is seconds, ``billed_count`` pieces, ``staff`` seconds.
    """

    time: Mapping[Status, int]
    count: Mapping[Status, int]
    amount: Mapping[Status, int] | None
    billed: int
    billed_count: int
    staff: int

    @property
    def paid(self) -> Seconds:
        """The seconds that are surely paid."""
        return Seconds(self.time[Status.SURE])

    @property
    def ore(self) -> Ore | None:
        """What is surely paid, in whole öre; ``None`` without a tariff."""
        return None if self.amount is None else ore_of(self.amount[Status.SURE])


def total_of(lines: Iterable[Line]) -> Total:
    """Return the sum of ``lines``; the amounts are known when each priced line has one."""
    time, count, amount = (dict.fromkeys(Status, 0) for _ in range(3))
    known = True
    billed = billed_count = staff = 0
    for line in lines:
        time[line.status] += line.time
        count[line.status] += line.count
        if line.amount is not None:
            amount[line.status] += line.amount
        elif line.price is not None:
            known = False
        billed += line.billed
        billed_count += line.billed_count
        staff += line.staff
    return Total(time, count, amount if known else None, billed, billed_count, staff)


def totals_by(lines: Iterable[Line], key: Callable[[Line], Key]) -> Mapping[Key, Total]:
    """Return the totals of ``lines`` by ``key``, in the order in which the keys first occur."""
    groups: dict[Key, list[Line]] = {}
    for line in lines:
        groups.setdefault(key(line), []).append(line)
    return {name: total_of(rows) for name, rows in groups.items()}
