"""Generated months: households, orders, visits and everything around them, drawn from a seed."""

from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from tests.build.months import document

FIRST = datetime(2026, 3, 1, 6, tzinfo=UTC)
KINDS = ("personal_care", "cleaning", "escort", "check", "meal", "shopping", "simplified")
PERS = ("visit", "day", "week", "month")


def generated(seed: int, municipality: str, clients: int = 4, visits: int = 30) -> dict[str, Any]:
    """Return a month document that can be settled; the same for the same seed."""
    draw = Random(seed)  # noqa: S311  made-up data
    names = [f"C{number}" for number in range(clients)]
    content = document(
        municipality,
        "2026-03",
        clients=[_client(draw, number, name) for number, name in enumerate(names)],
        orders=[_order(draw, name) for name in names],
    )
    content["planned"], content["performed"], content["declined"] = [], [], []
    for number in range(visits):
        _visit(draw, content, number, draw.choice(names))
    content["alarms"] = [_alarm(draw, number, draw.choice(names)) for number in range(4)]
    content["meals"] = [_meal(draw, number, draw.choice(names)) for number in range(4)]
    content["absences"] = [_absence(draw, number, name) for number, name in enumerate(names[:2])]
    content["care_plans"] = [
        {"id": f"G{name}", "client": name, "sent": _at(200), "revision": draw.random() < 0.5}
        for name in names[:2]
    ]
    content["goals"] = [
        {"id": f"M{name}", "client": name, "judged": "2026-03-20", "fulfilled": True}
        for name in names[:2]
    ]
    content["need_changes"] = [
        {"id": f"N{row['client']}", "client": row["client"], "service": row["services"][0]["id"]}
        | {"since": f"2026-03-{draw.randint(1, 28):02d}", "time": 601}
        | ({"decided": f"2026-03-{draw.randint(1, 28):02d}"} if draw.random() < 0.5 else {})
        for row in content["orders"][:2]
    ]
    content["other_work"] = [{"id": "W", "kind": "handover", "day": "2026-03-03", "time": 600}]
    return content


def _at(hours: float) -> str:
    """Return the moment ``hours`` after the month's first morning."""
    return (FIRST + timedelta(hours=hours)).isoformat()


def _client(draw: Random, number: int, name: str) -> dict[str, Any]:
    born = f"{draw.randint(1930, 1990)}-06"
    household = f"H{number // 2}" if draw.random() < 0.5 else None
    row: dict[str, Any] = {"id": name, "born": born, "household": household}
    row |= {"supplements": draw.choice(([], ["island"], ["island", "sparse"]))}
    return row | ({"reference": f"R{number % 2}"} if draw.random() < 0.8 else {})


def _order(draw: Random, name: str) -> dict[str, Any]:
    services: list[dict[str, Any]] = [
        {"id": f"{name}{kind}", "kind": kind} for kind in draw.sample(KINDS, 3)
    ]
    order: dict[str, Any] = {
        "id": f"O{name}",
        "client": name,
        "start": "2026-01-01",
        "services": services,
    }
    grant = {"time": draw.choice((1800, 2700, 3601, 36_000)), "per": draw.choice(PERS)}
    if draw.random() < 0.5:
        order["grant"] = grant
    else:
        for service in services:
            service["grant"] = grant
    if draw.random() < 0.3:
        order["ending"] = {"told": _at(24 * draw.randint(3, 20))}
    return {**order, "double_in_text": draw.random() < 0.5}


def _visit(draw: Random, content: dict[str, Any], number: int, name: str) -> None:
    """Add a planned visit, and that it was performed, declined, or neither."""
    services = [
        row["id"]
        for order in content["orders"]
        if order["client"] == name
        for row in order["services"]
    ]
    start = 24 * draw.randint(0, 28) + draw.randint(0, 12)
    seconds = draw.choice((900, 1801, 2700))
    times = {"start": _at(start), "end": _at(start + seconds / 3600)}
    planned = {"id": f"P{number}", "client": name, "services": [draw.choice(services)], **times}
    content["planned"].append(planned)
    fate = draw.random()
    if fate < 0.7:
        late = _at(start + (seconds + draw.choice((-300, 0, 301))) / 3600)
        done = {
            **planned,
            "id": f"V{number}",
            "end": late,
            "caregiver": f"A{number}",
            "planned": [f"P{number}"],
            "role": draw.choice(("main", "main", "main", "double", "companion")),
            "motivation": draw.choice(("", "longer")),
        }
        content["performed"].append(done | _odd(draw, content, name))
    elif fate < 0.9:
        told = _at(start - draw.choice((2, 20, 30, 60)))
        content["declined"].append(
            {**planned, "id": f"D{number}", "planned": f"P{number}", "declined": told}
        )


def _odd(draw: Random, content: dict[str, Any], name: str) -> dict[str, Any]:
    """Return what is unusual about a performed visit, if anything is."""
    homes = {row["id"]: row["household"] for row in content["clients"]}
    others = [one for one, home in homes.items() if home and home == homes[name] and one != name]
    odd: dict[str, Any] = {}
    if others and draw.random() < 0.3:
        odd["joint"] = others
    if draw.random() < 0.1:
        odd["method"] = "manual"
    if draw.random() < 0.1:
        odd |= {"approved": _at(24 * 29), "adjusted": _at(24 * draw.choice((29, 31, 40)))}
    if draw.random() < 0.1:
        odd["registered"] = _at(24 * 29)
    return odd


def _alarm(draw: Random, number: int, name: str) -> dict[str, Any]:
    start = 24 * draw.randint(0, 28) + 12
    call = {"id": f"L{number}", "client": name, "called": _at(start)}
    if draw.random() < 0.3:
        return {**call, "by_phone": True}
    left = _at(start + draw.choice((0.2, 0.5)))
    return {**call, "arrived": _at(start + 0.1), "left": left, "caregiver": f"AL{number}"}


def _meal(draw: Random, number: int, name: str) -> dict[str, Any]:
    day = f"2026-03-{draw.randint(1, 28):02d}"
    row = {"id": f"B{number}", "client": name, "boxes": draw.randint(1, 5), "ordered_for": day}
    return {**row, "delivered": day} if draw.random() < 0.7 else {**row, "cancelled": _at(0)}


def _absence(draw: Random, number: int, name: str) -> dict[str, Any]:
    start = 24 * draw.randint(1, 20)
    return {
        "id": f"F{number}",
        "client": name,
        "start": _at(start),
        "end": _at(start + 24 * draw.randint(1, 5)),
        "known": _at(start - draw.choice((-2, 1, 60))),
    }
