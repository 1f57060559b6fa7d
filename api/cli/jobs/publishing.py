"""``hemrunda plans`` and ``hemrunda publish``: what is stored, and what people work by."""

from dataclasses import dataclass

from rich import box
from rich.table import Table

from api.cli.exits import ExitCode
from api.cli.jobs.planned_time import show_rows
from api.cli.refusals import refused
from api.cli.session import Session
from api.stores import opened
from planner.usecases.publish import HardFaultsError, publish
from solver.engine import SystemClock
from solver.identity import with_id

COLUMNS = ("plan", "unit", "first", "status", "created")


@dataclass(frozen=True, slots=True)
class PublishAsk:
    """Which plan, why its planned time is handed over, in which form, in which store."""

    plan: str
    reason: str
    form: str
    store: str | None


def list_plans(session: Session, most: int, store: str | None) -> ExitCode:
    """Print the ``most`` plans that were stored last, the newest first."""
    with opened(store) as plans, plans.work() as work:
        rows = work.pasts.plans(most)
    table = Table(box=box.SIMPLE_HEAD)
    for name in COLUMNS:
        heading = session.words.say(f"cli.plans.{name}")
        table.add_column(heading, overflow="fold", no_wrap=name != "unit")
    for row in rows:
        status = session.words.say(f"cli.plans.{row.status}")
        made = f"{row.created:%m-%d} {session.words.clock(row.created)}"
        table.add_row(row.plan, row.unit, row.first.isoformat(), status, made)
    session.out.print(table)
    return ExitCode.DONE


def publish_plan(session: Session, ask: PublishAsk) -> ExitCode:
    """Publish a stored proposal and print the planned time that is new or changed."""
    with opened(ask.store) as store:
        try:
            done = publish(
                ask.plan,
                store,
                identify=with_id,
                reason=ask.reason,
                now=SystemClock().now(),
            )
        except HardFaultsError as error:
            raise refused("hard_faults_stay", "PLAN", error.plan, count=error.count) from None
    show_rows(session, done.plan.id, done.rows, ask.reason, ask.form)
    session.say("published", plan=done.plan.id)
    return ExitCode.DONE
