"""Single compressed files, of any kind inside."""

import gzip
import random
import subprocess
import sys
from email.message import EmailMessage
from pathlib import Path

import pytest

from hasila.model import Document
from hasila.sources import open_sources
from tests.sources.archives.packing import METHODS, REPORT, documents, lines, read, reasons, taped, zipped

TEXTS = [REPORT, "killed 5 ISIS operatives", "قُتل عنصران"]


@pytest.mark.parametrize("ending", METHODS)
def test_file_inside_is_read_like_the_same_file_on_disk(ending, tmp_path):
    (tmp_path / "reports.jsonl").write_text(lines(*TEXTS))
    (tmp_path / f"reports.jsonl{ending}").write_bytes(METHODS[ending](lines(*TEXTS).encode()))
    names = ("reports.jsonl", f"reports.jsonl{ending}")
    plain, packed = (list(open_sources([str(tmp_path / name)])) for name in names)
    assert [(one.id, one.text) for one in packed if isinstance(one, Document)] == [
        (one.id, one.text) for one in plain if isinstance(one, Document)
    ]
    assert len(packed) == len(TEXTS)


@pytest.mark.parametrize("ending", METHODS)
def test_place_is_the_file_that_the_user_named(ending):
    first, _ = documents(METHODS[ending](lines(REPORT, "x").encode()), f"r.jsonl{ending}")
    assert first.source == f"r.jsonl{ending}:1"
    assert first.extra["provenance"]["where"] == f"r.jsonl{ending}"


@pytest.mark.parametrize("ending", METHODS)
@pytest.mark.parametrize(("name", "count"), [("standard input", 1), ("reports.dat", 1)])
def test_name_that_tells_nothing_is_looked_into(ending, name, count):
    assert len(documents(METHODS[ending](lines(REPORT).encode()), name)) == count


@pytest.mark.parametrize("ending", METHODS)
def test_archive_inside_is_opened(ending):
    name = f"reports.tar{ending}"
    (one,) = documents(METHODS[ending](taped({"a/b.txt": REPORT})), name)
    assert (one.id, one.text, one.source) == ("b", REPORT, f"{name}!a/b.txt")


@pytest.mark.parametrize("name", ["reports.tgz", "REPORTS.TGZ"])
def test_short_name_of_a_packed_tar(name):
    assert documents(gzip.compress(taped({"b.txt": REPORT})), name)[0].source == f"{name}!b.txt"


@pytest.mark.parametrize("ending", METHODS)
def test_several_streams_in_a_row_are_one_file(ending):
    data = METHODS[ending](lines("a").encode()) + METHODS[ending](lines("b").encode())
    assert [one.text for one in documents(data, f"r.jsonl{ending}")] == ["a", "b"]


@pytest.mark.parametrize("ending", METHODS)
def test_what_came_before_a_break_is_kept_and_the_break_told(ending):
    rnd = random.Random(5)
    texts = [f"killed {n} {rnd.randbytes(3000).hex()}" for n in range(100)]
    whole = METHODS[ending](lines(*texts).encode())
    *kept, _, told = read(whole[: len(whole) * 9 // 10], f"r.jsonl{ending}")
    # zstandard gives nothing of a block that is not whole, bzip2 neither
    assert [one.text for one in kept if isinstance(one, Document)] == texts[: len(kept)]
    assert len(kept) > 20
    assert "breaks off" in str(told)


def test_report_that_breaks_off_says_so_in_its_notes():
    text = " ".join(str(n) for n in range(5000))
    one, told = read(gzip.compress(text.encode())[:-2000], "r.txt.gz")
    assert isinstance(one, Document)
    assert text.startswith(one.text)
    assert "breaks off" in one.notes[0]
    assert "breaks off" in str(told)


@pytest.mark.parametrize("ending", METHODS)
def test_file_that_holds_nothing_whole_costs_one_message(ending):
    (reason,) = reasons(read(METHODS[ending](REPORT.encode())[:12], f"r.txt{ending}"))
    assert "damaged after 0 bytes" in reason


def test_data_damaged_in_the_middle_breaks_off_there():
    packed = bytearray(gzip.compress(random.Random(3).randbytes(60_000).hex().encode()))
    packed[len(packed) // 2] ^= 255
    assert any("breaks off" in reason for reason in reasons(read(bytes(packed), "r.txt.gz")))


@pytest.mark.parametrize("ending", METHODS)
def test_name_that_lies_is_told(ending):
    (reason,) = reasons(read(REPORT.encode(), f"r.txt{ending}"))
    assert "not compressed as its name says" in reason


def test_folder_is_looked_through_for_packed_reports_and_no_other_packed_files(tmp_path):
    for name in ("a.txt.gz", "b.sql.gz", "c.gz", "d.jsonl.zst"):
        (tmp_path / name).write_bytes(gzip.compress(lines("x").encode()))
    assert [Path(item.source or "").name for item in open_sources([str(tmp_path)]) if isinstance(item, Document)] == [
        "a.txt.gz",
        "d.jsonl.zst:1",
    ]


def test_standard_input_may_be_packed():
    program = "from hasila.sources import open_sources\nprint([one.id for one in open_sources(['-'])])"
    for data, ids in [(gzip.compress(lines("a").encode()), ["stdin-1"]), (zipped({"b.txt": "x"}), ["b"])]:
        done = subprocess.run([sys.executable, "-c", program], input=data, capture_output=True, check=True)
        assert done.stdout.decode().strip() == str(ids)


def test_attachments_of_a_packed_message_are_told_apart_by_their_own_names():
    message = EmailMessage()
    message["Subject"] = "Two reports"
    message.set_content("killed 5")
    message.add_attachment(b"killed 6", maintype="text", subtype="plain", filename="a.txt")
    message.add_attachment(zipped({"b.txt": "killed 7"}), maintype="application", subtype="zip", filename="b.zip")
    made = documents(gzip.compress(message.as_bytes()), "m.eml.gz")
    assert [one.text.strip() for one in made] == ["killed 5", "killed 6", "killed 7"]
    assert made[2].source == "m.eml.gz!b.zip!b.txt"
