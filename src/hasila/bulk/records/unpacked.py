"""A packed stream as the bytes that were packed."""

from __future__ import annotations

import gzip
from io import BufferedReader
from typing import BinaryIO, cast

BUFFER = 1024 * 1024


def unpacked(stream: BinaryIO, path: str) -> BinaryIO:
    """``stream`` without the packing that the ending of ``path`` names."""
    if path.lower().endswith(".gz"):
        return gunzipped(stream)
    if path.lower().endswith(".zst"):
        return unzstd(stream)
    return BufferedReader(stream, BUFFER) if not isinstance(stream, BufferedReader) else stream  # type: ignore[type-var]


def gunzipped(stream: BinaryIO) -> BinaryIO:
    return cast(BinaryIO, BufferedReader(gzip.GzipFile(fileobj=stream, mode="rb"), BUFFER))


def unzstd(stream: BinaryIO) -> BinaryIO:
    import zstandard

    # a window of more than 128 MB would let a small file ask for any amount of memory
    inflated = zstandard.ZstdDecompressor(max_window_size=1 << 27).stream_reader(stream, read_across_frames=True)
    return cast(BinaryIO, BufferedReader(inflated, BUFFER))
