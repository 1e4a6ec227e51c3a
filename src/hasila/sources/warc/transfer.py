"""The encodings that a body travelled in, undone: chunks, gzip, deflate, brotli, zstandard."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from io import BytesIO

from hasila.sources.limits import DOCUMENT_BYTES, megabytes

_PLAIN = ("", "identity", "none", "binary", "7bit", "8bit", "utf-8")
_PIECE = 64 * 1024


class TransferError(Exception):
    """A body that can't be had as its author wrote it."""


def undone(body: bytes, transfer: str | None, content: str | None) -> bytes:
    """The body as its author wrote it, where that is no larger than a document may be.

    Many archives undo an encoding and keep the header that names it: a body that reads as text is taken as it is.
    One that breaks off is given as far as it goes.
    """
    for coding in (*_codings(transfer), *_codings(content)):
        body = _undone(body, coding)
    return body


def _codings(header: str | None) -> list[str]:
    """The encodings that a header names, the last one applied first."""
    names = [name.strip().lower().removeprefix("x-") for name in (header or "").split(",")]
    return [name for name in reversed(names) if name not in _PLAIN]


def _undone(body: bytes, coding: str) -> bytes:
    out = bytearray()
    try:
        for data in _pieces(body, coding):
            out += data
            if len(out) > DOCUMENT_BYTES:
                raise TransferError(f"its {coding} encoding inflates to more than {megabytes(DOCUMENT_BYTES)}")
    except (OSError, zlib.error) as error:
        if not out and not _reads_as_text(body):
            reason = str(error).partition("\n")[0][:100]
            raise TransferError(f"its {coding} encoding can't be undone ({reason})") from None
    return bytes(out) or body


def _pieces(body: bytes, coding: str) -> Iterator[bytes]:
    from fastwarc.stream_io import BrotliReader, ChunkedReader, GzipReader, ZstdReader

    if coding == "deflate":
        yield _inflated(body)
        return
    readers = {"chunked": ChunkedReader, "gzip": GzipReader, "br": BrotliReader, "zstd": ZstdReader}
    if coding not in readers:
        raise TransferError(f"the encoding {coding[:40]!r} is not known here")
    reader = readers[coding](BytesIO(body))
    while data := reader.read(_PIECE):
        yield data


def _inflated(body: bytes) -> bytes:
    """ "deflate" is meant to be a zlib stream; some servers send the bare one."""
    wrapped = len(body) > 1 and body[0] & 15 == 8 and (body[0] << 8 | body[1]) % 31 == 0
    return zlib.decompressobj(15 if wrapped else -15).decompress(body, DOCUMENT_BYTES + 1)


def _reads_as_text(body: bytes) -> bool:
    return b"\0" not in body and (body.lstrip()[:1] == b"<" or body[:_PIECE].isascii())
