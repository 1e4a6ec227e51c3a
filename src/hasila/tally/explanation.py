"""What is told of a number: who says it, the sums, what hangs on the weights, what people decided. Data only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hasila.model import Figure
from hasila.tally.claim import Cell, Source
from hasila.tally.copying.copies import CopyLink
from hasila.tally.dating.infer import Candidate
from hasila.tally.dating.placing import Placing
from hasila.tally.linking.links import Link
from hasila.tally.result import Conflict, Note, Row, State, Statement
from hasila.tally.telling import told
from hasila.tally.voices import Verdict, Voice
from hasila.tally.why import Sum, Why

if TYPE_CHECKING:
    from hasila.ledger import Decision


@dataclass(frozen=True, slots=True)
class Said:
    """One number that is said of a cell: by whom, how heavily, and what became of it.

    ``witnesses`` are counted as the tally counts them: a claim whose period was inferred bears none beside others.
    """

    value: int | None
    weight: int
    witnesses: int
    verdict: Verdict
    why: tuple[Why, ...]
    voices: tuple[Voice, ...]

    @property
    def because(self) -> str | None:
        """Why it doesn't stand, in English."""
        return told(self.why) or None


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A sum that gives the cell without what is said of it: the numbers that it confirms and that it contradicts."""

    sum: Sum
    given: int
    confirms: tuple[int, ...]
    contradicts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Fallen:
    """A number said of some cell that would have to be set aside as well for a cell to be another number."""

    cell: Cell
    value: int | None
    weight: int
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dependence:
    """How a number hangs on the weights, all in thousandths of weight.

    ``margin`` is by how much the next best way out is heavier than the lightest, for all the claims together that the
    cell hangs together with; None where they don't contradict one another, or where too many ways are equally light.
    ``price`` is by how much any other number for this cell would be heavier, with what would have to go for it; None
    where the number isn't settled, or no claim has to go for another one.
    """

    margin: int | None
    price: int | None
    instead: tuple[Fallen, ...]


@dataclass(frozen=True, slots=True)
class CellTold:
    """A published number, or one that nobody published, and all that is behind it.

    ``state`` is None where the cell is only bounded. ``gone`` are claims that people rejected or whose document they
    withdrew. ``placed`` says for claims of an inferred period which periods it could be. ``sources`` are
    the documents of the conflicts, by key.
    """

    cell: Cell
    statement: str
    low: int | None
    best: int | None
    high: int | None
    state: State | None
    inferred: bool
    said: tuple[Said, ...]
    gone: tuple[Voice, ...]
    sums: tuple[Reckoned, ...]
    note: Note | None
    dependence: Dependence
    conflicts: tuple[Conflict, ...]
    placed: tuple[Placing, ...]
    sources: Mapping[str, Source]

    @property
    def reading(self) -> str | None:
        """How the statement counts unilateral operations."""
        return None if self.note is None else self.note.reading

    @property
    def reason(self) -> str | None:
        """Why, in English."""
        return None if self.note is None else self.note.reason


@dataclass(frozen=True, slots=True)
class FigureTold:
    """A figure of a document: what it was read as, and the cells that it claims. None are where it claims nothing."""

    id: str
    source: Source
    figure: Figure
    cells: tuple[CellTold, ...]


@dataclass(frozen=True, slots=True)
class StatementTold:
    """A statement: its numbers, its documents by witness, why each is one of them, and its contradictions.

    ``links`` are those between copies; ``belongs`` says for each document (by key) why it speaks of this statement;
    ``ranking`` are the periods that a statement without days could be of, the likeliest first.
    """

    statement: Statement
    rows: tuple[Row, ...]
    witnesses: tuple[tuple[Source, ...], ...]
    links: tuple[CopyLink, ...]
    belongs: Mapping[str, Link]
    ranking: tuple[Candidate, ...]
    conflicts: tuple[Conflict, ...]
    decisions: tuple[Decision, ...]


Told = CellTold | FigureTold | StatementTold
