"""Tell what of the frozen days stayed as published, and what had to change and why."""

from api.cli.session import Session
from planner.model.plan import Plan
from planner.published.hold import Held, cause_of
from planner.published.kept import Repaired, repaired

MOST = 20
"""So many repairs are named; the rest are counted."""


def print_held(session: Session, held: Held, plan: Plan) -> None:
    """Print how many published visits of the frozen days stay, and each one that does not."""
    if not held.seats:
        return
    changed = repaired(held, plan)
    kept = len(held.seats) - len(changed)
    say = session.words.say
    session.show(say("cli.held.count", kept=kept, changed=len(changed)))
    for row in changed[:MOST]:
        session.show(_told(session, row))
    if len(changed) > MOST:
        session.show(say("cli.held.more", count=len(changed) - MOST))


def _told(session: Session, row: Repaired) -> str:
    say = session.words.say
    was = row.was
    now = say("cli.held.nobody")
    if row.start is not None:
        now = say("cli.held.now", caregiver=row.caregiver, start=row.start)
    return say(
        "cli.held.changed",
        visit=was.seat.visit,
        caregiver=was.caregiver,
        start=was.start,
        reason=say(f"cli.held.because.{cause_of(row.reason)}"),
        now=now,
    )
