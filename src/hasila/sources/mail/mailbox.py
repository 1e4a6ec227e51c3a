"""An mbox or a single message -> documents, streamed: no more than one message is held."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO, NamedTuple

from hasila.errors import SourceError
from hasila.model import Document
from hasila.sources.limits import CHUNK_BYTES, DOCUMENT_BYTES, megabytes
from hasila.sources.mail.message import documents
from hasila.sources.rejected import Rejected
from hasila.sources.source import Source

# What parts messages: "From", an address, a day. A line of a text that begins so has a ">" before it.
_PARTING = re.compile(rb"From \S.*\d\d:\d\d.*\d{4}")
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)
_TOO_LONG = f"the message is larger than {megabytes(DOCUMENT_BYTES)}"


class _Raw(NamedTuple):
    """A message as it lies in the mailbox, without the line that parts it; None where it is too long to be held."""

    offset: int
    data: bytes | None


def read_message(stream: BinaryIO, source: Source) -> Iterator[Document | Rejected]:
    """The message in an .eml file, and its attachments."""
    data = stream.read(DOCUMENT_BYTES + 1)
    if len(data) > DOCUMENT_BYTES:
        raise SourceError(source.where, None, _TOO_LONG, "Save its text and its attachments as files")
    if not data.strip():
        raise SourceError(source.where, None, "the file is empty", "Check how it was made")
    yield from documents(data, source)


def read_mailbox(stream: BinaryIO, source: Source) -> Iterator[Document | Rejected]:
    """Every message of an mbox, and their attachments."""
    number = 0
    for number, raw in enumerate(_messages(stream), 1):
        here = _placed(source, number, raw)
        if raw.data is None:
            yield Rejected(here.where, None, _TOO_LONG, "Save its text as a file; the other messages were read")
            continue
        try:
            yield from documents(_ESCAPED.sub(rb"\1", raw.data), here)
        except SourceError as error:
            yield Rejected.from_error(error)
    if not number:
        raise SourceError(source.where, None, "there is no message in it", "Check how the mailbox was made")


def _placed(source: Source, number: int, raw: _Raw) -> Source:
    place = replace(
        source.provenance,
        where=f"{source.where}!{number}",
        record=str(number),
        offset=raw.offset,
        length=None if raw.data is None else len(raw.data),
    )
    return replace(source, provenance=place, stem=f"{source.stem}-{number}")


def _messages(stream: BinaryIO) -> Iterator[_Raw]:
    """Each message, from the line after the one that parts it from the one before."""
    lines: list[bytes] | None = None
    offset = start = size = 0
    blank = True
    for line in iter(lambda: stream.readline(CHUNK_BYTES), b""):
        offset += len(line)
        if blank and _PARTING.match(line):
            if lines is not None:
                yield _raw(start, lines, size)
            lines, start, size = [], offset, 0
        elif lines is not None:
            size += len(line)
            if size <= DOCUMENT_BYTES:
                lines.append(line)
            else:
                lines.clear()
        blank = not line.strip()
    if lines is not None:
        yield _raw(start, lines, size)


def _raw(start: int, lines: list[bytes], size: int) -> _Raw:
    return _Raw(start, b"".join(lines) if size <= DOCUMENT_BYTES else None)
