"""A message and what it carries become documents."""

import base64
import textwrap
from datetime import date
from email.message import EmailMessage
from typing import Any

import pytest

from hasila.model import Document
from hasila.sources import Rejected, open_bytes
from tests.sources.pdf.making import Font, drawn, pdf

REPORT = "أعلنت القيادة المركزية الأميركية مقتل 22 عنصراً واعتقال 25 آخرين خلال شباط 2023."


def message(text: str = REPORT, **headers: str) -> EmailMessage:
    made = EmailMessage()
    given = {"From": "ناشر <desk@example.org>", "Date": "Sun, 05 Mar 2023 00:30:00 +0300", "Subject": "بيان", **headers}
    for name, value in given.items():
        made[name.replace("_", "-")] = value
    made.set_content(text, cte="base64")
    return made


def raw(body: bytes, *headers: str) -> bytes:
    given = ["From: a@example.org", "Date: Sun, 05 Mar 2023 10:00:00 +0000", *headers]
    return "\r\n".join([*given, "", ""]).encode() + body


def items(data: bytes | EmailMessage, **defaults) -> list[Any]:
    return list(open_bytes(bytes(data), "a.eml", **defaults))


def document(data: bytes | EmailMessage) -> Document:
    (item,) = items(data)
    assert isinstance(item, Document), item
    return item


def test_message_is_a_document_of_the_day_it_was_sent_where_it_was_sent():
    found = document(message(Message_ID="<7@example.org>"))
    assert (found.id, found.title, found.text, found.outlet) == ("7@example.org", "بيان", REPORT, "ناشر")
    assert found.published == date(2023, 3, 5)  # still the fourth in Greenwich
    assert found.extra["provenance"]["published_from"] == "Date header"
    assert found.source == "a.eml"


def test_listed_outlet_is_known_by_its_domain_or_its_name():
    assert document(message(From="Newsroom <mail@news.rudaw.net>")).outlet == "Rudaw"
    assert document(message(From="وكالة شفق نيوز <x@lists.example>")).outlet == "Shafaq News"
    assert document(message(From="someone@example.org")).outlet == "someone@example.org"


@pytest.mark.parametrize("declared", ["utf-8", "us-ascii", "iso-8859-1x", "windows-1256"])
def test_encoding_is_told_by_the_bytes_where_the_header_lies(declared):
    head = f"Content-Type: text/plain; charset={declared}"
    found = document(raw(REPORT.encode("cp1256"), head, "Content-Transfer-Encoding: 8bit"))
    assert found.text == REPORT
    assert any("cp1256" in note or "windows-1256" in note for note in found.notes) == (declared != "windows-1256")


def test_headers_encoded_or_bare_are_read():
    encoded = base64.b64encode("بيان".encode("cp1256")).decode()
    assert document(raw(b"x 5", f"Subject: =?windows-1256?B?{encoded}?=")).title == "بيان"
    bare = b"Subject: " + "بيان القيادة".encode("cp1256") + b"\r\n"
    assert document(bare + raw(b"x 5")).title == "بيان القيادة"


@pytest.mark.parametrize(
    "day", ["", "Date: soon", "Date: Mon, 99 Foo 2023 25:61:00", "Date: Fri, 31 Dec 9999 0:0:0 +0000"]
)
def test_date_that_is_none_leaves_the_day_open(day):
    found = document(f"From: a@b.c\r\n{day}\r\n\r\nx 5".replace("\r\n\r\n\r\n", "\r\n\r\n").encode())
    assert found.published is None


def test_part_in_html_is_read_where_there_is_no_plain_one():
    made = message()
    made.set_content("<p>مقتل <b>22</b> عنصراً.</p><p>واعتقال 25.</p>", subtype="html")
    assert document(made).text == "مقتل 22 عنصراً.\nواعتقال 25."
    both = message()
    both.add_alternative("<p>other</p>", subtype="html")
    assert document(both).text == REPORT


def test_lines_that_the_program_broke_are_joined_and_others_stay():
    report = "The command said that in February its forces killed 22 militants and detained 25 others. " * 3
    wrapped = textwrap.fill(report, 72) + "\n\nIraq: 5\nSyria: 7\n"
    assert document(message(wrapped)).text == f"{report.strip()}\n\nIraq: 5\nSyria: 7"
    flowed = raw(b"killed \r\n22 militants\r\nand more\r\n", "Content-Type: text/plain; format=flowed")
    assert document(flowed).text == "killed 22 militants\nand more"


def test_quoted_lines_and_the_signature_are_left_out_and_told():
    found = document(message(f"{REPORT}\n\n> killed 9\n>> killed 8\n\n-- \nRana, 12 Main Street\n"))
    assert found.text == REPORT
    assert "2 lines quoted from an earlier message left out" in found.notes


def test_message_that_only_quotes_is_read():
    found = document(message("> 5 في العراق\n> 7 في سوريا\n"))
    assert found.text == "5 في العراق\n7 في سوريا"
    assert "the message only quotes another" in found.notes


@pytest.mark.parametrize(
    "head", ["From: x <a@b.org>\nSent: Friday\nTo: y\n", "من: س <a@b.org>\nأرسلت: الجمعة\nإلى: ص\n"]
)
def test_earlier_message_below_its_headers_stays_and_is_marked(head):
    found = document(message(f"{REPORT}\n\n{head}\nkilled 9\n"))
    assert found.text.endswith("killed 9")
    assert found.text[found.extra["earlier_message"] :].startswith(head[:4])


def test_attachments_are_documents_of_their_own():
    made = message()
    font = Font()
    made.add_attachment(pdf([drawn([REPORT], font)], font), maintype="application", subtype="pdf", filename="بيان.pdf")
    made.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    made.add_attachment(
        b'{"text": "killed 5", "published": "2023-01-02"}\n', maintype="a", subtype="b", filename="x.jsonl"
    )
    body, statement, line = items(made)
    assert body.text == statement.text == REPORT
    assert (statement.id, statement.source, statement.published) == ("بيان", "a.eml!بيان.pdf", date(2023, 3, 5))
    assert statement.extra["provenance"]["published_from"] == "message"
    assert line.published == date(2023, 1, 2)
    assert items(made, published=date(2024, 1, 1))[1].published == date(2024, 1, 1)


def test_forwarded_message_is_a_document_of_its_own():
    made = message("انظر المرفق 1")
    made.add_attachment(message(Subject="الأصل", Date="Sat, 04 Feb 2023 10:00:00 +0000"))
    _outer, inner = items(made)
    assert (inner.title, inner.published, inner.source) == ("الأصل", date(2023, 2, 4), "a.eml!forwarded.eml")


def test_broken_attachment_costs_only_itself():
    made = message()
    made.add_attachment(b"no pdf", maintype="application", subtype="pdf", filename="../a!b.pdf")
    body, rejected = items(made)
    assert body.text == REPORT
    assert rejected.file == "a.eml!.._a_b.pdf"


def test_messages_in_messages_have_an_end():
    made = message("5")
    for _ in range(8):
        outer = message("5")
        outer.add_attachment(made)
        made = outer
    *read, rejected = items(made)
    assert len(read) == 6
    assert "lies in more than" in rejected.reason


def nested(depth: int) -> bytes:
    heads = b"".join(
        b'--b%d\r\nContent-Type: multipart/mixed; boundary="b%d"\r\n\r\n' % (at, at + 1) for at in range(depth)
    )
    return raw(heads, 'Content-Type: multipart/mixed; boundary="b0"')


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\r\n\r\nkilled 5", "no headers"),
        (raw(b"", "Content-Type: text/plain"), "no text"),
        (raw(b"--b\r\n\r\n" * 2000, "Content-Type: multipart/mixed; boundary=b"), "more than 1,000 parts"),
        (nested(5000), "can't be taken apart"),
        (raw(b"!!!", "Content-Type: image/png", "Content-Transfer-Encoding: base64"), "no text"),
    ],
)
def test_what_cannot_be_read_is_said(data, reason):
    (rejected,) = items(data)
    assert isinstance(rejected, Rejected)
    assert reason in rejected.reason


def test_broken_base64_and_broken_boundaries_keep_what_can_be_had():
    broken = base64.b64encode(REPORT.encode())[:-3] + b"*"
    found = document(raw(broken, "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64"))
    assert found.text.startswith(REPORT[:60])
    open_ended = raw(b"--b\r\nContent-Type: text/plain\r\n\r\nkilled 5", "Content-Type: multipart/mixed; boundary=b")
    assert document(open_ended).text == "killed 5"
