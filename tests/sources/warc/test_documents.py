"""Web archives become documents: the reports on their pages."""

import gzip
import io
from datetime import date

import pytest

from hasila.ledger import document_key
from hasila.model import Document
from hasila.sources import Rejected, open_bytes, open_sources
from tests.sources.warc.writing import DATE, archive, other, page, response, written


def read(data: bytes, name: str = "crawl.warc.gz", **options) -> list[Document | Rejected]:
    return list(open_bytes(data, name, **options))


def documents(data: bytes, name: str = "crawl.warc.gz", **options) -> list[Document]:
    items = read(data, name, **options)
    found = [item for item in items if isinstance(item, Document)]
    assert found == items
    return found


def test_report_on_a_page_with_its_address_and_provenance():
    parts = written([response(1), response(38, WARC_Record_ID="<urn:uuid:38>")])
    _, one = documents(b"".join(parts))
    assert (one.id, one.url) == ("https://example.org/38", "https://example.org/38")
    assert "38 عملية" in one.text
    assert one.source == "crawl.warc.gz!https://example.org/38"
    provenance = one.extra["provenance"]
    assert [provenance[name] for name in ("where", "record", "offset", "length", "retrieved", "url")] == [
        "crawl.warc.gz",
        "<urn:uuid:38>",
        len(parts[0]),
        len(parts[1]),
        DATE,
        "https://example.org/38",
    ]


def test_day_of_the_crawl_is_no_day_of_publication():
    stated = page(2, '<meta name="date" content="2023-06-06">')
    first, second = documents(archive(response(1), response(2, stated)))
    assert (first.published, second.published) == (None, date(2023, 6, 6))
    assert documents(archive(response(1)), published=date(2023, 6, 7))[0].published == date(2023, 6, 7)


def test_address_is_the_one_that_was_fetched():
    canonical = page(1, '<link rel="canonical" href="https://example.org/"><meta property="og:url" content="x">')
    assert documents(archive(response(1, canonical)))[0].url == "https://example.org/1"


def test_page_crawled_twice_is_one_document_unless_it_changed():
    url, day = "https://example.org/1", "2023-08-01T00:00:00Z"
    later = [response(n, url=url, WARC_Date=day) for n in (1, 2)]
    first, same, changed = documents(archive(response(1), *later))
    assert document_key(first) == document_key(same) != document_key(changed)
    assert first.id == changed.id


@pytest.mark.parametrize("charset", ["windows-1256", "utf-8", "iso-8859-6"])
def test_encoding_that_the_server_said_is_used(charset):
    body = page(38, charset=charset)
    (one,) = documents(archive(response(1, body, media=f"text/html; charset={charset}")))
    assert "مقتل ثمانية" in one.text


def test_encoding_that_lies_gives_way_to_what_the_bytes_are():
    (one,) = documents(archive(response(1, page(38), media="text/html; charset=windows-1256")))
    assert "مقتل ثمانية" in one.text


def test_texts_of_a_wet_file():
    data = archive(other("conversion", "https://example.org/1", "مقتل 5 من داعش".encode(), "text/plain"))
    for name in ("crawl.warc.wet.gz", "crawl.wet.gz", "standard input"):
        (one,) = documents(data, name)
        assert (one.id, one.text, one.title) == ("https://example.org/1", "مقتل 5 من داعش", None)


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("name", ["crawl.warc", "crawl.gz", "crawl.dat", "standard input"])
def test_archive_is_known_by_its_beginning(name, packed):
    if name == "crawl.gz" and not packed:
        name = "crawl.warc"
    assert len(documents(archive(response(1), gzip=packed), name)) == 1


def test_other_kinds_on_the_web_are_read_as_their_files_are():
    data = archive(
        response(1, b'{"text": "killed 5"}\n{"text": "killed 6"}\n', media="application/x-ndjson"),
        response(2, b"killed 7", media="text/plain"),
        response(3, b"id,text\n1,killed 8\n", media="text/csv"),
    )
    assert [one.text for one in documents(data)] == ["killed 5", "killed 6", "killed 7", "killed 8"]
    assert documents(data)[1].id == "https://example.org/1-2"


def test_page_without_media_type_is_known_by_how_it_begins():
    (one,) = documents(archive(response(1, media=None)))
    assert "text taken from an HTML page" in one.notes


def test_site_whose_name_ends_like_a_file_is_none():
    (one,) = documents(archive(response(1, media=None, url="https://example.zip/")))
    assert one.url == "https://example.zip/"


def test_what_was_passed_over_is_told_in_one_line(caplog):
    documents(archive(response(1), response(2, status="404 Not Found"), response(3, b"x", media="image/png")))
    assert caplog.messages == [
        "crawl.warc.gz: 1 pages read; 2 records passed over: 1 with an HTTP status other than 200, 1 of the media type"
        " image/png"
    ]


def test_page_without_an_article_costs_itself_and_names_its_address():
    one, told, other_one = read(archive(response(1), response(2, b"<html></html>"), response(3)))
    assert isinstance(told, Rejected)
    assert told.file == "crawl.warc.gz!https://example.org/2"
    assert isinstance(one, Document)
    assert isinstance(other_one, Document)


def test_damage_is_told_with_its_place_and_the_rest_is_read():
    parts = written([response(n) for n in range(3)])
    parts[1] = parts[1][:40] + bytes(20) + parts[1][60:]
    items = read(b"".join(parts))
    (told,) = [item for item in items if isinstance(item, Rejected)]
    assert f"damage at byte {len(parts[0]):,} or behind it" in told.reason
    assert f"reading went on at byte {len(parts[0] + parts[1]):,}" in told.reason
    assert [item.url for item in items if isinstance(item, Document)] == [
        "https://example.org/0",
        "https://example.org/2",
    ]


def test_page_that_the_crawler_cut_says_so():
    assert "only the beginning" in documents(archive(response(1, WARC_Truncated="length")))[0].notes[-1]


def test_archive_without_pages_is_told():
    (told,) = read(archive(other("warcinfo", "", b"software: x", "application/warc-fields")))
    assert "no page" in str(told)


def test_compressed_archive_in_an_archive_is_read_to_the_bottom():
    inner = archive(response(1))
    (one,) = documents(gzip.compress(inner), "crawl.warc.gz.gz")
    assert one.id == "https://example.org/1"


def test_record_that_inflates_like_a_bomb_is_left(tmp_path, monkeypatch):
    monkeypatch.setattr("hasila.sources.warc.records.DOCUMENT_BYTES", 1024 * 1024)
    monkeypatch.setattr("hasila.sources.warc.walking.DOCUMENT_BYTES", 1024 * 1024)
    monkeypatch.setattr("hasila.sources.warc.walking.ARCHIVE_BYTES", 4 * 1024 * 1024)
    (tmp_path / "crawl.warc.gz").write_bytes(archive(response(1, bytes(16 * 1024 * 1024)), response(2)))
    items = list(open_sources([str(tmp_path / "crawl.warc.gz")]))
    assert any("bomb" in str(item) for item in items)
    assert [item.url for item in items if isinstance(item, Document)] == ["https://example.org/2"]


def test_archive_is_read_one_page_at_a_time():
    taken = open_bytes(archive(*(response(n) for n in range(50))), "crawl.warc.gz")
    assert isinstance(next(iter(taken)), Document)


def test_hostile_address_is_shown_safely():
    (one,) = documents(archive(response(1, url="https://example.org/\x1b[31m\u202e")))
    assert (one.source or "").isprintable()
    assert io.StringIO(one.source or "").read().startswith("crawl.warc.gz!https://example.org/")
