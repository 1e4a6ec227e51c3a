"""Archives made to do harm."""

import gzip
import io
import tarfile
import zipfile
from email.message import EmailMessage

import pytest

from hasila.model import Document
from tests.sources.archives.packing import METHODS, documents, read, reasons, taped, zipped

MEGABYTE = bytes(1024 * 1024)


def spaces(megabytes: int) -> bytes:
    """Lines of JSON that cost nothing to store."""
    return (b'{"text": "x"}' + b" " * (1024 * 1024 - 14) + b"\n") * megabytes


@pytest.fixture
def _narrow(monkeypatch):
    """The bounds drawn in, so that the bombs can be small."""
    monkeypatch.setattr("hasila.sources.bounds.ARCHIVE_BYTES", 8 * 1024 * 1024)


@pytest.mark.usefixtures("_narrow")
@pytest.mark.parametrize("ending", METHODS)
def test_bomb_is_stopped_and_what_came_before_is_kept(ending):
    items = read(METHODS[ending](spaces(20)), f"r.jsonl{ending}")
    assert 2 <= len([item for item in items if isinstance(item, Document)]) <= 9
    assert "bomb" in reasons(items)[-1]


@pytest.mark.usefixtures("_narrow")
def test_bomb_of_many_members_is_stopped_once():
    items = read(zipped({f"{n}.jsonl": spaces(2) for n in range(20)}), "r.zip")
    assert len(items) < 20
    assert len([reason for reason in reasons(items) if "bomb" in reason]) == 1


@pytest.mark.usefixtures("_narrow")
def test_bomb_in_an_archive_in_an_archive_ends_them_all():
    bomb = gzip.compress(spaces(20))
    items = read(zipped({"a.tar": taped({"b.jsonl.gz": bomb, "c.txt": "z"}), "d.txt": "y"}), "r.zip")
    assert "bomb" in reasons(items)[-1]
    assert not any(isinstance(item, Document) and item.text in ("y", "z") for item in items)


@pytest.mark.usefixtures("_narrow")
def test_large_archive_that_is_packed_as_reports_are_is_no_bomb():
    import random

    rnd = random.Random(2)
    text = rnd.randbytes(6 * 1024 * 1024).hex()
    assert len(documents(gzip.compress(text.encode(), 1), "r.txt.gz")[0].text) == 12 * 1024 * 1024


@pytest.mark.usefixtures("_narrow")
def test_members_that_share_their_bytes_are_counted_each():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.jsonl", spaces(3))
        (entry,) = archive.infolist()
        for n in range(9):
            archive.filelist.append(entry)
            archive.NameToInfo[f"{n}"] = entry
    assert any("bomb" in reason for reason in reasons(read(out.getvalue(), "r.zip")))


def test_archives_too_deep_in_each_other_are_told():
    data = zipped({"a.txt": "x"})
    for _ in range(8):
        data = zipped({"in.zip": data})
    (reason,) = reasons(read(data, "r.zip"))
    assert "deep" in reason


def test_as_deep_as_archives_really_lie_is_read():
    inner = zipped({"c.txt.gz": gzip.compress(b"x")})
    assert documents(zipped({"a.tar.gz": gzip.compress(taped({"b.zip": inner}))}), "r.zip")


def test_too_many_members_are_told(monkeypatch):
    monkeypatch.setattr("hasila.sources.bounds.ARCHIVE_MEMBERS", 10)
    for data, name in ((zipped, "r.zip"), (taped, "r.tar")):
        items = read(data({f"{n}.txt": f"{n}" for n in range(30)}), name)
        assert len([item for item in items if isinstance(item, Document)]) == 10
        assert "more than 10 files" in reasons(items)[0]
        assert len(reasons(items)) == 1


def test_member_that_is_too_large_for_a_report_costs_itself(monkeypatch):
    monkeypatch.setattr("hasila.sources.plain.DOCUMENT_BYTES", 1000)
    large, other = read(zipped({"a.txt": "x" * 1001, "b.txt": "y"}), "r.zip")
    assert "too large" in str(large)
    assert isinstance(other, Document)


def test_entries_of_a_tar_are_not_kept():
    kept = []
    from hasila.sources.archives import tape
    from hasila.sources.provenance import Provenance
    from hasila.sources.source import Source

    data = io.BytesIO(taped({f"{n}.txt": "x" for n in range(50)}))
    for archive, _ in tape._entries(data, Source(Provenance("r.tar"), "r")):
        assert isinstance(archive, tarfile.TarFile)
        kept.append(len(archive.members))  # type: ignore[attr-defined]
    assert max(kept) == 0


@pytest.mark.usefixtures("_narrow")
def test_bombs_in_one_message_are_counted_together():
    message = EmailMessage()
    message.set_content("killed 5")
    for n in range(8):
        data = gzip.compress(spaces(5))
        message.add_attachment(data, maintype="application", subtype="gzip", filename=f"{n}.jsonl.gz")
    assert any("bomb" in reason for reason in reasons(read(message.as_bytes(), "m.eml")))
