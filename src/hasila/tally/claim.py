"""What the tally reasons over: claims, the cells they speak of, and the documents they stand in. Data only.

A *claim* is what one document says of one cell, however often it repeats it. A *cell* is one number that somebody could
publish: a measure, of one series, at one place, in one mode, over one period.
"""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from hasila.model import Kind, Lang, Measure, Modality, Mode, Qualifier, Span

Standing = Literal["official", "reference", "agency", "outlet"]


class Source(NamedTuple):
    """A document as far as the tally needs it: ``key`` is its content hash, ``id`` what people call it."""

    key: str
    id: str
    lang: Lang
    published: date | None
    title: str | None
    outlet: str | None
    url: str | None
    standing: Standing


class Cell(NamedTuple):
    """One number that can be true or false.

    ``series`` is whose tally it is ("coalition", "SDF" …: see ``series.tsv``); ``scope`` the ISO codes of the place
    ("IQ+SY"), ``place`` a named place inside it or None for all of it; ``mode`` None counts both modes. ``start`` and
    ``end`` are the first and the last day, both included; None is an open side.
    """

    series: str
    measure: Measure
    scope: str | None
    place: str | None
    mode: Mode | None
    start: date | None
    end: date | None


class Claim(NamedTuple):
    """What a document says of a cell.

    ``low``/``high`` as in :class:`hasila.model.Figure`; ``figures`` are the places of all the figures in the reading
    that say it (the first one is quoted); ``witness`` names the group of copies that the document belongs to.
    ``basis`` says where the period comes from: stated, carried, resolved, inferred.
    """

    id: str
    document: str
    witness: str
    cell: Cell
    kind: Kind
    low: int | None
    high: int | None
    qualifier: Qualifier
    modality: Modality
    subset: bool
    attribution: str | None
    basis: str
    confidence: float
    figures: tuple[int, ...]
    evidence: Span
