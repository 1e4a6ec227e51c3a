"""A decision as people write it -> the row that the ledger holds, checked against what is in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection

from hasila.errors import LedgerError
from hasila.ledger import rows
from hasila.ledger.chain import Row
from hasila.ledger.decisions import Decision, check, last_act
from hasila.ledger.judgements import SPAN, ruling_of
from hasila.ledger.moved import moved
from hasila.ledger.queries import decision_rows, document_row, last_reading, last_seq, second_row, superseded
from hasila.ledger.spans import with_words
from hasila.ledger.targets import Target, find, is_of_another


def settle(connection: Connection, decision: Decision, act: Sequence[Decision] = ()) -> Decision:
    """The decision with its target as the ledger calls it, and with the reading that the figure stands in.

    ``act`` is what the same person decides at the same moment, before it.
    Raises :class:`LedgerError` where there is no such figure or document, or the decision says nothing of it.
    """
    target = find(connection, decision.target)
    figure = seq = None
    if target.second is not None:
        return _of_another(connection, decision, target, act)
    if target.index is not None:
        row = last_reading(connection, target.seq)
        figures, seq = rows.figures_in(row), row["seq"]
        if target.index >= len(figures):
            remedy = f"It has the figures 0 to {len(figures) - 1}" if figures else "It has none"
            raise LedgerError(decision.target, "there is no such figure in the reading of the document", remedy)
        figure = figures[target.index]
    named = _completed(connection, replace(decision, target=str(target), reading=seq), target, act)
    check(named, figure)
    return named


def _of_another(connection: Connection, decision: Decision, target: Target, act: Sequence[Decision]) -> Decision:
    """A decision about a figure of another reader: whether it is there. It changes nothing that is counted."""
    row = second_row(connection, target.seq, target.second or 0)
    figures = [] if row is None else rows.figures_in(row)
    if target.index is None or target.index >= len(figures):
        raise LedgerError(decision.target, "no other reader has such a figure", "See hasila review")
    if decision.action == "correct":
        remedy = "Accept or reject it, or correct the figure that Hasila read"
        raise LedgerError(decision.target, "a figure of another reader is not corrected", remedy)
    named = _completed(connection, replace(decision, target=str(target)), target, act)
    check(named, figures[target.index])
    return named


def of_today(connection: Connection, as_of: datetime | None) -> Iterator[Decision]:
    """The decisions until a moment, each with the target that the figure has in the reading that stands.

    What people said of the figures of other readers is left out: no tally hangs on it.
    """
    every = (rows.decision_in(row) for row in decision_rows(connection, as_of))
    told = [one for one in every if not is_of_another(one.target)]
    old = superseded(connection, {one.reading for one in told if one.reading}, last_seq(connection, as_of))
    return moved(told, old)


def _completed(connection: Connection, decision: Decision, target: Target, act: Sequence[Decision]) -> Decision:
    """The decision with what can be known only from the rest of the ledger."""
    if decision.action == "undo":
        return replace(decision, value=_first_undone(connection, decision))
    if decision.action == "settle" and target.index is not None:
        return _checked(connection, decision, act)
    if decision.action == "correct" and decision.field == SPAN and decision.value and target.index is not None:
        held: Row = document_row(connection, target.seq)
        return replace(decision, value=with_words(decision.value, rows.document_in(held)))
    return decision


def _first_undone(connection: Connection, decision: Decision) -> str:
    """The first row of what the person decided last of the target."""
    act = last_act(_told(connection, decision), decision.who)
    if not act:
        raise LedgerError(
            decision.target, f"there is nothing of {decision.who} to take back", "See hasila decide --list"
        )
    first = act[0].seq
    if decision.value not in (None, str(first)):
        raise LedgerError(decision.target, f"row {decision.value} is not the last of {decision.who}", f"It is {first}")
    return str(first)


def _checked(connection: Connection, decision: Decision, act: Sequence[Decision]) -> Decision:
    """The settlement of a difference, if whoever it names has a judgement."""
    held = {one.who for one in ruling_of(_told(connection, decision)).judgements}
    held |= {one.who for one in act if one.target == decision.target}
    if decision.value not in held:
        names = ", ".join(sorted(held)) or "nobody has looked at it"
        raise LedgerError(decision.target, "it does not say whose judgement stands", f"Give --value: {names}")
    return decision


def _told(connection: Connection, decision: Decision) -> list[Decision]:
    """What was decided of the same target."""
    if is_of_another(decision.target):
        every = (rows.decision_in(row) for row in decision_rows(connection, None))
        return [one for one in every if one.target == decision.target]
    return [one for one in of_today(connection, None) if one.target == decision.target]
