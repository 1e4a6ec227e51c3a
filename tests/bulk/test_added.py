"""A ledger takes what a crawl wrote as if it had read the reports itself."""

import json
from pathlib import Path
from typing import Any

import pytest

from hasila.bulk.options import Options
from hasila.bulk.stored import stored
from hasila.codec import plain_reading
from hasila.ledger import document_key, open_ledger
from hasila.model import Document, Reading
from hasila.sources import open_sources
from tests.bulk.archives import write_lines, write_nameless, write_warc
from tests.bulk.crawling import crawled
from tests.commandline import objects, run


def ledger_of(path: Path) -> dict[str, Any]:
    with open_ledger(str(path)) as ledger:
        return {
            held.key: (held.reading.document, plain_reading(held.reading), held.engine) for held in ledger.documents()
        }


def test_ledger_is_the_same_as_of_the_reports_themselves(tmp_path):
    path = write_lines(tmp_path / "a.jsonl", range(6))
    half = {"id": "half", "text": "\ud83d Five ISIS members were killed in Syria, the SDF said."}
    path.write_text(path.read_text(encoding="utf-8") + json.dumps(half) + "\n", encoding="utf-8")
    crawled([path], tmp_path / "out", Options(everything=True))
    assert run("add", path, "--ledger", tmp_path / "direct.db").returncode == 0
    assert run("add", tmp_path / "out", "--ledger", tmp_path / "crawled.db").returncode == 0
    direct, of_crawl = ledger_of(tmp_path / "direct.db"), ledger_of(tmp_path / "crawled.db")
    assert len(of_crawl) >= 5
    assert of_crawl == {key: direct[key] for key in direct if key in of_crawl}
    # what the prefilter kept out holds no figure of the mission
    assert all(
        not (read["relevant"] and read["figures"]) for key, (_, read, _) in direct.items() if key not in of_crawl
    )


@pytest.mark.parametrize("name", ["a.warc.gz", "a.warc", "a.jsonl.gz"])
def test_every_archive_gives_the_documents_that_it_gives_directly(tmp_path, name):
    path = (write_warc if "warc" in name else write_nameless)(tmp_path / name, [0, 2, 3])
    crawled([path], tmp_path / "out")
    direct = [item for item in open_sources([str(path)]) if isinstance(item, Document)]
    of_crawl = [item.document for item in stored(str(tmp_path / "out")) if isinstance(item, Reading)]
    assert [document_key(one) for one in of_crawl] == [document_key(one) for one in direct]
    assert [one.extra for one in of_crawl] == [one.extra for one in direct]
    assert len(of_crawl) == 3


def test_reports_that_are_there_are_not_added_again(tmp_path):
    path = write_lines(tmp_path / "a.jsonl", range(9))
    crawled([path], tmp_path / "out")
    assert run("add", path, "--ledger", tmp_path / "l.db").returncode == 0
    (told,) = objects(run("add", tmp_path / "out", "--ledger", tmp_path / "l.db", "--format", "json"))
    assert (told["added"], told["already_there"], told["set_aside"]) == (0, 6, 0)


def test_what_another_version_read_is_read_again(tmp_path):
    from pyarrow import parquet

    path = write_lines(tmp_path / "a.jsonl", range(3))
    crawled([path], tmp_path / "out")
    (part,) = (tmp_path / "out" / "documents").iterdir()
    table = parquet.read_table(part)
    at = table.schema.get_field_index("reading")
    nothing = json.dumps({**json.loads(table["reading"][0].as_py()), "figures": []})
    table = table.set_column(at, "reading", [[nothing] * table.num_rows])
    parquet.write_table(table.replace_schema_metadata({"hasila.engine": "0.0.1+old"}), part)
    assert run("add", tmp_path / "out", "--ledger", tmp_path / "l.db").returncode == 0
    assert [len(read["figures"]) for _, read, _ in ledger_of(tmp_path / "l.db").values()] == [3, 3]


def test_reports_without_their_words_are_named(tmp_path):
    path = write_lines(tmp_path / "a.jsonl", range(3))
    crawled([path], tmp_path / "out", Options(keep_text=False))
    done = run("add", tmp_path / "out", "--ledger", tmp_path / "l.db")
    assert (done.returncode, done.stderr.count("stored without its words")) == (1, 2)


def test_a_crawl_that_has_not_ended_is_added_as_far_as_it_is(tmp_path):
    crawled([write_lines(tmp_path / f"{n}.jsonl", range(n, n + 3)) for n in (0, 3)], tmp_path / "out")
    (tmp_path / "out" / "units" / "part-000001.json").unlink()
    done = run("add", tmp_path / "out", "--ledger", tmp_path / "l.db")
    assert (done.returncode, done.stdout.startswith("2 added")) == (1, True)
    assert "the crawl has not ended: 1 of 2 parts are missing" in done.stderr
