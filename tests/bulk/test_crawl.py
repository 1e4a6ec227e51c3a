"""Archives become tables of documents and figures."""

import gzip
import json
from pathlib import Path

import pytest

from hasila.bulk.options import Options
from hasila.bulk.plan import CrawlError
from hasila.ledger.identity import engine
from tests.bulk.archives import page, words, write_lines, write_parquet, write_warc
from tests.bulk.crawling import contents, crawled, rows
from tests.sources.warc.writing import other, response, written

KEPT = [0, 2, 3, 5]


def test_reports_with_figures_of_the_mission_are_kept(tmp_path):
    crawl = crawled([write_warc(tmp_path / "a.warc.gz", range(6))], tmp_path / "out")
    documents = rows(tmp_path / "out", "documents")
    assert [one["url"] for one in documents] == [f"https://example.org/{number}" for number in KEPT]
    assert all(words(number) in one["text"] for number, one in zip(KEPT, documents, strict=True))
    assert [str(one["published"]) for one in documents] == ["2023-07-01"] * 4
    counts = crawl.meter.counts()
    assert (counts["pages"], counts["kept"], counts["figures"], counts["rejected"]) == (6, 4, 12, 0)


def test_figures_stand_in_the_text_of_their_document(tmp_path):
    crawled([write_warc(tmp_path / "a.warc.gz", range(6))], tmp_path / "out")
    texts = {one["key"]: one["text"] for one in rows(tmp_path / "out", "documents")}
    figures = rows(tmp_path / "out", "figures")
    assert [one["measure"] for one in figures[:3]] == ["operations", "killed", "detained"]
    assert [one["number"] for one in figures] == [0, 1, 2] * 4
    assert {one["place_scope"] for one in figures} == {"IQ+SY"}
    assert {(str(one["period_start"]), str(one["period_end"])) for one in figures} == {("2023-06-01", "2023-06-30")}
    for one in figures:
        assert texts[one["document"]][one["evidence_start"] : one["evidence_end"]] == one["evidence_text"]
        assert dict(one["basis"]).keys() >= {"place"}


@pytest.mark.parametrize("name", ["a.warc.gz", "a.warc", "a.jsonl", "a.jsonl.gz", "a.parquet"])
def test_every_kind_of_input_gives_the_same_figures(tmp_path, name):
    write = {"warc": write_warc, "json": write_lines, "parq": write_parquet}[name.split(".")[1][:4]]
    crawled([write(tmp_path / name, range(6))], tmp_path / "out")
    found = [(one["measure"], one["low"]) for one in rows(tmp_path / "out", "figures")]
    assert found == [
        (m, n) for number in KEPT for m, n in (("operations", 20 + number), ("killed", 5), ("detained", 19))
    ]


def test_texts_of_wet_files_are_read(tmp_path):
    texts = [other("conversion", f"https://example.org/{n}", words(n).encode(), "text/plain") for n in range(3)]
    (tmp_path / "a.warc.wet.gz").write_bytes(b"".join(written(texts)))
    crawled([tmp_path / "a.warc.wet.gz"], tmp_path / "out")
    assert [one["text"] for one in rows(tmp_path / "out", "documents")] == [words(0), words(2)]


def test_what_is_no_page_is_passed_over(tmp_path):
    records = [
        response(1, b"\x89PNG" + bytes(100), media="image/png"),
        response(2, page(2), status="404 Not Found"),
        other("metadata", "https://example.org/3", page(3), "text/html"),
        response(5, page(5)),
    ]
    (tmp_path / "a.warc.gz").write_bytes(b"".join(written(records)))
    crawl = crawled([tmp_path / "a.warc.gz"], tmp_path / "out")
    assert (crawl.meter.pages, crawl.meter.kept) == (1, 1)


def test_packed_pages_are_unpacked(tmp_path):
    packed = response(2, gzip.compress(page(2)), http=[("Content-Encoding", "gzip")])
    (tmp_path / "a.warc.gz").write_bytes(b"".join(written([packed])))
    crawled([tmp_path / "a.warc.gz"], tmp_path / "out")
    assert words(2) in rows(tmp_path / "out", "documents")[0]["text"]


def test_where_a_report_came_from_is_kept(tmp_path):
    path = write_warc(tmp_path / "a.warc.gz", range(3))
    crawled([path], tmp_path / "out")
    told = json.loads(rows(tmp_path / "out", "documents")[1]["extra"])["provenance"]
    assert (told["where"], told["url"]) == (str(path), "https://example.org/2")
    again = gzip.decompress(path.read_bytes()[told["offset"] : told["offset"] + told["length"]])
    assert page(2) in again


def test_all_keeps_what_has_no_figures(tmp_path):
    path = write_lines(tmp_path / "a.jsonl", range(3))
    with_text = tmp_path / "b.jsonl"
    with_text.write_text(json.dumps({"id": "none", "text": "داعش لا يزال تهديدا."}) + "\n", encoding="utf-8")
    crawled([path, with_text], tmp_path / "out", Options(everything=True))
    assert {"report-0", "report-2", "none"} <= {one["id"] for one in rows(tmp_path / "out", "documents")}


def test_halves_of_characters_are_kept_and_offsets_stay_true(tmp_path):
    text = "\ud83d " + words(2)
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "half", "text": text}) + "\n")
    crawled([tmp_path / "a.jsonl"], tmp_path / "out")
    (document,) = rows(tmp_path / "out", "documents")
    assert (document["text"], json.loads(document["exact"])["text"]) == ("\ufffd " + words(2), text)
    for one in rows(tmp_path / "out", "figures"):
        assert document["text"][one["evidence_start"] : one["evidence_end"]] == one["evidence_text"]


def test_tables_say_which_reader_made_them(tmp_path):
    from pyarrow import parquet

    crawled([write_lines(tmp_path / "a.jsonl", range(3))], tmp_path / "out")
    for table in ("documents", "figures"):
        about = parquet.read_schema(tmp_path / "out" / table / "part-000000.parquet").metadata
        assert about[b"hasila.engine"].decode() == engine()
        assert about[b"hasila.table"].decode() == table


def test_long_lines_are_cut_at_line_breaks(tmp_path):
    path = write_lines(tmp_path / "a.jsonl", range(30))
    whole = crawled([path], tmp_path / "whole")
    cut = crawled([path], tmp_path / "cut", Options(unit_bytes=1000))
    assert (whole.units, cut.units > 5) == (1, True)
    for table in ("documents", "figures"):
        assert rows(tmp_path / "whole", table) == rows(tmp_path / "cut", table)


def test_packed_archives_are_cut_between_records(tmp_path):
    path = write_warc(tmp_path / "a.warc.gz", range(30))
    whole = crawled([path], tmp_path / "whole")
    cut = crawled([path], tmp_path / "cut", Options(unit_bytes=2000))
    assert (whole.units, cut.units > 4) == (1, True)
    assert whole.meter.counts() == cut.meter.counts()
    for table in ("documents", "figures"):
        assert rows(tmp_path / "whole", table) == rows(tmp_path / "cut", table)


def test_an_archive_packed_in_one_is_not_cut(tmp_path):
    records = gzip.decompress(write_warc(tmp_path / "a.warc.gz", range(300)).read_bytes())
    path = tmp_path / "one.warc.gz"
    path.write_bytes(gzip.compress(records))
    crawl = crawled([path], tmp_path / "out", Options(unit_bytes=1000))
    assert (crawl.units, crawl.meter.kept, crawl.faults) == (1, 200, [])


def test_a_damaged_archive_loses_one_record_however_it_is_cut(tmp_path):
    path = write_warc(tmp_path / "a.warc.gz", range(1, 60, 3))
    data = bytearray(path.read_bytes())
    middle = len(data) // 2 + 200
    data[middle : middle + 40] = b"?" * 40
    path.write_bytes(data)
    whole = crawled([path], tmp_path / "whole", Options(everything=True))
    cut = crawled([path], tmp_path / "cut", Options(everything=True, unit_bytes=2000))
    assert cut.units > 3
    assert (len(cut.faults), cut.meter.pages) == (len(whole.faults), whole.meter.pages) == (1, 19)


def test_parquet_is_cut_between_row_groups(tmp_path):
    path = write_parquet(tmp_path / "a.parquet", range(12), rows_a_group=3)
    cut = crawled([path], tmp_path / "cut", Options(unit_bytes=1))
    crawled([path], tmp_path / "whole")
    assert cut.units == 4
    assert rows(tmp_path / "whole", "documents") == rows(tmp_path / "cut", "documents")


def test_files_at_an_address_are_read(tmp_path):
    path = write_warc(tmp_path / "a.warc.gz", range(3))
    crawled([path.as_uri()], tmp_path / "one")
    crawled([f"file://{tmp_path}/*.warc.gz"], tmp_path / "two")
    assert len(rows(tmp_path / "one", "documents")) == len(rows(tmp_path / "two", "documents")) == 2


def test_no_object_storage_is_needed_to_read_from_memory(tmp_path):
    import fsspec

    with fsspec.open("memory://crawl/a.jsonl", "wb") as stream:
        stream.write(write_lines(tmp_path / "a.jsonl", range(6)).read_bytes())
    crawled(["memory://crawl"], tmp_path / "out")
    assert len(rows(tmp_path / "out", "documents")) == 4


def test_folders_are_searched_for_what_is_read(tmp_path):
    inside = tmp_path / "in" / "deeper"
    inside.mkdir(parents=True)
    write_warc(inside / "b.warc.gz", [2])
    write_lines(tmp_path / "in" / "a.jsonl", [0])
    (tmp_path / "in" / "notes.md").write_text("nothing")
    crawl = crawled([tmp_path / "in"], tmp_path / "out")
    assert (crawl.units, crawl.meter.kept, crawl.faults) == (2, 2, [])


def test_records_that_are_too_long_are_set_aside(tmp_path, monkeypatch):
    for module in ("members", "warc", "jsonl"):
        monkeypatch.setattr(f"hasila.bulk.records.{module}.RECORD_BYTES", 4000)
    long = response(9, page(2).replace(b"</article>", b"<p>" + b"x " * 3000 + b"</p></article>"))
    (tmp_path / "a.warc.gz").write_bytes(b"".join(written([response(0, page(0)), long, response(2, page(2))])))
    lines = write_lines(tmp_path / "b.jsonl", [0])
    with lines.open("a") as more:
        more.write(json.dumps({"text": "x" * 5000}) + "\n" + json.dumps({"id": "z", "text": words(2)}) + "\n")
    crawl = crawled([tmp_path / "a.warc.gz", lines], tmp_path / "out")
    assert (crawl.meter.kept, crawl.meter.rejected, crawl.faults) == (4, 2, [])
    told = [json.loads(line) for path in sorted((tmp_path / "out/rejected").iterdir()) for line in path.open()]
    assert ["longer than" in one["reason"] for one in told] == [True, True]
    assert told[1]["line"] == 2


@pytest.mark.parametrize("name", ["a.warc.gz", "a.jsonl.gz"])
def test_a_file_that_breaks_off_is_read_up_to_there(tmp_path, name):
    write = write_warc if "warc" in name else write_lines
    path = write(tmp_path / name, range(300))
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 2 // 3])
    good = write_lines(tmp_path / "good.jsonl", range(3))
    crawl = crawled([path, good], tmp_path / "out")
    assert (crawl.done, len(crawl.faults)) == (2, 1)
    assert str(path) in crawl.faults[0]
    assert 100 < crawl.meter.kept < 202


def test_a_file_that_is_nothing_is_set_aside_and_the_rest_is_read(tmp_path):
    for name in ("bad.warc.gz", "bad.parquet", "bad.jsonl.gz"):
        (tmp_path / name).write_bytes(b"this is none of these" * 50)
    good = write_lines(tmp_path / "good.jsonl", range(3))
    crawl = crawled([*sorted(tmp_path.glob("bad*")), good], tmp_path / "out")
    assert (crawl.done, crawl.units, crawl.meter.kept) == (1, 4, 2)
    assert [name for name in ("bad.jsonl.gz", "bad.parquet", "bad.warc.gz") if name in "".join(crawl.faults)] != []
    assert len(crawl.faults) == 3
    assert not (tmp_path / "out" / "manifest.json").exists()


def test_a_crawl_that_is_done_is_not_done_again(tmp_path):
    path = write_lines(tmp_path / "a.jsonl", range(3))
    crawled([path], tmp_path / "out")
    before = contents(tmp_path / "out")
    again = crawled([path], tmp_path / "out")
    assert (again.before, again.meter.kept) == (1, 2)
    assert contents(tmp_path / "out") == before


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda path, out: write_lines(path, range(4)), "a.jsonl has changed"),
        (lambda path, out: write_lines(path.with_name("b.jsonl"), range(4)), "b.jsonl is new"),
        (lambda path, out: path.rename(path.with_name("c.jsonl")), "a.jsonl is missing"),
        (lambda path, out: _rewrite(out / "plan.json", ': "0.', ': "00.'), "another version"),
    ],
)
def test_a_crawl_of_something_else_is_not_gone_on_with(tmp_path, change, told):
    (tmp_path / "in").mkdir()
    path = write_lines(tmp_path / "in" / "a.jsonl", range(3))
    crawled([path.parent], tmp_path / "out")
    change(path, tmp_path / "out")
    with pytest.raises(CrawlError, match=told):
        crawled([path.parent], tmp_path / "out")


def test_other_options_are_told(tmp_path):
    path = write_lines(tmp_path / "a.jsonl", range(3))
    crawled([path], tmp_path / "out")
    with pytest.raises(CrawlError, match="everything was False and is True"):
        crawled([path], tmp_path / "out", Options(everything=True))


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.docx").write_text("dear")
    with pytest.raises(CrawlError, match=r"thesis\.docx"):
        crawled([write_lines(tmp_path / "a.jsonl", range(3))], tmp_path / "out")


def _rewrite(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text().replace(old, new))
