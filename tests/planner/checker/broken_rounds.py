"""Plans that are broken as documents, or in their rounds."""

from datetime import datetime, timedelta

from planner.checker import Code
from planner.model.agreements import Agreement
from planner.model.case import Horizon, StaffAbsence
from planner.model.places import TravelMode
from planner.model.plan import StopKind
from planner.model.units import CaregiverId, PlaceId, Seconds
from tests.build.breaking import (
    CALL,
    CHECK,
    CLEANING,
    EVENING,
    LATE_PILLS,
    MORNING,
    WEDNESDAY,
    Mutation,
    case_with,
    case_with_service,
    edit,
    gone,
    longer,
    plan_with,
    row,
    with_round_on_wednesday,
)
from tests.build.cases import small_case
from tests.build.parts import DAY, shift
from tests.build.plans import at, change_round, moved, with_fields

DOCUMENT = (
    Mutation("of another case", (Code.CASE_MISMATCH,), plan_with(case="other")),
    Mutation(
        "a moment without zone",
        (Code.NAIVE_TIME,),
        edit(CHECK, lambda s: s.model_copy(update={"end": s.end.replace(tzinfo=None)})),
        parameters={"stop": CHECK, "field": "end"},
    ),
    Mutation(
        "a Swedish moment",
        (Code.NOT_UTC,),
        edit(
            CHECK,
            lambda s: s.model_copy(
                update={"start": datetime.fromisoformat("2026-03-02T09:00:00+01:00")}
            ),
        ),
        parameters={"stop": CHECK, "field": "start", "value": "2026-03-02T09:00:00+01:00"},
    ),
    Mutation(
        "half a second",
        (Code.FRACTION_OF_SECOND,),
        edit(
            CHECK,
            lambda s: s.model_copy(update={"arrival": s.arrival + timedelta(microseconds=1)}),
        ),
    ),
    Mutation(
        "a rule without days",
        (Code.RECURRENCE_UNREADABLE, Code.UNKNOWN_VISIT),
        case=case_with_service(
            "S8",
            recurrence=small_case()
            .orders[3]
            .services[0]
            .recurrence.model_copy(update={"rule": "FREQ=HOURLY"}),
        ),
        parameters={"service": "S8"},
    ),
)

ROUNDS = (
    Mutation(
        "a shift nobody knows",
        (
            Code.UNKNOWN_SHIFT,
            Code.DUTY_MISSING,
            Code.BREAK_MISSING,
            Code.UNKNOWN_ACTIVITY,
            Code.WORK_TOO_LONG,
        ),
        row("T3", shift="T9"),
        parameters={"shift": "T9", "caregiver": "A3"},
    ),
    Mutation(
        "a caregiver nobody knows",
        (Code.UNKNOWN_CAREGIVER, Code.OTHER_CAREGIVER),
        row("T3", caregiver="A9"),
        parameters={"caregiver": "A9"},
    ),
    Mutation(
        "somebody else's shift",
        (Code.OTHER_CAREGIVER,),
        row("T3", caregiver="A1"),
        parameters={"shift": "T3", "caregiver": "A1", "expected": "A3"},
    ),
    Mutation(
        "somebody who is away",
        (Code.CAREGIVER_ABSENT,),
        case=small_case(
            staff_absences=(
                StaffAbsence(caregiver=CaregiverId("A3"), start=at("21:00"), end=at("22:00")),
            )
        ),
        parameters={"shift": "T3", "caregiver": "A3"},
    ),
    Mutation(
        "a round twice",
        (Code.ROUND_TWICE, Code.VISIT_TWICE, Code.ACTIVITY_TWICE, Code.CAREGIVER_TWICE_AT_ONCE),
        lambda plan: plan.model_copy(update={"rounds": (*plan.rounds, plan.rounds[2])}),
        parameters={"shift": "T3", "count": 2},
    ),
    Mutation("another day", (Code.ROUND_WRONG_DAY,), row("T3", day=WEDNESDAY)),
    Mutation(
        "outside the horizon",
        (Code.OUTSIDE_HORIZON,),
        with_round_on_wednesday,
        case=small_case(
            shifts=(
                *small_case().shifts,
                shift("T4", "A3", day=WEDNESDAY),
            )
        ),
        parameters={"shift": "T4"},
    ),
    Mutation(
        "by car instead of by bike",
        (Code.WRONG_MODE,),
        row("T2", mode=TravelMode.CAR),
        parameters={"mode": "car", "expected": "bike"},
    ),
    Mutation(
        "without a licence",
        (Code.NO_LICENCE,),
        case=case_with("caregivers", "A1", driving_licence=False),
        parameters={"shift": "T1", "caregiver": "A1"},
    ),
    Mutation(
        "one caregiver on two rounds",
        (Code.OTHER_CAREGIVER, Code.SAME_CAREGIVER_TWICE, Code.CAREGIVER_TWICE_AT_ONCE),
        row("T2", caregiver="A1"),
    ),
    Mutation(
        "one car for two",
        (Code.CAR_TWICE_AT_ONCE,),
        case=small_case(
            shifts=tuple(
                one.model_copy(update={"car": "K1"}) if one.id != "T3" else one
                for one in small_case().shifts
            )
        ),
        parameters={"car": "K1", "shift": "T1", "other": "T2"},
    ),
)

ROADS = (
    Mutation(
        "leaving before the shift",
        (Code.STARTS_BEFORE_SHIFT,),
        edit("T1:handover:1", with_fields(arrival=at("6:50"))),
        parameters={"shift": "T1", "stop": "T1:handover:1"},
    ),
    Mutation(
        "home too late",
        (Code.ENDS_AFTER_SHIFT, Code.OUTSIDE_WINDOW),
        edit(LATE_PILLS, moved(80)),
        parameters={"shift": "T2"},
    ),
    Mutation(
        "too little time on the road",
        (Code.TRAVEL_TOO_SHORT,),
        edit(CLEANING, with_fields(travel=10)),
        parameters={"stop": CLEANING, "seconds": 10, "origin": "P4", "destination": "P3"},
    ),
    Mutation(
        "there before leaving",
        (Code.TRAVEL_TOO_SHORT,),
        edit(CLEANING, with_fields(arrival=at("11:36"))),
        parameters={"stop": CLEANING, "seconds": 60},
    ),
    Mutation(
        "the way home forgotten",
        (Code.TRAVEL_TOO_SHORT,),
        row("T2", travel_home=0),
        parameters={"shift": "T2", "seconds": 0},
    ),
    Mutation(
        "a start before the arrival",
        (Code.START_BEFORE_ARRIVAL,),
        edit(CHECK, with_fields(arrival=at("9:05"))),
        parameters={"stop": CHECK},
    ),
    Mutation(
        "two visits at a time",
        (Code.STOPS_OVERLAP, Code.TRAVEL_TOO_SHORT),
        edit(CHECK, moved(-30)),
        parameters={"stop": CHECK, "other": MORNING},
    ),
    Mutation(
        "stops out of order",
        (Code.STOPS_OVERLAP, Code.TRAVEL_TOO_SHORT),
        lambda plan: change_round(plan, "T3", stops=plan.rounds[2].stops[::-1]),
    ),
    Mutation(
        "a place nobody knows",
        (Code.UNKNOWN_PLACE, Code.WRONG_PLACE, Code.TRAVEL_UNKNOWN),
        edit(EVENING, with_fields(place=PlaceId("P9"))),
        parameters={"stop": EVENING, "place": "P9"},
    ),
    Mutation(
        "at the neighbour's",
        (Code.WRONG_PLACE,),
        edit(CALL, with_fields(place=PlaceId("P3"))),
        parameters={"stop": CALL, "place": "P3", "expected": None},
    ),
)

ACTIVITIES = (
    Mutation(
        "no break",
        (Code.BREAK_MISSING, Code.WORK_TOO_LONG),
        edit("T3:break:1", gone),
        parameters={"shift": "T3", "activity": "T3:break:1"},
    ),
    Mutation(
        "a break too late",
        (Code.BREAK_OUTSIDE_WINDOW, Code.STOPS_OVERLAP, Code.TRAVEL_TOO_SHORT, Code.WORK_TOO_LONG),
        edit("T1:break:1", moved(125)),
        parameters={"stop": "T1:break:1", "start": int(at("12:35").timestamp())},
    ),
    Mutation(
        "a short break",
        (Code.BREAK_WRONG_LENGTH,),
        edit("T1:break:1", longer(-1)),
        parameters={"seconds": 1740, "expected": 1800},
    ),
    Mutation(
        "more than five hours' work",
        (Code.WORK_TOO_LONG,),
        edit("T2:break:1", moved(45)),
        parameters={"shift": "T2", "seconds": 5 * 3600 + 900},
    ),
    Mutation(
        "a short night",
        (Code.REST_TOO_SHORT,),
        case=small_case(
            shifts=(*small_case().shifts, shift("T5", "A3", day=DAY + timedelta(days=1)))
        ),
        parameters={"caregiver": "A3", "shift": "T5", "other": "T3", "seconds": 9 * 3600},
    ),
    Mutation(
        "no week without work",
        (Code.WEEKLY_REST_TOO_SHORT, Code.VISIT_MISSING),
        case=small_case(
            horizon=Horizon(first=DAY, days=7),
            agreements=(Agreement(id="municipal_ab", weekly_rest=Seconds(7 * 24 * 3600)),),
        ),
        parameters={"day": DAY, "expected": 7 * 24 * 3600},
    ),
    Mutation(
        "no hand-over",
        (Code.DUTY_MISSING,),
        edit("T3:handover:1", gone),
        parameters={"activity": "T3:handover:1"},
    ),
    Mutation(
        "a late hand-over",
        (Code.DUTY_WRONG_TIME,),
        edit("T3:handover:1", moved(5)),
        parameters={"stop": "T3:handover:1"},
    ),
    Mutation("a long hand-over", (Code.DUTY_WRONG_LENGTH,), edit("T3:handover:1", longer(1))),
    Mutation(
        "a hand-over elsewhere",
        (Code.WRONG_PLACE, Code.STARTS_BEFORE_SHIFT, Code.TRAVEL_TOO_SHORT),
        edit("T3:handover:1", with_fields(place=PlaceId("P1"))),
        parameters={"stop": "T3:handover:1", "place": "P1", "expected": "OFFICE"},
    ),
    Mutation(
        "an activity nobody knows",
        (Code.UNKNOWN_ACTIVITY, Code.DUTY_MISSING),
        edit("T3:handover:1", with_fields(id="T3:meeting:1")),
        parameters={"stop": "T3:meeting:1"},
    ),
    Mutation(
        "a break twice",
        (Code.ACTIVITY_TWICE, Code.VISIT_MISSING),
        edit(EVENING, with_fields(id="T3:break:1", kind=StopKind.BREAK, place=None, travel=0)),
    ),
)
