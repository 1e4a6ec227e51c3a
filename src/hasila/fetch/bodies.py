"""The body of an answer, read and unpacked within its bound."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from hasila.errors import FetchError

_GZIP_OR_ZLIB, _BARE = zlib.MAX_WBITS | 32, -zlib.MAX_WBITS
_STREAMS = 1_000
UNPACKED = ("", "identity")
PACKED = ("gzip", "x-gzip", "deflate")


def body_of(chunks: Iterable[bytes], encoding: str, longest: int, url: str) -> bytes:
    """All of a body. Raises :class:`FetchError` where it is too long, as it comes or unpacked, or can't be unpacked.

    >>> body_of([zlib.compress(b"38 operations")], "deflate", 100, "https://example.org/")
    b'38 operations'
    """
    encoding = encoding.strip().lower()
    if encoding not in UNPACKED + PACKED:
        raise FetchError(url, f"the answer is packed as {encoding[:40]!r}, which nobody asked for", "Tell its owner")
    packed = bytearray()
    for chunk in chunks:
        packed += chunk
        if len(packed) > longest:
            raise too_long(url, longest)
    return bytes(packed) if encoding in UNPACKED else _unpacked(bytes(packed), longest, url)


def too_long(url: str, longest: int) -> FetchError:
    """What is said of a body that is longer than it may be."""
    size = f"{longest // 1024:,} KB"
    return FetchError(url, f"the answer is longer than {size}", "Save the page and read the file, if you need it")


def _unpacked(data: bytes, longest: int, url: str) -> bytes:
    try:
        return _inflated(data, longest, url, _GZIP_OR_ZLIB)
    except zlib.error:
        pass
    try:
        return _inflated(data, longest, url, _BARE)
    except zlib.error as error:
        raise FetchError(url, "the answer can't be unpacked", "Nothing; it is tried again", passing=True) from error


def _inflated(data: bytes, longest: int, url: str, bits: int) -> bytes:
    """Never more than the bound is unpacked, however much there is. One stream may follow another."""
    out = bytearray()
    for _ in range(_STREAMS):
        if not data:
            return bytes(out)
        unpacking = zlib.decompressobj(bits)
        out += unpacking.decompress(data, longest + 1 - len(out))
        if len(out) > longest:
            raise too_long(url, longest)
        if not unpacking.eof:
            raise FetchError(url, "the answer breaks off", "Nothing; it is tried again", passing=True)
        data = unpacking.unused_data.lstrip(b"\0")
    raise too_long(url, longest)
