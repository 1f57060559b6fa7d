"""What matters how much: the weights of the objective, in cost units."""

from pydantic import Field

from planner.model.base import Value


class Weights(Value):
    """Cost per unit, all integers. One second of travel costs ``travel`` units.

    ``uncovered_alarm`` is the price of each second in which nobody can reach one alarm client in
    time: a minute of it costs more than an unplaced visit, for it comes next after the law.
    ``unplaced`` is the price of one unplaced visit seat (``unplaced_per_minute`` more for each
    minute of it), far above anything that placing it can cost. ``not_contact`` is paid when a
    visit with personal care is done by somebody other than the care contact, ``not_deputy`` the
    smaller price of neither contact nor deputy; other visits cost a third of it. ``new_face`` is
    paid for each caregiver a client meets in the horizon and has not met lately;
    ``outside_preferred_window`` for each second that a start lies outside the preferred span.
    ``evening_face`` is the ``new_face`` of evening visits, ``unsteady`` the price of a second
    further than a quarter of an hour from the usual start. ``off_base`` is paid when another comes
    than the base plan's caregiver, though on duty. ``pinned_unplaced`` is paid beside ``unplaced``
    for a pinned seat, above alarm reach: what was decided or published stays. ``unfair_work`` is
    paid for each second at visits above a caregiver's fair share by paid time.
    """

    uncovered_alarm: int = Field(default=20_000, ge=0)
    travel: int = Field(default=5, ge=0)
    unplaced: int = Field(default=1_000_000, ge=0)
    unplaced_per_minute: int = Field(default=5_000, ge=0)
    not_contact: int = Field(default=1_800, ge=0)
    not_deputy: int = Field(default=600, ge=0)
    not_preferred: int = Field(default=1_500, ge=0)
    new_face: int = Field(default=3_000, ge=0)
    outside_preferred_window: int = Field(default=1, ge=0)
    floater: int = Field(default=300, ge=0)
    other_group: int = Field(default=3_000, ge=0)
    evening_face: int = Field(default=3_000, ge=0)
    unsteady: int = Field(default=1, ge=0)
    off_base: int = Field(default=1_200, ge=0)
    unfair_work: int = Field(default=0, ge=0)
    pinned_unplaced: int = Field(default=100_000_000, ge=0)
