"""One polite client for the web: what is asked of a server, how often, and what is taken from it is bounded."""

from hasila.fetch.answer import Fetched
from hasila.fetch.client import Client
from hasila.fetch.clock import Clock
from hasila.fetch.limits import Limits

__all__ = ["Client", "Clock", "Fetched", "Limits"]
