"""The order of each client: what its series of visits have been granted as."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from api.demo.draft import GroupDraft
from api.demo.menu import MEAL_BOX
from api.demo.needs import Needs
from api.demo.portrait import PROVIDER, client_code
from api.demo.series import Series
from api.demo.services import CALENDAR, gaps_of, pieces, service_of
from planner.model.orders import Order
from planner.model.units import OrderId, Seconds, ServiceId

_AGES = (4, 60)
"""Orders are this many weeks old, from and to. Assumption."""


def orders_of(draft: GroupDraft, series: Sequence[Series], first: date) -> Iterator[Order]:
    """Yield the order of each client, begun on a Monday some weeks before ``first``.

    Meal boxes are no services: they are delivered by day and count (U64).
    """
    own: dict[int, list[Series]] = defaultdict(list)
    for row in series:
        if row.task.type is not MEAL_BOX:
            own[row.task.client].append(row)
    monday = first - timedelta(days=(first - CALENDAR).days % 7)
    for needs in draft.clients:
        age = draft.rng.randint(*_AGES)
        yield _order(draft, needs, own[needs.number], monday - timedelta(weeks=age))


def _order(draft: GroupDraft, needs: Needs, series: Sequence[Series], since: date) -> Order:
    client, places = client_code(draft, needs.number), draft.site.places
    gaps = gaps_of(needs, series)
    parts = [piece for row in series for piece in pieces(row, needs)]
    return Order(
        id=OrderId(f"O{client}"),
        client=client,
        provider=PROVIDER,
        start=since,
        granted_time=Seconds(sum(row.weight for row in series)),
        double_in_text=any(row.second for row in series),
        services=tuple(
            service_of(piece, ServiceId(f"{client}-{number}"), since, gaps, places)
            for number, piece in enumerate(parts, 1)
        ),
    )
