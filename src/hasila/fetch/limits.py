"""How much is taken from a server, how long it may take, and how often it is asked."""

from __future__ import annotations

from dataclasses import dataclass

DAY = 86_400.0


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of one client; times in seconds.

    ``body`` bounds an answer both as it comes and unpacked. ``total`` bounds one request from its first byte to the
    last one of its answer, ``silence`` the time without any byte. ``interval`` is the least time between two requests
    to one host; ``patience`` is how long a caller waits for a host before it is told to come again.
    """

    body: int = 16 * 1024 * 1024
    total: float = 60.0
    silence: float = 20.0
    redirects: int = 5
    interval: float = 2.0
    patience: float = 30.0
    robots_body: int = 512 * 1024
    robots_age: float = DAY
