"""What people decide about figures and documents: rows like all others.

Of a document the last decision stands; what stands of a figure, which several people may look at, is worked out in
:mod:`hasila.ledger.judgements`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

from hasila.errors import LedgerError
from hasila.ledger.corrections import corrected, period_of
from hasila.model import Figure

Action = Literal["accept", "reject", "correct", "unsure", "withdraw", "restore", "undo", "settle"]
ACTIONS: tuple[Action, ...] = get_args(Action)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision: who decided what about which figure or document, and why.

    ``target`` is a figure (the first 12 signs of the document's key, ``#``, the figure's place in the reading, from 0)
    or a document (its key). ``field`` and ``value`` say what is corrected, or which period is accepted or rejected.
    ``restore`` puts a withdrawn document back, or a figure as it was read, whatever was decided about it before.
    ``undo`` takes back what the same person decided of the target from the row ``value`` on; ``settle`` says of a
    figure that people differ about that what ``value``, one of them, holds of it stands.
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
    for decision in standing([one for one in decisions if "#" not in one.target]):
        if decision.action == "withdraw":
            gone.add(decision.target)
        elif decision.action == "restore":
            gone.discard(decision.target)
    return gone


def standing(decisions: Sequence[Decision]) -> list[Decision]:
    """Decisions without those that were taken back, and without the rows that did so.

    ``undo`` names the first row that it takes back; with it goes what the same person decided of the same target after
    it.
    """
    if all(one.action != "undo" for one in decisions):
        return list(decisions)
    of_each: dict[tuple[str, str], list[Decision]] = defaultdict(list)
    for one in decisions:
        of_each[one.who, one.target].append(one)
    kept = {id(one) for own in of_each.values() for one in _not_undone(own)}
    return [one for one in decisions if id(one) in kept]


def _not_undone(own: Sequence[Decision]) -> list[Decision]:
    """What stands of one person's decisions: after an undo, what stood before the row that it names."""
    kept: list[Decision] = []
    for at, one in enumerate(own):
        if one.action == "undo":
            first = int(one.value or 0)
            kept = _not_undone([before for before in own[:at] if (before.seq or 0) < first])
        else:
            kept.append(one)
    return kept


def last_act(decisions: Sequence[Decision], who: str) -> list[Decision]:
    """What a person decided last of one target and hasn't taken back: the rows that were written at that moment."""
    own = [one for one in standing(decisions) if one.who == who]
    return [one for one in own if one.at == own[-1].at]


def check(decision: Decision, figure: Figure | None) -> None:
    """Raise :class:`LedgerError` where a decision says too little. ``figure`` is the one it is about, if any."""
    for name, given in (("who", decision.who), ("why", decision.why)):
        if not given.strip():
            raise LedgerError(decision.target, f"the decision does not say {name}", f"Give --{name}")
    if decision.action not in ACTIONS:
        raise LedgerError(decision.target, f"nobody can {decision.action!r}", f"One of: {', '.join(ACTIONS)}")
    if figure is None:
        _check_about_document(decision)
    else:
        _check_about_figure(decision, figure)


def _check_about_document(decision: Decision) -> None:
    if decision.action in ("withdraw", "restore"):
        _want(decision, nothing=True)
    elif decision.action == "undo":
        _check_without_field(decision)
    elif decision.action == "correct" or decision.field != "period" or not decision.value:
        raise LedgerError(
            decision.target,
            f"a document is withdrawn or restored, or its inferred period accepted or rejected; not {decision.action}",
            "For a figure write DOCUMENT#NUMBER; for a period add --field period --value 2023-02",
        )
    else:
        period_of(decision.value)


def _check_about_figure(decision: Decision, figure: Figure) -> None:
    if decision.action == "withdraw":
        raise LedgerError(decision.target, "a figure is not withdrawn", "Reject it, or withdraw the document")
    if decision.action in ("undo", "settle"):
        _check_without_field(decision)
        return
    _want(decision, nothing=decision.action != "correct")
    if decision.field is not None and decision.value is not None:
        corrected(figure, decision.field, decision.value)


def _check_without_field(decision: Decision) -> None:
    if decision.field is not None:
        raise LedgerError(decision.target, f"--field says nothing beside {decision.action}", "Leave it out")


def _want(decision: Decision, nothing: bool) -> None:
    """Raise where a correction lacks its field and value, or something else has them."""
    given = [name for name in ("field", "value") if getattr(decision, name) is not None]
    if nothing and given:
        raise LedgerError(decision.target, f"--{given[0]} says nothing beside {decision.action}", "Leave it out")
    if not nothing and len(given) < 2:
        raise LedgerError(decision.target, "the correction does not say of what", "Give --field and --value")
