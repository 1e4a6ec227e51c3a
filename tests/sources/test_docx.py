"""Word documents become the words that a person reads in them, or a clear error."""

import io
import zipfile
from datetime import date, datetime
from typing import Any

import docx
import pytest

from hasila.model import Document
from hasila.sources import open_bytes

REPORT = "أعلنت القيادة المركزية مقتل 22 عنصراً واعتقال 25 آخرين خلال شباط 2023."
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def only(data: bytes, name: str = "a.docx", **defaults: Any) -> Any:
    (item,) = open_bytes(data, name, **defaults)
    return item


def saved(made: Any) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def packed(body: str | bytes, **others: bytes) -> bytes:
    """A document whose body is this XML."""
    data = body if isinstance(body, bytes) else f"<w:document {W} {MC}><w:body>{body}</w:body></w:document>".encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", data)
        for name, held in others.items():
            archive.writestr(name, held)
    return out.getvalue()


def test_paragraphs_and_tables_are_read_in_order_without_heads():
    made = docx.Document()
    made.core_properties.title = "بيان شباط"
    made.core_properties.author = "R. Haddad"
    made.core_properties.created = datetime(2023, 3, 5, 10)
    made.sections[0].header.paragraphs[0].text = "killed 9 in the head"
    made.add_heading("الحصيلة")
    made.add_paragraph(REPORT).add_run(" bold").bold = True
    table = made.add_table(2, 2)
    for cell, words in zip(table._cells, ["العراق", "21 عملية", "سوريا", "17 عملية"], strict=True):
        cell.text = words
    made.add_paragraph("end")
    found = only(saved(made), published=date(2023, 3, 6))
    assert found.text == f"الحصيلة\n{REPORT} bold\nالعراق | 21 عملية\nسوريا | 17 عملية\nend"
    assert (found.title, found.published, found.id) == ("بيان شباط", date(2023, 3, 6), "a")
    assert (found.extra["author"], found.extra["created"]) == ("R. Haddad", "2023-03-05")
    assert found.extra["provenance"]["published_from"] == "given"


def test_day_of_making_is_no_day_of_publication():
    made = docx.Document()
    made.add_paragraph(REPORT)
    assert only(saved(made)).published is None


def run(words: str, more: str = "", tag: str = "t") -> str:
    return f"<w:r>{more}<w:{tag}>{words}</w:{tag}></w:r>"


HIDDEN = run("7 ", "<w:rPr><w:vanish/></w:rPr>")
BOX = f"<w:txbxContent><w:p>{run('box 5')}</w:p></w:txbxContent>"
BOXES = f"<mc:AlternateContent><mc:Choice>{BOX}</mc:Choice><mc:Fallback>{BOX}</mc:Fallback></mc:AlternateContent>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (f"<w:del>{run('7', tag='delText')}</w:del><w:ins>{run('8')}</w:ins>{run(' killed')}", "8 killed"),
        (f"<w:moveFrom>{run('7 ')}</w:moveFrom><w:moveTo>{run('8 killed')}</w:moveTo>", "8 killed"),
        ("<w:r><w:t>8</w:t><w:tab/><w:t>killed</w:t><w:br/><w:t>x</w:t></w:r>", "8\tkilled\nx"),
        (f"{HIDDEN}{run('8 killed')}", "8 killed"),
        (f"{run('PAGE 7', tag='instrText')}<w:hyperlink>{run('8 killed')}</w:hyperlink>", "8 killed"),
        (f"<w:r>{BOXES}</w:r>{run('8 killed')}", "8 killed\nbox 5"),
    ],
    ids=["changed", "moved", "breaks", "hidden", "field", "box"],
)
def test_words_are_those_of_the_document_with_all_changes_accepted(body, text):
    assert only(packed(f"<w:p>{body}</w:p>")).text == text


def test_macros_and_what_else_is_packed_are_not_looked_at():
    assert only(packed("<w:p><w:r><w:t>8</w:t></w:r></w:p>", **{"word/vbaProject.bin": b"x"}), "a.docm").text == "8"


ENTITIES = b'<!DOCTYPE d [<!ENTITY a "xxxxxxxxxx">' + b"".join(
    b'<!ENTITY %c "%s">' % (98 + at, b"&%c;" % (97 + at) * 20) for at in range(9)
)
DEEP = b"<w:p>" * 5000


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (packed(""), "a.docx", "no words"),
        (b"", "a.docx", "broken"),
        (packed("<w:p/>")[:60], "a.docx", "broken"),
        (packed(f"<w:document {W}><w:p>".encode()), "a.docx", "can't be taken apart"),
        (packed(f"<w:document {W}>".encode() + DEEP), "a.docx", "can't be taken apart"),
        (
            packed(ENTITIES + f"]><w:document {W}><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:document>".encode()),
            "a.docx",
            "",
        ),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "a.docx", "locked"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "a.doc", "not read"),
        (b"{\\rtf1 killed 5}", "notes", "not read"),
        (b"PK\x03\x04", "a.odt", "not read"),
    ],
    ids=["empty", "nothing", "cut off", "open", "deep", "entities", "locked", "doc", "rtf", "odt"],
)
def test_what_cannot_be_read_is_said(data, name, reason):
    rejected = only(data, name)
    assert not isinstance(rejected, Document), rejected.text[:80]
    assert reason in rejected.reason
    assert rejected.remedy


def test_document_that_unfolds_is_not_unpacked(monkeypatch):
    monkeypatch.setattr("hasila.sources.docx.DOCX_XML_BYTES", 100_000)
    data = packed(f"<w:p><w:r><w:t>{'x' * 200_000}</w:t></w:r></w:p>")
    assert len(data) < 2_000
    assert "larger than" in only(data).reason


def test_archive_without_a_body_is_no_document():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "killed 5")
    assert "no Word document" in only(out.getvalue()).reason
