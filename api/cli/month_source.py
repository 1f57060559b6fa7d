"""Where a month comes from: a file, or the store; what is locked in the store goes before both."""

import re
from dataclasses import dataclass, replace
from pathlib import Path

from api.cli.faults import print_faults
from api.cli.pay_documents import naming, read_month_file, refusing
from api.cli.pay_tables import tell
from api.cli.progress import settling
from api.cli.refusals import refused
from api.cli.session import Session
from api.demo.generate import MUNICIPALITY as MADE_UP
from api.stores import opened
from planner.districts.select import PART
from planner.model.case import Case
from planner.model.findings import Fault
from planner.pay.checks.codes import PayCode, PayHint
from planner.pay.checks.report import warning
from planner.pay.gather.join import key_of
from planner.pay.model.month import Month
from planner.pay.registry import municipalities
from planner.pay.settlement import MonthKey, Settlement
from planner.pay.tariff import Tariff
from planner.store import PlanStore
from planner.usecases.locked_month import Locked, locked_month
from planner.usecases.settle_month import settle_month
from planner.usecases.stored_month import stored_month

MONTH = re.compile(r"(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])")
"""A month as it is written: ``2026-03``."""


@dataclass(frozen=True, slots=True)
class MonthAsk:
    """A month's file, or its name (``2026-10``) in the store; ``of``: whose, where there are more.

    ``of`` is ``MUNICIPALITY[/PROVIDER[/UNIT]]``, ``store`` the address of the database.
    """

    file: Path | None
    month: str | None = None
    of: str | None = None
    store: str | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """A month to settle. ``name`` is what faults call it; ``locked`` is how it is locked."""

    name: str
    month: Month
    faults: tuple[Fault, ...] = ()
    locked: Locked | None = None

    def settled(self, session: Session, tariff: Tariff | None = None) -> Settlement:
        """Return the settlement, its faults printed: the locked one, or else a new one.

        Raises ``Refused`` when nothing can be settled.
        """
        settlement = refusing(self.name, lambda: self._settled(session, tariff))
        settlement = replace(settlement, faults=(*self.faults, *settlement.faults))
        print_faults(session, naming(self.name, settlement.faults))
        return settlement

    def _settled(self, session: Session, tariff: Tariff | None) -> Settlement:
        """Return the settlement without what was found on the way to the month."""
        if self.locked is not None:
            tell(session, session.words.say("pay.locked_is_used", month=self.month.month))
            return self.locked.with_prices(tariff)
        with settling(session) as told:
            return settle_month(self.month, tariff, progress=told)


def given_month(ask: MonthAsk, *, locked: bool | None = None) -> Given:
    """Return the month that ``ask`` means; raises ``Refused`` when there is none, or several.

    With ``locked`` a month that is locked in the store is the locked one; unless it is said, that
    holds for months of the store, and for a file nobody looks there.
    """
    if ask.file is not None and ask.month is not None:
        raise refused("month_twice", "--month", ask.month)
    if ask.file is not None:
        month = read_month_file(ask.file)
        return _from_file(ask, month) if locked else Given(ask.file.name, month)
    if ask.month is None:
        raise refused("missing_argument", "MONTH", hint="month_or_file")
    with opened(ask.store) as store:
        return _from_store(ask, ask.month, store, locked=locked is not False)


def file_or_stored(month: str | None, of: str | None, store: str | None) -> MonthAsk | None:
    """Return what ``month`` means: a month of the store when it is written as one, else a file."""
    if month is None:
        return None
    if MONTH.fullmatch(month):
        return MonthAsk(None, month, of, store)
    return MonthAsk(Path(month), None, of, store)


def _from_file(ask: MonthAsk, month: Month) -> Given:
    """Return the month of a file, or what it is locked as."""
    name = ask.file.name if ask.file else ""
    with opened(ask.store) as store:
        found = locked_month(key_of(month), store)
    if found is None:
        return Given(name, month)
    if found.month == month:
        return Given(name, month, (), found)
    code, hint = PayCode.LOCKED_OTHERWISE, PayHint.CORRECT_LATER
    return Given(name, found.month, (warning(code, ("month",), month.month, hint),), found)


def _from_store(ask: MonthAsk, month: str, store: PlanStore, *, locked: bool) -> Given:
    """Return the month of the store, or what it is locked as."""
    if not MONTH.fullmatch(month):
        raise refused("month", "--month", month)
    key = _key(ask, month, store.month_keys(month))
    found = locked_month(key, store) if locked else None
    if found is not None:
        return Given(month, found.month, (), found)
    joined = stored_month(key, store, lambda case: _belongs(key, case), _made_up)
    if not joined.month.clients:
        raise refused("month_not_stored", "--month", month)
    return Given(month, joined.month, joined.faults)


def _key(ask: MonthAsk, month: str, keys: tuple[MonthKey, ...]) -> MonthKey:
    """Return the month that is meant, of those that there are documents about."""
    wanted = tuple((ask.of or "").split("/"))
    fitting = [key for key in keys if not ask.of or _names(key)[: len(wanted)] == wanted]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        choices = tuple("/".join(_names(key)).rstrip("/") for key in fitting)
        raise refused("months_of_several", "--of", ask.of, choices=choices)
    if not ask.of:
        raise refused("month_not_stored", "--month", month)
    municipality, provider, unit = (*wanted, "", "")[:3]
    return MonthKey(municipality, provider, unit, month)


def _names(key: MonthKey) -> tuple[str, str, str]:
    return key.municipality, key.provider, key.unit


def _belongs(key: MonthKey, case: Case) -> bool:
    """Say whether ``case`` is of the municipality and unit of ``key``."""
    known = municipalities().get(key.municipality)
    names = {key.municipality.casefold(), known.name.casefold() if known else ""}
    own = {case.municipality, *(row.municipality for row in case.providers)}
    if not _made_up(case) and not names & {name.casefold() for name in own}:
        return False
    return not key.unit or key.unit in {case.id, *case.id.split(PART)}


def _made_up(case: Case) -> bool:
    """Say whether ``case`` is the demo's: it belongs to whatever model it is tried under."""
    return case.municipality == MADE_UP
