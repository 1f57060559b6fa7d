"""May this caregiver come to this client: skills, delegations, who is avoided, allergies."""

from collections.abc import Iterator

from planner.checker.book import Book, Seen, Sheet
from planner.checker.codes import Code, fault
from planner.checker.needs import Need
from planner.model.findings import Finding
from planner.model.staff import Caregiver


def check_persons(book: Book, sheet: Sheet) -> Iterator[Finding]:
    """Yield every seat whose caregiver may not take it."""
    for visit, stops in sheet.visits.items():
        need = book.needs.get(visit)
        for seen in stops:
            person = book.caregivers.get(seen.round.caregiver)
            if need is not None and person is not None:
                yield from _one(need, seen, person)


def _one(need: Need, seen: Seen, person: Caregiver) -> Iterator[Finding]:
    """Yield what keeps one caregiver from one seat."""
    names = {"visit": need.id, "shift": seen.round.shift, "caregiver": person.id}
    for service in need.services:
        for skill in service.skills:
            if skill not in person.skills:
                yield fault(Code.SKILL_MISSING, **names, service=service.id, skill=skill)
        for task in service.delegations:
            if task not in person.delegations:
                yield fault(Code.DELEGATION_MISSING, **names, service=service.id, delegation=task)
    for client in (need.client, *need.guests):
        if person.id in client.preferences.avoid:
            yield fault(Code.AVOIDED_CAREGIVER, **names, client=client.id)
        at_home = need.place is not None and need.place == client.place
        for animal in sorted(set(client.pets) & set(person.allergies)) if at_home else ():
            yield fault(Code.ALLERGY, **names, client=client.id, pet=animal)
