"""Which figures count only some of what another figure of the document counts.

The reading marks a subset where the words say so ("155 of them in Jazeera"). Here the rest of the document decides
three things that one sentence can't: whether the subset has a cell of its own after all ("122 of them in Syria", "two
of them by US forces alone"); whether the row goes on ("155 of them in Jazeera, 127 in Raqqa, 6 in raids"); and
whether those counted are leaders among the dead or the captured, which nobody marks with "of them".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib import resources

from hasila.model import Mode
from hasila.tally.record.modes import DEEDS, Draft, within
from hasila.text.fold import fold

_Cell = tuple[str, str, object, object, str | None, str | None, Mode | None]

_PARTS = 2
"""A total has two parts at least."""
_WORD = re.compile(r"\w+")
_PREFIXES = re.compile("^[وفبل]?(?:ال)?(?=..)")


def mark_subsets(drafts: Sequence[Draft]) -> None:
    """Set ``subset`` of each draft of a document; ``drafts`` are in the reading's order."""
    counts = {(draft.figure.measure, draft.scope, draft.place, draft.start) for draft in drafts}
    if len(counts) == len(drafts) and not any(draft.figure.subset for draft in drafts):
        return  # no cell has a second count
    largest = _largest(drafts)
    before = False
    for draft in drafts:
        if draft.figure.subset:
            before = draft.subset = not _own_cell(draft, drafts)
        else:
            low = draft.figure.low
            smaller = low is not None and 0 < low < largest.get(_cell(draft), 0)
            before = draft.subset = smaller and (before or _of_leaders(draft.figure.evidence.text))
    _mark_parts(drafts)


def _mark_parts(drafts: Sequence[Draft]) -> None:
    """Counts of one cell that come to the largest are its parts: 163 operations, 128 raids, 32 clashes, 3 sweeps."""
    counts: dict[_Cell, dict[int, list[Draft]]] = {}
    for draft in drafts:
        low = draft.figure.low
        if not draft.subset and low and low == draft.figure.high and draft.figure.modality == "asserted":
            counts.setdefault(_cell(draft), {}).setdefault(low, []).append(draft)
    for held in counts.values():
        largest = max(held)
        if len(held) > _PARTS and sum(held) == 2 * largest:
            for value, parts in held.items():
                for part in parts:
                    part.subset = value != largest


def _largest(drafts: Sequence[Draft]) -> dict[_Cell, int]:
    largest: dict[_Cell, int] = {}
    for draft in drafts:
        if not draft.figure.subset and draft.figure.low is not None and draft.figure.modality == "asserted":
            cell = _cell(draft)
            largest[cell] = max(largest.get(cell, 0), draft.figure.low)
    return largest


def _cell(draft: Draft) -> _Cell:
    mode = draft.figure.mode if draft.figure.measure in DEEDS else None
    return draft.series, draft.figure.measure, draft.start, draft.end, draft.scope, draft.place, mode


def _own_cell(part: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a subset is told from its set by place or mode, so that a cell of the tally is exactly what it counts."""
    cell = _cell(part)
    sets = [
        _cell(other) for other in drafts if not other.figure.subset and _same_count(part, other) and within(part, other)
    ]
    return bool(sets) and cell not in sets


def _same_count(one: Draft, other: Draft) -> bool:
    return (one.figure.measure, one.series, one.start, one.end) == (
        other.figure.measure,
        other.series,
        other.start,
        other.end,
    )


@cache
def _ranks() -> frozenset[str]:
    text = (resources.files("hasila.tally.record") / "ranks.tsv").read_text(encoding="utf-8")
    return frozenset(fold(line.split("\t")[0]) for line in text.split("\n")[1:] if line)


def _of_leaders(words: str) -> bool:
    ranks = _ranks()
    return any(word in ranks or _PREFIXES.sub("", word) in ranks for word in map(fold, _WORD.findall(words)))
