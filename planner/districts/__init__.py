"""How a municipality is divided for planning: teams, districts, and the case of each."""

from planner.districts.divide import District, Team, districts_of
from planner.districts.merge import joined
from planner.districts.select import part_of

__all__ = ["District", "Team", "districts_of", "joined", "part_of"]
