"""The follow-up as tables, with codes of clients and caregivers: for inside the house."""

from decimal import Decimal

from planner.pay.followup.follow_up import FollowUp
from planner.pay.invoice.figures import Say
from planner.pay.invoice.sheets import Cell, Sheet


def sheets_of(found: FollowUp, say: Say) -> tuple[Sheet, ...]:
    """Return one table for each topic."""
    return (
        _spot_checks(found, say),
        _alarms(found, say),
        _registrations(found, say),
        _caregivers(found, say),
        _beyond(found, say),
        _faces(found, say),
    )


def _spot_checks(found: FollowUp, say: Say) -> Sheet:
    """Return the declined visits to check (U53)."""
    return Sheet(
        say("followup.sheet.spot_checks"),
        _head(say, "record", "client", "day", "reason", "notice", "marks"),
        tuple(
            (
                row.visit,
                row.client,
                row.day,
                say(f"invoice.away.{row.reason.value}"),
                _minutes(row.notice),
                ", ".join(say(f"followup.mark.{mark.value}") for mark in row.marks),
            )
            for row in found.spot_checks
        ),
    )


def _alarms(found: FollowUp, say: Say) -> Sheet:
    """Return how each alarm was answered (U84)."""
    return Sheet(
        say("followup.sheet.alarms"),
        _head(say, "record", "client", "caregiver", "day", "answered", "seconds", "stay"),
        tuple(
            (
                row.call,
                row.client,
                row.caregiver or "",
                row.day,
                say(f"followup.answered.{row.answered.value}"),
                _minutes(row.seconds),
                _minutes(row.stay),
            )
            for row in found.alarms.responses
        ),
    )


def _registrations(found: FollowUp, say: Say) -> Sheet:
    """Return the registrations to follow up (H06, N23)."""
    names = ("record", "client", "caregiver", "day", "method", "remarks", "explained")
    return Sheet(
        say("followup.sheet.registrations"),
        _head(say, *names),
        tuple(
            (
                row.visit,
                row.client,
                row.caregiver,
                row.day,
                say(f"followup.method.{row.method.value}"),
                ", ".join(say(f"followup.remark.{remark.value}") for remark in row.remarks),
                _yes(row.explained, say),
            )
            for row in found.registrations.rows
        ),
    )


def _caregivers(found: FollowUp, say: Say) -> Sheet:
    """Return each caregiver's registrations away from the door, and all."""
    return Sheet(
        say("followup.sheet.caregivers"),
        _head(say, "caregiver", "away", "every"),
        tuple(
            (name, away, every)
            for name, (away, every) in found.registrations.by_caregiver.items()
            if away
        ),
    )


def _beyond(found: FollowUp, say: Say) -> Sheet:
    """Return the visits with more time than ordered (N23)."""
    return Sheet(
        say("followup.sheet.beyond"),
        _head(say, "record", "client", "day", "time", "status", "explained"),
        tuple(
            (
                row.visit,
                row.client or "",
                row.day,
                _minutes(row.seconds),
                row.status.value,
                _yes(row.explained, say),
            )
            for row in found.beyond
        ),
    )


def _faces(found: FollowUp, say: Say) -> Sheet:
    """Return who came to each client (L17, L18, L21)."""
    return Sheet(
        say("followup.sheet.faces"),
        _head(say, "client", "visits", "by_contact", "caregivers", "most", "below_guide"),
        tuple(
            (
                row.client,
                row.visits,
                "" if row.by_contact is None else row.by_contact,
                row.caregivers,
                row.most,
                _yes(row.below_guide, say) if row.by_contact is not None else "",
            )
            for row in found.faces
        ),
    )


def _head(say: Say, *names: str) -> tuple[str, ...]:
    """Return the headings of columns."""
    return tuple(say(f"followup.column.{name}") for name in names)


def _minutes(seconds: int | None) -> Cell:
    """Return ``seconds`` in minutes with two decimals; nothing when unknown."""
    return "" if seconds is None else (Decimal(seconds) / 60).quantize(Decimal("0.01"))


def _yes(value: bool, say: Say) -> str:  # noqa: FBT001  it is the value that is told
    """Return yes or no in words."""
    return say("followup.yes" if value else "followup.no")
