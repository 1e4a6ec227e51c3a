"""What came of a unit, or of a crawl: how many, and how long it took."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import perf_counter

COUNTS = ("pages", "bytes", "passed", "read", "kept", "figures", "rejected")
STAGES = ("scan", "extract", "read", "write")


@dataclass(slots=True)
class Meter:
    """``pages`` seen and their ``bytes``, of them ``passed`` by the prefilter; documents ``read``, ``kept``, their
    ``figures``; what was ``rejected``. Seconds of each stage: scanning is unpacking and looking for words."""

    pages: int = 0
    bytes: int = 0
    passed: int = 0
    read: int = 0
    kept: int = 0
    figures: int = 0
    rejected: int = 0
    seconds: dict[str, float] = field(default_factory=lambda: dict.fromkeys(STAGES, 0.0))

    @contextmanager
    def timed(self, stage: str) -> Iterator[None]:
        """Add the time until the end of the block to ``stage``."""
        began = perf_counter()
        try:
            yield
        finally:
            self.seconds[stage] += perf_counter() - began

    def counts(self) -> dict[str, int]:
        return {name: getattr(self, name) for name in COUNTS}

    def add(self, counts: Mapping[str, int], seconds: Mapping[str, float]) -> None:
        """Take in what another unit came to."""
        for name in COUNTS:
            setattr(self, name, getattr(self, name) + counts[name])
        for stage, time in seconds.items():
            self.seconds[stage] += time
