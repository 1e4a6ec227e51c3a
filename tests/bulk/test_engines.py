"""Whatever runs the units, the files are the same."""

import os
import signal
from pathlib import Path

import pytest

from hasila.bulk.engines import daft, local
from hasila.bulk.unit import Input, Unit
from hasila.bulk.work import Receipt
from tests.bulk.archives import write_lines, write_parquet, write_warc
from tests.bulk.crawling import contents, crawled
from tests.commandline import run


@pytest.fixture
def inputs(tmp_path: Path) -> list[Path]:
    return [
        write_warc(tmp_path / "a.warc.gz", range(3)),
        write_lines(tmp_path / "b.jsonl", range(3, 9)),
        write_parquet(tmp_path / "c.parquet", range(9, 12)),
    ]


@pytest.mark.parametrize(
    "engine", [("local", 1), ("local", 2), ("daft", 2)], ids=lambda engine: f"{engine[0]} {engine[1]}"
)
def test_the_files_are_the_same_byte_by_byte(tmp_path, inputs, engine):
    crawled(inputs, tmp_path / "plain")
    name, workers = engine
    done = run("crawl", *inputs, "--out", tmp_path / "out", "--engine", name, "--workers", workers)
    assert (done.returncode, done.stderr) == (0, "")
    assert contents(tmp_path / "out") == contents(tmp_path / "plain")


def test_on_a_ray_cluster(tmp_path, inputs):
    pytest.importorskip("ray", reason="needs ray")
    crawled(inputs, tmp_path / "plain")
    done = run("crawl", *inputs, "--out", tmp_path / "out", "--engine", "ray")
    assert done.returncode == 0
    assert contents(tmp_path / "out") == contents(tmp_path / "plain")


def deadly(unit: Unit) -> Receipt:
    """A unit that takes its process with it."""
    if unit.number == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return Receipt(unit.number, {}, {})


def test_a_process_that_dies_costs_its_unit_and_no_other():
    units = [Unit(number, Input(f"{number}.jsonl", "jsonl", 1, "")) for number in range(6)]
    receipts = {one.number: one for one in local.run(deadly, units, 2)}
    assert sorted(receipts) == [0, 1, 2, 3, 4, 5]
    assert [number for number, one in receipts.items() if one.failed] == [2]
    assert "ended from outside" in (receipts[2].failed or "")


def test_nothing_to_do_starts_nothing():
    assert list(local.run(deadly, [], 2)) == []
    assert list(daft._mapped(deadly, [])) == []  # type: ignore[arg-type]
