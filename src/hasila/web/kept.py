"""What is made of a ledger under a policy and takes long: made once, and held until the ledger changes."""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

from hasila.tally.policy import policy

T = TypeVar("T")


class Kept(Generic[T]):
    """One thing for each policy. Whoever asks while it is made waits for it, and nobody makes it twice."""

    def __init__(self, make: Callable[[str], T], *, large: bool = True) -> None:
        self._make, self._large = make, large
        self._held: dict[str, tuple[int, T]] = {}
        self._locks: defaultdict[str, Lock] = defaultdict(Lock)

    def at(self, head: int, name: str) -> T:
        """What was made when the ledger ended at ``head``, or is made now. Raises PolicyError."""
        policy(name)  # nothing is held, not even a lock, for what somebody made up
        found = self._held.get(name)
        if found is not None and found[0] == head:
            return found[1]
        del found
        with self._locks[name]:
            if self._held.get(name, (-1,))[0] != head:
                self._held.pop(name, None)  # the old one goes before the new one comes: both are large
                self._held[name] = head, self._make(name)
                if self._large:
                    _settle()
            return self._held[name][1]


def _settle() -> None:
    """Spare the search for rubbish, which would stop every page for a while, from what stays anyway."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
