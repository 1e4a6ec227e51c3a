"""Anything the user names -> a stream of documents, and of what was set aside."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import BinaryIO

from hasila.errors import SourceError
from hasila.model import Document, Lang
from hasila.sources.condition import quiet_notes
from hasila.sources.damage import damages
from hasila.sources.encoding import UTF8_MARK, wide_encoding
from hasila.sources.jsonl import read_jsonl
from hasila.sources.lines import peek
from hasila.sources.notice import notice
from hasila.sources.page import read_html
from hasila.sources.paths import JSON_LINES, PAGE, ROWS, STDIN, TEXT, files, kind_of, unreadable
from hasila.sources.plain import read_text, refuse_binary
from hasila.sources.record import Defaults
from hasila.sources.rejected import Rejected
from hasila.sources.rows import read_csv
from hasila.sources.seen import SeenIds

Reader = Callable[[BinaryIO, str, str, Defaults], Iterator[Document | Rejected]]
READERS: dict[str, Reader] = {TEXT: read_text, JSON_LINES: read_jsonl, ROWS: read_csv, PAGE: read_html}


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
    seen = SeenIds()
    stream = BufferedReader(BytesIO(data))
    for item in _read_stream(stream, name, Path(name).stem or "report", Defaults(published, lang)):
        yield _noted(item, seen) if isinstance(item, Document) else item


def _read(path: str, defaults: Defaults) -> Iterator[Document | Rejected]:
    name = "standard input" if path == STDIN else path
    try:
        with _opened(path) as stream:
            yield from _read_stream(stream, name, "stdin" if path == STDIN else Path(path).stem, defaults)
    except OSError as error:
        yield Rejected.from_error(unreadable(name, error))


def _read_stream(stream: BinaryIO, name: str, stem: str, defaults: Defaults) -> Iterator[Document | Rejected]:
    try:
        head = peek(stream)
        refuse_binary(head, name)
        yield from READERS[kind_of(name) or _sniffed(head)](stream, name, stem, defaults)
    except SourceError as error:
        yield Rejected.from_error(error)


def _opened(path: str) -> BinaryIO:
    # closefd: leaving the block must not close the process's own standard input
    return open(0, "rb", closefd=False) if path == STDIN else open(path, "rb")


def _sniffed(head: bytes) -> str:
    """The kind of a stream without a telling name: JSON lines begin with a brace, pages with their HTML tag."""
    wide = wide_encoding(head)
    start = head.decode(wide, "ignore").encode() if wide else head.removeprefix(UTF8_MARK)
    start = start.lstrip()[:64].lower()
    if start.startswith(b"{"):
        return JSON_LINES
    return PAGE if start.startswith((b"<!doctype html", b"<html")) else TEXT


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
