"""Cars: driven with a licence, and by one caregiver at a time."""

from collections import defaultdict
from collections.abc import Iterator

from planner.checks.codes import Code, Hint
from planner.checks.report import error
from planner.checks.subject import Subject
from planner.model.findings import Fault
from planner.model.places import TravelMode


def licences(subject: Subject) -> Iterator[Fault]:
    """Yield shifts by car of caregivers without a driving licence."""
    numbers = {row.id: number for number, row in enumerate(subject.case.caregivers)}
    told = set()
    for number, shift in enumerate(subject.case.shifts):
        caregiver = subject.rows.caregivers.get(shift.caregiver)
        if caregiver is None or caregiver.driving_licence:
            continue
        if shift.car is not None:
            steps = ("shifts", number, "car")
        elif shift.travel_mode is TravelMode.CAR:
            steps = ("shifts", number, "travel_mode")
        else:
            steps = ("caregivers", numbers[caregiver.id], "travel_mode")
        mode = shift.travel_mode or caregiver.travel_mode
        if (shift.car or mode is TravelMode.CAR) and steps not in told:
            told.add(steps)
            yield error(
                Code.LICENCE_MISSING,
                steps,
                shift.car or TravelMode.CAR,
                Hint.CHANGE_TRAVEL_MODE,
                caregiver=caregiver.id,
            )


def cars_in_use(subject: Subject) -> Iterator[Fault]:
    """Yield shifts whose car is still out with somebody else."""
    users = defaultdict(list)
    for number, shift in enumerate(subject.case.shifts):
        if shift.car is not None:
            users[shift.car].append((subject.turns[shift.id], number, shift))
    for car, rows in users.items():
        rows.sort(key=lambda row: (row[0].start, row[1]))
        latest = None
        for turn, number, shift in rows:
            if latest and turn.start < latest[0].end:
                yield error(
                    Code.CAR_IN_USE,
                    ("shifts", number, "car"),
                    car,
                    Hint.CHOOSE_ANOTHER_CAR,
                    shift=shift.id,
                    other=latest[1].id,
                )
            if latest is None or turn.end > latest[0].end:
                latest = (turn, shift)
