"""From a case to an instance: its faults, its positions, its demand and its travel times."""

from planner.calendar.demand import expand
from planner.checks import check_case
from planner.model.case import Case
from planner.model.findings import Fault
from planner.model.instance import Instance
from planner.model.places import TravelMode
from planner.model.travel import TravelMatrices
from planner.ports import Addresses, TravelTimes
from planner.usecases.refusals import CaseRefused, refuse


def checked(case: Case, addresses: Addresses) -> tuple[Case, tuple[Fault, ...]]:
    """Return ``case`` with the coordinates of its addresses, and its warnings.

    Raises ``CaseRefused`` with the faults of the document and of its addresses together.
    """
    located, not_found = addresses.locate(case)
    faults = (*check_case(located), *not_found)
    refuse(faults)
    return located, faults


def instance_of(case: Case, travel: TravelTimes) -> Instance:
    """Return ``case`` with its demand and the travel times between all its places.

    Raises ``CaseRefused`` with a fault for each place that no street leads to.
    """
    return Instance(case, expand(case), travel_of(case, travel))


def travel_of(case: Case, travel: TravelTimes) -> TravelMatrices:
    """Return the travel times between all places of ``case`` for the modes of its roster.

    Raises ``CaseRefused`` with a fault for each place that no street leads to.
    """
    try:
        return travel.matrices(case.places, modes_of(case), winter=case.winter)
    except ValueError as error:
        faults = getattr(error, "faults", None)
        if faults is None:
            raise
        raise CaseRefused(faults) from None


def modes_of(case: Case) -> tuple[TravelMode, ...]:
    """Return the travel modes of the roster, sorted; all of them when nobody is on it."""
    own = {caregiver.id: caregiver.travel_mode for caregiver in case.caregivers}
    used = {shift.travel_mode or own[shift.caregiver] for shift in case.shifts}
    return tuple(sorted(used or set(TravelMode)))
