"""Facts of a unit, and the to-dos made of them."""

from datetime import UTC, date, datetime

from planner.calendar.clock import ZONE
from planner.model.units import ClientId
from planner.pay.deadlines.facts import DayFact, Done, Event, UnitFacts
from planner.pay.deadlines.kinds import Activity, DateKind, EventKind, Municipality
from planner.pay.deadlines.reading import Reading
from planner.pay.deadlines.registry import DEADLINES
from planner.pay.deadlines.to_dos import ToDo, to_dos

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
CLIENT = ClientId("C1")
PREFIX = {
    "U": Municipality.UPPLANDS_BRO,
    "B": Municipality.BOTKYRKA,
    "H": Municipality.HUDDINGE,
    "N": Municipality.HANINGE,
    "L": Municipality.LUND,
}


def swedish(text: str) -> datetime:
    """Return the moment when Swedish clocks show ``text``, as ``2026-03-02 15:30``."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def shown(moment: datetime) -> str:
    """Return what Swedish clocks show at ``moment``, as ``2026-03-02 15:30``."""
    return f"{moment.astimezone(ZONE):%Y-%m-%d %H:%M}"


def unit(
    municipality: Municipality,
    *,
    events: dict[str, tuple[EventKind, str]] | None = None,
    days: dict[str, tuple[DateKind, str]] | None = None,
    done: tuple[Done, ...] = (),
    lacks: tuple[Activity, ...] = (),
    since: date | None = None,
    reading: Reading | None = None,
) -> UnitFacts:
    """Return the facts of the unit E1; moments are what Swedish clocks show."""
    return UnitFacts(
        unit="E1",
        municipality=municipality,
        events=tuple(
            Event(id=name, kind=kind, at=swedish(text), client=CLIENT)
            for name, (kind, text) in (events or {}).items()
        ),
        days=tuple(
            DayFact(id=name, kind=kind, day=date.fromisoformat(text), client=CLIENT)
            for name, (kind, text) in (days or {}).items()
        ),
        done=done,
        lacks=lacks,
        since=since,
        reading=reading or Reading(),
    )


def due(deadline: str, when: str, reading: Reading | None = None) -> ToDo:
    """Return the to-do of ``deadline`` for one fact of its kind at ``when``."""
    municipality = PREFIX[deadline[0]]
    starts = next(row.starts for row in DEADLINES[municipality] if row.id == deadline)
    if isinstance(starts, EventKind):
        facts = unit(municipality, events={"O1": (starts, when)}, reading=reading)
    else:
        assert isinstance(starts, DateKind)
        facts = unit(municipality, days={"O1": (starts, when)}, reading=reading)
    rows = to_dos(facts, date(2025, 1, 1), date(2029, 12, 31), LONG_AGO)
    return next(row for row in rows if row.deadline == deadline and row.about == "O1")


def of_period(deadline: str, about: str, reading: Reading | None = None) -> ToDo:
    """Return the to-do of ``deadline`` for the month or week ``about``."""
    facts = unit(PREFIX[deadline[0]], reading=reading)
    rows = to_dos(facts, date(2025, 1, 1), date(2029, 12, 31), LONG_AGO)
    return next(row for row in rows if row.deadline == deadline and row.about == about)
