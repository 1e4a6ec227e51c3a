"""The time and chance that everything in this package goes by, so that tests can set both."""

from __future__ import annotations

import random
import time


class Clock:
    """The real ones."""

    def now(self) -> float:
        """Seconds since 1970, in UTC."""
        return time.time()

    def ticks(self) -> float:
        """Seconds that never run back."""
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        """Let time pass."""
        time.sleep(seconds)

    def chance(self) -> float:
        """A number from 0 to below 1."""
        return random.random()
