"""What a document claims: its figures as claims of cells, each cell and value once.

>>> from types import SimpleNamespace
>>> from hasila.model import Document
>>> from hasila.reading import read
>>> reading = read(Document("r", "CENTCOM said its forces conducted 38 operations in Iraq and Syria in May 2023."))
>>> entry = SimpleNamespace(key="ab" * 32, reading=reading)
>>> [(claim.id, claim.cell.series, claim.low) for claim in claims_of(entry, "w")]
[('abababababab#0', 'coalition', 38)]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Protocol

from hasila.ledger.corrections import ACCEPTED
from hasila.ledger.judgements import Ruling, elsewhere, merged
from hasila.model import Figure, Kind, Measure, Modality, Mode, Qualifier, Reading, Span
from hasila.tally.claim import Cell, Claim
from hasila.tally.record.drafts import drafts_of
from hasila.tally.record.modes import Draft, modes_of
from hasila.tally.record.rulings import NO_RULINGS, Rulings, ruled

OPEN = "open"
"""The basis of a claim whose document says no days, or none that could be resolved."""

SHORT = 12
"""How many hexadecimal digits of a document's key stand in the ids of its claims."""

_BASES = {"stated": 0, ACCEPTED: 1, "carried": 2, "resolved": 3, "inferred": 4, OPEN: 5}
_KINDS: dict[Kind, int] = {"cumulative": 0, "period": 1, "event": 2}

_Where = tuple[str, Measure, str | None, str | None, Mode | None, date | None, date | None]
_Said = tuple[_Where, int | None, int | None, Qualifier, Modality, bool]
_Slot = tuple[Draft, Mode | None, bool]


class Entry(Protocol):
    """A document as far as claims need it: the hash of its content, and what was read in it."""

    @property
    def key(self) -> str:
        """The hash of the document's content, in hexadecimal digits."""

    @property
    def reading(self) -> Reading:
        """The reading that stands."""


def claims_of(entry: Entry, witness: str, rulings: Rulings = NO_RULINGS) -> tuple[Claim, ...]:
    """The claims of a document, in the order of their first figures.

    Figures that say the same of one cell are one claim; a document that gives a cell two values makes two. What was
    only feared, planned or foiled is no claim; what is denied is one, marked so. A figure may speak of two cells (see
    :mod:`hasila.tally.record.modes`): its second claim has "/all" behind its id and the same ``figures``, because
    whoever sets the figure aside sets aside both. ``rulings`` are what people decided of the claims.
    """
    figures = list(enumerate(entry.reading.figures))
    decided = rulings.of(entry.key)
    if decided is not None:
        shared = dict(_shared(decided.figures, _claims(entry, witness, figures)))
        changed = ruled(entry.reading, decided.period, shared)
        figures = [(at, kept) for at, figure in figures if (kept := changed.get(at, figure)) is not None]
    return _claims(entry, witness, figures)


def _shared(rulings: Mapping[int, Ruling], claims: Sequence[Claim]) -> Iterator[tuple[int, Ruling]]:
    """What stands for each figure that something was decided of, or of one that says the same."""
    beside: dict[int, set[int]] = {at: {at} for at in rulings}
    for claim in claims:
        if any(at in rulings for at in claim.figures):
            for at in claim.figures:
                beside.setdefault(at, set()).update(claim.figures)
    for at, same in sorted(beside.items()):
        held = [one if other == at else elsewhere(one) for other, one in rulings.items() if other in same]
        yield at, merged(held)


def _claims(entry: Entry, witness: str, figures: list[tuple[int, Figure]]) -> tuple[Claim, ...]:
    said: dict[_Said, list[_Slot]] = {}
    for slot in _slots(drafts_of(figures)):
        draft, mode, _ = slot
        figure = draft.figure
        cell = draft.series, figure.measure, draft.scope, draft.place, mode, draft.start, draft.end
        key = cell, figure.low, figure.high, figure.qualifier, figure.modality, draft.subset
        held = said.get(key)
        if held is None:
            said[key] = [slot]
        else:
            held.append(slot)
    document, short = entry.key, entry.key[:SHORT]
    return tuple([_claim(document, short, witness, Cell(*key[0]), slots) for key, slots in said.items()])


def _claim(document: str, short: str, witness: str, cell: Cell, slots: list[_Slot]) -> Claim:
    draft, _, first = slots[0]
    figure = draft.figure
    index, kind, basis, confidence, evidence = (
        draft.index,
        figure.kind,
        _basis(draft),
        figure.confidence,
        figure.evidence,
    )
    indices: tuple[int, ...] = (index,)
    if len(slots) > 1:
        kind, basis, confidence, evidence = _repeated([slot[0] for slot in slots])
        indices = tuple([slot[0].index for slot in slots])
    return Claim(
        f"{short}#{index}" if first else f"{short}#{index}/all",
        document,
        witness,
        cell,
        kind,
        figure.low,
        figure.high,
        figure.qualifier,
        figure.modality,
        draft.subset,
        figure.attribution,
        basis,
        confidence,
        indices,
        evidence,
    )


def _repeated(drafts: list[Draft]) -> tuple[Kind, str, float, Span]:
    """Kind, basis, confidence and words of a claim that several figures make: of each the best.

    The words of the text are quoted where it repeats the headline, because a headline alone is a weaker witness.
    """
    figures = [draft.figure for draft in drafts]
    return (
        min((figure.kind for figure in figures), key=_KINDS.__getitem__),
        min(map(_basis, drafts), key=_BASES.__getitem__),
        max(figure.confidence for figure in figures),
        next((one.evidence for one in figures if one.evidence.field == "text"), figures[0].evidence),
    )


def _basis(draft: Draft) -> str:
    basis = basis_of(draft.figure)
    return "carried" if basis is OPEN and (draft.start is not None or draft.end is not None) else basis


def basis_of(figure: Figure) -> str:
    """Where the days of a figure come from: stated, accepted, carried, resolved, inferred or open."""
    period = figure.period
    if period is None or (period.start is None and period.end is None):
        return OPEN
    if period.basis == "stated":
        return figure.basis.get("period", "stated")
    if period.basis.startswith("resolved"):
        return "resolved"
    return period.basis if period.basis in (ACCEPTED, "inferred") else figure.basis.get("period", "stated")


def _slots(drafts: list[Draft]) -> list[_Slot]:
    """Each figure with each mode that it speaks of, and whether that is the first of them; in the reading's order."""
    if all(draft.figure.mode is None for draft in drafts):
        return [(draft, None, True) for draft in drafts]
    slots: list[_Slot] = []
    groups: dict[tuple[object, ...], list[Draft]] = {}
    for draft in drafts:
        groups.setdefault((draft.series, draft.figure.measure, draft.start, draft.end), []).append(draft)
    for group in groups.values():
        for draft, modes in zip(group, modes_of(group), strict=True):
            slots += [(draft, mode, at == 0) for at, mode in enumerate(modes)]
    slots.sort(key=lambda slot: slot[0].index)
    return slots
