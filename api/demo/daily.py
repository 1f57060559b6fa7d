"""The part of the hidden plan that is the same every day: morning, lunch, dinner, bedtime."""

from collections.abc import Callable, Iterable, Sequence
from random import Random

from api.demo.doubles import doubles, part_of
from api.demo.drafts import Item, NoFitError, Pause, Slot, Stop, Task
from api.demo.fit import Stretch, Unit, fit, fit_around
from api.demo.menu import BEDTIME, CHECK, DINNER, LUNCH, MORNING, PHONE, VisitType
from api.demo.needs import Level, Needs
from api.demo.proportions import HOUR, LUND, MINUTE
from planner.model.orders import DoublePart

IDLE = 0.11
"""Waiting as a share of the time outside the morning peak; the weekly visits settle the rest."""

DINNER_OPENS = 16 * HOUR + 15 * MINUTE
SUPPER_OPENS = 18 * HOUR + 30 * MINUTE
BEDTIME_OPENS = 19 * HOUR + 15 * MINUTE
"""When the parts of the evening begin: dinner, the break, bedtime. Assumption."""

Rounds = dict[int, list[Stop]]
"""Stops by the number of the round."""


def day_rounds(slots: Sequence[Slot], clients: Sequence[Needs], rng: Random) -> Rounds:
    """Return the daily stops of the day rounds: the morning peak and lunch."""
    mornings = _peak(slots, clients, rng)
    return {slot.number: mornings[slot.number] + _lunch(slot, clients, rng) for slot in slots}


def evening_rounds(slots: Sequence[Slot], clients: Sequence[Needs], rng: Random) -> Rounds:
    """Return the daily stops of the evening rounds from dinner on, with their breaks."""
    dinners = _evening_part(slots, clients, DINNER, (DINNER_OPENS, SUPPER_OPENS), rng)
    beds = _evening_part(slots, clients, BEDTIME, (BEDTIME_OPENS, LUND.evening_closes), rng)
    rounds: Rounds = {}
    for slot in slots:
        first, last = dinners[slot.number], beds[slot.number]
        rounds[slot.number] = [*first, *_supper(slot, clients, first[-1], last[0], rng), *last]
    return rounds


def _peak(slots: Sequence[Slot], clients: Sequence[Needs], rng: Random) -> Rounds:
    """Fill 07-10 with the morning visits, two of them double-staffed."""
    seconds = LUND.peak_ends - LUND.day_opens
    units = {slot.number: _units(clients, slot, MORNING, rng) for slot in slots}
    stops = sum(len(unit) for own in units.values() for unit in own)
    pitch = seconds / (stops / len(slots) + 2 * 2 / len(slots))
    pairs = doubles(clients, MORNING, pitch / MINUTE, len(slots), rng)
    places = (1, 3) if pitch > 26 * MINUTE else (2, 5)
    anchors: list[tuple[int, Item]] = []
    for place, pair in zip(places, pairs, strict=True):
        at = LUND.day_opens + round((place + rng.uniform(0.05, 0.35)) * pitch)
        anchors += pair.anchors(at)
    idle = (1 - LUND.peak_use) * seconds
    rounds: Rounds = {}
    for slot in slots:
        stretch = Stretch(slot, slot.opens, LUND.peak_ends, slot.office, None)
        rounds[slot.number] = _filled(stretch, units[slot.number], anchors, idle, rng)
    return rounds


def _lunch(slot: Slot, clients: Sequence[Needs], rng: Random) -> list[Stop]:
    """Return the lunches of one round, from about half past eleven."""
    units = _units(clients, slot, LUNCH, rng)
    opens = 11 * HOUR + 20 * MINUTE + rng.randint(0, 15) * MINUTE
    closes = opens + sum(map(len, units)) * rng.randint(23, 28) * MINUTE
    stretch = Stretch(slot, opens, closes, None, None)
    return _filled(stretch, units, (), IDLE * stretch.seconds, rng)


def _evening_part(
    slots: Sequence[Slot],
    clients: Sequence[Needs],
    type_: VisitType,
    times: tuple[int, int],
    rng: Random,
) -> Rounds:
    """Fill one part of the evening with its visits; the last part ends at the office."""
    opens, closes = times
    third = (closes - opens) // 3
    anchors: list[tuple[int, Item]] = []
    for number, pair in enumerate(doubles(clients, type_, 22, len(slots), rng), 1):
        anchors += pair.anchors(opens + third * number - rng.randint(0, third // 3))
    rounds: Rounds = {}
    for slot in slots:
        end = slot.office if closes == slot.closes else None
        stretch = Stretch(slot, opens, closes, None, end)
        units = _units(clients, slot, type_, rng)
        rounds[slot.number] = _filled(stretch, units, anchors, IDLE * stretch.seconds, rng)
    return rounds


def _filled(
    stretch: Stretch,
    units: Sequence[Unit],
    anchors: Iterable[tuple[int, Item]],
    idle: float,
    rng: Random,
) -> list[Stop]:
    """Return ``units`` and the round's own ``anchors`` with their times."""
    own = [item for round_, item in anchors if round_ == stretch.slot.number]
    if not units and not own:
        raise NoFitError
    return fit_around(stretch, units, own, idle, rng)


def _supper(
    slot: Slot, clients: Sequence[Needs], before: Stop, after: Stop, rng: Random
) -> list[Stop]:
    """Return the break between dinner and bedtime, and a check or a call (H21, N26)."""
    own = [client for client in clients if client.evening_round == slot.number]
    light = [client for client in own if client.level is not Level.HIGH]
    light.sort(key=lambda client: client.level is Level.MEDIUM)
    items = [_item(client, rng.choice((PHONE, CHECK)), rng) for client in light[:1]]
    items.insert(rng.randint(0, len(items)), rest(slot, rng))
    stretch = Stretch(slot, before.end, after.start, before.row, after.row)
    return fit(stretch, items, IDLE * stretch.seconds / 2, rng)


def rest(slot: Slot, rng: Random) -> Item:
    """Return the break, at the office or on the road."""
    minutes = LUND.rest // MINUTE
    return Item(Pause.BREAK, rng.choice((slot.office, None)), minutes, minutes)


def _units(clients: Iterable[Needs], slot: Slot, type_: VisitType, rng: Random) -> list[Unit]:
    """Return the single-staffed visits of ``type_`` on a round; a couple's follow each other."""
    own = {
        client.number: (client.partner, _item(client, type_, rng))
        for client in clients
        if slot.number == (client.evening_round if slot.evening else client.day_round)
        and _WANTS[type_.label](client)
        and part_of(client, type_) is DoublePart.NONE
    }
    units: list[Unit] = []
    for number, (partner, item) in own.items():
        if partner is None or partner not in own:
            units.append((item,))
        elif number < partner:
            units.append((item, own[partner][1]))
    return units


def _item(client: Needs, type_: VisitType, rng: Random) -> Item:
    insulin = (client.insulin_morning and type_ is MORNING) or (
        client.insulin_bedtime and type_ is BEDTIME
    )
    row = None if type_ is PHONE else client.row
    task = Task(client.number, type_, type_.label, row, insulin=insulin)
    return Item(task, row, type_.least, type_.most, rng.uniform(0.75, 1.35))


def _high(client: Needs) -> bool:
    return client.level is Level.HIGH


_WANTS: dict[str, Callable[[Needs], bool]] = {
    MORNING.label: lambda client: client.level is not Level.LOW,
    LUNCH.label: _high,
    DINNER.label: lambda client: _high(client) or (client.dines and client.level is Level.MEDIUM),
    BEDTIME.label: lambda c: _high(c) or (not c.dines and c.level is Level.MEDIUM),
}
"""Who has which visit every day."""
