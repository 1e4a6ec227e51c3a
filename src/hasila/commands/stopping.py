"""How a command that runs on is stopped: Ctrl-C or SIGTERM ask, and the step that is being done ends."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Stop:
    """Whether somebody asked the run to end, and how."""

    def __init__(self) -> None:
        self.asked = threading.Event()
        self.by: int | None = None

    def ask(self, number: int, _frame: object) -> None:
        """End after the step that is being done; asked again, at once."""
        if self.asked.is_set():
            raise KeyboardInterrupt
        self.by = number
        self.asked.set()


@contextmanager
def stoppable() -> Iterator[Stop]:
    """As long as it lasts, the two signals ask the :class:`Stop` that it gives."""
    stop = Stop()
    before = {number: signal.signal(number, stop.ask) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
