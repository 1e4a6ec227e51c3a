"""Anything the user names -> a stream of documents, and of what was set aside."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from io import BufferedReader, BytesIO
from typing import BinaryIO

from hasila.errors import SourceError
from hasila.model import Document, Lang
from hasila.sources.condition import quiet_notes
from hasila.sources.damage import damages
from hasila.sources.kinds import kind_of, stem_of
from hasila.sources.lines import peek
from hasila.sources.notice import notice
from hasila.sources.paths import STDIN, files, unreadable
from hasila.sources.plain import refuse_binary
from hasila.sources.provenance import Provenance, iso_time
from hasila.sources.rejected import Rejected
from hasila.sources.seen import SeenIds
from hasila.sources.source import Defaults, Source


def open_sources(
    paths: Sequence[str], *, published: date | None = None, lang: Lang | None = None
) -> Iterator[Document | Rejected]:
    """Every document that ``paths`` hold, in input order, one at a time.

    ``paths`` are files, folders, patterns or ``-`` for standard input. ``published`` and ``lang`` hold for documents
    that don't say it themselves. What can't be read comes as :class:`Rejected`; the rest is read. Doubts about a
    document that was read are in its ``notes`` and are logged as warnings of ``hasila.sources``.
    """
    defaults = Defaults(published, lang)
    seen = SeenIds()
    for found in files(paths):
        for item in [found] if isinstance(found, Rejected) else _read(found, defaults):
            yield _noted(item, seen) if isinstance(item, Document) else item


def open_bytes(
    data: bytes, name: str, *, published: date | None = None, lang: Lang | None = None
) -> Iterator[Document | Rejected]:
    """Every document in the bytes of one file; what kind of file it is, its name says, or else how it begins."""
    yield from open_body(data, Source(Provenance(name), stem_of(name) or "report", Defaults(published, lang)))


def open_body(data: bytes, source: Source, media: str | None = None) -> Iterator[Document | Rejected]:
    """Every document in bytes that were fetched; ``media`` is the type that their server gave them."""
    seen = SeenIds()
    for item in read_stream(BufferedReader(BytesIO(data)), replace(source, media=media)):
        yield _noted(item, seen) if isinstance(item, Document) else item


def read_stream(stream: BinaryIO, source: Source) -> Iterator[Document | Rejected]:
    """Every document in one file, member or record: how it begins, its media type or its name tell what it is."""
    try:
        head = peek(stream)
        kind = kind_of(source.name, head, source.media)
        if not kind.binary:
            refuse_binary(head, source.where)
        yield from kind.load()(stream, source)
    except SourceError as error:
        yield Rejected.from_error(error)


def _read(path: str, defaults: Defaults) -> Iterator[Document | Rejected]:
    name = "standard input" if path == STDIN else path
    try:
        with _opened(path) as stream:
            changed = None if path == STDIN else iso_time(os.fstat(stream.fileno()).st_mtime)
            stem = "stdin" if path == STDIN else stem_of(path)
            yield from read_stream(stream, Source(Provenance(name, retrieved=changed), stem, defaults))
    except OSError as error:
        yield Rejected.from_error(unreadable(name, error))


def _opened(path: str) -> BinaryIO:
    # closefd: leaving the block must not close the process's own standard input
    return open(0, "rb", closefd=False) if path == STDIN else open(path, "rb")


def _noted(document: Document, seen: SeenIds) -> Document:
    """``document`` with notes on the state of its words and on an id that came before."""
    words = f"{document.title}\n{document.text}" if document.title else document.text
    doubts = list(damages(words))
    if seen.add(document.id):
        doubts.append(f"the id {document.id!r} came before in this run; both reports are kept")
    for doubt in doubts:
        notice(document.source or document.id, doubt)
    notes = (*document.notes, *doubts, *quiet_notes(words))
    return replace(document, notes=notes) if notes != document.notes else document
