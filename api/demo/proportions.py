"""The figures that a demo municipality is made from, each with where it comes from.

``L..``, ``U..``, ``H..`` and ``N..`` are rules of the municipalities (docs/demo.md); "assumption"
is ours.
"""

from dataclasses import dataclass

MINUTE = 60
"""Seconds in a minute."""

HOUR = 3600
"""Seconds in an hour."""


@dataclass(frozen=True, slots=True)
class Share:
    """A range of shares from which each group or day draws its own."""

    least: float
    most: float


@dataclass(frozen=True, slots=True)
class Proportions:
    """How a demo municipality is composed; times of day and durations in seconds."""

    groups: int = 80
    """Working groups of a municipality: 1,400 clients (L01) by 15-18 a group (L30)."""
    groups_per_district: int = 10
    """Assumption."""
    evening_rounds: int = 2
    """Fewer than by day (L26); assumption for the number."""
    evening_staff: int = 3
    """Two rounds each day on full-time contracts and 20 % absence; from 690 caregivers (L01)."""
    absence: float = 0.2
    """Share of rostered shifts whose caregiver is away. Assumption (issue, Lund's scale)."""
    day_opens: int = 7 * HOUR
    """Day shift 07-15 (L26)."""
    day_closes: int = 15 * HOUR
    """Day shift 07-15, evening shift 15-22 (L26)."""
    evening_closes: int = 22 * HOUR
    """Evening shift 15-22 (L26), end of the home-care day (U01, U02)."""
    peak_ends: int = 10 * HOUR
    """The morning peak is 07-10. Assumption."""
    rest: int = 30 * MINUTE
    """Unpaid break; at most 5 h of work without one (arbetstidslagen 15 §)."""
    day_break: tuple[int, int] = (9 * HOUR + 30 * MINUTE, 12 * HOUR)
    """A break that starts here leaves no stretch of more than five hours in 07-15."""
    evening_break: tuple[int, int] = (17 * HOUR, 20 * HOUR)
    """A break that starts here leaves no stretch of more than five hours in 15-22."""
    handover: int = 15 * MINUTE
    """Hand-over at 14:45 and at 15:00, half an hour together (L37); assumption for the length."""
    meeting: int = 60 * MINUTE
    """Weekly meeting of the day staff (L39); assumption for the length."""
    evening_meeting: int = 45 * MINUTE
    """Weekly meeting of the evening staff (L39); assumption for the length."""
    planning: int = 60 * MINUTE
    """The care contact's hour a month (L38), so about one a week and group."""
    clients_per_contact: int = 4
    """Three or four clients (L28)."""
    weekday_use: Share = Share(0.870, 0.905)
    """Visits, travel and duties over paid time, Monday to Friday (issue: 85-92 %)."""
    weekend_use: Share = Share(0.860, 0.885)
    """Lighter, but staffed alike. Assumption."""
    peak_use: float = 0.95
    """Use of paid time 07-10 (issue)."""
    use: Share = Share(0.853, 0.917)
    """A group-day outside this use of paid time is drawn anew (issue: 85-92 %)."""
    peak: Share = Share(0.933, 0.967)
    """A morning peak outside this use is drawn anew (issue: 95 %)."""
    visits: tuple[int, int] = (52, 66)
    """Visits of a group-day with three rounds by day (issue: about 60)."""
    small_visits: tuple[int, int] = (46, 60)
    """Visits of a group-day with two rounds by day. Assumption."""
    high_need: float = 0.5
    """Clients with four visits a day. Assumption that gives about 60 visits a group and day."""
    alarm: float = 0.4
    """Clients with orders who also have an alarm. Assumption."""
    key: float = 0.25
    """Alarm clients whose key hangs at the office instead of a digital lock (issue: a fifth)."""
    uninterruptible: float = 0.33
    """Share of care time that no alarm may interrupt (issue)."""
    medication: float = 0.5
    """Clients whose meals and care come with medication. Assumption."""
    car: float = 0.5
    """Caregivers by car; the other half by bike or on foot (issue)."""
    woman: float = 0.85
    """Caregivers who are women. Assumption, near Swedish statistics of the profession."""
    gender_wish: float = 0.15
    """Clients who have asked for a woman. Assumption."""
    language_wish: float = 0.08
    """Clients who speak another language than Swedish best. Assumption."""
    fortnightly: float = 0.5
    """Weekly places shared by two services in turn (L35). Assumption."""
    on_site_escort: float = 0.5
    """Escorts that start elsewhere than at home (H19). Assumption."""


LUND = Proportions()
"""A municipality of Lund's size."""
