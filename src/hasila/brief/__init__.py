"""The tally of a period written as a report, in Arabic and in English."""

from hasila.brief.compose import brief
from hasila.brief.written import Brief

__all__ = ["Brief", "brief"]
