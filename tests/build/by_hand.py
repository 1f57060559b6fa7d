"""Rows of small months written by hand, beside those of ``tests.build.months``."""

from typing import Any

from tests.build.months import span, visit


def at(day: int, clock: str, month: str = "2026-03") -> str:
    """Return a moment in winter time."""
    seconds = clock if clock.count(":") == 2 else f"{clock}:00"
    return f"{month}-{day:02d}T{seconds}+01:00"


def planned(name: str, day: int, clock: str, minutes: int, *services: str, **more: Any) -> Any:
    """Return a planned visit in March 2026, on ``day`` at ``clock``."""
    return visit(name, f"2026-03-{day:02d}T{clock}", minutes, *services, **more)


def done(name: str, day: int, clock: str, minutes: int, *services: str, **more: Any) -> Any:
    """Return a performed visit in March 2026, on ``day`` at ``clock``."""
    return visit(name, f"2026-03-{day:02d}T{clock}", minutes, *services, **more)


def fell_out(day: int, clock: str, minutes: int, told: str, *services: str, **more: Any) -> Any:
    """Return a visit that was declined at ``told``."""
    row = visit("D1", f"2026-03-{day:02d}T{clock}", minutes, *services, declined=told, **more)
    del row["caregiver"]
    return row


def alarm(clock: str, minutes: int, **more: Any) -> Any:
    """Return a call-out on 10 March that lasted ``minutes`` from the arrival at ``clock``."""
    times = span(f"2026-03-10T{clock}", minutes)
    start, end = times["start"], times["end"]
    return {"id": "L1", "client": "C1", "called": start, "arrived": start, "left": end, **more}


def away(start: str, **more: Any) -> Any:
    """Return an absence of C1, in hospital unless ``more`` says otherwise."""
    return {"id": "A1", "client": "C1", "start": start, **more}


def granted(minutes: float, per: str = "day", **more: Any) -> Any:
    """Return an order with one service S1 (personal care) that is granted ``minutes``."""
    grant = {"time": round(minutes * 60), "per": per}
    services = [{"id": "S1", "kind": "personal_care", "grant": grant}]
    return {"id": "O1", "client": "C1", "start": "2025-01-01", "services": services, **more}
