"""A text file -> one document: its id is the file's stem, and it has no title field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from hasila.errors import SourceError
from hasila.model import Document
from hasila.sources.encoding import decode, wide_encoding
from hasila.sources.limits import DOCUMENT_BYTES, HEAD_BYTES, megabytes
from hasila.sources.notice import notice
from hasila.sources.rejected import Rejected
from hasila.sources.source import Source


def read_text(stream: BinaryIO, source: Source) -> Iterator[Document | Rejected]:
    """The file as one report, every character as it stands."""
    data = whole(stream, source.where)
    decoded = decode(data, source.charset)
    if not decoded.text.strip():
        raise SourceError(source.where, None, "the file is empty", "Check how it was made")
    published = source.defaults.published
    yield Document(
        id=source.stem,
        text=decoded.text,
        published=published,
        lang=source.defaults.lang,
        url=source.provenance.url,
        source=source.where,
        extra=source.provenance.of(data, "given" if published else None).beside({}),
        notes=notice(source.where, decoded.note),
    )


def whole(stream: BinaryIO, file: str) -> bytes:
    """All bytes of a file that can be one document."""
    data = stream.read(DOCUMENT_BYTES + 1)
    if len(data) > DOCUMENT_BYTES:
        reason = f"the file is larger than {megabytes(DOCUMENT_BYTES)}, too large for one report"
        raise SourceError(file, None, reason, "Split it: one report a file, or a .jsonl with one report a line")
    refuse_binary(data, file)
    return data


def refuse_binary(data: bytes, file: str) -> None:
    """Raise where ``data`` isn't text: it holds NUL bytes, or the mark of a PDF."""
    if data.startswith(b"%PDF-"):
        raise SourceError(file, None, "the file is a PDF", "Extract its text first (for example with pdftotext)")
    if not wide_encoding(data[:HEAD_BYTES]) and b"\0" in data:
        reason = f"the file is binary (a NUL byte at byte {data.index(0) + 1})"
        raise SourceError(file, None, reason, "Give text; UTF-16 is read where it begins with a byte order mark")
