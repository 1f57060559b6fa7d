"""Identifiers: none blank, none twice, none that names what is not there."""

from collections.abc import Iterable, Iterator

from planner.checks.report import json_path, nearest
from planner.model.findings import Fault
from planner.pay.checks.codes import PayCode, PayHint
from planner.pay.checks.report import error, warning
from planner.pay.checks.subject import VISITS, MonthSubject
from planner.pay.model.kinds import Role

_LISTS = (
    ("clients",),
    VISITS,
    ("meals",),
    ("absences",),
    ("care_plans",),
    ("goals",),
    ("provider_changes",),
    ("need_changes",),
    ("answers",),
    ("corrections",),
    ("other_work",),
)
_ABOUT_CLIENTS = (
    "orders",
    *VISITS,
    "meals",
    "absences",
    "care_plans",
    "goals",
    "provider_changes",
    "need_changes",
    "corrections",
    "other_work",
    "contacts",
)


def own_identifiers(subject: MonthSubject) -> Iterator[Fault]:
    """Yield identifiers that are blank, or taken by a row before."""
    for names in _LISTS:
        first: dict[str, tuple[str, int, str]] = {}
        for name in names:
            for number, row in enumerate(getattr(subject.month, name)):
                where = (name, number, "id")
                if not row.id.strip() or not row.id.isprintable():
                    yield error(PayCode.ID_BLANK, where, row.id, PayHint.GIVE_ID)
                elif row.id in first:
                    code, hint = PayCode.ID_DUPLICATE, PayHint.RENAME
                    yield error(code, where, row.id, hint, first=json_path(*first[row.id]))
                else:
                    first[row.id] = where


def named_clients(subject: MonthSubject) -> Iterator[Fault]:
    """Yield rows about clients that the month does not list."""
    for name in _ABOUT_CLIENTS:
        for number, row in enumerate(getattr(subject.month, name)):
            if row.client is not None and row.client not in subject.clients:
                where = (name, number, "client")
                yield _unknown(PayCode.CLIENT_MISSING, where, row.client, subject.clients)


def named_services(subject: MonthSubject) -> Iterator[Fault]:
    """Yield visits with a service that no order of their clients has, and visits without any."""
    for (name, number), row in subject.visits():
        known = subject.services.get(row.client, frozenset())
        for other in getattr(row, "joint", ()):
            known |= subject.services.get(other, frozenset())
        for position, service in enumerate(row.services):
            if service not in known:
                place = (name, number, "services", position)
                yield _unknown(PayCode.SERVICE_UNKNOWN, place, service, known)
        if not row.services and row.role is Role.MAIN and name == "performed":
            where = (name, number, "services")
            yield warning(PayCode.VISIT_WITHOUT_SERVICE, where, None, PayHint.GIVE_SERVICE)
    for name, field in (("alarms", "became"), ("need_changes", "service")):
        for number, row in enumerate(getattr(subject.month, name)):
            service, known = getattr(row, field), subject.services.get(row.client, frozenset())
            if service is not None and service not in known:
                yield _unknown(PayCode.SERVICE_UNKNOWN, (name, number, field), service, known)


def named_rows(subject: MonthSubject) -> Iterator[Fault]:
    """Yield references to planned visits and answered rows that are not there."""
    for number, row in enumerate(subject.month.performed):
        for position, name in enumerate(row.planned):
            if name not in subject.planned:
                place = ("performed", number, "planned", position)
                code, hint = PayCode.PLANNED_VISIT_UNKNOWN, PayHint.ADD_TO_LIST
                yield warning(code, place, name, hint)
    if not subject.month.answers:
        return
    lists = (*VISITS, "meals", "absences", "care_plans", "goals", "need_changes")
    known = {row.id for name in lists for row in getattr(subject.month, name)}
    for number, answer in enumerate(subject.month.answers):
        if answer.record not in known:
            where = ("answers", number, "record")
            code, hint = PayCode.ANSWER_WITHOUT_ROW, PayHint.ADD_TO_LIST
            yield warning(code, where, answer.record, hint)


def _unknown(code: PayCode, where: tuple[str | int, ...], name: str, known: Iterable[str]) -> Fault:
    """Return the fault that ``name`` is not among ``known``, with a near miss if there is one."""
    close = nearest(name, known)
    if close is None:
        return error(code, where, name, PayHint.ADD_TO_LIST)
    return error(code, where, name, PayHint.DID_YOU_MEAN, suggestion=close)
