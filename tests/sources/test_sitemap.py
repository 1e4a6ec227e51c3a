"""Sitemaps of every make, and hostile ones."""

import gzip
from datetime import date

import pytest

from hasila.errors import SourceError
from hasila.sources import Rejected, open_bytes
from hasila.sources.sitemap import Listed, parse_sitemap

PAGES = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><image:image><image:loc>https://example.org/a.jpg</image:loc></image:image>
<loc> https://example.org/a </loc><lastmod>2023-06-02T10:00:00+03:00</lastmod></url>
<url><loc>/b</loc><news:news><news:publication><news:name>الضفاف</news:name><news:language>ar</news:language>
</news:publication><news:publication_date>2023-06-01</news:publication_date><news:title>عملية &amp; غارة</news:title>
</news:news></url><url><lastmod>2023-06-02</lastmod></url></urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://example.org/1.xml.gz</loc><lastmod>2023-06-02</lastmod></sitemap></sitemapindex>"""
FOUND = (
    Listed("https://example.org/a", date(2023, 6, 2)),
    Listed("https://example.org/b", None, date(2023, 6, 1), "عملية & غارة", "ar"),
)


@pytest.mark.parametrize(
    "data",
    [
        PAGES.encode(),
        gzip.compress(PAGES.encode()),
        b"\xef\xbb\xbf" + PAGES.encode(),
        PAGES.replace("UTF-8", "UTF-16").encode("utf-16"),
    ],
    ids=["plain", "packed", "marked", "utf-16"],
)
def test_pages_of_a_sitemap(data):
    assert parse_sitemap(data, "map", "https://example.org/map.xml").pages == FOUND


def test_sitemaps_of_an_index():
    found = parse_sitemap(INDEX.encode(), "map")
    assert (found.pages, found.sitemaps) == ((), (Listed("https://example.org/1.xml.gz", date(2023, 6, 2)),))


def test_list_of_lines():
    found = parse_sitemap("https://example.org/ا\r\n\nnothing\nhttp://example.org/b\n".encode(), "map.txt")
    assert [one.url for one in found.pages] == ["https://example.org/ا", "http://example.org/b"]


@pytest.mark.parametrize("cut", [b"<loc>/b", b"<news:title"])
def test_sitemap_that_breaks_off_gives_what_stood_before(cut):
    data = PAGES.encode()
    found = parse_sitemap(data[: data.index(cut) + 8], "map", "https://example.org/")
    assert found.pages == FOUND[:1]
    assert "XML is broken" in (found.fault or "")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'<!DOCTYPE u [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><urlset><url>&b;</url></urlset>', "document type"),
        (b'<!DOCTYPE u SYSTEM "file:///etc/passwd"><urlset/>', "document type"),
        (b"<html><body>", "no sitemap"),
        (b"", "no sitemap"),
        (b"<urlset><url>", "broken"),
        (gzip.compress(bytes(60_000_000)), "larger than"),
        (b"\x1f\x8b not packed", "can't be unpacked"),
        (b"<urlset>" + b"<url><loc>http://a/</loc></url>" * 50_001, "larger than"),
        (b"http://a/\n" * 50_001, "larger than"),
    ],
    ids=["entities", "system", "page", "empty", "broken", "bomb", "garbage", "many", "many lines"],
)
def test_what_is_no_sitemap_or_too_large_is_an_error(data, reason):
    with pytest.raises(SourceError, match=reason):
        parse_sitemap(data, "map")


@pytest.mark.parametrize("name", ["sitemap.xml", "whatever", "-"])
@pytest.mark.parametrize("data", [PAGES, INDEX])
def test_sitemap_as_a_file_is_an_error_that_says_what_to_do(name, data):
    (found,) = open_bytes(data.encode(), name)
    assert isinstance(found, Rejected)
    assert "hasila watch" in str(found)


def test_empty_list_of_pages_is_a_sitemap():
    assert parse_sitemap(b"<urlset/>", "map").pages == ()
