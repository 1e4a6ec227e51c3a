"""WACZ packages."""

import io
import json
import zipfile

import pytest

from hasila.model import Document
from hasila.sources import Rejected, open_bytes
from tests.sources.warc.writing import archive, page, response, written

TITLES = [
    {"format": "json-pages-1.0", "id": "pages", "title": "All Pages"},
    {"url": "https://example.org/1", "title": "حصيلة حزيران", "ts": "2023-07-01T00:00:00Z"},
    {"url": "https://example.org/3", "title": 7},
]
BARE = "<html><body><p>أعلنت القيادة المركزية تنفيذ 38 عملية ضد داعش في سوريا والعراق خلال حزيران.</p></body></html>"


def packed(
    *archives: bytes, pages: str = "\n".join(map(json.dumps, TITLES)), method: int = zipfile.ZIP_STORED
) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as package:
        package.writestr("datapackage.json", '{"profile": "data-package"}')
        package.writestr("pages/pages.jsonl", pages)
        package.writestr("indexes/index.cdx.gz", b"\x1f\x8b")
        for number, data in enumerate(archives):
            package.writestr(f"archive/{number}.warc.gz", data)
    return out.getvalue()


def read(data: bytes, name: str = "site.wacz") -> list[Document | Rejected]:
    return list(open_bytes(data, name))


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_pages_of_every_archive_in_it(method):
    items = read(packed(archive(response(1), response(2)), archive(response(3)), method=method))
    assert [item.id for item in items if isinstance(item, Document)] == [f"https://example.org/{n}" for n in (1, 2, 3)]
    assert len(items) == 3
    assert isinstance(items[2], Document)
    assert items[2].source == "site.wacz!archive/1.warc.gz!https://example.org/3"
    assert items[2].extra["provenance"]["where"] == "site.wacz!archive/1.warc.gz"


def test_title_of_the_list_is_for_pages_that_have_none():
    own = page(2, "<title>عنوان الصفحة نفسها</title>")
    first, second = read(packed(archive(response(1, BARE.encode()), response(1, own))))
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert first.title == "حصيلة حزيران"
    assert second.title is not None
    assert "حزيران" not in second.title


def test_times_of_the_list_are_no_days_of_publication():
    (one,) = read(packed(archive(response(1))))
    assert isinstance(one, Document)
    assert one.published is None


@pytest.mark.parametrize("pages", ["", "not JSON\n[1]\n\xff", "[" * 100_000, '{"url": []}'])
def test_list_that_can_not_be_read_costs_no_page(pages):
    (one,) = read(packed(archive(response(1)), pages=pages))
    assert isinstance(one, Document)


def test_damage_in_an_archive_costs_what_is_damaged():
    parts = written([response(n) for n in range(3)])
    parts[1] = parts[1][:40] + bytes(20) + parts[1][60:]
    items = read(packed(b"".join(parts), archive(response(9))))
    assert [item.id[-1] for item in items if isinstance(item, Document)] == ["0", "2", "9"]
    assert len([item for item in items if isinstance(item, Rejected)]) == 1


def test_package_without_archives_is_told():
    (told,) = read(packed())
    assert "holds no WARC" in str(told)


def test_package_that_breaks_off_is_told():
    (told,) = read(packed(archive(response(1)))[:-30])
    assert "can't be opened" in str(told)


def test_package_without_telling_name_is_read_as_a_zip_of_archives():
    items = read(packed(archive(response(1))), "standard input")
    assert [item.id for item in items if isinstance(item, Document)] == ["https://example.org/1"]
