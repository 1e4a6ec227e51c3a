"""A Word document -> one document: its paragraphs in order, tables row by row, text boxes after their paragraph.

The text is that of the document with all changes accepted: what was inserted is in it, what was deleted is not; nor are
hidden words, comments, notes, running heads and feet, and the instructions of fields. Macros and links are never looked
at. The XML is read as it stands in the file, because the usual library leaves out text boxes and tracked changes.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any, BinaryIO
from zipfile import BadZipFile, ZipFile

from hasila.errors import SourceError
from hasila.model import Document
from hasila.sources.limits import DOCUMENT_BYTES, DOCX_XML_BYTES, megabytes
from hasila.sources.rejected import Rejected
from hasila.sources.source import Source
from hasila.sources.titles import sane_title

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BODY, _PROPERTIES = "word/document.xml", "docProps/core.xml"
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-", f"{_W}softHyphen": ""}
_LEFT_OUT = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}rPr", f"{_W}pPr"})
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BOX = f"{_W}txbxContent"
_CELLS_APART = " | "
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_AGAIN = "Open it and save it again as .docx, or save its words as a .txt file"


def read_docx(stream: BinaryIO, source: Source) -> Iterator[Document | Rejected]:
    """The report, or an error where there are no words in it."""
    file = source.where
    data = stream.read(DOCUMENT_BYTES + 1)
    if len(data) > DOCUMENT_BYTES:
        reason = f"the file is larger than {megabytes(DOCUMENT_BYTES)}, too large for one report"
        raise SourceError(file, None, reason, "Split it: one report a file")
    if data.startswith(_OLE):
        remedy = "Open it, take the password away, and save it as .docx"
        raise SourceError(file, None, "the document is locked with a password, or of an old kind (.doc)", remedy)
    body, properties = _taken_out(data, file)
    text = "\n".join(_words(body)).strip("\n")
    if not text.strip():
        raise SourceError(
            file, None, "there are no words in the document", "If it holds pictures of text, recognise it"
        )
    published_from = "given" if source.defaults.published else None
    yield Document(
        id=source.stem,
        text=text,
        title=sane_title(properties.pop("title", None)),
        published=source.defaults.published,
        lang=source.defaults.lang,
        source=file,
        extra=source.provenance.of(data, published_from).beside(properties),
        notes=("text taken from a Word document",),
    )


def read_other_office(stream: BinaryIO, source: Source) -> Iterator[Document | Rejected]:
    """No document: these kinds are not read, and the message says what to do."""
    refused = SourceError(source.where, None, "this kind of document is not read", "Save it as .docx, .pdf or .txt")
    yield Rejected.from_error(refused)


def _taken_out(data: bytes, file: str) -> tuple[Any, dict[str, str]]:
    """The body, and what the properties say."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            body = _parsed(_member(archive, _BODY, file).replace(_STRICT, _W[1:-1].encode()), file)
            known = _properties(archive, file) if _PROPERTIES in archive.namelist() else {}
    except KeyError:
        raise SourceError(file, None, "the file is no Word document", _AGAIN) from None
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, zlib.error) as error:
        raise SourceError(file, None, f"the file is broken ({error})", _AGAIN) from error
    return body, known


def _member(archive: ZipFile, name: str, file: str) -> bytes:
    """One file in the document; no more of it is unpacked than may be read."""
    with archive.open(name) as member:
        data = member.read(DOCX_XML_BYTES + 1)
    if len(data) > DOCX_XML_BYTES:
        reason = f"{name} in it is larger than {megabytes(DOCX_XML_BYTES)}"
        raise SourceError(file, None, reason, "Split it: one report a file")
    return data


def _parsed(data: bytes, file: str) -> Any:
    from lxml import etree

    # no entities, no network, and the library's own bound on depth
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise SourceError(file, None, f"the document can't be taken apart ({error})", _AGAIN) from error


def _properties(archive: ZipFile, file: str) -> dict[str, str]:
    """Title, author and the day it was made, which is no day of publication."""
    known = {}
    for element in _parsed(_member(archive, _PROPERTIES, file), file):
        name, value = str(element.tag).rpartition("}")[2], (element.text or "").strip()
        if name in ("title", "creator") and value:
            known["author" if name == "creator" else name] = value
        elif name == "created" and _DAY.match(value):
            known[name] = value[:10]
    return known


def _words(root: Any) -> Iterator[str]:
    """Every paragraph, and every row of a table, on a line."""
    for element in root:
        if element.tag == f"{_W}p":
            yield from _paragraph(element)
        elif element.tag == f"{_W}tr":
            yield _CELLS_APART.join(" ".join(_words(cell)).strip() for cell in element.iterchildren(f"{_W}tc"))
        elif isinstance(element.tag, str) and element.tag not in _LEFT_OUT and element.tag != _FALLBACK:
            yield from _words(element)


def _paragraph(paragraph: Any) -> Iterator[str]:
    boxes: list[Any] = []
    yield "".join(_pieces(paragraph, boxes))
    for box in boxes:
        yield from _words(box)


def _pieces(element: Any, boxes: list[Any]) -> Iterator[str]:
    """The words in it; text boxes are put aside."""
    for child in element:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        elif child.tag == _BOX:
            boxes.append(child)
        elif (
            isinstance(child.tag, str) and child.tag not in _LEFT_OUT and child.tag != _FALLBACK and not _hidden(child)
        ):
            yield from _pieces(child, boxes)


def _hidden(run: Any) -> bool:
    vanish = run.find(f"{_W}rPr/{_W}vanish") if run.tag == f"{_W}r" else None
    return vanish is not None and vanish.get(f"{_W}val") not in ("0", "false", "off")
