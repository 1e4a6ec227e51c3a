"""The tally of a period written as a report, in Arabic and in English."""

from hasila.brief.board import laid_out
from hasila.brief.compose import brief
from hasila.brief.written import Brief

__all__ = ["Brief", "brief", "laid_out"]
