"""What people decided about figures and documents: rows like all others, of which the last one on a matter stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

Action = Literal["accept", "reject", "correct", "unsure", "withdraw", "restore"]
ACTIONS: tuple[Action, ...] = get_args(Action)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision: who decided what about which figure or document, and why.

    ``target`` is a figure (the first 12 signs of the document's key, ``#``, the figure's place in the reading, from 0)
    or a document (its key). ``field`` and ``value`` say what is corrected, or which period is accepted or rejected.
    The ledger gives ``seq``, ``at`` (UTC) and ``reading``, the ``seq`` of the reading that the figure was seen in.
    """

    target: str
    action: Action
    who: str
    why: str
    field: str | None = None
    value: str | None = None
    seq: int | None = None
    at: datetime | None = None
    reading: int | None = None


def withdrawn(decisions: Iterable[Decision]) -> set[str]:
    """The keys of the documents that were withdrawn and not restored since."""
    gone: set[str] = set()
    for decision in decisions:
        if decision.action == "withdraw":
            gone.add(decision.target)
        elif decision.action == "restore":
            gone.discard(decision.target)
    return gone
