"""TAR archives."""

import gzip
import io
import random
import tarfile

import pytest

from hasila.model import Document
from tests.sources.archives.packing import REPORT, documents, lines, read, reasons, taped, zipped

MEMBERS = {"a.txt": REPORT, "in/b.jsonl": lines("x", "y"), "in/deep/c.csv": "id,text\n7,z\n"}
FORMATS = [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT]


@pytest.mark.parametrize("format", FORMATS)
def test_members_are_read_in_their_order(format):
    made = documents(taped(MEMBERS, format), "r.tar")
    assert [(one.id, one.text) for one in made] == [("a", REPORT), ("b-1", "x"), ("b-2", "y"), ("7", "z")]


def test_place_and_provenance_name_the_member():
    data = taped(MEMBERS)
    provenance = documents(data, "r.tar")[0].extra["provenance"]
    assert (provenance["where"], provenance["retrieved"]) == ("r.tar!a.txt", "2023-07-01T10:15:00Z")
    assert data[provenance["offset"] :].startswith(b"a.txt")
    assert provenance["length"] == len(REPORT.encode())


def test_tar_without_telling_name_is_known_by_its_beginning():
    assert len(documents(taped(MEMBERS), "standard input")) == 4


@pytest.mark.parametrize("format", [tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
def test_long_and_arabic_names(format):
    name = f"{'م' * 200}/تقرير.txt"
    (one,) = documents(taped({name: REPORT}, format), "r.tar")
    assert (one.id, one.source) == ("تقرير", f"r.tar!{name}")


def test_name_in_another_encoding_is_shown_in_letters():
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.GNU_FORMAT, encoding="cp1256") as archive:
        entry = tarfile.TarInfo("تقرير.txt")
        entry.size = 1
        archive.addfile(entry, io.BytesIO(b"x"))
    assert documents(out.getvalue(), "r.tar")[0].id == "تقرير"


def test_links_devices_and_folders_are_passed_over():
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for type in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE, tarfile.DIRTYPE):
            entry = tarfile.TarInfo("../../etc/passwd.txt")
            entry.type, entry.linkname = type, "/etc/passwd"
            archive.addfile(entry)
    assert reasons(read(out.getvalue(), "r.tar")) == ["the archive holds no file of a kind that is read"]


def test_zip_in_a_packed_tar_is_opened():
    (one,) = documents(gzip.compress(taped({"b.zip": zipped({"c.txt": REPORT})})), "a.tar.gz")
    assert one.source == "a.tar.gz!b.zip!c.txt"


def test_what_came_before_a_break_is_kept_and_the_break_told():
    data = taped({f"{n}.txt": f"killed {n}" for n in range(10)})
    items = read(data[:6000], "r.tar")
    kept = [item.text for item in items if isinstance(item, Document)]
    assert kept == [f"killed {n}" for n in range(len(kept))]
    assert len(kept) >= 5
    (reason,) = reasons(items)
    assert "breaks off" in reason


def test_packed_tar_that_breaks_off_is_told():
    data = gzip.compress(taped({f"{n}.txt": random.Random(n).randbytes(500).hex() for n in range(50)}))
    items = read(data[: len(data) // 2], "r.tar.gz")
    assert len([item for item in items if isinstance(item, Document)]) > 10
    assert any("breaks off" in reason for reason in reasons(items))


def test_broken_head_is_no_proper_end():
    data = bytearray(taped(MEMBERS))
    data[data.index(b"in/b.jsonl") + 150] ^= 255
    one, told = read(bytes(data), "r.tar")
    assert isinstance(one, Document)
    assert "breaks off" in str(told)


def test_head_without_bounds_is_not_loaded():
    entry = tarfile.TarInfo("x")
    entry.type, entry.size = tarfile.XHDTYPE, 1 << 33
    told = read(entry.tobuf(tarfile.GNU_FORMAT) + bytes(4096), "r.tar")
    assert "a head of 8,589,934,592 bytes" in str(told[0])


def test_random_damage_never_stops_the_run():
    rnd = random.Random(9)
    whole = taped(MEMBERS, tarfile.GNU_FORMAT)[:6000]
    for _ in range(300):
        broken = bytearray(whole)
        for _ in range(rnd.randint(1, 6)):
            broken[rnd.randrange(len(broken))] = rnd.randrange(256)
        assert read(bytes(broken), "r.tar")
