"""What the command says."""

import json
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner

from hasila.bulk.crawl import opened_crawl
from hasila.bulk.options import Options
from hasila.bulk.schema import documents_schema, figures_schema
from hasila.cli import app
from tests.bulk.archives import write_lines
from tests.commandline import COMMAND

DOCS = Path(__file__).parents[2] / "docs" / "crawl.md"


@pytest.mark.parametrize("schema", [documents_schema, figures_schema])
def test_every_column_is_described(schema):
    described = DOCS.read_text(encoding="utf-8")
    assert [name for name in schema().names if f"`{name}`" not in described] == []


def test_what_is_missing_is_named_with_what_brings_it(monkeypatch, tmp_path):
    monkeypatch.setattr("hasila.commands.extras.find_spec", lambda name: None if name == "pyarrow" else name)
    done = CliRunner().invoke(app, ["crawl", "a.jsonl", "--out", str(tmp_path / "out")])
    assert done.exit_code == 2
    assert done.stderr == "hasila: pyarrow missing: pip install 'hasila[crawl]' brings it\n"
    assert not (tmp_path / "out").exists()


def test_two_runs_do_not_write_to_one_folder(tmp_path):
    path = write_lines(tmp_path / "a.jsonl", range(3))
    command = [*COMMAND, "crawl", str(path), "--out", str(tmp_path / "out")]
    with opened_crawl([str(path)], tmp_path / "out", Options()):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "another run is writing there" in done.stderr


def test_what_is_not_there_is_named_and_the_rest_is_read(tmp_path):
    path = write_lines(tmp_path / "a.jsonl", range(3))
    command = [*COMMAND, "crawl", str(path), str(tmp_path / "none.warc.gz"), "--out", str(tmp_path / "out")]
    done = subprocess.run([*command, "--format", "json"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.count("none.warc.gz")) == (1, 1)
    told = json.loads(done.stdout)
    assert (told["pages"], told["kept"], told["figures"], told["rejected"]) == (3, 2, 6, 0)
    assert set(told["seconds"]) == {"scan", "extract", "read", "write"}
