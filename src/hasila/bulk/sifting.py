"""A unit -> the readings that are kept of it, in the order of its records, and what was set aside."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from hasila.bulk.limits import TEXT_CHARACTERS
from hasila.bulk.meter import Meter
from hasila.bulk.options import Options
from hasila.bulk.prefilter.linked import without_links
from hasila.bulk.records import Damaged, Record, records
from hasila.bulk.unit import Unit
from hasila.model import Document, Reading
from hasila.reading import read, read_of_mission
from hasila.sources import Rejected
from hasila.sources.condition import quiet_notes
from hasila.sources.damage import damages

Passes = Callable[[bytes], bool]


def sifted(unit: Unit, options: Options, passes: Passes, meter: Meter) -> Iterator[Reading | Rejected | Damaged]:
    """What is kept of the unit: documents of the mission with figures, or every one that passed.

    Raises :class:`hasila.errors.SourceError` or :class:`OSError` where the file can't be read.
    """
    for item in records(unit, options):
        if not isinstance(item, Record):
            yield item
            continue
        meter.pages += 1
        meter.bytes += len(item.data)
        if looked_into(item.data, passes):
            meter.passed += 1
            yield from _of_record(item, options, passes, meter)


def looked_into(data: bytes, passes: Passes) -> bool:
    """Whether a record is taken apart: it names the mission, and not only in links to other pages."""
    if not passes(data):
        return False
    own = without_links(data)
    return own is data or passes(own)


def _of_record(record: Record, options: Options, passes: Passes, meter: Meter) -> Iterator[Reading | Rejected]:
    with meter.timed("extract"):
        items = list(record.documents())
    for item in items:
        if isinstance(item, Rejected):
            yield item
            continue
        with meter.timed("read"):
            result = _read(item, read if options.everything else partial(_read_of_mission, passes))
        if isinstance(result, Rejected):
            yield result
            continue
        meter.read += 1
        if result is not None and (options.everything or result.figures):
            yield result


def _read_of_mission(passes: Passes, document: Document) -> Reading | None:
    """What of a page made it pass may stand beside its article: in a menu, in the headline of another report."""
    words = f"{document.title}\n{document.text}" if document.title else document.text
    return read_of_mission(document) if passes(words.encode("utf-8", "replace")) else None


def _read(document: Document, by: Callable[[Document], Reading | None]) -> Reading | Rejected | None:
    where = document.source or document.id
    if len(document.text) > TEXT_CHARACTERS:
        reason = f"the text is longer than {TEXT_CHARACTERS:,} characters"
        return Rejected(where, None, reason, "Split it into the reports that it holds")
    try:
        reading = by(document)
    except Exception as error:  # a fault of Hasila costs one document, not the unit
        fault = f"a fault in Hasila itself ({type(error).__name__}: {error})"
        return Rejected(where, None, fault, "Please send us the report with this message")
    return None if reading is None else replace(reading, document=_noted(document))


def _noted(document: Document) -> Document:
    """``document`` with the notes that every source gives it."""
    words = f"{document.title}\n{document.text}" if document.title else document.text
    return replace(document, notes=(*document.notes, *damages(words), *quiet_notes(words)))
