"""The tally of a period written as a report, in Arabic and in English."""

from hasila.brief.board import claims_by_cell
from hasila.brief.compose import brief
from hasila.brief.written import Brief

__all__ = ["Brief", "brief", "claims_by_cell"]
