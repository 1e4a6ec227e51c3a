"""The examples of the guide to the interface, run as they stand."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

GUIDE = Path(__file__).parents[2] / "docs" / "api.md"
BLOCKS = re.findall(r"```sh\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
pytestmark = pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")


def run(block: str, address: str, folder: Path) -> str:
    command = ["sh", "-eu", "-c", block]
    environment = {**os.environ, "HASILA": address}
    return subprocess.run(
        command, capture_output=True, check=True, text=True, cwd=folder, env=environment, timeout=120
    ).stdout


def answers(said: str) -> list[dict[str, object]]:
    """JSON objects written one after the other."""
    found, at, reader = [], 0, json.JSONDecoder()
    while at < len(said):
        one, at = reader.raw_decode(said, at)
        found.append(one)
    return found


def test_every_list_is_asked_for(address: str, tmp_path: Path) -> None:
    found = answers(run(BLOCKS[0], address, tmp_path))
    assert [list(one)[-1] for one in found] == ["rows", "conflicts", "documents", "figures", "decisions"]


def test_a_report_is_read(address: str, tmp_path: Path) -> None:
    (found,) = answers(run(BLOCKS[1], address, tmp_path))
    assert [one["low"] for one in found["figures"]] == [38, 8]  # type: ignore[attr-defined]


def test_there_is_a_next_part(address: str, tmp_path: Path) -> None:
    assert 'rel="next"' in run(BLOCKS[2], address, tmp_path)


def test_json_lines_are_kept(address: str, tmp_path: Path) -> None:
    run(BLOCKS[3], address, tmp_path)
    for name in ("documents", "figures"):
        assert answers((tmp_path / f"{name}.jsonl").read_text("utf-8").replace("\n", ""))


def test_what_has_not_changed_is_not_sent(address: str, tmp_path: Path) -> None:
    assert run(BLOCKS[4], address, tmp_path) == "304\n"


def test_a_refusal_is_a_problem(address: str, tmp_path: Path) -> None:
    (found,) = answers(run(BLOCKS[5], address, tmp_path))
    assert found["status"] == 400
