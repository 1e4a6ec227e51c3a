"""ZIP archives."""

import io
import random
import struct
import zipfile

import pytest

from hasila.model import Document
from hasila.sources import open_sources
from tests.sources.archives.packing import REPORT, documents, lines, read, reasons, taped, zipped

MEMBERS = {"a.txt": REPORT, "in/b.jsonl": lines("x", "y"), "in/deep/c.csv": "id,text\n7,z\n"}


def test_members_are_read_like_files_in_a_folder(tmp_path):
    for name, data in MEMBERS.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(data)
    plain = {(one.id, one.text) for one in open_sources([str(tmp_path)]) if isinstance(one, Document)}
    assert {(one.id, one.text) for one in documents(zipped(MEMBERS), "r.zip")} == plain


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_every_usual_way_of_packing_is_read(method):
    assert [one.text for one in documents(zipped(MEMBERS, method), "r.zip")] == [REPORT, "x", "y", "z"]


def test_place_and_provenance_name_the_member():
    data = zipped(MEMBERS)
    first, second, *_ = documents(data, "r.zip")
    assert (first.source, second.source) == ("r.zip!a.txt", "r.zip!in/b.jsonl:1")
    provenance = first.extra["provenance"]
    assert (provenance["where"], provenance["retrieved"]) == ("r.zip!a.txt", "2023-07-01T10:15:00")
    assert data[provenance["offset"] :].startswith(b"PK\x03\x04")


def test_other_files_and_hidden_ones_are_passed_over():
    names = ["picture.png", "__MACOSX/._a.txt", ".git/x.txt", "in/.x.txt", "b.sql.gz", "a.txt"]
    assert [one.source for one in documents(zipped(dict.fromkeys(names, "x")), "r.zip")] == ["r.zip!a.txt"]


def test_archive_without_reports_is_told():
    assert reasons(read(zipped({"picture.png": "x"}), "r.zip")) == ["the archive holds no file of a kind that is read"]
    assert len(reasons(read(zipped({}), "r.zip"))) == 1


def test_archives_in_archives_are_opened_and_named_in_full():
    inner = zipped({"c.tar": taped({"d.txt": REPORT})})
    (one,) = documents(zipped({"in/b.zip": inner}), "a.zip")
    assert one.source == "a.zip!in/b.zip!c.tar!d.txt"


def test_names_that_would_leave_the_folder_are_only_names(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    data = zipped({"../up.txt": "a", "/etc/b.txt": "b", "C:\\c.txt": "c", "x\n\x1b[31m\u202e.txt": "d"})
    made = documents(data, "r.zip")
    assert [one.text for one in made] == ["a", "b", "c", "d"]
    assert all((one.source or "").isprintable() for one in made)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("encoding", ["cp1256", "utf-8"])
def test_name_in_another_encoding_is_shown_in_letters(encoding):
    raw = "تقرير.txt".encode(encoding)
    data = zipped({"x" * (len(raw) - 4) + ".txt": REPORT}).replace(b"x" * (len(raw) - 4) + b".txt", raw)
    (one,) = documents(data, "r.zip")
    assert (one.id, one.source) == ("تقرير", "r.zip!تقرير.txt")


def test_two_members_of_one_name_are_both_read():
    data = zipped({"a.txt": "x", "b.txt": "y"}).replace(b"b.txt", b"a.txt")
    first, second = documents(data, "r.zip")
    assert (first.text, second.text) == ("x", "y")
    assert "came before" in second.notes[0]
    assert first.extra["provenance"]["offset"] != second.extra["provenance"]["offset"]


def flagged(data: bytes, flag: int) -> bytes:
    """``data`` with a flag set in every head of a member."""
    made = bytearray(data)
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = made.find(sign)
        while at >= 0:
            made[at + place] |= flag
            at = made.find(sign, at + 1)
    return bytes(made)


def test_encrypted_member_costs_itself():
    locked, plain = flagged(zipped({"a.txt": "x"}), 1), zipped({"b.txt": "y"})
    told, other = read(zipped({"in.zip": locked, "other.zip": plain}), "r.zip")
    assert "encrypted" in str(told)
    assert isinstance(other, Document)


def test_damaged_member_is_told_and_the_others_are_read():
    data = bytearray(zipped({"a.txt": REPORT * 50, "b.txt": "x", "c.txt": "y"}, zipfile.ZIP_STORED))
    data[100] ^= 255
    items = read(bytes(data), "r.zip")
    assert [item.id for item in items if isinstance(item, Document)] == ["b", "c"]
    (reason,) = reasons(items)
    assert "CRC" in reason


@pytest.mark.parametrize("cut", [10, 60, -10])
def test_zip_that_breaks_off_is_told(cut):
    assert len(reasons(read(zipped(MEMBERS)[:cut], "r.zip"))) == 1


def test_directory_that_is_too_large_is_not_loaded():
    data = bytearray(zipped(MEMBERS))
    struct.pack_into("<L", data, data.rfind(b"PK\x05\x06") + 12, 40 * 1024 * 1024)
    assert "directory of the ZIP is larger" in reasons(read(bytes(data), "r.zip"))[0]


def test_way_of_packing_that_is_not_known_costs_its_member():
    data = zipped({"a.txt": "x"}).replace(struct.pack("<H", 8), struct.pack("<H", 97))
    assert len(reasons(read(data, "r.zip"))) == 1


def test_random_damage_never_stops_the_run():
    rnd = random.Random(9)
    whole = zipped(MEMBERS)
    for _ in range(300):
        broken = bytearray(whole)
        for _ in range(rnd.randint(1, 6)):
            broken[rnd.randrange(len(broken))] = rnd.randrange(256)
        assert read(bytes(broken), "r.zip")


def test_zip_in_a_pipe_is_laid_aside_first():
    class Pipe(io.RawIOBase):
        def __init__(self, data: bytes) -> None:
            self._data = io.BytesIO(data)

        def readable(self) -> bool:
            return True

        def readinto(self, buffer) -> int:
            return self._data.readinto(buffer)

    from hasila.sources.opening import read_stream
    from hasila.sources.provenance import Provenance
    from hasila.sources.source import Source

    items = list(read_stream(io.BufferedReader(Pipe(zipped(MEMBERS))), Source(Provenance("standard input"), "stdin")))
    assert len(items) == 4
