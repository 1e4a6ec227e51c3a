"""HTML pages: the article, its title, and its day of publication where the page states one."""

from datetime import date
from pathlib import Path

import pytest

from hasila.model import Document
from hasila.sources import Rejected, open_sources

BODY = (
    "<nav><a href='/'>الرئيسية</a><a href='/s'>رياضة</a></nav><article><h1>التحالف: 38 عملية</h1>{line}"
    "<p>أعلنت القيادة المركزية الأميركية تنفيذ 38 عملية ضد تنظيم داعش في العراق وسوريا.</p>"
    "<p>وأسفرت العمليات عن مقتل ثمانية من عناصر التنظيم وأسر 31 آخرين.</p></article>"
    "<footer>جميع الحقوق محفوظة 2023</footer>"
)


def page(head: str = "", line: str = "", charset: str = "utf-8") -> bytes:
    meta = f'<meta charset="{charset}"><meta property="og:title" content="التحالف: 38 عملية">'
    return f'<html lang="ar"><head>{meta}{head}</head><body>{BODY.format(line=line)}</body></html>'.encode(charset)


def read(folder: Path, data: bytes) -> Document:
    (folder / "page.html").write_bytes(data)
    (document,) = open_sources([str(folder / "page.html")])
    assert isinstance(document, Document), document
    return document


def test_article_without_menu_and_footer(tmp_path):
    document = read(tmp_path, page())
    assert (document.id, document.title, document.lang) == ("page", "التحالف: 38 عملية", "ar")
    assert "مقتل ثمانية من عناصر التنظيم وأسر 31 آخرين." in document.text
    assert "رياضة" not in document.text
    assert "الحقوق" not in document.text


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2023-06-06T09:30:00+03:00">',
        "<meta content='2023-06-06' name='pubdate'>",
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2023-06-06T09:30:00Z"}</script>',
    ],
)
def test_day_that_the_page_states_for_machines(tmp_path, head):
    assert read(tmp_path, page(head)).published == date(2023, 6, 6)


def test_first_of_january_is_believed_where_it_is_stated(tmp_path):
    assert read(tmp_path, page('<meta name="date" content="2024-01-01">')).published == date(2024, 1, 1)


@pytest.mark.parametrize("line", ["<p>٢ حزيران ٢٠٢٣</p>", "<p>2 يونيو 2023</p>", "<p>حزيران 2023</p>"])
def test_no_day_is_made_up_from_a_year(tmp_path, line):
    day = read(tmp_path, page(line=line)).published
    assert day in (None, date(2023, 6, 2))


def test_page_in_windows_1256(tmp_path):
    document = read(tmp_path, page(charset="windows-1256"))
    assert "مقتل ثمانية" in document.text
    assert "windows-1256" in document.notes[0]


@pytest.mark.parametrize(
    "data", [b"<html></html>", b"<html><body><script>x=1</script></body></html>", b"<<<>", b"\xff\xfe<"]
)
def test_page_without_an_article_is_rejected(tmp_path, data):
    (tmp_path / "page.html").write_bytes(data)
    (rejected,) = open_sources([str(tmp_path / "page.html")])
    assert isinstance(rejected, Rejected)
    assert rejected.file.endswith("page.html")


def test_a_title_that_stands_again_below_the_report_cuts_nothing_off(tmp_path):
    again = "<div><p>التحالف: 38 عملية</p><p>تابع آخر ما ينشر عن هذا الموضوع على صفحات الموقع كل يوم.</p></div>"
    body = "<p>أعلنت القيادة المركزية الأميركية تنفيذ 38 عملية ضد تنظيم داعش في العراق وسوريا.</p>" * 3
    head = '<meta property="og:title" content="التحالف: 38 عملية">'
    data = f"<html><head>{head}</head><body><div>{body}</div>{again}</body></html>".encode()
    assert read(tmp_path, data).text.startswith("أعلنت القيادة المركزية الأميركية تنفيذ 38 عملية")


def test_a_page_says_where_its_day_was_found_and_which_bytes_it_was(tmp_path):
    data = page('<meta name="date" content="2023-06-06">')
    found = read(tmp_path, data).extra["provenance"]
    assert (found["published_from"], found["length"]) == ("date", len(data))


def test_the_day_that_was_given_holds_where_the_page_states_none(tmp_path):
    (tmp_path / "page.html").write_bytes(page())
    (document,) = open_sources([str(tmp_path / "page.html")], published=date(2023, 6, 7))
    assert isinstance(document, Document)
    assert document.published == date(2023, 6, 7)
    assert document.extra["provenance"]["published_from"] == "given"


@pytest.mark.parametrize(("said", "lang"), [("ar", "ar"), ("ar-IQ", "ar"), ("en-US", None), ("fr", None)])
def test_a_page_in_arabic_script_is_not_believed_to_be_in_english(tmp_path, said, lang):
    assert read(tmp_path, page().replace(b'lang="ar"', f'lang="{said}"'.encode())).lang == lang
