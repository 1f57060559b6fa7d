"""Terms about every moment: what is held, and which places are covered over time."""

from collections.abc import Mapping, Sequence

import numpy as np

from planner.model.units import Instant, PlaceId, ShiftId
from planner.rules.terms import CoverOverTime, Hold
from solver.compiling.draft import Draft
from solver.problem import NEVER, Cover, Int32


def hold(draft: Draft, terms: Sequence[Hold]) -> None:
    """Mark the tasks that are not left before they are done."""
    for term in terms:
        draft.held[draft.task(term.task)] = 1


def cover_over_time(draft: Draft, terms: Sequence[CoverOverTime]) -> None:
    """Collect the rows that are covered over time."""
    draft.covered.extend(terms)


def cover_of(draft: Draft) -> Cover | None:
    """Return the cover of the finished draft, ``None`` where no term asks for one."""
    rows = draft.covered
    if not rows:
        return None
    ways = {way: number for number, way in enumerate(dict.fromkeys(map(_way, rows)))}
    # The terms keep their tables alive, so that an id stands for one table.
    tables = {id(row.until): row.until for row in rows}
    duties = {name: number for number, name in enumerate(tables)}
    return Cover(
        held=draft.held,
        opens=_numbers([row.span.earliest - draft.origin for row in rows]),
        closes=_numbers([row.span.latest - draft.origin for row in rows]),
        limit=_numbers([row.limit for row in rows]),
        cost=np.array([row.cost for row in rows], np.int64),
        way=_numbers([ways[_way(row)] for row in rows]),
        duty=_numbers([duties[id(row.until)] for row in rows]),
        to_place=np.stack([_to_place(draft, *way) for way in ways]),
        until=np.stack([_until(draft, table) for table in tables.values()]),
    )


def _way(row: CoverOverTime) -> tuple[PlaceId, PlaceId | None]:
    return row.place, row.key


def _to_place(draft: Draft, place: PlaceId, key: PlaceId | None) -> Int32:
    """Return the seconds to ``place`` from every point by every mode, (k, p)."""
    travel = np.stack(list(draft.instance.travel.seconds.values()))
    home = draft.place(place)
    if key is None:
        return travel[:, :, home].astype(np.int32)
    office = draft.place(key)
    return (travel[:, :, office] + travel[:, [office], home]).astype(np.int32)


def _until(draft: Draft, table: Mapping[ShiftId, Instant]) -> Int32:
    moments = np.full(len(draft.shifts), NEVER, np.int32)
    for shift, latest in table.items():
        moments[draft.shift(shift)] = latest - draft.origin
    return moments


def _numbers(values: Sequence[int]) -> Int32:
    return np.array(values, np.int32)
