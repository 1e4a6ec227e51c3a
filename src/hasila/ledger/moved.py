"""Decisions about figures, carried over to the reading that stands now.

A decision names a figure by its place in the reading that people had before them. Another version of Hasila may read
more figures, or fewer, so that the places shift: the decision then goes with the words that state the figure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from hasila.ledger.decisions import Decision
from hasila.model import Figure

Figures = Sequence[Figure]


def moved(decisions: Iterable[Decision], readings: Mapping[int, tuple[Figures, Figures]]) -> Iterator[Decision]:
    """``decisions`` with the targets of today, and without those whose figure is no longer read.

    ``readings`` holds, by the ``seq`` of a reading that no longer stands, its figures and those that stand now.
    """
    for decision in decisions:
        pair = readings.get(decision.reading or 0)
        if pair is None:
            yield decision
            continue
        document, _, place = decision.target.rpartition("#")
        before, after = pair
        index = _place(before[int(place)], after)
        if index is not None:
            yield replace(decision, target=f"{document}#{index}")


def _place(figure: Figure, figures: Figures) -> int | None:
    """Where the same count stands, by its words: the same measure first at the same words, then at some of them."""
    same = [(at, one) for at, one in enumerate(figures) if one.measure == figure.measure]
    told = figure.evidence
    exact = (at for at, one in same if one.evidence == told)
    near = (
        at
        for at, one in same
        if one.evidence.field == told.field and one.evidence.start < told.end and told.start < one.evidence.end
    )
    return next(exact, next(near, None))
