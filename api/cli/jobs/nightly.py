"""``hemrunda nightly``: every district of a municipality, proposed beside what is published."""

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from api.batch.cluster import Cluster, embedded, remote
from api.cli.exits import ExitCode
from api.cli.faults import print_faults
from api.cli.jobs.extracts import naming_extract
from api.cli.jobs.warm import prepare_search
from api.cli.night_meter import watching_night
from api.cli.night_report import report
from api.cli.outputs import refuse_bad_folder
from api.cli.refusals import refused
from api.cli.session import Session
from api.sources import Sources, open_addresses, open_streets
from api.stores import opened
from planner.model.case import Case
from planner.night.effort import effort
from planner.night.night import Night, NightPorts, NightWish
from planner.published.near import frozen_until, today
from planner.published.performed import FromMonths
from planner.store import PlanStore
from planner.usecases.plan_night import plan_night
from solver.engine import SystemClock, code_version


@dataclass(frozen=True, slots=True)
class NightAsk:
    """What the night is asked: which days, how hard to search, where, and where to print."""

    first: date | None
    days: int
    freeze: int
    municipality: str | None
    seed: int
    team_moves: int | None
    district_moves: int | None
    workers: int | None
    scheduler: str | None
    out: Path
    sources: Sources


def plan_the_night(session: Session, ask: NightAsk) -> ExitCode:
    """Plan, print the rounds of the first day, and say what changed; 1 where anything failed."""
    refuse_bad_folder(ask.out)
    with opened(ask.sources.store) as store:
        case = _case_of(store, ask)
        with naming_extract(ask.sources.extract or case.network):
            night = _run(session, case, store, ask)
        print_faults(session, night.faults)
        report(session, night, store, ask.out)
    return ExitCode.FAULTS if night.failed or not night.proposals else ExitCode.DONE


def _case_of(store: PlanStore, ask: NightAsk) -> Case:
    with store.work() as work:
        case = work.cases.latest(ask.municipality)
    if case is None:
        raise refused("no_case_in_store", "--municipality", ask.municipality or "")
    return case


def _run(session: Session, case: Case, store: PlanStore, ask: NightAsk) -> Night:
    now = today(SystemClock())
    first = ask.first or now + timedelta(days=1)
    moves = effort(ask.days, ask.team_moves, ask.district_moves)
    wish = NightWish(
        first=first,
        days=ask.days,
        seed=ask.seed,
        team_moves=moves.team,
        district_moves=moves.district,
        code_version=code_version(),
        frozen_until=frozen_until(now, first, ask.freeze),
    )
    prepare_search(session)
    with _workers(ask) as cluster, watching_night(session) as watch:
        ports = NightPorts(
            workers=cluster,
            travel=open_streets(case, ask.sources),
            addresses=open_addresses(case, ask.sources),
            store=store,
            results=store,
            clock=SystemClock(),
            published=store,
            performed=FromMonths(store),
        )
        return plan_night(case, ports, wish, watch)


def _workers(ask: NightAsk) -> AbstractContextManager[Cluster]:
    if ask.scheduler is None:
        return embedded(ask.workers or os.cpu_count() or 1)
    return _answering(ask.scheduler)


@contextmanager
def _answering(address: str) -> Iterator[Cluster]:
    """Yield the cluster at ``address``; raises ``Refused`` when nothing answers there."""
    try:
        connection = remote(address)
        cluster = connection.__enter__()
    except (OSError, ValueError):
        raise refused("no_scheduler", "--scheduler", address) from None
    try:
        yield cluster
    finally:
        connection.__exit__(None, None, None)
