"""Inputs that stand at an address are read from there, by a real server on loopback."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from hasila.bulk.plan import found
from hasila.bulk.unit import Input
from hasila.sources import Rejected
from tests.bulk.archives import write_lines, write_parquet, write_warc
from tests.bulk.crawling import crawled, rows


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    """The address of ``tmp_path / "site"``."""
    (tmp_path / "site").mkdir()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(tmp_path / "site")))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize(
    ("name", "write"), [("a.warc.gz", write_warc), ("a.jsonl", write_lines), ("a.parquet", write_parquet)]
)
def test_a_file_at_an_address_gives_the_figures_of_the_file(tmp_path, site, name, write):
    path = write(tmp_path / "site" / name, range(6))
    crawled([path], tmp_path / "here")
    crawled([f"{site}/{name}"], tmp_path / "there")
    here, there = rows(tmp_path / "here", "figures"), rows(tmp_path / "there", "figures")
    assert len(there) == 12
    assert [_of_its_words(one) for one in there] == [_of_its_words(one) for one in here]


def test_what_is_not_at_its_address_is_told_and_the_rest_is_read(tmp_path, site):
    path = write_warc(tmp_path / "site" / "a.warc.gz", range(6))
    rejected, taken = found([f"{site}/no.warc.gz", f"{site}/a.warc.gz"])
    assert isinstance(rejected, Rejected)
    assert isinstance(taken, Input)
    assert (rejected.file, rejected.remedy) == (f"{site}/no.warc.gz", "Check the address")
    assert "404" in rejected.reason
    assert (taken.path, taken.kind, taken.size) == (f"{site}/a.warc.gz", "warc", path.stat().st_size)


def _of_its_words(figure: dict[str, Any]) -> dict[str, Any]:
    """All but the key, which is of the place as well."""
    return {name: value for name, value in figure.items() if name != "document"}
