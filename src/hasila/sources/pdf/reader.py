"""A PDF -> one document; its pages stand in ``extra["pages"]``, as the offsets at which they begin."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from threading import Timer
from typing import Any, BinaryIO

from hasila.errors import SourceError
from hasila.model import Document
from hasila.sources.limits import DOCUMENT_BYTES, PDF_MEMORY_BYTES, PDF_PAGES, PDF_SECONDS_A_PAGE, megabytes
from hasila.sources.notice import notice
from hasila.sources.rejected import Rejected
from hasila.sources.source import Source
from hasila.sources.titles import sane_title

_COMMAND = [sys.executable, "-c", "from hasila.sources.pdf.worker import main; main()"]
_MEMORY = megabytes(PDF_MEMORY_BYTES)
_AS_TEXT = "Save the words of the report as a .txt file"
_SAID = {
    "locked": ("the PDF is locked with a password", "Open it, print it to a PDF without one, and give that"),
    "broken": ("the file is no PDF that can be read", "Get it again, or open it and print it to a new PDF"),
    "too long": (f"the PDF has more than {PDF_PAGES:,} pages", "Split it: one report a file"),
}
_NO_TEXT = (
    "the PDF has no text, only pictures",
    "Run it through a program that recognises text (OCR), and check the numbers against the page",
)
_MADE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")


def read_pdf(stream: BinaryIO, source: Source) -> Iterator[Document | Rejected]:
    """The report, or an error where there is no text in it."""
    file = source.where
    data = stream.read(DOCUMENT_BYTES + 1)
    if len(data) > DOCUMENT_BYTES:
        reason = f"the file is larger than {megabytes(DOCUMENT_BYTES)}, too large for one report"
        raise SourceError(file, None, reason, "Split it: one report a file")
    told = _taken_apart(data, file)
    if not any(sign.isalnum() for sign in told["text"]):
        raise SourceError(file, None, *_NO_TEXT)
    metadata = told["metadata"]
    published_from = "given" if source.defaults.published else None
    yield Document(
        id=source.stem,
        text=told["text"],
        title=sane_title(metadata.get("Title")),
        published=source.defaults.published,
        lang=source.defaults.lang,
        source=file,
        extra=source.provenance.of(data, published_from).beside(_extra(told)),
        notes=(*(note for doubt in _doubts(told) for note in notice(file, doubt)), "text taken from a PDF"),
    )


def _taken_apart(data: bytes, file: str) -> dict[str, Any]:
    """What the worker found; it is ended when it stays on one page for too long."""
    with subprocess.Popen(_COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as worker:
        assert worker.stdin
        assert worker.stdout
        try:
            worker.stdin.write(data)
            worker.stdin.close()
        except BrokenPipeError:
            pass
        page = 0
        told: dict[str, Any] = {}
        while (line := _line(worker)) and "page" in (told := json.loads(line)):
            page, told = told["page"], {}
        worker.kill()
    if not told:
        reason = (
            f"page {page + 1} of the PDF can't be taken apart in {PDF_SECONDS_A_PAGE} seconds and the memory allowed"
        )
        raise SourceError(file, None, reason, _AS_TEXT)
    if "error" in told:
        raise SourceError(file, None, *_SAID[told["error"]])
    return told


def _line(worker: subprocess.Popen[bytes]) -> bytes:
    """The next whole line of the worker; nothing where it ended, or had to be."""
    assert worker.stdout
    watch = Timer(PDF_SECONDS_A_PAGE, worker.kill)
    watch.start()
    try:
        line = worker.stdout.readline()
    finally:
        watch.cancel()
    return line if line.endswith(b"\n") else b""


def _extra(told: dict[str, Any]) -> dict[str, Any]:
    """The pages, and what the file says of its making; that is no day of publication."""
    made = _MADE.match(told["metadata"].get("CreationDate", ""))
    author = told["metadata"].get("Author", "").strip()
    extra: dict[str, Any] = {"pages": list(told["pages"])}
    if made:
        extra["created"] = "-".join(made.groups())
    return {**extra, "author": author} if author else extra


def _doubts(told: dict[str, Any]) -> Iterator[str]:
    if told["broken"]:
        yield f"broken pages left out: {_numbers(told['broken'])}"
    if told["empty"]:
        yield f"pages without text: {_numbers(told['empty'])}"
    if told["unknown"]:
        yield f"{told['unknown']} glyphs that the PDF gives no letter for, read as U+FFFD"
    if told["unproved"]:
        yield f"the order of the words is uncertain in {told['unproved']} lines; check their figures against the page"
    if told["left_out"]:
        yield f"{told['left_out']} repeated heads, feet and page numbers left out"


def _numbers(pages: list[int]) -> str:
    shown = ", ".join(map(str, pages[:10]))
    return f"{shown} and {len(pages) - 10} more" if len(pages) > 10 else shown
