"""Plan a whole municipality: its teams apart, then the teams of each district together.

Teams share no client, so that they can be planned anywhere at the same time. Then each district
is planned as one from the rounds of its teams, so that floaters and colleagues help out where the
prices of the case make it worth while (L29). Results are kept under the digest of their task: a
night that is interrupted goes on where it was, and what has been done is not done twice.

What was performed and published before the horizon counts for continuity, and what is published
for the frozen days stays as it is; only what has become impossible is planned anew.
"""

from planner.model.case import Case, Horizon
from planner.night.night import Night, NightPorts, NightWish, Watch
from planner.published.near import frozen_rounds
from planner.published.past import with_past
from planner.usecases.night_run import NightRun
from planner.usecases.prepare import checked


def plan_night(case: Case, ports: NightPorts, wish: NightWish, watch: Watch) -> Night:
    """Plan the days of ``wish`` for every district of ``case`` and keep each as a proposal.

    A unit that fails is named and does not stop the others. Raises ``CaseRefused`` with every
    fault of the case.
    """
    horizon = Horizon(first=wish.first, days=wish.days)
    located, faults = checked(case.model_copy(update={"horizon": horizon}), ports.addresses)
    known = with_past(located, ports.published, ports.performed)
    rounds = frozen_rounds(known, ports.published, wish.frozen_until)
    night = NightRun(known, ports, wish, watch, rounds)
    proposals = tuple(night.proposals())
    ordered = tuple(sorted(proposals, key=lambda row: row.unit))
    return Night(known, faults, ordered, dict(sorted(night.failed.items())))
