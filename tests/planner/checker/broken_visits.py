"""Plans whose visits are wrong: not made, at the wrong time, by the wrong person."""

from planner.checker import Code
from planner.model.places import TravelMode
from planner.model.plan import Blocked, Unplaced
from planner.model.units import CaregiverId, VisitId
from tests.build.breaking import (
    BOXES,
    CALL,
    CLEANING,
    EARLY_PILLS,
    EVENING,
    LATE_PILLS,
    MORNING,
    Mutation,
    again,
    away,
    case_with,
    edit,
    gone,
    longer,
    open_visit,
    pinned,
    plan_with,
    row,
    without,
)
from tests.build.cases import small_case
from tests.build.parts import client, meal
from tests.build.plans import at, change_stop, moved, visit, with_fields

VISITS = (
    Mutation(
        "a visit forgotten",
        (Code.VISIT_MISSING,),
        edit(CALL, gone),
        parameters={"visit": CALL, "services": ("S7",)},
    ),
    Mutation(
        "a visit twice",
        (Code.VISIT_TWICE, Code.STOPS_OVERLAP, Code.TRAVEL_TOO_SHORT),
        again(CALL, "T2"),
        parameters={"visit": CALL, "shifts": ("T1", "T2")},
    ),
    Mutation(
        "a visit nobody ordered",
        (Code.UNKNOWN_VISIT, Code.VISIT_MISSING),
        edit(CALL, with_fields(id=visit("C3/night"))),
        parameters={"visit": visit("C3/night")},
    ),
    Mutation(
        "services merged that are done alone",
        (Code.VISIT_MISSING, Code.WRONG_DURATION),
        lambda plan: change_stop(change_stop(plan, CALL, gone), CLEANING, longer(5)),
        parameters={"visit": CALL},
    ),
    Mutation(
        "boxes on the wrong day",
        (Code.VISIT_WRONG_DAY, Code.VISIT_MISSING),
        edit(BOXES, with_fields(id=BOXES.replace("03-02", "03-03"))),
        parameters={"visit": BOXES.replace("03-02", "03-03")},
    ),
    Mutation(
        "nobody at home",
        (Code.CLIENT_ABSENT,),
        case=away("C4", "17:00", "23:00"),
        parameters={"visit": EVENING, "client": "C4"},
    ),
    Mutation(
        "not yet at home",
        (Code.CLIENT_ABSENT,),
        case=away("C4", "18:30", "19:10"),
        parameters={"visit": EVENING, "start": int(at("19:00").timestamp())},
    ),
    Mutation(
        "only one of two",
        (Code.SEAT_MISSING,),
        edit(MORNING, gone, seat=2),
        parameters={"visit": MORNING, "seat": 2},
    ),
    Mutation(
        "two where one is enough",
        (Code.SEAT_EXTRA, Code.STOPS_OVERLAP, Code.TRAVEL_TOO_SHORT),
        again(CALL, "T2", seat=2),
        parameters={"visit": CALL, "seat": 2, "seats": 1},
    ),
    Mutation(
        "a second apart",
        (Code.NOT_TOGETHER,),
        edit(MORNING, moved(1 / 60), seat=2),
        parameters={"visit": MORNING, "seconds": 1, "expected": 0},
    ),
    Mutation(
        "after the window",
        (Code.OUTSIDE_WINDOW, Code.GAP_TOO_SHORT),
        edit(EARLY_PILLS, moved(61)),
        parameters={"visit": EARLY_PILLS, "latest": int(at("10:00").timestamp())},
    ),
    Mutation(
        "cut short",
        (Code.WRONG_DURATION,),
        edit(EVENING, longer(-5)),
        parameters={"visit": EVENING, "seconds": 1500, "expected": 1800},
    ),
    Mutation(
        "medicine too soon again",
        (Code.GAP_TOO_SHORT,),
        edit(LATE_PILLS, moved(-20)),
        parameters={"visit": LATE_PILLS, "other": EARLY_PILLS, "expected": 4 * 3600},
    ),
)

PEOPLE = (
    Mutation(
        "no skill",
        (Code.SKILL_MISSING,),
        case=case_with("caregivers", "A2", skills=()),
        parameters={"caregiver": "A2", "skill": "lift", "service": "S1"},
    ),
    Mutation(
        "no delegation",
        (Code.DELEGATION_MISSING,),
        case=case_with("caregivers", "A2", delegations=()),
        parameters={"caregiver": "A2", "delegation": "medication"},
    ),
    Mutation(
        "not her",
        (Code.AVOIDED_CAREGIVER,),
        case=case_with(
            "clients",
            "C2",
            preferences=client("X", "P1").preferences.model_copy(update={"avoid": ("A2",)}),
        ),
        parameters={"caregiver": "A2", "client": "C2"},
    ),
    Mutation(
        "sneezing",
        (Code.ALLERGY,),
        case=case_with("clients", "C2", pets=("cat",)).model_copy(
            update={
                "caregivers": tuple(
                    one.model_copy(update={"allergies": ("cat", "dog")})
                    for one in small_case().caregivers
                )
            }
        ),
        parameters={"caregiver": "A2", "client": "C2", "pet": "cat"},
    ),
    Mutation(
        "pinned to somebody else",
        (Code.PIN_OTHER_CAREGIVER,),
        case=pinned(EARLY_PILLS, "A1"),
        parameters={"visit": EARLY_PILLS, "caregiver": "A1", "value": "A2"},
    ),
    Mutation(
        "pinned at another time",
        (Code.PIN_OTHER_START,),
        case=pinned(EARLY_PILLS, "A2", "8:45"),
        parameters={"visit": EARLY_PILLS, "expected": int(at("8:45").timestamp())},
    ),
    Mutation(
        "more boxes than fit on a bike",
        (Code.TOO_MANY_BOXES, Code.TRAVEL_TOO_SHORT),
        row("T1", mode=TravelMode.BIKE),
        case=small_case(
            meal_deliveries=(meal("M1", "C4", boxes=30),),
        ).model_copy(
            update={
                "shifts": case_with("shifts", "T1", travel_mode=TravelMode.BIKE).shifts,
            }
        ),
        parameters={"shift": "T1", "boxes": 30, "most": 12, "mode": "bike"},
    ),
    Mutation(
        "boxes that stand elsewhere",
        (Code.BOXES_NOT_FETCHED,),
        case=small_case(meal_deliveries=(meal("M1", "C4", pick_up="P2"),)),
        parameters={"visit": BOXES, "place": "P2", "shift": "T1"},
    ),
)

OPEN = (
    Mutation(
        "open for no reason",
        (Code.UNPLACED_WITHOUT_REASON,),
        without(CALL, open_visit(CALL, why=False)),
        parameters={"visit": CALL},
    ),
    Mutation(
        "open and yet made",
        (Code.UNPLACED_BUT_PLACED,),
        plan_with(unplaced=(open_visit(CALL),)),
        parameters={"visit": CALL, "shifts": ("T1",)},
    ),
    Mutation(
        "open twice", (Code.UNPLACED_TWICE,), without(CALL, open_visit(CALL), open_visit(CALL))
    ),
    Mutation(
        "open though nobody ordered it",
        (Code.UNKNOWN_VISIT,),
        plan_with(unplaced=(open_visit("C9:2026-03-02:noon"),)),
    ),
    Mutation(
        "open because of nobody known",
        (Code.UNKNOWN_CAREGIVER,),
        without(
            CALL,
            Unplaced(
                visit=VisitId(CALL),
                blocked=(Blocked(rule="skills", caregivers=(CaregiverId("A9"),)),),
            ),
        ),
    ),
)
