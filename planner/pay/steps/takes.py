"""What is taken from granted time, first come first served, by models that pay performed time."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from planner.pay.lines import NO_TIME
from planner.pay.model.kinds import Role
from planner.pay.steps.asks import Ask, Done, done_rows
from planner.pay.steps.caps import Fit, fill
from planner.pay.steps.days import days_between
from planner.pay.steps.desk import Desk
from planner.pay.steps.grants import Pot, daily, grant_of, pot_of
from planner.pay.steps.spells import Ordered


@dataclass(frozen=True)
class Pots:
    """The pots of one account.

    ``month``: granted time evens out over the month (N07), else each visit, day, week or month
    is its own. ``seconds_apart``: the second caregiver of a visit has as much time as the first,
    from a pot of its own.
    """

    desk: Desk
    month: bool = False
    seconds_apart: bool = False

    def of(self, done: Done, ask: Ask, ordered: Ordered) -> tuple[Pot, int | None]:
        """Return the pot that ``ask`` takes from and its size; ``None``: no cap."""
        pot, size = pot_of(ordered, done.day, done.occasion)
        if self.month and size is not None:
            pot, size = (*pot[:3], "all"), self._all(ordered)
        if ask.second and self.seconds_apart:
            pot = (*pot, "second")
        return pot, size

    def _all(self, ordered: Ordered) -> int:
        """Return what is granted by ``ordered`` in all of the month."""
        owner, grant = grant_of(ordered)
        period = self.desk.account.period
        if grant is None:
            return 0
        return sum(
            sum(daily(grant, days, self._visits.get((ordered.order.id, owner), Counter())).values())
            for spell in self.desk.spells
            if spell.order is ordered.order
            for days in [days_between(max(spell.first, period.first), min(spell.last, period.last))]
        )

    @cached_property
    def _visits(self) -> dict[tuple[str, str], Counter[date]]:
        """How many visits took from each grant on each day."""
        seen: set[tuple[str, str, date, str]] = set()
        for done in done_rows(self.desk):
            for part in done.parts if done.visit.role is Role.MAIN else ():
                if part.ordered is not None:
                    owner = grant_of(part.ordered)[0]
                    seen.add((part.ordered.order.id, owner, done.day, done.occasion))
        found: dict[tuple[str, str], Counter[date]] = {}
        for order, owner, day, _ in seen:
            found.setdefault((order, owner), Counter())[day] += 1
        return found


def fits_of(
    rows: Sequence[tuple[Done, Ask]], pots: Pots, *, capped: bool, taking: Iterable[bool] = ()
) -> tuple[Fit, ...]:
    """Return how each of ``rows`` fits into what is granted; all of it when not ``capped``.

    ``taking`` says of each row whether it takes granted time at all; by default what a second
    caregiver spends takes none.
    """
    if not capped:
        return tuple(Fit(ask.time, NO_TIME) for _, ask in rows)
    asks: list[tuple[Pot, int]] = []
    room: dict[Pot, int | None] = {}
    takes = tuple(taking) or tuple(not ask.second for _, ask in rows)
    for number, ((done, ask), takes_time) in enumerate(zip(rows, takes, strict=True)):
        pot: Pot = ("nothing", str(number))
        if ask.part.ordered is not None:
            pot, size = pots.of(done, ask, ask.part.ordered)
            room[pot] = size
        asks.append((pot, ask.time if takes_time else 0))
    return fill(asks, room)
