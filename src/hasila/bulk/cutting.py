"""A file -> the stretches of it that are read by themselves.

Lines are cut at line breaks, Parquet between row groups, gzipped archives of pages between their records, which are
members of their own. What is compressed as one stream can't be cut. Where a file lies elsewhere, cutting would mean to
fetch lines twice (the number of a line is part of what is known of a report), and to fetch pages from the middle of a
file, which not every server allows; so such a file is read in one.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from hasila.bulk.records.members import first_member
from hasila.bulk.storage import is_remote, opened
from hasila.bulk.unit import Input, Unit
from hasila.errors import SourceError

_BLOCK = 1024 * 1024


def stretches(one: Input, size: int) -> Iterator[Unit]:
    """``one`` whole, or in stretches of about ``size`` bytes. All of them are numbered 0."""
    if one.kind == "parquet":
        try:
            yield from _row_groups(one, size)
        except (SourceError, OSError):  # whoever reads it will say what is wrong with it
            yield Unit(0, one)
    elif one.size <= size or is_remote(one.path):
        yield Unit(0, one)
    elif one.kind == "jsonl" and not one.path.endswith((".gz", ".zst")):
        yield from _lines(one, size)
    elif one.kind == "warc" and one.path.lower().endswith(".gz"):
        yield from _members(one, size)
    else:
        yield Unit(0, one)


def _lines(one: Input, size: int) -> Iterator[Unit]:
    """Stretches that end with a line; one begins at least ``size`` bytes after the one before."""
    start, first, count, at = 0, 1, 0, 0
    with opened(one.path) as stream:
        while block := stream.read(min(_BLOCK, size)):
            cut = -1
            if at + len(block) - start > size:
                cut = block.find(b"\n", max(0, start + size - at))
            if cut < 0:
                count += block.count(b"\n")
            else:
                lines = count + block.count(b"\n", 0, cut + 1)
                yield Unit(0, one, start, at + cut + 1, first)
                start, first = at + cut + 1, first + lines
                count = block.count(b"\n", cut + 1)
            at += len(block)
    if start < at:
        yield Unit(0, one, start, None, first)


def _members(one: Input, size: int) -> Iterator[Unit]:
    """Stretches that begin with a member; one begins about ``size`` bytes after the one before."""
    starts = [0]
    with opened(one.path) as stream:
        while (wanted := starts[-1] + size) < one.size:
            start = first_member(stream, wanted)
            if start is None:
                break
            starts.append(start)
    for start, end in zip_longest(starts, starts[1:]):
        yield Unit(0, one, start, end)


def _row_groups(one: Input, size: int) -> Iterator[Unit]:
    from hasila.bulk.records.parquet import parquet_file

    with opened(one.path) as stream:
        about = parquet_file(stream, one.path).metadata
        groups = [about.row_group(number) for number in range(about.num_row_groups)]
        lengths = [(group.num_rows, group.total_byte_size) for group in groups]
    start, first, rows, held = 0, 1, 0, 0
    for number, (count, length) in enumerate(lengths):
        if held and held + length > size:
            yield Unit(0, one, start, number, first)
            start, first, rows, held = number, first + rows, 0, 0
        rows, held = rows + count, held + length
    yield Unit(0, one, start, len(lengths), first)
