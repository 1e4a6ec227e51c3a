"""Whether a page could hold a figure of the mission, told from its bytes at a small part of the cost of reading it."""

from hasila.bulk.prefilter.kept import kept_prefilter
from hasila.bulk.prefilter.prefilter import Prefilter

__all__ = ["Prefilter", "kept_prefilter"]
