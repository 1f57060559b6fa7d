"""Every rule there is, in the order in which findings are told: the law first."""

from planner.rules.alarm_reach import AlarmReach
from planner.rules.allergy import Allergy
from planner.rules.avoid import Avoid
from planner.rules.base_plan import FollowBasePlan
from planner.rules.booked_room import BookedRoom
from planner.rules.breaks import Breaks
from planner.rules.call_order import CallOrder
from planner.rules.carrying import Carrying
from planner.rules.contact import Contact
from planner.rules.delegation import Delegation
from planner.rules.deputy import Deputy
from planner.rules.double_staffing import DoubleStaffing
from planner.rules.duties import Duties
from planner.rules.evening_face import EveningFace
from planner.rules.fair_load import FairLoad
from planner.rules.fetching import Fetching
from planner.rules.floater import Floater
from planner.rules.group_duty import GroupDuty
from planner.rules.household import HouseholdInTurn
from planner.rules.keys import Keys
from planner.rules.licence import Licence
from planner.rules.min_gap import MinGap
from planner.rules.new_face import NewFace
from planner.rules.on_duty import OnDuty
from planner.rules.once import Once
from planner.rules.pins import Pins
from planner.rules.planned_time import PlannedTime
from planner.rules.preferred import Preferred
from planner.rules.preferred_window import PreferredWindow
from planner.rules.receiving import Receiving
from planner.rules.rest import Rest
from planner.rules.rule import Rule
from planner.rules.shared_car import SharedCar
from planner.rules.shift_limits import ShiftLimits
from planner.rules.skills import Skills
from planner.rules.steady_time import SteadyTime
from planner.rules.time_window import TimeWindow
from planner.rules.travel_cost import TravelCost
from planner.rules.travel_time import TravelTime
from planner.rules.unplaced import Unplaced

RULES: tuple[Rule, ...] = (
    Once(),
    OnDuty(),
    ShiftLimits(),
    Rest(),
    Breaks(),
    Duties(),
    PlannedTime(),
    TravelTime(),
    Skills(),
    Delegation(),
    Licence(),
    SharedCar(),
    Allergy(),
    Avoid(),
    Pins(),
    TimeWindow(),
    DoubleStaffing(),
    MinGap(),
    CallOrder(),
    HouseholdInTurn(),
    Receiving(),
    BookedRoom(),
    Keys(),
    Carrying(),
    Fetching(),
    AlarmReach(),
    Unplaced(),
    Contact(),
    Deputy(),
    Preferred(),
    NewFace(),
    EveningFace(),
    PreferredWindow(),
    SteadyTime(),
    FollowBasePlan(),
    GroupDuty(),
    Floater(),
    FairLoad(),
    TravelCost(),
)
"""The rules of a municipality's planning, each once."""
