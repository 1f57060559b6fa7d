"""Key figures of a plan, as a unit manager reads them."""

from dataclasses import dataclass

from planner.alarm.figures import alarms_of
from planner.alarm.unavoidable import unavoidable_of
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.model.units import Seconds
from planner.rules.reading import by_seat
from planner.score.continuity import Continuity, continuity_of
from planner.score.extent import delivered_share
from planner.score.fairness import fairness_of
from planner.score.load import Load, load_of
from planner.score.reference import Score, score
from planner.score.steadiness import steadiness_of


@dataclass(frozen=True, slots=True)
class Kpis:
    """Key figures over the horizon; shares are in [0, 1].

    A visit is placed when all its seats are. ``contact_share`` is the share of visits by the care
    contact among clients who have one (L18, guide value 0.25), ``worst_contact_share`` that of
    the client with the least, ``personal_contact_share`` the share among visits with personal
    care (L19), ``weighted_contact_share`` that in which personal care by day weighs most,
    ``contact_minutes_share`` that of the visits' time, ``clients_at_guide`` the share of clients
    who reach the guide value; ``None`` where there is nothing to count. ``mean_caregivers`` is the
    mean number of different caregivers per client by Lund's count (L17, L21),
    ``kolada_caregivers`` and ``kolada_median`` those of the national measure. Continuity is that
    of the 14 days up to the horizon's end. Paid time is the shifts on duty without their
    breaks; used is what goes to visits, duties and travel. ``load_range`` and ``load_deviation``
    are the range and the standard deviation of the used share between the rounds.
    A visit's clock spread is between its earliest and latest start of the horizon's days (L21);
    ``delivered_share`` is the placed part of the time that orders have been granted and ask for.
    ``unfair_work`` is the work above the fair shares of caregivers, by paid time.
    ``alarm_uncovered`` adds up the seconds in which each of ``alarm_clients`` is out of reach (U77,
    U78), ``alarm_unavoidable`` is how many that roster and breaks force on every plan; after the
    worst call, ``worst_alarm_client``'s at ``worst_alarm_at``, somebody is at the door in
    ``worst_alarm`` seconds, ``None`` where nobody would come or nobody has an alarm.
    """

    visits_placed: int
    visits_total: int
    law_faults: int
    cost: int
    contact_share: float | None
    personal_contact_share: float | None
    worst_contact_share: float | None
    worst_contact_client: str | None
    weighted_contact_share: float | None
    contact_minutes_share: float | None
    clients_at_guide: float | None
    mean_caregivers: float
    kolada_caregivers: float | None
    kolada_median: float | None
    travel: Seconds
    travel_share: float
    paid_time: Seconds
    used_share: float
    load_range: float
    load_deviation: float
    unfair_work: Seconds
    mean_clock_spread: float | None
    worst_clock_spread: Seconds | None
    worst_clock_client: str | None
    delivered_share: float | None
    alarm_clients: int
    alarm_uncovered: Seconds
    alarm_unavoidable: Seconds
    worst_alarm: Seconds | None
    worst_alarm_client: str | None
    worst_alarm_at: int | None


def measure(instance: Instance, plan: Plan, judged: Score | None = None) -> Kpis:
    """Return the key figures of ``plan``; ``judged`` is its score, where it is known already."""
    if judged is None:
        judged = score(instance, plan)
    same: Continuity = continuity_of(instance, plan)
    load: Load = load_of(instance, plan)
    steady = steadiness_of(instance, plan)
    alarms = alarms_of(instance, plan)
    placed = by_seat(instance, plan).keys()
    left = {seat.visit for seat in instance.seats if seat not in placed}
    total = len(instance.demand.visits)
    return Kpis(
        visits_placed=total - len(left),
        visits_total=total,
        law_faults=len(judged.faults),
        cost=judged.cost,
        contact_share=same.contact_share,
        personal_contact_share=same.personal_contact_share,
        worst_contact_share=same.worst_contact_share,
        worst_contact_client=same.worst_contact_client,
        weighted_contact_share=same.total.weighted,
        contact_minutes_share=same.total.timed,
        clients_at_guide=same.at_guide,
        mean_caregivers=same.mean_caregivers,
        kolada_caregivers=same.kolada_mean,
        kolada_median=same.kolada_median,
        travel=load.travel,
        travel_share=load.travel_share,
        paid_time=load.paid_time,
        used_share=load.used_share,
        load_range=load.spread,
        load_deviation=load.deviation,
        unfair_work=fairness_of(instance, plan).misplaced,
        mean_clock_spread=steady.mean,
        worst_clock_spread=steady.worst,
        worst_clock_client=steady.worst_client,
        delivered_share=delivered_share(instance, plan),
        alarm_clients=alarms.clients,
        alarm_uncovered=alarms.uncovered,
        alarm_unavoidable=unavoidable_of(instance),
        worst_alarm=alarms.worst,
        worst_alarm_client=alarms.worst_client,
        worst_alarm_at=alarms.worst_at,
    )
