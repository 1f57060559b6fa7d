"""Documents of one month are joined: added, superseded, withdrawn, and clashes told."""

from itertools import permutations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.model.findings import Severity
from planner.pay.gather.join import Joined, join, key_of
from planner.pay.model.month import Month
from planner.usecases.settle_month import settle_month
from tests.build.many_months import generated
from tests.build.months import document, month_of, order, paid, visit

ORDERS = [order(("S1", "personal_care", 60))]
EARLY, LATE = "2026-04-01T08:00:00+02:00", "2026-04-02T08:00:00+02:00"


def part(**lists: Any) -> Month:
    return month_of(document("upplands_bro", "2026-03", **lists))


def joined(*documents: Month) -> Joined:
    return join(key_of(documents[0]), documents)


def codes(found: Joined) -> list[tuple[str, str, str]]:
    return [(row.code, row.severity.value, row.path) for row in found.faults]


def done(minutes: int, name: str = "V1") -> list[dict[str, Any]]:
    return [visit(name, "2026-03-10T08:00", minutes, "S1")]


def test_documents_add_up() -> None:
    second = visit("V2", "2026-03-11T08:00", 20, "S1")
    found = joined(part(orders=ORDERS), part(performed=done(30)), part(performed=[second]))
    assert found.faults == ()
    assert [row.id for row in found.month.performed] == ["V1", "V2"]
    assert [row.id for row in found.month.clients] == ["C1"]
    assert paid(settle_month(found.month)) == 50


def test_the_same_row_twice_counts_once() -> None:
    found = joined(part(orders=ORDERS, performed=done(30)), part(performed=done(30)))
    assert found.faults == ()
    assert paid(settle_month(found.month)) == 30


def test_what_was_written_last_counts_and_it_is_told() -> None:
    documents = (
        part(orders=ORDERS),
        part(performed=done(30), written=EARLY),
        part(performed=done(40), written=LATE),
        part(performed=done(20)),
    )
    for order_of_import in permutations(documents):
        found = joined(*order_of_import)
        assert paid(settle_month(found.month)) == 40
        assert codes(found) == [("row_superseded", "warning", "$.performed.V1")]
        assert found.faults[0].parameters["earlier"] == 2


def test_a_declined_visit_that_was_performed_after_all() -> None:
    fell_out = done(60)[0] | {"declined": "2026-03-10T07:00:00+01:00"}
    del fell_out["caregiver"]
    found = joined(
        part(orders=ORDERS, declined=[fell_out], written=EARLY),
        part(performed=done(30), written=LATE),
    )
    assert found.month.declined == ()
    assert paid(settle_month(found.month)) == 30
    assert codes(found) == [("row_superseded", "warning", "$.performed.V1")]


def test_a_clash_is_an_error_and_neither_counts() -> None:
    found = joined(part(orders=ORDERS, performed=done(30)), part(performed=done(40)))
    assert codes(found) == [("row_clash", "error", "$.performed.V1")]
    assert found.month.performed == ()


def test_a_row_is_withdrawn_by_a_later_document() -> None:
    mistake = part(orders=ORDERS, performed=done(30), written=EARLY)
    gone = [{"list": "performed", "id": "V1"}]
    found = joined(mistake, part(withdrawn=gone, written=LATE, clients=[{"id": "C1"}]))
    assert found.month.performed == ()
    assert codes(found) == [("row_withdrawn", "warning", "$.performed.V1")]
    alone = joined(part(orders=ORDERS), part(withdrawn=gone))
    assert codes(alone) == [("row_not_there", "warning", "$.performed.V1")]


def test_versions_of_an_order_are_rows_of_their_own() -> None:
    later = ORDERS[0] | {"version": 2, "start": "2026-03-15"}
    found = joined(part(orders=ORDERS), part(orders=[later]))
    assert [row.version for row in found.month.orders] == [1, 2]
    assert found.faults == ()


def test_settings_are_joined_name_by_name() -> None:
    first = part(settings={"noon_is_late": True, "lock_day": 3})
    second = part(settings={"alarm_billed": True, "lock_day": 4})
    found = joined(first, second)
    assert dict(found.month.settings) == {"noon_is_late": True, "alarm_billed": True}
    assert codes(found) == [("row_clash", "error", "$.settings.lock_day")]


def test_no_value_of_a_row_is_told() -> None:
    secret = [done(30)[0] | {"motivation": "Föll i hallen"}]
    found = joined(part(performed=secret), part(performed=done(40)))
    assert "Föll" not in repr(found.faults)


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 10_000), draw=st.randoms(use_true_random=False))
def test_the_order_of_imports_and_how_rows_are_dealt_change_nothing(seed: int, draw: Any) -> None:
    whole = month_of(generated(seed, "upplands_bro"))
    names = ("clients", "orders", "planned", "performed", "declined", "alarms", "meals")
    dealt: list[dict[str, list[Any]]] = [{name: [] for name in names} for _ in range(3)]
    for name in names:
        for row in getattr(whole, name):
            for copy in draw.sample(dealt, draw.randint(1, 2)):
                copy[name].append(row)
    base = Month(id="M", municipality=whole.municipality, month=whole.month, clients=())
    rest = {name: getattr(whole, name) for name in Month.model_fields if name not in names}
    documents = [
        base.model_copy(update={name: tuple(rows) for name, rows in lists.items()})
        for lists in dealt
    ]
    documents.append(base.model_copy(update=rest))
    first = joined(*documents)
    draw.shuffle(documents)
    assert joined(*documents) == first
    assert not [row for row in first.faults if row.severity is Severity.ERROR]
    if not settle_month(whole).faults:
        assert settle_month(first.month).lines == settle_month(whole).lines
