"""Laws of every settlement, under every compensation model."""

from collections import defaultdict
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.pay.accounts import accounts_of
from planner.pay.checks import check_month
from planner.pay.lines import Source, Status
from planner.pay.model.kinds import Role
from planner.pay.model.month import Month
from planner.pay.money import ore_of, spread
from planner.pay.registry import municipalities
from planner.pay.settlement import order_of
from planner.pay.steps.overlap import length
from planner.pay.tariff import Tariff
from planner.pay.totals import total_of, totals_by
from planner.usecases.settle_month import settle_month
from tests.build.many_months import generated
from tests.build.months import month_of

SEEDS = st.integers(0, 10_000)
LISTS = ("clients", "orders", "planned", "performed", "declined", "alarms", "meals", "absences")


def made(seed: int, key: str) -> Month:
    return month_of(generated(seed, key))


def tariff_of(key: str) -> Tariff:
    names = (price.name for price in municipalities()[key].prices)
    prices = {name: 33_333 + 7 * number for number, name in enumerate(names)}
    return Tariff.model_validate(
        {"municipality": key, "valid_from": made(0, key).first, "prices": prices}
    )


@pytest.mark.parametrize("key", municipalities())
class TestEveryModel:
    """What holds whatever a municipality's rules are."""

    @settings(max_examples=15, deadline=None)
    @given(seed=SEEDS)
    def test_the_sums_of_lines_are_the_totals(self, key: str, seed: int) -> None:
        result = settle_month(made(seed, key), tariff_of(key))
        for part in (
            lambda line: line.client,
            lambda line: line.insats,
            lambda line: line.reference,
            lambda line: line.price,
        ):
            parts = totals_by(result.lines, part).values()
            assert sum(row.paid for row in parts) == result.total.paid
            assert sum(row.billed for row in parts) == result.total.billed
            amounts = [row.amount or {} for row in parts]
            whole = result.total.amount or {}
            for status in Status:
                assert sum(row[status] for row in amounts) == whole[status]

    @settings(max_examples=15, deadline=None)
    @given(seed=SEEDS)
    def test_household_by_household_gives_the_same(self, key: str, seed: int) -> None:
        month = made(seed, key)
        whole = settle_month(month)
        checked = check_month(month)
        apart = [
            line for account in accounts_of(checked.month) for line in checked.model.lines(account)
        ]
        assert sorted(apart, key=order_of) == sorted(whole.lines, key=order_of)
        homes: dict[str, list[str]] = defaultdict(list)
        for client in month.clients:
            homes[client.household or client.id].append(client.id)
        alone = [settle_month(_only(month, set(names))) for names in homes.values()]
        assert sum(row.total.paid for row in alone) == whole.total.paid
        assert sum(row.total.billed for row in alone) == whole.total.billed

    @settings(max_examples=15, deadline=None)
    @given(seed=SEEDS)
    def test_the_order_of_rows_does_not_matter(self, key: str, seed: int) -> None:
        month = made(seed, key)
        draw = Random(seed)  # noqa: S311  any order will do
        mixed = {
            name: tuple(draw.sample(getattr(month, name), len(getattr(month, name))))
            for name in LISTS
        }
        other = month.model_copy(update=mixed)
        assert settle_month(other).lines == settle_month(month).lines

    @settings(max_examples=15, deadline=None)
    @given(seed=SEEDS)
    def test_nothing_is_negative_and_only_sure_time_is_paid(self, key: str, seed: int) -> None:
        for line in settle_month(made(seed, key)).lines:
            assert line.time >= 0
            assert line.count >= 0
            assert line.staff >= 0
            assert line.billed >= 0
            assert line.paid == (line.time if line.status is Status.SURE else 0)
            assert line.rules, line


@settings(max_examples=40, deadline=None)
@given(seed=SEEDS)
def test_upplands_bro_pays_no_visit_more_than_was_done_or_ordered(seed: int) -> None:
    month = made(seed, "upplands_bro")
    result = settle_month(month)
    done = {str(row.id): int(length(row)) for row in month.performed}
    done |= {str(row.id): int(length(row)) for row in month.declined}
    by_row = totals_by(
        (line for line in result.lines if line.source in (Source.PERFORMED, Source.DECLINED)),
        lambda line: line.record,
    )
    for record, total in by_row.items():
        assert total.paid <= done[record]
        assert sum(total.time.values()) == done[record], "every second is decided, once"
    billed = sum(line.billed for line in result.lines if line.source is Source.PERFORMED)
    mains = sum(length(row) for row in month.performed if row.role is Role.MAIN)
    assert billed <= mains


@settings(max_examples=40, deadline=None)
@given(seed=SEEDS)
def test_botkyrka_pays_no_more_than_is_granted(seed: int) -> None:
    month = made(seed, "botkyrka")
    result = settle_month(month)
    without = month.model_copy(update={"absences": (), "declined": ()})
    granted = settle_month(without).total.paid
    assert result.total.paid <= granted


@given(st.lists(st.integers(-(10**9), 10**9), max_size=30))
def test_shown_amounts_add_up_to_the_ore(amounts: list[int]) -> None:
    shown = spread(amounts)
    assert sum(shown) == ore_of(sum(amounts))
    assert all(abs(ore * 3600 - amount) < 3600 for ore, amount in zip(shown, amounts, strict=True))


def test_no_lines_are_no_money() -> None:
    total = total_of(())
    assert (total.paid, total.ore) == (0, 0)


def _only(month: Month, names: set[str]) -> Month:
    """Return the part of ``month`` that is about the clients ``names``."""
    lists = (*LISTS[1:], "care_plans", "goals")
    kept = {
        name: tuple(row for row in getattr(month, name) if row.client in names) for name in lists
    }
    clients = tuple(row for row in month.clients if row.id in names)
    return month.model_copy(update={**kept, "clients": clients})
