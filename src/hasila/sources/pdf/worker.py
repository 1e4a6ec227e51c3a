"""The process in which a PDF is taken apart: bytes on standard input, JSON lines on standard output.

Each page that is done is a line ``{"page": 1}``; the last line has the text, or ``{"error": …}``. A file that makes the
library crash, or needs more memory than ``PDF_MEMORY_BYTES``, ends this process and nothing else.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

from hasila.sources.limits import PDF_MEMORY_BYTES, PDF_PAGES
from hasila.sources.pdf.glyphs import UNKNOWN
from hasila.sources.pdf.lines import Line, lines

LOCKED, BROKEN, TOO_LONG = "locked", "broken", "too long"


def main() -> None:
    """Take one PDF apart."""
    _bound_memory()
    for told in taken_apart(sys.stdin.buffer.read()):
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()


def taken_apart(data: bytes) -> Iterator[dict[str, Any]]:
    """What ``main`` writes, one object after the other."""
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        password = getattr(error, "err_code", None) == pdfium.raw.FPDF_ERR_PASSWORD
        yield {"error": LOCKED if password else BROKEN}
        return
    if len(document) > PDF_PAGES:
        yield {"error": TOO_LONG}
        return
    pages: list[list[Line]] = []
    broken = []
    for number in range(len(document)):
        try:
            pages.append(_page(document, number))
        except pdfium.PdfiumError:
            pages.append([])
            broken.append(number + 1)
        yield {"page": number + 1}
    yield _told(pages, broken, document.get_metadata_dict())


def _page(document: Any, number: int) -> list[Line]:
    from hasila.sources.pdf.glyphs import glyphs

    page = document[number]
    text = page.get_textpage()
    try:
        return lines(glyphs(text))
    finally:
        text.close()
        page.close()


def _told(pages: list[list[Line]], broken: list[int], metadata: dict[str, str]) -> dict[str, Any]:
    from hasila.sources.pdf.pages import paged

    found = paged(pages)
    return {
        "text": found.text,
        "pages": found.pages,
        "left_out": found.left_out,
        "broken": broken,
        "empty": [number for number, page in enumerate(pages, 1) if not page and number not in broken],
        "unproved": sum(not line.proved for page in pages for line in page),
        "unknown": found.text.count(UNKNOWN),
        "metadata": metadata,
    }


def _bound_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such bound; the time is bounded there too
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    bound = PDF_MEMORY_BYTES if most == resource.RLIM_INFINITY else min(PDF_MEMORY_BYTES, most)
    resource.setrlimit(resource.RLIMIT_AS, (bound, most))
