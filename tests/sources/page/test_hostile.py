"""Pages that are broken, or made to break a reader: bounded, and a clear error or the words that can be had."""

import pytest

from hasila.errors import SourceError
from hasila.sources.page import read_page
from hasila.sources.provenance import Provenance
from hasila.sources.source import Source

SENTENCE = "نفذ التحالف 38 عملية ضد التنظيم في العراق وسوريا خلال شهر أيار الماضي."
SAID = f"<p>{SENTENCE}</p>"


def read(page: str | bytes, charset: str | None = None):
    data = page if isinstance(page, bytes) else page.encode()
    return read_page(data, Source(Provenance("page.html"), "page", charset=charset))


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("", "no article"),
        ("<html></html>", "no article"),
        ("<html><frameset><frame src=a><frame src=b></frameset></html>", "no article"),
        ("<html><body><script>" + "x=1;" * 100_000 + "</script></body></html>", "no article"),
        ("<html><body>" + "<div>" * 10_000 + SAID, "nested too deep"),
        ("<html><body><p>" + "كلمة " * 2_000_000, "larger than 8 MB"),
        ("<p>x" * 400_000, "300,000 tags"),
        (bytes(range(256)) * 200, "binary"),
        (b"%PDF-1.7 ...", "PDF"),
    ],
)
def test_what_holds_no_report_is_refused(page, reason):
    with pytest.raises(SourceError, match=reason):
        read(page)


@pytest.mark.parametrize(
    "page",
    [
        f"<html><body>{SAID}<p " + " ".join(f"a{n}=1" for n in range(300_000)) + f">x</p>{SAID}",
        f"<html><body>{SAID}<p " + " ".join(f'a{n}="<>"' for n in range(200_000)) + f">x</p>{SAID}",
        f"<html><body>{SAID}<p {'a' * 5_000_000}=1>x</p>{SAID}",
        f"<html><body>{SAID}<img src='data:image/png;base64,{'A' * 20_000_000}'>{SAID}",
        f"<html><body>{SAID}<p>x\0y</p>{SAID}",
        f"<html><head><script type='application/ld+json'>{'[' * 500_000}</script></head><body>{SAID}",
        f"<html><head><script type='application/ld+json'>{{'broken</script></head><body>{SAID}",
        f"<html><head><title>{'a - ' * 300_000}</title></head><body>{SAID}",
        f"<html><body>{SAID}" + "<b class=x>" * 3_000 + "<p>x" * 3_000,
        f"<html><body>{SAID}" + "<a x='" * 200_000,
        f"<html><body>{SAID}" + "<!--" * 200_000,
        f"<html><body>{SAID}" + "<script>" * 200_000,
        f"<!DOCTYPE html [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'>]><html><body>{SAID}<p>&b;</p>",
        f"<html><body><p>{SENTENCE}<div></p></span></table>{SAID}</body></html></html>",
    ],
)
def test_the_report_on_a_hostile_page_is_read(page):
    assert read(page).text.startswith(SENTENCE)


def test_a_page_cut_off_by_its_depth_says_so():
    document = read(f"<html><body>{SAID}" + "<div>" * 10_000 + SAID)
    assert document.text == SENTENCE
    assert any("nested too deep" in note for note in document.notes)


@pytest.mark.parametrize(
    ("encoding", "announced", "meta"),
    [
        ("utf-8", None, ""),
        ("utf-8", "iso-8859-1", ""),
        ("utf-8", "windows-1256", "<meta charset=windows-1256>"),
        ("cp1256", "windows-1256", ""),
        ("cp1256", "utf-8", "<meta charset=utf-8>"),
        ("cp1256", "iso-8859-1", ""),
        ("cp1256", None, "<meta charset=latin1>"),
        ("cp1256", "no-such", "<meta charset='also-not'>"),
        ("iso-8859-6", None, "<meta http-equiv=content-type content='text/html; charset=ISO-8859-6'>"),
        ("iso-8859-6", None, ""),
        ("utf-16", None, ""),
        ("utf-16-le", "utf-16le", ""),
        ("utf-8-sig", "windows-1256", ""),
    ],
)
def test_the_words_come_out_whatever_the_page_is_said_to_be_in(encoding, announced, meta):
    page = f"<html><head>{meta}<title>عمليات</title></head><body>{SAID}</body></html>"
    document = read(page.encode(encoding), announced)
    assert (document.title, document.text) == ("عمليات", SENTENCE)


def test_a_western_page_is_read_as_announced():
    sentence = "Größere Einsätze gegen den IS: Die Koalition meldet 38 Operationen im Mai, über 20 im Irak."
    page = f"<html><body><p>{sentence}</p></body></html>".encode("iso-8859-1")
    assert read(page, "iso-8859-1").text == sentence


def test_a_cookie_wall_is_no_report_where_the_page_gives_its_words():
    wall = "<div><p>نستخدم ملفات تعريف الارتباط لتحسين تجربتك، بالمتابعة فإنك توافق على سياسة الخصوصية.</p></div>"
    body = " ".join([SENTENCE] * 4)
    said = f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{body}"}}</script>'
    assert read(f"<html><head>{said}</head><body>{wall}</body></html>").text == body


def test_a_report_of_a_few_words_is_read():
    assert (
        "مقتل 5 دواعش"
        in read("<html><body><article><h1>عاجل</h1><p>مقتل 5 دواعش في كركوك</p></article></body></html>").text
    )
