"""What a tally says: rows, the conflicts behind them, and the statements they belong to. Data only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, NamedTuple, get_args

from hasila.tally.claim import Cell, Claim, Source
from hasila.tally.telling import told
from hasila.tally.why import Sum, Why

State = Literal["agreed", "single", "contested", "unreconciled", "derived"]
STATES: tuple[State, ...] = get_args(State)


@dataclass(frozen=True, slots=True)
class SetAside:
    """Claims of one value that the rest leaves no room for, and why they and not others."""

    claims: tuple[str, ...]
    value: int | None
    documents: tuple[str, ...]
    why: tuple[Why, ...]

    @property
    def because(self) -> str:
        """Why, in English."""
        return told(self.why)


@dataclass(frozen=True, slots=True)
class Row:
    """One published number. ``low`` and ``high`` bound what the cell can be; ``best`` is what the policy publishes.

    ``claims`` and ``witnesses`` count those that agree with what stands; ``statement`` is the id of the statement that
    the cell belongs to. ``sums`` show how a derived cell follows, each from other claims.
    """

    cell: Cell
    low: int | None
    best: int | None
    high: int | None
    state: State
    inferred: bool
    claims: int
    witnesses: int
    statement: str
    set_aside: tuple[SetAside, ...] = ()
    sums: tuple[Sum, ...] = ()

    def of_statement(self, name: str) -> Row:
        """The same row of a statement with another id."""
        return replace(self, statement=name)


@dataclass(frozen=True, slots=True)
class WayOut:
    """One lightest set of claims that could be set aside so that all the rest holds, and what the cells then are.

    ``implies`` gives (low, high) of each cell that a way out touches.
    """

    set_aside: tuple[SetAside, ...]
    weight: int
    implies: Mapping[Cell, tuple[int, int | None]]


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A claim that the others contradict: ``said`` of ``cell``, while ``sum`` gives ``given``."""

    cell: Cell
    said: int
    given: int
    sum: Sum


@dataclass(frozen=True, slots=True)
class Conflict:
    """Claims that can't all be true: the sums that fail, and every lightest way out.

    ``margin`` is the weight by which the next best way out is heavier: weights may shift by less without any effect.
    None where there is no other.
    """

    id: str
    statement: str
    cells: tuple[Cell, ...]
    mismatches: tuple[Mismatch, ...]
    claims: tuple[Claim, ...]
    ways_out: tuple[WayOut, ...]
    margin: int | None


class Note(NamedTuple):
    """Which structural reading of a statement holds, and why (see :class:`Statement`)."""

    reading: str
    why: Why

    @property
    def reason(self) -> str:
        """Why, in English."""
        return told([self.why])


@dataclass(frozen=True, slots=True)
class Statement:
    """One announcement or event: whose, over which days, in which documents.

    ``reading`` says which structural reading holds ("inside": the unilateral operations are among the partnered ones;
    "beside": they come on top), None where nothing depends on it; ``why`` says for which reason.
    """

    id: str
    series: str
    start: date | None
    end: date | None
    place: str | None
    sources: tuple[Source, ...]
    claims: tuple[Claim, ...]
    reading: str | None = None
    why: Why | None = None

    @property
    def reason(self) -> str | None:
        """Why it is read so, in English."""
        return None if self.why is None else told([self.why])

    @property
    def note(self) -> Note | None:
        """How it is read, and why; None where nothing depends on it."""
        return None if self.reading is None or self.why is None else Note(self.reading, self.why)


@dataclass(frozen=True, slots=True)
class Published:
    """What is published of a ledger under a policy: the rows, the notes on statements by their ids, and the documents
    by key of which some claim was set aside."""

    policy: str
    rows: tuple[Row, ...]
    notes: Mapping[str, Note]
    sources: Mapping[str, Source]


@dataclass(frozen=True, slots=True)
class Tally:
    """The tally of a ledger under a policy. ``sources`` are its documents by key."""

    policy: str
    rows: tuple[Row, ...]
    conflicts: tuple[Conflict, ...]
    statements: tuple[Statement, ...]
    sources: Mapping[str, Source]

    def published(self) -> Published:
        """The rows with what people need to read them."""
        notes = {one.id: note for one in self.statements if (note := one.note) is not None}
        return Published(self.policy, self.rows, notes, self.sources)
