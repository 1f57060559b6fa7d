"""Pins: of visits that there are, to caregivers who are on duty and may."""

from collections.abc import Iterator

from planner.calendar.clock import instant
from planner.checks.codes import Code, Hint
from planner.checks.fitting import is_able
from planner.checks.report import error
from planner.checks.shape import Steps
from planner.checks.subject import Subject
from planner.model.case import Pin
from planner.model.findings import Fault
from planner.model.visits import Visit


def pins(subject: Subject) -> Iterator[Fault]:
    """Yield pins that no plan can keep; a visit fallen out by an absence takes its pin along."""
    visits = subject.demand.by_id
    present = subject.case.model_copy(update={"client_absences": ()})
    fallen_out = set(Subject(present).bundles) if subject.case.pins else set()
    seats = set()
    for number, pin in enumerate(subject.case.pins):
        steps: Steps = ("pins", number)
        if pin.visit in visits:
            yield from _pin(subject, pin, visits[pin.visit], steps)
        elif pin.visit not in fallen_out:
            where = (*steps, "visit")
            yield error(Code.PIN_UNKNOWN_VISIT, where, pin.visit, Hint.REMOVE_PIN)
        for taken in ((pin.visit, pin.seat), (pin.visit, pin.caregiver)):
            if taken in seats:
                yield error(
                    Code.PIN_TWICE, steps, pin.visit, Hint.REMOVE_PIN, caregiver=pin.caregiver
                )
                break
        seats |= {(pin.visit, pin.seat), (pin.visit, pin.caregiver)}


def _pin(subject: Subject, pin: Pin, visit: Visit, steps: Steps) -> Iterator[Fault]:
    """Yield what is wrong with one pin of a visit that there is."""
    names = {"visit": visit.id, "caregiver": pin.caregiver}
    if pin.seat > 1 and visit.second is None:
        yield error(Code.PIN_WITHOUT_SEAT, (*steps, "seat"), pin.seat, Hint.REMOVE_PIN, **names)
    caregiver = subject.rows.caregivers.get(pin.caregiver)
    if caregiver is None:
        return
    where = (*steps, "caregiver")
    avoid = frozenset(subject.rows.clients[visit.client].preferences.avoid)
    if not is_able(visit, caregiver, avoid):
        yield error(Code.PIN_NOT_QUALIFIED, where, pin.caregiver, Hint.MOVE_PIN, **names)
    if not _on_duty(subject, pin, visit):
        yield error(Code.PIN_WITHOUT_SHIFT, where, pin.caregiver, Hint.MOVE_PIN, **names)
    if pin.start and not visit.window.earliest <= instant(pin.start) <= visit.window.latest:
        yield error(Code.PIN_OUTSIDE_WINDOW, (*steps, "start"), pin.start, Hint.MOVE_PIN, **names)


def _on_duty(subject: Subject, pin: Pin, visit: Visit) -> bool:
    """Say whether the caregiver of ``pin`` works when ``visit`` may start."""
    on_duty = {turn.shift for turn in subject.demand.turns}
    return any(
        shift.id in on_duty
        and turn.start <= visit.window.latest
        and visit.window.earliest < turn.end
        for _, shift, turn in subject.shifts_of.get(pin.caregiver, ())
    )
