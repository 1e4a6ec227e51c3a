"""What stands, at a glance: months, places and the newest statements."""

from hasila.web.overview.arranged import Arranged, arranged
from hasila.web.overview.choice import Asked, Choice, chosen, offered
from hasila.web.overview.lists import Announced, announced, longer, of_whole_countries
from hasila.web.overview.placed import Placed, placed
from hasila.web.overview.timeline import Mark, Panel, panels

__all__ = [
    "Announced",
    "Arranged",
    "Asked",
    "Choice",
    "Mark",
    "Panel",
    "Placed",
    "announced",
    "arranged",
    "chosen",
    "longer",
    "of_whole_countries",
    "offered",
    "panels",
    "placed",
]
