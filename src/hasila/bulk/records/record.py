"""A unit -> its records, by the kind of its file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import NamedTuple, cast

from hasila.bulk.options import Options
from hasila.bulk.unit import Unit
from hasila.model import Document
from hasila.sources import Rejected


class Record(NamedTuple):
    """``data``: the bytes that the prefilter looks at. ``documents`` takes the record apart, which costs a hundred
    times as much as to look at it."""

    data: bytes
    documents: Callable[[], Iterable[Document | Rejected]]


class Damaged(NamedTuple):
    """A stretch of the file that can't be read, whatever it held."""

    rejected: Rejected


def records(unit: Unit, options: Options) -> Iterator[Record | Rejected | Damaged]:
    """Every record of the unit in the order of the file, and what of it can't be read.

    Raises :class:`OSError` and :class:`hasila.errors.SourceError` where nothing can be read.
    """
    module = import_module(f"hasila.bulk.records.{unit.input.kind}")
    return cast(Iterator[Record | Rejected | Damaged], module.records(unit, options))
