"""Travel time: nobody starts before they can be there, over the streets in their own mode."""

from collections.abc import Iterable, Iterator, Mapping

from planner.model.findings import Finding, Level
from planner.model.instance import Instance
from planner.model.plan import Plan, Round, Stop
from planner.model.units import PlaceId
from planner.rules.ids import RuleId
from planner.rules.reading import Leg, instant, known_rounds, legs
from planner.rules.saying import fault
from planner.rules.terms import Term


class TravelTime:
    """Stops follow one another with the road between them; the plan's travel is the matrix's.

    A schedule's travel time matches the real need (Work Environment Authority, Båstad 2025).
    The solver's problem has the travel matrix in its structure, so there is no term.
    """

    id = RuleId.TRAVEL_TIME
    level = Level.LAW
    name_sv = "Restiden ryms"
    name_en = "Travel time fits"
    sources = ("AML 1977:1160",)

    def terms(self, instance: Instance) -> Iterable[Term]:
        """Need no term: travel is part of every problem."""
        del instance
        return ()

    def check(self, instance: Instance, plan: Plan) -> Iterable[Finding]:
        """Yield a fault for each stop that starts too soon, states other travel or is elsewhere."""
        known = list(known_rounds(instance, plan))
        for round_ in plan.rounds:
            if round_.shift in instance.turns and round_ not in known:
                yield fault(self.id, "no_road", **_of(round_))
        places: dict[str, PlaceId | None] = {row.id: row.place for row in instance.demand.visits}
        places.update({row.id: row.place for row in instance.demand.activities})
        for round_ in known:
            for leg in legs(instance, round_):
                yield from self._stated(round_, leg)
                if leg.stop is not None:
                    yield from self._on_time(round_, leg, leg.stop, places)

    def _stated(self, round_: Round, leg: Leg) -> Iterator[Finding]:
        stated = round_.travel_home if leg.stop is None else leg.stop.travel
        if stated != leg.seconds:
            stop = "" if leg.stop is None else leg.stop.id
            yield fault(
                self.id, "stated", stop=stop, stated=stated, seconds=leg.seconds, **_of(round_)
            )

    def _on_time(
        self, round_: Round, leg: Leg, stop: Stop, places: Mapping[str, PlaceId | None]
    ) -> Iterator[Finding]:
        arrival = leg.leaves + leg.seconds
        late = arrival - instant(stop.start)
        if late > 0:
            yield fault(self.id, "too_soon", stop=stop.id, seconds=late, **_of(round_))
        if instant(stop.arrival) != arrival:
            yield fault(self.id, "arrival", stop=stop.id, arrival=arrival, **_of(round_))
        if places.get(stop.id, stop.place) != stop.place:
            yield fault(self.id, "elsewhere", stop=stop.id, place=stop.place, **_of(round_))


def _of(round_: Round) -> dict[str, object]:
    return {"shift": round_.shift, "caregiver": round_.caregiver}
