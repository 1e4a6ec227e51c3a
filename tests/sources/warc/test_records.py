"""The pages of a WARC as bytes: which records hold one, what is known of it, and what is damaged."""

import gzip
import io
import random
import struct
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import brotli
import pytest
import zstandard

from hasila.sources.warc.records import Damage, Page, pages
from tests.sources.warc.writing import DATE, archive, other, page, response, written

FORMS = ["gzip", "bare", "zstd", "zstd with a dictionary", "zstd with a compressed dictionary"]


def stored(form: str, records: Sequence[dict[str, Any]]) -> list[bytes]:
    """The parts of an archive in this form, a record each; what comes before the first stands with it."""
    if form in ("gzip", "bare"):
        return written(records, gzip=form == "gzip")
    bare = written(records, gzip=False)
    if form == "zstd":
        return [zstandard.compress(part) for part in bare]
    samples: list[bytes | bytearray | memoryview[int]] = [*written([response(n) for n in range(50)], gzip=False)]
    dictionary = zstandard.train_dictionary(2048, samples)
    compressor = zstandard.ZstdCompressor(dict_data=dictionary)
    raw = dictionary.as_bytes()
    raw = zstandard.compress(raw) if "compressed" in form else raw
    frame = struct.pack("<II", 0x184D2A5D, len(raw)) + raw
    return [frame + compressor.compress(bare[0]), *(compressor.compress(part) for part in bare[1:])]


class Pipe(io.RawIOBase):
    """Bytes that come once."""

    def __init__(self, data: bytes) -> None:
        self._data = io.BytesIO(data)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:
        return self._data.readinto(buffer)


def items(data: bytes, **options) -> list[Page | Damage]:
    return list(pages(io.BytesIO(data), **options))


def found(data: bytes, **options) -> list[Page]:
    made = [item for item in items(data, **options) if isinstance(item, Page)]
    assert made == items(data, **options)
    return made


def numbers(made: Iterable[Page | Damage]) -> list[int]:
    return [int((item.url or "").rpartition("/")[2]) for item in made if isinstance(item, Page)]


def damages(made: Iterable[Page | Damage]) -> list[Damage]:
    return [item for item in made if isinstance(item, Damage)]


@pytest.mark.parametrize("form", FORMS)
def test_each_page_with_what_is_known_of_it(form):
    parts = stored(form, [response(n, WARC_Record_ID=f"<urn:uuid:{n}>") for n in range(4)])
    made = found(b"".join(parts))
    assert [one.body for one in made] == [page(n) for n in range(4)]
    assert made[2][:5] == ("https://example.org/2", "text/html", "utf-8", DATE, "<urn:uuid:2>")


@pytest.mark.parametrize("form", ["gzip", "bare", "zstd"])
def test_range_of_a_record_is_the_record(form):
    data = b"".join(stored(form, [response(n) for n in range(4)]))
    made = found(data)
    assert sum(one.length or 0 for one in made) == len(data)
    for one in made:
        assert one.length is not None
        (again,) = found(data[one.offset : one.offset + one.length])
        assert again.body == one.body


def test_reading_begins_where_the_stream_stands():
    parts = stored("gzip", [response(n) for n in range(3)])
    stream = io.BytesIO(b"".join(parts))
    stream.seek(len(parts[0]))
    assert [item.offset for item in pages(stream)] == [len(parts[0]), len(parts[0]) + len(parts[1])]


def test_stream_that_comes_once_is_read():
    data = archive(response(1), response(2))
    assert numbers(pages(io.BufferedReader(Pipe(data)))) == [1, 2]


def test_archive_compressed_as_a_whole_is_read():
    assert numbers(found(gzip.compress(archive(response(1), response(2), gzip=False)))) == [1, 2]


def test_only_records_that_hold_a_wanted_page_are_given_and_the_rest_is_counted():
    passed: Counter[str] = Counter()
    data = archive(
        response(1),
        response(2, status="404 Not Found"),
        response(3, status="301 Moved"),
        response(4, media="image/png"),
        other("resource", "https://example.org/5", page(5), "text/html; charset=cp1256"),
        other("conversion", "https://example.org/6", "قتل 5".encode(), "text/plain"),
        other("revisit", "https://example.org/7", b"", "application/http", WARC_Profile="x"),
        other("metadata", "https://example.org/8", b"a: b", "application/warc-fields"),
        other("response", "dns:example.org", b"127.0.0.1", "text/dns"),
        other("story", "https://example.org/9", b"x", "text/html"),
    )
    made = found(data, wanted=lambda media: media in ("text/html", "text/plain"))
    list(pages(io.BytesIO(data), wanted=lambda media: media in ("text/html", "text/plain"), passed=passed))
    assert [(one.url or "")[-1] for one in made] == ["1", "5", "6"]
    assert made[1].charset == "cp1256"
    assert passed == {
        "with an HTTP status other than 200": 2,
        "of the media type image/png": 1,
        "of the type revisit": 1,
        "not over HTTP": 1,
        "of the type unknown": 1,
    }


def test_media_type_that_says_nothing_gives_way_to_what_the_crawler_found():
    for said in ("application/octet-stream", None):
        data = archive(response(1, media=said, WARC_Identified_Payload_Type="application/pdf"))
        assert found(data)[0].media == "application/pdf"


def test_page_that_the_crawler_cut_says_so():
    (one,) = found(archive(response(1, WARC_Truncated="length")))
    assert one.cut == "length"


def chunked(body: bytes) -> bytes:
    return b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)


def raw_deflate(body: bytes) -> bytes:
    return zlib.compress(body)[2:-4]


CODED = [
    ("gzip", gzip.compress, "Content-Encoding"),
    ("x-gzip", gzip.compress, "Content-Encoding"),
    ("deflate", zlib.compress, "Content-Encoding"),
    ("deflate", raw_deflate, "Content-Encoding"),
    ("br", brotli.compress, "Content-Encoding"),
    ("zstd", zstandard.compress, "Content-Encoding"),
    ("identity", bytes, "Content-Encoding"),
    ("gzip, br", lambda body: brotli.compress(gzip.compress(body)), "Content-Encoding"),
    ("chunked", chunked, "Transfer-Encoding"),
    ("gzip, chunked", lambda body: chunked(gzip.compress(body)), "Transfer-Encoding"),
]


@pytest.mark.parametrize(("name", "coded", "header"), CODED)
def test_encoding_is_undone(name, coded, header):
    assert found(archive(response(1, coded(page(1)), http=[(header, name)])))[0].body == page(1)


@pytest.mark.parametrize("header", ["Content-Encoding", "Transfer-Encoding"])
@pytest.mark.parametrize("name", ["gzip", "deflate", "br", "zstd", "chunked"])
def test_encoding_that_was_undone_before_is_not_undone_again(name, header):
    assert found(archive(response(1, http=[(header, name)])))[0].body == page(1)


@pytest.mark.parametrize(
    ("name", "body", "reason"),
    [
        ("gzip", b"\xff\xfe\0junk" * 9, "can't be undone"),
        ("br", b"\xff\xfe\0junk" * 9, "can't be undone"),
        ("rot13", page(1), "not known"),
        ("gzip", gzip.compress(bytes(65 * 1024 * 1024), 1), "more than 64 MB"),
        ("deflate", zlib.compress(bytes(65 * 1024 * 1024), 1), "more than 64 MB"),
        ("br", brotli.compress(bytes(65 * 1024 * 1024), quality=1), "more than 64 MB"),
    ],
)
def test_encoding_that_can_not_be_undone_costs_its_record(name, body, reason):
    broken, after = items(archive(response(1, body, http=[("Content-Encoding", name)]), response(2)))
    assert isinstance(broken, Damage)
    assert (broken.offset, reason in broken.reason) == (0, True)
    assert numbers([after]) == [2]


def test_encoding_that_breaks_off_gives_what_came_before():
    words = b"<p>killed</p>" + random.Random(1).randbytes(5000).hex().encode()
    (one,) = found(archive(response(1, gzip.compress(words)[:-500], http=[("Content-Encoding", "gzip")])))
    assert words.startswith(one.body)
    assert len(one.body) > 1000


def test_record_too_large_for_a_page_is_passed_by(monkeypatch):
    monkeypatch.setattr("hasila.sources.warc.records.DOCUMENT_BYTES", 1000)
    large, after = items(archive(response(1, b"x" * 1001), response(2, b"y" * 1000)))
    assert isinstance(large, Damage)
    assert "too large" in large.reason
    assert numbers([after]) == [2]


@pytest.mark.parametrize("form", ["gzip", "bare", "zstd"])
@pytest.mark.parametrize("at", [0, 1, 2, 5])
def test_damaged_record_is_told_and_the_others_are_read(form, at):
    rnd = random.Random(7)
    parts = stored(form, [response(n, rnd.randbytes(800).hex().encode()) for n in range(6)])
    parts[at] = parts[at][:4] + bytes(6) + parts[at][10 : len(parts[at]) // 2]
    made = items(b"".join(parts))
    assert numbers(made) == [n for n in range(6) if n != at]
    (damage,) = damages(made)
    start = sum(map(len, parts[:at]))
    assert damage.offset == start if form == "gzip" else damage.offset <= start
    assert damage.resumed == (None if at == 5 else start + len(parts[at]))


@pytest.mark.parametrize("form", ["gzip", "bare", "zstd"])
def test_archive_that_breaks_off_anywhere_gives_what_is_whole_and_says_so(form):
    parts = stored(form, [response(n, b"killed %d" % n) for n in range(3)])
    data = b"".join(parts)
    edges = [sum(map(len, parts[:n])) for n in range(4)]
    for end in range(edges[1] + 1, len(data)):
        made = items(data[:end])
        whole = sum(edge <= end for edge in edges[1:])
        # a page is there before the last bytes of its record are
        assert len(numbers(made)) in (whole, whole + 1), end
        told = end in edges or bool(damages(made)) or len(numbers(made)) > whole
        assert told, end


@pytest.mark.parametrize("data", [b"hello", b"\x1f\x8b\x08", gzip.compress(b"hello world", mtime=0), b"WARC/1.0\r\n"])
def test_what_is_no_archive_is_damage_from_its_start(data):
    assert [item.offset for item in items(data)] == [0]


@pytest.mark.parametrize(
    "head",
    [
        b"WARC/1.0\r\nA: " + b"x" * 1_000_000 + b"\r\n\r\n",
        b"WARC/1.0\r\n" + b"A: b\r\n" * 100_000 + b"\r\n\r\n",
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999999999999\r\n\r\n",
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -1\r\n\r\n",
        b"WARC/1.0\r\nWARC-Type: \xff\xfe\r\nContent-Length: 1\r\n\r\nx\r\n\r\n",
    ],
)
def test_head_that_lies_costs_its_record(head):
    made = items(head + b"\r\n" + archive(response(2), gzip=False))
    assert numbers(made) == [2]


def test_length_that_reaches_over_the_next_records_does_not_swallow_them():
    first, *rest = written([response(n) for n in range(3)], gzip=False)
    head, named, tail = first.partition(b"Content-Length: ")  # the digits may stand in the record's id as well
    made = items(b"".join([head, named, b"9" * 7, tail[tail.index(b"\r\n") :], *rest]))
    assert numbers(made) == [1, 2]


@pytest.mark.parametrize("sign", [b"\x1f\x8b\x08\0", b"\x28\xb5\x2f\xfd"])
def test_looking_for_records_that_are_none_comes_to_an_end(sign, monkeypatch):
    monkeypatch.setattr("hasila.sources.warc.resuming.WARC_TRIES", 50)
    assert len(items(sign * 100_000)) == 1


def test_archive_that_is_damaged_throughout_is_given_up(monkeypatch):
    monkeypatch.setattr("hasila.sources.warc.walking.WARC_RESUMPTIONS", 3)
    torn = [part[: len(part) // 2] for part in written([response(n) for n in range(20)])]
    assert len(damages(items(b"".join(torn)))) <= 3


def test_fault_of_the_stream_is_no_damage():
    class Failing(io.BytesIO):
        def read(self, size=-1):
            if self.tell() > 100:
                raise TimeoutError("the store does not answer")
            return super().read(min(size, 101) if size > 4 else size)

    with pytest.raises(TimeoutError):
        list(pages(Failing(archive(response(1), response(2)))))


def test_random_damage_never_stops_the_run():
    data = archive(*(response(n) for n in range(3)))
    bare = archive(*(response(n) for n in range(3)), gzip=False)
    rnd = random.Random(11)
    for _ in range(300):
        broken = bytearray(rnd.choice([data, bare]))
        for _ in range(rnd.randint(1, 8)):
            broken[rnd.randrange(len(broken))] = rnd.randrange(256)
        for item in items(bytes(broken)):
            assert isinstance(item, Page | Damage)
