"""How much stays uncovered whatever the plan: proven from the roster, with no plan in hand.

Everybody on duty is taken to be free all the time, at the nearest place that they can ever be at;
what nobody reaches in time even then, nobody reaches in any plan. Only breaks are as they are:
somebody who alone could answer reaches nobody during most of one, wherever it is best spent.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Int64 = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Asked:
    """``q`` rows: from when to before when somebody is to be near, how near, cost per second.

    Rows with one ``way`` are as far from every place.
    """

    opens: Int64  # (q,)
    closes: Int64  # (q,)
    limit: Int64  # (q,)
    cost: Int64  # (q,)
    way: Int64  # (q,)


@dataclass(frozen=True)
class Kept:
    """A break of ``duration`` seconds that a shift spends, from ``earliest`` to ``latest`` on.

    ``ways`` are the seconds by way from each place where it may be spent, (ways, places).
    """

    shift: int
    earliest: int
    latest: int
    duration: int
    ways: Int64


def least_uncovered(asked: Asked, first: Int64, last: Int64, breaks: Iterable[Kept]) -> int:
    """Return what the uncovered seconds of every plan cost at least.

    Shift ``s`` may be near enough for row ``r`` in [``first[r, s]``, ``last[r, s]``) and at no
    other time; both are (q, m).
    """
    found = sum(
        int(asked.cost[row]) * _gaps(asked, row, first[row], last[row])
        for row in range(len(asked.opens))
    )
    return found + sum(_during(asked, first, last, one) for one in breaks)


def _gaps(asked: Asked, row: int, first: Int64, last: Int64) -> int:
    """Return the seconds of a row in no [first, last)."""
    opens, closes = int(asked.opens[row]), int(asked.closes[row])
    some = first < last
    order = np.argsort(first[some], kind="stable")
    begins = np.clip(first[some][order], opens, closes)
    ends = np.maximum.accumulate(np.clip(last[some][order], opens, closes))
    gaps = np.append(begins, closes) - np.concatenate([[opens], ends])
    return int(np.maximum(gaps, 0).sum())


def _during(asked: Asked, first: Int64, last: Int64, one: Kept) -> int:
    """Return the least cost of a break: at its best moment and place, of those nobody else has."""
    begins, ends = one.earliest, one.latest + one.duration
    opens, closes = np.maximum(asked.opens, begins), np.minimum(asked.closes, ends)
    others = np.arange(first.shape[1]) != one.shift
    rows = np.flatnonzero((opens < closes) & (asked.cost > 0))
    whole = (first[rows] <= opens[rows, None]) & (last[rows] >= closes[rows, None]) & others
    rows = rows[~whole.any(axis=1)]
    if one.latest < one.earliest or not len(rows):
        return 0
    alone = np.stack([_alone(opens, closes, first, last, one, row) for row in rows.tolist()])
    sums = np.concatenate([np.zeros((len(rows), 1), np.int64), np.cumsum(alone, axis=1)], axis=1)
    starts = np.arange(one.latest - one.earliest + 1)
    lost = one.duration + one.ways[asked.way[rows]] - asked.limit[rows][:, None]
    cost = [
        asked.cost[rows] @ (sums[np.arange(len(rows))[:, None], starts + many] - sums[:, starts])
        for many in np.clip(lost, 0, one.duration).T[:, :, None]
    ]
    return int(np.min(cost))


def _alone(  # noqa: PLR0913, PLR0917 (one row of four tables)
    opens: Int64, closes: Int64, first: Int64, last: Int64, one: Kept, row: int
) -> npt.NDArray[np.bool_]:
    """Return in which seconds of a break's window its caregiver alone may reach a row."""
    size = one.latest + one.duration - one.earliest
    able = np.zeros(size, bool)

    def span(start: int, end: int) -> slice:
        start = max(start, int(opens[row])) - one.earliest
        return slice(start, max(start, min(end, int(closes[row])) - one.earliest))

    able[span(int(first[row, one.shift]), int(last[row, one.shift]))] = True
    for shift in range(first.shape[1]):
        if shift != one.shift and first[row, shift] < last[row, shift]:
            able[span(int(first[row, shift]), int(last[row, shift]))] = False
    return able
